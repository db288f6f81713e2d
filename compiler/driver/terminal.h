// Where messages go and whether they are coloured.
#pragma once

#include <string>
#include <string_view>

namespace meso {

enum class ColourChoice { automatic, always, never };

// --color > NO_COLOR > FORCE_COLOR, CLICOLOR_FORCE > a terminal whose TERM isn't `dumb`.
bool colour_on_stdout(ColourChoice choice);

// What a command says: findings and results on stdout, notices on stderr.
void print(std::string_view text);
void notice(std::string_view text);  // prefixed by `meso: `, ended by a line break

}  // namespace meso
