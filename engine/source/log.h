// Log: Jekyll's LogAdapter: a topic right-aligned in 20 columns, then the message. Warnings are yellow and errors red
// always, terminal or not, as Colorator does it in Jekyll.
// Threads: any thread may log; lines are never mixed, their order across threads is the caller's business.
#pragma once

#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/trace/trace.h"

namespace tincture::engine {

enum class LogLevel { kDebug, kInfo, kWarn, kError };

class Log {
 public:
  // `sink` gets each whole line without its newline; debug and info go to standard output, warn and error to
  // standard error.
  using Sink = std::function<void(LogLevel level, std::string_view line)>;
  explicit Log(Sink sink) : sink_(std::move(sink)) {}

  void set_level(LogLevel level) { level_ = level; }
  LogLevel level() const { return level_; }

  void Debug(std::string_view topic, std::string_view message) { Write(LogLevel::kDebug, topic, message); }
  void Info(std::string_view topic, std::string_view message) { Write(LogLevel::kInfo, topic, message); }
  void Warn(std::string_view topic, std::string_view message) { Write(LogLevel::kWarn, topic, message); }
  void Error(std::string_view topic, std::string_view message) { Write(LogLevel::kError, topic, message); }

  // One warning of many that may come: of each kind the first few are printed (all of them with --verbose), the rest
  // counted until CountRest. `kind` is never shown.
  void WarnOfMany(std::string_view kind, std::string_view topic, std::string_view message);
  // One line for each kind that was cut short.
  void CountRest();

  // Of all messages with one `key` only the first is printed.
  void Once(std::string_view key, LogLevel level, std::string_view topic, std::string_view message);

  // While it lives, what this thread tells the log goes to `lines` instead, debug messages only where they are wanted.
  class Capture {
   public:
    explicit Capture(std::vector<LogLine>* lines);
    ~Capture();
    Capture(const Capture&) = delete;
    Capture& operator=(const Capture&) = delete;

   private:
    std::vector<LogLine>* outer_;
  };
  // Tells what was captured, or is on a tape.
  void Replay(const std::vector<LogLine>& lines);

  // While it lives, whatever any thread tells the log, and is not captured, is also kept in `lines`: shown or not, but
  // debug messages only where they are wanted. CountRest is for each to call again.
  class Tape {
   public:
    Tape(Log& log, std::vector<LogLine>* lines);
    ~Tape();
    Tape(const Tape&) = delete;
    Tape& operator=(const Tape&) = delete;

   private:
    Log& log_;
    std::vector<LogLine>* outer_;
  };

  // Text as it is, without a topic (excerpts with a caret, tables).
  void Raw(LogLevel level, std::string_view text);

 private:
  void Write(LogLevel level, std::string_view topic, std::string_view message);

  struct Kind {
    std::string name;
    std::string topic;
    int count = 0;
  };
  static constexpr int kShownOfAKind = 3;
  // For the thread's Capture: then true, and there is no more to do. Otherwise for the tape, if there is one.
  bool Keep(LogLine line);
  void SayOfMany(std::string_view kind, std::string_view topic, std::string_view message);
  void Say(LogLevel level, std::string_view topic, std::string_view message);
  void Print(LogLevel level, std::string_view text);
  bool IsFirst(std::string_view key);

  std::vector<Kind> kinds_;                  // in the order of their first warning; guarded by mu_
  std::set<std::string, std::less<>> said_;  // keys of Once; guarded by mu_
  std::vector<LogLine>* tape_ = nullptr;     // guarded by mu_
  std::mutex mu_;
  Sink sink_;
  LogLevel level_ = LogLevel::kInfo;
};

}  // namespace tincture::engine
