#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "let in node extern system returns weak strong assert raise try catch trap do exist erun run type ref "
     "exception include false true"},
    {"word_operators", "div and xor mod or not nor if then else pre"},
    {"primitives", "int real bool trace loop fby"},
};

}  // namespace

const Definition lexers::lutin = {.tag = "lutin", .parent = &lexers::lustre, .words = kWords};

}  // namespace tincture::rouge
