// Where messages go and whether they are coloured.
#pragma once

#include <string>
#include <string_view>

namespace meso {

enum class ColourChoice { automatic, always, never };

// --color > NO_COLOR > FORCE_COLOR, CLICOLOR_FORCE > a terminal whose TERM isn't `dumb`.
bool colour_on_stdout(ColourChoice choice);
// Of a variable of the environment; empty where it isn't set.
std::string environment_value(const char* name);

// Whether somebody watches what notices are written to.
bool stderr_is_terminal();

// What a command says: findings and results on stdout, notices on stderr.
void print(std::string_view text);
void print_error(std::string_view text);  // to stderr, as it is
void notice(std::string_view text);       // prefixed by `meso: `, ended by a line break

}  // namespace meso
