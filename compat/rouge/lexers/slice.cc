#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "extends implements enum interface struct class module dictionary const optional out throws exception "
     "local idempotent sequence Object LocalObject Value"},
    {"types", "bool string byte long float double int void short"},
};

}  // namespace

const Definition lexers::slice = {.tag = "slice", .parent = &lexers::c, .words = kWords};

}  // namespace tincture::rouge
