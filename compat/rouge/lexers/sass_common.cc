// What SCSS and Sass share; not a language of its own. From CSS it takes the word lists.
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordClass kValues[] = {
    {"builtins", NameBuiltin},
    {"constants", NameConstant},
    {nullptr, Name},
};

constexpr WordClass kAttributes[] = {
    {"attributes", NameLabel},
    {nullptr, NameAttribute},
};

constexpr Part kParts[] = {
    {"id", R"([\w-]+)"},
};

constexpr Rule kRules[] = {
    State("content_common"),
    {R"(@for\b)", Keyword, "for"},
    {R"(@(debug|warn|if|each|while|else|return|media))", Keyword, "value"},
    {R"((@mixin)(\s+)(@{id}))", Groups(Keyword, Text, NameFunction), "value"},
    {R"((@function)(\s+)(@{id}))", Groups(Keyword, Text, NameFunction), "value"},
    {R"(@extend\b)", Keyword, "selector"},
    {R"((@include)(\s+)(@{id}))", Groups(Keyword, Text, NameDecorator), "value"},
    {R"(@@{id})", Keyword, "selector"},
    {R"(&)", Keyword, "selector"},
    {R"(([$]@{id})([ \t]*)(:))", Groups(NameVariable, Text, Punctuation), "value"},

    State("end_section"),

    State("value"),
    Mixin("end_section"),
    {R"([ \t]+)", Text},
    {R"([$]@{id})", NameVariable},
    {R"(url[(])", StrOther, "string_url"},
    {R"(@{id}(?=\s*[(]))", NameFunction},
    {R"(%@{id})", NameDecorator},
    {R"((true|false)\b)", NameBuiltinPseudo},
    {R"((and|or|not)\b)", OperatorWord},
    {R"((?i)#[a-z0-9]{1,6})", NumHex},
    {R"(-?\d+(%|[a-z]+)?)", Num},
    {R"(-?\d*\.\d+(%|[a-z]+)?)", NumInteger},
    Mixin("has_strings"),
    Mixin("has_interp"),
    {R"([~^*!&%<>\|+=@:,.\/?-]+)", Operator},
    {R"([\[\]()]+)", Punctuation},
    {R"(/[*])", CommentMultiline, "inline_comment"},
    {R"(//[^\n]*)", CommentSingle},
    {R"(@{id})", Words(kValues)},

    State("has_interp"),
    {R"([#][{])", StrInterpol, "interpolation"},

    State("has_strings"),
    {R"(")", StrDouble, "dq"},
    {R"(')", StrSingle, "sq"},

    State("interpolation"),
    {R"(})", StrInterpol, Pop()},
    Mixin("value"),

    State("selector"),
    Mixin("end_section"),
    Mixin("has_strings"),
    Mixin("has_interp"),
    {R"([ \t]+)", Text},
    {R"(:)", NameDecorator, "pseudo_class"},
    {R"([.])", NameClass, "class"},
    {R"(#)", NameNamespace, "id"},
    {R"(%)", NameVariable, "placeholder"},
    {R"(@{id})", NameTag},
    {R"(&)", Keyword},
    {R"([~^*!&\[\]()<>\|+=@:;,.\/?-])", Operator},

    State("dq"),
    {R"(")", StrDouble, Pop()},
    Mixin("has_interp"),
    {R"((\\.|#(?![{])|[^\n"#])+)", StrDouble},

    State("sq"),
    {R"(')", StrSingle, Pop()},
    Mixin("has_interp"),
    {R"((\\.|#(?![{])|[^\n'#])+)", StrSingle},

    State("string_url"),
    {R"([)])", StrOther, Pop()},
    {R"((\\.|#(?![{])|[^\n)#])+)", StrOther},
    Mixin("has_interp"),

    State("selector_piece"),
    Mixin("has_interp"),
    {R"()", Nothing(), Pop()},

    State("pseudo_class"),
    {R"(@{id})", NameDecorator},
    Mixin("selector_piece"),

    State("class"),
    {R"(@{id})", NameClass},
    Mixin("selector_piece"),

    State("id"),
    {R"(@{id})", NameNamespace},
    Mixin("selector_piece"),

    State("placeholder"),
    {R"(@{id})", NameVariable},
    Mixin("selector_piece"),

    State("for"),
    {R"((from|to|through))", OperatorWord},
    Mixin("value"),

    State("attr_common"),
    Mixin("has_interp"),
    {R"(@{id})", Words(kAttributes)},

    State("attribute"),
    Mixin("attr_common"),
    {R"(([ \t]*)(:))", Groups(Text, Punctuation), "value"},

    State("inline_comment"),
    {R"((\\#|#(?=[^\n{])|\*(?=[^\n\/])|[^\n#*])+)", CommentMultiline},
    Mixin("has_interp"),
    {R"([*]/)", CommentMultiline, Pop()},
};

}  // namespace

const Definition lexers::sass_common = {.tag = "", .parent = &lexers::css, .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
