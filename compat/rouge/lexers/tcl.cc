#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "after apply array break catch continue elseif else error eval expr for foreach global if namespace proc "
     "rename return set switch then trace unset update uplevel upvar variable vwait while"},
    {"builtins",
     "append bgerror binary cd chan clock close concat dde dict encoding eof exec exit fblocked fconfigure "
     "fcopy file fileevent flush format gets glob history http incr info interp join lappend lassign lindex "
     "linsert list llength load loadTk lrange lrepeat lreplace lreverse lsearch lset lsort mathfunc mathop "
     "memory msgcat open package pid pkg::create pkg_mkIndex platform platform::shell puts pwd re_syntax read "
     "refchan regexp registry regsub scan seek socket source split string subst tell time tm unknown unload"},
};

constexpr WordClass kCommands[] = {
    {"keywords", Keyword},
    {"builtins", NameBuiltin},
    {nullptr, Text},
};

constexpr Part kParts[] = {
    {"word", R"([^\)\]\};\n\r\t\v])"},
    {"end_word", R"([\)\]\};\n\r\t\v])"},
};

constexpr int kBraces = 0;

// Out of everything that a closing brace ends.
void CloseBrace(Lexer& l) {
  while (!l.IsState("brace")) l.Pop();
  l.Pop();
  l.Put(Punctuation);
}

void BraceAbort(Lexer& l) {
  if (l.InState("brace")) return CloseBrace(l);
  l.Put(Error);
}

void OpenBraceInString(Lexer& l) {
  ++l.numbers[kBraces];
  l.Put(StrDouble);
}

void CloseBraceInString(Lexer& l) {
  if (l.InState("brace") && l.numbers[kBraces] == 0) return CloseBrace(l);
  --l.numbers[kBraces];
  l.Put(StrDouble);
}

constexpr Rule kRules[] = {
    State("word"),
    {R"(\{\*\})", Keyword},
    Mixin("brace_abort"),
    Mixin("interp"),
    {R"(\{)", Punctuation, "brace"},
    {R"(\()", Punctuation, "paren"},
    {R"(")", StrDouble, "string"},
    {R"(@{word}+?(?=[\(\[\{"\\]))", Text},

    State("command_word"),
    {R"(@{word}+)", Words(kCommands)},

    State("command"),
    Mixin("word"),
    {R"(#[^\)\]\};\n]+)", CommentSingle},
    {R"((?=@{end_word}))", Nothing(), "params"},
    Mixin("command_word"),
    Mixin("whitespace"),

    State("command_in_brace"),
    Mixin("word"),
    {R"(#[^\)\]\};\n]+)", CommentSingle},
    {R"((?=@{end_word}))", Nothing(), "params_in_brace"},
    Mixin("command_word"),
    Mixin("whitespace"),

    State("command_in_paren"),
    Mixin("word"),
    {R"(#[^\)\]\};\n]+)", CommentSingle},
    {R"((?=@{end_word}))", Nothing(), "params_in_paren"},
    Mixin("command_word"),
    Mixin("whitespace"),

    State("command_in_bracket"),
    Mixin("word"),
    {R"(#[^\)\]\};\n]+)", CommentSingle},
    {R"((?=@{end_word}))", Nothing(), "params_in_bracket"},
    Mixin("command_word"),
    Mixin("whitespace"),

    State("brace"),
    {R"(\})", Punctuation, Pop()},
    Mixin("command_in_brace"),

    State("params_in_brace"),
    {R"(\})", Punctuation, Pop(2)},
    {R"([\)\]\}])", Text},
    Mixin("params"),

    State("paren"),
    {R"(\))", Punctuation, Pop()},
    Mixin("command_in_paren"),

    State("params_in_paren"),
    {R"(\))", Punctuation, Pop(2)},
    {R"([\)\]\}])", Error},
    Mixin("params"),

    State("bracket"),
    {R"(\])", Punctuation, Pop()},
    Mixin("command_in_bracket"),

    State("params_in_bracket"),
    {R"(\])", Punctuation, Pop(2)},
    {R"([\)\]\}])", Error},
    Mixin("params"),

    State("brace_abort"),
    {R"(})", BraceAbort},

    State("params"),
    {R"(;)", Punctuation, Pop()},
    {R"(\n)", Text, Pop()},
    {R"(else|elseif|then)", Keyword},
    Mixin("word"),
    Mixin("whitespace"),
    {R"(@{word}+)", Text},

    State("root"),
    Mixin("command"),

    State("whitespace"),
    {R"(\s+)", Text},

    State("interp"),
    {R"(\[)", Punctuation, "bracket"},
    {R"(\$[a-z0-9.:-]+)", NameVariable},
    {R"((?s)\$\{.*?\})", NameVariable},
    {R"(\$)", Text},
    {R"(\\[0-7]{3})", StrEscape},
    {R"((?i)\\x[0-9a-f]{2})", StrEscape},
    {R"((?i)\\u[0-9a-f]{4})", StrEscape},
    {R"((?s)\\.)", StrEscape},

    State("string"),
    {R"(")", StrDouble, Pop()},
    Mixin("interp"),
    {R"([^\\\[\$"{}]+)", StrDouble},
    {R"({)", OpenBraceInString},
    {R"(})", CloseBraceInString},
};

bool Detect(std::string_view text) { return HasShebang(text, R"((tclsh|wish|jimsh)(\s|\z))"); }

}  // namespace

const Definition lexers::tcl = {.tag = "tcl", .rules = kRules, .parts = kParts, .words = kWords, .detect = Detect};

}  // namespace tincture::rouge
