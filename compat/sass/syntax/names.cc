#include "compat/sass/syntax/names.h"

#include <cstring>

namespace tincture::compat::sass {

namespace {

char Fold(char c) { return c == '_' ? '-' : c; }

uint32_t HashName(std::string_view text) {
  uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(Fold(c))) * 16777619u;
  return hash;
}

// `folded` has no `_`.
bool SameName(std::string_view folded, std::string_view text) {
  if (folded.size() != text.size()) return false;
  if (std::memcmp(folded.data(), text.data(), text.size()) == 0) return true;
  for (size_t i = 0; i < text.size(); ++i) {
    if (folded[i] != Fold(text[i])) return false;
  }
  return true;
}

}  // namespace

Name Names::Intern(std::string_view text) {
  if (text.empty()) return 0;
  const uint32_t hash = HashName(text);
  for (size_t i = hash & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
    Slot& slot = slots_[i];
    if (slot.name == 0) {
      char* folded = arena_.AllocateChars(text.size());
      for (size_t c = 0; c < text.size(); ++c) folded[c] = Fold(text[c]);
      slot = {hash, static_cast<Name>(texts_.size())};
      texts_.emplace_back(folded, text.size());
      const Name name = slot.name;
      if (texts_.size() * 2 > slots_.size()) Grow();
      return name;
    }
    if (slot.hash == hash && SameName(texts_[slot.name], text)) return slot.name;
  }
}

void Names::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.name == 0) continue;
    size_t i = slot.hash & (slots_.size() - 1);
    while (slots_[i].name != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = slot;
  }
}

}  // namespace tincture::compat::sass
