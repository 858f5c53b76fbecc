#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"attributes",
     "ConfirmImpact DefaultParameterSetName HelpURI PositionalBinding SupportsPaging SupportsShouldProcess"},
    {"auto_vars",
     "\\$\\$ \\$\\? \\$\\^ \\$_ \\$args \\$ConsoleFileName \\$Error \\$Event \\$EventArgs \\$EventSubscriber "
     "\\$ExecutionContext \\$false \\$foreach \\$HOME \\$Host \\$input \\$IsCoreCLR \\$IsLinux \\$IsMacOS \\$IsWindows "
     "\\$LastExitCode \\$Matches \\$MyInvocation \\$NestedPromptLevel \\$null \\$PID \\$PROFILE \\$PSBoundParameters "
     "\\$PSCmdlet \\$PSCommandPath \\$PSCulture \\$PSDebugContext \\$PSHOME \\$PSItem \\$PSScriptRoot \\$PSSenderInfo "
     "\\$PSUICulture \\$PSVersionTable \\$PWD \\$REPORTERRORSHOWEXCEPTIONCLASS \\$REPORTERRORSHOWINNEREXCEPTION "
     "\\$REPORTERRORSHOWSOURCE \\$REPORTERRORSHOWSTACKTRACE \\$SENDER \\$ShellId \\$StackTrace \\$switch \\$this "
     "\\$true"},
    {"keywords",
     "assembly exit process base filter public begin finally return break for sequence catch foreach static "
     "class from switch command function throw configuration hidden trap continue if try data in type define "
     "inlinescript until do interface using dynamicparam module var else namespace while elseif parallel "
     "workflow end param enum private"},
    {"operators",
     "-split -isplit -csplit -join -is -isnot -as -eq -ieq -ceq -ne -ine -cne -gt -igt -cgt -ge -ige -cge -lt "
     "-ilt -clt -le -ile -cle -like -ilike -clike -notlike -inotlike -cnotlike -match -imatch -cmatch -notmatch "
     "-inotmatch -cnotmatch -contains -icontains -ccontains -notcontains -inotcontains -cnotcontains -replace "
     "-ireplace -creplace -shl -shr -band -bor -bxor -and -or -xor -not \\+= -= \\*= \\/= %="},
    {"multiline",
     "synopsis description parameter example inputs outputs notes link component role functionality "
     "forwardhelptargetname forwardhelpcategory remotehelprunspace externalhelp"},
};

constexpr WordClass kBracketed[] = {
    {"attributes", NameBuiltinPseudo},
    {nullptr, Name},
};

