#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "_package _pragma _block _endblock _handling _default _protect _protection _endprotect _try _with _when "
     "_endtry _catch _endcatch _throw _lock _endlock _if _then _elif _else _endif _for _over _while _loop "
     "_finally _endloop _loopbody _continue _leave _return _class _local _constant _recursive _global _dynamic "
     "_import _private _iter _abstract _method _endmethod _proc _endproc _gather _scatter _allresults _optional "
     "_thisthread _self _clone _super _primitive _unset _true _false _maybe _is _isnt _not _and _or _xor _cf "
     "_andif _orif _div _mod"},
};

constexpr Part kParts[] = {
    {"digits", R"([0-9]+)"},
    {"radix", R"((?i)r[0-9a-z])"},
    {"exponent", R"((?i)(?:e|&)[+-]?[0-9]+)"},
    {"simple_id", R"((?i)(?>(?:[a-z0-9_!?]|\\.)+))"},
    {"id", R"((?:@{simple_id}|\|[^|\n]*\|)+)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(##(.*)?)", CommentDoc},
    {R"(#(.*)?)", CommentSingle},
    {R"((_method)(\s+))", Groups(Keyword, TextWhitespace), "method_name"},
    {R"(@{keywords}\b)", Keyword},
    {R"("[^"\n]*?")", Str},
    {R"('[^'\n]*?')", Str},
    {R"(:@{id})", StrSymbol},
    {R"(@[\s]*@{id}:@{id})", NameLabel},
    {R"(@[\s]*@{id})", NameLabel},
    {R"((?i)%u[0-9a-z]{4}|%[^\s]+)", StrChar},
    {R"(@{digits}(@{radix}|@{exponent}|\.@{digits})*)", Num},
    {R"(@{id}:@{id})", Name},
    {R"(@{id})", Name},
    {R"([\[\]{}().,;])", Punctuation},
    {R"(\$)", Punctuation},
    {R"(<<|>>)", Operator},
    {R"([-~+\/*%=&^<>]|!=)", Operator},
    {R"([\s]+)", TextWhitespace},

    State("method_name"),
    {R"((@{id})(\.)(@{id}))", Groups(NameClass, Punctuation, NameFunction), Pop()},
};

}  // namespace

const Definition lexers::magik = {.tag = "magik", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
