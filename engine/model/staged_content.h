// StagedContent: what templates see of a unit's text on its way: raw before its turn to render, converted after it
// (`content`), and the finished `output`. Jekyll's document.content and document.output.
// Ownership: keeps every text it was ever given, so that Values made from an earlier stage stay valid.
// Threads: one writes, nobody reads meanwhile; immutable once its unit's turn is over.
#pragma once

#include <deque>
#include <string>
#include <utility>

#include "liquid/value/value.h"

namespace tincture::engine {

class StagedContent {
 public:
  StagedContent() = default;
  // The texts of another, which must outlive it, to go on from.
  static StagedContent From(const StagedContent& start) {
    StagedContent text;
    text.content_ = start.content_;
    text.output_ = start.output_;
    text.stage_ = start.stage_;
    return text;
  }

  enum class Stage : uint8_t { kRaw, kConverted, kRendered };

  // nil for what has no content (YAML documents, pages without a file).
  const Value& content() const { return content_; }
  // nil before the unit was rendered.
  const Value& output() const { return output_; }
  Stage stage() const { return stage_; }

  // To be what another is, which must outlive it.
  void Show(const StagedContent& other) {
    content_ = other.content_;
    output_ = other.output_;
    stage_ = other.stage_;
  }
  // `flags`: StringFlag bits (the encoding of the text, DESIGN.md fact 4).
  void SetContent(std::string text, uint8_t flags = 0) { content_ = Keep(std::move(text), flags); }
  void SetConverted(std::string text, uint8_t flags = 0) {
    SetContent(std::move(text), flags);
    stage_ = Stage::kConverted;
  }
  void SetOutput(std::string text, uint8_t flags = 0) {
    output_ = Keep(std::move(text), flags);
    stage_ = Stage::kRendered;
  }

 private:
  Value Keep(std::string text, uint8_t flags) {
    texts_.push_back(std::move(text));
    return Value::String(texts_.back(), flags);
  }

  Value content_;
  Value output_;
  Stage stage_ = Stage::kRaw;
  std::deque<std::string> texts_;
};

}  // namespace tincture::engine
