#include "engine/source/system.h"

#include <elf.h>
#include <link.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>

namespace tincture::engine {

namespace {

// The description of the note named "GNU" that holds the build id.
std::string BuildIdIn(std::string_view notes) {
  ElfW(Nhdr) head;
  while (notes.size() >= sizeof head) {
    std::memcpy(&head, notes.data(), sizeof head);
    const auto padded = [](size_t size) { return (size + 3) & ~size_t{3}; };
    const size_t name = sizeof head + padded(head.n_namesz);
    if (notes.size() < name + padded(head.n_descsz)) return {};
    const bool is_gnu = notes.substr(sizeof head, head.n_namesz) == std::string_view("GNU", 4);
    if (is_gnu && head.n_type == NT_GNU_BUILD_ID) return std::string(notes.substr(name, head.n_descsz));
    notes.remove_prefix(name + padded(head.n_descsz));
  }
  return {};
}

// The program itself is the first that is shown.
int TakeBuildId(dl_phdr_info* program, size_t, void* id) {
  for (int i = 0; i < program->dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = program->dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    const auto* notes = reinterpret_cast<const char*>(program->dlpi_addr + part.p_vaddr);
    std::string found = BuildIdIn({notes, part.p_memsz});
    if (!found.empty()) *static_cast<std::string*>(id) = std::move(found);
  }
  return 1;
}

}  // namespace

std::string ProgramId() {
  std::string id;
  dl_iterate_phdr(TakeBuildId, &id);
  return id.empty() ? id : id + std::to_string(geteuid());
}

SystemClock::SystemClock(const Env& env) {
  const std::optional<std::string> text = env.Get("SOURCE_DATE_EPOCH");
  if (!text) return;
  int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), seconds);
  if (error == std::errc() && end == text->data() + text->size()) pinned_ = seconds;
}

Clock::Instant SystemClock::Now() const {
  if (pinned_) return {*pinned_, 0};
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return {now.tv_sec, static_cast<int32_t>(now.tv_nsec)};
}

std::optional<std::string> SystemEnv::Get(const std::string& name) const {
  const char* value = std::getenv(name.c_str());
  if (!value) return std::nullopt;
  return std::string(value);
}

std::string SystemEnv::WorkingDirectory() const {
  std::error_code error;
  return std::filesystem::current_path(error).string();
}

}  // namespace tincture::engine
