#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"types",
     "char byte varchar2 nchar nvarchar2 number float binary_float binary_double long raw date timestamp "
     "interval local time zone to month second year day blob clob nclob bfile urowid character varying varchar "
     "national numeric decimal dec integer int smallint double precision real sdo_geometry sdo_topo_geometry "
     "sdo_georaster ref anytype anydata anydataset xmltype httpuritype xdburitype dubritype boolean pls_integer "
     "binary_integer simple_float simple_integer simple_double sys_refcursor"},
    {"functions",
     "abs acos add_months approx_count approx_count_distinct approx_count_distinct_agg "
     "approx_count_distinct_detail approx_median approx_percentile approx_percentile_agg "
     "approx_percentile_detail approx_rank approx_sum ascii asciistr asin atan atan2 avg bfilename bin_to_num "
     "bitand cardinality cast ceil chartorowid chr cluster_details cluster_distance cluster_id "
     "cluster_probability cluster_set coalesce collation collect compose concat convert con_dbid_to_id "
     "con_guid_to_id con_name_to_id con_uid_to_id corr cos cosh count covar_pop covar_samp cume_dist "
     "current_date current_timestamp cv dataobj_to_mat_partition dataobj_to_partition dbtimezone decode "
     "decompose dense_rank depth deref dump empty_blob empty_clob existsnode exp extract extractvalue "
     "feature_compare feature_details feature_id feature_set feature_value first first_value floor from_tz "
     "greatest grouping grouping_id group_id hextoraw initcap instr iteration_number json_array json_arrayagg "
     "json_object json_objectagg json_query json_table json_value lag last last_day last_value lead least "
     "length listagg ln lnnvl localtimestamp log lower lpad ltrim make_ref max median min mod months_between "
     "nanvl nchr new_time next_day nlssort nls_charset_decl_len nls_charset_id nls_charset_name "
     "nls_collation_id nls_collation_name nls_initcap nls_lower nls_upper nth_value ntile nullif "
     "numtodsinterval numtoyminterval nvl nvl2 ora_dm_partition_name ora_dst_affected ora_dst_convert "
     "ora_dst_error ora_hash ora_invoking_user ora_invoking_userid path percentile_cont percentile_disc "
     "percent_rank power powermultiset powermultiset_by_cardinality prediction prediction_bounds "
     "prediction_cost prediction_details prediction_probability prediction_set presentnnv presentv previous "
     "rank ratio_to_report rawtohex rawtonhex reftohex regexp_count regexp_instr regexp_replace regexp_substr "
     "remainder replace round rowidtochar rowidtonchar row_number rpad rtrim scn_to_timestamp sessiontimezone "
     "set sign sin sinh soundex sqrt standard_hash stats_binomial_test stats_crosstab stats_f_test "
     "stats_ks_test stats_mode stats_mw_test stats_one_way_anova stats_wsr_test stddev stddev_pop stddev_samp "
     "substr sum sysdate systimestamp sys_connect_by_path sys_context sys_dburigen sys_extract_utc sys_guid "
     "sys_op_zone_id sys_typeid sys_xmlagg sys_xmlgen tan tanh timestamp_to_scn to_approx_count_distinct "
     "to_approx_percentile to_binary_double to_binary_float to_blob to_char to_clob to_date to_dsinterval "
     "to_lob to_multi_byte to_nchar to_nclob to_number to_single_byte to_timestamp to_timestamp_tz "
     "to_yminterval translate treat trim trunc tz_offset uid unistr upper user userenv validate_conversion "
     "value variance var_pop var_samp vsize width_bucket xmlagg xmlcast xmlcdata xmlcolattval xmlcomment "
     "xmlconcat xmldiff xmlelement xmlexists xmlforest xmlisvalid xmlparse xmlpatch xmlpi xmlquery xmlroot "
     "xmlsequence xmlserialize xmltable xmltransform"},
    {"reserved",
     "accessible agent all alter and any as asc between bfile_base blob_base by c calling charset charsetform "
     "charsetid char_base check clob_base cluster collate compiled compress connect connect_by_root constructor "
     "create customdatum date_base default delete desc distinct drop duration else elsif except exclusive "
     "exists exit fixed for forall from general grant group having identified in index indices insert interface "
     "intersect into is large like limited lock loop maxlen minus mode nocompress not nowait null number_base "
     "ocicoll ocidate ocidatetime ociduration ociinterval ociloblocator ocinumber ociraw ociref ocirefcursor "
     "ocirowid ocistring ocitype of on option or oracle oradata order orlany orlvary out overriding "
     "parallel_enable parameter pascal pctfree pipe pipelined polymorphic pragma prior public raise record "
     "relies_on rem rename resource result revoke rowid sb1 sb2 select separate set share short size size_t "
     "sparse sqlcode sqldata sqlname sqlstate standard start stored struct style synonym table tdo then "
     "transactional trigger ub1 ub4 union unique unsigned untrusted update valist values variable view void "
     "where while with"},
    {"keywords",
     "abort abs absent access accessed account acl acos across action actions activate active active_component "
     "active_data active_function active_tag activity adaptive_plan add add_column add_group add_months "
     "adg_redirect_dml adg_redirect_plsql adj_date admin administer administrator advanced advise advisor "
     "afd_diskstring affinity after aggregate aggregates algorithm alias allocate allow all_rows alternate "
     "always analytic analytic_view_sql analyze ancestor ancillary and_equal anomaly ansi_rearch "
     "answer_query_using_stats antijoin anyschema any_value append appendchildxml append_values application "
     "apply approx_count approx_count_distinct approx_count_distinct_agg approx_count_distinct_detail "
     "approx_median approx_percentile approx_percentile_agg approx_percentile_detail approx_rank approx_sum "
     "archival archive archived archivelog array arrays ascii asciistr asin asis assembly assign associate "
     "async asynchronous as_json at atan atan2 attribute attributes audit authenticated authentication authid "
     "authorization auto autoallocate autoextend automatic auto_login auto_reoptimize availability avcache_op "
     "average_rank avg avmdx_op avro av_aggregate av_cache aw background backingfile backup band_join basic "
     "basicfile batch batchsize batch_table_access_by_rowid become before begin beginning begin_outline_data "
     "behalf bequeath bfilename bigfile binary binary_double_infinity binary_double_nan binary_float_infinity "
     "binary_float_nan binding bind_aware bin_to_num bitand bitmap bitmaps bitmap_and bitmap_bit_position "
     "bitmap_bucket_number bitmap_construct_agg bitmap_count bitmap_or_agg bitmap_tree bitor bits bitxor "
     "bit_and_agg bit_or_agg bit_xor_agg block blockchain blocking blocks blocksize block_range body bool "
     "bootstrap both bound branch breadth broadcast bson buffer buffer_cache buffer_pool build bulk bushy_join "
     "bypass_recursive_check bypass_ujvc cache cache_cb cache_instances cache_temp_table caching calculated "
     "call callback cancel capacity caption capture cardinality cascade case cast catalog_dblink category "
     "cdb$default cdb_http_handler ceil cellmemory cell_flash_cache certificate cfile chained change "
     "change_dupkey_error_index chartorowid char_cs checkpoint checksum check_acl_rewrite child choose chr "
     "chunk class classification classifier clause clean cleanup clear client clone close closest "
     "close_cached_open_cursors cloud_identity clustering clustering_factor clusters cluster_by_rowid "
     "cluster_details cluster_distance cluster_id cluster_probability cluster_set coalesce coalesce_sq coarse "
     "colauth cold collate collation collect column columnar columns column_authorization_indicator "
     "column_auth_indicator column_stats column_value comment commit committed common common_data_map compact "
     "compatibility compile complete compliance component components compose composite composite_limit compound "
     "computation compute concat condition conditional confirm conforming connect_by_cb_whr_only "
     "connect_by_combine_sw connect_by_cost_based connect_by_elim_dups connect_by_filtering connect_by_iscycle "
     "connect_by_isleaf connect_by_root connect_time consensus consider consistent const constant constraint "
     "constraints container containers containers_default container_data container_data_admit_null "
     "container_map container_map_object content contents context continue controlfile conversion convert "
     "con_dbid_to_id con_guid_to_id con_id con_id_filter con_id_to_con_name con_id_to_dbid con_id_to_guid "
     "con_id_to_uid con_name_to_id con_uid_to_id cookie copy corr corruption corrupt_xid corrupt_xid_all corr_k "
     "corr_s cos cosh cost cost_xml_query_rewrite count covar_pop covar_samp co_auth_ind cpu_costing cpu_count "
     "cpu_per_call cpu_per_session cpu_time crash create_file_dest create_stored_outlines creation credential "
     "credentials critical cross crossedition csconvert cube cube_aj cube_gb cube_sj cume_dist cume_distm "
     "current currentv current_date current_instance current_partset_key current_schema current_shard_key "
     "current_time current_timestamp current_user cursor cursor_sharing_exact cursor_specific_segment cv cycle "
     "dagg_optim_gsets dangling data database databases datafile datafiles datamovement dataobjno "
     "dataobj_to_mat_partition dataobj_to_partition datapump datastore data_link_dml "
     "data_security_rewrite_limit data_validate date_mode days dba dba_recyclebin dbms_stats dbstr2utf8 "
     "dbtimezone db_role_change db_unique_name db_version ddl deallocate debug debugger declare decode "
     "decompose decompress decorrelate decr decrement decrypt deduplicate defaults default_collation "
     "default_pdb_hint deferrable deferred define defined definer definition degree delay delegate deletexml "
     "delete_all demand denorm_av dense_rank dense_rankm dependent depth dequeue deref deref_no_rewrite "
     "descendant description destroy detached determined determines deterministic dg_gather_stats diagnostics "
     "dictionary digest dimension dimensions direct directory direct_load direct_path disable disable_all "
     "disable_containers_default disable_container_map disable_parallel_dml disable_preset disable_rpke "
     "disallow disassociate discard disconnect disk diskgroup disks dismount distinguished distribute "
     "distributed dist_agg_prollup_pushdown dml dml_update docfidelity document domain_index_filter "
     "domain_index_no_sort domain_index_sort downgrade drain_timeout driving_site drop_column drop_group "
     "dst_upgrade_insert_conv dump duplicate duplicated dv dynamic dynamic_sampling dynamic_sampling_est_cdn "
     "each edition editionable editioning editions elapsed_time element eliminate_join eliminate_oby "
     "eliminate_outer_join eliminate_sq elim_groupby em empty empty_blob empty_clob enable enable_all "
     "enable_parallel_dml enable_preset encode encoding encrypt encryption end end_outline_data enforce "
     "enforced enqueue enterprise entityescaping entry equipart equivalent error errors error_argument "
     "error_on_overlap_time escape estimate eval evalname evaluate evaluation even events every exception "
     "exceptions exchange exclude excluding execute exempt existing existsnode exp expand expand_gset_to_union "
     "expand_table expire explain explosion export express expr_corr_check extend extended extends extent "
     "extents external externally extra extract extractclobxml extractvalue facility fact factor factorize_join "
     "failed failed_login_attempts failgroup failover failure false family far fast fbtscan feature "
     "feature_compare feature_details feature_id feature_set feature_value federation fetch file filegroup "
     "filestore filesystem_like_logging file_name_convert filter final fine finish first firstm first_rows "
     "first_value fixed_view_data flagger flashback flash_cache flex flob floor flush folder following follows "
     "force force_json_table_transform force_spatial force_xml_query_rewrite foreign forever format forward "
     "fragment_number free freelist freelists freepools fresh fresh_mv from_tz ftp full "
     "full_outer_join_to_outer function functions gather_optimizer_statistics gather_plan_statistics "
     "gby_conc_rollup gby_pushdown generated get global globally global_name global_topic_enabled goldengate "
     "goto granted granular greatest grouping grouping_id groups group_by group_id guarantee guaranteed guard h "
     "half_years hash hashing hashkeys hashset_build hash_aj hash_sj header heap help hextoraw hextoref hidden "
     "hide hierarchical hierarchies hierarchy hier_ancestor hier_caption hier_children hier_child_count "
     "hier_column hier_condition hier_depth hier_description hier_has_children hier_lag hier_lead hier_level "
     "hier_member_name hier_member_unique_name hier_order hier_parent hier_window high hintset_begin "
     "hintset_end host hot hour hours http hwm_brokered hybrid id identifier identity idgenerators idle "
     "idle_time if ignore ignore_optim_embedded_hints ignore_row_on_dupkey_index ignore_where_clause ilm "
     "immediate immutable impact import inactive inactive_account_time include includes include_version "
     "including incoming incr increment incremental indent indexed indexes indexing indextype indextypes "
     "index_asc index_combine index_desc index_ffs index_filter index_join index_rows index_rrs index_rs "
     "index_rs_asc index_rs_desc index_scan index_skip_scan index_ss index_ss_asc index_ss_desc index_stats "
     "indicator infinite informational inherit initcap initial initialized initially initrans inline "
     "inline_xmltype_nt inline_xt inmemory inmemory_pruning inner inplace insensitive insertchildxml "
     "insertchildxmlafter insertchildxmlbefore insertxmlafter insertxmlbefore install instance instances "
     "instantiable instantly instead instr instr2 instr4 instrb instrc interleaved intermediate "
     "internal_convert internal_use interpreted intra_cdb invalidate invalidation invisible in_memory_metadata "
     "in_xquery ioseektim iotfrspeed io_logical io_megabytes io_requests isolate isolation isolation_level "
     "iterate iteration_number java job join json jsonget jsonparse jsontoxml json_array json_arrayagg "
     "json_equal json_equal2 json_exists json_exists2 json_hash json_length json_mergepatch json_mkmvi "
     "json_object json_objectagg json_patch json_query json_scalar json_serialize json_table json_textcontains "
     "json_textcontains2 json_transform json_value keep keep_duplicates kerberos key keys keysize keystore "
     "key_length kill kurtosis_pop kurtosis_samp label lag lag_diff lag_diff_percent language last last_day "
     "last_value lateral lax layer ldap_registration ldap_registration_enabled ldap_reg_sync_interval lead "
     "leading lead_cdb lead_cdb_uri lead_diff lead_diff_percent leaf least leaves ledger left length length2 "
     "length4 lengthb lengthc less level levels library life lifecycle lifetime like2 like4 likec limit linear "
     "link list listagg ln lnnvl load lob lobnvl lobs lob_value localtime localtimestamp local_indexes location "
     "locator lockdown locked locking log logfile logfiles logging logical logical_reads_per_call "
     "logical_reads_per_session logmining logoff logon log_read_only_violations lost low lower lpad ltrim main "
     "make_ref manage managed management manager mandatory manual map mapper mapping master match matched "
     "matches match_number match_recognize materialize materialized matrix max maxarchlogs maxdatafiles "
     "maxextents maximize maxinstances maxlogfiles maxloghistory maxlogmembers maxsize maxtrans maxvalue "
     "max_audit_size max_diag_size max_pdb_snapshots max_shared_temp_size mbrc measure measures median medium "
     "member memcompress memoptimize memoptimize_write memory merge merge$actions merge_aj merge_const_on "
     "merge_sj metadata metadata_source_pdb method migrate migrate_cross_con migration min minextents minimize "
     "minimum mining minus_null minute minutes minvalue mirror mirrorcold mirrorhot mismatch missing mle "
     "mlslabel mod model model_compile_subquery model_dontverify_uniqueness model_dynamic_subquery "
     "model_min_analysis model_nb model_no_analysis model_pby model_push_ref model_sv modification modify "
     "modify_column_type module monitor monitoring months months_between mount mountpath mountpoint move "
     "movement multidimensional multiset multivalue mv_merge name named names namespace nan nanvl native "
     "native_full_outer_join natural nav nchar_cs nchr needed neg nested nested_rollup_top "
     "nested_table_fast_insert nested_table_get_refs nested_table_id nested_table_set_refs "
     "nested_table_set_setid network never new new_time next next_day nlj_batching nlj_index_filter "
     "nlj_index_scan nlj_prefetch nlssort nls_calendar nls_characterset nls_charset_decl_len nls_charset_id "
     "nls_charset_name nls_collation_id nls_collation_name nls_comp nls_currency nls_date_format "
     "nls_date_language nls_initcap nls_iso_currency nls_lang nls_language nls_length_semantics nls_lower "
     "nls_nchar_conv_excp nls_numeric_characters nls_sort nls_special_chars nls_territory nls_upper nl_aj nl_sj "
     "no noappend noarchivelog noaudit nocache nocopy nocpu_costing nocycle nodelay noentityescaping noextend "
     "noforce noguarantee nokeep nolocal nologging nomapping nomaxvalue nominimize nominvalue nomonitoring "
     "nonblocking none noneditionable nonpartitioned nonschema noorder nooverride noparallel noparallel_index "
     "norelocate norely norepair noreplay noresetlogs noreverse norewrite normal norowdependencies noscale "
     "noschemacheck nosegment noshard nosort nostrict noswitch nothing notification novalidate now no_access "
     "no_adaptive_plan no_ansi_rearch no_answer_query_using_stats no_auto_reoptimize no_band_join "
     "no_basetable_multimv_rewrite no_batch_table_access_by_rowid no_bind_aware no_buffer no_bushy_join "
     "no_cartesian no_check_acl_rewrite no_clustering no_cluster_by_rowid no_coalesce_sq no_common_data "
     "no_connect_by_cb_whr_only no_connect_by_combine_sw no_connect_by_cost_based no_connect_by_elim_dups "
     "no_connect_by_filtering no_containers no_cost_xml_query_rewrite no_cpu_costing no_cross_container "
     "no_dagg_optim_gsets no_data_security_rewrite no_decorrelate no_dist_agg_prollup_pushdown "
     "no_domain_index_filter no_dst_upgrade_insert_conv no_eliminate_join no_eliminate_oby "
     "no_eliminate_outer_join no_eliminate_sq no_elim_groupby no_expand no_expand_gset_to_union no_expand_table "
     "no_fact no_factorize_join no_filtering no_full_outer_join_to_outer no_gather_optimizer_statistics "
     "no_gby_pushdown no_index no_index_ffs no_index_ss no_inmemory no_inmemory_pruning no_json_table_transform "
     "no_load no_merge no_model_push_ref no_monitor no_monitoring no_multimv_rewrite no_native_full_outer_join "
     "no_nlj_batching no_nlj_prefetch no_object_link no_oby_gbypd_separate no_order_rollups no_or_expand "
     "no_outer_join_to_anti no_outer_join_to_inner no_parallel no_parallel_index no_partial_commit "
     "no_partial_join no_partial_oson_update no_partial_rollup_pushdown no_place_distinct no_place_group_by "
     "no_pq_concurrent_union no_pq_expand_table no_pq_map no_pq_nonleaf_skew no_pq_replicate no_pq_skew "
     "no_prune_gsets no_pull_pred no_push_having_to_gby no_push_pred no_push_subq no_px_fault_tolerance "
     "no_px_join_filter no_qkn_buff no_query_transformation no_ref_cascade no_reorder_wif no_result_cache "
     "no_rewrite no_root_sw_for_local no_semijoin no_semi_to_inner no_set_gby_pushdown no_set_to_join "
     "no_sql_translation no_sql_tune no_star_transformation no_statement_queuing no_stats_gsets "
     "no_subquery_pruning no_substrb_pad no_swap_join_inputs no_table_lookup_by_nl no_temp_table "
     "no_transform_distinct_agg no_unnest no_use_cube no_use_dagg_union_all_gsets no_use_hash "
     "no_use_hash_aggregation no_use_hash_gby_for_daggpshd no_use_hash_gby_for_pushdown "
     "no_use_invisible_indexes no_use_merge no_use_nl no_use_partition_wise_distinct no_use_partition_wise_gby "
     "no_use_partition_wise_wif no_use_scalable_gby_invdist no_use_vector_aggregation no_vector_transform "
     "no_vector_transform_dims no_vector_transform_fact no_xdb_fastpath_insert no_xmlindex_rewrite "
     "no_xmlindex_rewrite_in_select no_xml_dml_rewrite no_xml_query_rewrite no_zonemap nth_value ntile nullif "
     "nulls numtodsinterval numtoyminterval num_index_keys nvl nvl2 object object2xml objno objno_reuse obj_id "
     "oby_gbypd_separate occurences occurrences odd off offline offset oid oidindex olap old old_push_pred ols "
     "oltp omit one online only opaque opaque_transform opaque_xcanonical opcode open operations operator "
     "optimal optimize optimizer_features_enable optimizer_goal opt_estimate opt_param oradebug ora_branch "
     "ora_check_acl ora_check_privilege ora_check_sys_privilege ora_clustering ora_concat_rwkey "
     "ora_dm_partition_name ora_dst_affected ora_dst_convert ora_dst_error ora_get_aclids ora_get_privileges "
     "ora_hash ora_invoking_user ora_invoking_userid ora_invoking_xs_user ora_invoking_xs_user_guid "
     "ora_normalize ora_partition_validation ora_rawcompare ora_rawconcat ora_rowscn ora_rowscn_raw "
     "ora_rowversion ora_search_rwkey ora_shardspace_name ora_shard_id ora_tabversion ora_write_time ordered "
     "ordered_predicates order_key_vector_use order_subq ordinality organization or_expand or_predicates oson "
     "oson_diag oson_get_content other others outer outer_join_to_anti outer_join_to_inner outline outline_leaf "
     "out_of_line over overflow overflow_nomove overlaps own owner ownership package packages parallel "
     "parallel_index param parameters parent parity part$num$inst partial partially partial_join "
     "partial_rollup_pushdown partition partitioning partitions partitionset partition_contained partition_hash "
     "partition_list partition_range passing passive password passwordfile_metadata_cache password_grace_time "
     "password_life_time password_lock_time password_reuse_max password_reuse_time password_rollover_time "
     "password_verify_function past patch path paths path_prefix pattern pbl_hs_begin pbl_hs_end pctincrease "
     "pctthreshold pctused pctversion pdb_local_only peer peers pending per percent percentage percentile_cont "
     "percentile_disc percent_rank percent_rankm performance period permanent permission permute persistable "
     "pfile phv physical pikey pivot piv_gb piv_ssf place_distinct place_group_by plan plscope_settings "
     "plsql_ccflags plsql_code_type plsql_debug plsql_optimize_level plsql_warnings pluggable pmem point policy "
     "pool_16k pool_2k pool_32k pool_4k pool_8k port position post_transaction power powermultiset "
     "powermultiset_by_cardinality pq_concurrent_union pq_distribute pq_distribute_window pq_expand_table "
     "pq_filter pq_map pq_nomap pq_nonleaf_skew pq_replicate pq_skew prebuilt precedes preceding "
     "precompute_subquery predicate_reorders prediction prediction_bounds prediction_cost prediction_details "
     "prediction_probability prediction_set preload prepare present presentnnv presentv preserve preserve_oid "
     "pretty prev previous primary printblobtoclob priority private private_sga privilege privileged privileges "
     "procedural procedure process profile program project propagate propagation property protected protection "
     "protocol proxy pruning pull_pred purge push_having_to_gby push_pred push_subq px_fault_tolerance "
     "px_granule px_join_filter qb_name qualify quarantine quarters query query_block queue queue_curr "
     "queue_rowp quiesce quorum quota quotagroup quotes random random_local range rank rankm rapidly "
     "ratio_to_report rawtohex rawtonhex rawtoref rba rbo_outline rdba read reads read_or_write realm rebalance "
     "rebuild reconnect records_per_block recover recoverable recovery recycle recyclebin redaction redefine "
     "redo reduced redundancy reference referenced references referencing refresh reftohex reftoraw "
     "ref_cascade_cursor regexp_count regexp_instr regexp_like regexp_replace regexp_substr register regr_avgx "
     "regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy regular reject rekey "
     "relational relocate rely remainder remote remote_mapped remove reorder_wif repair repeat replace "
     "replication required reservoir_sampling reset resetlogs resize resolve resolver respect restart restore "
     "restore_as_intervals restrict restricted restrict_all_ref_cons result_cache resumable resume retention "
     "retry_on_row_change return returning reuse reverse rewrite rewrite_or_error right rls_force role roles "
     "roleset rollback rolling rollover rollup root round round_ties_to_even row rowdependencies rowidtochar "
     "rowidtonchar rowid_mapping_table rownum rows row_length row_number rpad rtrim rule rules running salt "
     "sample save savepoint save_as_intervals sb4 scalar scalars scale scale_rows scan scan_instances scheduler "
     "schema schemacheck scn scn_ascending scope scrub sdo_geom_key sdo_geom_max_x sdo_geom_max_y "
     "sdo_geom_max_z sdo_geom_mbb sdo_geom_mbr sdo_geom_min_x sdo_geom_min_y sdo_geom_min_z sdo_tolerance "
     "sd_all sd_inhibit sd_show search seconds secret securefile securefile_dba security seed segment seg_block "
     "seg_file selectivity self semijoin semijoin_driver semi_to_inner sensitive sequence sequenced sequential "
     "serial serializable servererror service services service_name_convert session sessions_per_user "
     "sessiontimezone sessiontzname session_cached_cursors sets settings set_gby_pushdown set_to_join severe "
     "shard sharded shards shardspace shard_chunk_id shared shared_pool share_of sharing shd$col$map shelflife "
     "show shrink shutdown sibling siblings sid sign signal_component signal_function signature simple sin "
     "single singletask sinh site skewness_pop skewness_samp skip skip_ext_optimizer skip_proxy "
     "skip_unq_unusable_idx skip_unusable_indexes smallfile snapshot some sort soundex source "
     "source_file_directory source_file_name_convert space spatial specification spfile split spreadsheet sql "
     "sqlldr sql_scope sql_trace sql_translation_profile sqrt stale standalone standard_hash standby standbys "
     "standby_max_data_delay star startup star_transformation state statement statements statement_id "
     "statement_queuing static statistics stats_binomial_test stats_crosstab stats_f_test stats_ks_test "
     "stats_mode stats_mw_test stats_one_way_anova stats_t_test_indep stats_t_test_indepu stats_t_test_one "
     "stats_t_test_paired stats_wsr_test stddev stddev_pop stddev_samp stop storage storage_index store stream "
     "streams strict string strings strip stripe_columns stripe_width structure submultiset subpartition "
     "subpartitioning subpartitions subpartition_rel subqueries subquery_pruning subscribe subset substitutable "
     "substr substr2 substr4 substrb substrc subtype success successful sum summary supplemental suppress_load "
     "suspend swap_join_inputs switch switchover sync synchronous sysasm sysaux sysbackup sysdate sysdba sysdg "
     "sysguid syskm sysobj sysoper sysrac system system_defined system_stats systimestamp sys_audit "
     "sys_checkacl sys_check_privilege sys_connect_by_path sys_cons_any_scalar sys_context sys_ctxinfopk "
     "sys_ctx_contains2 sys_ctx_mkividx sys_dburigen sys_dl_cursor sys_dm_rxform_chr sys_dm_rxform_lab "
     "sys_dm_rxform_num sys_dom_compare sys_dst_prim2sec sys_dst_sec2prim sys_et_bfile_to_raw "
     "sys_et_blob_to_image sys_et_image_to_blob sys_et_raw_to_bfile sys_extpdtxt sys_extract_utc sys_fbt_insdel "
     "sys_filter_acls sys_fnmatches sys_fnreplace sys_gettokenid sys_getxtival sys_get_aclids "
     "sys_get_any_scalar sys_get_col_aclids sys_get_privileges sys_guid sys_makexml sys_make_xmlnodeid "
     "sys_mkxmlattr sys_mkxti sys_optlobprbsc sys_optxicmp sys_optxqcastasnq sys_op_adt2bin sys_op_adtcons "
     "sys_op_alscrval sys_op_atg sys_op_bin2adt sys_op_bitvec sys_op_bl2r sys_op_bloom_filter "
     "sys_op_bloom_filter_list sys_op_c2c sys_op_cast sys_op_ceg sys_op_cl2c sys_op_combined_hash sys_op_comp "
     "sys_op_convert sys_op_countchg sys_op_csconv sys_op_csconvtest sys_op_csr sys_op_csx_patch "
     "sys_op_cycled_seq sys_op_decomp sys_op_descend sys_op_distinct sys_op_dra sys_op_dsb_deserialize "
     "sys_op_dsb_serialize sys_op_dump sys_op_dv_check sys_op_enforce_not_null$ sys_op_extract sys_op_grouping "
     "sys_op_guid sys_op_hash sys_op_hcs_table sys_op_iix sys_op_interval_high_bound sys_op_itr "
     "sys_op_key_vector_create sys_op_key_vector_filter sys_op_key_vector_filter_list sys_op_key_vector_payload "
     "sys_op_key_vector_succeeded sys_op_key_vector_use sys_op_lbid sys_op_lobloc2blob sys_op_lobloc2clob "
     "sys_op_lobloc2id sys_op_lobloc2nclob sys_op_lobloc2typ sys_op_lsvi sys_op_lvl sys_op_makeoid "
     "sys_op_map_nonnull sys_op_msr sys_op_nicombine sys_op_niextract sys_op_nii sys_op_nix sys_op_noexpand "
     "sys_op_ntcimg$ sys_op_numtoraw sys_op_obj_upd_in_txn sys_op_oidvalue sys_op_opnsize sys_op_par "
     "sys_op_pargid sys_op_pargid_1 sys_op_part_id sys_op_par_1 sys_op_pivot sys_op_r2o sys_op_rawtonum "
     "sys_op_rdtm sys_op_ref sys_op_rmtd sys_op_rowidtoobj sys_op_rpb sys_op_tosetid sys_op_tpr sys_op_trtb "
     "sys_op_undescend sys_op_vecand sys_op_vecbit sys_op_vecor sys_op_vector_group_by sys_op_vecxor "
     "sys_op_version sys_op_vref sys_op_vvd sys_op_xmlcons_for_csx sys_op_xpthatg sys_op_xpthidx sys_op_xpthop "
     "sys_op_xtnn sys_op_xtxt2sqlt sys_op_zone_id sys_orderkey_depth sys_orderkey_maxchild sys_orderkey_parent "
     "sys_parallel_txn sys_pathid_is_attr sys_pathid_is_nmspc sys_pathid_lastname sys_pathid_lastnmspc "
     "sys_path_reverse sys_plsql_count sys_plsql_cpu sys_plsql_io sys_pxqextract sys_raw_to_xsid "
     "sys_remap_xmltype sys_rid_order sys_row_delta sys_sc_2_xmlt sys_synrciredo sys_typeid sys_umakexml "
     "sys_xmlanalyze sys_xmlcontains sys_xmlconv sys_xmlexnsuri sys_xmlgen sys_xmlinstr sys_xmli_loc_isnode "
     "sys_xmli_loc_istext sys_xmllocator_getsval sys_xmlnodeid sys_xmlnodeid_getcid sys_xmlnodeid_getlocator "
     "sys_xmlnodeid_getokey sys_xmlnodeid_getpathid sys_xmlnodeid_getptrid sys_xmlnodeid_getrid "
     "sys_xmlnodeid_getsval sys_xmlnodeid_gettid sys_xmltranslate sys_xmltype2sql sys_xmlt_2_sc sys_xqbaseuri "
     "sys_xqcastableerrh sys_xqcodep2str sys_xqcodepeq sys_xqcon2seq sys_xqconcat sys_xqdelete "
     "sys_xqdfltcolation sys_xqdoc sys_xqdocuri sys_xqdurdiv sys_xqed4uri sys_xqendswith sys_xqerr sys_xqerrh "
     "sys_xqeshtmluri sys_xqexlobval sys_xqexstwrp sys_xqextract sys_xqextrref sys_xqexval sys_xqfb2str "
     "sys_xqfnbool sys_xqfncmp sys_xqfndatim sys_xqfnlname sys_xqfnnm sys_xqfnnsuri sys_xqfnpredtruth "
     "sys_xqfnqnm sys_xqfnroot sys_xqformatnum sys_xqftcontain sys_xqfuncr sys_xqgetcontent sys_xqindxof "
     "sys_xqinsert sys_xqinspfx sys_xqiri2uri sys_xqlang sys_xqllnmfrmqnm sys_xqmknoderef sys_xqnilled "
     "sys_xqnodename sys_xqnormspace sys_xqnormucode sys_xqnsp4pfx sys_xqnspfrmqnm sys_xqpfxfrmqnm "
     "sys_xqpolyabs sys_xqpolyadd sys_xqpolycel sys_xqpolycst sys_xqpolycstbl sys_xqpolydiv sys_xqpolyflr "
     "sys_xqpolymod sys_xqpolymul sys_xqpolyrnd sys_xqpolysqrt sys_xqpolysub sys_xqpolyumus sys_xqpolyupls "
     "sys_xqpolyveq sys_xqpolyvge sys_xqpolyvgt sys_xqpolyvle sys_xqpolyvlt sys_xqpolyvne sys_xqref2val "
     "sys_xqrename sys_xqreplace sys_xqresvuri sys_xqrndhalf2evn sys_xqrslvqnm sys_xqryenvpget sys_xqryvarget "
     "sys_xqrywrp sys_xqseq2con sys_xqseq2con4xc sys_xqseqdeepeq sys_xqseqinsb sys_xqseqrm sys_xqseqrvs "
     "sys_xqseqsub sys_xqseqtypmatch sys_xqstartswith sys_xqstatburi sys_xqstr2codep sys_xqstrjoin "
     "sys_xqsubstraft sys_xqsubstrbef sys_xqtokenize sys_xqtreatas sys_xqxform sys_xq_asqlcnv sys_xq_atomcnvchk "
     "sys_xq_nrng sys_xq_pksql2xml sys_xq_upkxml2sql sys_xsid_to_raw sys_zmap_filter sys_zmap_refresh tabauth "
     "tables tablespace tablespace_no table_lookup_by_nl table_stats tabno tag tan tanh target "
     "tbl$or$idx$part$num temp tempfile template temporary temp_table tenant_id test text than the thread "
     "through tier ties timeout times timestamp_to_number timezone_abbr timezone_hour timezone_minute "
     "timezone_offset timezone_region time_zone tiv_gb tiv_ssf token toplevel to_aclid to_approx_count_distinct "
     "to_approx_percentile to_binary_double to_binary_float to_blob to_char to_clob to_date to_dsinterval "
     "to_iso_string to_lob to_multi_byte to_nchar to_nclob to_number to_single_byte to_time to_timestamp "
     "to_timestamp_tz to_time_tz to_utc_timestamp_tz to_yminterval trace tracing tracking trailing transaction "
     "transform transform_distinct_agg transition transitional translate translation transportable treat "
     "triggers trim true trunc truncate trust trusted tuning tx type typename types tz_offset ub2 uba ucs2 uid "
     "unarchived unbound unbounded unconditional under undo undrop uniform uninstall union_all unistr unite "
     "unixtime unlimited unload unlock unmatched unnest unnest_innerj_distinct_view "
     "unnest_nosemij_nodistinctview unnest_semij_view unpacked unpivot unplug unprotected unquiesce "
     "unrecoverable unrestricted unsubscribe until unusable unused updatable updated updatexml upd_indexes "
     "upd_joinindex upgrade upper upsert usable usage use user userenv usergroup users user_data user_defined "
     "user_recyclebin user_tablespaces use_anti use_concat use_cube use_dagg_union_all_gsets use_hash "
     "use_hash_aggregation use_hash_gby_for_daggpshd use_hash_gby_for_pushdown use_hidden_partitions "
     "use_invisible_indexes use_merge use_merge_cartesian use_nl use_nl_with_index use_partition_wise_distinct "
     "use_partition_wise_gby use_partition_wise_wif use_private_outlines use_scalable_gby_invdist use_semi "
     "use_stored_outlines use_ttt_for_gsets use_vector_aggregation use_weak_name_resl using using_no_expand "
     "utf16be utf16le utf32 utf8 v1 v2 validate validate_conversion validation valid_time_end value variance "
     "varray varrays var_pop var_samp vector vector_encode vector_read vector_read_trace vector_transform "
     "vector_transform_dims vector_transform_fact verifier verify version versioning versions versions_endscn "
     "versions_endtime versions_operation versions_startscn versions_starttime versions_xid views violation "
     "virtual visibility visible volume vsize wait wallet week weeks wellformed when whenever whitespace "
     "width_bucket window within without with_expression with_plsql work wrapped wrapper write "
     "xdb_fastpath_insert xid xml xml2object xmlattributes xmlcast xmlcdata xmlcolattval xmlcomment xmlconcat "
     "xmldiff xmlelement xmlexists xmlexists2 xmlforest xmlindex_rewrite xmlindex_rewrite_in_select "
     "xmlindex_sel_idx_tbl xmlisnode xmlisvalid xmlnamespaces xmlparse xmlpatch xmlpi xmlquery xmlqueryval "
     "xmlroot xmlschema xmlserialize xmltable xmltojson xmltokenset xmltransform xmltransformblob "
     "xmltset_dml_enable xml_diag xml_dml_rwt_stmt xpathtable xs xs_sys_context x_dyn_prune years yes zonemap"},
};

