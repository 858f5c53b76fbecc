#include "compat/sass/syntax/indented_to_scss.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "compat/sass/syntax/characters.h"

namespace tincture::compat::sass {

namespace {

constexpr std::string_view kSpaces = " \t\n\v\f\r";

// `:hover` is a selector where `:color red` is a property of the old syntax.
constexpr std::array<std::string_view, 58> kPseudoClasses = {
    ":link",
    ":visited",
    ":active",
    ":lang",
    ":first-child",
    ":hover",
    ":focus",
    ":first",
    ":target",
    ":root",
    ":nth-child",
    ":nth-last-of-child",
    ":nth-of-type",
    ":nth-last-of-type",
    ":last-child",
    ":first-of-type",
    ":last-of-type",
    ":only-child",
    ":only-of-type",
    ":empty",
    ":not",
    ":default",
    ":valid",
    ":invalid",
    ":in-range",
    ":out-of-range",
    ":required",
    ":optional",
    ":read-only",
    ":read-write",
    ":dir",
    ":enabled",
    ":disabled",
    ":checked",
    ":indeterminate",
    ":nth-last-child",
    ":any-link",
    ":local-link",
    ":scope",
    ":active-drop-target",
    ":valid-drop-target",
    ":invalid-drop-target",
    ":current",
    ":past",
    ":future",
    ":placeholder-shown",
    ":user-error",
    ":blank",
    ":nth-match",
    ":nth-last-match",
    ":nth-column",
    ":nth-last-column",
    ":matches",
    ":fullscreen",
};

bool IsPseudoClass(std::string_view word) {
  size_t end = 1;
  const auto is_letter = [](char c) { return c == '-' || (Lower(c) >= 'a' && Lower(c) <= 'z'); };
  while (end < word.size() && is_letter(word[end])) ++end;
  std::string name(word.substr(0, end));
  for (char& c : name) c = Lower(c);
  return std::ranges::find(kPseudoClasses, name) != kPseudoClasses.end();
}

// Where a `//` comment begins: not in quotes, parentheses or another comment.
size_t FindLineComment(std::string_view line) {
  char quote = 0;
  bool comment = false;
  int nesting = 0;
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const char before = i > 0 ? line[i - 1] : '\0';
    if (c == '\\') {
      if (quote != 0) ++i;
    } else if (c == '"' || c == '\'') {
      if (!comment && (quote == 0 || quote == c)) quote = quote == 0 ? c : '\0';
    } else if (quote != 0) {
      continue;
    } else if (c == '(' || c == ')') {
      nesting += c == '(' ? 1 : -1;
    } else if (c == '*' && before == '/') {
      comment = true;
    } else if (c == '/' && before == '*') {
      comment = false;
    } else if (c == '/' && before == '/' && !comment && nesting == 0) {
      return i - 1;
    }
  }
  return line.npos;
}

// Whether there is anything but space and comments.
bool HasText(std::string_view line) {
  for (size_t at = line.find_first_not_of(kSpaces); at != line.npos; at = line.find_first_not_of(kSpaces, at)) {
    if (line.substr(at, 2) != "/*") return true;
    const size_t close = line.find("*/", at);
    if (close == line.npos) return false;
    at = close + 2;
  }
  return false;
}

bool StartsWithOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [text](std::string_view word) { return text.starts_with(word); });
}

class Converter {
 public:
  void Line(std::string line) {
    line.resize(line.find_last_not_of(kSpaces) + 1);
    if (line.empty()) {
      space_ += "\n";
      return;
    }
    Statement(std::move(line), false);
  }
  std::string Finish() {
    Statement({}, true);
    return std::move(scss_);
  }

 private:
  enum class Comment { kNone, kLine, kBlock };
  size_t depth() const { return indents_.back(); }

  void Statement(std::string line, bool last) {
    const size_t indent = last ? 0 : line.find_first_not_of(kSpaces);
    const std::string opening = line.substr(indent, 2);
    if (indent <= depth()) EndStatement();
    CloseBlocks(indent);
    is_selector_ = false;
    if (!last) Rewrite(indent, &line);
    if (comment_ == Comment::kNone && indent >= depth() && HasText(line)) open_ = true;
    if (indent > depth()) GoDeeper(indent, &line);
    if (opening == "/*" || opening == "//") OpenComment(opening);
    Put(&line);
    NoteEnd(line);
  }

  // The line before ends: by its comment's closing, a semicolon, or, a selector with nothing beneath, an empty block.
  void EndStatement() {
    if (comment_ == Comment::kBlock) {
      scss_ += " */";
    } else if (comment_ == Comment::kNone && open_ && !after_comma_) {
      if (is_selector_) {
        scss_ += " {}";
      } else if (!after_semicolon_) {
        scss_ += ";";
      }
    }
    comment_ = Comment::kNone;
  }

  void CloseBlocks(size_t indent) {
    while (indent < depth()) {
      indents_.pop_back();
      scss_ += comment_ == Comment::kNone ? " }" : " */";
      comment_ = Comment::kNone;
    }
  }

