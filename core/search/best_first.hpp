// How are the k best kept while all pass by?
//
// Exports BestFirst, a bounded heap: one comparison for each answer that does not make it.
// Held by tests/search/ranking_test.cpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/search/ranking.hpp"

namespace medcode::search {

class BestFirst {
 public:
  explicit BestFirst(std::size_t limit) : limit_(limit) {}

  /// Says whether an answer of this total could be among the best; cheaper than making the answer.
  bool may_enter(float total) const { return heap_.size() < limit_ || (limit_ != 0 && total >= heap_.front().score.total()); }

  /// Returns the total below which nothing enters; less than any total while there is room.
  float least_total() const { return heap_.size() < limit_ || limit_ == 0 ? -1.0F : heap_.front().score.total(); }

  void push(const Ranked& ranked) {
    if (limit_ == 0) return;
    if (heap_.size() == limit_) {
      if (!stands_before(ranked, heap_.front())) return;
      std::pop_heap(heap_.begin(), heap_.end(), stands_before);
      heap_.pop_back();
    }
    heap_.push_back(ranked);
    std::push_heap(heap_.begin(), heap_.end(), stands_before);
  }

  /// Returns the best, best first, and empties the heap.
  std::vector<Ranked> take() {
    std::sort_heap(heap_.begin(), heap_.end(), stands_before);
    return std::move(heap_);
  }

 private:
  std::size_t limit_;
  std::vector<Ranked> heap_;
};

}  // namespace medcode::search
