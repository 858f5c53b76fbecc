#include "engine/source/log.h"

#include <algorithm>
#include <cctype>

namespace tincture::engine {

namespace {

constexpr size_t kTopicWidth = 20;

// Jekyll: message.gsub(/\s+/, " ").
std::string Squeezed(std::string_view text) {
  std::string out;
  bool in_space = false;
  for (const char c : text) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!space) out += c;
    if (space && !in_space) out += ' ';
    in_space = space;
  }
  return out;
}

std::string FormattedTopic(std::string_view topic) {
  std::string text = std::string(topic) + ' ';
  if (text.size() < kTopicWidth) text.insert(0, kTopicWidth - text.size(), ' ');
  return text;
}

std::string Colored(LogLevel level, std::string line) {
  if (level == LogLevel::kWarn) return "\033[33m" + line + "\033[0m";
  if (level == LogLevel::kError) return "\033[31m" + line + "\033[0m";
  return line;
}

}  // namespace

void Log::Write(LogLevel level, std::string_view topic, std::string_view message) {
  if (level < level_) return;
  Raw(level, FormattedTopic(topic) + Squeezed(message));
}

void Log::WarnOfMany(std::string_view kind, std::string_view topic, std::string_view message) {
  int count = 0;
  {
    const std::lock_guard lock(mu_);
    auto found = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& k) { return k.name == kind; });
    if (found == kinds_.end()) found = kinds_.insert(found, {std::string(kind), std::string(topic), 0});
    count = ++found->count;
  }
  if (count <= kShownOfAKind || level_ == LogLevel::kDebug) Warn(topic, message);
}

void Log::CountRest() {
  for (const Kind& kind : kinds_) {
    const int rest = kind.count - kShownOfAKind;
    if (rest <= 0 || level_ == LogLevel::kDebug) continue;
    Warn(kind.topic, "... and " + std::to_string(rest) + " more of the same; --verbose names them all.");
  }
  kinds_.clear();
}

void Log::Raw(LogLevel level, std::string_view text) {
  if (level < level_) return;
  const std::string line = Colored(level, std::string(text));
  const std::lock_guard lock(mu_);
  sink_(level, line);
}

}  // namespace tincture::engine
