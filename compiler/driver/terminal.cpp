#include "compiler/driver/terminal.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace meso {
namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool is_forced(const char* name) {
  return is_set(name) && std::string_view(std::getenv(name)) != "0";
}

}  // namespace

bool colour_on_stdout(ColourChoice choice) {
  if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
  if (is_set("NO_COLOR")) return false;
  if (is_forced("FORCE_COLOR") || is_forced("CLICOLOR_FORCE")) return true;
  const char* term = std::getenv("TERM");
  return isatty(STDOUT_FILENO) == 1 && term != nullptr && std::string_view(term) != "dumb";
}

std::string environment_value(const char* name) { return is_set(name) ? std::getenv(name) : ""; }

bool stderr_is_terminal() { return isatty(STDERR_FILENO) == 1; }

void print_error(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void notice(std::string_view text) {
  const std::string line = "meso: " + std::string(text) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace meso
