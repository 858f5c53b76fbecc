#include "engine/source/log.h"

#include <algorithm>
#include <cctype>
#include <utility>

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

// Where a thread's messages go instead of the log: the unit's that it renders.
constinit thread_local std::vector<LogLine>* captured = nullptr;

}  // namespace

Log::Capture::Capture(std::vector<LogLine>* lines) : outer_(std::exchange(captured, lines)) {}

Log::Capture::~Capture() { captured = outer_; }

Log::Tape::Tape(Log& log, std::vector<LogLine>* lines) : log_(log) {
  const std::lock_guard lock(log_.mu_);
  outer_ = std::exchange(log_.tape_, lines);
}

Log::Tape::~Tape() {
  const std::lock_guard lock(log_.mu_);
  log_.tape_ = outer_;
}

bool Log::Keep(LogLine line) {
  const bool is_wanted = line.level != static_cast<uint8_t>(LogLevel::kDebug) || level_ == LogLevel::kDebug;
  if (captured != nullptr) {
    if (is_wanted) captured->push_back(std::move(line));
    return true;
  }
  const std::lock_guard lock(mu_);
  if (is_wanted && tape_ != nullptr) tape_->push_back(std::move(line));
  return false;
}

void Log::Replay(const std::vector<LogLine>& lines) {
  for (const LogLine& line : lines) {
    const auto level = static_cast<LogLevel>(line.level);
    if (Keep(line) || (!line.once.empty() && !IsFirst(line.once))) continue;
    if (!line.kind.empty()) {
      SayOfMany(line.kind, line.topic, line.message);
    } else if (line.is_raw) {
      Print(level, line.message);
    } else {
      Say(level, line.topic, line.message);
    }
  }
}

void Log::Once(std::string_view key, LogLevel level, std::string_view topic, std::string_view message) {
  if (Keep({.level = static_cast<uint8_t>(level),
            .topic = std::string(topic),
            .message = std::string(message),
            .once = std::string(key)})) {
    return;
  }
  if (IsFirst(key)) Say(level, topic, message);
}

bool Log::IsFirst(std::string_view key) {
  const std::lock_guard lock(mu_);
  return said_.emplace(key).second;
}

void Log::Write(LogLevel level, std::string_view topic, std::string_view message) {
  if (Keep({.level = static_cast<uint8_t>(level), .topic = std::string(topic), .message = std::string(message)}))
    return;
  Say(level, topic, message);
}

void Log::WarnOfMany(std::string_view kind, std::string_view topic, std::string_view message) {
  if (Keep({.level = static_cast<uint8_t>(LogLevel::kWarn),
            .topic = std::string(topic),
            .message = std::string(message),
            .kind = std::string(kind)})) {
    return;
  }
  SayOfMany(kind, topic, message);
}

void Log::SayOfMany(std::string_view kind, std::string_view topic, std::string_view message) {
  int count = 0;
  {
    const std::lock_guard lock(mu_);
    auto found = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& k) { return k.name == kind; });
    if (found == kinds_.end()) found = kinds_.insert(found, {std::string(kind), std::string(topic), 0});
    count = ++found->count;
  }
  if (count <= kShownOfAKind || level_ == LogLevel::kDebug) Say(LogLevel::kWarn, topic, message);
}

void Log::CountRest() {
  for (const Kind& kind : kinds_) {
    const int rest = kind.count - kShownOfAKind;
    if (rest <= 0 || level_ == LogLevel::kDebug) continue;
    Say(LogLevel::kWarn, kind.topic,
        "... and " + std::to_string(rest) + " more of the same; --verbose names them all.");
  }
  kinds_.clear();
}

void Log::Raw(LogLevel level, std::string_view text) {
  if (Keep({.level = static_cast<uint8_t>(level), .is_raw = true, .message = std::string(text)})) return;
  Print(level, text);
}

void Log::Say(LogLevel level, std::string_view topic, std::string_view message) {
  if (level >= level_) Print(level, FormattedTopic(topic) + Squeezed(message));
}

void Log::Print(LogLevel level, std::string_view text) {
  if (level < level_) return;
  const std::string line = Colored(level, std::string(text));
  const std::lock_guard lock(mu_);
  sink_(level, line);
}

}  // namespace tincture::engine
