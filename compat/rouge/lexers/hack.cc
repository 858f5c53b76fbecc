#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "type newtype enum as super async await Awaitable vec dict keyset void int string bool float double "
     "arraykey num Stringish",
     kAddToParent},
};

constexpr Rule kRules[] = {
    Prepend("root"),
    {R"(<\?hh(\s*\/\/\s*(strict|decl|partial))?$)", CommentPreproc, "php"},

    Prepend("php"),
    {R"((/\*\s*)(HH_(?:IGNORE_ERROR|FIXME)\[\d+\])([^*]*)(\*/))",
     Groups(CommentPreproc, CommentPreproc, CommentMultiline, CommentPreproc)},
    {R"(// UNSAFE(?:_EXPR|_BLOCK)?)", CommentPreproc},
    {R"(/\*\s*UNSAFE_EXPR\s*\*/)", CommentPreproc},
};

}  // namespace

const Definition lexers::hack = {
    .tag = "hack", .aliases = "hh", .parent = &lexers::php, .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
