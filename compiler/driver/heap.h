// The heap of a short-lived process.
#pragma once

namespace meso {

// Makes the heap of this process quick to grow: call once, before the work begins. Does nothing
// where the C library isn't glibc.
void prepare_heap();

}  // namespace meso
