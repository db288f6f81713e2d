// The rules that a SARIF run speaks of: guidelines with their pages, other messages with what they
// mean. Private to its back end.
#pragma once

#include <cstddef>
#include <map>
#include <string_view>

#include <nlohmann/json.hpp>

#include "compiler/findings/check_report.h"

namespace meso {

class SarifRules {
 public:
  // Those with findings, by code.
  explicit SarifRules(const CheckReport& report);

  std::size_t index_of(std::string_view code) const;
  nlohmann::ordered_json json() const;

 private:
  struct Rule {
    std::size_t index = 0;
    Kind kind;
    int edition = 0;  // that the finding's file is held against
  };
  std::map<std::string_view, Rule> rules_;
};

}  // namespace meso
