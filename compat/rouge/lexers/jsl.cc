#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"name", R"((?i)[a-z_][\w\s'%.\\]*)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", TextWhitespace},
    {R"(//.*?$)", CommentSingle},
    {R"(/[*].*?)", CommentMultiline, "comment"},
    {R"(<<)", Operator, "message"},
    {R"((::|:)?(@{name})(\())", Groups(Punctuation, Keyword, Punctuation)},
    {R"((?i)\d{2}(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d{2}(\d{2})?(:\d{2}:\d{2}(:\d{2}(\.\d*)?)?)?)",
     LiteralDate},
    {R"((?i)-?(?:[0-9]+(?:[.][0-9]+)?|[.][0-9]*)(?:e[+-]?[0-9]+)?i?)", Num},
    {R"~((?i)(::|:)?([a-z_][\w\s'%.\\]*|"(?:\\!"|[^"])*?"n))~", Groups(Punctuation, NameVariable)},
    {R"~((?s)(")(\\\[)(.*?)(\]\\)("))~", Groups(StrDouble, StrEscape, StrDouble, StrEscape, StrDouble)},
    {R"(")", StrDouble, "dq"},
    {R"([-+*\/!%&<>\|=:`^])", Operator},
    {R"([\[\](){},;])", Punctuation},

    State("message"),
    {R"(\s+)", TextWhitespace},
    {R"(@{name})", NameFunction},
    {R"([(),;])", Punctuation, Pop()},
    {R"([&|!=<>])", Operator, Pop()},

    State("dq"),
    {R"(\\![btrnNf0\\"])", StrEscape},
    {R"(\\)", StrDouble},
    {R"(")", StrDouble, Pop()},
    {R"([^\\"]+)", StrDouble},

    State("comment"),
    {R"(/[*])", CommentMultiline, "comment"},
    {R"([*]/)", CommentMultiline, Pop()},
    {R"([^/*]+)", CommentMultiline},
    {R"([/*])", CommentMultiline},
};

}  // namespace

const Definition lexers::jsl = {.tag = "jsl", .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
