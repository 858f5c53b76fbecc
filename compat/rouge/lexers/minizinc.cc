#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "ann annotation any constraint else endif function for forall if include list of op output minimize "
     "maximize par predicate record satisfy solve test then type var where"},
    {"types", "array set bool enum float int string tuple"},
    {"builtins",
     "abort abs acosh array_intersect array_union array1d array2d array3d array4d array5d array6d asin assert "
     "atan bool2int card ceil concat cos cosh dom dom_array dom_size fix exp floor index_set index_set_1of2 "
     "index_set_2of2 index_set_1of3 index_set_2of3 index_set_3of3 int2float is_fixed join lb lb_array length ln "
     "log log2 log10 min max pow product round set2array show show_int show_float sin sinh sqrt sum tan tanh "
     "trace ub ub_array"},
    {"operators", "in subset superset union diff symdiff intersect"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},   {"types", KeywordType}, {"builtins", NameBuiltin},
    {"operators", Operator}, {nullptr, NameOther},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", TextWhitespace},
    {R"(\\\n)", TextWhitespace},
    {R"(%.*)", CommentSingle},
    {R"((?s)/(\\\n)?[*](.|\n)*?[*](\\\n)?/)", CommentMultiline},
    {R"~("(\\\\|\\"|[^"])*")~", Str},
    {R"(not|<->|->|<-|\\/|xor|/\\)", Operator},
    {R"(<|>|<=|>=|==|=|!=)", Operator},
    {R"(\+|-|\*|/|div|mod)", Operator},
    {R"(\\|\.\.|\+\+)", Operator},
    {R"([|()\[\]{},:;])", Punctuation},
    {R"((true|false)\b)", KeywordConstant},
    {R"(([+-]?)\d+(\.(?!\.)\d*)?([eE][-+]?\d+)?)", Num},
    {R"([$a-zA-Z_]\w*)", Words(kNames)},
    {R"(::\s*([^\W\d]\w*)(\s*\([^)]*\))?)", NameDecorator},
    {R"(\b([^\W\d]\w*)\b(\())", Groups(NameFunction, Punctuation)},
    {R"([^\W\d]\w*)", NameOther},
};

}  // namespace

const Definition lexers::minizinc = {.tag = "minizinc", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
