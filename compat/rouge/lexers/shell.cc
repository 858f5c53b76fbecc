#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "if fi else while do done for then return function select continue until esac elif in"},
    {"builtins",
     "alias bg bind break builtin caller cd command compgen complete declare dirs disown enable eval exec exit "
     "export false fc fg getopts hash help history jobs let local logout mapfile popd pushd pwd read readonly "
     "set shift shopt source suspend test time times trap true type typeset ulimit umask unalias unset wait cat "
     "tac nl od base32 base64 fmt pr fold head tail split csplit wc sum cksum b2sum md5sum sha1sum sha224sum "
     "sha256sum sha384sum sha512sum sort shuf uniq comm ptx tsort cut paste join tr expand unexpand ls dir vdir "
     "dircolors cp dd install mv rm shred link ln mkdir mkfifo mknod readlink rmdir unlink chown chgrp chmod "
     "touch df du stat sync truncate echo printf yes expr tee basename dirname pathchk mktemp realpath stty "
     "printenv tty id logname whoami groups users who date arch nproc uname hostname hostid uptime chcon runcon "
     "chroot env nice nohup stdbuf timeout kill sleep factor numfmt seq tar grep sudo awk sed gzip gunzip"},
};

void MaybeEndHeredoc(Lexer& l) {
  if (l.Match(1) != l.texts[0]) return l.Put(StrHeredoc);
  l.Put(NameConstant);
  l.Pop(2);
}

constexpr Rule kRules[] = {
    State("root"),
    Mixin("basic"),
    Mixin("data"),

    State("basic"),
    {R"(#.*$)", Comment},
    {R"(\b(@{keywords})\s*\b)", Keyword},
    {R"(\bcase\b)", Keyword, "case"},
    {R"(\b(@{builtins})\s*\b(?!(\.|-)))", NameBuiltin},
    {R"([.](?=\s))", NameBuiltin},
    {R"((\b\w+)(=))", Groups(NameVariable, Operator)},
    {R"([\[\]{}()!=>])", Operator},
    {R"(&&|\|\|)", Operator},
    {R"(<<<)", Operator},
    {R"((<<-?)(\s*)(['"]?)(\\?)(\w+)(\3))",
     [](Lexer& l) {
       l.PutGroups({Operator, Text, StrHeredoc, StrHeredoc, NameConstant, StrHeredoc});
       l.texts[0] = l.Match(5);
     },
     "heredoc"},

    State("heredoc"),
    {R"(\n)", StrHeredoc, "heredoc_nl"},
    {R"([^$\n\\]+)", StrHeredoc},
    Mixin("interp"),
    {R"([$])", StrHeredoc},

    State("heredoc_nl"),
    {R"(\s*(\w+)\s*\n)", MaybeEndHeredoc},
    {R"()", Nothing(), Pop()},

    State("double_quotes"),
    {R"((?:\$#?)?")", StrDouble, Pop()},
    Mixin("interp"),
    {R"([^"`\\$]+)", StrDouble},

    State("ansi_string"),
    {R"(\\.)", StrEscape},
    {R"([^\\']+)", StrSingle},
    Mixin("single_quotes"),

    State("single_quotes"),
    {R"(')", StrSingle, Pop()},
    {R"([^']+)", StrSingle},

    State("data"),
    {R"(\s+)", Text},
    {R"(\\.)", StrEscape},
    {R"(\$?")", StrDouble, "double_quotes"},
    {R"(\$')", StrSingle, "ansi_string"},
    {R"(')", StrSingle, "single_quotes"},
    {R"(\*)", Keyword},
    {R"(;)", Punctuation},
    {R"(--?[\w-]+)", NameTag},
    {R"([^=\*\s{}()$"'`;\\<]+)", Text},
    {R"(\d+(?= |\Z))", Num},
    {R"(<)", Text},
    Mixin("interp"),

    State("curly"),
    {R"(})", Keyword, Pop()},
    {R"(:-)", Keyword},
    {R"([a-zA-Z0-9_]+)", NameVariable},
    {R"([^}:"`'$]+)", Punctuation},
    Mixin("root"),

    State("paren_interp"),
    {R"(\))", StrInterpol, Pop()},
    {R"(\()", Operator, "paren_inner"},
    Mixin("root"),

    State("paren_inner"),
    {R"(\()", Operator, PushSame()},
    {R"(\))", Operator, Pop()},
    Mixin("root"),

    State("math"),
    {R"(\)\))", Keyword, Pop()},
    {R"([-+*/%^|&!]|\*\*|\|\|)", Operator},
    {R"(\d+(#\w+)?)", Num},
    Mixin("root"),

    State("case"),
    {R"(\besac\b)", Keyword, Pop()},
    {R"(\|)", Punctuation},
    {R"(\))", Punctuation, "case_stanza"},
    Mixin("root"),

    State("case_stanza"),
    {R"(;;)", Punctuation, Pop()},
    Mixin("root"),

    State("backticks"),
    {R"(`)", StrBacktick, Pop()},
    Mixin("root"),

    State("interp"),
    // A backslash at the end of a line continues it.
    {R"(\\$)", StrEscape},
    {R"(\\.)", StrEscape},
    {R"(\$\(\()", Keyword, "math"},
    {R"(\$\()", StrInterpol, "paren_interp"},
    {R"(\${#?)", Keyword, "curly"},
    {R"(`)", StrBacktick, "backticks"},
    {R"(\$#?(\w+|.))", NameVariable},
    {R"(\$[*@])", NameVariable},
};

bool Detect(std::string_view text) { return HasShebang(text, R"((ba|z|k)?sh(\s|\z))"); }

}  // namespace

const Definition lexers::shell = {
    .tag = "shell", .aliases = "bash zsh ksh sh", .rules = kRules, .words = kWords, .detect = Detect};

}  // namespace tincture::rouge
