#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "asm auto catch char8_t concept consteval constexpr constinit const_cast co_await co_return co_yield "
     "delete dynamic_cast explicit export friend mutable namespace new operator private protected public "
     "reinterpret_cast requires restrict size_of static_cast this throw throws typeid typename using virtual "
     "final override alignas alignof decltype noexcept static_assert thread_local try",
     kAddToParent},
    {"types", "bool", kAddToParent},
    {"reserved",
     "__virtual_inheritance __uuidof __super __single_inheritance __multiple_inheritance __interface __event",
     kAddToParent},
};

constexpr Part kParts[] = {
    {"dq", R"(\d('?\d)*)"},
};

constexpr Rule kRules[] = {
    Prepend("root"),
    {R"((?:__offload|__blockingoffload|__outer)\b)", KeywordPseudo},

    Prepend("statements"),
    {R"((class|struct)\b)", Keyword, "classname"},
    {R"(template\b)", Keyword, "template"},
    {R"(@{dq}(\.@{dq})?(?:y|d|h|(?:min)|s|(?:ms)|(?:us)|(?:ns)|i|(?:if)|(?:il))\b)", NumOther},
    {R"((?i)(@{dq}[.]@{dq}?|[.]@{dq})(e[+-]?@{dq}[lu]*)?)", NumFloat},
    {R"((?i)@{dq}e[+-]?@{dq}[lu]*)", NumFloat},
    {R"((?i)0x\h('?\h)*[lu]*)", NumHex},
    {R"(0b[01]+('[01]+)*)", NumBin},
    {R"((?i)0[0-7]('?[0-7])*[lu]*)", NumOct},
    {R"((?i)@{dq}[lu]*)", NumInteger},
    {R"(\bnullptr\b)", NameBuiltin},
    {R"~((?s)(?:u8|u|U|L)?R"([a-zA-Z0-9_{}\[\]#<>%:;.?*\+\-\/\^&|~!=,"']{0,16})\(.*?\)\1")~", Str},
    {R"((::|<=>))", Operator},
    {R"([{}])", Punctuation},

    State("classname"),
    {R"(@{id})", NameClass, Pop()},
    Mixin("whitespace"),
    {R"([.]{3})", Operator},
    {R"(,)", Punctuation, Pop()},
    {R"()", Nothing(), Pop()},

    State("template"),
    {R"([>;])", Punctuation, Pop()},
    {R"(typename\b)", Keyword, "classname"},
    Mixin("statements"),

    State("case"),
    {R"(:(?!:))", Punctuation, Pop()},
    Mixin("statements"),
};

}  // namespace

const Definition lexers::cpp = {
    .tag = "cpp", .aliases = "c++", .parent = &lexers::c, .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
