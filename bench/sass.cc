// How long does a stylesheet take?
//
// sass_bench [--dialect dart-sass|libsass|ruby-sass] [-I FOLDER]... --output FILE: what we make of it, once, as a
// process; bench/compare_sass counts the whole of it.
// sass_bench ... --repeat FILE: the median CPU time in ms of one compilation in a process that has done others, which
// is what a build pays. Linked as the program is.
#include "compat/sass/sass.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

namespace tincture::bench {
namespace {

namespace fs = std::filesystem;
namespace sass = compat::sass;
using compat::SassDialect;

class DiskFiles : public sass::Files {
 public:
  bool IsFile(const std::string& path) const override {
    struct stat status {};
    return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
  }
  std::optional<std::string> Read(const std::string& path) const override {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return std::nullopt;
    struct stat status {};
    fstat(fileno(file), &status);
    std::string text(static_cast<size_t>(status.st_size), '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file));
    std::fclose(file);
    return text;
  }
};

struct Job {
  sass::Options options;
  std::string text;
  DiskFiles files;

  std::string Run() const {
    Result<sass::Output> result = sass::Compile(text, options, files);
    if (!result.ok()) {
      std::cerr << result.error().message << "\n";
      std::exit(1);
    }
    return std::move(result->css);
  }
};

double CpuMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// For a second, at least five times.
double Median(const Job& job) {
  std::vector<double> times;
  const double start = CpuMilliseconds();
  while (times.size() < 5 || CpuMilliseconds() - start < 1000) {
    const double before = CpuMilliseconds();
    job.Run();
    times.push_back(CpuMilliseconds() - before);
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

SassDialect DialectNamed(const std::string& name) {
  if (name == "libsass") return SassDialect::kLibsass36;
  return name == "ruby-sass" ? SassDialect::kRubySass37 : SassDialect::kDartSass;
}

int Main(int argc, char** argv) {
  Job job;
  job.options.dialect = SassDialect::kDartSass;
  job.options.style = sass::Style::kExpanded;
  job.options.working_directory = fs::current_path().string();
  bool repeat = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--output") {
      repeat = false;
    } else if (argument == "--repeat") {
      repeat = true;
    } else if (argument == "--dialect" && i + 1 < argc) {
      job.options.dialect = DialectNamed(argv[++i]);
    } else if (argument == "-I" && i + 1 < argc) {
      job.options.load_paths.push_back(fs::absolute(argv[++i]).string());
    } else {
      job.options.filename = fs::absolute(argument).lexically_normal().string();
    }
  }
  const std::optional<std::string> text = job.files.Read(job.options.filename);
  if (!text) {
    std::cerr << "sass_bench: no file " << job.options.filename << "\n";
    return 1;
  }
  job.text = *text;
  if (repeat) {
    std::printf("%.3f\n", Median(job));
  } else {
    const std::string css = job.Run();
    std::fwrite(css.data(), 1, css.size(), stdout);
  }
  return 0;
}

}  // namespace
}  // namespace tincture::bench

int main(int argc, char** argv) { return tincture::bench::Main(argc, argv); }
