#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"statements",
     "abort array attrib by call cards cards4 catname checkpoint execute_always continue data datalines "
     "datalines4 delete describe display dm do until while drop end endsas error execute file filename footnote "
     "format go to if then else infile informat input keep label leave length libname link list lock lostcard "
     "merge missing modify options output page put putlog redirect remove rename replace resetline retain "
     "return run sasfile select set skip stop sysecho title update where window x"},
    {"functions",
     "abs addr addrlong airy allcomb allperm anyalnum anyalpha anycntrl anydigit anyfirst anygraph anylower "
     "anyname anyprint anypunct anyspace anyupper anyxdigit arcos arcosh arsin arsinh artanh atan atan2 attrc "
     "attrn band beta betainv blackclprc blackptprc blkshclprc blkshptprc blshift bnot bor brshift bxor byte "
     "cat catq cats catt catx cdf ceil ceilz cexist char choosec choosen cinv close cmiss cnonct coalesce "
     "coalescec collate comb compare compbl compfuzz compged complev compound compress constant convx convxp "
     "cos cosh cot count countc countw csc css cumipmt cumprinc curobs cv daccdb daccdbsl daccsl daccsyd "
     "dacctab dairy datdif date datejul datepart datetime day dclose dcreate depdb depdbsl depsl depsyd deptab "
     "dequote deviance dhms dif digamma dim dinfo divide dnum dopen doptname doptnum dosubl dread dropnote "
     "dsname dsncatlgd dur durp effrate envlen erf erfc euclid exist exp fact fappend fclose fcol fcopy fdelete "
     "fetch fetchobs fexist fget fileexist filename fileref finance find findc findw finfo finv fipname "
     "fipnamel fipstate first floor floorz fmtinfo fnonct fnote fopen foptname foptnum fpoint fpos fput fread "
     "frewind frlen fsep fuzz fwrite gaminv gamma garkhclprc garkhptprc gcd geodist geomean geomeanz getoption "
     "getvarc getvarn graycode harmean harmeanz hbound hms holiday holidayck holidaycount holidayname holidaynx "
     "holidayny holidaytest hour htmldecode htmlencode ibessel ifc ifn index indexc indexw input inputc inputn "
     "int intcindex intck intcycle intfit intfmt intget intindex intnx intrr intseas intshift inttest intz "
     "iorcmsg ipmt iqr irr jbessel juldate juldate7 kurtosis lag largest lbound lcm lcomb left length lengthc "
     "lengthm lengthn lexcomb lexcombi lexperk lexperm lfact lgamma libname libref log log1px log10 log2 "
     "logbeta logcdf logistic logpdf logsdf lowcase lperm lpnorm mad margrclprc margrptprc max md5 mdy mean "
     "median min minute missing mod modexist module modulec modulen modz month mopen mort msplint mvalid n "
     "netpv nliteral nmiss nomrate normal notalnum notalpha notcntrl notdigit note notfirst notgraph notlower "
     "notname notprint notpunct notspace notupper notxdigit npv nvalid nwkdom open ordinal pathname pctl pdf "
     "peek peekc peekclong peeklong perm pmt point poisson ppmt probbeta probbnml probbnrm probchi probf "
     "probgam probhypr probit probmc probnegb probnorm probt propcase prxchange prxmatch prxparen prxparse "
     "prxposn ptrlongadd put putc putn pvp qtr quantile quote ranbin rancau rand ranexp rangam range rank "
     "rannor ranpoi rantbl rantri ranuni rename repeat resolve reverse rewind right rms round rounde roundz "
     "saving savings scan sdf sec second sha256 sha256hex sha256hmachex sign sin sinh skewness sleep smallest "
     "soapweb soapwebmeta soapwipservice soapwipsrs soapws soapwsmeta soundex spedis sqrt squantile std stderr "
     "stfips stname stnamel strip subpad substr substrn sum sumabs symexist symget symglobl symlocal sysexist "
     "sysget sysmsg sysparm sysprocessid sysprocessname sysprod sysrc system tan tanh time timepart timevalue "
     "tinv tnonct today translate transtrn tranwrd trigamma trim trimn trunc tso typeof tzoneid tzonename "
     "tzoneoff tzones2u tzoneu2s uniform upcase urldecode urlencode uss uuidgen var varfmt varinfmt varlabel "
     "varlen varname varnum varray varrayx vartype verify vformat vformatd vformatdx vformatn vformatnx "
     "vformatw vformatwx vformatx vinarray vinarrayx vinformat vinformatd vinformatdx vinformatn vinformatnx "
     "vinformatw vinformatwx vinformatx vlabel vlabelx vlength vlengthx vname vnamex vtype vtypex vvalue "
     "vvaluex week weekday whichc whichn wto year yieldp yrdif yyq zipcity zipcitydistance zipfips zipname "
     "zipnamel zipstate"},
    {"macros",
     "%copy %display %global %input %let %macro %put %symdel %syscall %sysexec %syslput %sysmacdelete "
     "%sysmstoreclear %sysrput %window %abort %do %to %until %while %end %goto %if %then %else %local %return "
     "%include %list %run %bquote %nrbquote %eval %index %length %quote %nrquote %scan %qscan %str %nrstr "
     "%substr %qsubstr %superq %symexist %symglobl %symlocal %sysevalf %sysfunc %qsysfunc %sysget %sysmacexec "
     "%sysmacexist %sysmexecdepth %sysmexecname %sysprod %unquote %upcase %qupcase"},
    {"procedures",
     "access aceclus adaptivereg allele anom anova append appsrv arima authlib autoreg bchoice bom boxplot btl "
     "build calendar calis callrfc cancorr candisc capability casecontrol catalog catmod cdisc chart cimport "
     "clp cluster compare compile computab contents convert copula copy corr corresp countreg cpm cport cusum "
     "cv2view datekeys datasets datasource db2ext db2util dbcstab dbf dbload delete dif discrim display "
     "distance dmsrvadm dmsrvdatasvc dmsrvprocesssvc document download dqloclst dqmatch dqscheme ds2 dtree "
     "entropy esm expand explode export factex factor family fastclus fcmp fedsql fmm fontreg forecast format "
     "forms freq fsbrowse fsedit fsletter fslist fsview g3d g3grid ga gam gampl ganno gantt gareabar gbarline "
     "gchart gcontour gdevice gee geneselect genmod geocode gfont ginside gis gkpi glimmix glm glmmod glmpower "
     "glmselect gmap goptions gplot gproject gradar greduce gremove greplay groovy gslide gtile hadoop "
     "haplotype hdmd hpbin hpcandisc hpcdm hpcopula hpcorr hpcountreg hpdmdb hpds2 hpfmm hpgenselect hpimpute "
     "hplmixed hplogistic hpmixed hpnlmod hppanel hppls hpprincomp hpquantselect hpqlim hpreg hpsample "
     "hpseverity hpsplit hpsummary htsnp http iclifetest icphreg iml import imstat imxfer inbreed infomaps "
     "intpoint iomoperate irt ishikawa items javainfo json kde krige2d lasr lattice lifereg lifetest loan "
     "localedata loess logistic lp lua macontrol mapimport mcmc mdc mddb mds means metadata metalib metaoperate "
     "mi mianalyze migrate mixed modeclus model mschart multtest mvpdiagnose mvpmodel mvpmonitor nested netdraw "
     "netflow nlin nlmixed nlp npar1way odslist odstable odstext olap olapcontents olapoperate operate optex "
     "optgraph options optload optlp optlso optmilp optmodel optnet optqp optsave orthoreg panel pareto pdlreg "
     "pds pdscopy phreg plan plm plot pls pm pmenu power presenv princomp prinqual print printto probit proto "
     "prtdef prtexp psmooth pwencode qdevice qlim quantlife quantreg quantselect quest rank rareevents rdc "
     "rdpool rdsec recommend reg registry release reliability report risk robustreg rsreg scaproc score "
     "seqdesign seqtest server severity sgdesign sgpanel sgplot sgrender sgscatter shewhart sim2d similarity "
     "simlin simnormal soap sort source spectra spp sql sqoop ssm standard statespace stdize stdrate stepdisc "
     "stp stream summary surveyfreq surveyimpute surveylogistic surveymeans surveyphreg surveyreg surveyselect "
     "syslin tabulate tapecopy tapelabel template timedata timeid timeplot timeseries tpspline transpose "
     "transreg trantab tree tscsreg ttest ucm univariate upload varclus varcomp variogram varmax vasmp x11 x12 "
     "x13 xsl"},
    {"proc sql",
     "alter table connect create index view delete describe disconnect drop execute insert reset select update "
     "validate add constraint foreign key primary modify like as order by using from into set values distinct "
     "unique where group having left right inner join on"},
    {"proc means",
     "by class freq id output out types var ways weight attrib format label where descending notsorted "
     "nothreads notrap pctldef sumsize threads classdata completetypes exclusive missing fw maxdec nonobs "
     "noprint order formatted unformatted print printalltypes printidvars stackodsoutput chartype descendtypes "
     "idmin alpha exclnpwgt qmarkers qmethod qntldef vardef clm css cv kurtosis kurt lclm max mean min mode n "
     "nmiss range skewness skew stddev std stderr sum sumwgt uclm uss median p50 q1 p25 q3 p75 p1 p90 p5 p95 "
     "p10 p99 p20 p30 p40 p60 p70 p80 qrange probt prt t ascending groupinternal mlf preloadfmt maxid autolabel "
     "autoname keeplen levels noinherit"},
    {"proc datasets",
     "age append attrib audit change contents copy delete exchange exclude format ic create reactivate index "
     "centiles informat initiate label log modify rebuild rename repair resume save select suspend terminate "
     "user_var xattr add options remove set"},
    {"proc sort",
     "by descending key ascending asc desc datecopy force overwrite presorted sortsize tagsort dupout out "
     "uniqueout nodupkey nouniquekey nothreads threads equals noequals attrib format label where"},
    {"proc print",
     "by descending notsorted pageby sumby id style sum var contents data grandtotal_label heading label split "
     "sumlabel nosumlabel blankline count double n noobs obs round rows uniform width attrib format where"},
    {"proc append", "base appendver data encryptkey force getsort nowarn attrib format label where"},
    {"proc transpose",
     "delimiter label let name out prefix suffix by descending notsorted copy id idlabel var indb attrib format "
     "where"},
    {"proc freq",
     "by exact output tables test weight compress data formchar nlevels noprint order page formatted freq "
     "internal agree barnard binomial bin chisq comor eqor zelen fisher jt kappa kentb taub lrchi mcnem "
     "measures mhchi or oddsratio pchi pcorr relrisk riskdiff scorr smdcr smdrc stutc tauc trend wtkap wtkappa "
     "out ajchi all bdchi cmh cmh1 cmh2 cmhcor cmhga cmhrms cochq contgy cramv eqkap eqwkp gamma gs gailsimon "
     "lamcr lamdas lamrc lgor lgrrc1 lgrrc2 mhor mhrrc1 mhrrc2 n nmiss phi plcorr rdif1 rdif2 riskdiff1 "
     "riskdiff2 rrc1 relrisk1 rrc2 relrisk2 rsk1 risk1 rsk11 risk11 rsk12 risk12 rsk21 risk21 rsk22 risk22 "
     "tsymm bowker u ucr urc cellchi2 cumcol deviation expected missprint pearsonref printwkts scorout sparse "
     "stdres totpct contents crosslist format list maxlevels nocol nocum nofreq nopercent norow nosparse nowarn "
     "plots outcum outexpect outpct zeros"},
    {"proc corr",
     "by freq id partial var weight with data outh outk outp outplc outpls outs exclnpwght fisher hoeffding "
     "kendall nomiss pearson polychoric polyserial alpha cov csscp singular sscp vardef plots matrix scatter "
     "best nocorr noprint noprob nosimple rank"},
    {"proc report",
     "break by descending notsorted column compute style line endcomp call define _row_ freq rbreak weight "
     "attrib format label where data noalias nocenter nocompletecols nocompleterows nothreads nowindows out "
     "pctldef threads windows completecols completerows contents spanrows command help prompt box bypageno "
     "center colwidth formchar ls missing panels ps pspace showall spacing wrap exclnpwgt qmarkers qmethod "
     "qntldef vardef named noheader split headline headskip list noexec outrept profile report color dol dul ol "
     "page skip summarize suppress ul blink highlight rvsvideo merge replace url urlbp urlp after before _page_ "
     "left right character length exclusive mlf order formatted internal preloadfmt width across analysis "
     "computed display group flow id noprint nozero css cv max mean min mode n nmiss pctn pctsum range std "
     "stderr sum sumwgt uss var median p50 q1 p25 q3 p75 p1 p90 p5 p95 p10 p99 p20 p30 p40 p60 p70 p80 qrange "
     "probt prt t"},
    {"proc metalib",
     "omr dbauth dbuser dbpassword exclude select read folder folderid impact_limit noexec prefix report "
     "update_rule delete noadd nodeldup noupdate libid library liburi type detail summary"},
    {"proc gchart",
     "data annotate gout imagemap block hbar hbar3d vbar vbar3d pie pie3d donut star anno by note format label "
     "where blockmax caxis coutline ctext legend noheading nolegend patternid group midpoint subgroup woutline "
     "description name discrete levels old missing html_legend html url freq g100 sumvar type cautoref cerror "
     "cframe clm cref frame noframe gspace iframe imagestyle tile fit lautoref nosymbol shape space suboutside "
     "wautoref width wref ascending autoref clipref descending frontref gaxis maxis minor noaxis nobaseref "
     "nozero range axis ref cfreq cfreqlabel none cpercent cpercentlabel errorbar bars both top freqlabel "
     "inside mean meanlabel nostats outside percent percentlabel percentsum sum cfill detail_radius explode "
     "fill solid x invisible radius detail_threshold detail_percent detail_slice detail_value donutpct across "
     "down nogroupheading matchcolor othercolor otherlabel arrow plabel ppercent slice value angle clockwise "
     "jstyle noconnect starmax starmin"},
    {"proc gplot",
     "data annotate gout imagemap uniform bubble bubble2 plot plot2 bcolor bfill bfont blabel bscale area "
     "radius bsize description name autohref cautohref chref haxis hminor href hreverse hzero lautohref lhref "
     "wautohref whref html url caxis cframe ctext dataorder frame noframe frontref grid iframe imagestyle tile "
     "fit noaxis autovref cautovref cvref lautovref lvref vaxis vminor vref vreverse vzero wautovref wvref "
     "cbaseline coutline areas legend nolastarea nolegend overlay regeqn skipmiss"},
    {"proc reg",
     "model by freq id var weight add code delete mtest output paint plot print refit restrict reweight store "
     "test"},
    {"proc sgplot",
     "styleattrs band x y upper lower block bubble density dot dropline ellipse ellipseparm fringe gradlegend "
     "hbar hbarbasic hbarparm hbox heatmap heatmapparm highlow histogram hline inset keylegend lineparm loess "
     "needle pbspline polygon refline reg scatter series spline step symbolchar symbolimage text vbar vbarbasic "
     "vbarparm vbox vector vline waterfall xaxis x2axis xaxistable yaxis y2axis yaxistable"},
};

