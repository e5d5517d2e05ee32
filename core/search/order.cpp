// The one sort that all lists share.
#include "core/search/order.hpp"

#include <algorithm>

namespace medcode::search {

void sort_entries(std::vector<OrderEntry>& entries) {
  std::sort(entries.begin(), entries.end(), [](const OrderEntry& a, const OrderEntry& b) { return a.key != b.key ? a.key < b.key : a.from < b.from; });
}

}  // namespace medcode::search
