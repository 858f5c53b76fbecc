// Turn: the unit that a thread renders, as the model and the drops see it. Units change while a site renders: a text is
// raw before its unit's turn and converted after it. Jekyll renders one unit after another; here many threads do, each
// with a Turn that answers as if all units of lower rank had rendered and none of higher rank.
// Threads: a Turn belongs to the thread that runs it, which is the thread's Current() meanwhile.
#pragma once

#include <string>

#include "liquid/support/status.h"
#include "liquid/value/value.h"

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
  // `layout` or `content` of the unit before was looked at.
  virtual void NoteLeakedLayout() = 0;
  virtual void NoteLeakedContent() = 0;
  // The documents' order was looked at: both dates as they were read, and the paths.
  virtual void NoteOrder(const Document& document) = 0;

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
};

}  // namespace tincture::engine