  void GoDeeper(size_t indent, std::string* line) {
    if (comment_ == Comment::kNone) {
      if (!open_) return;
      scss_ += " {";
      indents_.push_back(indent);
    } else if (comment_ == Comment::kLine && line->size() >= depth() + 2) {
      line->replace(depth(), 2, "//");
    }
  }

  void OpenComment(std::string_view opening) {
    open_ = false;
    if (comment_ == Comment::kBlock) scss_ += " */";
    comment_ = opening == "//" ? Comment::kLine : Comment::kBlock;
  }

  // --- What is written otherwise in SCSS ---

  void Rewrite(size_t indent, std::string* line) {
    if ((*line)[indent] == '\\') {
      is_selector_ = true;
      (*line)[indent] = ' ';
    }
    const std::string_view text = std::string_view(*line).substr(indent);
    if (text[0] == ':' && !text.starts_with("::")) {
      OldProperty(indent, line);
    } else if (StartsWithOneOf(text, {"@warn", "@debug", "@error", "@value", "@charset", "@namespace"})) {
      return;
    } else if (text[0] == '=') {
      line->replace(indent, 1, "@mixin ");
    } else if (text[0] == '+') {
      if (text.size() > 1 && text[1] != ' ' && text[1] != '\t') line->replace(indent, 1, "@include ");
    } else if (text.starts_with("@import")) {
      QuoteImports(indent, line);
    } else if (!StartsWithOneOf(text, {"@return", "@extend", "@include", "@content"})) {
      const size_t colon = text.find(':');
      const char next = colon == text.npos || colon + 1 >= text.size() ? '\0' : text[colon + 1];
      is_selector_ = next != ' ' && next != '\t';
    }
  }

  // `:color red`
  void OldProperty(size_t indent, std::string* line) {
    is_selector_ = true;
    const std::string text = line->substr(indent);
    const size_t space = text.find_first_of(kSpaces);
    const size_t value = space == text.npos ? text.npos : text.find_first_not_of(kSpaces, space);
    if (value != text.npos && text[value] != ':' && !IsPseudoClass(text.substr(0, space))) {
      line->replace(indent, space, text.substr(1, space - 1) + ":");
      const size_t word = line->find_first_not_of(':', indent);
      is_selector_ = word == line->npos || line->find(':', word) == line->npos;
    }
    if ((*line)[indent] == ':' && is_selector_) {
      const size_t end = line->find_first_of(kSpaces, indent);
      *line = line->substr(0, indent) + line->substr(indent + 1, end) + ":";
    }
  }

  // `@import a, "b"`: each that is neither quoted nor a url gets quotes.
  static void QuoteImports(size_t indent, std::string* line) {
    const size_t space = line->find_first_of(kSpaces, indent + 7);
    if (space == line->npos) return;
    size_t start = line->find_first_not_of(kSpaces, space);
    char quote = 0;
    for (size_t at = start; at <= line->size(); ++at) {
      const char c = at < line->size() ? (*line)[at] : '\0';
      if (c == '\\') {
        ++at;
      } else if (c == '"' || c == '\'') {
        if (quote == 0 || quote == c) quote = quote == 0 ? c : '\0';
      } else if (quote == 0 && (c == ',' || c == '\0')) {
        const char first = start < line->size() ? (*line)[start] : '\0';
        if (first != '"' && first != '\'' && line->compare(start, 4, "url(") != 0) {
          const size_t end = line->find_last_not_of(kSpaces, at - 1) + 1;
          line->insert(end, 1, '"');
          line->insert(start, 1, '"');
          at += 2;
        }
        start = std::min(line->find_first_not_of(kSpaces, std::min(at + 1, line->size())), line->size());
      }
    }
  }

  // --- Output ---

  // What ends the line is not known yet: its comment and newline wait for the next one.
  void Put(std::string* line) {
    scss_ += std::exchange(space_, {});
    if (line->empty()) return;
    const size_t comment = FindLineComment(*line);
    if (comment != line->npos) {
      const size_t end = comment == 0 ? 0 : line->find_last_not_of(kSpaces, comment - 1) + 1;
      space_ += line->substr(end);
      line->resize(end);
    }
    space_ += "\n";
    scss_ += *line;
  }

  void NoteEnd(std::string_view line) {
    const size_t last = line.find_last_not_of(kSpaces);
    if (last == line.npos) return;
    after_comma_ = comment_ == Comment::kNone && line[last] == ',';
    after_semicolon_ = comment_ == Comment::kNone && line[last] == ';';
    if (last > 0 && line.substr(last - 1, 2) == "*/") comment_ = Comment::kNone;
  }

  std::string scss_;
  std::string space_;
  std::vector<size_t> indents_ = {0};
  Comment comment_ = Comment::kNone;
  bool open_ = false;  // the line before is a statement
  bool is_selector_ = false;
  bool after_comma_ = false;
  bool after_semicolon_ = false;
};

}  // namespace

std::string IndentedToScss(std::string_view sass) {
  Converter converter;
  for (size_t start = 0; start < sass.size();) {
    const size_t end = std::min(sass.find_first_of("\r\n", start), sass.size());
    converter.Line(std::string(sass.substr(start, end - start)));
    start = end + (sass.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return converter.Finish();
}

}  // namespace tincture::compat::sass
