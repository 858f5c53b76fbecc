#include "compat/rouge/rouge.h"

#include <algorithm>

#include "compat/rouge/guess.h"
#include "compat/rouge/lexer.h"
#include "compat/rouge/session.h"

namespace tincture::rouge {

namespace {

constexpr const Definition* kLexers[] = {
#define LEXER(name) &lexers::name,
#include "compat/rouge/lexers/list.inc"
#undef LEXER
};

using NameTable = std::map<std::string_view, const Definition*>;

void AddAliases(const Definition& lexer, NameTable& table) {
  std::string_view rest = lexer.aliases;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find(' '), rest.size());
    table.try_emplace(rest.substr(0, end), &lexer);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

// A tag goes before an alias.
const NameTable& Table() {
  static const NameTable table = [] {
    NameTable names;
    for (const Definition* lexer : kLexers) {
      if (!lexer->tag.empty()) names.try_emplace(lexer->tag, lexer);
    }
    for (const Definition* lexer : kLexers) AddAliases(*lexer, names);
    return names;
  }();
  return table;
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Ruby's CGI.unescape.
std::string Unescape(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && HexDigit(text[i + 1]) >= 0 && HexDigit(text[i + 2]) >= 0;
    if (escape) {
      out += static_cast<char>(HexDigit(text[i + 1]) * 16 + HexDigit(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

// Ruby's CGI.parse: pairs between & or ;
Options ParseQuery(std::string_view query) {
  Options options;
  while (!query.empty()) {
    const size_t end = std::min(query.find_first_of("&;"), query.size());
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    const size_t equals = pair.find('=');
    auto& values = options[Unescape(pair.substr(0, equals))];
    if (equals != pair.npos) values.push_back(Unescape(pair.substr(equals + 1)));
  }
  return options;
}

// 0 where the bytes at `text` are no UTF-8 character.
size_t CharacterLength(std::string_view text) {
  const auto lead = static_cast<uint8_t>(text[0]);
  if (lead < 0x80) return 1;
  const size_t length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length == 0 || text.size() < length) return 0;
  for (size_t i = 1; i < length; ++i) {
    if ((static_cast<uint8_t>(text[i]) & 0xc0) != 0x80) return 0;
  }
  const auto second = static_cast<uint8_t>(text[1]);
  const bool too_long = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
  const bool no_character = (lead == 0xed && second >= 0xa0) || (lead == 0xf4 && second >= 0x90);
  return too_long || no_character ? 0 : length;
}

bool IsUtf8(std::string_view text) {
  while (!text.empty()) {
    const size_t length = CharacterLength(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

// Rouge stops the build where several lexers fit; here it is plain text.
const Definition& Guess(std::string_view code, const Options& options) {
  if (!IsUtf8(code)) return PlainText();
  const std::vector<const Definition*> lexers = Guesses(code, StringOption(options, "mimetype").value_or(""));
  return lexers.size() == 1 ? *lexers.front() : PlainText();
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uint8_t>(c) < 0x80; });
}

Lexed GiveUp(std::string_view text, std::string warning) { return {TokenList::Plain(text), std::move(warning)}; }

}  // namespace

bool BoolOption(const Options& options, std::string_view key, bool otherwise) {
  const auto option = options.find(key);
  if (option == options.end()) return otherwise;
  if (option->second.empty()) return true;
  const std::string& value = option->second.back();
  return value != "0" && value != "false" && value != "off";
}

std::optional<std::string_view> StringOption(const Options& options, std::string_view key) {
  const auto option = options.find(key);
  if (option == options.end() || option->second.empty()) return std::nullopt;
  return option->second.back();
}

const Definition* Find(std::string_view name) {
  const auto found = Table().find(name);
  return found == Table().end() ? nullptr : found->second;
}

std::optional<Fancy> FindFancy(std::string_view name, std::string_view code) {
  const size_t query = name.find('?');
  Fancy fancy{nullptr, query == name.npos ? Options{} : ParseQuery(name.substr(query + 1))};
  const std::string_view plain_name = name.substr(0, query);
  fancy.lexer = plain_name == "guess" ? &Guess(code, fancy.options) : Find(plain_name);
  if (fancy.lexer == nullptr) return std::nullopt;
  return fancy;
}

std::string_view TagOf(const Definition& lexer) { return lexer.tag; }

const Definition& PlainText() { return lexers::plaintext; }

std::vector<std::string_view> Tags() {
  std::vector<std::string_view> tags;
  for (const Definition* lexer : kLexers) {
    if (!lexer->tag.empty()) tags.push_back(lexer->tag);
  }
  std::sort(tags.begin(), tags.end());
  return tags;
}

std::vector<std::pair<std::string_view, std::string_view>> Names() {
  std::vector<std::pair<std::string_view, std::string_view>> names;
  for (const auto& [name, lexer] : Table()) names.emplace_back(name, lexer->tag);
  return names;
}

Lexed Lex(const Definition& lexer, const Options& options, std::string_view text) {
  if (!IsUtf8(text)) return GiveUp(text, "the code is not valid UTF-8, so it is shown without highlighting");
  Session session;
  session.unicode = !IsAscii(text);
  session.tokens.text.reserve(text.size());
  Lexer run(lexer, options, session);
  run.Reset();
  run.ContinueLex(text);
  if (session.gave_up) {
    return GiveUp(text, "the " + std::string(lexer.tag) +
                            " lexer takes too long over this code, so it is shown without highlighting");
  }
  return {std::move(session.tokens), {}};
}

}  // namespace tincture::rouge
