#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"functions",
     "ABS ACS ADVAL ASC ASN ATN BEATS BEAT BGET# CHR\\$ COS COUNT DEG DIM EOF# ERL ERR EVAL EXP EXT# FN GET\\$# "
     "GET\\$ GET HIMEM INKEY\\$ INKEY INSTR INT LEFT\\$ LEN LN LOG LOMEM MID\\$ OPENIN OPENOUT OPENUP PAGE "
     "POINT POS PTR# RAD REPORT\\$ RIGHT\\$ RND SGN SIN SQR STR\\$ STRING\\$ SUM SUMLEN TAN TEMPO TIME\\$ TIME "
     "TOP USR VAL VPOS"},
    {"statements",
     "BEATS BPUT# CALL CASE CHAIN CLEAR CLG CLOSE# CLS COLOR COLOUR DATA ELSE ENDCASE ENDIF ENDPROC ENDWHILE "
     "END ENVELOPE FOR GCOL GOSUB GOTO IF INSTALL LET LIBRARY MODE NEXT OFF OF ON ORIGIN OSCI OTHERWISE OVERLAY "
     "PLOT PRINT# PRINT PROC QUIT READ REPEAT REPORT RETURN SOUND STEP STEREO STOP SWAP SYS THEN TINT TO VDU "
     "VOICES VOICE UNTIL WAIT WHEN WHILE WIDTH"},
    {"operators", "<< <= <> < >= >>> >> > [-!$()*+/=?^|] AND DIV EOR MOD NOT OR"},
};

constexpr Rule kRules[] = {
    State("expression"),
    {R"(@{functions})", NameBuiltin},
    {R"(@{operators})", Operator},
    {R"(FALSE|TRUE)", NameConstant},
    {R"("[^"]*")", Str},
    {R"((?i)[a-z_`][\w`]*[$%]?)", NameVariable},
    {R"(@%)", NameVariable},
    {R"([\d.]+)", Num},
    {R"(%[01]+)", NumBin},
    {R"(&[\h]+)", NumHex},

    State("root"),
    {R"((:+)( *)(\*)(.*))", Groups(Punctuation, Text, Keyword, Text)},
    {R"((\n+ *)(\*)(.*))", Groups(Text, Keyword, Text)},
    {R"((ELSE|OTHERWISE|REPEAT|THEN)( *)(\*)(.*))", Groups(Keyword, Text, Keyword, Text)},
    {R"([ \n]+)", Text},
    {R"(:+)", Punctuation},
    {R"([\[])", Keyword, "assembly1"},
    {R"(REM *>.*)", CommentSpecial},
    {R"(REM.*)", Comment},
    {R"((?:@{statements}|CIRCLE(?: *FILL)?|DEF *(?:FN|PROC)|DRAW(?: *BY)?|DIM(?!\()|ELLIPSE(?: *FILL)?)"
     R"(|ERROR(?: *EXT)?|FILL(?: *BY)?|INPUT(?:#| *LINE)?|LINE(?: *INPUT)?|LOCAL(?: *DATA| *ERROR)?)"
     R"(|MOUSE(?: *COLOUR| *OFF| *ON| *RECTANGLE| *STEP| *TO)?|MOVE(?: *BY)?|ON(?! *ERROR))"
     R"(|ON *ERROR *(?:LOCAL|OFF)?|POINT(?: *BY)?(?!\()|RECTANGE(?: *FILL)?|RESTORE(?: *DATA| *ERROR)?)"
     R"(|TRACE(?: *CLOSE| *ENDPROC| *OFF| *STEP(?: *FN| *ON| *PROC)?| *TO)?))",
     Keyword},
    Mixin("expression"),
    {R"([,;'~]|SPC|TAB)", Punctuation},

    State("assembly1"),
    {R"( +)", Text},
    {R"(])", Keyword, Pop()},
    {R"([:\n])", Punctuation},
    {R"((?i)\.[a-z_`][\w`]*%? *)", NameLabel},
    {R"((?:REM|;)[^:\n]*)", Comment},
    {R"([^ :\n]+)", Keyword, "assembly2"},

    State("assembly2"),
    {R"( +)", Text},
    {R"([:\n])", Punctuation, Pop()},
    {R"((?:REM|;)[^:\n]*)", Comment, Pop()},
    Mixin("expression"),
    {R"([!#,@\[\]^{}])", Punctuation},
};

}  // namespace

const Definition lexers::bbcbasic = {.tag = "bbcbasic", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
