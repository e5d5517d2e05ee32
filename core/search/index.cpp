#include "core/search/index.hpp"

#include <algorithm>

namespace medcode::search {

std::uint32_t letters_of(std::string_view form) {
  std::uint32_t letters = 0;
  for (const char c : form) {
    if (c >= 'a' && c <= 'z') {
      letters |= 1U << (c - 'a');
    } else if (c >= '0' && c <= '9') {
      letters |= 1U << (26 + (c - '0') / 2);
    } else {
      letters |= 1U << 31;
    }
  }
  return letters;
}

std::span<const Form> Index::forms_with_prefix(std::string_view prefix) const {
  const auto first = std::lower_bound(forms_.begin(), forms_.end(), prefix, [this](const Form& form, std::string_view wanted) { return text(form) < wanted; });
  const auto end = std::upper_bound(first, forms_.end(), prefix, [this](std::string_view wanted, const Form& form) {
    return wanted < text(form).substr(0, wanted.size());
  });
  return std::span(forms_).subspan(static_cast<std::size_t>(first - forms_.begin()), static_cast<std::size_t>(end - first));
}

const Form* Index::find_form(std::string_view form) const {
  const std::span<const Form> forms = forms_with_prefix(form);
  return !forms.empty() && text(forms.front()) == form ? &forms.front() : nullptr;
}

}  // namespace medcode::search
