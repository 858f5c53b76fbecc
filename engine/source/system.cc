#include "engine/source/system.h"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace tincture::engine {

SystemClock::SystemClock(const Env& env) {
  const std::optional<std::string> text = env.Get("SOURCE_DATE_EPOCH");
  if (!text) return;
  int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), seconds);
  if (error == std::errc() && end == text->data() + text->size()) pinned_ = seconds;
}

Clock::Instant SystemClock::Now() const {
  if (pinned_) return {*pinned_, 0};
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return {now.tv_sec, static_cast<int32_t>(now.tv_nsec)};
}

std::optional<std::string> SystemEnv::Get(const std::string& name) const {
  const char* value = std::getenv(name.c_str());
  if (!value) return std::nullopt;
  return std::string(value);
}

std::string SystemEnv::WorkingDirectory() const {
  std::error_code error;
  return std::filesystem::current_path(error).string();
}

}  // namespace tincture::engine
