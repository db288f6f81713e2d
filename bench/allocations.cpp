#include "bench/allocations.h"

#include <algorithm>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {
std::uint64_t asked = 0;
std::uint64_t held = 0, held_before = 0, most_held = 0;  // bytes

void give_back(void* memory) noexcept {
  held -= malloc_usable_size(memory);  // 0 of nothing
  std::free(memory);
}
}  // namespace

std::uint64_t meso::bench::allocations() { return asked; }
void meso::bench::watch_peak() { most_held = held_before = held; }
std::uint64_t meso::bench::peak_bytes() { return most_held - held_before; }

// Replaces the library's own (the array forms call this one).
void* operator new(std::size_t size) {
  ++asked;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  held += malloc_usable_size(memory);
  most_held = std::max(most_held, held);
  return memory;
}
void operator delete(void* memory) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { give_back(memory); }
