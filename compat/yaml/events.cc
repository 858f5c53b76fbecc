#include "compat/yaml/events.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>
#include <string>

#include "liquid/support/utf8.h"

namespace tincture::yaml {

namespace {

// Reads a view in place.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

// yaml-cpp writes the escapes \N and \_ as one byte of Latin-1 each; all else is UTF-8 already.
std::string WithUtf8Escapes(const std::string& text) {
  if (IsValidUtf8(text)) return text;
  std::string fixed;
  for (size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (lead == 0x85 || lead == 0xA0) fixed += '\xC2';
    fixed.append(text, i, length);
    i += length;
  }
  return fixed;
}

class Collector : public YAML::EventHandler {
 public:
  Collector(Document& document, Arena& arena) : document_(document), arena_(arena) {}

  void OnDocumentStart(const YAML::Mark&) override { document_.present = true; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override { Add(EventKind::kScalar, anchor); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t anchor) override { Add(EventKind::kAlias, anchor); }
  void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor, const std::string& text) override {
    Event& event = Add(EventKind::kScalar, anchor);
    event.text = arena_.Copy(WithUtf8Escapes(text));
    // yaml-cpp's tag "!" also stands for "untagged, in quotes", "?" for "untagged, plain".
    event.quoted = tag == "!";
    if (tag != "!" && tag != "?") event.tag = arena_.Copy(tag);
  }
  void OnSequenceStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    AddCollection(EventKind::kSequenceStart, tag, anchor);
  }
  void OnMapStart(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    AddCollection(EventKind::kMappingStart, tag, anchor);
  }
  void OnSequenceEnd() override { Add(EventKind::kEnd, 0); }
  void OnMapEnd() override { Add(EventKind::kEnd, 0); }

 private:
  Event& Add(EventKind kind, YAML::anchor_t anchor) {
    return document_.events.emplace_back(Event{.kind = kind, .anchor = static_cast<uint32_t>(anchor)});
  }
  void AddCollection(EventKind kind, const std::string& tag, YAML::anchor_t anchor) {
    Event& event = Add(kind, anchor);
    if (tag != "!" && tag != "?") event.tag = arena_.Copy(tag);
  }

  Document& document_;
  Arena& arena_;
};

Error SyntaxError(const YAML::Exception& exception) {
  Error error{.kind = "Psych::SyntaxError", .message = exception.msg};
  error.where.line = static_cast<uint32_t>(exception.mark.line + 1);
  error.where.column = static_cast<uint32_t>(exception.mark.column + 1);
  return error;
}

}  // namespace

Result<Document> ReadEvents(std::string_view text, Arena& arena) {
  Document document;
  Collector collector(document, arena);
  try {
    ViewBuffer buffer(text);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    parser.HandleNextDocument(collector);
  } catch (const YAML::Exception& exception) {
    return SyntaxError(exception);
  } catch (const std::exception& exception) {
    return Error{.kind = "Psych::SyntaxError", .message = exception.what()};
  }
  return document;
}

}  // namespace tincture::yaml
