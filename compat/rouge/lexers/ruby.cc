#include <algorithm>

#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "BEGIN END alias begin break case defined\\? do else elsif end ensure for if in next redo rescue raise "
     "retry return super then undef unless until when while yield"},
    {"pseudo",
     "loop include extend raise alias_method attr catch throw private module_function public protected true "
     "false nil __FILE__ __LINE__"},
    {"builtins_g",
     "attr_reader attr_writer attr_accessor __id__ __send__ abort ancestors at_exit autoload binding callcc "
     "caller catch chomp chop class_eval class_variables clone const_defined\\? const_get const_missing "
     "const_set constants display dup eval exec exit extend fail fork format freeze getc gets global_variables "
     "gsub hash id included_modules inspect instance_eval instance_method instance_methods "
     "instance_variable_get instance_variable_set instance_variables lambda load local_variables loop method "
     "method_missing methods module_eval name object_id open p print printf private_class_method "
     "private_instance_methods private_methods proc protected_instance_methods protected_methods "
     "public_class_method public_instance_methods public_methods putc puts raise rand readline readlines "
     "require require_relative scan select self send set_trace_func singleton_methods sleep split sprintf srand "
     "sub syscall system taint test throw to_a to_s trace_var trap untaint untrace_var warn"},
    {"builtins_q",
     "autoload block_given const_defined eql equal frozen include instance_of is_a iterator kind_of "
     "method_defined nil private_method_defined protected_method_defined public_method_defined respond_to "
     "tainted"},
    {"builtins_b", "chomp chop exit gsub sub"},
};

constexpr Part kParts[] = {
    {"decimal", R"([\d]+(?:_\d+)*)"},
    {"exp", R"((?i)e[+-]?\d+)"},
    {"sigil_delimiter", R"([^\w\s])"},
};

// The here documents announced on this line, first to last; a name has '-' before it where its end may be indented.
void Start(Lexer& l) {
  l.Push("expr_start");
  l.list.clear();
}

std::string_view ClosingOf(std::string_view open) {
  return open == "{" ? "}" : open == "[" ? "]" : open == "(" ? ")" : open == "<" ? ">" : open;
}

void SigilString(Lexer& l) {
  const std::string_view kind = l.Match(1);
  const bool is_regex = kind == "r";
  const bool interpolates = !kind.empty() && std::string_view("rQWxI").find(kind) != std::string_view::npos;
  if (is_regex) l.Push("regex_flags");
  l.Put(is_regex ? StrRegex : StrOther);
  const std::string_view state = is_regex ? "sigil_regex" : interpolates ? "sigil_interpolated" : "sigil_raw";
  l.Push(state, {l.Match(2), ClosingOf(l.Match(2))});
}

void AnnounceHeredoc(Lexer& l, std::string_view name) {
  l.Put(Operator, l.Match(1));
  for (const size_t group : {2, 3, 4}) l.Put(NameConstant, l.Match(group));
  const bool indented = l.Match(1).size() == 3;
  l.list.push_back((indented ? "-" : " ") + std::string(name));
  if (!l.IsState("heredoc_queue")) l.Push("heredoc_queue");
}

void MaybeEndHeredoc(Lexer& l) {
  constexpr std::string_view kSpace(" \t\r\n\f\v\0", 7);
  std::string_view line = l.Match();
  line = line.substr(0, line.find_last_not_of(kSpace) + 1);
  const bool indented = !l.list.empty() && l.list[0][0] == '-';
  if (indented) line.remove_prefix(std::min(line.find_first_not_of(kSpace), line.size()));
  if (!l.list.empty() && line == std::string_view(l.list[0]).substr(1)) {
    l.list.erase(l.list.begin());
    if (l.list.empty()) l.Pop();
    l.Put(NameConstant);
  } else {
    l.Put(StrHeredoc);
  }
  l.Pop();
}

