#include "compat/yaml/load.h"

#include <string>

#include "compat/yaml/events.h"
#include "compat/yaml/libyaml_check.h"
#include "compat/yaml/psych.h"
#include "compat/yaml/safe_yaml.h"
#include "compat/yaml/simple_events.h"

namespace tincture::yaml {

namespace {

// Psych's text: "(path): did not find expected key while parsing a block mapping at line 2 column 1".
Error SyntaxError(const Problem& problem, std::string_view path) {
  std::string message = "(";
  message.append(path.empty() ? "<unknown>" : path).append("): ").append(problem.problem);
  if (!problem.context.empty()) message.append(" ").append(problem.context);
  Error error{.kind = "Psych::SyntaxError"};
  error.where.path = path;
  error.where.line = static_cast<uint32_t>(problem.mark.line + 1);
  error.where.column = static_cast<uint32_t>(problem.mark.column + 1);
  message += " at line " + std::to_string(error.where.line) + " column " + std::to_string(error.where.column);
  error.message = message;
  return error;
}

// What yaml-cpp cannot read although libyaml can.
Error Unreadable(const Error& error, std::string_view path) {
  Mark mark;
  mark.line = static_cast<int>(error.where.line) - 1;
  mark.column = static_cast<int>(error.where.column) - 1;
  return SyntaxError({error.message, "", mark}, path);
}

Result<Value> Resolve(const Document& document, const Options& options, Arena& arena) {
  if (options.rules == compat::YamlRules::kPsych) return ResolvePsych(document, options.zone, arena);
  return ResolveSafeYaml(document, arena);
}

}  // namespace

Result<Value> Load(std::string_view text, const Options& options, Arena& arena) {
  if (const std::optional<Document> simple = ReadSimpleEvents(text, arena)) return Resolve(*simple, options, arena);
  const LibyamlVerdict verdict = CheckLikeLibyaml(text);
  if (verdict.problem) return SyntaxError(*verdict.problem, options.path);
  if (options.rules == compat::YamlRules::kPsych && verdict.unknown_alias) {
    return Error{.kind = "Psych::BadAlias", .message = "Unknown alias: " + *verdict.unknown_alias};
  }
  Result<Document> document = ReadEvents(verdict.rewritten ? *verdict.rewritten : text, arena);
  if (!document.ok()) return Unreadable(document.error(), options.path);
  return Resolve(*document, options, arena);
}

}  // namespace tincture::yaml
