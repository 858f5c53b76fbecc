#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"preproc", "define elif else endif error if ifdef ifndef include line pragma undef warning"},
    {"general_directives",
     "ALIAS ALIGN AOF AOUT AREA ARM ASSERT ATTR CN CODE16 CODE32 COMMON CP DATA DCB DCD DCDO DCDU DCFD DCFDU "
     "DCFH DCFHU DCFS DCFSU DCI DCI.N DCI.W DCQ DCQU DCW DCWU DN ELIF ELSE END ENDFUNC ENDIF ENDP ENTRY EQU "
     "EXPORT EXPORTAS EXTERN FIELD FILL FN FRAME FUNCTION GBLA GBLL GBLS GLOBAL IF IMPORT INFO KEEP LCLA LCLL "
     "LCLS LEADR LEAF LTORG MACRO MAP MEND MEXIT NOFP OPT ORG PRESERVE8 PROC QN RELOC REQUIRE REQUIRE8 RLIST RN "
     "ROUT SETA SETL SETS SN SPACE STRONG SUBT THUMB THUMBX TTL WEND WHILE \\[ \\] [\\|!#*=%&^]"},
    {"shifts_and_conditions",
     "ASR LSL LSR ROR RRX AL CC CS EQ GE GT HI HS LE LO LS LT MI NE PL VC VS asr lsl lsr ror rrx al cc cs eq ge "
     "gt hi hs le lo ls lt mi ne pl vc vs"},
    {"builtins",
     "ARCHITECTURE AREANAME ARMASM_VERSION CODESIZE COMMANDLINE CONFIG CPU ENDIAN FALSE FPIC FPU INPUTFILE "
     "INTER LINENUM LINENUMUP LINENUMUPPER OBJASM_VERSION OPT PC PCSTOREOFFSET REENTRANT ROPI RWPI TRUE VAR"},
    {"operators",
     "AND BASE CC CC_ENCODING CHR DEF EOR FATTR FEXEC FLOAD FSIZE INDEX LAND LEFT LEN LEOR LNOT LOR LOWERCASE "
     "MOD NOT OR RCONST REVERSE_CC RIGHT ROL ROR SHL SHR STR TARGET_ARCH_[0-9A-Z_]+ TARGET_FEATURE_[0-9A-Z_]+ "
     "TARGET_FPU_[A-Z_] TARGET_PROFILE_[ARM] UAL UPPERCASE"},
};

constexpr Part kParts[] = {
    {"symbol", R"((?i)[a-z_]\w*|\|[^|\n]+\|)"},
    {"variable", R"((?i)\$[a-z]\w*\.?)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\n)", Text},
    {R"(^([ \t]*)(#[ \t]*(?:(?:@{preproc})(?:[ \t].*)?)?)(\n))", Groups(Text, CommentPreproc, Text)},
    {R"([ \t]+)", Text, "command"},
    {R"(;.*)", Comment},
    {R"((?i)\$[a-z_]\w*\.?)", NameNamespace},
    {R"(\w+|\|[^|\n]+\|)", NameLabel},

    State("command"),
    {R"(\n)", Text, Pop()},
    {R"([ \t]+)", Text, Goto("args")},
    {R"(;.*)", Comment, Pop()},
    {R"((?:BIN|GET|INCBIN|INCLUDE|LNK)\b)", Keyword, Goto("filespec")},
    {R"(@{general_directives}(?=[; \t\n]))", Keyword},
    {R"((?:[A-Z][\dA-Z]*|[a-z][\da-z]*)(?:\.[NWnw])?(?:\.[DFIPSUdfipsu]?(?:8|16|32|64)?){0,3}\b)", NameBuiltin},
    {R"(@{symbol})", NameFunction},
    {R"(@{variable})", NameNamespace},

    State("args"),
    {R"(\n)", Text, Pop()},
    {R"([ \t]+)", Text},
    {R"(;.*)", Comment, Pop()},
    {R"(@{shifts_and_conditions}\b)", NameBuiltin},
    {R"(@{symbol})", NameVariable},
    {R"((?i)%[bf]?[at]?\d+(?:[a-z_]\w*)?)", NameLabel},
    {R"((?i)(?:&|0x)\h+(?!p))", NumHex},
    {R"((?i)(?:&|0x)[.\h]+(?:p[-+]?\d+)?)", NumFloat},
    {R"((?i)0f_\h{8}|0d_\h{16})", NumFloat},
    {R"((?i)(?:2_[01]+|3_[0-2]+|4_[0-3]+|5_[0-4]+|6_[0-5]+|7_[0-6]+|8_[0-7]+|9_[0-8]+|\d+)(?!e))", NumInteger},
    {R"((?i)(?:2_[.01]+|3_[.0-2]+|4_[.0-3]+|5_[.0-4]+|6_[.0-5]+|7_[.0-6]+|8_[.0-7]+|9_[.0-8]+|[.\d]+)(?:e[-+]?\d+)?)",
     NumFloat},
    {R"([@:](?=[ \t]*(?:8|16|32|64|128|256)[^\d]))", Operator},
    {R"([.@]|\{(?:@{builtins})\})", NameConstant},
    {R"([-!#%&()*+,\/<=>?^{|}]|\[|\]|!=|&&|\/=|<<|<=|<>|==|><|>=|>>|\|\||:(?:@{operators}):)", Operator},
    {R"(@{variable})", NameNamespace},
    {R"(')", StrChar, Goto("singlequoted")},
    {R"(")", StrDouble, Goto("doublequoted")},

    State("singlequoted"),
    {R"(\n)", Text, Pop()},
    {R"(\$\$)", StrChar},
    {R"(@{variable})", NameNamespace},
    {R"(')", StrChar, Goto("args")},
    {R"([^$'\n]+)", StrChar},

    State("doublequoted"),
    {R"(\n)", Text, Pop()},
    {R"(\$\$)", StrDouble},
    {R"(@{variable})", NameNamespace},
    {R"(")", StrDouble, Goto("args")},
    {R"([^$"\n]+)", StrDouble},

    State("filespec"),
    {R"(\n)", Text, Pop()},
    {R"(\$\$)", StrOther},
    {R"(@{variable})", NameNamespace},
    {R"([^$\n]+)", StrOther},
};

}  // namespace

const Definition lexers::armasm = {.tag = "armasm", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
