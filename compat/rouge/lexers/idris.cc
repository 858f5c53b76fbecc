#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"reserved", "_ data class instance namespace infix[lr]? let where of with type do if then else case in"},
    {"ascii",
     "NUL SOH [SE]TX EOT ENQ ACK BEL BS HT LF VT FF CR S[OI] DLE DC[1-4] NAK SYN ETB CAN EM SUB ESC [FGRU]S SP "
     "DEL"},
    {"prelude",
     "abs acos all and any asin atan atan2 break ceiling compare concat concatMap const cos cosh curry cycle "
     "div drop dropWhile elem encodeFloat enumFrom enumFromThen enumFromThenTo enumFromTo exp fail filter flip "
     "floor foldl foldl1 foldr foldr1 fromInteger fst gcd getChar getLine head id init iterate last lcm length "
     "lines log lookup map max maxBound maximum maybe min minBound minimum mod negate not null or pi pred print "
     "product putChar putStr putStrLn readFile recip repeat replicate return reverse scanl scanl1 sequence "
     "sequence_ show sin sinh snd span splitAt sqrt succ sum tail take takeWhile tan tanh uncurry unlines "
     "unwords unzip unzip3 words writeFile zip zip3 zipWith zipWith3"},
};

constexpr Rule kRules[] = {
    State("basic"),
    {R"(\s+)", Text},
    {R"({-#)", CommentPreproc, "comment_preproc"},
    {R"({-)", CommentMultiline, "comment"},
    {R"(^\|\|\|.*$)", CommentDoc},
    {R"(--(?![!#\$%&*+.\/<=>?@\^\|_~]).*?$)", CommentSingle},

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
    {R"(%(default)\s+(total|partial))", Keyword},
    {R"(%(access)\s+(public|abstract|private|export))", Keyword},
    {R"(%(language)\s+(.*))", Keyword},
    {R"(%(provide)\s+.*\s+(with)\s+)", Keyword},
    {R"(\bimport\b)", KeywordReserved, "import"},
    {R"(\bmodule\b)", KeywordReserved, "module"},
    {R"(\b@{reserved}\b)", KeywordReserved},
    {R"(\b(Just|Nothing|Left|Right|True|False|LT|LTE|EQ|GT|GTE)\b)", KeywordConstant},
    {R"(^[\w']+\s*:)", NameFunction},
    {R"(\b(Type|Exists|World|IO|IntTy|FTy|File|Mode|Dec|Bool|Ordering|Either|IsJust|List|Maybe|Nat|Stream|StrM|Not|Lazy|Inf)\s)",
     KeywordType},
    {R"(\b(Eq|Ord|Num|MinBound|MaxBound|Integral|Applicative|Alternative|Cast|Foldable|Functor|Monad|Traversable|Uninhabited|Semigroup|Monoid)\s)",
     NameClass},
    {R"(\b@{prelude}[ ]+(?![=:-]))", NameBuiltin},
    {R"([_a-z][\w']*)", Name},
    {R"([A-Z][\w']*)", KeywordType},
    {R"(\\(?![:!#\$%&*+.\\/<=>?@^\|~-]+))", NameFunction},
    {R"((<-|::|->|=>|=)(?![:!#\$%&*+.\\/<=>?@^\|~-]+))", Operator},
    {R"([:!#\$%&*+.\\/<=>?@^\|~-]+)", Operator},
    {R"((?i)\d+(\.\d+)?(e[+-]?\d+)?)", NumFloat},
    {R"(')", StrChar, "character"},
    {R"(")", Str, "string"},
    {R"(\[\s*\])", KeywordType},
    {R"(\(\s*\))", NameBuiltin},
    {R"((\[)([_a-z][\w']*)(\|))", Groups(Operator, Name, Operator), "quasiquotation"},
    {R"([\[\](),;`{}])", Punctuation},

    State("import"),
    {R"(\s+)", Text},
    {R"(")", Str, "string"},
    {R"(([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][a-zA-Z0-9_.]*))", Groups(NameNamespace, Text, Keyword, Text, Name), Pop()},
    {R"(([A-Z][\w.]*)(\s+)(\())", Groups(NameNamespace, Text, Punctuation), Goto("funclist")},
    {R"([\w.]+)", NameNamespace, Pop()},

    State("module"),
    {R"(\s+)", Text},
    {R"([A-Z][\w.]*)", NameNamespace, Pop()},

    State("funclist"),
    Mixin("basic"),
    {R"([A-Z]\w*)", KeywordType},
    {R"((_[\w']+|[a-z][\w']*))", NameFunction},
    {R"(,)", Punctuation},
    {R"([:!#\$%&*+.\\\/<=>?@^\|~-]+)", Operator},
    {R"(\()", Punctuation, "funclist"},
    {R"(\))", Punctuation, Pop()},

    State("character"),
    {R"(\\)", StrEscape, Goto("character_end").Push("escape")},
    {R"(.)", StrChar, Goto("character_end")},

    State("character_end"),
    {R"(')", StrChar, Pop()},
    {R"(.)", Error, Pop()},

    State("quasiquotation"),
    {R"(\|\])", Operator, Pop()},
    {R"([^|]+)", Text},
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

}  // namespace

const Definition lexers::idris = {.tag = "idris", .aliases = "idr", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
