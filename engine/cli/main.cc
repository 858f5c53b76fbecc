// The program: the real machine, the themes it carries, and Run.
#include <malloc.h>

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

namespace {

// A render takes and leaves memory all the time: what is given back to the kernel in between comes back as new pages,
// each filled with zeros first. A fifth of a build's page faults.
void KeepMemory() {
#ifdef __GLIBC__
  constexpr int kMegabyte = 1 << 20;
  mallopt(M_TRIM_THRESHOLD, 512 * kMegabyte);
  mallopt(M_MMAP_THRESHOLD, 32 * kMegabyte);
  mallopt(M_TOP_PAD, 2 * kMegabyte);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  using namespace tincture::engine;
  KeepMemory();
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
