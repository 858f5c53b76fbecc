#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "and in not or as breakpoint class class_name extends is func setget signal tool const enum export onready "
     "static var break continue if elif else for pass return match while remote master puppet remotesync "
     "mastersync puppetsync"},
    {"builtins",
     "Color8 ColorN abs acos asin assert atan atan2 bytes2var ceil char clamp convert cos cosh db2linear "
     "decimals dectime deg2rad dict2inst ease exp floor fmod fposmod funcref hash inst2dict instance_from_id "
     "is_inf is_nan lerp linear2db load log max min nearest_po2 pow preload print print_stack printerr printraw "
     "prints printt rad2deg rand_range rand_seed randf randi randomize range round seed sign sin sinh sqrt "
     "stepify str str2var tan tan tanh type_exist typeof var2bytes var2str weakref yield"},
    {"types",
     "bool int float String Vector2 Rect2 Transform2D Vector3 AABB Plane Quat Basis Transform Color RID Object "
     "NodePath Dictionary Array PoolByteArray PoolIntArray PoolRealArray PoolStringArray PoolVector2Array "
     "PoolVector3Array PoolColorArray null"},
};

constexpr Part kParts[] = {
    {"format", R"(%(\(\w+\))?[-#0 +]*([0-9]+|[*])?(\.([0-9]+|[*]))?[hlL]?[E-GXc-giorsux%])"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\n)", Text},
    {R"([^\S\n]+)", Text},
    {R"(#.*)", CommentSingle},
    {R"([\[\]{}:(),;])", Punctuation},
    {R"(\\\n)", Text},
    {R"((in|and|or|not)\b)", OperatorWord},
    {R"(!=|==|<<|>>|&&|\+=|-=|\*=|\/=|%=|&=|\|=|\|\||[-~+\/*%=<>&^.!|$])", Operator},
    {R"((func)((?:\s|\\)+))", Groups(Keyword, Text), "funcname"},
    {R"((class)((?:\s|\\)+))", Groups(Keyword, Text), "classname"},
    {R"(\b@{keywords}\b)", Keyword},
    {R"(\b(do|switch|case)\b)", KeywordReserved},
    {R"(\b@{builtins}\b)", NameBuiltin},
    {R"(\b(self|false|true|PI|TAU|NAN|INF)\b)", NameBuiltinPseudo},
    {R"(\b@{types}\b)", KeywordType},
    {R"(""")", StrDouble, "tdqs"},
    {R"(''')", StrDouble, "tsqs"},
    {R"(")", StrDouble, "dqs"},
    {R"(')", StrDouble, "sqs"},
    {R"([a-zA-Z_]\w*)", Name},
    {R"((\d+\.\d*|\d*\.\d+)([eE][+-]?[0-9]+)?j?)", NumFloat},
    {R"(\d+[eE][+-]?[0-9]+j?)", NumFloat},
    {R"(0[xX][a-fA-F0-9]+)", NumHex},
    {R"(\d+j?)", NumInteger},

    State("funcname"),
    {R"([a-zA-Z_]\w*)", NameFunction, Pop()},

    State("classname"),
    {R"([a-zA-Z_]\w*)", NameClass, Pop()},

    State("string_escape"),
    {R"(\\([\\abfnrtv"']|\n|N\{.*?\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3}))", StrEscape},

    State("strings_single"),
    {R"(@{format})", StrInterpol},
    {R"([^\\'%\n]+)", StrSingle},
    {R"(["\\%])", StrSingle},

    State("strings_double"),
    {R"(@{format})", StrInterpol},
    {R"([^\\"%\n]+)", StrDouble},
    {R"(['\\%])", StrDouble},

    State("dqs"),
    Mixin("string_escape"),
    {R"(")", StrDouble, Pop()},
    Mixin("strings_double"),

    State("sqs"),
    Mixin("string_escape"),
    {R"(')", StrSingle, Pop()},
    Mixin("strings_single"),

    State("tdqs"),
    Mixin("string_escape"),
    {R"(""")", StrDouble, Pop()},
    Mixin("strings_double"),
    {R"(\n)", StrDouble},

    State("tsqs"),
    Mixin("string_escape"),
    {R"(''')", StrSingle, Pop()},
    Mixin("strings_single"),
    {R"(\n)", StrSingle},
};

}  // namespace

const Definition lexers::gdscript = {
    .tag = "gdscript", .aliases = "gd gdscript", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
