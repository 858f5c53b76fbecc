#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"functions",
     "abs absent ceil changes clamp_max clamp_min count_scalar day_of_month day_of_week days_in_month delta "
     "deriv drop_common_labels exp floor histogram_quantile holt_winters hour idelta increase irate "
     "label_replace ln log2 log10 month predict_linear rate resets round scalar sort sort_desc sqrt time vector "
     "year avg_over_time min_over_time max_over_time sum_over_time count_over_time quantile_over_time "
     "stddev_over_time stdvar_over_time"},
};

constexpr WordClass kNames[] = {
    {"functions", NameBuiltin},
    {nullptr, Name},
};

constexpr Rule kRules[] = {
    State("root"),
    Mixin("strings"),
    Mixin("whitespace"),
    {R"(-?\d+\.\d+)", NumFloat},
    {R"(-?\d+[smhdwy]?)", NumInteger},
    {R"([+\-*/%^])", Operator},
    {R"(=|==|!=|<|>|<=|>=)", Operator},
    {R"(and|or|unless)", Operator},
    {R"((sum|min|max|avg|stddev|stdvar|count|count_values|bottomk|topk)\b)", NameFunction},
    {R"((ignoring|on)(\())", Groups(KeywordPseudo, Punctuation), "label_list"},
    {R"((group_left|group_right)(\())", Groups(KeywordType, Punctuation)},
    {R"((bool|offset)\b)", Keyword},
    {R"((without|by)\b)", Keyword, "label_list"},
    {R"([\w:]+)", Words(kNames)},
    {R"([a-zA-Z0-9_-]+)", Name},
    {R"([\(\)\]:.,])", Punctuation},
    {R"(\{)", Punctuation, "filters"},
    {R"(\[)", Punctuation},

    State("strings"),
    {R"(")", StrDouble, "double_string"},
    {R"(')", StrSingle, "single_string"},
    {R"(`.*`)", StrBacktick},

    State("double_string"),
    {R"(\\[\\abfnrtv"])", StrEscape},
    {R"([^\\"]+)", StrDouble},
    {R"(")", StrDouble, Pop()},

    State("single_string"),
    {R"(\\[\\abfnrtv'])", StrEscape},
    {R"([^\\']+)", StrSingle},
    {R"(')", StrSingle, Pop()},

    State("filters"),
    {R"([ \t\r]+)", Text},
    {R"(,)", Punctuation},
    {R"([a-zA-Z0-9_:-]+)", NameAttribute},
    {R"(!(=|~)|=~?)", Operator},
    Mixin("strings"),
    {R"(})", Punctuation, Pop()},

    State("label_list"),
    {R"(\()", Punctuation},
    {R"([a-zA-Z0-9_:-]+)", NameAttribute},
    {R"(,)", Punctuation},
    Mixin("whitespace"),
    {R"(\))", Punctuation, Pop()},

    State("whitespace"),
    {R"([ \t\r]+)", Text},
    {R"(\n\s*)", Text},
    {R"(#.*?$)", Comment},
};

}  // namespace

const Definition lexers::prometheus = {.tag = "prometheus", .aliases = "prometheus", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
