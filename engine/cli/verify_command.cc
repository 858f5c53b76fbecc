// `verify REFERENCE_SITE`: our build beside the one that Jekyll made, file by file. Ours alone. Exit status 0 where
// they are equal but for differences that any two builds have; else 1.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <vector>

#include "engine/cli/session.h"
#include "engine/source/path.h"
#include "engine/verify/verify.h"
#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

using Counts = std::array<size_t, kVerdicts>;

size_t& At(Counts& counts, Verdict verdict) { return counts[static_cast<size_t>(verdict)]; }

std::string PaddedLeft(std::string_view text, size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + std::string(text);
}

class Reporter {
 public:
  Reporter(const Session& session, const Configuration& configuration, const Verification& verification, size_t show)
      : session_(session), configuration_(configuration), verification_(verification), show_(show) {}

  void Print() {
    PrintHead();
    PrintTable();
    PrintDifferences();
    PrintEach(Verdict::kMissing, [this](const VerifiedFile& file) { Say("missing: " + file.path); });
    PrintEach(Verdict::kExtra, [this](const VerifiedFile& file) { Say("extra: " + file.path + MadeOf(file)); });
    PrintEach(Verdict::kHarmless,
              [this](const VerifiedFile& file) { Say("harmless: " + file.path + ": " + NamesOf(file.causes)); });
    PrintEnd();
  }

 private:
  void Say(const std::string& line) { session_.log.Raw(LogLevel::kInfo, line); }

  std::string Environment() const { return session_.machine.env.Get("JEKYLL_ENV").value_or("development"); }

  void PrintHead() {
    const compat::Profile& profile = session_.profile();
    const std::string version = verification_.reference_version;
    session_.log.Info("Source:", configuration_.source());
    session_.log.Info("Reference:", configuration_.destination() + (version.empty() ? "" : ", by Jekyll " + version));
    session_.log.Info("Compared with:", "profile " + std::string(profile.name) + " (Jekyll " +
                                            std::string(profile.jekyll_version) + "), JEKYLL_ENV=" + Environment() +
                                            (verification_.is_references_time ? ", at the reference's time" : ""));
  }

  static std::string Row(std::string_view name, Counts counts) {
    std::string row(name);
    row.resize(14, ' ');
    for (const size_t count : counts) row += PaddedLeft(std::to_string(count), 11);
    return row;
  }

  void PrintTable() {
    std::array<Counts, kSiteFileKinds> by_kind = {};
    Counts all = {};
    for (const VerifiedFile& file : verification_.files) {
      ++At(by_kind[static_cast<size_t>(file.kind)], file.verdict);
      ++At(all, file.verdict);
    }
    std::string head(14, ' ');
    for (const char* name : {"identical", "harmless", "different", "missing", "extra"}) head += PaddedLeft(name, 11);
    Say("");
    Say(head);
    for (size_t kind = 0; kind < by_kind.size(); ++kind) {
      if (by_kind[kind] == Counts{}) continue;
      Say(Row(NameOf(static_cast<SiteFileKind>(kind)), by_kind[kind]));
    }
    Say(Row("all", all));
  }

  template <class PrintOne>
  void PrintEach(Verdict verdict, PrintOne print) {
    std::vector<const VerifiedFile*> files;
    for (const VerifiedFile& file : verification_.files) {
      if (file.verdict == verdict) files.push_back(&file);
    }
    PrintFirst(files.size(), [&](size_t i) { print(*files[i]); });
  }

  // Differences that one line of a template makes are one: its first file and the names of some others.
  void PrintDifferences() {
    std::vector<std::vector<const VerifiedFile*>> groups;
    std::map<std::string, size_t> by_line;
    for (const VerifiedFile& file : verification_.files) {
      if (file.verdict != Verdict::kDifferent) continue;
      const std::string line = file.made_by ? Written(file.made_by->line) : "";
      const auto [group, is_new] = by_line.try_emplace(line, groups.size());
      if (is_new || line.empty()) groups.emplace_back();
      (line.empty() ? groups.back() : groups[group->second]).push_back(&file);
    }
    PrintFirst(groups.size(), [&](size_t i) { PrintGroup(groups[i]); });
  }

