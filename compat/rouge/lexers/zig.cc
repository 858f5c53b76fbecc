#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "align linksection threadlocal struct enum union error break return anyframe fn c_longlong c_ulonglong "
     "c_longdouble c_void comptime_float c_short c_ushort c_int c_uint c_long c_ulong continue asm defer "
     "errdefer const var extern packed export pub if else switch and or orelse while for bool unreachable try "
     "catch async suspend nosuspend await resume undefined usingnamespace test void noreturn type anyerror "
     "usize noalias inline noinline comptime callconv volatile allowzero"},
    {"builtins",
     "@addWithOverflow @as @atomicLoad @atomicStore @bitCast @breakpoint @alignCast @alignOf @cDefine @cImport "
     "@cInclude @bitOffsetOf @atomicRmw @bytesToSlice @byteOffsetOf @OpaqueType @panic @ptrCast @bitReverse "
     "@Vector @sin @cUndef @canImplicitCast @clz @cmpxchgWeak @cmpxchgStrong @compileError @compileLog @ctz "
     "@popCount @divExact @divFloor @cos @divTrunc @embedFile @export @tagName @TagType @errorName @call "
     "@errorReturnTrace @fence @fieldParentPtr @field @unionInit @errorToInt @intToEnum @enumToInt "
     "@setAlignStack @frame @Frame @exp @exp2 @log @log2 @log10 @fabs @floor @ceil @trunc @round @floatCast "
     "@intToFloat @floatToInt @boolToInt @errSetCast @intToError @frameAddress @import @newStackCall @asyncCall "
     "@intToPtr @intCast @frameSize @memcpy @memset @mod @mulWithOverflow @splat @ptrToInt @rem @returnAddress "
     "@setCold @Type @shuffle @setGlobalLinkage @setGlobalSection @shlExact @This @hasDecl @hasField "
     "@setRuntimeSafety @setEvalBranchQuota @setFloatMode @shlWithOverflow @shrExact @sizeOf @bitSizeOf @sqrt "
     "@byteSwap @subWithOverflow @sliceToBytes comptime_int @truncate @typeInfo @typeName @TypeOf"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"builtins", NameBuiltin},
    {nullptr, Name},
};

constexpr Part kParts[] = {
    {"id", R"((?i)[a-z_]\w*)"},
    {"escapes", R"(\\([nrt'"\\0]|x\h{2}|u\h{4}|U\h{8}))"},
    {"dot", R"([.][0-9_]+)"},
    {"exp", R"(e[-+]?[0-9_]+)"},
};

void Identifier(Lexer& l) {
  const bool member = !l.Match(1).empty();
  Token token = l.ByWord(kNames, l.Match(3));
  if (token == Name && member) token = l.Match(5).empty() ? NameProperty : NameFunction;
  l.PutGroups({Punctuation, Text, token, Text, Punctuation});
}

constexpr Rule kRules[] = {
    State("bol"),
    Mixin("whitespace"),
    {R"(#\s[^\n]*)", CommentSpecial},
    {R"()", Nothing(), Pop()},

    State("attribute"),
    Mixin("whitespace"),
    Mixin("literals"),
    {R"([(,)=:])", NameDecorator},
    {R"(\])", NameDecorator, Pop()},
    {R"(@{id})", NameDecorator},

    State("whitespace"),
    {R"(\s+)", Text},
    {R"(//[^\n]*)", Comment},

    State("root"),
    {R"(\n)", Text, "bol"},
    Mixin("whitespace"),
    {R"(\b(?:(i|u)[0-9]+)\b)", KeywordType},
    {R"(\b(?:f(16|32|64|128))\b)", KeywordType},
    {R"(\b(?:(isize|usize))\b)", KeywordType},
    Mixin("literals"),
    {R"('@{id})", NameVariable},
    {R"(([.]?)(\s*)(@?@{id})(\s*)([(]?))", Identifier},
    {R"([()\[\]{}|,:;])", Punctuation},
    {R"([*\/!@~&+%^<>=\?-]|\.{1,3})", Operator},

    State("literals"),
    {R"(\b(?:true|false|null)\b)", KeywordConstant},
    {R"('(?:@{escapes}|[^\\])')", StrChar},
    {R"(")", Str, "string"},
    {R"~((?s)r(#*)".*?"\1)~", Str},
    {R"([0-9]+(@{dot}@{exp}?|@{dot}?@{exp}))", NumFloat},
    {R"((0b[10_]+|0x[0-9a-fA-F_]+|[0-9_]+))", NumInteger},

    State("string"),
    {R"(")", Str, Pop()},
    {R"(@{escapes})", StrEscape},
    {R"([^"\\]+)", Str},
};

}  // namespace

const Definition lexers::zig = {.tag = "zig", .aliases = "zir", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
