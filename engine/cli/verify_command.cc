// `verify REFERENCE_SITE`: our build beside the one that Jekyll made, file by file. Ours alone. Exit status 0 where
// they are equal but for differences that any two builds have; else 1.
#include <algorithm>
#include <array>
#include <charconv>

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
    PrintEach(Verdict::kDifferent, [this](const VerifiedFile& file) { PrintDifference(file); });
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
    size_t count = 0;
    for (const VerifiedFile& file : verification_.files) {
      if (file.verdict != verdict || ++count > show_) continue;
      if (count == 1) Say("");
      print(file);
    }
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
  }

  void PrintEnd() {
    Say("");
    if (verification_.IsEqual()) {
      const bool is_identical = std::all_of(verification_.files.begin(), verification_.files.end(),
                                            [](auto& file) { return file.verdict == Verdict::kIdentical; });
      return Say(is_identical ? "Equal: every file has the same bytes."
                              : "Equal, but for what differs between any two builds.");
    }
    const std::string& version = verification_.reference_version;
    if (!version.empty() && version != session_.profile().jekyll_version) {
      Say("The reference was built by Jekyll " + version + ", and profile " + std::string(session_.profile().name) +
          " stands for " + std::string(session_.profile().jekyll_version) + ": see --profile.");
    }
    Say("Not equal. Was the reference built with JEKYLL_ENV=" + Environment() + ", the same TZ and the same options?");
  }

  const Session& session_;
  const Configuration& configuration_;
  const Verification& verification_;
  const size_t show_;
};

size_t NumberOf(const ParsedOptions& parsed, std::string_view key, size_t otherwise) {
  const GivenOption* given = parsed.Find(key);
  if (given == nullptr) return otherwise;
  size_t number = 0;  // a negative one shows nothing
  std::from_chars(given->argument->data(), given->argument->data() + given->argument->size(), number);
  return number;
}

// The configuration as Jekyll had it with `-d REFERENCE_SITE`: that folder is not read as a part of the source.
Result<Configuration> ConfigurationFor(const Session& session, const std::string& reference) {
  CommandOptions options = session.line.options;
  HashBuilder destination(*options.arena);
  destination.Set("destination", Value::String(options.arena->Copy(reference)));
  options.overrides = DeepMergeHashes(*options.arena, *options.overrides, *destination.Build());
  return Configuration::Load(options, session.profile(), session.machine, session.log);
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
  const Result<Configuration> configuration = ConfigurationFor(session, reference);
  if (!configuration) return session.Fail(configuration.error());
  // The build's own progress is not what was asked for.
  const LogLevel level = session.log.level();
  session.log.set_level(std::max(level, LogLevel::kWarn));
  const Result<Verification> verification = Verify(*configuration, session.machine, session.log);
  session.log.set_level(level);
  if (!verification) return session.Fail(verification.error());
  Reporter(session, *configuration, *verification, NumberOf(session.line.parsed, "show", 10)).Print();
  return verification->IsEqual() ? 0 : 1;
}

}  // namespace tincture::engine
