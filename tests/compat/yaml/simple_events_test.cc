#include "compat/yaml/simple_events.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "compat/yaml/events.h"
#include "compat/yaml/libyaml_check.h"

namespace tincture::yaml {
namespace {

std::string Written(const Document& document) {
  std::string text = document.present ? "document\n" : "";
  for (const Event& event : document.events) {
    text += std::to_string(static_cast<int>(event.kind)) + (event.quoted ? " quoted " : " ") +
            std::to_string(event.anchor) + " <" + std::string(event.text) + "> " + std::string(event.tag) + "\n";
  }
  return text;
}

// True: read, and as yaml-cpp and libyaml read it.
bool ReadsAlike(const std::string& text) {
  Arena arena;
  const std::optional<Document> simple = ReadSimpleEvents(text, arena);
  if (!simple) return false;
  const LibyamlVerdict verdict = CheckLikeLibyaml(text);
  EXPECT_FALSE(verdict.problem) << text;
  EXPECT_FALSE(verdict.unknown_alias) << text;
  EXPECT_FALSE(verdict.rewritten) << text;
  const Result<Document> document = ReadEvents(text, arena);
  EXPECT_TRUE(document.ok()) << text;
  EXPECT_EQ(Written(*simple), document.ok() ? Written(*document) : "") << text;
  return true;
}

TEST(SimpleEvents, ReadsFrontMatter) {
  EXPECT_TRUE(
      ReadsAlike("title: \"A title: with 'quotes'\"\ndate: 2026-01-02\ntags: [a b, c-d, \"e f\"]\nlayout: post\n"));
  EXPECT_TRUE(ReadsAlike("tags:\n- one\n- two words\nlist:\n  - a\n  - b#c\n"));
  EXPECT_TRUE(ReadsAlike("a:\n\nb: null\n# comment\nnested:\n  c: http://example.org/#d\n  e:\n    f: 'g'\n"));
  EXPECT_TRUE(ReadsAlike("- title: x\n  url: /x/\n  sub:\n  - y: 1\n    z: 2\n- title: Łódź — café\n"));
}

TEST(SimpleEvents, LeavesTheRestToYamlCpp) {
  Arena arena;
  for (const char* text : {"",
                           "# only\n",
                           "a: b\n  c",
                           "a: \"b\\n\"",
                           "a: &x b",
                           "a: *x",
                           "a: !t b",
                           "a: |\n  b",
                           "a: {b: c}",
                           "a: b # c",
                           "a: [b: c]",
                           "a: [b, ]",
                           "a:\tb",
                           "a: b\r\n",
                           "? a\n",
                           "a b: c",
                           "a: b: c",
                           "---\n",
                           "--- a: b",
                           "%YAML 1.1\n---\na: b\n",
                           "a: b\n---\n",
                           "'a': b",
                           "a: 'it''s'",
                           "- - a",
                           "a: -",
                           "a: \"b\" c",
                           "a: \xC2\x85",
                           "a: \xE2\x80\xA8",
                           "a: \xFF",
                           "a:\n    b: c\n  d: e\n"}) {
    EXPECT_FALSE(ReadSimpleEvents(text, arena)) << text;
  }
}

TEST(SimpleEvents, NestingEndsSomewhere) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += std::string(static_cast<size_t>(i), ' ') + "a:\n";
  Arena arena;
  EXPECT_FALSE(ReadSimpleEvents(text, arena));
}

TEST(SimpleEvents, EveryGoldenCase) {
  int read = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(TINCTURE_SOURCE_DIR "/tests/golden")) {
    const auto extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".yml" && extension != ".md" && extension != ".html")) continue;
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    const std::string whole = text.str();
    const size_t end = whole.starts_with("---\n") ? whole.find("\n---", 3) : std::string::npos;
    read += ReadsAlike(whole.substr(0, end == std::string::npos ? end : end + 1));
  }
  EXPECT_GT(read, 100);
}

// Lines put together from what front matter is made of, each now and then with an accident.
TEST(SimpleEvents, RandomTexts) {
  const std::vector<std::string> pieces = {
      "a",     "key",      "b c",   ":",    ": ",  ": x",      "- ", "-",  "[",    "]",     ", ",   ",",
      "\"",    "'",        "\"q\"", "'s'",  "[a]", "[]",       "#",  " #", "~",    "null",  "Null", "1.5",
      "12:30", "2026-1-2", "/x/",   "&a",   "*a",  "!t",       "|",  ">",  "{",    "}",     "?",    "%",
      "@",     "`",        "\\",    "é",    "—",   "漢",       ".",  "..", "...",  "---",   "<<",   "=",
      "(x)",   "+1",       "-1",    "true", "\t",  "\xC2\xA0", "😀",  "''", "\"\"", "k-v_w", "_u",   "x:y"};
  uint32_t random = 7;
  const auto below = [&random](size_t count) {
    random = random * 1664525U + 1013904223U;
    return (random >> 8) % count;
  };
  int read = 0;
  for (int round = 0; round < 120000; ++round) {
    std::string text = below(6) == 0 ? "---\n" : "";
    const size_t lines = 1 + below(5);
    for (size_t line = 0; line < lines; ++line) {
      text.append(below(3) == 0 ? below(5) : (below(2) == 0 ? 2 : 0), ' ');
      if (below(3) == 0) text += "- ";
      if (below(3) != 0) text += std::string(1, "abcdk"[below(5)]) + (below(4) == 0 ? ":" : ": ");
      for (size_t count = below(4); count > 0; --count) text += pieces[below(pieces.size())];
      if (line + 1 < lines || below(2) == 0) text += '\n';
      if (below(12) == 0) text += below(2) == 0 ? "\n" : "# c\n";
    }
    read += ReadsAlike(text);
    if (HasFailure()) return;
  }
  EXPECT_GT(read, 3000);
}

}  // namespace
}  // namespace tincture::yaml
