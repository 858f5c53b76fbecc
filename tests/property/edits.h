// Random edits of a site's source, as people make them while they write: deterministic for a seed.
#pragma once

#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/memory_disk.h"

namespace tincture::property {

// What one step does to every disk, and what it is called in a report.
struct Edit {
  std::string name;
  std::function<void(engine::MemoryDisk&)> apply;
  int64_t seconds_pass = 0;  // for the site's clock
  bool changes_profile = false;
};

class Editor {
 public:
  explicit Editor(uint64_t seed) : random_(seed) {}

  // `source`: the site's folder on `disk`, which shows what there is to edit.
  Edit Next(const engine::MemoryDisk& disk, const std::string& source);
  size_t Number(size_t below) { return random_() % below; }

 private:
  const std::string& Pick(const std::vector<std::string>& list) { return list[Number(list.size())]; }
  std::string Word();
  Edit EditText(const engine::MemoryDisk& disk, const std::vector<std::string>& files);
  std::string Edited(const std::string& text);
  Edit Add(const engine::MemoryDisk& disk, const std::string& source, const std::vector<std::string>& files);
  Edit Rename(const std::vector<std::string>& files);
  Edit Delete(const std::vector<std::string>& files);
  Edit Touch(const engine::MemoryDisk& disk, const std::vector<std::string>& files);
  Edit Configure(const engine::MemoryDisk& disk, const std::string& source);

  std::mt19937_64 random_;
};

}  // namespace tincture::property
