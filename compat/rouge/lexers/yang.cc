#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"statements",
     "module submodule belongs-to namespace prefix yang-version contact description organization reference "
     "revision import include revision-date action argument augment deviation extension feature grouping "
     "identity if-feature input notification output rpc typedef anydata anyxml case choice config container "
     "deviate leaf leaf-list list must presence refine uses when base bit default enum error-app-tag "
     "error-message fraction-digits length max-elements min-elements modifier ordered-by path pattern position "
     "range require-instance status type units value yin-element key mandatory unique"},
    {"types",
     "binary bits boolean decimal64 empty enumeration identityref instance-identifier int16 int32 int64 int8 "
     "leafref string uint16 uint32 uint64 uint8 union"},
    {"constants",
     "add current delete deprecated false invert-match max min not-supported obsolete replace true unbounded "
     "user"},
};

constexpr WordClass kNames[] = {
    {"statements", KeywordDeclaration},
    {"types", KeywordType},
    {"constants", NameConstant},
    {nullptr, Name},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", TextWhitespace},
    {R"([{};]+)", Punctuation},
    {R"((?<![\-\w])(and|or|not|\+|\.)(?![\-\w]))", Operator},
    {R"~("(?:\\"|[^"])*?")~", StrDouble},
    {R"('(?:\\'|[^'])*?')", StrSingle},
    {R"(\/\*)", Comment, "comment"},
    {R"(\/\/.*?$)", Comment},
    {R"((?:^|(?<=[\s{};]))([\w.-]+)(:)([\w.-]+)(?=[\s{};]))", Groups(NameNamespace, Punctuation, Name)},
    {R"([0-9]{4}\-[0-9]{2}\-[0-9]{2}(?=[\s{};]))", NameLabel},
    {R"([0-9]+\.[0-9]+(?=[\s{};]))", NumFloat},
    {R"([0-9]+(?=[\s{};]))", NumInteger},
    {R"([\w_-]+(?=[^\w\-:])\b)", WordsIgnoringCase(kNames)},
    {R"([^;{}\s'"]+)", Name},

    State("comment"),
    {R"([^*\/])", Comment},
    {R"(\/\*)", Comment, "comment"},
    {R"(\*\/)", Comment, Pop()},
    {R"([*\/])", Comment},
};

}  // namespace

const Definition lexers::yang = {.tag = "yang", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
