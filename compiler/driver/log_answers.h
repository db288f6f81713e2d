// What a person types at a question of `meso log`, read. Pure; what isn't understood is nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/step/check_in.h"

namespace meso {

// What may be typed at every question.
enum class Typed { answer, nothing, back, pass, help, quit };
Typed typed_kind(std::string_view text);

// One number for each name: `0` for all, `0 1 0 3` one each (`-` for one that isn't answered),
// `quads 3, calves 1` for some, the rest 0. Names may be cut short.
std::optional<std::vector<std::int8_t>> soreness_from(std::string_view text,
                                                      const std::vector<std::string>& names);
std::optional<int> number_from(std::string_view text, int least, int most);
std::optional<Decimal> positive_from(std::string_view text);
// `n` for none of them, else `y` or `n` for each.
std::optional<std::vector<bool>> yes_nos_from(std::string_view text, std::size_t count);

struct Complaints {
  bool none = false;  // said so
  std::vector<PainReport> pains;
  std::string red_flag;
};
// `n`; `d lower back`, `s knee`, several with commas; `r chest pain`, for the stop list.
std::optional<Complaints> complaints_from(std::string_view text);

// A warm-up set as sheets write it, `3 x 80 kg`, in the log's words: `3 80 kg`. Any other text is
// left as it is.
std::string warm_up_set_from(std::string_view text);

}  // namespace meso
