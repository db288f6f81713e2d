// The command line: what may be written, and which command it means.
#pragma once

namespace meso {

class FileSystem;

// Parses, runs the command, gives the exit code.
int run_command_line(int argc, char** argv, FileSystem& files);

}  // namespace meso