constexpr Rule kRules[] = {
    State("variable"),
    {R"(@{auto_vars})", NameBuiltinPseudo},
    {R"((\$)(?:(\w+)(:))?(\w+|\{(?:[^`]|`.)+?\}))", Groups(NameVariable, NameNamespace, Punctuation, NameVariable)},
    {R"(\$\w+)", NameVariable},
    {R"(\$\{(?:[^`]|`.)+?\})", NameVariable},

    State("multiline"),
    {R"((?i)\.(?:@{multiline}))", CommentSpecial},
    {R"(#>)", CommentMultiline, Pop()},
    {R"([^#.]+?)", CommentMultiline},
    {R"([#.]+)", CommentMultiline},

    State("interpol"),
    {R"(\))", StrInterpol, Pop()},
    Mixin("root"),

    State("dq"),
    {R"((?:\$#?)?")", StrDouble, Pop()},
    {R"(\$\()", StrInterpol, "interpol"},
    {R"(`$)", StrEscape},
    {R"(`.)", StrEscape},
    {R"([^"`$]+)", StrDouble},
    Mixin("variable"),

    State("sq"),
    {R"(')", StrSingle, Pop()},
    {R"([^']+)", StrSingle},

    State("heredoc"),
    {R"((?:\$#?)?"@)", StrHeredoc, Pop()},
    {R"(\$\()", StrInterpol, "interpol"},
    {R"(`$)", StrEscape},
    {R"(`.)", StrEscape},
    {R"([^"`$]+?)", StrHeredoc},
    {R"("+)", StrHeredoc},
    Mixin("variable"),

    State("class"),
    {R"(\{)", Punctuation, Pop()},
    {R"(\s+)", TextWhitespace},
    {R"(\w+)", NameClass},
    {R"([:,])", Punctuation},

    State("expr"),
    Mixin("comments"),
    {R"(")", StrDouble, "dq"},
    {R"(')", StrSingle, "sq"},
    {R"(@")", StrHeredoc, "heredoc"},
    {R"((?s)@'.*?'@)", StrHeredoc},
    {R"(\d*\.\d+)", NumFloat},
    {R"(\d+)", NumInteger},
    {R"(@\{)", Punctuation, "hasht"},
    {R"(@\()", Punctuation, "array"},
    {R"({)", Punctuation, "brace"},
    {R"(\[)", Punctuation, "bracket"},

    State("hasht"),
    {R"(\})", Punctuation, Pop()},
    {R"(=)", Operator},
    {R"([,;])", Punctuation},
    Mixin("expr"),
    {R"(\w+)", NameOther},
    Mixin("variable"),

    State("array"),
    {R"(\s+)", TextWhitespace},
    {R"(\))", Punctuation, Pop()},
    {R"([,;])", Punctuation},
    Mixin("expr"),
    Mixin("variable"),

    State("brace"),
    {R"([}])", Punctuation, Pop()},
    Mixin("root"),

    State("bracket"),
    {R"(\])", Punctuation, Pop()},
    {R"([A-Za-z]\w+\.)", Name},
    {R"(([A-Za-z]\w+))", Words(kBracketed)},
    Mixin("root"),

    State("parameters"),
    {R"((?s)`.)", StrEscape},
    {R"(\s*?\n)", TextWhitespace, Pop()},
    {R"([;(){}\]])", Punctuation, Pop()},
    {R"([|=])", Operator, Pop()},
    {R"([\/\\~\w][-.:\/\\~\w]*)", NameOther},
    {R"(\w[-\w]+)", NameOther},
    Mixin("root"),

    State("comments"),
    {R"(\s+)", TextWhitespace},
    {R"(#.*)", Comment},
    {R"(<#)", CommentMultiline, "multiline"},

    State("root"),
    Mixin("comments"),
    {R"(#requires\s-version \d(?:\.\d+)?)", CommentPreproc},
    {R"(\.\.(?=\.?\d))", Operator},
    {R"((?i)(?:@{operators})\b)", Operator},
    {R"((?i)(class)(\s+)(\w+))", Groups(KeywordReserved, TextWhitespace, NameClass), "class"},
    {R"((?i)(function)(\s+)(?:(\w+)(:))?(\w[-\w]+))",
     Groups(KeywordReserved, TextWhitespace, NameNamespace, Punctuation, NameFunction)},
    {R"((?i)(?:@{keywords})\b(?![-.]))", KeywordReserved},
    {R"(-{1,2}\w+)", NameTag},
    {R"((\.)?([-\w]+)(\[))", Groups(Operator, Name, Punctuation), "bracket"},
    {R"((?i)([\/\\~a-z][-.:\/\\~\w]*)(\n)?)", Groups(Name, TextWhitespace), "parameters"},
    {R"((\.)([-\w]+)(?:(\()|(\n))?)",
     [](Lexer& l) {
       l.PutGroups({Operator, NameFunction, Punctuation, TextWhitespace});
       if (l.Matched(3)) l.Push("parameters");
     }},
    {R"(\?)", NameFunction, "parameters"},
    Mixin("expr"),
    Mixin("variable"),
    {R"([-+*\/%=!.&|])", Operator},
    {R"([{}(),:;])", Punctuation},
};

}  // namespace

const Definition lexers::powershell = {
    .tag = "powershell", .aliases = "posh microsoftshell msshell", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
