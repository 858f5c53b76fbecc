#include "engine/source/browser.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace tincture::engine {

bool OpenInBrowser(const std::string& url) {
  // By a shell that does not wait: a browser may stay in the foreground.
  const char* script = "command -v xdg-open >/dev/null || exit 1; xdg-open \"$0\" >/dev/null 2>&1 &";
  const char* arguments[] = {"sh", "-c", script, url.c_str(), nullptr};
  pid_t child = -1;
  if (posix_spawnp(&child, "sh", nullptr, nullptr, const_cast<char**>(arguments), environ) != 0) return false;
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace tincture::engine
