#include "compat/kramdown/options_from_config.h"

#include "compat/kramdown/option_check.h"
#include "liquid/value/hash.h"

namespace tincture::kramdown {

namespace {

Value HighlighterOf(const Hash& config, const Value& highlighter) {
  const Value own = config.Get("syntax_highlighter");
  if (own.Truthy()) return own;
  if (config.Get("enable_coderay").Truthy()) return Value::String("coderay");
  return highlighter.Truthy() ? highlighter : Value::String("rouge");
}

// Jekyll adds a default language and its own `guess_lang`.
void SetHighlighting(Options& options, const Hash& config, const Value& highlighter) {
  Arena arena;
  const Hash none({}, {});
  const Value given = config.Get("syntax_highlighter_opts");
  HashBuilder values(arena, given.IsHash() ? given.AsHash() : none);
  const Value* lang = values.Find("default_lang");
  if (!lang || !lang->Truthy()) values.Set("default_lang", Value::String("plaintext"));
  values.Set("guess_lang", config.Get("guess_lang"));
  SetHighlighterOptions(options, *values.Build());
  SetOption(options, "syntax_highlighter", HighlighterOf(config, highlighter));
}

}  // namespace

Options OptionsFromConfig(const Value& config, const Value& highlighter) {
  Options options;
  const Hash empty({}, {});
  const Hash& values = config.IsHash() ? config.AsHash() : empty;
  for (const Hash::Entry& entry : values.entries()) {
    if (!entry.key.IsString()) continue;
    const std::string_view name = entry.key.AsString();
    if (name != "syntax_highlighter" && name != "syntax_highlighter_opts") SetOption(options, name, entry.value);
  }
  SetHighlighting(options, values, highlighter);
  return options;
}

std::string WhyRefused(const Value& config, bool keys_are_symbols) {
  if (!config.IsHash()) return {};
  if (std::string unnamed = WhyUnnamed(config.AsHash(), keys_are_symbols); !unnamed.empty()) return unnamed;
  for (const Hash::Entry& entry : config.AsHash().entries()) {
    std::string refused = WhyRefused(entry.key.AsString(), entry.value, keys_are_symbols);
    if (!refused.empty()) return refused;
  }
  return {};
}

}  // namespace tincture::kramdown
