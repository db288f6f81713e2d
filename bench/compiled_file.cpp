#include "bench/compiled_file.h"

#include <stdexcept>
#include <variant>

#include "compiler/driver/disk.h"

namespace meso::bench {

Compiled compiled_file(const std::string& path) {
  const Disk disk;
  SourceSet sources;
  Sink sink;
  const auto text = disk.read(path);
  if (!std::holds_alternative<std::string>(text)) throw std::runtime_error(path + " isn't there");
  const FileId file = sources.add(path, std::get<std::string>(text));
  Compiled compiled = compile(sources, file, built_in_catalogue(), sink, std::nullopt,
                              library_reader(disk, sources));
  if (!compiled.guidelines_checked) throw std::runtime_error(path + " has errors");
  return compiled;
}

}  // namespace meso::bench
