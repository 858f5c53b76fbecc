#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"name", R"([_A-Za-z][_0-9A-Za-z]*)"},
};

// A value ends with one token, unless it is one of many in a list.
void EndValue(Lexer& l, Token token) {
  l.Put(token);
  if (!l.IsState("list")) l.Pop();
}

void Close(Lexer& l, std::string_view outer, std::string_view other_outer) {
  l.Put(Punctuation);
  l.Pop();
  if (l.IsState(outer) || l.IsState(other_outer)) l.Pop();
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\b(?:query|mutation|subscription)\b)", Keyword, "query_definition"},
    {R"(\{)", Punctuation, Push("query_definition").Push("selection_set")},
    {R"(\bfragment\b)", Keyword, "fragment_definition"},
    {R"(\bscalar\b)", Keyword, "value"},
    {R"(\b(?:type|interface|enum)\b)", Keyword, "type_definition"},
    {R"(\b(?:input|schema)\b)", Keyword, "type_definition"},
    {R"(\bunion\b)", Keyword, "union_definition"},
    {R"(\bextend\b)", Keyword},
    Mixin("basic"),
    {R"((?s)(""")(\n)(.*?)(\n)("""))",
     [](Lexer& l) {
       l.PutGroups({StrDouble, TextWhitespace});
       l.Delegate(lexers::markdown, l.Match(3));
       l.Put(TextWhitespace, l.Match(4));
       l.Put(StrDouble, l.Match(5));
     }},

    State("basic"),
    {R"(\s+)", TextWhitespace},
    {R"(#.*$)", Comment},
    {R"([!,])", Punctuation},

    State("has_directives"),
    {R"((@@{name})(\s*)(\())", Groups(Keyword, TextWhitespace, Punctuation), "arguments"},
    {R"(@@{name}\b)", Keyword},

    State("fragment_definition"),
    {R"(\bon\b)", Keyword},
    Mixin("query_definition"),

    State("query_definition"),
    Mixin("has_directives"),
    {R"(\b@{name}\b)", Name},
    {R"(\()", Punctuation, "variable_definitions"},
    {R"(\{)", Punctuation, "selection_set"},
    Mixin("basic"),

    State("type_definition"),
    {R"(\bimplements\b)", Keyword},
    {R"(\b@{name}\b)", Name},
    {R"(\()", Punctuation, "variable_definitions"},
    {R"(\{)", Punctuation, "type_definition_set"},
    Mixin("basic"),

    State("union_definition"),
    {R"(\b@{name}\b)", Name},
    {R"(\=)", Punctuation, "union_definition_variant"},
    Mixin("basic"),

    State("union_definition_variant"),
    {R"(\b@{name}\b)", Name, Pop().Push("union_definition_pipe")},
    Mixin("basic"),

    State("union_definition_pipe"),
    {R"(\|)", Punctuation, Pop().Push("union_definition_variant")},
    {R"((?!\||\s+|#[^\n]*))", Nothing(), Pop(2)},
    Mixin("basic"),

    State("type_definition_set"),
    {R"(\})", Punctuation, Pop(2)},
    {R"(\b(@{name})(\s*)(\())", Groups(Name, TextWhitespace, Punctuation), "variable_definitions"},
    {R"(\b@{name}\b)", Name},
    {R"(:)", Punctuation, "type_names"},
    Mixin("basic"),

    State("arguments"),
    {R"(\))", Punctuation, Pop()},
    {R"(\b@{name}\b)", Name},
    {R"(:)", Punctuation, "value"},
    Mixin("basic"),

    State("variable_definitions"),
    {R"(\))", Punctuation, Pop()},
    {R"(\$@{name}\b)", NameVariable},
    {R"(\b@{name}\b)", Name},
    {R"(:)", Punctuation, "type_names"},
    {R"(\=)", Punctuation, "value"},
    Mixin("basic"),

    State("type_names"),
    {R"(\b(?:Int|Float|String|Boolean|ID)\b)", NameBuiltin, Pop()},
    {R"(\b@{name}\b)", Name, Pop()},
    {R"(\[)", Punctuation, "type_name_list"},
    Mixin("basic"),

    State("type_name_list"),
    {R"(\b(?:Int|Float|String|Boolean|ID)\b)", NameBuiltin},
    {R"(\b@{name}\b)", Name},
    {R"(\])", Punctuation, Pop(2)},
    Mixin("basic"),

    State("selection_set"),
    Mixin("has_directives"),
    {R"(\})", [](Lexer& l) { Close(l, "query_definition", "fragment_definition"); }},
    {R"(\b(@{name})(\s*)(\())", Groups(Name, TextWhitespace, Punctuation), "arguments"},
    {R"(\b(@{name})(\s*)(:))", Groups(Name, TextWhitespace, Punctuation)},
    {R"(\b@{name}\b)", Name},
    {R"((\.\.\.)(\s+)(on)\b)", Groups(Punctuation, TextWhitespace, Keyword)},
    {R"(\.\.\.)", Punctuation},
    {R"(\{)", Punctuation, "selection_set"},
    Mixin("basic"),

    State("list"),
    {R"(\])", [](Lexer& l) { Close(l, "value", "value"); }},
    Mixin("value"),

    State("object"),
    {R"(\})", [](Lexer& l) { Close(l, "value", "value"); }},
    {R"(\b(@{name})(\s*)(:))", Groups(Name, TextWhitespace, Punctuation), "value"},
    Mixin("basic"),

    State("value"),
    {R"~((?s)""".*?""")~", StrDouble},
    {R"(\$@{name}\b)", [](Lexer& l) { EndValue(l, NameVariable); }},
    {R"(\b(?:true|false|null)\b)", [](Lexer& l) { EndValue(l, KeywordConstant); }},
    {R"([+-]?[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?)", [](Lexer& l) { EndValue(l, NumFloat); }},
    {R"([+-]?[1-9][0-9]*(?:[eE][+-]?[0-9]+)?)", [](Lexer& l) { EndValue(l, NumInteger); }},
    {R"~("(\\[\\"]|[^"])*")~", [](Lexer& l) { EndValue(l, StrDouble); }},
    {R"(\b@{name}\b)", [](Lexer& l) { EndValue(l, Name); }},
    {R"(\{)", Punctuation, "object"},
    {R"(\[)", Punctuation, "list"},
    Mixin("basic"),
};

}  // namespace

const Definition lexers::graphql = {.tag = "graphql", .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
