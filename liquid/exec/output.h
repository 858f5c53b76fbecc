// Output: where a render writes. Bytes, and what Ruby's encoding of them would be.
// Liquid 4.0.4 joins a body's pieces, and Array#join takes the encoding of the first one, US-ASCII where there is
// none: a page that begins with an empty include and is ASCII throughout is US-ASCII-tagged, which kramdown notices
// (DESIGN.md fact 4). A number, nil, true and false print as US-ASCII pieces.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace tincture::liquid {

class OutputTrace;

class Output {
 public:
  // A piece in UTF-8.
  void Append(std::string_view text) {
    NotePiece(false);
    text_.append(text);
  }
  void Append(std::string_view text, bool ascii_tagged) {
    NotePiece(ascii_tagged);
    text_.append(text);
  }
  // A piece that something else appends to buffer(), or that is empty.
  void NotePiece(bool ascii_tagged) {
    if (first_ == First::kNone) first_ = ascii_tagged ? First::kAscii : First::kUtf8;
  }
  std::string& buffer() { return text_; }

  // Null, as it is at first: nobody wants to know what printed what.
  void set_trace(OutputTrace* trace) { trace_ = trace; }
  OutputTrace* trace() const { return trace_; }

  const std::string& text() const { return text_; }
  std::string Take() { return std::move(text_); }
  // Whether Ruby's string would be tagged US-ASCII. Reads the whole text.
  bool ascii_tagged() const;

  // A place to return to.
  struct Mark {
    size_t size;
    int first;
  };
  Mark mark() const { return {text_.size(), static_cast<int>(first_)}; }
  void Rewind(const Mark& mark) {
    text_.resize(mark.size);
    first_ = static_cast<First>(mark.first);
  }
  // What the first piece was, as if none had been so far from here on; and back again, where there is none yet.
  int TakePiece() { return static_cast<int>(std::exchange(first_, First::kNone)); }
  void GivePiece(int piece) {
    if (first_ == First::kNone) first_ = static_cast<First>(piece);
  }
  bool HasPiece() const { return first_ != First::kNone; }

 private:
  enum class First { kNone, kAscii, kUtf8 };

  std::string text_;
  First first_ = First::kNone;
  OutputTrace* trace_ = nullptr;
};

}  // namespace tincture::liquid
