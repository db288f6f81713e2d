// Logs for the benchmarks: as an athlete keeps one over years, the same at every run.
#pragma once

#include <string>

namespace meso::bench {

// So many records, check-ins and sessions in turn, as they are written by meso itself.
std::string generate_log(int entries);

}  // namespace meso::bench
