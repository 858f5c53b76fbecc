// UnitTurn: a Turn whose lower ranks are what the RenderState knows of them. Notes what it read, so that the state can
// tell whether that was right, and what the unit leaves; see Outcome.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/model/turn.h"
#include "engine/render/outcome.h"
#include "engine/render/read_notes.h"
#include "engine/render/render_state.h"
#include "engine/source/tracked_files.h"
#include "liquid/exec/context.h"

namespace tincture::engine {

class UnitTurn : public Turn, public TrackedFiles::Observer {
 public:
  // A text on its way: the unit's, or that of an excerpt which renders within its turn.
  class Frame {
   public:
    Frame(UnitTurn& turn, const Renderable& unit);
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;
    StagedContent text;

   private:
    UnitTurn& turn_;
  };

  UnitTurn(RenderState& state, const Site& site, const RenderState::Task& task);

  Value ContentOf(const Renderable& unit) override;
  Value OutputOf(const Renderable& unit) override;
  void SetContent(std::string text) override;
  void SetOutput(std::string text) override;
  bool IsDated(const Document& document) override;
  void FillDate(const Document& document) override;
  Value Pages() override;
  Value LeakedContent() override;
  void NoteLeakedLayout() override;
  void Note(ReadKind kind, std::string_view object, std::string_view name) override;
  void NoteUnit(const Renderable& unit) override;
  void NoteOrder(const Document& document) override;
  std::optional<std::string> Remembered(const std::string& key) override;
  void Remember(const std::string& key, std::string_view text) override;
  const liquid::Template* Filed(std::string_view path) override;
  void File(std::string_view path, const liquid::Template& parsed) override;
  void NoteUnrepeatable(std::string_view why) override;
  void NoteSharedPath() override;
  void WarnOfCode(std::string_view language, std::string_view page, std::string_view message) override;
  bool AwaitLower() override;
  // What it says and warns of counts, too.
  uint64_t variations() const override { return variations_ + outcome_->log.size() + outcome_->code_warnings.size(); }

  const RenderState::Task& task() const { return task_; }
  // Of the whole site, hiding variables of their names.
  liquid::Counters& counters() { return counters_; }
  // Of the template under that path.
  liquid::Registers& RegistersOf(const std::string& path);
  void LeakContent(std::shared_ptr<const Piece> content) { outcome_->content_leak = std::move(content); }
  void AddPages(std::vector<compat::plugins::NewPage> pages);
  std::vector<LogLine>* log() { return &outcome_->log; }
  // Null where nobody notes what units read.
  ReadObserver* observer() { return notes_ ? &*notes_ : nullptr; }
  void NoteLayout(const Value& name);
  void OnFile(const std::string& path, uint8_t asked) override;

  // What the excerpt renders to, where that is known; else null, and Keep or Fail must follow.
  std::shared_ptr<const ExcerptOutcome> BeginExcerpt(const Excerpt& excerpt);
  std::shared_ptr<const ExcerptOutcome> KeepExcerpt(const Excerpt& excerpt, StagedContent text);
  void FailExcerpt(const Excerpt& excerpt);
  // It renders at this moment, in this turn.
  bool IsUnderWay(const Excerpt& excerpt) const;

  // The unit's turn is over.
  std::unique_ptr<Outcome> End(Status status, StagedContent text);

 private:
  // Where the turn stands when something begins that may be kept for other units.
  struct Mark {
    size_t log;
    size_t code_warnings;
    size_t reads;
    size_t changes;
    std::optional<liquid::Registers> registers;  // of the template that renders
  };
  class SiteCounters : public liquid::Counters {
   public:
    explicit SiteCounters(UnitTurn& turn) : turn_(turn) {}
    const Value* Find(const Symbol& name) override;
    void Set(const Symbol& name, const Value& value) override;

   private:
    UnitTurn& turn_;
  };

  bool IsNoted(const Renderable& unit) const;
  bool Await();
  void NoteState();
  const StagedContent* FrameOf(const Renderable& unit) const;
  const StagedContent& TextOf(const Renderable& unit);
  Mark Here() const;
  // What was said since is said by the first unit only that makes `key`.
  void SayOnce(const Mark& since, const std::string& key);

  RenderState& state_;
  const Site& site_;
  const RenderState::Task task_;
  std::unique_ptr<Outcome> outcome_ = std::make_unique<Outcome>();
  std::vector<std::pair<const Renderable*, StagedContent*>> frames_;  // the unit's own first
  SiteCounters counters_;
  std::unordered_map<const Renderable*, const StagedContent*> texts_;
  std::unordered_map<const Excerpt*, Mark> excerpts_under_way_;
  std::vector<std::pair<std::string, Mark>> remembering_;
  const liquid::Registers* registers_now_ = nullptr;
  std::optional<ReadNotes> notes_;  // where the build is to be kept
  // How often it looked at what lower ranks leave, and how often it left something.
  size_t reads_ = 0;
  size_t changes_ = 0;
};

}  // namespace tincture::engine
