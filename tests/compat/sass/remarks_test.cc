// What is said beside the CSS, and how it is worded.
#include "compat/sass/remarks.h"

#include <gmock/gmock.h>

#include <map>

namespace tincture::compat::sass {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SomeFiles : public Files {
 public:
  bool IsFile(const std::string& path) const override { return files.contains(path); }
  std::optional<std::string> Read(const std::string& path) const override {
    const auto found = files.find(path);
    if (found == files.end()) return std::nullopt;
    return found->second;
  }

  std::map<std::string, std::string> files = {
      {"/site/_beside.scss", "@warn 'beside';\n.b { c: (6px/2); }"},
      {"/site/_sass/_theme.scss", ".t {\n  width: (8px/2);\n  height: (8px/4);\n}"}};
};

class RemarksTest : public testing::Test {
 protected:
  RemarksTest() {
    options_.dialect = SassDialect::kDartSass;
    options_.working_directory = words_.working_directory = "/site";
    options_.filename = "/site/main.scss";
    options_.load_paths = {"/site/_sass"};
    options_.remarks = &remarks_;
  }

  std::vector<std::string> Lines(std::string_view source) {
    remarks_.clear();
    result_ = Compile(source, options_, files_);
    std::vector<std::string> lines;
    for (const RemarkLine& line : Describe(remarks_, words_)) lines.push_back(line.topic + " " + line.message);
    return lines;
  }

  SomeFiles files_;
  Options options_;
  RemarkOptions words_;
  std::vector<Remark> remarks_;
  Result<Output> result_ = Output{};
};

TEST_F(RemarksTest, WarnAndDebugSayWhere) {
  EXPECT_THAT(Lines("@warn \"one\";\n.a { @debug 1px + 2px; }\n@mixin m { é: b; @warn 3; }\n.b { @include m; }"),
              ElementsAre("WARNING: one (main.scss:1:1)", "main.scss:2 DEBUG: 3px", "WARNING: 3 (main.scss:3:18)"));
  for (const SassDialect dialect : {SassDialect::kLibsass36, SassDialect::kRubySass37}) {
    options_.dialect = dialect;
    EXPECT_THAT(Lines("@warn \"one\";\n.a { @debug a; }"),
                ElementsAre("WARNING: one (main.scss:1:1)", "main.scss:2 DEBUG: a"));
  }
}

TEST_F(RemarksTest, DeprecationsAreOneLineForEachKind) {
  EXPECT_THAT(
      Lines(".a { b: (4px/2); c: (9px/3); d: nth(1 2, 1); }"),
      ElementsAre("DEPRECATION WARNING [slash-div]: Using / for division outside of calc() is deprecated and will "
                  "be removed in Dart Sass 2.0.0. (2 places, the first: main.scss:1:10)",
                  "DEPRECATION WARNING [global-builtin]: Global built-in functions are deprecated and will be "
                  "removed in Dart Sass 3.0.0. (main.scss:1:33)"));
}

TEST_F(RemarksTest, SuggestionsStayOffTheLine) {
  EXPECT_THAT(Lines("@use 'sass:color';\n.a { b: darken(red, 10%); c: color.red(blue); }"),
              ElementsAre(HasSubstr("[global-builtin]"),
                          "DEPRECATION WARNING [color-functions]: darken() is deprecated. (2 places, the first: "
                          "main.scss:2:9)"));
}

TEST_F(RemarksTest, APlaceCountsOnce) {
  EXPECT_THAT(Lines("@for $i from 1 through 9 { .a#{$i} { b: ($i/2); } }"),
              ElementsAre(HasSubstr("2.0.0. (main.scss:1:42)")));
}

TEST_F(RemarksTest, VerboseTellsEach) {
  words_.verbose = true;
  EXPECT_THAT(Lines(".a { b: (4px/2); c: (9px/3); }"),
              ElementsAre(HasSubstr("(main.scss:1:10)"), HasSubstr("(main.scss:1:22)")));
}

TEST_F(RemarksTest, QuietDepsKeepsThoseBesideTheSheet) {
  EXPECT_THAT(
      Lines("@use 'theme';\n@use 'beside';"),
      ElementsAre("WARNING: beside (_beside.scss:1:1)", HasSubstr("(3 places, the first: _sass/_theme.scss:2:11)")));
  words_.quiet_deps = true;
  EXPECT_THAT(Lines("@use 'theme';\n@use 'beside';"),
              ElementsAre("WARNING: beside (_beside.scss:1:1)", HasSubstr("(_beside.scss:2:10)")));
}

TEST_F(RemarksTest, SilencedDeprecationsAreNotTold) {
  words_.silenced = {"import"};
  EXPECT_THAT(Lines("@import 'beside';"), ElementsAre(HasSubstr("beside"), HasSubstr("[slash-div]")));
  words_.silenced = {"import", "slash-div"};
  EXPECT_THAT(Lines("@import 'beside';\n.a { b: (1/2); }"), ElementsAre(HasSubstr("WARNING: beside")));
}

TEST_F(RemarksTest, FatalDeprecationsAreErrors) {
  options_.fatal_deprecations = {"slash-div"};
  EXPECT_THAT(Lines("@warn a;\n.a { b: (1/2); }"), ElementsAre(HasSubstr("WARNING: a")));
  ASSERT_FALSE(result_.ok());
  EXPECT_EQ(result_.error().where.line, 2u);
  EXPECT_THAT(result_.error().message, HasSubstr("you've set the slash-div deprecation to be fatal"));
}

TEST_F(RemarksTest, OldDialectsKnowNoDeprecations) {
  options_.dialect = SassDialect::kLibsass36;
  EXPECT_THAT(Lines("@import 'theme';\n.a { b: (1/2); c: nth(1 2, 1); }"), IsEmpty());
}

TEST_F(RemarksTest, ALoopDoesNotFillTheMemory) {
  options_.max_steps = 300'000;
  Lines("@while true { @warn a; }");
  EXPECT_FALSE(result_.ok());
  EXPECT_EQ(remarks_.size(), 100'000u);
}

}  // namespace
}  // namespace tincture::compat::sass
