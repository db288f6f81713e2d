// The athlete file, read with the catalogue's names.
#pragma once

#include <optional>
#include <string>

#include "compiler/data/athlete.h"
#include "compiler/source/file_system.h"
#include "compiler/source/source.h"

namespace meso {

struct AthleteInput {
  std::optional<Athlete> athlete;
  bool failed = false;
};
// Nothing, and no failure, for an empty path. Mistakes go to the sink.
AthleteInput read_athlete_file(const std::string& path, const FileSystem& files, SourceSet& sources,
                               Sink& sink);

}  // namespace meso
