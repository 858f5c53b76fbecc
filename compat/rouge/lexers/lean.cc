#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "abbreviation add_rewrite alias assume axiom begin by calc calc_refl calc_subst calc_trans #check coercion "
     "conjecture constant constants context corollary def definition end #eval example export expose exposing "
     "exit extends from fun have help hiding hott hypothesis import include including inductive infix infixl "
     "infixr inline instance irreducible lemma match namespace notation opaque opaque_hint open options "
     "parameter parameters postfix precedence prefix #print private protected #reduce reducible renaming repeat "
     "section set_option show tactic_hint theorem universe universes using variable variables with"},
    {"types", "Sort Prop Type"},
    {"operators",
     "!= # & && \\* \\+ - / @ ! ` -\\. -> \\. \\.\\. \\.\\.\\. :: :> ; ;; < <- = == > _ \\| \\|\\| ~ => <= >= / \\/ ∀ "
     "Π λ ↔ "
     "∧ ∨ ≠ ≤ ≥ ⊎ ¬ ⁻¹ ⬝ ▸ → ∃ ℕ ℤ ≈ × ⌞ ⌟ ≡ ⟨ ⟩"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"types", KeywordType},
    {nullptr, Name},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s*--+\s+.*?$)", CommentDoc},
    {R"(")", Str, "string"},
    {R"(\d+)", NumInteger},
    {R"(#?\w+)", Words(kNames)},
    {R"([λ])", Keyword},
    {R"(\:=?)", Text},
    {R"(\.[0-9]*)", Operator},
    {R"(@{operators})", Operator},
    {R"([\s\(\),\[\]αβ‹›]+)", Text},
    {R"(.)", Error},

    State("string"),
    {R"(")", Str, Pop()},
    {R"(\\)", StrEscape, "escape"},
    {R"([^\\"]+)", Str},

    State("escape"),
    {R"([nrt"'\\])", StrEscape, Pop()},
    {R"((?i)x[\da-f]+)", StrEscape, Pop()},
};

}  // namespace

const Definition lexers::lean = {.tag = "lean", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
