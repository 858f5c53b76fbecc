// Renderable: what Document, Page and Excerpt have in common for the renderer and for templates.
// Plain data: filled while reading and generating, immutable while the site renders; what it renders to belongs to its
// turn (turn.h) until all have rendered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/model/staged_content.h"
#include "engine/source/place.h"
#include "liquid/support/status.h"
#include "liquid/support/symbol.h"
#include "liquid/value/hash.h"
#include "liquid/value/value.h"

namespace tincture::engine {

enum class UnitKind : uint8_t { kDocument, kPage, kExcerpt };

struct Renderable {
  explicit Renderable(UnitKind unit_kind) : kind(unit_kind) {}
  Renderable(const Renderable&) = delete;
  Renderable& operator=(const Renderable&) = delete;

  UnitKind kind;
  std::string path;           // the source file, absolute; of an excerpt "<file>/#excerpt"
  std::string relative_path;  // to the source; of a document to the folder of the collections
  std::string extname;        // with its dot
  // Front matter, of a document with its defaults merged in; in the site's arena, never null once read.
  const Hash* data = nullptr;
  // As it was read, until the site has rendered. Templates and plugins ask Content() and Output().
  mutable StagedContent text;
  uint32_t lines_before = 0;  // of the file, before the text: its front matter
  KeyLines key_lines;         // in it
  // The site-wide number of the unit, which is also its index among its kind's drops.
  size_t index = 0;
  // Where it stands among all that renders; set when rendering begins.
  size_t rank = SIZE_MAX;
  // What templates see of it: the site's drops' (engine/drops/site_drops.h), who set it.
  mutable const Drop* drop = nullptr;
  // What names it in traces, the same in every build; of an excerpt its owner's. Set with the number.
  std::string id;

  // `content` and `output` as the present turn sees them.
  Value Content() const;
  Value Output() const;

  bool IsAssetFile() const { return IsSassFile() || extname == ".coffee"; }
  bool IsSassFile() const { return extname == ".sass" || extname == ".scss"; }
  bool IsYamlFile() const { return extname == ".yaml" || extname == ".yml"; }
  // The text of data[key] where that is a string.
  std::string_view DataText(const Symbol& key) const {
    const Value value = data->Get(key);
    return value.IsString() ? value.AsString() : std::string_view();
  }
};

// A URL or the error that making it meets; made once, on first use, before rendering begins.
using LazyUrl = std::optional<Result<std::string>>;

}  // namespace tincture::engine
