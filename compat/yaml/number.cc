#include "compat/yaml/number.h"

#include <charconv>
#include <cstdlib>
#include <optional>

#include "liquid/value/number.h"

namespace tincture::yaml {

namespace {

Error InvalidValue(std::string_view function, std::string_view text) {
  std::string message = "invalid value for ";
  message.append(function).append("(): \"").append(text).append("\"");
  return Error{.kind = "ArgumentError", .message = message};
}

}  // namespace

std::string Without(std::string_view text, std::string_view unwanted) {
  std::string kept;
  kept.reserve(text.size());
  for (const char c : text) {
    if (unwanted.find(c) == std::string_view::npos) kept += c;
  }
  return kept;
}

Result<Value> RubyInteger(std::string_view text, Arena& arena) {
  const std::optional<Value> number = ParseInteger(text, arena);
  if (!number) return InvalidValue("Integer", text);
  return *number;
}

Result<double> RubyFloat(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      plain += text[i];
      continue;
    }
    const bool between = i > 0 && i + 1 < text.size() && IsDigit(text[i - 1]) && IsDigit(text[i + 1]);
    if (!between) return InvalidValue("Float", text);
  }
  std::string_view rest = plain;
  if (rest.starts_with('+')) rest.remove_prefix(1);
  double number = 0;
  const auto [end, code] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (end != rest.data() + rest.size() || code == std::errc::invalid_argument) return InvalidValue("Float", text);
  // from_chars leaves `number` alone where it overflows; Ruby gives Infinity (or 0.0).
  if (code == std::errc::result_out_of_range) number = std::strtod(std::string(rest).c_str(), nullptr);
  return number;
}

}  // namespace tincture::yaml
