#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

// The places of YAML's lexer: the innermost indentation is the last of `levels`, the line's is this number.
constexpr int kNextIndent = 0;

void OperatorKey(Lexer& l) {
  l.PutGroups({KeywordReserved, PunctuationIndicator});
  if (l.levels.empty() || l.levels.back() < l.numbers[kNextIndent]) l.levels.push_back(l.numbers[kNextIndent]);
}

constexpr WordList kWords[] = {
    {"operators",
     "call> require> loop> for_each> if> fail> echo> td> td_run> td_ddl> td_load> td_for_each> td_wait> "
     "td_wait_table> td_partial_delete> td_table_export> pg> mail> http> s3_wait> redshift> redshift_load> "
     "redshift_unload> emr> gcs_wait> bq> bq_ddl> bq_extract> bq_load> sh> py> rb> embulk> _do _parallel"},
};

constexpr Rule kRules[] = {
    Prepend("block_nodes"),
    {R"((@{operators})(:)(?=\s|$))", OperatorKey},
};

}  // namespace

const Definition lexers::digdag = {.tag = "digdag", .parent = &lexers::yaml, .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
