#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "as do extends flush from include import use else starts ends with without autoescape endautoescape block "
     "endblock embed endembed filter endfilter for endfor if endif macro endmacro sandbox endsandbox set endset "
     "spaceless endspaceless"},
    {"tests", "constant defined divisibleby empty even iterable null odd sameas"},
    {"pseudo_keywords", "true false none"},
    {"word_operators", "b-and b-or b-xor is in and or not"},
};

}  // namespace

const Definition lexers::twig = {.tag = "twig", .parent = &lexers::jinja, .words = kWords};

}  // namespace tincture::rouge
