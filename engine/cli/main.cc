// The program: the real machine, the themes it carries, and Run.
#include <cstdio>
#include <string>
#include <vector>

#include "engine/cli/program.h"
#include "engine/source/disk_files.h"
#include "engine/source/embedded_files.h"
#include "engine/source/path.h"
#include "engine/source/repository.h"
#include "engine/source/system.h"
#include "engine/support/parallel.h"

namespace tincture::engine {

EmbeddedFolder AcademicpagesTheme();  // generated: themes/academicpages/CMakeLists.txt

}  // namespace tincture::engine

int main(int argc, char** argv) {
  using namespace tincture::engine;
  const SystemEnv env;
  const SystemClock clock(env);
  const DiskSource disk;
  const EmbeddedSource files(disk, {{"academicpages", AcademicpagesTheme()}});
  DiskTarget disk_target;
  EmbeddedTarget target(disk_target, files);
  Log log([](LogLevel level, std::string_view line) {
    std::FILE* stream = level >= LogLevel::kWarn ? stderr : stdout;
    std::fwrite(line.data(), 1, line.size(), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
  });
  const GitRepository repository;
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const Machine machine{files, target, clock, env, &repository, HardwareJobs()};
  return Run(arguments, machine, log, BaseName(argc > 0 ? argv[0] : "tincture"));
}