constexpr Rule kRules[] = {
    State("symbols"),
    {R"((?i):@{0,2}[a-z_]\w*[!?]?)", StrSymbol},
    {R"(:(?:\*\*|[-+]@|[/\%&\|^`~]|\[\]=?|<<|>>|<=?>|<=?|===?))", StrSymbol},
    {R"(:'(\\\\|\\'|[^'])*')", StrSymbol},
    {R"(:")", StrSymbol, "simple_sym"},

    State("sigil_strings"),
    {R"(%([rqswQWxiI])?(@{sigil_delimiter}))", SigilString},

    State("sigil_regex"),
    {R"(\\[#@{0}@{1}\\])", StrEscape},
    {R"(@{1})", StrRegex, Pop()},
    {R"(@{0})", StrRegex, PushSame()},
    Mixin("string_intp_escaped"),
    {R"(#)", StrRegex},
    {R"([^#@{0}@{1}\\]+)", StrRegex},

    State("sigil_interpolated"),
    {R"(\\[#@{0}@{1}\\])", StrEscape},
    {R"(@{1})", StrOther, Pop()},
    {R"(@{0})", StrOther, PushSame()},
    Mixin("string_intp_escaped"),
    {R"(#)", StrOther},
    {R"([^#@{0}@{1}\\]+)", StrOther},

    State("sigil_raw"),
    {R"(\\[#@{0}@{1}\\])", StrEscape},
    {R"(@{1})", StrOther, Pop()},
    {R"(@{0})", StrOther, PushSame()},
    {R"([\\#])", StrOther},
    {R"([^#@{0}@{1}\\]+)", StrOther},

    State("strings"),
    Mixin("symbols"),
    {R"(\b[a-z_]\w*?[?!]?:\s+)", StrSymbol, "expr_start"},
    {R"('(\\\\|\\'|[^'])*')", StrSingle},
    {R"(")", StrDouble, "simple_string"},
    {R"((?<!\.)`)", StrBacktick, "simple_backtick"},

    State("regex_flags"),
    {R"([mixounse]*)", StrRegex, Pop()},

    State("simple_string"),
    Mixin("string_intp_escaped"),
    {R"([^\\"#]+)", StrDouble},
    {R"([\\#])", StrDouble},
    {R"(")", StrDouble, Pop()},

    State("simple_sym"),
    Mixin("string_intp_escaped"),
    {R"([^\\"#]+)", StrSymbol},
    {R"([\\#])", StrSymbol},
    {R"(")", StrSymbol, Pop()},

    State("simple_backtick"),
    Mixin("string_intp_escaped"),
    {R"([^\\`#]+)", StrBacktick},
    {R"([\\#])", StrBacktick},
    {R"(`)", StrBacktick, Pop()},

    State("whitespace"),
    Mixin("inline_whitespace"),
    {R"(\n\s*)", Text, "expr_start"},
    {R"(#.*$)", CommentSingle},
    {R"((?s)=begin\b.*?\n=end\b)", CommentMultiline},

    State("inline_whitespace"),
    {R"([ \t\r]+)", Text},

    State("root"),
    Mixin("whitespace"),
    {R"(__END__)", CommentPreproc, "end_part"},
    {R"(0_?[0-7]+(?:_[0-7]+)*)", NumOct},
    {R"(0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*)", NumHex},
    {R"(0b[01]+(?:_[01]+)*)", NumBin},
    {R"(@{decimal}(?:\.@{decimal}@{exp}?|@{exp}))", NumFloat},
    {R"(@{decimal})", NumInteger},
    {R"((?i)@@[a-z_]\w*)", NameVariableClass},
    {R"((?i)@[a-z_]\w*)", NameVariableInstance},
    {R"(\$\w+)", NameVariableGlobal},
    {R"(\$[!@&`'+~=/\\,;.<>_*\$?:"])", NameVariableGlobal},
    {R"(\$-[0adFiIlpvw])", NameVariableGlobal},
    {R"(::)", Operator},
    Mixin("strings"),
    {R"(@{keywords}(?=\W|$))", Keyword, "expr_start"},
    {R"(@{pseudo}\b)", KeywordPseudo, "expr_start"},
    {R"((module)(\s+)([a-zA-Z_][a-zA-Z0-9_]*(::[a-zA-Z_][a-zA-Z0-9_]*)*))", Groups(Keyword, Text, NameNamespace)},
    {R"((def\b)(\s*))", Groups(Keyword, Text), "funcname"},
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
    {R"(\*\*|<<?|>>?|>=|<=|<=>|=~|={3}|!~|&&?|\|\||\.)", Operator, "expr_start"},
    {R"([-+\/*%=<>&!^|~]=?)", Operator, "expr_start"},
    {R"([?])", Punctuation, Push("ternary").Push("expr_start")},
    {R"([\[({,:\\;/])", Punctuation, "expr_start"},
    {R"([\])}])", Punctuation},

    State("has_heredocs"),
    {R"((?<!\w)(<<[-~]?)(["`']?)([a-zA-Z_]\w*)(\2))", [](Lexer& l) { AnnounceHeredoc(l, l.Match(3)); }},
    {R"((<<[-~]?)(["'])(\2))", [](Lexer& l) { AnnounceHeredoc(l, ""); }},

    State("heredoc_queue"),
    {R"((?=\n))", Nothing(), Goto("resolve_heredocs")},
    Mixin("root"),

    State("resolve_heredocs"),
    Mixin("string_intp_escaped"),
    {R"(\n)", StrHeredoc, "test_heredoc"},
    {R"([#\\\n])", StrHeredoc},
    {R"([^#\\\n]+)", StrHeredoc},

    State("test_heredoc"),
    {R"([^#\\\n]*$)", MaybeEndHeredoc},
    {R"()", Nothing(), Pop()},

    State("funcname"),
    {R"(\s+)", Text},
    {R"(\()", Punctuation, "defexpr"},
    {R"((?x)(?:([a-zA-Z_]\w*)(\.))?([a-zA-Z_]\w*[!?]?|\*\*?|[-+]@?|[/%&\|^`~]|\[\]=?|<<?|>>?|<=>?|>=|===?))",
     Groups(NameClass, Operator, NameFunction), Pop()},
    {R"()", Nothing(), Pop()},

    State("classname"),
    {R"(\s+)", Text},
    {R"(\w+(::\w+)+)", NameClass},
    {R"(\()", Punctuation, Push("defexpr").Push("expr_start")},
    {R"(<<)", Operator, Goto("expr_start")},
    {R"([A-Z_]\w*)", NameClass, Pop()},
    {R"()", Nothing(), Pop()},

    State("ternary"),
    {R"((:)(\s+))", Groups(Punctuation, Text), Goto("expr_start")},
    {R"(:(?![^#\n]*?[:\\]))", Punctuation, Goto("expr_start")},
    Mixin("root"),

    State("defexpr"),
    {R"((\))(\.|::)?)", Groups(Punctuation, Operator), Pop()},
    {R"(\()", Punctuation, Push("defexpr").Push("expr_start")},
    Mixin("root"),

    State("in_interp"),
    {R"(})", StrInterpol, Pop()},
    Mixin("root"),

    State("string_intp"),
    {R"([#][{])", StrInterpol, "in_interp"},
    {R"((?i)#(@@?|\$)[a-z_]\w*)", StrInterpol},

    State("string_intp_escaped"),
    Mixin("string_intp"),
    {R"(\\([\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3}))", StrEscape},
    {R"(\\.)", StrEscape},

    State("method_call"),
    {R"(/|%)", Operator, Goto("expr_start")},
    {R"((?=\n))", Nothing(), Pop()},
    {R"()", Nothing(), Goto("method_call_spaced")},

    State("method_call_spaced"),
    Mixin("whitespace"),
    {R"([%/]=)", Operator, Goto("expr_start")},
    {R"((/)(?=\S|\s*/))", StrRegex, Goto("slash_regex")},
    Mixin("sigil_strings"),
    {R"((?=\s*/))", Nothing(), Pop()},
    {R"(\s+)", Text, Goto("expr_start")},
    {R"()", Nothing(), Pop()},

    State("expr_start"),
    Mixin("inline_whitespace"),
    {R"(/)", StrRegex, Goto("slash_regex")},
    {R"([?](\\[MC]-)*(\\([\\abefnrstv\#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})|\S)(?!\w))", StrChar, Pop()},
    {R"((\s*)(%[rqswQWxiI]? \S* ))", Groups(Text, StrOther), Pop()},
    Mixin("sigil_strings"),
    {R"()", Nothing(), Pop()},

    State("slash_regex"),
    Mixin("string_intp"),
    {R"(\\\\)", StrRegex},
    {R"(\\/)", StrRegex},
    {R"([\\#])", StrRegex},
    {R"([^\\/#]+)", StrRegex},
    {R"(/)", StrRegex, Goto("regex_flags")},

    State("end_part"),
    {R"((?s).+)", CommentPreproc, Pop()},
};

bool Detect(std::string_view text) { return HasShebang(text, R"(ruby(\s|\z))"); }

}  // namespace

const Definition lexers::ruby = {.tag = "ruby",
                                 .aliases = "rb",
                                 .rules = kRules,
                                 .parts = kParts,
                                 .words = kWords,
                                 .start = Start,
                                 .detect = Detect};

}  // namespace tincture::rouge
