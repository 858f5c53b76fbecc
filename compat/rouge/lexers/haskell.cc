#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"reserved",
     "_ case class data default deriving do else if in infix infixl infixr instance let newtype of then type "
     "where"},
    {"ascii",
     "NUL SOH [SE]TX EOT ENQ ACK BEL BS HT LF VT FF CR S[OI] DLE DC[1-4] NAK SYN ETB CAN EM SUB ESC [FGRU]S SP "
     "DEL"},
};

void Word(Lexer& l) {
  const std::string_view word = l.Match();
  const bool opens_state = word == "import" || word == "module";
  if (opens_state || l.InList("reserved", word)) {
    l.Put(KeywordReserved);
    if (opens_state) l.Push(word);
    return;
  }
  const char first = word[0] == '\'' && word.size() > 1 ? word[1] : word[0];
  l.Put(first >= 'A' && first <= 'Z' ? KeywordType : Name);
}

constexpr Rule kRules[] = {
    State("basic"),
    {R"(\s+)", Text},
    {R"({-#)", CommentPreproc, "comment_preproc"},
    {R"({-)", CommentMultiline, "comment"},
    {R"(^--\s+\|.*?$)", CommentDoc},
    {R"(--(?![!#\$\%&*+.\/<=>?@\^\|_~]).*?$)", CommentSingle},

    State("comment"),
    {R"(-})", CommentMultiline, Pop()},
    {R"({-)", CommentMultiline, "comment"},
    {R"([^-{}]+)", CommentMultiline},
    {R"([-{}])", CommentMultiline},

    State("comment_preproc"),
    {R"(-})", CommentPreproc, Pop()},
    {R"({-)", CommentPreproc, "comment"},
    {R"([^-{}]+)", CommentPreproc},
    {R"([-{}])", CommentPreproc},

    State("root"),
    Mixin("basic"),
    {R"('(?=(?:.|\\\S+)'))", StrChar, "character"},
    {R"(")", Str, "string"},
    {R"((?i)\d+e[+-]?\d+)", NumFloat},
    {R"((?i)\d+\.\d+(e[+-]?\d+)?)", NumFloat},
    {R"((?i)0o[0-7]+)", NumOct},
    {R"((?i)0x[\da-f]+)", NumHex},
    {R"(\d+)", NumInteger},
    {R"([\w']+)", Word},
    {R"(\\(?![:!#\$\%&*+.\\/<=>?@^\|~-]+))", NameFunction},
    {R"((<-|::|->|=>|=)(?![:!#\$\%&*+.\\/<=>?@^\|~-]+))", Operator},
    {R"(:[:!#\$\%&*+.\\/<=>?@^\|~-]*)", Operator},
    {R"([:!#\$\%&*+.\\/<=>?@^\|~-]+)", Operator},
    {R"(\[\s*\])", KeywordType},
    {R"(\(\s*\))", NameBuiltin},
    {R"((\[)([_a-z][\w']*)(\|))", Groups(Operator, Name, Operator), "quasiquotation"},
    {R"([\[\](),;`{}])", Punctuation},

    State("import"),
    {R"(\s+)", Text},
    {R"(")", Str, "string"},
    {R"(\bqualified\b)", Keyword},
    {R"(([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][a-zA-Z0-9_.]*))", Groups(NameNamespace, Text, Keyword, Text, Name), Pop()},
    {R"(([A-Z][\w.]*)(\s+)(hiding)(\s+)(\())", Groups(NameNamespace, Text, Keyword, Text, Punctuation),
     Goto("funclist")},
    {R"(([A-Z][\w.]*)(\s+)(\())", Groups(NameNamespace, Text, Punctuation), Goto("funclist")},
    {R"([\w.]+)", NameNamespace, Pop()},

    State("module"),
    {R"(\s+)", Text},
    {R"(([A-Z][\w.]*)(\s+)(\())", Groups(NameNamespace, Text, Punctuation), "funclist"},
    {R"(\bwhere\b)", KeywordReserved, Pop()},
    {R"([A-Z][a-zA-Z0-9_.]*)", NameNamespace, Pop()},

    State("funclist"),
    Mixin("basic"),
    {R"([A-Z]\w*)", KeywordType},
    {R"((_[\w\']+|[a-z][\w\']*))", NameFunction},
    {R"(,)", Punctuation},
    {R"([:!#\$\%&*+.\\\/<=>?@^\|~-]+)", Operator},
    {R"(\()", Punctuation, "funclist"},
    {R"(\))", Punctuation, Pop()},

    State("character"),
    {R"(\\)",
     [](Lexer& l) {
       l.Put(StrEscape);
       l.Goto("character_end");
       l.Push("escape");
     }},
    {R"(.)", StrChar, Goto("character_end")},

    State("character_end"),
    {R"(')", StrChar, Pop()},
    {R"(.)", Error, Pop()},

    State("quasiquotation"),
    {R"(\|\])", Operator, Pop()},
    {R"([^\|]+)", Text},
    {R"(\|)", Text},

    State("string"),
    {R"(")", Str, Pop()},
    {R"(\\)", StrEscape, "escape"},
    {R"([^\\"]+)", Str},

    State("escape"),
    {R"([abfnrtv"'&\\])", StrEscape, Pop()},
    {R"(\^[\]\[A-Z@\^_])", StrEscape, Pop()},
    {R"(@{ascii})", StrEscape, Pop()},
    {R"((?i)o[0-7]+)", StrEscape, Pop()},
    {R"((?i)x[\da-f]+)", StrEscape, Pop()},
    {R"(\d+)", StrEscape, Pop()},
    {R"(\s+\\)", StrEscape, Pop()},
};

bool Detect(std::string_view text) { return HasShebang(text, R"(runhaskell(\s|\z))"); }

}  // namespace

const Definition lexers::haskell = {
    .tag = "haskell", .aliases = "hs", .rules = kRules, .words = kWords, .detect = Detect};

}  // namespace tincture::rouge
