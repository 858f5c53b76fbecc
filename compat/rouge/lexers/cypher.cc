#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"functions",
     "abs acos allshortestpaths asin atan atan2 avg ceil coalesce collect cos cot count date degrees e endnode "
     "exp extract filter floor haversin head id keys labels last left length log log10 lower ltrim max min node "
     "nodes percentilecont percentiledisc pi radians rand range reduce rel relationship relationships replace "
     "reverse right round rtrim shortestpath sign sin size split sqrt startnode stdev stdevp str substring sum "
     "tail tan timestamp tofloat toint tointeger tostring trim type upper"},
    {"predicates", "all and any contains exists has in none not or single xor"},
    {"keywords",
     "as asc ascending assert by case commit constraint create csv cypher delete desc descending detach "
     "distinct drop else end ends explain false fieldterminator foreach from headers in index is join limit "
     "load match merge null on optional order periodic profile remove return scan set skip start starts then "
     "true union unique unwind using when where with call yield"},
};

constexpr WordClass kNames[] = {
    {"predicates", OperatorWord},
    {"keywords", Keyword},
    {nullptr, Name},
};

constexpr WordClass kCalls[] = {
    {"functions", NameFunction},
    {"keywords", Keyword},
    {nullptr, Name},
};

void Call(Lexer& l) { l.PutGroups({l.ByWord(kCalls, Downcase(l.Match(1))), TextWhitespace, StrSymbol}); }

constexpr Rule kRules[] = {
    State("root"),
    {R"([\s]+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"(/\*)", CommentMultiline, "comment"},
    {R"([*+\-<>=&|~%^])", Operator},
    {R"([{}),;\[\]])", StrSymbol},
    {R"((\w+)(:)(\s*)(-?[._\d]+))", Groups(NameLabel, StrDelimiter, TextWhitespace, Num)},
    {R"((\w+)(\s*)(\())", Call},
    {R"(:\w+)", NameClass},
    {R"((-?\d+)(\.\.)(-?\d+))", Groups(Num, Operator, Num)},
    {R"((?i)(\d+\.\d*|\d*\.\d+)(e[+-]?\d+)?)", NumFloat},
    {R"((?i)\d+e[+-]?\d+)", NumFloat},
    {R"(0[0-7]+)", NumOct},
    {R"((?i)0x[a-f0-9]+)", NumHex},
    {R"(\d+)", NumInteger},
    {R"([.\w]+:)", NameProperty},
    {R"(\()", StrSymbol},
    {R"([.\w$]+)", WordsIgnoringCase(kNames)},
    {R"~("(\\\\|\\"|[^"])*")~", StrDouble},
    {R"('(\\\\|\\'|[^'])*')", StrSingle},
    {R"(`(\\\\|\\`|[^`])*`)", StrBacktick},

    State("comment"),
    {R"(/[*])", CommentMultiline, "comment"},
    {R"([*]/)", CommentMultiline, Pop()},
    {R"([^/*]+)", CommentMultiline},
    {R"([/*])", CommentMultiline},
};

}  // namespace

const Definition lexers::cypher = {.tag = "cypher", .aliases = "cypher", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
