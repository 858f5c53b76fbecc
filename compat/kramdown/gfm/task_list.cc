#include "compat/kramdown/gfm/task_list.h"

#include <string>

#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

namespace {

constexpr std::string_view kUnchecked =
    R"(<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />)";
constexpr std::string_view kChecked =
    R"(<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />)";

// The box that `text` begins with, and where the text behind it starts.
std::string_view MatchBox(std::string_view text, size_t& end) {
  const size_t open = SkipSpace(text, 0);
  if (open + 3 > text.size() || text[open] != '[' || text[open + 2] != ']') return {};
  end = SkipSpace(text, open + 3);
  if (end == open + 3) return {};
  const char mark = text[open + 1];
  if (mark == ' ') return kUnchecked;
  return mark == 'x' || mark == 'X' ? kChecked : std::string_view();
}

}  // namespace

// From the first box on every item is one of a task list, with a box or without.
void MarkTaskList(Document& document, Element& list) {
  bool is_tasklist = false;
  for (Element* item = list.first; item; item = item->next) {
    if (!item->first || item->first->type != ElementType::kP) continue;
    Text& value = item->first->first->value;
    size_t end = 0;
    const std::string_view box = MatchBox(value.view(), end);
    if (!box.empty()) {
      const std::string text = std::string(box) + std::string(value.view().substr(end));
      value = Text(document.arena.Copy(text));
      is_tasklist = true;
    }
    if (is_tasklist) item->attr.Set(document.arena, "class", "task-list-item");
  }
  if (is_tasklist) list.attr.Set(document.arena, "class", "task-list");
}

}  // namespace tincture::kramdown
