#include "engine/drops/code.h"

#include "compat/rouge/missing.h"
#include "engine/model/turn.h"

namespace tincture::engine {

void CodeWarnings::Add(std::string_view language, std::string_view page, std::string_view message) {
  if (Turn* turn = Turn::Current()) return turn->WarnOfCode(language, page, message);
  const std::lock_guard lock(mu_);
  const auto [warning, is_new] = warnings_.try_emplace(std::string(language));
  if (is_new || page < warning->second.page) warning->second = {std::string(page), std::string(message)};
}

void CodeWarnings::Print(Log& log) {
  const std::lock_guard lock(mu_);
  for (const auto& [language, warning] : warnings_) {
    log.Warn("Highlighting:", warning.message + (warning.page.empty() ? "" : " (" + warning.page + ")"));
  }
  warnings_.clear();
}

std::optional<LexedCode> LexCode(std::string_view name, std::string_view code, const WarnOfCode& warn) {
  std::optional<rouge::Fancy> fancy = rouge::FindFancy(name, code);
  const std::string_view language = name.substr(0, name.find('?'));
  const bool is_missing = !fancy && rouge::IsMissing(language);
  if (is_missing) {
    warn(language,
         "no lexer for '" + std::string(language) + "' here yet, though Rouge has one; its code is plain text");
    fancy = rouge::Fancy{&rouge::PlainText(), {}};
  }
  if (!fancy) return std::nullopt;
  rouge::Lexed lexed = rouge::Lex(*fancy->lexer, fancy->options, code);
  if (!lexed.warning.empty()) warn(language, lexed.warning);
  return LexedCode{fancy->lexer, is_missing, std::move(lexed.tokens)};
}

}  // namespace tincture::engine
