#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"controls", "if elsif else require stop"},
    {"actions",
     "keep fileinto redirect discard addheader deleteheader reject ereject notify setflag addflag removeflag "
     "vacation replace enclose extracttext"},
    {"tests",
     "address allof anyof exists false header not size true body hasflag spamtest virustest date currentdate "
     "valid_notify_method notify_method_capability mailboxexists metadata metadataexists servermetadata "
     "servermetadataexists"},
};

constexpr WordClass kNames[] = {
    {"controls", Keyword},
    {"tests", NameVariable},
    {"actions", NameFunction},
    {nullptr, NameOther},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(#.*)", CommentSingle},
    {R"((?s)/(\\\n)?[*].*?[*](\\\n)?/)", CommentMultiline},
    {R"([\[\](),;{}])", Punctuation},
    {R"(:[a-zA-Z_][a-zA-Z0-9_]*)", Operator},
    {R"([a-zA-Z_][a-zA-Z0-9_]*)", Words(kNames)},
    {R"(")", StrDouble, "string"},
    {R"([0-9]+[KMG])", NumInteger},

    State("string"),
    {R"(\\.)", StrEscape},
    {R"(")", StrDouble, Pop()},
    {R"(\${(?:[0-9][.0-9]*|[a-zA-Z_][.a-zA-Z0-9_]*)})", StrInterpol},
    {R"(.)", StrDouble},
};

}  // namespace

const Definition lexers::sieve = {.tag = "sieve", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
