// Crystal's syntax is Ruby's but for what is here.
#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "BEGIN END alias begin break case defined\\? do else elsif end ensure for if ifdef in next redo rescue "
     "raise retry return super then undef unless until when while yield lib fun type of as"},
    {"pseudo",
     "initialize new loop include extend raise attr_reader attr_writer attr_accessor alias_method attr catch "
     "throw private module_function public protected true false nil __FILE__ __LINE__ getter getter? getter! "
     "property property? property! struct record"},
    {"builtins_g",
     "abort ancestors at_exit caller catch chomp chop clone constants display dup eval exec exit extend fail "
     "fork format freeze getc gets global_variables gsub hash id included_modules inspect instance_eval "
     "instance_method instance_methods lambda loop method method_missing methods module_eval name object_id "
     "open p print printf proc putc puts raise rand readline readlines require scan select self send sleep "
     "split sprintf srand sub syscall system test throw to_a to_s trap warn"},
    {"builtins_q", "eql equal include is_a iterator kind_of nil"},
    {"builtins_b", "chomp chop exit gsub sub"},
};

constexpr Part kParts[] = {
    {"sigil_delimiter", R"([^\w\s}])"},
};

constexpr Rule kRules[] = {
    State("symbols"),
    {R"((?i):@{0,2}[a-z_]\w*[!?]?)", StrSymbol},
    {R"(:(?:===|=?~|\[\][=?]?|\*\*=?|\/\/=?|[=^*/+-]=?|&[&*+-]?=?|\|\|?=?|![=~]?|%=?|<=>|<<?=?|>>?=?|\.\.\.?))",
     StrSymbol},
    {R"(:'(\\\\|\\'|[^'])*')", StrSymbol},
    {R"(:")", StrSymbol, "simple_sym"},

    State("strings"),
    Mixin("symbols"),
    {R"(\b[a-z_]\w*?[?!]?:\s+)", StrSymbol, "expr_start"},
    {R"(")", StrDouble, "simple_string"},
    {R"((?<!\.)`)", StrBacktick, "simple_backtick"},
    {R"((')(\\u[a-fA-F0-9]{4}|\\u\{[a-fA-F0-9]{1,6}\}|\\[abefnrtv])?(\\\\|\\'|[^'])*('))",
     Groups(StrSingle, StrEscape, StrSingle, StrSingle)},

    State("root"),
    Mixin("whitespace"),
    {R"(__END__)", CommentPreproc, "end_part"},
    {R"(0o[0-7]+(?:_[0-7]+)*)", NumOct},
    {R"(0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*)", NumHex},
    {R"(0b[01]+(?:_[01]+)*)", NumBin},
    {R"((?i)\d+\.\d+(e[\+\-]?\d+)?(_f32)?)", NumFloat},
    {R"((?i)\d+(e[\+\-]?\d+))", NumFloat},
    {R"((?i)\d+_f32)", NumFloat},
    {R"([\d]+(?:_\d+)*(_[iu]\d+)?)", NumInteger},
    {R"(@\[([^\]]+)\])", NameDecorator},
    {R"((?i)@@[a-z_]\w*)", NameVariableClass},
    {R"((?i)@[a-z_]\w*)", NameVariableInstance},
    {R"(\$\w+)", NameVariableGlobal},
    {R"(\$[!@&`'+~=/\\,;.<>_*\$?:"])", NameVariableGlobal},
    {R"(\$-[0adFiIlpvw])", NameVariableGlobal},
    {R"(::)", Operator},
    Mixin("strings"),
    {R"(@{keywords}\b)", Keyword, "expr_start"},
    {R"(@{pseudo}\b)", KeywordPseudo, "expr_start"},
    {R"((module)(\s+)([a-zA-Z_][a-zA-Z0-9_]*(::[a-zA-Z_][a-zA-Z0-9_]*)*))", Groups(Keyword, Text, NameNamespace)},
    {R"((def|macro\b)(\s*))", Groups(Keyword, Text), "funcname"},
    {R"((class\b)(\s*))", Groups(Keyword, Text), "classname"},
    {R"(@{builtins_q}[?])", NameBuiltin, "expr_start"},
    {R"(@{builtins_b}!)", NameBuiltin, "expr_start"},
    {R"((?<!\.)@{builtins_g}\b)", NameBuiltin, "method_call"},
    Mixin("has_heredocs"),
    {R"(\.{2,3})", Operator, "expr_start"},
    {R"([A-Z][a-zA-Z0-9_]*)", NameConstant, "method_call"},
    {R"((\.|::)(\s*)([a-z_]\w*[!?]?|[*%&^`~+-\/\[<>=]))", Groups(Punctuation, Text, NameFunction), "method_call"},
    {R"([a-zA-Z_]\w*[?!])", Name, "expr_start"},
    {R"([a-zA-Z_]\w*)", Name, "method_call"},
    {R"(\*\*|\/\/|>=|<=|<=>|<<?|>>?|=~|={3}|!~|&&?|\|\||\.)", Operator, "expr_start"},
    {R"({%|%})", Punctuation},
    {R"([-+\/*%=<>&!^|~]=?)", Operator, "expr_start"},
    {R"([?])", Punctuation, Push("ternary").Push("expr_start")},
    {R"([\[({,:\\;/])", Punctuation, "expr_start"},
    {R"([\])}])", Punctuation},

    State("classname"),
    {R"(\s+)", Text},
    {R"(\()", Punctuation, Push("defexpr").Push("expr_start")},
    {R"(<<)", Operator, Goto("expr_start")},
    {R"([A-Z_]\w*)", NameClass, Pop()},
    {R"()", Nothing(), Pop()},

    State("ternary"),
    {R"(:(?!:))", Punctuation, Goto("expr_start")},
    Mixin("root"),

    State("string_intp_escaped"),
    Mixin("string_intp"),
    {R"(\\([\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3}))", StrEscape},
    {R"(\\u([a-fA-F0-9]{4}|\{[^}]+\}))", StrEscape},
    {R"(\\.)", StrEscape},

    State("method_call"),
    {R"(/)", Operator, Goto("expr_start")},
    {R"((?=\n))", Nothing(), Pop()},
    {R"()", Nothing(), Goto("method_call_spaced")},
};

bool Detect(std::string_view text) { return HasShebang(text, R"(crystal(\s|\z))"); }

}  // namespace

const Definition lexers::crystal = {.tag = "crystal",
                                    .aliases = "cr",
                                    .parent = &lexers::ruby,
                                    .rules = kRules,
                                    .parts = kParts,
                                    .words = kWords,
                                    .detect = Detect};

}  // namespace tincture::rouge