  void PrintGroup(const std::vector<const VerifiedFile*>& files) {
    constexpr size_t kNamed = 4;
    PrintDifference(*files[0]);
    if (files.size() == 1) return;
    std::string others = "    and so in " + std::to_string(files.size() - 1) + " more:";
    for (size_t i = 1; i < std::min(files.size(), kNamed + 1); ++i) others += (i == 1 ? " " : ", ") + files[i]->path;
    Say(others + (files.size() > kNamed + 1 ? ", …" : ""));
  }

  template <class PrintOne>
  void PrintFirst(size_t count, PrintOne print) {
    if (count > 0 && show_ > 0) Say("");
    for (size_t i = 0; i < std::min(count, show_); ++i) print(i);
    if (count > show_ && show_ > 0) Say("... and " + std::to_string(count - show_) + " more: --show N prints N");
  }

  static std::string NamesOf(const std::set<HarmlessCause>& causes) {
    std::string names;
    for (const HarmlessCause cause : causes) names += (names.empty() ? "" : ", ") + std::string(NameOf(cause));
    return names;
  }

  static std::string MadeOf(const VerifiedFile& file) {
    const Origin& origin = file.origin;
    std::string text = origin.source.empty() ? "" : " (made of " + origin.source;
    for (const std::string& layout : origin.layouts) text += (text.empty() ? " (in " : ", in ") + layout;
    return text.empty() ? text : text + ")";
  }

  void PrintDifference(const VerifiedFile& file) {
    const TextPlace& place = file.theirs.place;
    Say("different: " + file.path + ", line " + std::to_string(place.line) + ", column " +
        std::to_string(place.column) + MadeOf(file));
    if (!file.causes.empty()) Say("    before it only " + NamesOf(file.causes));
    Say("    Jekyll: " + file.theirs.excerpt.text);
    Say("    here:   " + file.ours.excerpt.text);
    Say(std::string(12 + file.ours.excerpt.caret, ' ') + "^");
    if (file.made_by) Say("    " + DescribeMaker(*file.made_by));
  }

  static std::string Written(const MadeBy::Line& line) {
    return line.path + ":" + std::to_string(line.line) + ":" + std::to_string(line.column);
  }

  // "made by _includes/head.html:3:7 {{ page.title }}, included by _layouts/default.html:2:1".
  static std::string DescribeMaker(const MadeBy& made) {
    std::string text = (made.is_near ? "made at or near " : "made by ") + Written(made.line);
    if (!made.markup.empty()) text += "  " + made.markup;
    for (const MadeBy::Line& line : made.included_from) text += ", included by " + Written(line);
    return text;
  }

  void PrintEnd() {
    Say("");
    if (verification_.IsEqual()) {
      const bool is_identical = std::all_of(verification_.files.begin(), verification_.files.end(),
                                            [](auto& file) { return file.verdict == Verdict::kIdentical; });
      return Say(is_identical ? "Equal: every file has the same bytes."
                              : "Equal, but for what differs between any two builds.");
    }
    Say("Not equal. The reference has to be built with the same options, JEKYLL_ENV and TZ.");
  }

  const Session& session_;
  const Configuration& configuration_;
  const Verification& verification_;
  const size_t show_;
};

// Another value of JEKYLL_ENV.
class OtherEnv : public Env {
 public:
  OtherEnv(const Env& base, std::string jekyll_env) : base_(base), jekyll_env_(std::move(jekyll_env)) {}
  std::optional<std::string> Get(const std::string& name) const override {
    return name == "JEKYLL_ENV" ? jekyll_env_ : base_.Get(name);
  }
  std::string WorkingDirectory() const override { return base_.WorkingDirectory(); }

