#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "case continue do else elsif for foreach if last my next our redo reset then unless until while use print "
     "new BEGIN CHECK INIT END return"},
    {"builtins",
     "abs accept alarm atan2 bind binmode bless caller chdir chmod chomp chop chown chr chroot close closedir "
     "connect continue cos crypt dbmclose dbmopen defined delete die dump each endgrent endhostent endnetent "
     "endprotoent endpwent endservent eof eval exec exists exit exp fcntl fileno flock fork format formline "
     "getc getgrent getgrgid getgrnam gethostbyaddr gethostbyname gethostent getlogin getnetbyaddr getnetbyname "
     "getnetent getpeername getpgrp getppid getpriority getprotobyname getprotobynumber getprotoent getpwent "
     "getpwnam getpwuid getservbyname getservbyport getservent getsockname getsockopt glob gmtime goto grep hex "
     "import index int ioctl join keys kill last lc lcfirst length link listen local localtime log lstat map "
     "mkdir msgctl msgget msgrcv msgsnd my next no oct open opendir ord our pack package pipe pop pos printf "
     "prototype push quotemeta rand read readdir readline readlink readpipe recv redo ref rename require "
     "reverse rewinddir rindex rmdir scalar seek seekdir select semctl semget semop send setgrent sethostent "
     "setnetent setpgrp setpriority setprotoent setpwent setservent setsockopt shift shmctl shmget shmread "
     "shmwrite shutdown sin sleep socket socketpair sort splice split sprintf sqrt srand stat study substr "
     "symlink syscall sysopen sysread sysseek system syswrite tell telldir tie tied time times tr truncate uc "
     "ucfirst umask undef unlink unpack unshift untie utime values vec wait waitpid wantarray warn write"},
};

