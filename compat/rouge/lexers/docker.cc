#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "FROM MAINTAINER CMD LABEL EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG STOPSIGNAL HEALTHCHECK "
     "SHELL"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"((?i)^(FROM)(\s+)(.*)(\s+)(AS)(\s+)(.*))",
     Groups(Keyword, TextWhitespace, Str, TextWhitespace, Keyword, TextWhitespace, Str)},
    {R"((?i)^(ONBUILD)(\s+)(@{keywords})(.*))", Groups(Keyword, TextWhitespace, Keyword, Str)},
    {R"((?i)^(@{keywords})\b(.*))", Groups(Keyword, Str)},
    {R"(#.*?$)", Comment},
    {R"((?i)^(ONBUILD\s+)?RUN(\s+))",
     [](Lexer& l) {
       l.Put(Keyword);
       l.Inner(lexers::shell).Reset();
     },
     "run"},
    {R"(\w+)", Text},
    {R"([^\w]+)", Text},
    {R"(.)", Text},

    State("run"),
    {R"(\n)", Text, Pop()},
    {R"((?s)\\.)", StrEscape},
    {R"((\\.|[^\n\\])+)", [](Lexer& l) { l.Continue(lexers::shell, l.Match()); }},
};

}  // namespace

const Definition lexers::docker = {
    .tag = "docker", .aliases = "dockerfile Dockerfile", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
