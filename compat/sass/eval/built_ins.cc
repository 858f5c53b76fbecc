#include "compat/sass/eval/built_ins.h"

#include <algorithm>
#include <map>

#include "compat/sass/eval/meta.h"

namespace tincture::compat::sass {

namespace {

// "$list, $n?, $rest...": each part up to a comma outside of parentheses and quotes.
BuiltInOverload ParseSignature(std::string_view text, Run run) {
  BuiltInOverload overload;
  overload.run = run;
  size_t at = 0;
  while ((at = text.find('$', at)) != text.npos) {
    size_t end = at + 1;
    while (end < text.size() && (text[end] == '-' || text[end] == '_' || (text[end] >= '0' && text[end] <= '9') ||
                                 (text[end] >= 'a' && text[end] <= 'z'))) {
      ++end;
    }
    BuiltInParameter parameter{text.substr(at + 1, end - at - 1), false};
    size_t comma = end;
    for (int nesting = 0; comma < text.size() && (nesting > 0 || text[comma] != ','); ++comma) {
      nesting += text[comma] == '(' ? 1 : text[comma] == ')' ? -1 : 0;
    }
    const std::string_view rest = text.substr(end, comma - end);
    if (rest.starts_with("...")) {
      overload.has_rest = true;
    } else {
      parameter.optional = rest.find_first_of("?:") != rest.npos;
      overload.parameters.push_back(parameter);
    }
    at = comma;
  }
  return overload;
}

struct Tables {
  std::map<std::string_view, BuiltInEntry> globals[3];  // by dialect's bit
  std::map<std::pair<std::string_view, std::string_view>, BuiltInEntry> members;
  std::vector<std::string_view> modules;
};

void Add(BuiltInEntry* entry, std::string_view name, const BuiltIn& function) {
  entry->name = name;
  entry->dialects |= function.dialects;
  entry->overloads.push_back(ParseSignature(function.parameters, function.run));
}

Tables MakeTables() {
  Tables tables;
  for (const std::span<const BuiltIn> functions : {BuiltIns(), MetaBuiltIns()}) {
    for (const BuiltIn& function : functions) {
      for (int bit = 0; bit < 3 && !function.name.empty(); ++bit) {
        if ((function.dialects >> bit & 1) == 0) continue;
        BuiltInEntry& entry = tables.globals[bit][function.name];
        Add(&entry, function.name, function);
        entry.module = function.module;
        entry.member = function.member;
      }
      if (!function.module.empty() && !function.member.empty()) {
        Add(&tables.members[{function.module, function.member}], function.member, function);
        if (std::find(tables.modules.begin(), tables.modules.end(), function.module) == tables.modules.end()) {
          tables.modules.push_back(function.module);
        }
      }
    }
  }
  return tables;
}

const Tables& TheTables() {
  static const Tables tables = MakeTables();
  return tables;
}

}  // namespace

const BuiltInEntry* FindGlobalBuiltIn(const Dialect& dialect, std::string_view name) {
  const int bit = dialect.global_functions == kInDart ? 0 : dialect.global_functions == kInLibsass ? 1 : 2;
  const auto& globals = TheTables().globals[bit];
  const auto found = globals.find(name);
  return found == globals.end() ? nullptr : &found->second;
}

const BuiltInEntry* FindModuleBuiltIn(std::string_view module, std::string_view name) {
  const auto found = TheTables().members.find({module, name});
  return found == TheTables().members.end() ? nullptr : &found->second;
}

bool IsBuiltInModule(std::string_view name) {
  const std::vector<std::string_view>& modules = TheTables().modules;
  return std::find(modules.begin(), modules.end(), name) != modules.end();
}

std::vector<std::string_view> MembersOf(std::string_view module) {
  std::vector<std::string_view> names;
  for (auto at = TheTables().members.lower_bound({module, ""});
       at != TheTables().members.end() && at->first.first == module; ++at) {
    names.push_back(at->first.second);
  }
  return names;
}

}  // namespace tincture::compat::sass
