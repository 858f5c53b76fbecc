#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

// The token of a word that may be a quoted string.
Token Quoted(std::string_view text, Token otherwise) {
  for (const char quote : {'\'', '"'}) {
    const size_t open = text.find(quote);
    if (open != text.npos && text.find(quote, open + 1) != text.npos) return quote == '"' ? StrDouble : StrSingle;
  }
  return otherwise;
}

void Cycle(Lexer& l) {
  l.PutGroups(
      {NameTag, TextWhitespace, Quoted(l.Match(3), NameAttribute), TextWhitespace, Punctuation, TextWhitespace});
}

void For(Lexer& l) {
  l.PutGroups({NameTag, TextWhitespace, NameVariable, TextWhitespace, NameTag, TextWhitespace});
  l.Put(Quoted(l.Match(7), NameVariable), l.Match(7));
  l.Put(TextWhitespace, l.Match(8));
}

void EndTag(Lexer& l) {
  l.Put(Punctuation);
  l.ResetStack();
}

void EndBlock(Lexer& l) {
  l.PutGroups({Punctuation, TextWhitespace, NameTag, TextWhitespace, Punctuation});
  l.ResetStack();
}

constexpr Rule kRules[] = {
    State("root"),
    {R"([^\{]+)", Text},
    {R"((\{%-?)(\s*))", Groups(Punctuation, TextWhitespace), "tag_or_block"},
    {R"((\{\{-?)(\s*))", Groups(Punctuation, TextWhitespace), "output"},
    {R"(\{)", Text},

    State("tag_or_block"),
    {R"((if|elsif|unless|case)\b)", KeywordReserved, "condition"},
    {R"((when)\b)", KeywordReserved, "when"},
    {R"((else)(\s*)(-?%\}))", Groups(KeywordReserved, TextWhitespace, Punctuation), Pop()},
    {R"((capture|(?:in|de)crement)(\s+)([^\s%]+)(\s*)(-?%\}))",
     Groups(NameTag, TextWhitespace, NameVariable, TextWhitespace, Punctuation), Pop()},
    {R"((comment)(\s*)(-?%\}))", Groups(NameTag, TextWhitespace, Punctuation), "comment"},
    {R"((raw)(\s*)(-?%\}))", Groups(NameTag, TextWhitespace, Punctuation), "raw"},
    {R"((end(?:if|unless|case))(\s*)(-?%\}))", Groups(KeywordReserved, TextWhitespace, Punctuation), Pop()},
    {R"((end(?:[^\s%]+))(\s*)(-?%\}))", Groups(NameTag, TextWhitespace, Punctuation), Pop()},
    {R"((assign|echo)\b)", NameTag, "assign"},
    {R"((include|render)\b)", NameTag, "include"},
    {R"((cycle)(\s+)(?:([^\s:]*)(\s*)(:))?(\s*))", Cycle, "variable_tag_markup"},
    {R"((for|tablerow)(\s+)([\w-]+)(\s+)(in)(\s+)((?:[^\s%,\|'"]|(?:"[^"]*"|'[^']*'))+)(\s*))", For, "tag_markup"},
    {R"(([^\s%]+)(\s*))", Groups(NameTag, TextWhitespace), "tag_markup"},

    State("output"),
    {R"((\|)(\s*)([a-zA-Z_][^\s}\|:]*))", Groups(Punctuation, TextWhitespace, NameFunction), "filters"},
    Mixin("end_of_tag"),
    Mixin("generic"),

    State("filters"),
    {R"((\|)(\s*)([a-zA-Z_][^\s%}\|:]*))", Groups(Punctuation, TextWhitespace, NameFunction)},
    Mixin("end_of_tag"),
    Mixin("end_of_block"),
    Mixin("variable_param_markup"),

    State("condition"),
    {R"(([=!]=|[<>]=?))", Operator},
    {R"((and|or|contains)\b)", OperatorWord},
    Mixin("end_of_block"),
    Mixin("generic"),

    State("when"),
    Mixin("end_of_block"),
    Mixin("generic"),

    State("end_of_tag"),
    {R"(-?\}\})", EndTag},

    State("end_of_block"),
    {R"(-?%\})", EndTag},

    State("param_markup"),
    Mixin("whitespace"),
    Mixin("keyword"),
    Mixin("string"),
    Mixin("number"),
    {R"(([^\s=:]+)(\s*)(=|:))", Groups(NameAttribute, TextWhitespace, Operator)},
    {R"([,:])", Punctuation},

    State("default_param_markup"),
    Mixin("param_markup"),
    {R"(\S+)", Text},

    State("variable_param_markup"),
    Mixin("param_markup"),
    Mixin("variable"),
    {R"(\S+)", Text},

    State("tag_markup"),
    {R"((reversed)\b)", NameAttribute},
    Mixin("end_of_block"),
    Mixin("default_param_markup"),

    State("variable_tag_markup"),
    Mixin("end_of_block"),
    Mixin("variable_param_markup"),

    State("keyword"),
    {R"((false|true|nil)\b)", KeywordConstant},

    State("variable"),
    {R"((empty|blank|forloop\.[^\s%}\|:]+)\b)", NameBuiltin},
    {R"(\.(?=\w)|\[|\])", Punctuation},
    {R"((first|last|size)\b)", NameFunction},
    {R"([a-zA-Z_][\w-]*\??)", NameVariable},

    State("string"),
    {R"('[^']*')", StrSingle},
    {R"("[^"]*")", StrDouble},

    State("number"),
    {R"(-)", Operator},
    {R"(\d+\.\d+)", NumFloat},
    {R"(\d+)", NumInteger},

    State("generic"),
    Mixin("whitespace"),
    Mixin("keyword"),
    Mixin("string"),
    Mixin("number"),
    Mixin("variable"),

    State("whitespace"),
    {R"([ \t]+)", TextWhitespace},

    State("comment"),
    {R"([^\{]+)", Comment},
    {R"((\{%-?)(\s*)(endcomment)(\s*)(-?%\}))", EndBlock},
    {R"(\{)", Comment},

    State("raw"),
    {R"([^\{]+)", Text},
    {R"((\{%-?)(\s*)(endraw)(\s*)(-?%\}))", EndBlock},
    {R"(\{)", Text},

    State("assign"),
    {R"(=)", Operator},
    {R"((\|)(\s*)([a-zA-Z_][^\s%\|:]*))", Groups(Punctuation, TextWhitespace, NameFunction), "filters"},
    Mixin("end_of_block"),
    Mixin("generic"),

    State("include"),
    {R"((\{\{-?)(\s*))", Groups(Punctuation, TextWhitespace), "output_embed"},
    {R"((with|for)\b)", NameTag},
    {R"([\/\w-]+(\.[\w-]+)+\b)", Text},
    Mixin("variable_tag_markup"),

    State("output_embed"),
    {R"((\|)(\s*)([a-zA-Z_][^\s}\|:]*))", Groups(Punctuation, TextWhitespace, NameFunction)},
    {R"(-?\}\})", Punctuation, Pop()},
    Mixin("variable_param_markup"),
};

}  // namespace

const Definition lexers::liquid = {.tag = "liquid", .rules = kRules};

}  // namespace tincture::rouge
