#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "as async await break const continue crate dyn else enum extern false fn for if impl in let log loop match "
     "mod move mut pub ref return self Self static struct super trait true type unsafe use where while abstract "
     "become box do final macro override priv typeof unsized virtual yield try union"},
    {"builtins",
     "Add BitAnd BitOr BitXor bool c_char c_double c_float char c_int clock_t c_long c_longlong Cons Const Copy "
     "c_schar c_short c_uchar c_uint c_ulong c_ulonglong c_ushort c_void dev_t DIR dirent Div Either Eq Err f32 "
     "f64 Failure FILE float fpos_t i16 i32 i64 i8 isize Index ino_t int intptr_t Left mode_t Modulo Mul Neg "
     "Nil None Num off_t Ok Option Ord Owned pid_t Ptr ptrdiff_t Right Send Shl Shr size_t Some ssize_t str Sub "
     "Success time_t u16 u32 u64 u8 usize uint uintptr_t Box Vec String Gc Rc Arc u128 i128 Result Sync Pin "
     "Unpin Sized Drop drop Fn FnMut FnOnce Clone PartialEq PartialOrd AsMut AsRef From Into Default "
     "DoubleEndedIterator ExactSizeIterator Extend IntoIterator Iterator"},
};

constexpr WordClass kNames[] = {
    {"builtins", NameBuiltin},
    {nullptr, Name},
};

constexpr Part kParts[] = {
    {"id", R"([\p{XID_Start}_]\p{XID_Continue}*)"},
    {"hex", R"((?i)[0-9a-f])"},
    {"escapes", R"(\\([nrt'"\\0]|x@{hex}{2}|u\{(@{hex}_*){1,6}\}))"},
    {"size", R"(8|16|32|64|128|size)"},
    {"dot", R"([.][0-9][0-9_]*)"},
    {"exp", R"([eE][-+]?[0-9_]+)"},
    {"flt", R"(f32|f64)"},
};

constexpr std::string_view kOpen = "[({";
constexpr std::string_view kClose = "])}";

// How many brackets of each kind are open in a macro.
void Start(Lexer& l) {
  l.numbers = {};
  l.Push("bol");
}

void OpenInMacro(Lexer& l) {
  ++l.numbers[kOpen.find(l.Match())];
  l.Put(Punctuation);
}

void CloseInMacro(Lexer& l) {
  --l.numbers[kClose.find(l.Match())];
  if (l.numbers[0] == 0 && l.numbers[1] == 0 && l.numbers[2] == 0) l.Pop();
  l.Put(Punctuation);
}

constexpr Rule kRules[] = {
    State("bol"),
    Mixin("whitespace"),
    {R"(#\s[^\n]*)", CommentSpecial},
    {R"()", Nothing(), Pop()},

    State("attribute"),
    Mixin("whitespace"),
    Mixin("has_literals"),
    {R"([(,)=:])", NameDecorator},
    {R"(\])", NameDecorator, Pop()},
    {R"(@{id})", NameDecorator},

    State("whitespace"),
    {R"(\s+)", Text},
    Mixin("comments"),

    State("comments"),
    {R"(////+[^\n]*)", CommentSingle},
    {R"(//[/!][^\n]*)", CommentDoc},
    {R"(//[^\n]*)", CommentSingle},
    {R"(/\*\*\*?/)", CommentMultiline},
    {R"(/\*\*\*+)", CommentMultiline, "nested_plain_block"},
    {R"(/[*][*!])", CommentDoc, "nested_doc_block"},
    {R"(/[*])", CommentMultiline, "nested_plain_block"},

    State("nested_plain_block"),
    {R"(\*/)", CommentMultiline, Pop()},
    {R"(/\*)", CommentMultiline, "nested_plain_block"},
    {R"([^*/]+|[*/])", CommentMultiline},

    State("nested_doc_block"),
    {R"(\*/)", CommentDoc, Pop()},
    {R"(/\*)", CommentDoc, "nested_doc_block"},
    {R"([^*/]+|[*/])", CommentDoc},

    State("root"),
    {R"(\n)", Text, "bol"},
    Mixin("whitespace"),
    {R"(#!?\[)", NameDecorator, "attribute"},
    {R"(\b@{keywords}\b)", Keyword},
    Mixin("has_literals"),
    {R"([=-]>)", Keyword},
    {R"(<->)", Keyword},
    {R"([()\[\]{}|,:;])", Punctuation},
    {R"([*\/!@~&+%^<>=\?-]|\.{2,3})", Operator},
    {R"(([.]\s*)?@{id}(?=\s*[(]))", NameFunction},
    {R"([.]\s*await\b)", Keyword},
    {R"([.]\s*@{id})", NameProperty},
    {R"([.]\s*\d+)", NameAttribute},
    {R"((@{id})(::))", Groups(NameNamespace, Punctuation)},
    {R"(\bmacro_rules!)", NameDecorator, "macro_rules"},
    {R"(@{id}!)", NameDecorator, "macro"},
    {R"('static\b)", Keyword},
    {R"('@{id})", NameVariable},
    {R"(@{id})", Words(kNames)},

    State("macro"),
    Mixin("has_literals"),
    {R"([\[{(])", OpenInMacro},
    {R"([\]})])", CloseInMacro},
    {R"(@{id}!)", NameDecorator},
    Mixin("root"),
    {R"(.)", Text},

    State("macro_rules"),
    {R"([$]@{id}(:@{id})?)", NameVariable},
    {R"([$])", NameVariable},
    Mixin("macro"),

    State("has_literals"),
    {R"(\b(?:true|false)\b)", KeywordConstant},
    {R"(b?'(?:@{escapes}|[^\\])')", StrChar},
    {R"(b?")", Str, "string"},
    {R"~((?s)b?r(#*)".*?"\1)~", Str},
    {R"([0-9][0-9_]*(@{dot}@{exp}?@{flt}?|@{dot}?@{exp}@{flt}?|@{dot}?@{exp}?@{flt}|[.](?![._\p{XID_Start}])))",
     NumFloat},
    {R"((0b[10_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*)(u@{size}?|i@{size})?)", NumInteger},

    State("string"),
    {R"(")", Str, Pop()},
    {R"(@{escapes})", StrEscape},
    {R"([^"\\]+)", Str},
};

bool Detect(std::string_view text) { return HasShebang(text, R"(rustc(\s|\z))"); }

}  // namespace

const Definition lexers::rust = {
    .tag = "rust",
    .aliases = "rs rust,no_run rs,no_run rust,ignore rs,ignore rust,should_panic rs,should_panic",
    .rules = kRules,
    .parts = kParts,
    .words = kWords,
    .start = Start,
    .detect = Detect};

}  // namespace tincture::rouge
