// Source maps as Dart Sass 1.108.2 (npm) makes them of the same text.
#include <gtest/gtest.h>

#include "compat/sass/sass.h"
#include "tests/compat/sass/no_files.h"

namespace tincture::compat::sass {
namespace {

constexpr std::string_view kSheet = R"(/* A comment
   of two lines */
@mixin wide($by) { margin: 0 $by; }
a,
b > c {
  color: red;
  .d & { width: 1px +
    2px; @include wide(3px); }
}
@media print { p::after { content: "é"; } }
)";

std::string MapOf(Style style) {
  Options options;
  options.dialect = SassDialect::kDartSass;
  options.style = style;
  options.filename = "/site/css/a.scss";
  options.source_map_file = "/site/css/a.css.map";
  const Result<Output> output = Compile(kSheet, options, NoFiles());
  return output ? output->source_map : output.error().message;
}

std::string MappingsOf(const std::string& map) {
  constexpr std::string_view kKey = R"("mappings":")";
  const size_t start = map.find(kKey) + kKey.size();
  return map.substr(start, map.find('"', start) - start);
}

TEST(SourceMapTest, LinesOfSelectorsAndCommentsAndTheCharsetAreCounted) {
  EXPECT_EQ(MappingsOf(MapOf(Style::kExpanded)), ";AAAA;AAAA;AAGA;AAAA;EAEE;;AACA;AAAA;EAAO;EAJU;;;AAOnB;EAAe;IAAW");
}

TEST(SourceMapTest, OneMappingForEachLineOfTheSourceWhereTheCssIsOneLine) {
  EXPECT_EQ(MappingsOf(MapOf(Style::kCompressed)), "CAGA,MAEE,UACA,sBAJiB,aAOnB");
}

TEST(SourceMapTest, NamesAreRelativeToTheMap) {
  const std::string map = MapOf(Style::kExpanded);
  EXPECT_TRUE(map.starts_with(R"({"version":3,"sourceRoot":"","sources":["a.scss"],"names":[],)")) << map;
  EXPECT_TRUE(map.ends_with(R"(,"file":"a.css"})")) << map;
}

}  // namespace
}  // namespace tincture::compat::sass
