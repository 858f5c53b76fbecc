// Compiles in about 3 s at -O1, nearly all of it Spirit X3 (GCC 12).
#include "liquid/syntax/grammar/variable_def.h"

namespace tincture::liquid::grammar {

bool Parse(std::span<const Token> tokens, const Rules& rules, FilteredVariable* out, std::string* error) {
  return run(tokens, rules, filtered_variable, out, error);
}

}  // namespace tincture::liquid::grammar
