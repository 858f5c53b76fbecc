#include "compat/rouge/guess.h"

#include <algorithm>
#include <string>

#include "compat/rouge/definition.h"
#include "compat/rouge/pattern.h"
#include "compat/rouge/rouge.h"

namespace tincture::rouge {

namespace {

constexpr const Definition* kLexers[] = {
#define LEXER(name) &lexers::name,
#include "compat/rouge/lexers/list.inc"
#undef LEXER
};

constexpr size_t kModelineLines = 5;

// `-*- ruby -*-`, `-*- coding: utf-8; mode: ruby -*-`; `vim: ft=ruby`; `vim: set ft=ruby:`. The name is group 1.
constexpr const char* kModelines[] = {
    (R"((?i)(?s:.*?)-\*-\s*(?:(?!mode)[\w-]+\s*:\s*(?:[\w+-]+)\s*;?\s*)*(?:mode\s*:)?\s*([\w+-]+)\s*)"
     R"((?:;\s*(?!mode)[\w-]+\s*:\s*[\w+-]+\s*)*;?\s*-\*-)"),
    R"((?i)(?s:.*?)(?:vim|vi|ex):\s*(?:ft|filetype|syntax)=(\w+)\s?)",
    R"((?i)(?s:.*?)(?:vim|vi|ex):\s*se(?:t)?.*\s(?:ft|filetype|syntax)=(\w+)\s?.*:)",
};

// String#split: empty lines at the end do not count.
std::vector<std::string_view> Lines(std::string_view text) {
  std::vector<std::string_view> lines;
  text = text.substr(0, text.find_last_not_of('\n') + 1);
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string FirstAndLastLines(std::string_view text) {
  const std::vector<std::string_view> lines = Lines(text);
  const size_t count = std::min(lines.size(), kModelineLines);
  std::string out;
  for (size_t i = 0; i < count; ++i) out.append(lines[i]).append("\n");
  for (size_t i = lines.size() - count; i < lines.size(); ++i) out.append(lines[i]).append("\n");
  if (!out.empty()) out.pop_back();
  return out;
}

// A byte order mark and the returns before line ends do not count.
std::string Normalized(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!text.substr(i).starts_with("\r\n")) out += text[i];
  }
  return out;
}

bool HasName(const Definition& lexer, std::string_view name) {
  return lexer.tag == name ||
         (" " + std::string(lexer.aliases) + " ").find(" " + std::string(name) + " ") != std::string::npos;
}

// Those of `lexers` that pass; all of them where none does.
template <class Test>
std::vector<const Definition*> Narrowed(const std::vector<const Definition*>& lexers, Test test) {
  std::vector<const Definition*> passing;
  std::copy_if(lexers.begin(), lexers.end(), std::back_inserter(passing), test);
  return passing.empty() ? lexers : passing;
}

}  // namespace

std::vector<std::string> ModelineNames(std::string_view text) {
  static const std::vector<std::unique_ptr<Pattern>> patterns = [] {
    std::vector<std::unique_ptr<Pattern>> made;
    for (const char* source : kModelines) made.push_back(std::make_unique<Pattern>(source));
    return made;
  }();
  const std::string searched = FirstAndLastLines(text);
  std::vector<std::string> names;
  std::vector<size_t> groups;
  for (const auto& pattern : patterns) {
    MatchBudget budget;
    if (pattern->Match(searched, true, groups, budget) != Outcome::kMatch) continue;
    names.push_back(searched.substr(groups[2], groups[3] - groups[2]));
  }
  return names;
}

std::vector<const Definition*> Guesses(std::string_view text, std::string_view mimetype) {
  if (const Definition* lexer = FindByMimeType(mimetype)) return {lexer};
  const std::string source = Normalized(text);
  const std::vector<const Definition*> all(std::begin(kLexers), std::end(kLexers));
  const std::vector<std::string> names = ModelineNames(source);
  std::vector<const Definition*> lexers = Narrowed(all, [&](const Definition* lexer) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return HasName(*lexer, name); });
  });
  if (lexers.size() == 1) return lexers;
  lexers = Narrowed(lexers, [&](const Definition* lexer) { return lexer->detect != nullptr && lexer->detect(source); });
  if (lexers.size() == all.size()) lexers.clear();
  return lexers;
}

}  // namespace tincture::rouge
