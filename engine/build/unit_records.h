// UnitRecords: the outcomes of a build's units as bytes, and back; and whether they may stand. Of a unit's texts only
// the content is kept, where others may ask for it; its output lies in the destination, and only its fingerprint is
// here.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/build/present.h"
#include "engine/build/writer.h"
#include "engine/model/site.h"
#include "engine/render/earlier_outcomes.h"
#include "engine/source/byte_codec.h"
#include "engine/source/text_log.h"
#include "engine/trace/fingerprint.h"

namespace tincture::engine {

struct UnitRecord {
  std::string head;
  std::vector<TextRef> texts;
};

// What is known of a build's units.
struct UnitStore {
  std::string keys;                                      // which they have read
  std::map<std::string, UnitRecord, std::less<>> units;  // by id
};
void Encode(const UnitStore& store, ByteWriter& out);
// Nothing where the bytes are none.
std::optional<UnitStore> DecodeUnitStore(std::string_view bytes);

// What one build is given of the last one, and what it leaves to the next. Filled by Builder, used by BuildSite.
struct Kept {
  // Null: nothing of the last build stands, for the reason that `why` tells.
  const UnitStore* units = nullptr;
  std::string why;
  Fingerprint settings;  // SettingsPrint of the last build
  LastOutput output;
  TextLog* texts = nullptr;  // never null; this build's are added to it

  // --- Of this build.
  Fingerprint new_settings;
  Fingerprint new_paths;  // PathsPrint
  std::string new_keys;
  std::map<std::string, std::optional<UnitRecord>> records;  // by unit's id; nothing: as it was
  std::string spoiled;                                       // why the next build must not use them
  // Which units rendered, and why; in order.
  std::vector<std::pair<std::string, std::string>> rendered;
};

class UnitRecords : public EarlierOutcomes {
 public:
  // The site is read and generated. Borrows all.
  UnitRecords(const Site& site, Present& present, Kept& kept);

  KeyTable& keys() override { return keys_; }
  std::unique_ptr<Outcome> OutcomeFor(const Renderable& unit, const Value& layout_leak) override;
  bool ReadContent(const Renderable& unit, Outcome& outcome) override;
  void Final(const Renderable& unit, const Outcome& outcome, bool is_earlier) override;
  void Rejected(const Renderable& unit, std::string_view why) override;
  Fingerprint PrintOf(const Value& text) override;
  void MustRender(const Renderable& unit, std::string_view why) override;
  void Spoil(std::string_view why) override;
  // All have rendered.
  void Finish();

 private:
  bool ReadKeys();
  bool Holds(KeyId id);
  const Fingerprint& Now(KeyId id);
  // The first of what it read that has changed, for people; empty: it holds.
  std::string Changed(const std::vector<KeyId>& reads);
  std::unique_ptr<Outcome> Decode(const Renderable& unit, const Value& layout_leak, std::string_view bytes,
                                  std::string* why);
  bool DecodeExcerpts(ByteReader& in, Outcome& outcome) const;
  UnitRecord Encode(const Renderable& unit, const Outcome& outcome);
  void DropKeys();
  void KeepContents();
  const Renderable* FindUnit(std::string_view name) const;

  const Site& site_;
  Present& present_;
  Kept& kept_;
  KeyTable keys_;                  // the last build's first
  std::vector<Fingerprint> were_;  // by KeyId, as far as the last build had them
  std::vector<std::optional<Fingerprint>> now_;
  std::vector<bool> is_new_;   // read by a unit that has rendered
  std::vector<bool> is_used_;  // read by any
  bool drops_keys_ = false;
  std::vector<std::pair<const Renderable*, Value>> contents_;               // of units that have rendered
  std::unordered_set<const Renderable*> read_;                              // whose content others have read
  std::unordered_map<std::string, const Renderable*> units_;                // with excerpts
  std::map<std::tuple<const char*, size_t, uint8_t>, Fingerprint> prints_;  // of texts
  std::unordered_map<const Renderable*, std::string> reasons_;
};

}  // namespace tincture::engine
