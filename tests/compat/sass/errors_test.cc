// What Dart Sass refuses: each ends in an error with its place. Messages and places are those of npm's sass 1.108.2 (but
// for `\110000`, which it takes, as JavaScript has no such limit; sass-spec has the message).
#include <gtest/gtest.h>

#include <map>

#include "compat/sass/sass.h"

namespace tincture::compat::sass {
namespace {

struct Refused {
  const char* source;
  const char* message;
  size_t line;
  size_t column;
};

class LibraryFiles : public Files {
 public:
  bool IsFile(const std::string& path) const override { return files_.contains(path); }
  std::optional<std::string> Read(const std::string& path) const override {
    const auto found = files_.find(path);
    if (found == files_.end()) return std::nullopt;
    return found->second;
  }

 private:
  const std::map<std::string, std::string> files_ = {
      {"/s/_one.scss", "$size: 1; @mixin box {} @function half() {@return 1}"},
      {"/s/_two.scss", "$size: 2; @mixin box {} @function half() {@return 2}"},
      {"/s/_both.scss", "@use 'one' as *; @use 'two' as *; $size: 3 !default;"},
      {"/s/_hidden.scss", "%-hidden {a: b}"},
      {"/s/_reaches_back.scss", "left {@extend of-main}"},
      {"/s/_left.scss", "left-target {a: b} left {@extend right-target}"},
      {"/s/_right.scss", "right-target {a: b}"},
      {"/s/theme.scss/_index.scss", "a {b: c}"},
      {"/s/if.css", "a {b: if(sass(true): c)}"},
      {"/s/list.css", "a {b: nth(1 2, 1)}"},
      {"/s/rest.css", "a {b: hsl(1...)}"},
      {"/s/imports.css", "@import \"a\", \"b\";"},
      {"/s/media.css", "@media print and(color) {a {b: c}}"},
  };
};

constexpr Refused kRefused[] = {
    // Names that two modules have.
    {"@use 'one' as *; @use 'two' as *;\na {b: $size}", "This variable is available from multiple global modules.", 2,
     7},
    {"@use 'one' as *; @use 'two' as *;\na {@include box}", "This mixin is available from multiple global modules.", 2,
     4},
    {"@use 'one' as *; @use 'two' as *;\na {b: half()}", "This function is available from multiple global modules.", 2,
     7},
    {"@use 'both' with ($size: 4);", "This variable is available from multiple global modules.", 1, 35},
    {"@forward 'one';\n@forward 'two';", "Two forwarded modules both define a variable named $size.", 2, 1},
    {"@forward 'one' as a-* hide $a-size; @forward 'two' as a-*;",
     "Two forwarded modules both define a function named a-half.", 1, 37},
    {"$size: 0;\n@use 'one' as *;", "This module and the new module both define a variable named \"$size\".", 2, 1},
    {"@use 'sass:meta'; @use 'one' as a-b;\na {b: meta.module-functions('a_b')}",
     "There is no module with namespace \"a_b\".", 2, 7},
    {"@use 'sass:meta'; @include meta.load-css('one', $with: (a-b: 1, a_b: 2));",
     "The variable $a_b was configured twice.", 1, 19},
    {"@use 'sass:meta';\n@include meta.load-css('one') {}", "Mixin doesn't accept a content block.", 2, 1},
    {"@use 'theme.scss';", "Can't find stylesheet to import.", 1, 1},
    {"@function f() {@return one.$-size}", "Private members can't be accessed from outside their modules.", 1, 24},
    // @extend reaches what its module uses, and nothing else.
    {"@use 'hidden';\na {@extend %-hidden}", "The target selector was not found.", 2, 4},
    {"@use 'reaches_back';\nof-main {a: b}", "The target selector was not found.", 1, 7},
    {"@use 'left';\n@use 'right';", "The target selector was not found.", 1, 26},
    // CSS's if().
    {"a {b: if(not(css(1)): c)}", "Whitespace is required between \"not\" and \"(\"", 1, 13},
    {"a {b: if(css(1) and(css(2)): c)}", "Whitespace is required between \"and\" and \"(\"", 1, 20},
    {"a {b: if(css(1) or not css(2): c)}", "expected \"(\".", 1, 23},
    {"a {b: if(css(1) or else: c)}", "expected \"(\".", 1, 24},
    {"a {b: if((else): c)}", "expected \"(\".", 1, 15},
    {"a {b: if(not css(1) or css(2): c)}", "expected \":\".", 1, 21},
    // Plain CSS.
    {"@use 'if';", "sass() conditions aren't allowed in plain CSS", 1, 10},
    {"@use 'list';", "This function isn't allowed in plain CSS.", 1, 7},
    {"@use 'rest';", "expected \")\".", 1, 12},
    {"@use 'imports';", "expected \";\".", 1, 12},
    {"@use 'media';", "Expected whitespace.", 1, 17},
    // What may stand where.
    {"@function f() {\n  @mixin m {}\n}", "This at-rule is not allowed here.", 2, 3},
    {"@function f() {\n  @media print {}\n}", "This at-rule is not allowed here.", 2, 3},
    {"@function f() {\n  @#{a} b;\n}", "Expected identifier.", 2, 4},
    {"@mixin --m {}",
     "Sass @mixin names beginning with -- are forbidden for forward-compatibility with plain CSS mixins.", 1, 8},
    {"@function type() {@return 1}", "This name is reserved for the plain-CSS function.", 1, 11},
    {"a {b: {--c: d}}", "Declarations whose names begin with \"--\" may not be nested.", 1, 8},
    {"@keyframes a {to {b {c: d}}}", "Style rules may not be used within keyframe blocks.", 1, 19},
    {"@use 'sass:meta';\n@mixin m {@content}\n@include m {a {b: meta.content-exists()}}",
     "content-exists() may only be called within a mixin.", 3, 19},
    // Values and conditions.
    {"a {b: u+12-}", "Expected hex digit.", 1, 12},
    {"a {b: u+12-34g}", "Expected end of identifier.", 1, 14},
    {"a {b: \\110000}", "Invalid Unicode code point.", 1, 7},
    {"a {b: calc(1 2 c)}", "Missing math operator.", 1, 12},
    {"@supports (--a:) {b {c: d}}", "Expected token.", 1, 16},
    {"@supports (1 a) {b {c: d}}", "Expected identifier.", 1, 12},
};

TEST(SassErrors, SayWhatAndWhere) {
  for (const Refused& refused : kRefused) {
    Options options;
    options.dialect = SassDialect::kDartSass;
    options.style = Style::kExpanded;
    options.working_directory = "/s";
    options.filename = "/s/main.scss";
    const Result<Output> result = Compile(refused.source, options, LibraryFiles());
    ASSERT_FALSE(result.ok()) << refused.source << "\n" << result->css;
    const Error& error = result.error();
    EXPECT_TRUE(error.message.starts_with(std::string("Error: ") + refused.message) ||
                error.message.starts_with(refused.message))
        << refused.source << "\n"
        << error.message;
    EXPECT_EQ(error.where.line, refused.line) << refused.source << "\n" << error.message;
    EXPECT_EQ(error.where.column, refused.column) << refused.source << "\n" << error.message;
    EXPECT_NE(error.message.find("│"), std::string::npos) << "no excerpt: " << error.message;
  }
}

TEST(SassErrors, CommentsOfTheIndentedSyntaxEndWithTheirLine) {
  Options options;
  options.dialect = SassDialect::kDartSass;
  options.syntax = Syntax::kSass;
  const Result<Output> result = Compile("/* a\n  */\n  b\n", options, LibraryFiles());
  ASSERT_FALSE(result.ok());
  EXPECT_NE(result.error().message.find("Unexpected text after end of comment"), std::string::npos);
  EXPECT_EQ(result.error().where.line, 3u);
}

}  // namespace
}  // namespace tincture::compat::sass
