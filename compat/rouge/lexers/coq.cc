#include "compat/rouge/lexer.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"gallina", "as fun if in let match then else return end Type Set Prop forall"},
    {"coq",
     "Definition Theorem Lemma Remark Example Fixpoint CoFixpoint Record Inductive CoInductive Corollary Goal "
     "Proof Ltac Require Import Export Module Section End Variable Context Polymorphic Monomorphic Universe "
     "Universes Variables Class Instance Global Local Include Printing Notation Infix Arguments Hint Rewrite "
     "Immediate Qed Defined Opaque Transparent Existing Compute Eval Print SearchAbout Search About Check"},
    {"ltac",
     "apply eapply auto eauto rewrite setoid_rewrite with in as at destruct split inversion injection intro "
     "intros unfold fold cbv cbn lazy subst clear symmetry transitivity etransitivity erewrite edestruct "
     "constructor econstructor eexists exists f_equal refine instantiate revert simpl specialize generalize "
     "dependent red induction beta iota zeta delta exfalso autorewrite compute vm_compute native_compute"},
    {"tacticals", "repeat first try"},
    {"terminators", "omega solve congruence reflexivity exact assumption eassumption"},
    {"keyopts", "_ ; : → ↔ ⇒ ⇔ ≔ ≡ ∀ ∃ ∧ ∨ ¬ ⊤ ⊥ ⊢ ⊨ ∈"},
};

constexpr WordClass kNames[] = {
    {"coq", Keyword},
    {"gallina", KeywordReserved},
    {"ltac", KeywordPseudo},
    {"terminators", NameException},
    {"tacticals", KeywordPseudo},
    {nullptr, NameConstant},
};

constexpr Part kParts[] = {
    {"name", R"((?:[a-z][\w']*)|(?:[_a-z][\w']+))"},
};

constexpr int kName = 0;
constexpr int kQualified = 0;

void BeginName(Lexer& l) {
  l.texts[kName] = l.Match();
  l.numbers[kQualified] = 0;
}

void Qualifier(Lexer& l) {
  l.Put(NameNamespace, l.texts[kName]);
  l.Put(Punctuation, ".");
  l.numbers[kQualified] = 1;
  l.texts[kName] = l.Match(1);
}

void EndName(Lexer& l) {
  const std::string_view name = l.texts[kName];
  l.Put(l.numbers[kQualified] != 0 ? NameConstant : l.ByWord(kNames, name), name);
}

void EndSentence(Lexer& l) {
  EndName(l);
  l.Put(PunctuationIndicator, ".");
  l.Put(TextWhitespace, l.Match(1));
}

void SetOptions(Lexer& l) {
  l.PutGroups({Keyword, TextWhitespace, Keyword, TextWhitespace, Keyword, TextWhitespace});
  l.Put(PunctuationIndicator, ".");
}

void ModuleType(Lexer& l) {
  l.Put(Keyword, "Module");
  l.Put(TextWhitespace, l.Match(1));
  l.Put(Keyword, "Type");
  l.Put(TextWhitespace, l.Match(2));
}

void Character(Lexer& l) {
  const bool is_operator = Like(l.Match(), R"([\[\];,{}_()!$%&*+./:<=>?@^|~#-])");
  l.Put(l.InList("keyopts", l.Match()) ? Punctuation : is_operator ? Operator : Error);
}

constexpr Rule kRules[] = {
    State("root"),
    {R"([(][*](?![)]))", Comment, "comment"},
    {R"(\s+)", TextWhitespace},
    {R"(Module(\s+)Type(\s+))", ModuleType},
    {R"((Set|Unset)(\s+)(Universe|Printing|Implicit|Strict)(\s+)(Polymorphism|All|Notations|Arguments|Universes|Implicit)(\s*)\.)",
     SetOptions},
    {R"((?i)@{name}|(?i:(?:[a-z][\w']*)|(?:[_a-z][\w']+)))", BeginName, "continue_id"},
    {R"(/\\)", Operator},
    {R"(\\\/)", Operator},
    {R"((?i)-?\d[\d_]*(.[\d_]*)?(e[+-]?\d[\d_]*))", NumFloat},
    {R"(\d[\d_]*)", NumInteger},
    {R"('(?:(\\[\\"'ntbr ])|(\\[0-9]{3})|(\\x\h{2}))')", StrChar},
    {R"(')", Keyword},
    {R"(")", StrDouble, "string"},
    {R"([~?](?i:(?:[a-z][\w']*)|(?:[_a-z][\w']+)))", NameVariable},
    {R"(.)", Character},

    State("comment"),
    {R"([^(*)]+)", Comment},
    {R"([(][*])", Comment, PushSame()},
    {R"([*][)])", Comment, Pop()},
    {R"([(*)])", Comment},

    State("string"),
    {R"((?:\\")+|[^"])", StrDouble},
    Mixin("escape_sequence"),
    {R"(\\\n)", StrDouble},
    {R"(")", StrDouble, Pop()},

    State("escape_sequence"),
    {R"(\\[\\"'ntbr])", StrEscape},

    State("continue_id"),
    {R"((?i)\.((?:[a-z][\w']*)|(?:[_a-z][\w']+)))", Qualifier},
    {R"(\.(\s+))", EndSentence, Pop()},
    {R"()", EndName, Pop()},
};

}  // namespace

const Definition lexers::coq = {.tag = "coq", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
