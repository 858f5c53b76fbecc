// The Sass compiler by itself, and the public sass-spec suite against it.
//   sassy [--dialect dart-sass|libsass|ruby-sass] [--style nested|expanded|compact|compressed] [-I FOLDER]... [--time
//   N]
//         [--map FILE] FILE
//   sassy --spec FOLDER --dialect D [--only TEXT] [--show K] [--list FILE] [--oracle FOLDER [--whole]]
// The second reads the HRX archives under FOLDER (a checkout's spec/) and prints how many cases pass: those with an
// output.css that the dialect is not excused from (todo, ignore_for).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "compat/sass/sass.h"

namespace {

namespace fs = std::filesystem;
using namespace tincture;
using namespace tincture::compat::sass;
using tincture::compat::SassDialect;

class DiskFiles : public Files {
 public:
  bool IsFile(const std::string& path) const override { return fs::is_regular_file(path); }
  std::optional<std::string> Read(const std::string& path) const override {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
  }
};

class MapFiles : public Files {
 public:
  explicit MapFiles(const std::map<std::string, std::string>& files) : files_(files) {}
  bool IsFile(const std::string& path) const override { return files_.count(path) > 0; }
  std::optional<std::string> Read(const std::string& path) const override {
    const auto found = files_.find(path);
    if (found == files_.end()) return std::nullopt;
    return found->second;
  }

 private:
  const std::map<std::string, std::string>& files_;
};

SassDialect DialectNamed(const std::string& name) {
  if (name == "dart-sass") return SassDialect::kDartSass;
  if (name == "ruby-sass") return SassDialect::kRubySass37;
  return SassDialect::kLibsass36;
}

Style StyleNamed(const std::string& name) {
  if (name == "expanded") return Style::kExpanded;
  if (name == "compact") return Style::kCompact;
  if (name == "compressed") return Style::kCompressed;
  return Style::kNested;
}

// --- sass-spec ---

// `<===> path` lines between the files.
void ReadArchive(const fs::path& file, const std::string& folder, std::map<std::string, std::string>* files) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  const std::string text = all.str();
  const size_t first = text.find("<=");
  if (first == text.npos) return;
  const std::string mark = text.substr(first, text.find('>', first) + 1 - first);
  size_t at = first;
  while (at < text.size()) {
    size_t line = text.find('\n', at);
    if (line == text.npos) line = text.size();
    std::string name = text.substr(at + mark.size(), line - at - mark.size());
    while (!name.empty() && name.front() == ' ') name.erase(0, 1);
    size_t next = text.find("\n" + mark, line);
    const size_t end = next == text.npos ? text.size() : next;
    if (!name.empty() && !name.ends_with('/')) {
      (*files)[folder + "/" + name] = line < end ? text.substr(line + 1, end - line - 1) : "";
    }
    at = next == text.npos ? text.size() : next + 1;
  }
}

