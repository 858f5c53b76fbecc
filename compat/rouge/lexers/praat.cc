#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "if then else elsif elif endif fi for from to endfor endproc while endwhile repeat until select plus minus "
     "demo assert stopwatch nocheck nowarn noprogress editor endeditor clearinfo"},
    {"functions_string",
     "backslashTrigraphsToUnicode chooseDirectory chooseReadFile chooseWriteFile date demoKey do environment "
     "extractLine extractWord fixed info left mid percent readFile replace replace_regex right selected string "
     "unicodeToBackslashTrigraphs"},
    {"functions_numeric",
     "abs appendFile appendFileLine appendInfo appendInfoLine arccos arccosh arcsin arcsinh arctan arctan2 "
     "arctanh barkToHertz beginPause beginSendPraat besselI besselK beta beta2 binomialP binomialQ boolean "
     "ceiling chiSquareP chiSquareQ choice comment cos cosh createDirectory deleteFile demoClicked "
     "demoClickedIn demoCommandKeyPressed demoExtraControlKeyPressed demoInput demoKeyPressed "
     "demoOptionKeyPressed demoShiftKeyPressed demoShow demoWaitForInput demoWindowTitle demoX demoY "
     "differenceLimensToPhon do editor endPause endSendPraat endsWith erb erbToHertz erf erfc exitScript exp "
     "extractNumber fileReadable fisherP fisherQ floor gaussP gaussQ hash hertzToBark hertzToErb hertzToMel "
     "hertzToSemitones imax imin incompleteBeta incompleteGammaP index index_regex integer invBinomialP "
     "invBinomialQ invChiSquareQ invFisherQ invGaussQ invSigmoid invStudentQ length ln lnBeta lnGamma log10 "
     "log2 max melToHertz min minusObject natural number numberOfColumns numberOfRows numberOfSelected "
     "objectsAreIdentical option optionMenu pauseScript phonToDifferenceLimens plusObject positive "
     "randomBinomial randomGauss randomInteger randomPoisson randomUniform real readFile removeObject rindex "
     "rindex_regex round runScript runSystem runSystem_nocheck selectObject selected semitonesToHertz sentence "
     "sentencetext sigmoid sin sinc sincpi sinh soundPressureToPhon sqrt startsWith studentP studentQ tan tanh "
     "text variableExists word writeFile writeFileLine writeInfo writeInfoLine"},
    {"functions_array", "linear randomGauss randomInteger randomUniform zero"},
    {"objects",
     "Activation AffineTransform AmplitudeTier Art Artword Autosegment BarkFilter BarkSpectrogram CCA "
     "Categories Cepstrogram Cepstrum Cepstrumc ChebyshevSeries ClassificationTable Cochleagram Collection "
     "ComplexSpectrogram Configuration Confusion ContingencyTable Corpus Correlation Covariance "
     "CrossCorrelationTable CrossCorrelationTableList CrossCorrelationTables DTW DataModeler Diagonalizer "
     "Discriminant Dissimilarity Distance Distributions DurationTier EEG ERP ERPTier EditCostsTable "
     "EditDistanceTable Eigen Excitation Excitations ExperimentMFC FFNet FeatureWeights FileInMemory "
     "FilesInMemory Formant FormantFilter FormantGrid FormantModeler FormantPoint FormantTier GaussianMixture "
     "HMM HMM_Observation HMM_ObservationSequence HMM_State HMM_StateSequence HMMObservation "
     "HMMObservationSequence HMMState HMMStateSequence Harmonicity ISpline Index Intensity IntensityTier "
     "IntervalTier KNN KlattGrid KlattTable LFCC LPC Label LegendreSeries LinearRegression LogisticRegression "
     "LongSound Ltas MFCC MSpline ManPages Manipulation Matrix MelFilter MelSpectrogram MixingMatrix Movie "
     "Network OTGrammar OTHistory OTMulti PCA PairDistribution ParamCurve Pattern Permutation Photo Pitch "
     "PitchModeler PitchTier PointProcess Polygon Polynomial PowerCepstrogram PowerCepstrum Procrustes "
     "RealPoint RealTier ResultsMFC Roots SPINET SSCP SVD Salience ScalarProduct Similarity SimpleString "
     "SortedSetOfString Sound Speaker Spectrogram Spectrum SpectrumTier SpeechSynthesizer SpellingChecker "
     "Strings StringsIndex Table TableOfReal TextGrid TextInterval TextPoint TextTier Tier Transition "
     "VocalTract VocalTractTier Weight WordList"},
    {"variables_numeric", "all average e left macintosh mono pi praatVersion right stereo undefined unix windows"},
    {"variables_string",
     "praatVersion tab shellDirectory homeDirectory preferencesDirectory newline temporaryDirectory "
     "defaultDirectory"},
    {"object_attributes", "ncol nrow xmin ymin xmax ymax nx ny dx dy"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"((\s+)(#.*?$))", Groups(Text, CommentSingle)},
    {R"(^#.*?$)", CommentSingle},
    {R"(;[^\n]*)", CommentSingle},
    {R"(\s+)", Text},
    {R"((\bprocedure)(\s+))", Groups(Keyword, Text), "procedure_definition"},
    {R"((\bcall)(\s+))", Groups(Keyword, Text), "procedure_call"},
    {R"(@)", NameFunction, "procedure_call"},
    Mixin("function_call"),
    {R"(\b(?:select all)\b)", Keyword},
    {R"(\b@{keywords}\b)", Keyword},
    {R"((\bform\b)(\s+)([^\n]+))", Groups(Keyword, Text, Str), "old_form"},
    {R"((print(?:line|tab)?|echo|exit|asserterror|pause|send(?:praat|socket)|include|execute|system(?:_nocheck)?)(\s+))",
     Groups(Keyword, Text), "string_unquoted"},
    {R"((goto|label)(\s+)(\w+))", Groups(Keyword, Text, NameLabel)},
    Mixin("variable_name"),
    Mixin("number"),
    {R"(")", Str, "string"},
    {R"(\b@{objects}(?=\s+\S+\n))", NameClass, "string_unquoted"},
    {R"(\b(?=[A-Z]))", Text, "command"},
    {R"((\.{3}|[)(,\$]))", Punctuation},

    State("command"),
    {R"(( ?([^\s:\.'])+ ?))", Keyword},
    Mixin("string_interpolated"),
    {R"(\.{3})", Keyword, Pop().Push("old_arguments")},
    {R"(:)", Keyword, Pop().Push("comma_list")},
    {R"([\s])", Text, Pop()},

    State("procedure_call"),
    Mixin("string_interpolated"),
    {R"((:|\s*\())", Punctuation, Pop()},
    {R"(')", NameFunction},
    {R"([^:\('\s]+)", NameFunction},
    {R"((?=\s+))", Text, Pop().Push("old_arguments")},

    State("procedure_definition"),
    {R"((:|\s*\())", Punctuation, Pop()},
    {R"([^:\(\s]+)", NameFunction},
    {R"((\s+))", Text, Pop()},

    State("function_call"),
    {R"(\b(@{functions_string})\$(?=\s*[:(]))", NameFunction, "function"},
    {R"(\b(@{functions_array})#(?=\s*[:(]))", NameFunction, "function"},
    {R"(\b(@{functions_numeric})(?=\s*[:(]))", NameFunction, "function"},

    State("function"),
    {R"(\s+)", Text},
    {R"((?::|\s*\())", Text, Pop().Push("comma_list")},

    State("comma_list"),
    {R"((\s*\n\s*)(\.{3}))", Groups(Text, Punctuation)},
    {R"(\s*[\])\n])", Text, Pop()},
    {R"(\s+)", Text},
    {R"(")", Str, "string"},
    {R"(\b(if|then|else|fi|endif)\b)", Keyword},
    Mixin("function_call"),
    Mixin("variable_name"),
    Mixin("operator"),
    Mixin("number"),
    {R"([()])", Text},
    {R"(,)", Punctuation},

    State("old_arguments"),
    {R"(\n)", Text, Pop()},
    Mixin("variable_name"),
    Mixin("operator"),
    Mixin("number"),
    {R"(")", Str, "string"},
    {R"([^\n])", Text},

    State("number"),
    {R"(\n)", Text, Pop()},
    {R"(\b\d+(\.\d*)?([eE][-+]?\d+)?%?)", Num},

    State("variable_name"),
    Mixin("operator"),
    Mixin("number"),
    {R"(\b@{variables_string}\$)", NameBuiltin},
    {R"(\b@{variables_numeric}(?!\$)\b)", NameBuiltin},
    {R"(\b(Object|@{objects})_)", NameBuiltin, "object_reference"},
    {R"(\.?[a-z][a-zA-Z0-9_.]*(\$|#)?)", Text},
    {R"([\[\]])", Text, "comma_list"},
    Mixin("string_interpolated"),

    State("object_reference"),
    Mixin("string_interpolated"),
    {R"(([a-z][a-zA-Z0-9_]*|\d+))", NameBuiltin},
    {R"(\.@{object_attributes}\b)", NameBuiltin, Pop()},
    {R"(\$)", NameBuiltin},
    {R"(\[)", Text, Pop()},

    State("operator"),
    {R"(([+\/*<>=!-]=?|[&*|][&*|]?|\^|<>))", Operator},
    {R"((?<![\w.])(and|or|not|div|mod)(?![\w.]))", OperatorWord},

    State("string_interpolated"),
    {R"('[\._a-z][^\[\]'":]*(\[([\d,]+|"[\w,]+")\])?(:[0-9]+)?')", StrInterpol},

    State("string_unquoted"),
    {R"(\n\s*\.{3})", Punctuation},
    {R"(\n)", Text, Pop()},
    {R"(\s)", Text},
    Mixin("string_interpolated"),
    {R"(')", Str},
    {R"([^'\n]+)", Str},

    State("string"),
    {R"(\n\s*\.{3})", Punctuation},
    {R"(")", Str, Pop()},
    Mixin("string_interpolated"),
    {R"(')", Str},
    {R"([^'"\n]+)", Str},

    State("old_form"),
    {R"((\s+)(#.*?$))", Groups(Text, CommentSingle)},
    {R"(\s+)", Text},
    {R"((optionmenu|choice)([ \t]+\S+:[ \t]+))", Groups(Keyword, Text), "number"},
    {R"((option|button)([ \t]+))", Groups(Keyword, Text), "string_unquoted"},
    {R"((sentence|text)([ \t]+\S+))", Groups(Keyword, Text), "string_unquoted"},
    {R"((word)([ \t]+\S+[ \t]*)(\S+)?([ \t]+.*)?)", Groups(Keyword, Text, Str, Text)},
    {R"~((boolean)(\s+\S+\s*)(0|1|"?(?:yes|no)"?))~", Groups(Keyword, Text, NameVariable)},
    {R"((real|natural|positive|integer)([ \t]+\S+[ \t]*)([+-]?))", Groups(Keyword, Text, Operator), "number"},
    {R"((comment)(\s+))", Groups(Keyword, Text), "string_unquoted"},
    {R"(\bendform\b)", Keyword, Pop()},
};

bool Detect(std::string_view text) { return HasShebang(text, R"(praat(\s|\z))"); }

}  // namespace

const Definition lexers::praat = {.tag = "praat", .rules = kRules, .words = kWords, .detect = Detect};

}  // namespace tincture::rouge
