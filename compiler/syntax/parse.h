// Text -> tree. Never fails and never throws: what can't be read is reported and kept.
#pragma once

#include "compiler/diag/diagnostic.h"
#include "compiler/source/source.h"
#include "compiler/syntax/tree.h"

namespace meso {

Tree parse(const SourceFile& file, FileId id, Sink& sink);

}  // namespace meso
