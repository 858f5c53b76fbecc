#include "engine/source/tracked_machine.h"

namespace tincture::engine {

namespace {

Fingerprint FingerprintOf(const std::optional<std::string>& text) {
  return engine::FingerprintOf(std::string_view(text ? "=" + *text : std::string()));
}

Fingerprint FingerprintOf(const std::map<std::string, int64_t>& times) {
  ByteWriter all;
  for (const auto& [path, time] : times) {
    all.Text(path);
    all.Signed(time);
  }
  return engine::FingerprintOf(all.bytes());
}

Fingerprint Answer(const Repository& repository, const std::string& question, const std::string& path) {
  if (question == "work tree") return FingerprintOf(repository.WorkTree(path));
  if (question == "last commits") return FingerprintOf(repository.LastCommits(path));
  if (question == "revision") return FingerprintOf(repository.Revision(path));
  return FingerprintOf(repository.OriginUrl(path));
}

void EncodeOptional(const std::optional<std::string>& text, ByteWriter& out) {
  out.Number(text ? 1 : 0);
  if (text) out.Text(*text);
}

std::optional<std::string> DecodeOptional(ByteReader& in) {
  if (in.Number() == 0) return std::nullopt;
  return std::string(in.Text());
}

// What hangs on no file.
std::string AroundChanged(const Machine& machine, const MachineFacts& facts) {
  if (!facts.is_steady) return "a file that changed while the site was built";
  if (facts.working_directory && machine.env.WorkingDirectory() != *facts.working_directory) {
    return "the working directory";
  }
  for (const auto& [name, value] : facts.environment) {
    if (machine.env.Get(name) != value) return "the variable " + name;
  }
  const TrackedRepository repository(machine.repository);
  for (const auto& [question, answer] : facts.repository) {
    if (Answer(repository, question.first, question.second) != answer) return "git's " + question.first;
  }
  return {};
}

}  // namespace

Difference LearnedOtherwise(const Machine& machine, const std::vector<std::string>& own, MachineFacts* facts) {
  Difference found{.what = AroundChanged(machine, *facts)};
  found.is_in_files = found.what.empty();
  if (!found.is_in_files) return found;
  const NamesOf names = [&](const std::string& folder) { return WithoutOwn(machine.files.List(folder), folder, own); };
  const Checked checked = CheckAll(machine.files, names, machine.jobs, &facts->files);
  if (!checked.changed.empty()) found.what = checked.changed.front();
  found.has_learned = checked.has_learned;
  if (found.what.empty() && facts->clock && machine.clock.Now() != *facts->clock) found.what = "the time";
  return found;
}

void Encode(const MachineFacts& facts, ByteWriter& out) {
  out.Number(facts.is_steady ? 1 : 0);
  Encode(facts.files, out);
  out.Number(facts.environment.size());
  for (const auto& [name, value] : facts.environment) {
    out.Text(name);
    EncodeOptional(value, out);
  }
  EncodeOptional(facts.working_directory, out);
  out.Number(facts.clock ? 1 : 0);
  if (facts.clock) {
    out.Signed(facts.clock->seconds);
    out.Signed(facts.clock->nanoseconds);
  }
  out.Number(facts.repository.size());
  for (const auto& [question, answer] : facts.repository) {
    out.Text(question.first);
    out.Text(question.second);
    Encode(answer, out);
  }
}

MachineFacts DecodeMachineFacts(ByteReader& in) {
  MachineFacts facts;
  facts.is_steady = in.Number() != 0;
  facts.files = DecodeFileFacts(in);
  for (size_t left = in.Count(); left > 0; --left) {
    std::string name(in.Text());
    facts.environment[std::move(name)] = DecodeOptional(in);
  }
  facts.working_directory = DecodeOptional(in);
  if (in.Number() != 0) {
    facts.clock.emplace();
    facts.clock->seconds = in.Signed();
    facts.clock->nanoseconds = static_cast<int32_t>(in.Signed());
  }
  for (size_t left = in.Count(); left > 0; --left) {
    std::string question(in.Text());
    std::string path(in.Text());
    facts.repository[{std::move(question), std::move(path)}] = DecodeFingerprint(in);
  }
  return facts;
}

std::optional<std::string> TrackedEnv::Get(const std::string& name) const {
  std::optional<std::string> value = base_.Get(name);
  const std::lock_guard lock(mu_);
  asked_[name] = value;
  return value;
}

std::string TrackedEnv::WorkingDirectory() const {
  std::string path = base_.WorkingDirectory();
  const std::lock_guard lock(mu_);
  working_directory_ = path;
  return path;
}

void TrackedEnv::AddTo(MachineFacts* facts) const {
  const std::lock_guard lock(mu_);
  facts->environment = asked_;
  facts->working_directory = working_directory_;
}

Instant TrackedClock::Now() const {
  const Instant now = base_.Now();
  const std::lock_guard lock(mu_);
  if (!first_) first_ = now;
  return now;
}

void TrackedClock::AddTo(MachineFacts* facts) const {
  const std::lock_guard lock(mu_);
  facts->clock = first_;
}

void TrackedRepository::Keep(const char* question, const std::string& path, const Fingerprint& answer) const {
  const std::lock_guard lock(mu_);
  asked_[{question, path}] = answer;
}

std::optional<std::string> TrackedRepository::WorkTree(const std::string& directory) const {
  auto answer = base_ == nullptr ? std::nullopt : base_->WorkTree(directory);
  Keep("work tree", directory, FingerprintOf(answer));
  return answer;
}

std::map<std::string, int64_t> TrackedRepository::LastCommits(const std::string& work_tree) const {
  auto answer = base_ == nullptr ? std::map<std::string, int64_t>() : base_->LastCommits(work_tree);
  Keep("last commits", work_tree, FingerprintOf(answer));
  return answer;
}

std::optional<std::string> TrackedRepository::Revision(const std::string& directory) const {
  auto answer = base_ == nullptr ? std::nullopt : base_->Revision(directory);
  Keep("revision", directory, FingerprintOf(answer));
  return answer;
}

std::optional<std::string> TrackedRepository::OriginUrl(const std::string& directory) const {
  auto answer = base_ == nullptr ? std::nullopt : base_->OriginUrl(directory);
  Keep("origin", directory, FingerprintOf(answer));
  return answer;
}

void TrackedRepository::AddTo(MachineFacts* facts) const {
  const std::lock_guard lock(mu_);
  facts->repository = asked_;
}

TrackedMachine::TrackedMachine(const Machine& base, std::vector<std::string> own)
    : files_(base.files, std::move(own)),
      env_(base.env),
      clock_(base.clock),
      repository_(base.repository),
      machine_{.files = files_,
               .target = base.target,
               .clock = clock_,
               .env = env_,
               .repository = &repository_,
               .jobs = base.jobs,
               .destination = &base.files} {}

MachineFacts TrackedMachine::Facts() const {
  MachineFacts facts;
  facts.files = files_.Facts(&facts.is_steady);
  env_.AddTo(&facts);
  clock_.AddTo(&facts);
  repository_.AddTo(&facts);
  return facts;
}

}  // namespace tincture::engine