constexpr WordClass kNames[] = {
    {"types", KeywordType}, {"functions", NameFunction}, {"reserved", KeywordReserved}, {"keywords", Keyword},
    {nullptr, Name},
};

constexpr WordClass kMembers[] = {
    {"functions", NameFunction},
    {nullptr, Name},
};

void BeginQuoted(Lexer& l) {
  l.Put(Operator);
  constexpr std::string_view kOpen = "{[(<";
  constexpr std::string_view kClose = "}])>";
  const size_t bracket = kOpen.find(l.Match(1));
  l.Push("quoted", {bracket == kOpen.npos ? l.Match(1) : kClose.substr(bracket, 1)});
}

void Identifier(Lexer& l) {
  l.PutGroups({l.ByWord(kNames, Downcase(l.Match(1))), Punctuation});
  if (l.Matched(2)) l.Push("dotnames");
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(--.*)", CommentSingle},
    {R"(/\*)", CommentMultiline, "multiline_comments"},
    {R"((?i)q'(.))", BeginQuoted},
    {R"(')", Operator, "single_string"},
    {R"(")", Operator, "double_string"},
    {R"((?i)(\$(?:IF|THEN|ELSE|ELSIF|ERROR|END|(?:\$\$?\w[\w\d]*)))(\s+))", Groups(CommentPreproc, Text)},
    {R"([+-]?(?:(?:\.\d+(?:[eE][+-]?\d+)?)|\d+\.(?:\d+(?:[eE][+-]?\d+)?)?)[fFdD]?)", NumFloat},
    {R"([+-]?\d+)", NumInteger},
    {R"((?i)%(?:TYPE|ROWTYPE|FOUND|ISOPEN|NOTFOUND|ROWCOUNT)\b)", NameAttribute},
    {R"(=>|\|\||\*\*|<<|>>|\.\.|<>|[:!~^<>]=|[-+%\/*=<>@&!^\[\]])", Operator},
    {R"((?i)(NOT|AND|OR|LIKE|BETWEEN|IN)(\s))", Groups(OperatorWord, Text)},
    {R"((?i)(IS)(\s+)(?:(NOT)(\s+))?(NULL\b))", Groups(OperatorWord, Text, OperatorWord, Text, OperatorWord)},
    {R"(\.(?=\w))", Punctuation, "dotnames"},
    {R"([;:()\[\],.])", Punctuation},
    {R"((?i)(create)(\s+)(?:(or)(\s+)(replace)(\s+))?(package|function|procedure|type)(?:(\s+)(body))?(\s+)(\w[\w\d\$]*))",
     Groups(KeywordReserved, Text, KeywordReserved, Text, KeywordReserved, Text, KeywordReserved, Text, KeywordReserved,
            Text, Name)},
    {R"((?i)(when)(\s+)(?:(not)(\s+))?(matched)(\s+)(then)(\s+)(update|insert)\b(?:(\s+)(set)(\s+))?)",
     Groups(KeywordReserved, Text, KeywordReserved, Text, KeywordReserved, Text, KeywordReserved, Text, KeywordReserved,
            Text, KeywordReserved, Text)},
    {R"((\w[\w\d\$]*)(\.(?=\w))?)", Identifier},

    State("quoted"),
    {R"((?s)(?:@{0}[^']|(?!@{0}).'|(?!@{0}|').)+)", StrOther},
    {R"(@{0}')", Operator, Pop()},

    State("multiline_comments"),
    {R"(([*][^\/]|[^*])+)", CommentMultiline},
    {R"([*]\/)", CommentMultiline, Pop()},

    State("single_string"),
    {R"(\\.|'')", StrEscape},
    {R"(')", Operator, Pop()},
    {R"([^\\']+)", StrSingle},

    State("double_string"),
    {R"(\\.|"")", StrEscape},
    {R"(")", Operator, Pop()},
    {R"([^\\"]+)", NameVariable},

    State("dotnames"),
    {R"((\w[\w\d\$]*)(\.(?=\w)))", Groups(Name, Punctuation)},
    {R"(\w[\w\d\$]*)", WordsIgnoringCase(kMembers), Pop()},
};

}  // namespace

const Definition lexers::plsql = {.tag = "plsql", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