constexpr WordClass kNames[] = {
    {"statements", Keyword},
    {"functions", Keyword},
    {nullptr, Name},
};

constexpr WordClass kMacros[] = {
    {"macros", Keyword},
    {nullptr, Name},
};

// The list of the words of the procedure that we are in.
constexpr int kProcedure = 0;

void Procedure(Lexer& l) {
  const std::string name = Downcase(l.Match(3));
  l.texts[kProcedure] = "proc " + name;
  l.PutGroups({Keyword, Text, l.InList("procedures", name) ? Keyword : Name});
}

void ProcedureWord(Lexer& l) {
  const std::string word = Downcase(l.Match());
  l.Put(l.InList(l.texts[kProcedure], word) ? Keyword : l.ByWord(kNames, word));
}

constexpr Rule kRules[] = {
    State("basics"),
    {R"(\s+)", Text},
    {R"((?s)^\s*%?\*[^;]*;)", CommentSingle},
    {R"((;)(\s*)(%?\*[^;]*;))", Groups(Punctuation, Text, CommentSingle)},
    {R"((?s)/[*].*?[*]/)", CommentMultiline},
    {R"((?i)'[0-9a-z]+?'d)", LiteralDate},
    {R"((?i)'.+?'dt)", LiteralDate},
    {R"((?i)'[0-9:]+?([a|p]m)?'t)", LiteralDate},
    {R"(')", StrSingle, "single_string"},
    {R"(")", StrDouble, "double_string"},
    {R"((?i)&[a-z0-9_&.]+)", NameVariable},
    {R"((?i)\d[0-9a-f]*x)", NumHex},
    {R"((?i)\d[0-9e\-.]+)", Num},
    {R"((?i)\b(_n_|_error_|_file_|_infile_|_msg_|_iorc_|_cmd_)\b)", NameBuiltinPseudo},
    {R"((?i)\b(_character_|_numeric_|_all_)\b)", NameBuiltin},
    {R"((?i)\b(datalines|cards)(\s*)(;))", Groups(Keyword, Text, Punctuation), "datalines"},
    {R"((?i)\b(datalines4|cards4)(\s*)(;))", Groups(Keyword, Text, Punctuation), "datalines4"},
    {R"(\*\*|[*/+-])", Operator},
    {R"([^¬~]?=:?|[<>]=?:?)", Operator},
    {R"((?i)\b(eq|ne|gt|lt|ge|le|in)\b)", OperatorWord},
    {R"([&|!¦¬∘~])", Operator},
    {R"((?i)\b(and|or|not)\b)", OperatorWord},
    {R"((?i)\b(of|like)\b)", OperatorWord},
    {R"(\d+)", NumInteger},
    {R"(\$)", KeywordType},
    {R"((?i)(%macro|%mend)(\s*)(\w+))", Groups(Keyword, Text, NameFunction)},
    {R"(%mend)", Keyword},
    {R"(%\w+)", WordsIgnoringCase(kMacros)},

    State("basics2"),
    {R"(\s\.[;\s])", KeywordConstant},
    {R"(\s\.[a-z_])", NameConstant},
    {R"([(),;:{}\[\]\\.])", Punctuation},
    {R"([@?])", StrSymbol},
    {R"([^\s]+)", Text},

    State("root"),
    Mixin("basics"),
    {R"((?i)(proc)(\s+)(\w+))", Procedure, "proc"},
    {R"((?i)(data)(\s+)([\w.]+))", Groups(Keyword, Text, NameVariable)},
    {R"((?i)(libname)(\s+)(\w+))", Groups(Keyword, Text, NameVariable)},
    {R"(\w+)", WordsIgnoringCase(kNames)},
    Mixin("basics2"),

    State("single_string"),
    {R"('')", StrEscape},
    {R"(')", StrSingle, Pop()},
    {R"([^']+)", StrSingle},

    State("double_string"),
    {R"((?i)&[a-z0-9_&]+\.?)", StrInterpol},
    {R"("")", StrEscape},
    {R"(")", StrDouble, Pop()},
    {R"([^&"]+)", StrDouble},
    {R"(&)", StrDouble},

    State("datalines"),
    {R"([^;])", StrHeredoc},
    {R"(;)", Punctuation, Pop()},

    State("datalines4"),
    {R"(;{4})", Punctuation, Pop()},
    {R"([^;])", StrHeredoc},
    {R"(;{0,3})", StrHeredoc},

    State("proc"),
    {R"((?i)(quit|run))", Keyword, Pop()},
    Mixin("basics"),
    {R"(\w+)", ProcedureWord},
    Mixin("basics2"),
};

}  // namespace

const Definition lexers::sas = {.tag = "sas", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
