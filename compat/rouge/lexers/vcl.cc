#include "compat/rouge/lexer.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "vcl set unset include import if else elseif elif elsif director probe backend acl declare local BOOL "
     "FLOAT INTEGER IP RTIME STRING TIME"},
    {"functions",
     "ban call hash_data new regsub regsuball return rollback std.cache_req_body std.collect std.duration "
     "std.fileread std.healthy std.integer std.ip std.log std.port std.querysort std.random std.real "
     "std.real2time std.rollback std.set_ip_tos std.strstr std.syslog std.time std.time2integer std.time2real "
     "std.timestamp std.tolower std.toupper synth synthetic"},
    {"variables",
     "bereq bereq.backend bereq.between_bytes_timeout bereq.connect_timeout bereq.first_byte_timeout "
     "bereq.method bereq.proto bereq.retries bereq.uncacheable bereq.url bereq.xid beresp beresp.age "
     "beresp.backend beresp.backend.ip beresp.backend.name beresp.do_esi beresp.do_gunzip beresp.do_gzip "
     "beresp.do_stream beresp.grace beresp.keep beresp.proto beresp.reason beresp.status beresp.storage_hint "
     "beresp.ttl beresp.uncacheable beresp.was_304 client.identity client.ip local.ip now obj.age obj.grace "
     "obj.hits obj.keep obj.proto obj.reason obj.status obj.ttl obj.uncacheable remote.ip req req.backend_hint "
     "req.can_gzip req.esi req.esi_level req.hash_always_miss req.hash_ignore_busy req.method req.proto "
     "req.restarts req.ttl req.url req.xid resp resp.proto resp.reason resp.status server.hostname "
     "server.identity server.ip"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"functions", NameFunction},
    {"variables", NameVariable},
    {nullptr, Text},
};

constexpr Part kParts[] = {
    {"hex", R"((?i)0x[0-9a-f]+(?:\.[0-9a-f]+)?(?:p[+-]?[0-9a-f]+)?)"},
    {"decimal", R"((?i)[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?)"},
};

void Number(Lexer& l) { l.Put(Like(l.Match(), R"(([0-9]+|0x[0-9a-fA-F]+)\z)") ? NumInteger : NumFloat); }

constexpr Rule kRules[] = {
    State("root"),
    {R"~((?s)\{".*?"})~", StrSingle},
    {R"~((?s)\{(\w+)".*?"(\1)\})~", StrSingle},
    {R"((?s)/\*.*?\*/)", CommentMultiline},
    {R"((?://|#).*)", CommentSingle},
    {R"(true|false)", KeywordConstant},
    {R"((?:beresp|bereq|resp|req|obj)\.http\.[\w.-]+)", NameVariable},
    {R"(var\.[\w.-]+)", NameVariable},
    {R"((sub)([ \f\n\r\t\x0b]+)([\w-]+))", Groups(Keyword, Text, NameFunction)},
    {R"(C\{)", CommentPreproc, "inline_c"},
    {R"((?i)\.?[a-z_][\w.-]*)", Words(kNames)},
    {R"((?:@{hex}|@{decimal})(?:ms|s|m|h|d|w|y))", NumOther},
    {R"(@{hex}|@{decimal})", Number},
    {R"(")", StrDouble, "string"},
    {R"([&|+-]{2}|[<=>!*/+-]=|<<|>>|!~|[-+*/%><=!&|~])", Operator},
    {R"([{}();.,])", Punctuation},
    {R"(\r\n?|\n)", Text},
    {R"(.)", Text},

    State("string"),
    {R"(")", StrDouble, Pop()},
    {R"(\\[\\"nt])", StrEscape},
    {R"(\r\n?|\n)", StrDouble},
    {R"(.)", StrDouble},

    State("inline_c"),
    {R"(}C)", CommentPreproc, Pop()},
    {R"((?s).*?(?=}C))", Delegate(lexers::c)},
};

}  // namespace

const Definition lexers::vcl = {
    .tag = "vcl", .aliases = "varnishconf varnish", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
