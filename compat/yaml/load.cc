#include "compat/yaml/load.h"

#include <string>

#include "compat/yaml/events.h"
#include "compat/yaml/psych.h"
#include "compat/yaml/safe_yaml.h"

namespace tincture::yaml {

namespace {

// Psych's text: "(path): did not find expected key while parsing a block mapping at line 2 column 1".
Error InPsychsWords(Error error, std::string_view path) {
  std::string message = "(";
  message.append(path.empty() ? "<unknown>" : path).append("): ").append(error.message);
  message += " at line " + std::to_string(error.where.line) + " column " + std::to_string(error.where.column);
  error.message = message;
  error.where.path = path;
  return error;
}

}  // namespace

Result<Value> Load(std::string_view text, const Options& options, Arena& arena) {
  Result<Document> document = ReadEvents(text, arena);
  if (!document.ok()) return InPsychsWords(document.error(), options.path);
  if (options.rules == compat::YamlRules::kSafeYaml) return ResolveSafeYaml(*document, arena);
  return ResolvePsych(*document, options.zone, arena);
}

}  // namespace tincture::yaml
