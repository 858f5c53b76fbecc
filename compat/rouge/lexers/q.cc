#include "compat/rouge/lexer.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "do if while select update delete exec from by"},
    {"word_operators",
     "and or except inter like each cross vs sv within where in asof bin binr cor cov cut ej fby div ij insert "
     "lj ljf mavg mcount mdev mmax mmin mmu mod msum over prior peach pj scan scov setenv ss sublist uj union "
     "upsert wavg wsum xasc xbar xcol xcols xdesc xexp xgroup xkey xlog xprev xrank"},
    {"builtins",
     "first enlist value type get set count string key max min sum prd last flip distinct raze neg desc differ "
     "dsave dev eval exit exp fills fkeys floor getenv group gtime hclose hcount hdel hopen hsym iasc idesc inv "
     "keys load log lsq ltime ltrim maxs md5 med meta mins next parse plist prds prev rand rank ratios read0 "
     "read1 reciprocal reverse rload rotate rsave rtrim save sdev show signum sin sqrt ssr sums svar system "
     "tables tan til trim txf ungroup var view views wj wj1 ww"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"word_operators", OperatorWord},
    {"builtins", NameBuiltin},
    {nullptr, Name},
};

void Identifier(Lexer& l) {
  const Token token = l.ByWord(kNames, l.Match());
  l.Put(token == Name && Like(l.Match(), R"(\.[zQqho]\.)") ? NameConstant : token);
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(#!(.*?)$)", CommentPreproc, "top"},
    {R"()", Nothing(), "top"},

    State("top"),
    {R"(^[ \t\r]+.*$)", CommentSpecial},
    {R"(\n+)", Text},
    {R"()", Nothing(), "base"},

    State("base"),
    {R"(\n+)", Text},
    {R"(^.\))", KeywordDeclaration},
    {R"((?i)\.?[a-z][a-z0-9_.]*)", Identifier},
    {R"(\s+/.*)", CommentSingle},
    {R"([ \t\r]+)", TextWhitespace},
    {R"((?s)^/$.*?^\\$)", CommentMultiline},
    {R"(^\/[^\n]*$(\n[^\S\n]+.*$)*)", CommentMultiline},
    {R"(^\\$)", Comment, "bottom"},
    {R"(^\\\\\s+)", Keyword, "bottom"},
    {R"(")", Str, "string"},
    {R"((?:\d+D|\d{4}\.[01]\d\.[0123]\d[DT])(?:[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|([012]\d)?)[zpn]?\b)",
     LiteralDate},
    {R"([012]\d:[0-5]\d(?::[0-5]\d(\.\d+)?)?[uvtpn]?\b)", LiteralDate},
    {R"(\d{4}\.[01]\d\.[0-3]\d[dpnzm]?\b)", LiteralDate},
    {R"(0[nNwW][hijefcpmdznuvt]?)", KeywordConstant},
    {R"('|/:|\\:|':|\\|/|0:|1:|2:)", Operator},
    {R"((\d+[.]\d*|[.]\d+)(e[+-]?\d+)?[ef]?)", NumFloat},
    {R"(\d+e[+-]?\d+[ef]?)", NumFloat},
    {R"(\d+[ef])", NumFloat},
    {R"((?i)0x[0-9a-f]+)", NumHex},
    {R"([01]+b)", NumBin},
    {R"([0-9]+[hij]?)", NumInteger},
    {R"((?i)`:[:a-z0-9._/]*|`(?:[a-z0-9.][:a-z0-9._]*)?)", StrSymbol},
    {R"((?:<=|>=|<>|::)|[?:$%&|@._#*^\-+~,!><=]:?)", Operator},
    {R"([{}\[\]();])", Punctuation},
    {R"(\\.*\n)", Text},

    State("string"),
    {R"(\\")", Str},
    {R"(")", Str, Pop()},
    {R"(\\([\\nr]|[01][0-7]{2}))", StrEscape},
    {R"([^\\"\n]+)", Str},
    {R"(\\)", Str},

    State("bottom"),
    {R"((?s).+\z)", CommentMultiline},
};

}  // namespace

const Definition lexers::q = {.tag = "q", .aliases = "kdb+", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
