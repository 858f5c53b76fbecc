#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

// The JavaScript of {{ }} goes on from one to the next, apart from that of <script>.
constexpr int kInterpolation = 1;

void LookUpLanguage(Lexer& l) {
  std::string name = Downcase(l.Match(3));
  std::erase_if(name, [](char c) { return c == '"' || c == '\''; });
  l.PutGroups({NameAttribute, Text, Str});
  l.language = name == "html"         ? &lexers::html
               : name == "css"        ? &lexers::css
               : name == "javascript" ? &lexers::javascript
               : name == "sass"       ? &lexers::sass
               : name == "scss"       ? &lexers::scss
               : name == "coffee"     ? &lexers::coffeescript
                                      : &lexers::plaintext;
}

void Open(Lexer& l, const Definition& language) {
  l.PutGroups({NameTag, Text, Keyword});
  l.language = &language;
}

Lexer& Interpolated(Lexer& l) { return l.Inner(lexers::javascript, l.options(), kInterpolation); }

void Embed(Lexer& l) { l.Delegate(l.language == nullptr ? lexers::plaintext : *l.language, l.Match()); }

void Interpolate(Lexer& l) { Interpolated(l).ContinueLex(l.Match()); }

constexpr Rule kRules[] = {
    Prepend("root"),
    {R"((<)(\s*)(template))", [](Lexer& l) { Open(l, lexers::html); }, Push("template").Push("lang_tag")},
    {R"((<)(\s*)(style))", [](Lexer& l) { Open(l, lexers::css); }, Push("style").Push("lang_tag")},
    {R"((<)(\s*)(script))", [](Lexer& l) { Open(l, lexers::javascript); }, Push("script").Push("lang_tag")},

    Prepend("tag"),
    {R"([a-zA-Z0-9_:#\[\]()*.-]+\s*=\s*)", NameAttribute, "attr"},

    State("style_content"),
    {R"([^<]+)", Embed},
    {R"(<\s*/\s*style\s*>)", NameTag, Pop()},
    {R"(<)", Embed},

    State("style"),
    {R"((<\s*\/\s*)(style)(\s*>))", Groups(NameTag, Keyword, NameTag), Pop()},
    Mixin("style_content"),
    Mixin("embed"),

    State("script"),
    {R"((<\s*\/\s*)(script)(\s*>))", Groups(NameTag, Keyword, NameTag), Pop()},
    Mixin("script_content"),
    Mixin("embed"),

    State("lang_tag"),
    {R"~((lang\s*=)(\s*)("(?:\\.|[^\\])*?"|'(\\.|[^\\])*?'|[^\s>]+))~", LookUpLanguage},
    Mixin("tag"),

    State("template"),
    {R"((<\s*/\s*)(template)(\s*>))", Groups(NameTag, Keyword, NameTag), Pop()},
    {R"({{)",
     [](Lexer& l) {
       l.Put(StrInterpol);
       Interpolated(l).Reset();
     },
     "template_interpol"},
    Mixin("embed"),

    State("template_interpol"),
    {R"(}})", StrInterpol, Pop()},
    {R"(})", Error},
    Mixin("template_interpol_inner"),

    State("template_interpol_inner"),
    {R"({)", Interpolate, PushSame()},
    {R"(})", Interpolate, Pop()},
    {R"([^{}]+)", Interpolate},

    State("embed"),
    {R"([^{<]+)", Embed},
    {R"([<{][^<{]*)", Embed},
};

}  // namespace

const Definition lexers::vue = {.tag = "vue", .aliases = "vuejs", .parent = &lexers::html, .rules = kRules};

}  // namespace tincture::rouge
