#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "False None True and as assert break class continue def del elif else except finally for from global if "
     "import in is lambda nonlocal not or pass raise return try"},
    {"builtins",
     "!= % %= & &= * ** **= *= *map + += , - -= -> ->> . / // //= /= < << <<= <= = > >= >> >>= @ @= ^ ^= "
     "accumulate apply as-> assoc butlast calling-module-name car cdr chain coll? combinations comp complement "
     "compress cond cons cons? constantly count cut cycle dec defclass defmacro defmacro! defmacro/g! defmain "
     "defn defreader dict-comp disassemble dispatch-reader-macro distinct do doto drop drop-last drop-while "
     "empty? eval eval-and-compile eval-when-compile even? every? filter first flatten float? fn for* fraction "
     "genexpr gensym get group-by identity if* if-not if-python2 inc input instance? integer integer-char? "
     "integer? interleave interpose islice iterable? iterate iterator? juxt keyword keyword? last let lif "
     "lif-not list* list-comp macro-error macroexpand macroexpand-1 map merge-with multicombinations name neg? "
     "none? not-in not? nth numeric? odd? partition permutations pos? product quasiquote quote range read "
     "read-str reduce remove repeat repeatedly require rest second set-comp setv some string string? symbol? "
     "take take-nth take-while tee unless unquote unquote-splicing when with* with-decorator with-gensyms xor "
     "yield-from zero? zip zip-longest | |= ~"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"builtins", NameBuiltin},
    {nullptr, Name},
};

constexpr WordClass kFunctions[] = {
    {"keywords", Keyword},
    {"builtins", NameBuiltin},
    {nullptr, NameFunction},
};

void Call(Lexer& l) { l.PutGroups({Punctuation, TextWhitespace, l.ByWord(kFunctions, l.Match(3))}); }

constexpr Part kParts[] = {
    {"id", R"([\w!$%*+,<=>?/.-]+)"},
    {"keyword", R"([\w!\#$%*+,<=>?/.-]+)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(;.*?$)", CommentSingle},
    {R"(\s+)", TextWhitespace},
    {R"(-?\d+\.\d+)", NumFloat},
    {R"(-?\d+)", NumInteger},
    {R"(0x-?[0-9a-fA-F]+)", NumHex},
    {R"~("(\\.|[^"])*")~", Str},
    {R"('@{keyword})", StrSymbol},
    {R"(::?@{keyword})", NameConstant},
    {R"((?i)\\(.|[a-z]+))", StrChar},
    {R"(~@|[`'#^~&@])", Operator},
    {R"((\()(\s*)(@{id}))", Call},
    {R"(@{id})", Words(kNames)},
    {R"([\[\]{}()])", Punctuation},
};

}  // namespace

const Definition lexers::hylang = {.tag = "hylang", .aliases = "hy", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
