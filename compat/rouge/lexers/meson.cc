#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "continue break elif else endif if true false foreach endforeach"},
    {"variables", "meson host_machine build_machine target_machine"},
    {"functions",
     "add_global_arguments add_project_arguments add_global_link_arguments add_project_link_arguments "
     "add_test_setup add_languages alias_target assert benchmark both_libraries build_target configuration_data "
     "configure_file custom_target declare_dependency dependency disabler environment error executable "
     "generator gettext get_option get_variable files find_library find_program include_directories import "
     "install_data install_headers install_man install_subdir is_disabler is_variable jar join_paths library "
     "message option project run_target run_command set_variable subdir subdir_done subproject summary "
     "shared_library shared_module static_library test vcs_tag warning"},
};

constexpr WordClass kFunctions[] = {
    {"functions", NameBuiltin},
    {nullptr, Name},
};

constexpr WordClass kNames[] = {
    {"variables", NameBuiltin},
    {"keywords", Keyword},
    {nullptr, Name},
};

constexpr Part kParts[] = {
    {"id", R"([[:alpha:]_][[:alnum:]_]*)"},
};

// The open strings, one in another: what begins and ends each, with an f before it where it is a format.
void BeginString(Lexer& l) {
  l.PutGroups({StrAffix, Str});
  l.list.push_back(Downcase(l.Match()));
}

bool IsFormat(const Lexer& l) { return !l.list.empty() && l.list.back().starts_with('f'); }

void MaybeEndString(Lexer& l) {
  l.Put(Str);
  if (l.list.empty() || std::string_view(l.list.back()).substr(IsFormat(l) ? 1 : 0) != l.Match()) return;
  l.list.pop_back();
  l.Pop();
}

void AtSign(Lexer& l) {
  if (!IsFormat(l)) return l.Put(Str);
  l.Put(StrInterpol);
  l.Push("interpolation");
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\n+)", Text},
    {R"([^\S\n]+)", Text},
    {R"(#(.*)?\n?)", CommentSingle},
    {R"([\[\]{}:(),;.])", Punctuation},
    {R"(\\\n?)", Text},
    {R"((in|and|or|not)\b)", OperatorWord},
    {R"([-+\/*%=<>]=?|!=)", Operator},
    {R"((?i)([f]?)('''|[']))", BeginString, "string"},
    {R"((?<!\.)@{id}\b\s*(?=\())", Words(kFunctions)},
    {R"((?<!\.)@{id}(?!\s*?:))", Words(kNames)},
    {R"(@{id})", Name},
    {R"((?i)0b(_?[0-1])+)", NumBin},
    {R"((?i)0o(_?[0-7])+)", NumOct},
    {R"((?i)0x(_?[a-f0-9])+)", NumHex},
    {R"([1-9](_?[0-9])*|0(_?0)*)", NumInteger},

    State("string"),
    {R"([^'\\@]+)", Str},
    {R"('''|')", MaybeEndString},
    {R"((?=\\))", Str, "escape"},
    {R"(@)", AtSign},

    State("escape"),
    {R"(\\([\\abfnrtv']|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3}))",
     StrEscape, Pop()},
    {R"(\\.)", Str, Pop()},

    State("interpolation"),
    {R"([^@]+)", Recurse()},
    {R"(@)", StrInterpol, Pop()},
};

}  // namespace

const Definition lexers::meson = {.tag = "meson", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
