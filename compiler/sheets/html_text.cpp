#include "compiler/sheets/html_text.h"

namespace meso::html {
namespace {

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += static_cast<unsigned char>(c) < 32 || c == 127 ? ' ' : c;
    }
  }
  return out;
}

std::string name(std::string_view text) { return "<bdi>" + escape(text) + "</bdi>"; }

std::string typeset(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool after_digit = i > 0 && digit_at(text, i - 1);
    if (text[i] == '-' && after_digit && digit_at(text, i + 1))
      out += "\u2013";
    else if (text[i] == '-' && i > 0 && text[i - 1] == ' ')
      out += "\u2212";
    else if (text.substr(i, 3) == " x " && after_digit)
      out += "\u2009\u00d7\u2009", i += 2;
    else
      out += escape(text.substr(i, 1));
  }
  return out;
}

}  // namespace meso::html
