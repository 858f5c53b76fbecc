#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

void Start(Lexer& l) { l.Push("bol"); }

constexpr Rule kRules[] = {
    State("bol"),
    {R"(\s+)", Text},
    {R"(\[)", CommentMultiline, "comment_multi"},
    {R"()", Nothing(), Pop()},

    State("root"),
    {R"(\])", Error},
    {R"(\[)", Punctuation, "loop"},
    Mixin("comment_single"),
    Mixin("commands"),

    State("comment_multi"),
    {R"(\[)", CommentMultiline, "comment_multi"},
    {R"(\])", CommentMultiline, Pop()},
    {R"([^\[\]]+?)", CommentMultiline},

    State("comment_single"),
    {R"([^><+\-.,\[\]]+)", CommentSingle},

    State("loop"),
    {R"(\[)", Punctuation, "loop"},
    {R"(\])", Punctuation, Pop()},
    Mixin("comment_single"),
    Mixin("commands"),

    State("commands"),
    {R"([><]+)", NameBuiltin},
    {R"([+\-.,]+)", NameFunction},
};

}  // namespace

const Definition lexers::brainfuck = {.tag = "brainfuck", .rules = kRules, .start = Start};

}  // namespace tincture::rouge
