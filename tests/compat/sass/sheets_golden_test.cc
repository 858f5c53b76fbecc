// Whole sheets in every dialect and style, against what the compilers themselves made of them
// (tests/golden/make_sass_sheets.sh); and bad input, which must end in a positioned error.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "compat/sass/sass.h"

namespace tincture::compat::sass {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(TINCTURE_SOURCE_DIR) / "tests/golden/sass_sheets";

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

class NoFiles : public Files {
 public:
  bool IsFile(const std::string& path) const override { return path == "/s/loop.scss"; }
  std::optional<std::string> Read(const std::string& path) const override {
    if (path == "/s/loop.scss") return "@import 'loop';";
    return std::nullopt;
  }
};

struct Named {
  SassDialect dialect;
  const char* name;
};
constexpr Named kDialects[] = {{SassDialect::kLibsass36, "libsass"},
                               {SassDialect::kRubySass37, "ruby-sass"},
                               {SassDialect::kDartSass, "dart-sass"}};
constexpr const char* kStyles[] = {"nested", "expanded", "compact", "compressed"};

Result<Output> CompileAs(const std::string& text, SassDialect dialect, Style style) {
  Options options;
  options.dialect = dialect;
  options.style = style;
  options.working_directory = "/s";
  options.filename = "/s/main.scss";
  return Compile(text, options, NoFiles());
}

TEST(SassSheets, AreWhatTheCompilersMake) {
  int compared = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".scss") continue;
    for (const Named& dialect : kDialects) {
      for (int style = 0; style < 4; ++style) {
        const fs::path expected =
            kFolder / (entry.path().stem().string() + "." + dialect.name + "." + kStyles[style] + ".css");
        if (!fs::exists(expected)) continue;
        std::string wanted = ReadFile(expected);
        // Dart Sass's program adds a line end.
        if (dialect.dialect == SassDialect::kDartSass && wanted.ends_with('\n')) wanted.pop_back();
        const Result<Output> made = CompileAs(ReadFile(entry.path()), dialect.dialect, static_cast<Style>(style));
        ASSERT_TRUE(made.ok()) << expected << "\n" << made.error().message;
        EXPECT_EQ(made->css, wanted) << expected;
        ++compared;
      }
    }
  }
  EXPECT_GE(compared, 30);
}

// libsass names what it read last.
void ExpectErrorAt(const std::string& text, uint32_t line, uint32_t column, uint32_t libsass_column = 0) {
  for (const Named& dialect : kDialects) {
    const Result<Output> made = CompileAs(text, dialect.dialect, Style::kExpanded);
    ASSERT_FALSE(made.ok()) << dialect.name << ": " << text.substr(0, 80);
    EXPECT_EQ(made.error().where.line, line) << dialect.name << "\n" << made.error().message.substr(0, 300);
    const bool other = libsass_column != 0 && dialect.dialect == SassDialect::kLibsass36;
    if (column != 0) {
      EXPECT_EQ(made.error().where.column, other ? libsass_column : column) << dialect.name;
    }
  }
}

TEST(SassErrors, SayWhere) {
  ExpectErrorAt("a {\n  b: $missing;\n}", 2, 6);
  ExpectErrorAt("a {\n  b: c", 2, 7, 6);
  ExpectErrorAt("@include none;", 1, 1, 10);
}

TEST(SassLimits, LoopsAndDepthEnd) {
  ExpectErrorAt("@while true {}", 1, 1);
  ExpectErrorAt("@function f($x) { @return f($x + 1); }\na { b: f(1); }", 1, 0);
  ExpectErrorAt("@mixin m { @include m; }\na { @include m; }", 1, 0);
  ExpectErrorAt("a: " + std::string(100'000, '('), 1, 0);
  ExpectErrorAt("a { b: #{\\\n}; }", 1, 0);  // a backslash that escapes nothing
  std::string rules;
  for (int i = 0; i < 100'000; ++i) rules += "a{";
  ExpectErrorAt(rules, 1, 0);
  ExpectErrorAt("@import 'loop';", 1, 0);
  ExpectErrorAt("@import '../../etc/passwd';", 1, 0);
}

}  // namespace
}  // namespace tincture::compat::sass
