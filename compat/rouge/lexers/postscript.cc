#include "compat/rouge/lexer.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"builtins",
     "abs add aload arc arcn array atan begin bind ceiling charpath clip closepath concat concatmatrix copy cos "
     "currentlinewidth currentmatrix currentpoint curveto cvi cvs def defaultmatrix dict dictstackoverflow div "
     "dtransform dup end exch exec exit exp fill findfont floor get getinterval grestore gsave identmatrix idiv "
     "idtransform index invertmatrix itransform length lineto ln load log loop matrix mod moveto mul neg "
     "newpath pathforall pathbbox pop print pstack put quit rand rangecheck rcurveto repeat restore rlineto "
     "rmoveto roll rotate round run save scale scalefont setdash setfont setgray setlinecap setlinejoin "
     "setlinewidth setmatrix setrgbcolor shfill show showpage sin sqrt stack stringwidth stroke strokepath sub "
     "syntaxerror transform translate truncate typecheck undefined undefinedfilename undefinedresult"},
};

// A name ends where a delimiter follows.
constexpr Part kParts[] = {
    {"end", R"((?=[()<>\[\]{}/%\s]))"},
    {"name", R"([^()<>\[\]{}/%\s]+@{end})"},
    {"decimal", R"((?:[0-9]+\.?|[0-9]*\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][0-9]+)?)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(^%!.+?$)", CommentPreproc},
    {R"(%%.*?$)", CommentSpecial},
    {R"((^%.*?$){2,})", CommentMultiline},
    {R"(%.*?$)", CommentSingle},
    {R"(\()", Str, "string"},
    {R"(/@{name})", NameVariable},
    {R"([{}<>\[\]])", Punctuation},
    {R"(@{builtins}@{end})", NameBuiltin},
    {R"((eq|ne|g[et]|l[et]|and|or|not|if(?:else)?|for(?:all)?)@{end})", KeywordReserved},
    {R"((false|true)@{end})", KeywordConstant},
    {R"([0-9]+\#[-+]?@{decimal}@{end})", NumOct},
    {R"([-+]?@{decimal}@{end})", NumFloat},
    {R"(@{name})", NameFunction},
    {R"(\s+)", Text},

    State("string"),
    {R"([^()\\]+)", Str},
    {R"(\\)", StrEscape, "escape"},
    {R"(\()", Str, "string"},
    {R"(\))", Str, Pop()},

    State("escape"),
    {R"([0-8]{3}|[nrtbf\\()])", StrEscape, Pop()},
};

bool Detect(std::string_view text) { return Like(text, R"((?s).*?^%!)"); }

}  // namespace

const Definition lexers::postscript = {.tag = "postscript",
                                       .aliases = "postscr postscript ps eps",
                                       .rules = kRules,
                                       .parts = kParts,
                                       .words = kWords,
                                       .detect = Detect};

}  // namespace tincture::rouge
