#include "engine/support/build_profile.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace tincture::engine {

namespace {

using Row = std::vector<std::string>;

constexpr size_t kMostRows = 50;

double Seconds(BuildProfile::Duration time) { return std::chrono::duration<double>(time).count(); }

std::string Fixed(double number, int decimals) {
  std::array<char, 64> text;
  const int size = std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
  return {text.data(), static_cast<size_t>(size)};
}

std::string Kilobytes(uint64_t bytes) { return Fixed(static_cast<double>(bytes) / 1024, 2) + "K"; }

std::vector<size_t> Widths(const std::vector<Row>& rows) {
  std::vector<size_t> widths(rows[0].size());
  for (const Row& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  return widths;
}

// Left in the first column, right in the others.
std::string Cell(const std::string& text, size_t column, size_t width) {
  const std::string space(width - text.size(), ' ');
  return column == 0 ? text + space : space + text;
}

std::string Line(const Row& row, const std::vector<size_t>& widths) {
  std::string line;
  for (size_t i = 0; i < row.size(); ++i) line += (i == 0 ? "" : " | ") + Cell(row[i], i, widths[i]);
  return line;
}

// terminal-table 1.8, without a border above and below.
std::string Bordered(const std::vector<Row>& rows) {
  const std::vector<size_t> widths = Widths(rows);
  std::string text = "\n| " + Line(rows[0], widths) + " |\n";
  for (const size_t width : widths) text += "+" + std::string(width + 2, '-');
  text += "+\n";
  for (size_t i = 1; i < rows.size(); ++i) text += "| " + Line(rows[i], widths) + " |\n";
  return text;
}

// LiquidRenderer#normalize_path.
std::string_view ShownPath(std::string_view path, std::string_view source) {
  if (path.starts_with(source) && path.substr(source.size()).starts_with('/')) return path.substr(source.size() + 1);
  constexpr std::string_view kGems = "/gems/";
  if (const size_t gems = path.rfind(kGems); gems != std::string_view::npos) return path.substr(gems + kGems.size());
  return path.starts_with('/') ? path.substr(1) : path;
}

void AppendJsonString(std::string_view text, std::string& json) {
  json += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    json += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  json += '"';
}

}  // namespace

BuildProfile::Span::Span(BuildProfile* profile, std::string_view category, std::string_view name)
    : profile_(profile), category_(category) {
  if (profile == nullptr) return;
  name_ = name;
  begin_ = Clock::now();
}

void BuildProfile::Span::End() {
  if (BuildProfile* const profile = std::exchange(profile_, nullptr)) {
    profile->AddEvent({category_, std::move(name_), std::this_thread::get_id(), begin_, Clock::now() - begin_});
  }
}

void BuildProfile::Span::EndPhase() {
  if (profile_ != nullptr) profile_->AddPhase(name_, Clock::now() - begin_);
  End();
}

void BuildProfile::Span::EndTemplate(size_t bytes) {
  if (profile_ != nullptr) profile_->AddTemplate(name_, bytes, Clock::now() - begin_);
  End();
}

void BuildProfile::AddEvent(Event event) {
  if (!keeps_events_) return;
  const std::lock_guard lock(mu_);
  events_.push_back(std::move(event));
}

void BuildProfile::AddPhase(std::string_view name, Duration time) {
  const std::lock_guard lock(mu_);
  phases_.emplace_back(name, time);
}

void BuildProfile::AddTemplate(std::string_view path, size_t bytes, Duration time) {
  const std::lock_guard lock(mu_);
  Template& made = templates_[std::string(path)];
  ++made.count;
  made.bytes += bytes;
  made.time += time;
}

void BuildProfile::Clear() {
  const std::lock_guard lock(mu_);
  phases_.clear();
  templates_.clear();
  events_.clear();
}

std::string BuildProfile::PhaseTable(bool has_total) const {
  const std::lock_guard lock(mu_);
  std::vector<Row> rows = {{"PHASE", "TIME"}};
  double total = 0;
  for (const auto& [name, time] : phases_) {
    rows.push_back({name, Fixed(Seconds(time), 4)});
    total += Seconds(time);
  }
  if (has_total) rows.push_back({"TOTAL TIME", Fixed(total, 4)});
  return Bordered(rows);
}

// The slowest first.
std::vector<Row> BuildProfile::TemplateRows(std::string_view source, bool has_total) const {
  const std::lock_guard lock(mu_);
  std::vector<std::pair<std::string_view, Template>> sorted(templates_.begin(), templates_.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second.time > b.second.time; });
  sorted.resize(std::min(sorted.size(), kMostRows));
  const auto row = [](std::string_view name, const Template& made) {
    return Row{std::string(name), std::to_string(made.count), Kilobytes(made.bytes), Fixed(Seconds(made.time), 3)};
  };
  std::vector<Row> rows = {{"Filename", "Count", "Bytes", "Time"}};
  Template total;
  for (const auto& [name, made] : sorted) {
    rows.push_back(row(ShownPath(name, source), made));
    total = {total.count + made.count, total.bytes + made.bytes, total.time + made.time};
  }
  if (has_total) rows.push_back(row("TOTAL (for " + std::to_string(sorted.size()) + " files)", total));
  return rows;
}

std::string BuildProfile::TemplateTable(std::string_view source, bool has_total) const {
  return Bordered(TemplateRows(source, has_total));
}

std::string BuildProfile::PlainTemplateTable(std::string_view source) const {
  const std::vector<Row> rows = TemplateRows(source, false);
  const std::vector<size_t> widths = Widths(rows);
  std::string text = "\n" + Line(rows[0], widths) + "\n";
  for (size_t i = 0; i < widths.size(); ++i) text += (i == 0 ? "" : "-+-") + std::string(widths[i], '-');
  text += '\n';
  for (size_t i = 1; i < rows.size(); ++i) text += Line(rows[i], widths) + "\n";
  return text + "\n";
}

std::string BuildProfile::ChromeTrace() const {
  const std::lock_guard lock(mu_);
  const auto microseconds = [](Duration time) {
    return std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(time).count());
  };
  std::vector<std::thread::id> threads;  // numbered as they come
  std::string json = "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[";
  for (const Event& event : events_) {
    const auto known = std::find(threads.begin(), threads.end(), event.thread);
    const auto number = known - threads.begin();
    if (known == threads.end()) threads.push_back(event.thread);
    json += json.ends_with('[') ? "\n{\"name\":" : ",\n{\"name\":";
    AppendJsonString(event.name, json);
    json.append(",\"cat\":\"").append(event.category).append("\",\"ph\":\"X\",\"pid\":1,\"tid\":");
    json += std::to_string(number + 1) + ",\"ts\":" + microseconds(event.begin - start_) +
            ",\"dur\":" + microseconds(event.time) + "}";
  }
  return json + "\n]}\n";
}

}  // namespace tincture::engine
