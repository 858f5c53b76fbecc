// Compiles whatever libFuzzer makes up. The first byte picks dialect, style and syntax, the second the other options (bits
// below); the rest is the stylesheet. Lines `<==> NAME` begin further files, which it may import or use.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "compat/sass/sass.h"

namespace tincture::compat::sass {
namespace {

class InputFiles : public Files {
 public:
  bool IsFile(const std::string& path) const override { return files_.contains(path); }
  std::optional<std::string> Read(const std::string& path) const override {
    const auto found = files_.find(path);
    if (found == files_.end()) return std::nullopt;
    return found->second;
  }
  void Add(const std::string& path, std::string_view text) { files_.emplace(path, text); }

 private:
  std::map<std::string, std::string> files_;
};

// What stands before the first further file.
std::string_view TakeFiles(std::string_view text, InputFiles& files) {
  constexpr std::string_view kMark = "\n<==> ";
  while (true) {
    const size_t mark = text.rfind(kMark);
    if (mark == text.npos) return text;
    const std::string_view rest = text.substr(mark + kMark.size());
    const size_t line = std::min(rest.find('\n'), rest.size());
    files.Add("/site/" + std::string(rest.substr(0, line)), rest.substr(std::min(line + 1, rest.size())));
    text = text.substr(0, mark + 1);
  }
}

void Run(unsigned char how, unsigned char more, std::string_view text) {
  InputFiles files;
  Options options;
  options.dialect = static_cast<SassDialect>(how % 3);
  options.style = static_cast<Style>(how / 3 % 4);
  options.syntax = static_cast<Syntax>(how / 12 % 3);
  options.working_directory = "/site";
  options.filename = "/site/main.scss";
  options.load_paths = {"/site/_sass"};
  options.line_comments = (more & 1) != 0;
  options.charset = (more & 2) == 0;
  if ((more & 4) != 0) options.source_map_file = "/site/main.css.map";
  options.source_map_contents = (more & 8) != 0;
  options.source_map_embed = (more & 16) != 0;
  options.precision = (more & 32) != 0 ? 3 : 0;
  options.max_steps = 20'000;
  const std::string_view main = TakeFiles(text, files);
  const Result<Output> result = Compile(main, options, files);
  if (!result.ok() && result.error().message.empty()) __builtin_trap();
}

}  // namespace
}  // namespace tincture::compat::sass

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  tincture::compat::sass::Run(data[0], data[1], {reinterpret_cast<const char*>(data) + 2, size - 2});
  return 0;
}
