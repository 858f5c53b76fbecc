#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "AddHandler Alias ByRef ByVal CBool CByte CChar CDate CDbl CDec CInt CLng CObj CSByte CShort CSng CStr "
     "CType CUInt CULng CUShort Call Case Catch Class Const Continue Declare Default Delegate Dim DirectCast Do "
     "Each Else ElseIf End EndIf Enum Erase Error Event Exit False Finally For Friend Function Get Global GoSub "
     "GoTo Handles If Implements Imports Inherits Interface Let Lib Loop Me Module MustInherit MustOverride "
     "MyBase MyClass Namespace Narrowing New Next Not NotInheritable NotOverridable Nothing Of On Operator "
     "Option Optional Overloads Overridable Overrides ParamArray Partial Private Property Protected Public "
     "RaiseEvent ReDim ReadOnly RemoveHandler Resume Return Select Set Shadows Shared Single Static Step Stop "
     "Structure Sub SyncLock Then Throw To True Try TryCast Using Wend When While Widening With WithEvents "
     "WriteOnly"},
    {"types",
     "Boolean Byte Char Date Decimal Double Integer Long Object SByte Short Single String Variant UInteger "
     "ULong UShort"},
    {"operators", "AddressOf And AndAlso As GetType In Is IsNot Like Mod Or OrElse TypeOf Xor"},
    {"builtins", "Console ConsoleColor"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},     {"types", KeywordType}, {"operators", OperatorWord},
    {"builtins", NameBuiltin}, {nullptr, Name},
};

constexpr Part kParts[] = {
    {"id", R"((?i)[a-z_]\w*)"},
};

constexpr Rule kRules[] = {
    State("whitespace"),
    {R"(\s+)", Text},
    {R"(\n)", Text, "bol"},
    {R"((?i)rem\b.*?$)", CommentSingle},
    {R"((?s)%\{.*?%\})", CommentMultiline},
    {R"('.*$)", CommentSingle},

    State("bol"),
    {R"(\s+)", Text},
    {R"(<.*?>)", NameAttribute},
    {R"()", Nothing()},

    State("root"),
    Mixin("whitespace"),
    {R"([#]If\b.*?\bThen|[#]ElseIf\b.*?\bThen|[#]End\s+If|[#]Const|[#]ExternalSource.*?\n|[#]End\s+ExternalSource|[#]Region.*?\n|[#]End\s+Region|[#]ExternalChecksum)",
     CommentPreproc},
    {R"([.])", Punctuation, "dotted"},
    {R"([(){}!#,:])", Punctuation},
    {R"(Option\s+(Strict|Explicit|Compare)\s+(On|Off|Binary|Text))", KeywordDeclaration},
    {R"(End\b)", Keyword, "end"},
    {R"((Dim|Const)\b)", Keyword, "dim"},
    {R"((Function|Sub|Property)\b)", Keyword, "funcname"},
    {R"((Class|Structure|Enum)\b)", Keyword, "classname"},
    {R"((Module|Namespace|Imports)\b)", Keyword, "namespace"},
    {R"([A-Z]\w*)", Words(kNames)},
    {R"(&=|[*]=|/=|\\=|\^=|\+=|-=|<<=|>>=|<<|>>|:=|<=|>=|<>|[-&*/\\^+=<>.])", Operator},
    {R"(")", Str, "string"},
    {R"(@{id}[%&@!#\$]?)", Name},
    {R"(#.*?#)", LiteralDate},
    {R"((?i)(\d+\.\d*|\d*\.\d+)(f[+-]?\d+)?)", NumFloat},
    {R"(\d+([SILDFR]|US|UI|UL)?)", NumInteger},
    {R"(&H[0-9a-f]+([SILDFR]|US|UI|UL)?)", NumInteger},
    {R"(&O[0-7]+([SILDFR]|US|UI|UL)?)", NumInteger},
    {R"(_\n)", Keyword},

    State("dotted"),
    Mixin("whitespace"),
    {R"(@{id})", Name, Pop()},

    State("string"),
    {R"("")", StrEscape},
    {R"("C?)", Str, Pop()},
    {R"([^"]+)", Str},

    State("dim"),
    Mixin("whitespace"),
    {R"(@{id})", NameVariable, Pop()},
    {R"()", Nothing(), Pop()},

    State("funcname"),
    Mixin("whitespace"),
    {R"(@{id})", NameFunction, Pop()},

    State("classname"),
    Mixin("whitespace"),
    {R"(@{id})", NameClass, Pop()},

    State("namespace"),
    Mixin("whitespace"),
    {R"(@{id}([.]@{id})*)", NameNamespace, Pop()},

    State("end"),
    Mixin("whitespace"),
    {R"((Function|Sub|Property|Class|Structure|Enum|Module|Namespace)\b)", Keyword, Pop()},
    {R"()", Nothing(), Pop()},
};

}  // namespace

const Definition lexers::vb = {
    .tag = "vb", .aliases = "visualbasic", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
