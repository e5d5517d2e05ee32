// How much memory is in use at once?
//
// Counts what malloc and operator new have given out and not got back, C libraries included. Two implementations: hooks of
// the sanitizers (memory_by_hooks.cpp), and functions of the names of malloc's own before glibc's (memory_by_malloc.cpp).
#pragma once

#include <cstddef>

namespace medcode::fuzz {

/// Starts counting anew from what is in use now.
void start_measuring_memory();

/// Returns the most bytes that were in use at once since start_measuring_memory, beyond those in use then.
std::size_t most_memory_in_use();

}  // namespace medcode::fuzz
