#include "compat/rouge/lexer.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "await break case continue default do else fallthrough if in for return switch where while try catch throw "
     "guard defer repeat as dynamicType is new super self Self Type __COLUMN__ __FILE__ __FUNCTION__ __LINE__ "
     "associativity async didSet get infix inout isolated mutating none nonmutating operator override postfix "
     "precedence prefix set unowned weak willSet throws rethrows precedencegroup #available #colorLiteral "
     "#column #else #elseif #endif #error #file #fileLiteral #function #if #imageLiteral #line #selector "
     "#sourceLocation #warning"},
    {"declarations",
     "actor class deinit enum convenience extension final func import init internal lazy let nonisolated "
     "optional private protocol public required static struct subscript typealias var dynamic indirect "
     "associatedtype open fileprivate some"},
    {"constants", "true false nil"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"declarations", KeywordDeclaration},
    {"constants", KeywordConstant},
    {nullptr, Name},
};

constexpr Part kParts[] = {
    {"head", R"(_|(?!\p{Mc})\p{Alpha}|[^\x{0}-\x{FFFF}])"},
    {"rest", R"([\p{Alnum}_]|[^\x{0}-\x{FFFF}])"},
    {"id", R"(@{head}@{rest}*)"},
};

void Start(Lexer& l) { l.Push("bol"); }

bool IsCapitalized(const Lexer& l) { return Like(l.Match(), R"([[:upper:]])"); }

void Access(Lexer& l) {
  if (l.Match(3) == "set") return l.Put(KeywordDeclaration);
  l.PutGroups({KeywordDeclaration, KeywordDeclaration, Error, KeywordDeclaration});
}

void Unowned(Lexer& l) {
  if (l.Match(2) == "safe" || l.Match(2) == "unsafe") return l.Put(KeywordDeclaration);
  l.PutGroups({KeywordDeclaration, Error, KeywordDeclaration});
}

void Identifier(Lexer& l) {
  const Token token = l.ByWord(kNames, l.Match());
  l.Put(token == Name && IsCapitalized(l) ? KeywordType : token);
}

constexpr Rule kRules[] = {
    State("bol"),
    {R"(#.*)", CommentPreproc},
    Mixin("inline_whitespace"),
    {R"()", Nothing(), Pop()},

    State("inline_whitespace"),
    {R"(\s+)", Text},
    Mixin("has_comments"),

    State("whitespace"),
    {R"(\n+)", Text, "bol"},
    {R"(\/\/.*?$)", CommentSingle, "bol"},
    Mixin("inline_whitespace"),

    State("has_comments"),
    {R"(/[*])", CommentMultiline, "nested_comment"},

    State("nested_comment"),
    Mixin("has_comments"),
    {R"([*]/)", CommentMultiline, Pop()},
    {R"([^*/]+)", CommentMultiline},
    {R"(.)", CommentMultiline},

    State("root"),
    Mixin("whitespace"),
    {R"(\$(([1-9]\d*)?\d))", NameVariable},
    {R"([()\[\]{}:;,?\\])", Punctuation},
    {R"([-/=+*%<>!&|^.~]+)", Operator},
    {R"(@?")", Str, "dq"},
    {R"('(\\.|.)')", StrChar},
    {R"((?i)(\d+(?:_\d+)*\*|(?:\d+(?:_\d+)*)*\.\d+(?:_\d)*)(e[+-]?\d+(?:_\d)*)?)", NumFloat},
    {R"((?i)\d+e[+-]?[0-9]+)", NumFloat},
    {R"(0o?[0-7]+(?:_[0-7]+)*)", NumOct},
    {R"(0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*((\.[0-9A-F]+(?:_[0-9A-F]+)*)?p[+-]?\d+)?)", NumHex},
    {R"(0b[01]+(?:_[01]+)*)", NumBin},
    {R"([\d]+(?:_\d+)*)", NumInteger},
    {R"(@@{id})", KeywordDeclaration},
    {R"((private|internal)(\([ ]*)(\w+)([ ]*\)))", Access},
    {R"((unowned\([ ]*)(\w+)([ ]*\)))", Unowned},
    {R"(#available\([^)]+\))", KeywordDeclaration},
    {R"((#(?:selector|keyPath)\()([^)]+?(?:[(].*?[)])?)(\)))",
     Groups(KeywordDeclaration, NameFunction, KeywordDeclaration)},
    {R"(#(line|file|column|function|dsohandle))", KeywordDeclaration},
    {R"((let|var)\b(\s*)(@{id}))", Groups(Keyword, Text, NameVariable)},
    {R"((let|var)\b(\s*)([(]))", Groups(Keyword, Text, Punctuation), "tuple"},
    {R"((?!\b(if|while|for|private|internal|unowned|switch|case)\b)\b@{id}(?=(\?|!)?\s*[(]))",
     [](Lexer& l) { l.Put(IsCapitalized(l) ? KeywordType : NameFunction); }},
    {R"(as[?!]?(?=\s))", Keyword},
    {R"(try[!]?(?=\s))", Keyword},
    {R"((#?(?!default)(?![[:upper:]])@{id})(\s*)(:))", Groups(NameVariable, Text, Punctuation)},
    {R"(@{id})", Identifier},
    {R"((`)(@{id})(`))", Groups(Punctuation, NameVariable, Punctuation)},

    State("tuple"),
    {R"((@{id}))", NameVariable},
    {R"((`)(@{id})(`))", Groups(Punctuation, NameVariable, Punctuation)},
    {R"(,)", Punctuation},
    {R"([(])", Punctuation, PushSame()},
    {R"([)])", Punctuation, Pop()},
    Mixin("inline_whitespace"),

    State("dq"),
    {R"(\\[\\0tnr'"])", StrEscape},
    {R"(\\[(])", StrEscape, "interp"},
    {R"(\\u\{\h{1,8}\})", StrEscape},
    {R"([^\\"]+)", Str},
    {R"(""")", Str, Pop()},
    {R"(")", Str, Pop()},

    State("interp"),
    {R"([(])", Punctuation, "interp_inner"},
    {R"([)])", StrEscape, Pop()},
    Mixin("root"),

    State("interp_inner"),
    {R"([(])", Punctuation, PushSame()},
    {R"([)])", Punctuation, Pop()},
    Mixin("root"),
};

}  // namespace

const Definition lexers::swift = {.tag = "swift", .rules = kRules, .parts = kParts, .words = kWords, .start = Start};

}  // namespace tincture::rouge
