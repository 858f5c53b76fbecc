#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "assert break continue del elif else except exec finally for global if lambda pass print raise return try while "
     "yield as with from import async await nonlocal"},
    {"builtins",
     "__import__ abs all any apply ascii basestring bin bool buffer bytearray bytes callable chr classmethod cmp "
     "coerce compile complex delattr dict dir divmod enumerate eval execfile exit file filter float format frozenset "
     "getattr globals hasattr hash hex id input int intern isinstance issubclass iter len list locals long map max "
     "memoryview min next object oct open ord pow property range raw_input reduce reload repr reversed round set "
     "setattr slice sorted staticmethod str sum super tuple type unichr unicode vars xrange zip"},
    {"pseudo", "self None Ellipsis NotImplemented False True"},
    {"exceptions",
     "ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError "
     "BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError "
     "ConnectionResetError DeprecationWarning EOFError EnvironmentError Exception FileExistsError FileNotFoundError "
     "FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError "
     "InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError "
     "NameError NotADirectoryError NotImplemented NotImplementedError OSError OverflowError OverflowWarning "
     "PendingDeprecationWarning ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError "
     "RuntimeWarning StandardError StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit "
     "TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError "
     "UnicodeTranslateError UnicodeWarning UserWarning ValueError VMSError Warning WindowsError ZeroDivisionError"},
};

constexpr WordClass kIdentifiers[] = {
    {"keywords", Keyword}, {"exceptions", NameBuiltin}, {"builtins", NameBuiltin}, {"pseudo", NameBuiltinPseudo},
    {nullptr, Name},
};

constexpr Part kParts[] = {
    {"identifier", R"([[:alpha:]_][[:alnum:]_]*)"},
    {"dotted", R"([[:alpha:]_.][[:alnum:]_.]*)"},
    {"digits", R"([0-9](_?[0-9])*)"},
    {"decimal", R"((@{digits})?\.@{digits}|@{digits}\.)"},
    {"exponent", R"((?i:e[+-]?@{digits}))"},
};

// The strings we are in, innermost last, as pairs of prefix letters and delimiter.
void OpenString(Lexer& l) {
  l.PutGroups({StrAffix, Str});
  l.list.push_back(Downcase(l.Match(1)));
  l.list.emplace_back(l.Match(2));
}

void MaybeCloseString(Lexer& l) {
  l.Put(Str);
  if (l.list.empty() || l.list.back() != l.Match()) return;
  l.list.resize(l.list.size() - 2);
  l.Pop();
}

bool HasPrefix(const Lexer& l, char letter) {
  return !l.list.empty() && l.list[l.list.size() - 2].find(letter) != std::string::npos;
}

void OpenBrace(Lexer& l) {
  if (!HasPrefix(l, 'f')) return l.Put(Str);
  l.Put(StrInterpol);
  l.Push("generic_interpol");
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\n+)", Text},
    {R"~((?si)^(:)(\s*)([ru]{,2}""".*?"""))~", Groups(Punctuation, Text, StrDoc)},
    {R"([^\S\n]+)", Text},
    {R"(#(.*)?\n?)", CommentSingle},
    {R"([\[\]{}:(),;.])", Punctuation},
    {R"(\\\n)", Text},
    {R"(\\)", Text},
    {R"((in|is|and|or|not)\b)", OperatorWord},
    {R"((<<|>>|\/\/|\*\*)=?)", Operator},
    {R"([-~+\/*%=<>&^|@]=?|!=)", Operator},
    {R"((from)((?:\\\s|\s)+)(@{dotted})((?:\\\s|\s)+)(import))",
     Groups(KeywordNamespace, Text, NameNamespace, Text, KeywordNamespace)},
    {R"((import)(\s+)(@{dotted}))", Groups(KeywordNamespace, Text, NameNamespace)},
    {R"((def)((?:\s|\\\s)+))", Groups(Keyword, Text), "funcname"},
    {R"((class)((?:\s|\\\s)+))", Groups(Keyword, Text), "classname"},
    {R"(`.*?`)", StrBacktick},
    {R"((?i)([rfbu]{0,2})('''|"""|['"]))", OpenString, "generic_string"},
    {R"(@@{dotted})", NameDecorator},
    {R"(@{identifier})", Words(kIdentifiers)},
    {R"((?i)(@{decimal})(@{exponent})?j?)", NumFloat},
    {R"((?i)@{digits}@{exponent}j?)", NumFloat},
    {R"((?i)@{digits}j)", NumFloat},
    {R"((?i)0b(_?[0-1])+)", NumBin},
    {R"((?i)0o(_?[0-7])+)", NumOct},
    {R"((?i)0x(_?[a-f0-9])+)", NumHex},
    {R"(\d+L)", NumIntegerLong},
    {R"(([1-9](_?[0-9])*|0(_?0)*))", NumInteger},

    State("funcname"),
    {R"(@{identifier})", NameFunction, Pop()},

    State("classname"),
    {R"(@{identifier})", NameClass, Pop()},

    State("generic_string"),
    {R"([^'"\\{]+)", Str},
    {R"(\{\{)", Str},
    {R"('''|"""|['"])", MaybeCloseString},
    {R"((?=\\))", Str, "generic_escape"},
    {R"(\{)", OpenBrace},

    State("generic_escape"),
    {R"~((?x)\\(?:[\\abfnrtv"']|\n|newline|N\{[a-zA-Z][a-zA-Z\ ]+[a-zA-Z]}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}
         |x[a-fA-F0-9]{2}|[0-7]{1,3}))~",
     [](Lexer& l) { l.Put(HasPrefix(l, 'r') ? Str : StrEscape); }, Pop()},
    {R"(\\.)", Str, Pop()},

    State("generic_interpol"),
    {R"([^{}!:]+)", Recurse()},
    {R"(![asr])", StrInterpol},
    {R"(:)", StrInterpol},
    {R"(\{)", StrInterpol, "generic_interpol"},
    {R"(})", StrInterpol, Pop()},
};

bool Detect(std::string_view text) { return HasShebang(text, R"(pythonw?(?:[23](?:\.\d+)?)?(\s|\z))"); }

}  // namespace

const Definition lexers::python = {
    .tag = "python", .aliases = "py", .rules = kRules, .parts = kParts, .words = kWords, .detect = Detect};

}  // namespace tincture::rouge
