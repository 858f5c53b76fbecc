// BuildProfile: what `--profile` tells of a build: how long the phases took, what each template made how often, and,
// for a trace, who did what when. Times are those of a clock of its own: none reaches the site. Threads: any; an event
// belongs to the thread that ends it.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tincture::engine {

class BuildProfile {
 public:
  using Clock = std::chrono::steady_clock;
  using Duration = Clock::duration;

  // `keeps_events`: for ChromeTrace.
  explicit BuildProfile(bool keeps_events) : keeps_events_(keeps_events), start_(Clock::now()) {}

  // While it lives, something of a name goes on. A null profile costs a comparison.
  class Span {
   public:
    // Keeps the view of `category`, which is one of a few.
    Span(BuildProfile* profile, std::string_view category, std::string_view name);
    ~Span() { End(); }
    Span(const Span&) = delete;
    Span& operator=(const Span&) = delete;

    // Later calls do nothing.
    void End();
    // It was one of the build's phases; a template that was parsed and rendered to so many bytes.
    void EndPhase();
    void EndTemplate(size_t bytes);

   private:
    BuildProfile* profile_;
    std::string_view category_;
    std::string name_;
    Clock::time_point begin_;
  };

  void AddPhase(std::string_view name, Duration time);
  void AddTemplate(std::string_view path, size_t bytes, Duration time);
  // Before the next build.
  void Clear();

  // Jekyll 4's two tables, as terminal-table draws them (lib/jekyll/profiler.rb, liquid_renderer/table.rb).
  // Paths are shown as Jekyll shows them: without `source`, from a gem's name on. `has_total`: a last row of sums.
  std::string PhaseTable(bool has_total) const;
  std::string TemplateTable(std::string_view source, bool has_total) const;
  // Jekyll 3's one.
  std::string PlainTemplateTable(std::string_view source) const;
  // All events, for chrome://tracing and its kind.
  std::string ChromeTrace() const;

 private:
  struct Template {
    uint64_t count = 0;
    uint64_t bytes = 0;
    Duration time = {};
  };
  struct Event {
    std::string_view category;
    std::string name;
    std::thread::id thread;
    Clock::time_point begin;
    Duration time;
  };
  using Row = std::vector<std::string>;

  void AddEvent(Event event);
  std::vector<Row> TemplateRows(std::string_view source, bool has_total) const;

  const bool keeps_events_;
  const Clock::time_point start_;
  mutable std::mutex mu_;  // guards the rest
  std::vector<std::pair<std::string, Duration>> phases_;
  std::map<std::string, Template, std::less<>> templates_;
  std::vector<Event> events_;
};

}  // namespace tincture::engine
