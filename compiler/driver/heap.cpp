#include "compiler/driver/heap.h"

#include <climits>
#include <cstdint>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace meso {

#ifdef __GLIBC__
namespace {

constexpr std::uintptr_t kHugePage = 2 << 20;
constexpr int kReserved = 64 << 20;       // addresses alone: memory comes when it is touched
constexpr std::size_t kLead = 160 << 10;  // more than the heap that start-up code leaves (132 KB)
constexpr std::size_t kHeaders = 4 << 10;

}  // namespace

// Most of what a check of one plan costs is its page faults: some four hundred pages of 4 KB, each
// a trip into the kernel. So the heap starts at a huge page's border and asks for huge pages there.
// Where the system has none to give, pages of 4 KB come as before.
void prepare_heap() {
  // Growing lists stay on the heap: mapping pages afresh for each step costs more than the growing.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  mallopt(M_TOP_PAD, kReserved);
  const auto top = reinterpret_cast<std::uintptr_t>(sbrk(0));
  const std::uintptr_t border = (top + kLead + kHugePage - 1) / kHugePage * kHugePage;
  if (sbrk(static_cast<std::intptr_t>(border - kLead - top)) == reinterpret_cast<void*>(-1)) return;
  // A block that old heap can't hold, so a new one begins, and that ends before the border: a huge
  // page must be asked for before it is first touched. It is never freed; volatile, or it is
  // optimised away.
  [[maybe_unused]] static void* volatile lead;
  lead = std::malloc(kLead - kHeaders);
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  if (end > border) madvise(reinterpret_cast<void*>(border), end - border, MADV_HUGEPAGE);
}
#else
void prepare_heap() {}
#endif

}  // namespace meso
