#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "adc and asl bit brk cmp cpx cpy dec eor inc jmp jsr lda ldx ldy lsr nop ora rol ror rti rts sbc sta stx "
     "sty tax txa dex inx tay tya dey iny bpl bmi bvc bvs bcc bcs bne beq clc sec cli sei clv cld sed txs tsx "
     "pha pla php plp"},
    {"types", "db dw byte word"},
    {"reserved",
     "incbin include org bank rsset rs macro endm ds proc endp procgroup endprocgroup incchr defchr zp bss code "
     "data if ifdef ifndef else endif fail inesprg ineschr inesmap inesmir func"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"types", KeywordType},
    {"reserved", KeywordReserved},
    {nullptr, NameFunction},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(;.*)", CommentSingle},
    {R"([(),.\[\]])", Punctuation},
    {R"(\#?%[0-1]+)", NumBin},
    {R"(\#?\$\h+)", NumHex},
    {R"(\#?\d+)", Num},
    {R"([~&*+=\|?:<>/-])", Operator},
    {R"(\#?\w+:?)", WordsIgnoringCase(kNames)},
    {R"(\#\()", Punctuation},
    {R"(")", Str, "string"},
    {R"('\w')", StrChar},
    {R"(\\\??[\d@#])", NameBuiltin},

    State("string"),
    {R"(")", Str, Pop()},
    {R"(\\"?)", StrEscape},
    {R"([^"\\]+)", Str},
};

}  // namespace

const Definition lexers::nesasm = {.tag = "nesasm", .aliases = "nes", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
