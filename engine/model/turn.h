// Turn: the unit that a thread renders, as the model, the drops and the plugins see it. Units change while a site
// renders: a text is raw before its unit's turn and converted after it. Jekyll renders one unit after another; here
// many threads do, each with a Turn that answers as if all units of lower rank had rendered and none of higher rank.
// Threads: a Turn belongs to the thread that runs it, which is the thread's Current() meanwhile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/trace/trace.h"
#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture::liquid {
class Template;
}

namespace tincture::engine {

struct Document;
struct Excerpt;
struct Renderable;

class Turn {
 public:
  // Null while nothing renders: then everything is as it was read.
  static Turn* Current();

  virtual ~Turn() = default;

  // A unit's `content` and `output`.
  virtual Value ContentOf(const Renderable& unit) = 0;
  virtual Value OutputOf(const Renderable& unit) = 0;
  // Of the unit whose turn it is.
  virtual void SetContent(std::string text) = 0;
  virtual void SetOutput(std::string text) = 0;
  // Jekyll 3: whether `date` was filled in; see Document.
  virtual bool IsDated(const Document& document) = 0;
  virtual void FillDate(const Document& document) = 0;
  // site.pages: grows while stylesheets render.
  virtual Value Pages() = 0;
  // `content` as the unit before left it.
  virtual Value LeakedContent() = 0;
  // `layout` of the unit before was looked at.
  virtual void NoteLeakedLayout() = 0;
  // Something was looked at that stays as it is while the site renders (engine/trace/trace.h). Where the build is not
  // to be kept, nothing happens.
  virtual void Note(ReadKind kind, std::string_view object, std::string_view name = {}) = 0;
  virtual void NoteUnit(const Renderable& unit) = 0;
  // The documents' order was looked at.
  virtual void NoteOrder(const Document& document) = 0;

  // What {% include_cached %} and its like keep for the whole build: the first unit's text serves all.
  virtual std::optional<std::string> Remembered(const std::string& key) = 0;
  // Right after Remembered found nothing, and what was rendered since is all that the text is made of.
  virtual void Remember(const std::string& key, std::string_view text) = 0;

  // The template that is filed under a path which an include and a unit, or a layout, share: the first one's.
  virtual const liquid::Template* Filed(std::string_view path) = 0;
  virtual void File(std::string_view path, const liquid::Template& parsed) = 0;

  // What was asked is not the same for all units. The Turn itself notes what goes through it.
  void NoteVariation() { ++variations_; }
  // How often that was, and how often something was left besides texts: see liquid::Host.
  virtual uint64_t variations() const { return variations_; }

  // See CodeWarnings.
  virtual void WarnOfCode(std::string_view language, std::string_view page, std::string_view message) = 0;

  // For the next build, which may take a unit as it is: it must render in every build. `why`: a text that lives for
  // ever.
  virtual void NoteUnrepeatable(std::string_view why) = 0;
  // It includes what is also a unit or a layout.
  virtual void NoteSharedPath() = 0;

  // For whoever keeps things that the next unit finds: waits until all lower ranks have rendered. False: this run is
  // void, the unit will render again; nothing may be kept.
  virtual bool AwaitLower() = 0;

  // Makes a Turn the thread's current one while it lives.
  class Scope {
   public:
    explicit Scope(Turn& turn);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    Turn* outer_;
  };

 protected:
  uint64_t variations_ = 0;
};

}  // namespace tincture::engine