 private:
  const Env& base_;
  const std::string jekyll_env_;
};

size_t NumberOf(const ParsedOptions& parsed, std::string_view key, size_t otherwise) {
  const GivenOption* given = parsed.Find(key);
  if (given == nullptr) return otherwise;
  size_t number = 0;  // a negative one shows nothing
  std::from_chars(given->argument->data(), given->argument->data() + given->argument->size(), number);
  return number;
}

// The configuration as Jekyll had it with `-d REFERENCE_SITE`: that folder is not read as a part of the source.
Result<Configuration> ConfigurationFor(const Session& session, const std::string& reference,
                                       const compat::Profile& profile, Log& log) {
  CommandOptions options = session.line.options;
  HashBuilder destination(*options.arena);
  destination.Set("destination", Value::String(options.arena->Copy(reference)));
  options.overrides = DeepMergeHashes(*options.arena, *options.overrides, *destination.Build());
  return Configuration::Load(options, profile, session.machine, log);
}

// Whether the reference was rather built in another environment, or by another Jekyll: it is tried.
void Advise(const Session& session, const Configuration& configuration, const Verification& verification) {
  const auto identical =
      static_cast<size_t>(std::count_if(verification.files.begin(), verification.files.end(),
                                        [](const VerifiedFile& file) { return file.verdict == Verdict::kIdentical; }));
  const auto say_if_better = [&](const std::string& what, const Configuration& other, const Env& env) {
    const Machine& here = session.machine;
    const Machine machine{here.files, here.target, here.clock, env, here.repository};
    const size_t count = CountIdentical(other, machine, verification.built_at);
    if (count <= identical) return;
    session.log.Raw(LogLevel::kInfo, "With " + what + " " + std::to_string(count - identical) + " more of " +
                                         std::to_string(verification.files.size()) + " files are identical.");
  };
  const bool is_production = session.machine.env.Get("JEKYLL_ENV") == "production";
  const std::string other = is_production ? "development" : "production";
  say_if_better("JEKYLL_ENV=" + other, configuration, OtherEnv(session.machine.env, other));
  Log silent([](LogLevel, std::string_view) {});
  for (const char* name : {"github-pages", "jekyll-3", "jekyll-4", "debian"}) {
    const compat::Profile& profile = compat::ProfileOf(*compat::ProfileNamed(name));
    if (&profile == &session.profile()) continue;
    const Result<Configuration> of_profile = ConfigurationFor(session, configuration.destination(), profile, silent);
    if (of_profile) say_if_better("--profile " + std::string(name), *of_profile, session.machine.env);
  }
}

}  // namespace

int RunVerify(const Session& session) {
  const std::vector<std::string>& words = session.line.parsed.words;
  if (words.size() != 1) {
    return session.Fail({.kind = "ArgumentError",
                         .message = "verify wants the folder of a site that Jekyll built.",
                         .hint = "Write `bundle exec jekyll build -d /tmp/reference`, then `" +
                                 std::string(session.program) + " verify /tmp/reference`."});
  }
  const std::string reference = ExpandPath(words.front(), session.machine.env.WorkingDirectory());
  const Result<Configuration> configuration = ConfigurationFor(session, reference, session.profile(), session.log);
  if (!configuration) return session.Fail(configuration.error());
  // The build's own progress is not what was asked for.
  const LogLevel level = session.log.level();
  session.log.set_level(std::max(level, LogLevel::kWarn));
  const Result<Verification> verification = Verify(*configuration, session.machine, session.log);
  session.log.set_level(level);
  if (!verification) return session.Fail(verification.error());
  Reporter(session, *configuration, *verification, NumberOf(session.line.parsed, "show", 10)).Print();
  if (verification->IsEqual()) return 0;
  Advise(session, *configuration, *verification);
  return 1;
}

}  // namespace tincture::engine
