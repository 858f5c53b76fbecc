#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "align breaks_returns dec define disabled hex ignore_return in incdir include inet inout oct opt out "
     "packed parent prog_timeout pseudo resource size syscall timeout type varlen"},
    {"types",
     "array bitsize bool16 bool32 bool64 bool8 boolptr buffer bytesize bytesize2 bytesize4 bytesize8 const csum "
     "filename fileoff flags fmt int16 int16be int32 int32be int64 int64be int8 int8be intptr len offsetof "
     "optional proc ptr ptr64 string stringnoz text vma vma64 void"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"types", KeywordType},
    {nullptr, Name},
};

constexpr Part kParts[] = {
    {"id", R"([a-zA-Z_][a-zA-Z0-9_]*)"},
    {"num_id", R"([a-zA-Z0-9_]+)"},
};

void Flags(Lexer& l) {
  l.PutGroups({l.Match(1) == "_" ? Keyword : Name, Text, Punctuation});
  l.Push("flags_list");
  l.Push("space_break");
}

// More states than a rule can name.
void PushAll(Lexer& l, std::initializer_list<std::string_view> states) {
  for (const std::string_view state : states) l.Push(state);
}

void Resource(Lexer& l) {
  l.Put(Keyword);
  PushAll(l, {"resource_values", "inline_break", "resource_type", "inline_break", "name", "space_break"});
}

void SystemCall(Lexer& l) {
  l.PutGroups({NameFunction, Punctuation, NameFunctionMagic, Text, Punctuation});
  PushAll(l, {"syscall_mods", "inline_break", "name", "inline_break", "syscall_args", "space_break"});
}

void Struct(Lexer& l) {
  l.PutGroups({Name, Text, Punctuation});
  PushAll(l, {"inline_break", "struct_mods", "inline_break", "struct_fields", "space_break"});
}

void Type(Lexer& l) {
  l.Put(Keyword);
  PushAll(l, {"type_body", "space_break", "type_args", "name", "space_break"});
}

void TypeBody(Lexer& l) {
  l.Put(Punctuation);
  l.Pop();
  PushAll(l, {"space_break", "struct_mods", "inline_break", "struct_fields", "space_break"});
}

void Field(Lexer& l) {
  l.Put(Name);
  PushAll(l, {"space_break", "struct_field_mods", "inline_break", "arg_type", "space_break"});
}

constexpr Rule kRules[] = {
    State("inline_break"),
    {R"([ \t]+)", Text},
    {R"()", Nothing(), Pop()},

    State("space_break"),
    {R"(\s+)", Text},
    {R"(#.*$)", Comment},
    {R"()", Nothing(), Pop()},

    State("literals"),
    {R"((?i)-?0x[\da-f]+)", NumHex},
    {R"(-?\d+)", NumInteger},
    {R"('[^']?')", StrChar},
    {R"("[^"]*")", StrDouble},
    {R"(`[^`]*`)", StrBacktick},

    State("term"),
    Mixin("literals"),
    {R"(@{id})", Words(kNames)},
    {R"(:)", Punctuation},
    {R"(\$)", Name},

    State("term_list"),
    {R"(\s+)", Text},
    {R"(#.*$)", Comment},
    Mixin("term"),
    {R"(\[)", Punctuation, "term_list"},
    {R"(,)", Punctuation},
    {R"([\])])", Punctuation, Pop()},

    State("arg_type"),
    Mixin("term"),
    {R"(\[)", Punctuation, "term_list"},
    {R"()", Nothing(), Pop()},

    State("include"),
    {R"((<)([^>]+)(>))", Groups(Punctuation, Str, Punctuation)},
    {R"()", Nothing(), Pop()},

    State("name"),
    {R"(@{id})", Name},
    {R"()", Nothing(), Pop()},

    State("define_exp"),
    {R"(@{id})", Name},
    Mixin("literals"),
    {R"([~!%\^&*\-+/|<>?:])", Operator},
    {R"([(){}\[\];,])", Punctuation},
    {R"([ \t]+)", Text},
    {R"()", Nothing(), Pop()},

    State("resource_type"),
    {R"(\[)", Punctuation, "arg_type"},
    {R"(\])", Punctuation, Pop()},

    State("resource_values"),
    {R"(:)", Punctuation, Push("resource_values_list").Push("space_break")},
    {R"()", Nothing(), Pop()},

    State("resource_values_list"),
    {R"([ \t]+)", Text},
    {R"(@{id})", Name},
    Mixin("literals"),
    {R"(,)", Punctuation, "space_break"},
    {R"()", Nothing(), Pop()},

    State("flags_list"),
    {R"(\.)", Punctuation},
    Mixin("resource_values_list"),

    State("syscall_args"),
    {R"(\s+)", Text},
    {R"(#.*$)", Comment},
    {R"(\.)", Punctuation},
    {R"(@{id})", Name, Push("arg_type").Push("space_break")},
    {R"(,)", Punctuation},
    {R"(\))", Punctuation, Pop()},

    State("syscall_mods"),
    {R"(\()", Punctuation, "term_list"},
    {R"()", Nothing(), Pop()},

    State("struct_fields"),
    {R"(@{id})", Field},
    {R"([}\]])", Punctuation, Pop()},

    State("struct_field_mods"),
    Mixin("syscall_mods"),

    State("struct_mods"),
    {R"(\[)", Punctuation, "term_list"},
    {R"()", Nothing(), Pop()},

    State("type_args"),
    {R"(\[)", Punctuation, "type_args_list"},
    {R"()", Nothing(), Pop()},

    State("type_args_list"),
    {R"(\s+)", Text},
    {R"(#.*$)", Comment},
    {R"(@{id})", Name},
    {R"(,)", Punctuation},
    {R"(\])", Punctuation, Pop()},

    State("type_body"),
    {R"([{\[])", TypeBody},
    {R"()", Nothing(), Goto("arg_type")},

    State("root"),
    {R"(\s+)", Text},
    {R"(#.*$)", Comment},
    {R"(include|incdir)", Keyword, Push("include").Push("space_break")},
    {R"(define)", Keyword, Push("define_exp").Push("space_break").Push("name").Push("space_break")},
    {R"(resource)", Resource},
    {R"((@{id}|_)(\s+)(=))", Flags},
    {R"((@{id})(\$)?(@{num_id})?(\s+)?(\())", SystemCall},
    {R"((@{id}|@{id}\$@{num_id})(\s+)?([{\[]))", Struct},
    {R"(type)", Type},
};

}  // namespace

const Definition lexers::syzlang = {.tag = "syzlang", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
