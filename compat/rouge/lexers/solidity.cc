#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "abstract anonymous as assembly break catch calldata constant constructor continue contract do delete else "
     "emit enum event external fallback for function hex if indexed interface internal import is library "
     "mapping memory modifier new override payable public pure pragma private receive return returns storage "
     "struct throw try type using var view virtual while"},
    {"builtins",
     "now false true balance selector super this blockhash gasleft assert require revert selfdestruct suicide "
     "call callcode delegatecall send transfer addmod ecrecover keccak256 mulmod sha256 sha3 ripemd160 "
     "abi.decode abi.encode abi.encodePacked abi.encodeWithSelector abi.encodeWithSignature block.coinbase "
     "block.difficulty block.gaslimit block.hash block.number block.timestamp msg.data msg.gas msg.sender "
     "msg.sig msg.value tx.gasprice tx.origin"},
    {"constants", "wei finney szabo ether seconds minutes hours days weeks years"},
    {"types", "address bool byte bytes int string uint"},
    {"reserved",
     "alias after apply auto case copyof default define final fixed immutable implements in inline let macro "
     "match mutable null of partial promise reference relocatable sealed sizeof static supports switch typedef "
     "typeof ufixed unchecked"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},  {"builtins", NameBuiltin},     {"constants", KeywordConstant},
    {"types", KeywordType}, {"reserved", KeywordReserved}, {nullptr, Name},
};

void Start(Lexer& l) { l.Push("bol"); }

constexpr Rule kRules[] = {
    State("expr_bol"),
    Mixin("inline_whitespace"),
    {R"()", Nothing(), Pop()},

    State("bol"),
    Mixin("expr_bol"),

    State("inline_whitespace"),
    {R"([ \t\r]+)", Text},
    {R"(\\\n)", Text},
    {R"(/\*)", CommentMultiline, "comment_multi"},

    State("whitespace"),
    {R"(\n+)", Text, "bol"},
    {R"(//(\\.|.)*?\n)", CommentSingle, "bol"},
    Mixin("inline_whitespace"),

    State("expr_whitespace"),
    {R"(\n+)", Text, "expr_bol"},
    Mixin("whitespace"),

    State("statements"),
    Mixin("whitespace"),
    {R"((hex)?\")", Str, "string_double"},
    {R"((hex)?\')", Str, "string_single"},
    {R"((?i)'(\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])')", StrChar},
    {R"((?i)\d\d*\.\d+([eE]\d+)?)", NumFloat},
    {R"((?i)0x[0-9a-f]+)", NumHex},
    {R"((?i)\d+([eE]\d+)?)", NumInteger},
    {R"(\*/)", Error},
    {R"([~!%^&*+=\|?:<>/-])", Operator},
    {R"([()\[\],.])", Punctuation},
    {R"(u?fixed\d+x\d+)", KeywordReserved},
    {R"(bytes\d+)", KeywordType},
    {R"(u?int\d+)", KeywordType},
    {R"([a-zA-Z$_][\w$_]*)", Words(kNames)},

    State("root"),
    Mixin("expr_whitespace"),
    {R"()", Nothing(), "statement"},

    State("statement"),
    {R"(;)", Punctuation, Pop()},
    Mixin("expr_whitespace"),
    Mixin("statements"),
    {R"([{}])", Punctuation},

    State("string_common"),
    {R"(\\(u[a-fA-F0-9]{4}|x..|[^x]))", StrEscape},
    {R"([^\\\"\'\n]+)", Str},
    {R"(\\\n)", Str},
    {R"(\\)", Str},

    State("string_double"),
    Mixin("string_common"),
    {R"(\")", Str, Pop()},
    {R"(\')", Str},

    State("string_single"),
    Mixin("string_common"),
    {R"(\')", Str, Pop()},
    {R"(\")", Str},

    State("comment_multi"),
    {R"(\*/)", CommentMultiline, Pop()},
    {R"([^*/]+)", CommentMultiline},
    {R"([*/])", CommentMultiline},
};

}  // namespace

const Definition lexers::solidity = {.tag = "solidity", .rules = kRules, .words = kWords, .start = Start};

}  // namespace tincture::rouge
