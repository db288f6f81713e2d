// Options that several commands have, each with words of our own for what it can't be.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/commands.h"

namespace meso {

// What an option may be. The first of `choices` is number 0 for an enum.
CLI::Validator one_of(std::vector<std::string> choices, bool as_number = false);

void add_project(CLI::App& command, ProjectChoice& project);
void add_outputs(CLI::App& command, CheckOptions& check);
void add_date(CLI::App& command, std::optional<int>& day);
void add_colour(CLI::App& command, ColourChoice& colour);
void add_threads(CLI::App& command, int& threads);

// Of `meso build`.
std::vector<std::string> format_names();

}  // namespace meso
