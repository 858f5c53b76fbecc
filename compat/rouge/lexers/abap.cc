#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "*-input ?to abap-source abbreviated abs abstract accept accepting according accp activation actual add "
     "add-corresponding adjacent after alias aliases align all allocate alpha analysis analyzer and any append "
     "appendage appending application archive area arithmetic as ascending aspect assert assign assigned "
     "assigning association asynchronous at attributes authority authority-check avg back background backup "
     "backward badi base before begin between big binary bintohex bit bit-and bit-not bit-or bit-xor black "
     "blank blanks blob block blocks blue bound boundaries bounds boxed break-point bt buffer by bypassing byte "
     "byte-ca byte-cn byte-co byte-cs byte-na byte-ns byte-order ca call calling case cast casting catch ceil "
     "center centered chain chain-input chain-request change changing channels char char-to-hex character check "
     "checkbox circular class class-coding class-data class-events class-methods class-pool cleanup clear "
     "client clnt clob clock close cn co coalesce code coding collect color column columns col_background "
     "col_group col_heading col_key col_negative col_normal col_positive col_total comment comments commit "
     "common communication comparing component components compression compute concat concatenate "
     "concat_with_space cond condense condition connect connection constants context contexts continue control "
     "controls conv conversion convert copies copy corresponding count country cover cp cpi create creating "
     "critical cs cuky curr currency currency_conversion current cursor cursor-selection customer "
     "customer-function cx_dynamic_check cx_no_check cx_root cx_sql_exception cx_static_check dangerous data "
     "database datainfo dataset date dats dats_add_days dats_add_months dats_days_between dats_is_valid "
     "daylight dd/mm/yy dd/mm/yyyy ddmmyy deallocate dec decimals decimal_shift declarations deep default "
     "deferred define defining definition delete deleting demand department descending describe destination "
     "detail df16_dec df16_raw df16_scl df34_dec df34_raw df34_scl dialog directory disconnect display "
     "display-mode distance distinct div divide divide-corresponding division do dummy duplicate duplicates "
     "duration during dynamic dynpro e edit editor-call else elseif empty enabled enabling encoding end "
     "end-enhancement-section end-lines end-of-definition end-of-file end-of-page end-of-selection "
     "end-test-injection end-test-seam endat endcase endcatch endchain endclass enddo endenhancement endexec "
     "endform endfunction endian endif ending endinterface endloop endmethod endmodule endon endprovide "
     "endselect endtry endwhile endwith engineering enhancement enhancement-point enhancement-section "
     "enhancements entries entry environment eq equiv errormessage errors escape escaping event events exact "
     "except exception exception-table exceptions exclude excluding exec execute exists exit exit-command "
     "expand expanding expiration explicit exponent export exporting extend extended extension extract fail "
     "fetch field field-groups field-symbol field-symbols fields file filter filter-table filters final find "
     "first first-line fixed-point fkeq fkge floor fltp flush font for form format forward found frame frames "
     "free friends from function function-pool functionality further gaps ge generate get get_print_parameters "
     "giving gkeq gkge global grant green group groups gt handle handler harmless hashed having hdb head-lines "
     "header headers heading help-id help-request hextobin hide high hint hold hotspot i icon id identification "
     "identifier ids if if_abap_close_resource if_abap_codepage if_abap_db_blob_handle if_abap_db_clob_handle "
     "if_abap_db_lob_handle if_abap_db_reader if_abap_db_writer if_abap_reader if_abap_writer if_message "
     "if_os_ca_instance if_os_ca_persistency if_os_factory if_os_query if_os_query_manager if_os_query_options "
     "if_os_state if_os_transaction if_os_transaction_manager if_serializable_object if_shm_build_instance "
     "if_system_uuid if_t100_dyn_msg if_t100_message ignore ignoring immediately implementation implementations "
     "implemented implicit import importing in inactive incl include includes including increment index "
     "index-line infotypes inheriting init initial initialization inner inout input insert instance instances "
     "instr int1 int2 int4 int8 intensified interface interface-pool interfaces internal intervals into inverse "
     "inverted-date is iso itno job join keep keeping kernel key keys keywords kind lang language last late "
     "layout lchr ldb_process le leading leave left left-justified leftplus leftspace legacy length let level "
     "levels like line line-count line-selection line-size linefeed lines list list-processing listbox little "
     "llang load load-of-program lob local locale locator log-point logfile logical long loop low lower lpad "
     "lpi lraw lt ltrim m mail main major-id mapping margin mark mask match matchcode max maximum medium "
     "members memory mesh message message-id messages messaging method methods min minimum minor-id mm/dd/yy "
     "mm/dd/yyyy mmddyy mod mode modif modifier modify module move move-corresponding multiply "
     "multiply-corresponding na name nametab native nb ne nested nesting new new-line new-page new-section next "
     "no no-display no-extension no-gap no-gaps no-grouping no-heading no-scrolling no-sign no-title "
     "no-topofpage no-zero node nodes non-unicode non-unique not np ns null number numc o object objects "
     "obligatory occurrence occurrences occurs of off offset on only open option optional options or order "
     "other others out outer output output-length overflow overlay pack package pad padding page pages "
     "parameter parameter-table parameters part partially pattern percentage perform performing person pf "
     "pf-status pink places pool position pos_high pos_low pragmas prec precompiled preferred preserving "
     "primary print print-control priority private procedure process program property protected provide public "
     "push pushbutton put quan queue-only quickinfo radiobutton raise raising range ranges raw rawstring read "
     "read-only reader receive received receiver receiving red redefinition reduce reduced ref reference "
     "refresh regex reject remote renaming replace replacement replacing report request requested reserve reset "
     "resolution respecting responsible result results resumable resume retry return returncode returning "
     "returns right right-justified rightplus rightspace risk rmc_communication_failure rmc_invalid_status "
     "rmc_system_failure role rollback round rows rpad rtrim run sap sap-spool saving scale_preserving "
     "scale_preserving_scientific scan scientific scientific_with_leading_zero screen scroll scroll-boundary "
     "scrolling search secondary seconds section select select-options selection selection-screen selection-set "
     "selection-sets selection-table selections send separate separated set shared shift short shortdump-id "
     "sign sign_as_postfix simple single size skip skipping smart some sort sortable sorted source space "
     "specified split spool spots sql sqlscript sstring stable stamp standard start-of-selection starting state "
     "statement statements static statics statusinfo step-loop stop string structure structures style subkey "
     "submatches submit subroutine subscreen substring subtract subtract-corresponding suffix sum summary "
     "summing supplied supply suppress switch switchstates symbol syncpoints syntax syntax-check syntax-trace "
     "syst system-call system-exceptions system-exit tab tabbed table tables tableview tabstrip target task "
     "tasks test test-injection test-seam testing text textpool then throw time times timestamp timezone tims "
     "tims_is_valid title title-lines titlebar to tokenization tokens top-lines top-of-page trace-file "
     "trace-table trailing transaction transfer transformation translate transporting trmac truncate truncation "
     "try tstmp_add_seconds tstmp_current_utctimestamp tstmp_is_valid tstmp_seconds_between type type-pool "
     "type-pools types uline unassign under unicode union unique unit unit_conversion unix unpack until unwind "
     "up update upper user user-command using utf-8 valid value value-request values varc vary varying "
     "verification-message version via view visible wait warning when whenever where while width window windows "
     "with with-heading with-title without word work write writer xml xsd yellow yes yymmdd z zero zone"},
    {"builtins",
     "acos apply asin assign atan attribute bit-set boolc boolx call call-method cast ceil cfunc charlen "
     "char_off class_constructor clear cluster cmax cmin cnt communication_failure concat_lines_of cond "
     "cond-var condense constructor contains contains_any_not_of contains_any_of copy cos cosh count "
     "count_any_not_of count_any_of create cursor data dbmaxlen dbtab deserialize destructor distance empty "
     "error_message escape exp extensible find find_any_not_of find_any_of find_end floor frac from_mixed group "
     "hashed header idx include index insert ipow itab key lax lines line_exists line_index log log10 loop "
     "loop_key match matches me mesh_path namespace nmax nmin node numeric numofchar object parameter "
     "primary_key read ref repeat replace rescale resource_failure reverse root round segment sender serialize "
     "shift_left shift_right sign simple sin sinh skip sorted space sqrt standard strlen substring "
     "substring_after substring_before substring_from substring_to sum switch switch-var system_failure table "
     "table_line tan tanh template text to_lower to_mixed to_upper transform translate trunc type value "
     "variable write xsdbool xsequence xstrlen"},
    {"types", "b c d decfloat16 decfloat34 f i int8 n p s t x clike csequence decfloat string xstring"},
    {"constructors", "data field-symbol"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"types", KeywordType},
    {nullptr, Name},
};

constexpr WordClass kCalls[] = {
    {"constructors", Keyword},
    {"builtins", NameBuiltin},
    {nullptr, Name},
};

void Call(Lexer& l) {
  const Token token = l.Matched(1) ? Name : l.ByWord(kCalls, Downcase(l.Match(2)));
  l.PutGroups({Operator, token, Punctuation});
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(".*)", CommentSingle},
    {R"(^\*.*)", CommentMultiline},
    {R"(\d+)", NumInteger},
    {R"(['`])", StrSingle, "single_string"},
    {R"([\[\](){}.,:|])", Punctuation},
    {R"((->|=>)?([A-Za-z][A-Za-z0-9_\-]*)(\())", Call},
    {R"(\w\w*)", WordsIgnoringCase(kNames)},
    {R"(->|->>|=>)", Operator},
    {R"([-*+%/~=&?<>!#@^]+)", Operator},

    State("single_string"),
    {R"(\\.)", StrEscape},
    {R"(''|``)", StrEscape},
    {R"(['`])", StrSingle, Pop()},
    {R"([^\\'`]+)", StrSingle},
};

}  // namespace

const Definition lexers::abap = {.tag = "abap", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
