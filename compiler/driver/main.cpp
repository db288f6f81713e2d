#include <cstdio>
#include <cstring>
#include <exception>
#include <new>

#include "compiler/driver/commands.h"
#include "compiler/driver/disk.h"
#include "compiler/driver/heap.h"
#include "compiler/driver/options.h"

int main(int argc, char** argv) {
  // A reader that goes away (`meso check ... | head`) ends us quietly: SIGPIPE's default.
  // The commonest question costs nothing but its answer.
  if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
    std::puts("meso " MESO_VERSION);
    return meso::kClean;
  }
  meso::prepare_heap();
  try {
    meso::Disk disk;
    const int code = meso::run_command_line(argc, argv, disk);
    return std::fflush(stdout) == 0 ? code : meso::kFailed;
  } catch (const std::bad_alloc&) {
    std::fputs("meso: out of memory\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr,
                 "meso: internal error: %s\nmeso: please report it with the plan that led to it\n",
                 error.what());
  }
  return meso::kFailed;
}
