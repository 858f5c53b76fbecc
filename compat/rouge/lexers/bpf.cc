#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

void Compare(Lexer& l, Token operand) {
  l.PutGroups({Keyword, TextWhitespace, Name, TextWhitespace, Operator, TextWhitespace, operand, TextWhitespace,
               Keyword, TextWhitespace, NumInteger, TextWhitespace, NameLabel});
}

constexpr Rule kRules[] = {
    State("root"),
    {R"((\d+)(:)(\s+)(\(\h{2}\)))", Groups(GenericLineno, Punctuation, TextWhitespace, Generic)},
    {R"((\d+)(:)(\s+)((?:\h{2} ){8}))", Groups(GenericLineno, Punctuation, TextWhitespace, Generic)},
    {R"((\d+)(:)(\s+))", Groups(GenericLineno, Punctuation, TextWhitespace)},
    {R"((?i)(call)(\s+)(\d+))", Groups(Keyword, TextWhitespace, NumInteger)},
    {R"((?i)(call)(\s+)(\w+)(#)(\d+))", Groups(Keyword, TextWhitespace, NameBuiltin, Punctuation, NumInteger)},
    {R"((?i)(goto)(\s*)(\+\d+)?(\s*)(<?\w+>?))",
     Groups(Keyword, TextWhitespace, NumInteger, TextWhitespace, NameLabel)},
    {R"((?i)(if)(\s+)([rw]\d+)(\s*)([s!=<>]+)(\s*)(0x\h+|[-]?\d+)(\s*)(goto)(\s*)(\+\d+)?(\s*)(<?\w+>?))",
     [](Lexer& l) { Compare(l, Num); }},
    {R"((?i)(if)(\s+)([rw]\d+)(\s*)([s!=<>]+)(\s*)([rw]\d+)(\s*)(goto)(\s*)(\+\d+)?(\s*)(<?\w+>?))",
     [](Lexer& l) { Compare(l, Name); }},
    {R"((?i)(\*)(\s*)(\()(u8|u16|u32|u64|ll)(\s*)(\*)(\)))",
     Groups(Operator, TextWhitespace, Punctuation, KeywordType, TextWhitespace, Operator, Punctuation), "address"},
    {R"((?i)[+-\/\*&|><^s]{0,3}=)", Operator},
    {R"((?i)([+-]?)([rw]\d+))", Groups(Punctuation, Name)},
    {R"(\/\/)", CommentSingle, "linecomment"},
    {R"(\/\*)", CommentMultiline, "multilinescomment"},
    {R"((?i)be16|be32|be64|exit|lock|map)", Keyword},
    {R"((?i)(0x\h+|[-]?\d+)(\s*)(ll)?)", Groups(Num, TextWhitespace, KeywordType)},
    {R"((?i)(\w+)(\s*)(ll))", Groups(Name, TextWhitespace, KeywordType)},
    {R"((\w+)(\s*)(:))", Groups(NameLabel, TextWhitespace, Punctuation)},
    {R"((?s).)", Text},

    State("address"),
    {R"((?i)(\()([rw]\d+)(\s*)([+-])(\s*)(\d+)(\)))",
     Groups(Punctuation, Name, TextWhitespace, Operator, TextWhitespace, NumInteger, Punctuation), Pop()},
    {R"((\w+)(\[)(\d+)(\]))", Groups(Name, Punctuation, NumInteger, Punctuation), Pop()},
    {R"((?i)(\w+)(\[)([rw]\d+)(\]))", Groups(Name, Punctuation, Name, Punctuation), Pop()},

    State("linecomment"),
    {R"(\n)", CommentSingle, Pop()},
    {R"(.+)", CommentSingle},

    State("multilinescomment"),
    {R"(\*\/)", CommentMultiline, Pop()},
    {R"([^*/]+)", CommentMultiline},
    {R"([*/])", CommentMultiline},
};

}  // namespace

const Definition lexers::bpf = {.tag = "bpf", .rules = kRules};

}  // namespace tincture::rouge
