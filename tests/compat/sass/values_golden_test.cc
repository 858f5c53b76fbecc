// Values, functions, selectors and @extend, a stylesheet a line, against what the three real compilers made of the same
// lines (tests/golden/sass_values, made by make_sass_values.rb).
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "compat/sass/sass.h"
#include "tests/compat/sass/no_files.h"

namespace tincture::compat::sass {
namespace {

std::vector<std::string> LinesOf(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// As the script squeezes it.
std::string Squeezed(std::string css) {
  for (const std::string_view mark : {"\xEF\xBB\xBF", "@charset \"UTF-8\";"}) {
    if (css.starts_with(mark)) css.erase(0, mark.size());
  }
  std::string squeezed;
  for (const char c : css) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) squeezed += c;
    if (space && !squeezed.empty() && squeezed.back() != ' ') squeezed += ' ';
  }
  if (squeezed.ends_with(' ')) squeezed.pop_back();
  return squeezed;
}

std::vector<std::string> Topics() {
  std::vector<std::string> topics;
  for (const auto& entry : std::filesystem::directory_iterator(TINCTURE_SOURCE_DIR "/tests/golden/sass_values")) {
    if (entry.path().extension() == ".in") topics.push_back(entry.path().stem().string());
  }
  std::sort(topics.begin(), topics.end());
  return topics;
}

class ValuesGoldenTest : public testing::TestWithParam<std::string> {
 protected:
  static void Check(SassDialect dialect, const std::string& extension) {
    const std::string base = TINCTURE_SOURCE_DIR "/tests/golden/sass_values/" + GetParam();
    const std::vector<std::string> lines = LinesOf(base + ".in");
    const std::vector<std::string> expected = LinesOf(base + extension);
    ASSERT_EQ(lines.size(), expected.size());
    Options options;
    options.dialect = dialect;
    options.style = GetParam().starts_with("compressed") ? Style::kCompressed : Style::kExpanded;
    options.precision = 10;
    for (size_t i = 0; i < lines.size(); ++i) {
      const Result<Output> output = Compile(lines[i], options, NoFiles());
      EXPECT_EQ(output.ok() ? Squeezed(output->css) : "error", expected[i]) << extension << ": " << lines[i];
    }
  }
};

TEST_P(ValuesGoldenTest, DartSass) { Check(SassDialect::kDartSass, ".dart-sass"); }
TEST_P(ValuesGoldenTest, Libsass) { Check(SassDialect::kLibsass36, ".libsass"); }
TEST_P(ValuesGoldenTest, RubySass) { Check(SassDialect::kRubySass37, ".ruby-sass"); }

INSTANTIATE_TEST_SUITE_P(Topics, ValuesGoldenTest, testing::ValuesIn(Topics()),
                         [](const testing::TestParamInfo<std::string>& info) { return info.param; });

}  // namespace
}  // namespace tincture::compat::sass
