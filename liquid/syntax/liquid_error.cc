#include "liquid/syntax/liquid_error.h"

namespace tincture::liquid {

std::string LiquidError::Message() const {
  if (is_complete || !IsLiquids()) return text;
  std::string message = kind == kSyntaxError ? "Liquid syntax error" : "Liquid error";
  if (line != 0) {
    message += " (";
    if (!template_name.empty()) message += template_name + " ";
    message += "line " + std::to_string(line) + ")";
  }
  message += ": ";
  message += text;
  if (!markup_context.empty()) message += " " + markup_context;
  return message;
}

}  // namespace tincture::liquid
