// Is a key answered the same after any other keys as it is alone? What a search keeps for the next one must not show.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

#include "core/api/json_api.hpp"
#include "tests/query/random_source.hpp"
#include "tests/support/catalog_content.hpp"
#include "tests/support/random_content.hpp"

namespace medcode::api {
namespace {

using query::testing::RandomSource;

/// Types as people do: words letter by letter, with the backspace, a word set in or changed in the middle, other syntax around.
class Typist {
 public:
  explicit Typist(RandomSource& random) : random_(random) {}

  const std::string& next() {
    switch (random_.below(10)) {
      case 0: text_.resize(text_.size() - std::min<std::size_t>(text_.size(), 1 + random_.below(3))); break;
      case 1: text_.insert(0, word() + ' '); break;
      case 2: text_ += ' ' + word(); break;
      case 3: text_ += random_.one_of(marks); break;
      case 4: if (random_.below(4) == 0) text_.clear(); break;
      default: text_ += pending_.empty() ? ' ' : pending_.front();
    }
    pending_ = pending_.empty() ? word() : pending_.substr(1);
    if (text_.size() > 60) text_.clear();
    return text_;
  }

 private:
  static constexpr std::array<std::string_view, 18> words{"fracture", "tibia", "left", "open", "stent", "bile", "duct", "diabetes", "anaemia",
      "tumors", "heart attack", "biliary", "fractre", "unheardof", "without", "E11", "with", "lung infection"};
  static constexpr std::array<std::string_view, 8> marks{" NOT ", " OR ", " AND ", "^2 ", "~ ", "* ", " title:", " system:hcpcs "};

  std::string word() { return std::string(random_.one_of(words)); }

  RandomSource& random_;
  std::string text_;
  std::string pending_;
};

TEST(Typing, ChangesNoAnswerToWhatIsTypedLater) {
  RandomSource random;
  for (int round = 0; round < 20; ++round) {
    const auto content = round == 0 ? medcode::testing::hand_made_content() : medcode::testing::random_content(random);
    const std::string bytes = content.build().value();
    const Engine typed_into = Engine::open(bytes).value();
    Typist typist(random);
    for (int key = 0; key < 100; ++key) {
      const std::string& query = typist.next();
      search::SearchOptions options{20, 0, {}, random.below(3) != 0, random.below(5) == 0 ? "fracture OR heart" : ""};
      const std::string here = search_json(typed_into, query, options, true);
      const std::string alone = search_json(Engine::open(bytes).value(), query, options, true);
      ASSERT_EQ(here, alone) << query << ' ' << random.described();
    }
  }
}

}  // namespace
}  // namespace medcode::api
