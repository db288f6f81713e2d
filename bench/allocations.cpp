#include "bench/allocations.h"

#include <cstdlib>
#include <new>

namespace {
std::uint64_t asked = 0;
}  // namespace

std::uint64_t meso::bench::allocations() { return asked; }

// Replaces the library's own (the array forms call this one).
void* operator new(std::size_t size) {
  ++asked;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