// Blank lines and line ends do not count.
std::string Normalized(const std::string& css) {
  std::string out;
  for (const char c : css) {
    if (c == '\r') continue;
    if (c == '\n' && (out.empty() || out.back() == '\n')) continue;
    out += c;
  }
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

bool Excused(const std::string& options, const std::string& dialect) {
  std::istringstream lines(options);
  std::string line;
  std::string key;
  while (std::getline(lines, line)) {
    if (line.starts_with(":")) key = line.substr(1, line.find(':', 1) - 1);
    if ((key == "todo" || key == "ignore_for" || key == "warning_todo") && line.find("- " + dialect) != line.npos &&
        key != "warning_todo") {
      return true;
    }
  }
  return false;
}

// With `oracle`, a folder of `.../oracle-DIALECT.css` beside each case (what the reference made of it), a case counts
// where that is what the suite expects, too; `whole`: wherever the reference made anything.
int RunSpec(const std::string& folder, const std::string& dialect, const std::string& only, int show,
            const std::string& list, const std::string& oracle, bool whole) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string relative = "/" + fs::relative(entry.path(), folder).string();
    if (relative.ends_with(".hrx")) {
      ReadArchive(entry.path(), relative.substr(0, relative.size() - 4), &files);
    } else {
      std::ifstream in(entry.path(), std::ios::binary);
      std::stringstream text;
      text << in.rdbuf();
      files[relative] = text.str();
    }
  }
  int passed = 0;
  int failed = 0;
  int errors_passed = 0;
  int errors_failed = 0;
  std::map<std::string, std::pair<int, int>> by_topic;
  std::ofstream out(list.empty() ? "/dev/null" : list);
  for (const auto& [path, text] : files) {
    const bool scss = path.ends_with("/input.scss");
    if (!scss && !path.ends_with("/input.sass")) continue;
    const std::string here = path.substr(0, path.rfind('/'));
    if (here.find(only) == here.npos) continue;
    bool excused = false;
    for (std::string up = here; !excused; up = up.substr(0, up.rfind('/'))) {
      const auto options = files.find(up + "/options.yml");
      excused = options != files.end() && Excused(options->second, dialect);
      if (up.empty()) break;
    }
    if (excused) continue;
    const auto file = [&](const std::string& name) {
      auto found = files.find(here + "/" + name + "-" + dialect);
      const size_t dot = name.rfind('.');
      const std::string own =
          dot == name.npos ? name + "-" + dialect : name.substr(0, dot) + "-" + dialect + name.substr(dot);
      found = files.find(here + "/" + own);
      return found;
    };
    auto expected = file("output.css");
    const auto own_error = file("error");
    bool is_error = own_error != files.end() || (expected == files.end() && files.count(here + "/error") > 0);
    if (!is_error && expected == files.end()) expected = files.find(here + "/output.css");
    if (!is_error && expected == files.end()) continue;
    std::string wanted = is_error ? "" : expected->second;
    if (!oracle.empty()) {
      const std::optional<std::string> made = DiskFiles().Read(oracle + here + "/oracle-" + dialect + ".css");
      if (!made) continue;
      if (!whole && (is_error || Normalized(*made) != Normalized(wanted))) continue;
      wanted = *made;
      is_error = false;
    }
    Options options;
    options.dialect = DialectNamed(dialect);
    options.style = Style::kExpanded;
    if (dialect != "dart-sass") options.style = Style::kExpanded;
    options.syntax = scss ? Syntax::kScss : Syntax::kSass;
    options.working_directory = "/";
    options.filename = path;
    options.load_paths = {"/"};
    const MapFiles reader(files);
    const Result<Output> result = Compile(text, options, reader);
    if (is_error) {
      ++(result.ok() ? errors_failed : errors_passed);
      if (result.ok()) out << here << " (no error)\n";
      continue;
    }
    const bool same = result.ok() && Normalized(result->css) == Normalized(wanted);
    ++(same ? passed : failed);
    std::string topic = here.substr(1, here.find('/', here.find('/', 1) + 1) - 1);
    ++(same ? by_topic[topic].first : by_topic[topic].second);
    if (same) continue;
    out << here << "\n";
    if (show-- > 0) {
      std::cout << "--- " << path << "\n"
                << text << "\n--- expected\n"
                << wanted << "\n--- got\n"
                << (result.ok() ? result->css : result.error().message) << "\n";
    }
  }
  for (const auto& [topic, counts] : by_topic) {
    if (counts.second > 0) std::printf("%6d of %6d  %s\n", counts.first, counts.first + counts.second, topic.c_str());
  }
  std::printf("%s: errors that are errors: %d of %d\n", dialect.c_str(), errors_passed, errors_passed + errors_failed);
  std::printf("%s: %d passed, %d failed (%.2f %%)\n", dialect.c_str(), passed, failed,
              100.0 * passed / std::max(1, passed + failed));
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  std::string file;
  std::string spec;
  std::string only;
  std::string list;
  std::string dialect = "libsass";
  std::string map;
  int show = 0;
  int times = 0;
  bool whole = false;
  std::string oracle;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const auto next = [&] { return std::string(i + 1 < argc ? argv[++i] : ""); };
    if (argument == "--dialect") {
      dialect = next();
    } else if (argument == "--style") {
      options.style = StyleNamed(next());
    } else if (argument == "-I") {
      options.load_paths.push_back(next());
    } else if (argument == "--time") {
      times = std::stoi(next());
    } else if (argument == "--map") {
      map = next();
    } else if (argument == "--spec") {
      spec = next();
    } else if (argument == "--oracle") {
      oracle = next();
    } else if (argument == "--whole") {
      whole = true;
    } else if (argument == "--only") {
      only = next();
    } else if (argument == "--show") {
      show = std::stoi(next());
    } else if (argument == "--list") {
      list = next();
    } else {
      file = argument;
    }
  }
  if (!spec.empty()) return RunSpec(spec, dialect, only, show, list, oracle, whole);
  options.dialect = DialectNamed(dialect);
  if (file.ends_with(".sass")) options.syntax = Syntax::kSass;
  if (file.ends_with(".css")) options.syntax = Syntax::kCss;
  options.working_directory = fs::current_path().string();
  options.filename = file;
  options.source_map_file = map;
  options.omit_source_map_url = true;
  options.source_map_contents = true;
  const DiskFiles files;
  const std::string text = files.Read(file).value_or("");
  Result<Output> result = Compile(text, options, files);
  if (times > 0) {
    const std::clock_t start = std::clock();
    for (int i = 0; i < times; ++i) result = Compile(text, options, files);
    std::printf("%.3f ms CPU each\n", 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / times);
    return 0;
  }
  if (!result.ok()) {
    std::cerr << result.error().message << "\n";
    return 1;
  }
  std::cout << result->css;
  if (!map.empty()) std::ofstream(map) << result->source_map;
  return 0;
}