constexpr Rule kRules[] = {
    State("balanced_regex"),
    {R"((?s)/(\\[\\/]|[^/])*/[egimosx]*)", StrRegex, Pop()},
    {R"((?s)!(\\[\\!]|[^!])*![egimosx]*)", StrRegex, Pop()},
    {R"((?s)\\(\\\\|[^\\])*\\[egimosx]*)", StrRegex, Pop()},
    {R"({(\\[\\}]|[^}])*}[egimosx]*)", StrRegex, Pop()},
    {R"(<(\\[\\>]|[^>])*>[egimosx]*)", StrRegex, Pop()},
    {R"(\[(\\[\\\]]|[^\]])*\][egimosx]*)", StrRegex, Pop()},
    {R"(\((\\[\\\)]|[^\)])*\)[egimosx]*)", StrRegex, Pop()},
    {R"(@(\\[\\@]|[^@])*@[egimosx]*)", StrRegex, Pop()},
    {R"(%(\\[\\%]|[^%])*%[egimosx]*)", StrRegex, Pop()},
    {R"(\$(\\[\\\$]|[^\$])*\$[egimosx]*)", StrRegex, Pop()},

    State("root"),
    {R"(#.*)", CommentSingle},
    {R"((?s)^=[a-zA-Z0-9]+\s+.*?\n=cut)", CommentMultiline},
    {R"(@{keywords}\b)", Keyword},
    {R"((format)(\s+)([a-zA-Z0-9_]+)(\s*)(=)(\s*\n))", Groups(Keyword, Text, Name, Text, Punctuation, Text), "format"},
    {R"((?:eq|lt|gt|le|ge|ne|not|and|or|cmp)\b)", OperatorWord},
    {R"((?:s|tr|y){(\\\\|\\}|[^}])*}\s*)", StrRegex, "balanced_regex"},
    {R"((?:s|tr|y)<(\\\\|\\>|[^>])*>\s*)", StrRegex, "balanced_regex"},
    {R"((?:s|tr|y)\[(\\\\|\\\]|[^\]])*\]\s*)", StrRegex, "balanced_regex"},
    {R"((?:s|tr|y)\((\\\\|\\\)|[^\)])*\)\s*)", StrRegex, "balanced_regex"},
    {R"((?s)(?:s|tr|y)\s*([^\w\s])((\\\\|\\\1)|[^\1])*?\1((\\\\|\\\1)|[^\1])*?\1[msixpodualngcr]*)", StrRegex},
    {R"((?s)(?:s|tr|y)\s+(\w)((\\\\|\\\1)|[^\1])*?\1((\\\\|\\\1)|[^\1])*?\1[msixpodualngcr]*)", StrRegex},
    {R"(m?/(\\\\|\\/|[^/\n])*/[msixpodualngc]*)", StrRegex},
    {R"(m(?=[/!\\{<\[\(@%\$]))", StrRegex, "balanced_regex"},
    {R"((?s)m\s*([^\w\s])((\\\\|\\\1)|[^\1])*?\1[msixpodualngc]*)", StrRegex},
    {R"((?s)m\s+(\w)((\\\\|\\\1)|[^\1])*?\1[msixpodualngc]*)", StrRegex},
    {R"(((?<==~)|(?<=\())\s*/(\\\\|\\/|[^/])*/[msixpodualngc]*)", StrRegex, "balanced_regex"},
    {R"(\s+)", Text},
    {R"((?i)(?=[a-z_]\w*(\s*#.*\n)*\s*=>))", Nothing(), "fat_comma"},
    {R"(@{builtins}\b)", NameBuiltin},
    {R"(((__(DIE|WARN)__)|(DATA|STD(IN|OUT|ERR)))\b)", NameBuiltinPseudo},
    {R"((?s)<<([\'"]?)([a-zA-Z_][a-zA-Z0-9_]*)\1;?\n.*?\n\2\n)", Str},
    {R"((__(END|DATA)__)\b)", CommentPreproc, "end_part"},
    {R"(\$\^[ADEFHILMOPSTWX])", NameVariableGlobal},
    {R"(\$[\\"'\[\]&`+*.,;=%~?@$!<>(^\|\/_-](?!\w))", NameVariableGlobal},
    {R"((?i)[$@%&*][$@%&*#_]*(?=[a-z{\[;]))", NameVariable, "varname"},
    {R"([-+\/*%=<>&^\|!\\~]=?)", Operator},
    {R"(0_?[0-7]+(_[0-7]+)*)", NumOct},
    {R"(0x[0-9A-Fa-f]+(_[0-9A-Fa-f]+)*)", NumHex},
    {R"(0b[01]+(_[01]+)*)", NumBin},
    {R"((?i)(\d*(_\d*)*\.\d+(_\d*)*|\d+(_\d*)*\.\d+(_\d*)*)(e[+-]?\d+)?)", NumFloat},
    {R"((?i)\d+(_\d*)*e[+-]?\d+(_\d*)*)", NumFloat},
    {R"(\d+(_\d+)*)", NumInteger},
    {R"(')", Punctuation, "sq"},
    {R"(")", Punctuation, "dq"},
    {R"(`)", Punctuation, "bq"},
    {R"(<([^\s>]+)>)", StrRegex},
    {R"((q|qq|qw|qr|qx)\{)", StrOther, "cb_string"},
    {R"((q|qq|qw|qr|qx)\()", StrOther, "rb_string"},
    {R"((q|qq|qw|qr|qx)\[)", StrOther, "sb_string"},
    {R"((q|qq|qw|qr|qx)<)", StrOther, "lt_string"},
    {R"((q|qq|qw|qr|qx)(\W)(.|\n)*?\2)", StrOther},
    {R"(package\s+)", Keyword, "modulename"},
    {R"(sub\s+)", Keyword, "funcname"},
    {R"(\[\]|\*\*|::|<<|>>|>=|<=|<=>|={3}|!=|=~|!~|&&?|\|\||\.{1,3})", Operator},
    {R"([()\[\]:;,<>\/?{}])", Punctuation},
    {R"((?=\w))", Nothing(), "name"},

    State("format"),
    {R"(\.\n)", StrInterpol, Pop()},
    {R"(.*?\n)", StrInterpol},

    State("fat_comma"),
    {R"(#.*)", CommentSingle},
    {R"(\w+)", Str},
    {R"(\s+)", Text},
    {R"(=>)", Operator, Pop()},

    State("name_common"),
    {R"(\w+::)", NameNamespace},
    {R"([\w:]+)", NameVariable, Pop()},

    State("varname"),
    {R"(\s+)", Text},
    {R"([{\[])", Punctuation, Pop()},
    {R"([),])", Punctuation, Pop()},
    {R"([;])", Punctuation, Pop()},
    Mixin("name_common"),

    State("name"),
    Mixin("name_common"),
    {R"([A-Z_]+(?=[^a-zA-Z0-9_]))", NameConstant, Pop()},
    {R"((?=\W))", Nothing(), Pop()},

    State("modulename"),
    {R"((?i)[a-z_]\w*)", NameNamespace, Pop()},

    State("funcname"),
    {R"([a-zA-Z_]\w*[!?]?)", NameFunction},
    {R"(\s+)", Text},
    {R"((\([$@%]*\))(\s*))", Groups(Punctuation, Text)},
    {R"(.*?{)", Punctuation, Pop()},
    {R"(;)", Punctuation, Pop()},

    State("sq"),
    {R"(\\[\\'])", StrEscape},
    {R"([^\\']+)", StrSingle},
    {R"(')", Punctuation, Pop()},
    {R"(\\)", StrSingle},

    State("dq"),
    Mixin("string_intp"),
    {R"(\\[\\tnrabefluLUE"$@])", StrEscape},
    {R"(\\0\d{2})", StrEscape},
    {R"(\\o\{\d+\})", StrEscape},
    {R"(\\x\h{2})", StrEscape},
    {R"(\\x\{\h+\})", StrEscape},
    {R"(\\c.)", StrEscape},
    {R"(\\N\{[^\}]+\})", StrEscape},
    {R"([^\\"]+?)", StrDouble},
    {R"(")", Punctuation, Pop()},
    {R"(\\)", StrEscape},

    State("bq"),
    Mixin("string_intp"),
    {R"(\\[\\tnr`])", StrEscape},
    {R"([^\\`]+?)", StrBacktick},
    {R"(`)", Punctuation, Pop()},

    State("cb_string"),
    {R"(\\[\{\}\\])", StrOther},
    {R"(\\)", StrOther},
    {R"(\{)", StrOther, PushSame()},
    {R"(\})", StrOther, Pop()},
    {R"([^\{\}\\]+)", StrOther},

    State("rb_string"),
    {R"(\\[\(\)\\])", StrOther},
    {R"(\\)", StrOther},
    {R"(\()", StrOther, PushSame()},
    {R"(\))", StrOther, Pop()},
    {R"([^\(\)\\]+)", StrOther},

    State("sb_string"),
    {R"(\\[\[\]\\])", StrOther},
    {R"(\\)", StrOther},
    {R"(\[)", StrOther, PushSame()},
    {R"(\])", StrOther, Pop()},
    {R"([^\[\]\\]+)", StrOther},

    State("lt_string"),
    {R"(\\[<>\\])", StrOther},
    {R"(\\)", StrOther},
    {R"(<)", StrOther, PushSame()},
    {R"(>)", StrOther, Pop()},
    {R"([^<>\\]+)", StrOther},

    State("in_interp"),
    {R"(})", StrInterpol, Pop()},
    {R"(\s+)", Text},
    {R"((?i)[a-z_]\w*)", StrInterpol},

    State("string_intp"),
    {R"([$@][{])", StrInterpol, "in_interp"},
    {R"((?i)[$@][a-z_]\w*)", StrInterpol},

    State("end_part"),
    {R"((?s).+)", CommentPreproc, Pop()},
};

bool Detect(std::string_view text) { return HasShebang(text, R"(perl(\s|\z))"); }

}  // namespace

const Definition lexers::perl = {.tag = "perl", .aliases = "pl", .rules = kRules, .words = kWords, .detect = Detect};

}  // namespace tincture::rouge
