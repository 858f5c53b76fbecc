#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

std::string_view ClosingOf(std::string_view open) {
  return open == "{" ? "}" : open == "[" ? "]" : open == "(" ? ")" : open == "<" ? ">" : open;
}

void Sigil(Lexer& l) {
  const char kind = l.Match(1).empty() ? '\0' : l.Match(1)[0];
  const bool is_regex = kind == 'r' || kind == 'R';
  const bool interpolates = kind == 'S' || kind == 'R' || kind == 'C' || kind == 'W';
  if (is_regex) l.Push("regex_flags");
  if (kind == 'w' || kind == 'W') l.Push("list_flags");
  l.Put(is_regex ? StrRegex : StrOther);
  const std::string_view state = is_regex ? (interpolates ? "sigil_regex_interpolated" : "sigil_regex_raw")
                                          : (interpolates ? "sigil_interpolated" : "sigil_raw");
  l.Push(state, {l.Match(2), ClosingOf(l.Match(2))});
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(#.*$)", CommentSingle},
    {R"(\b(case|cond|end|bc|lc|if|unless|try|loop|receive|fn|defmodule|defp?|defprotocol|defimpl|defrecord|defmacrop?|defdelegate|defexception|defguardp?|defstruct|exit|raise|throw|after|rescue|catch|else)\b(?![?!])|(?<!\.)\b(do|\-\>)\b)",
     Keyword},
    {R"(\b(import|require|use|recur|quote|unquote|super|refer)\b(?![?!]))", KeywordNamespace},
    {R"((?<!\.)\b(and|not|or|when|xor|in)\b)", OperatorWord},
    {R"(%=|\*=|\*\*=|\+=|\-=|\^=|\|\|=|<=>|<(?!<|=)|>(?!<|=|>)|<=|>=|===|==|=~|!=|!~|(?=[\s])\?|(?<=[\s])!+|&(&&?|(?!\d))|\|\||\^|\*|\+|\-|/|\||\+\+|\-\-|\*\*|\/\/|\<\-|\<\>|<<|>>|=|\.|~~~)",
     Operator},
    {R"((?<!:)(:)([a-zA-Z_]\w*([?!]|=(?![>=]))?|\<\>|===?|>=?|<=?|\n {13}<=>|&&?|%\(\)|%\[\]|%\{\}|\+\+?|\-\-?|\|\|?|\!|//|[%&`/\|]|\n {13}\*\*?|=?~|<\-)|([a-zA-Z_]\w*([?!])?)(:)(?!:))",
     StrSymbol},
    {R"(:")", StrSymbol, "interpoling_symbol"},
    {R"(\b(nil|true|false)\b(?![?!])|\b[A-Z]\w*\b)", NameConstant},
    {R"(\b(__(FILE|LINE|MODULE|MAIN|FUNCTION)__)\b(?![?!]))", NameBuiltinPseudo},
    {R"([a-zA-Z_!]\w*[!\?]?)", Name},
    {R"(::|[%(){};,/\|:\\\[\]])", Punctuation},
    {R"(@[a-zA-Z_]\w*|&\d)", NameVariable},
    {R"(\b\d(_?\d)*(\.(?![^\d\s])(_?\d)+)([eE][-+]?\d(_?\d)*)?\b)", NumFloat},
    {R"(\b0x[0-9A-Fa-f](_?[0-9A-Fa-f])*\b)", NumHex},
    {R"(\b0o[0-7](_?[0-7])*\b)", NumOct},
    {R"(\b0b[01](_?[01])*\b)", NumBin},
    {R"(\b\d(_?\d)*\b)", NumInteger},
    Mixin("strings"),
    Mixin("sigil_strings"),

    State("strings"),
    {R"~((%[A-Ba-z])?"""(?:.|\n)*?""")~", StrDoc},
    {R"('''(?:.|\n)*?''')", StrDoc},
    {R"(")", StrDouble, "dqs"},
    {R"(')", StrSingle, "sqs"},
    {R"((?<!\w)\?(\\(x\d{1,2}|\h{1,2}(?!\h)\b|0[0-7]{0,2}(?![0-7])\b[^x0MC])|(\\[MC]-)+\w|[^\s\\]))", StrOther},

    State("dqs"),
    Mixin("escapes"),
    Mixin("interpoling"),
    {R"([^#"\\]+)", StrDouble},
    {R"(")", StrDouble, Pop()},
    {R"([#\\])", StrDouble},

    State("sqs"),
    Mixin("escapes"),
    Mixin("interpoling"),
    {R"([^#'\\]+)", StrSingle},
    {R"(')", StrSingle, Pop()},
    {R"([#\\])", StrSingle},

    State("interpoling"),
    {R"(#\{)", StrInterpol, "interpoling_string"},

    State("interpoling_string"),
    {R"(\})", StrInterpol, Pop()},
    Mixin("root"),

    State("escapes"),
    {R"(\\x\h{2})", StrEscape},
    {R"(\\u\{?\d+\}?)", StrEscape},
    {R"(\\[\\abdefnrstv0"'])", StrEscape},

    State("interpoling_symbol"),
    {R"(")", StrSymbol, Pop()},
    Mixin("interpoling"),
    {R"([^#"]+)", StrSymbol},

    State("sigil_strings"),
    {R"(~([A-Za-z])?([\{\[\(<|/'"]))", Sigil},

    State("sigil_regex_interpolated"),
    {R"(@{1})", StrRegex, Pop()},
    Mixin("interpoling"),
    {R"(#)", StrRegex},
    {R"([^#@{0}@{1}\\]+)", StrRegex},

    State("sigil_regex_raw"),
    {R"(@{1})", StrRegex, Pop()},
    {R"([\\#])", StrRegex},
    {R"([^#@{0}@{1}\\]+)", StrRegex},

    State("sigil_interpolated"),
    {R"(@{1})", StrOther, Pop()},
    Mixin("interpoling"),
    {R"(#)", StrOther},
    {R"([^#@{0}@{1}\\]+)", StrOther},

    State("sigil_raw"),
    {R"(@{1})", StrOther, Pop()},
    {R"([\\#])", StrOther},
    {R"([^#@{0}@{1}\\]+)", StrOther},

    State("regex_flags"),
    {R"([fgimrsux]*)", StrRegex, Pop()},

    State("list_flags"),
    {R"([csa]?)", StrOther, Pop()},
};

}  // namespace

const Definition lexers::elixir = {.tag = "elixir", .aliases = "exs", .rules = kRules};

}  // namespace tincture::rouge
