// Utils::Html: escaping, entities and attributes as kramdown's HTML converter writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compat/kramdown/element.h"
#include "compat/kramdown/options.h"

namespace tincture::kramdown {

// kAll: < > & always. kText: entities are left as they are. kAttribute: as text, and the quotation mark.
enum class EscapeKind { kAll, kText, kAttribute };
void EscapeHtml(std::string_view text, EscapeKind kind, std::string& out);
std::string EscapeHtml(std::string_view text, EscapeKind kind = EscapeKind::kAll);

// ` name="value"` for each; an empty id is left out.
void AppendHtmlAttributes(const Attributes& attributes, std::string& out);

// As the option entity_output wants it; `original`: as the source has it, empty where it comes from kramdown itself.
std::string EntityToString(const Entity& entity, std::string_view original, const Options& options);
// The entity that the option smart_quotes names for `quote`.
Entity SmartQuoteEntity(Quote quote, const Options& options);

}  // namespace tincture::kramdown
