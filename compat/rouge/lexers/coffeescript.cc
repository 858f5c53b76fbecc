#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "for by while until loop break continue return switch when then if else do yield throw try catch finally "
     "await new delete typeof instanceof super extends this class import export debugger"},
    {"constants", "true false yes no on off null NaN Infinity undefined"},
    {"builtins",
     "Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun decodeURI "
     "decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"constants", NameConstant},
    {"builtins", NameBuiltin},
    {nullptr, NameOther},
};

constexpr Part kParts[] = {
    {"id", R"([$a-zA-Z_][a-zA-Z0-9_]*)"},
};

constexpr Rule kRules[] = {
    State("comments"),
    {R"((?s)###[^#].*?###)", CommentMultiline},
    {R"(#.*$)", CommentSingle},

    State("whitespace"),
    {R"(\s+)", Text},

    State("regex_comment"),
    {R"(^#(?!\{).*$)", CommentSingle},
    {R"((\s+)(#(?!\{).*)$)", Groups(Text, CommentSingle)},

    State("multiline_regex_begin"),
    {R"(///)", StrRegex, Goto("multiline_regex")},

    State("multiline_regex_end"),
    {R"(///([gimy]+\b|\B))", StrRegex, Pop()},

    State("multiline_regex"),
    Mixin("multiline_regex_end"),
    Mixin("regex_comment"),
    Mixin("has_interpolation"),
    Mixin("comments"),
    Mixin("whitespace"),
    Mixin("code_escape"),
    {R"(\\\D)", StrEscape},
    {R"(\\\d+)", NameVariable},
    {R"((?s).)", StrRegex},

    State("slash_starts_regex"),
    Mixin("comments"),
    Mixin("whitespace"),
    Mixin("multiline_regex_begin"),
    {R"(/(\\.|[^\[/\\\n]|\[(\\.|[^\]\\\n])*\])+/([gimy]+\b|\B))", StrRegex, Pop()},
    {R"()", Nothing(), Pop()},

    State("root"),
    {R"(^(?=\s|/|<!--))", Nothing(), "slash_starts_regex"},
    Mixin("comments"),
    Mixin("whitespace"),
    {R"([+][+]|--|~|&&|\band\b|\bor\b|\bis\b|\bisnt\b|\bnot\b|\bin\b|\bof\b|[?]|:|=|[|][|]|\\(?=\n)|(<<|>>>?|==?|!=?|[-<>+*`%&|^/])=?)",
     Operator, "slash_starts_regex"},
    {R"([-=]>)", NameFunction},
    {R"((@)([ \t]*)(@{id}))", Groups(NameVariableInstance, Text, NameAttribute), "slash_starts_regex"},
    {R"(([.])([ \t]*)(@{id}))", Groups(Punctuation, Text, NameAttribute), "slash_starts_regex"},
    {R"(@{id}(?=\s*:))", NameAttribute, "slash_starts_regex"},
    {R"(@{id})", Words(kNames), "slash_starts_regex"},
    {R"([{(\[;,])", Punctuation, "slash_starts_regex"},
    {R"([})\].])", Punctuation},
    {R"(\d+[.]\d+([eE]\d+)?[fd]?)", NumFloat},
    {R"(0x[0-9a-fA-F]+)", NumHex},
    {R"(\d+)", NumInteger},
    {R"(""")", Str, "tdqs"},
    {R"(''')", Str, "tsqs"},
    {R"(")", Str, "dqs"},
    {R"(')", Str, "sqs"},

    State("code_escape"),
    {R"(\\(c[A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{4}\}))", StrEscape},

    State("strings"),
    {R"([^#\\'"]+)", Str},
    Mixin("code_escape"),
    {R"(\\.)", StrEscape},
    {R"(#)", Str},

    State("double_strings"),
    {R"(')", Str},
    Mixin("has_interpolation"),
    Mixin("strings"),

    State("single_strings"),
    {R"(")", Str},
    Mixin("strings"),

    State("interpolation"),
    {R"(})", StrInterpol, Pop()},
    Mixin("root"),

    State("has_interpolation"),
    {R"([#][{])", StrInterpol, "interpolation"},

    State("dqs"),
    {R"(")", Str, Pop()},
    Mixin("double_strings"),

    State("tdqs"),
    {R"(""")", Str, Pop()},
    {R"(")", Str},
    Mixin("double_strings"),

    State("sqs"),
    {R"(')", Str, Pop()},
    Mixin("single_strings"),

    State("tsqs"),
    {R"(''')", Str, Pop()},
    {R"(')", Str},
    Mixin("single_strings"),
};

bool Detect(std::string_view text) { return HasShebang(text, R"(coffee(\s|\z))"); }

}  // namespace

const Definition lexers::coffeescript = {.tag = "coffeescript",
                                         .aliases = "coffee coffee-script",
                                         .rules = kRules,
                                         .parts = kParts,
                                         .words = kWords,
                                         .detect = Detect};

}  // namespace tincture::rouge
