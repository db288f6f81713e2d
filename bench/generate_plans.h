// Plans for the benchmarks: as coaches write them, of any length, the same at every run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace meso::bench {

struct Shape {
  int blocks = 1;
  int weeks = 0;  // of each block; 0: 4 to 12
};

// A valid plan: head, gate, rules, schemes, and blocks each followed by a deload. Seeds differ in
// sessions, exercises, prescriptions and notes.
std::string generate_plan(std::uint32_t seed, Shape shape);
// About 500 lines and 25 KB.
std::string five_hundred_lines(std::uint32_t seed);
// One block of twelve weeks.
std::string twelve_weeks();
std::string sixteen_weeks();  // the same of sixteen
// Distinct plans of about 500 lines, at least so many bytes in all.
std::vector<std::string> generate_corpus(std::size_t bytes);
// Plans one behind the other, as an e-mail leaves them: no indentation, pasted characters.
std::string generate_pasted(std::size_t bytes);
// Lines none of which can be read, after a plan line: slips of every kind that coaches make.
std::string generate_bad_lines(int count);

}  // namespace meso::bench
