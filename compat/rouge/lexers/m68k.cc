#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "abcd add adda addi addq addx and andi asl asr bcc bcs beq bge bgt bhi ble bls blt bmi bne bpl bvc bvs bhs "
     "blo bchg bclr bfchg bfclr bfests bfextu bfffo bfins bfset bftst bkpt bra bse bsr btst callm cas cas2 chk "
     "chk2 clr cmp cmpa cmpi cmpm cmp2 dbcc dbcs dbeq dbge dbgt dbhi dble dbls dblt dbmi dbne dbpl dbvc dbvs "
     "dbhs dblo dbra dbf dbt divs divsl divu divul eor eori exg ext extb illegal jmp jsr lea link lsl lsr move "
     "movea move16 movem movep moveq muls mulu nbcd neg negx nop not or ori pack pea rol ror roxl roxr rtd rtm "
     "rtr rts sbcd seq sne spl smi svc svs st sf sge sgt sle slt scc shi sls scs shs slo sub suba subi subq "
     "subx swap tas trap trapcc trapv tst unlk unpk"},
    {"types", "dc ds dcb"},
    {"reserved",
     "include incdir incbin end endf endfunc endmain endproc fpu func machine main mmu opword proc set opt "
     "section rept endr ifeq ifne ifgt ifge iflt ifle iif ifd ifnd ifc ifnc elseif else endc even cnop fail "
     "output radix list nolist plen llen ttl subttl spc page listchar format equ equenv equr reg rsreset rsset "
     "offset cargs fequ.s fequ.d fequ.x fequ.p fequ.w fequ.l fopt macro endm mexit narg"},
    {"builtins", "d0 d1 d2 d3 d4 d5 d6 d7 a0 a1 a2 a3 a4 a5 a6 a7 a7' pc usp ssp ccr"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},     {"types", KeywordType},  {"reserved", KeywordReserved},
    {"builtins", NameBuiltin}, {nullptr, NameVariable},
};

void Start(Lexer& l) { l.Push("expr_bol"); }

constexpr Rule kRules[] = {
    State("expr_bol"),
    {R"(\s+)", Text},
    {R"()", Nothing(), Pop()},

    State("whitespace"),
    {R"(\n+)", Text, "expr_bol"},
    {R"(^\*(\\.|.)*?$)", CommentSingle, "expr_bol"},
    {R"(;(\\.|.)*?$)", CommentSingle, "expr_bol"},
    {R"(\s+)", Text},

    State("root"),
    {R"()", Nothing(), "statements"},

    State("statements"),
    Mixin("whitespace"),
    {R"(")", Str, "string"},
    {R"(#)", NameDecorator},
    {R"(^\.?[a-zA-Z0-9_]+:?)", NameLabel},
    {R"((?i)\.[bswl]\s)", NameDecorator},
    {R"((?i)'(\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])')", StrChar},
    {R"((?i)\$[0-9a-f]+)", NumHex},
    {R"(@[0-8]+)", NumOct},
    {R"(%[01]+)", NumBin},
    {R"(\d+)", NumInteger},
    {R"([*~&+=\|?:<>/-])", Operator},
    {R"(\\.)", CommentPreproc},
    {R"([(),.])", Punctuation},
    {R"(\[[a-zA-Z0-9]*\])", Punctuation},
    {R"(_+(?![a-zA-Z0-9_]))", Name},
    {R"([a-zA-Z_][a-zA-Z0-9_]*)", WordsIgnoringCase(kNames)},

    State("string"),
    {R"(")", Str, Pop()},
    {R"(\\([\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3}))", StrEscape},
    {R"([^\\"\n]+)", Str},
    {R"(\\\n)", Str},
    {R"(\\)", Str},
};

}  // namespace

const Definition lexers::m68k = {.tag = "m68k", .rules = kRules, .words = kWords, .start = Start};

}  // namespace tincture::rouge
