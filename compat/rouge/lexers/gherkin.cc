// Keywords of several words have _ between them here; the lexer compares them so.
#include <algorithm>

#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"element",
     "Abstract_Scenario Abstrakt_Scenario Achtergrond Aer Agtergrond Antecedentes Antecedents Atburðarás "
     "Awww,_look_mate B4 Background Baggrund Bakgrund Bakgrunn Bakgrunnur Beispiel Beispill Bối_cảnh Caso Casu "
     "Cefndir Cenario Cenario_de_Fundo Cenário Cenário_de_Fundo Contesto Context Contexte Contexto Cás "
     "Cás_Achomair Cúlra Dasar Delineacao_do_Cenario Delineação_do_Cenário Dis_is_what_went_down "
     "Dyagram_Senaryo Dyagram_senaryo Eixemplo Ejemplo Eksempel Ekzemplo Enghraifft Esbozo_do_escenario "
     "Esbozu_del_casu Escenari Escenario Esempio Esquema_de_l'escenari Esquema_del_caso Esquema_del_escenario "
     "Esquema_do_Cenario Esquema_do_Cenário Example Exemple Exemplo Exemplu First_off Fono Forgatókönyv "
     "Forgatókönyv_vázlat Fundo Garis_Panduan_Senario Garis-Besar_Skenario Geçmiş Grundlage Hannergrond "
     "Heave_to Hintergrund Háttér Istorik Juhtum Kazo Kazo-skizo Keadaan Kerangka_Keadaan Kerangka_Senario "
     "Kerangka_Situasi Keçmiş Khung_kịch_bản Khung_tình_huống Koncept Konsep_skenario Kontekst Kontekstas "
     "Konteksts Kontext Konturo_de_la_scenaro Kontèks Kịch_bản Latar_Belakang Lýsing_Atburðarásar Lýsing_Dæma "
     "MISHUN MISHUN_SRSLY Na_primer Náčrt_Scenára Náčrt_Scenáru Náčrt_Scénáře Nümunə Oris_scenarija Osnova "
     "Osnova_Scenára Osnova_scénáře Osnutek Ozadje Pavyzdys Piemērs Plan_Senaryo Plan_du_Scénario "
     "Plan_du_scénario Plan_senaryo Plang_vum_Szenario Pozadie Pozadina Pozadí Pregled_na_scenarija Primer "
     "Primjer Przykład Príklad Példa Příklad Raamjuhtum Raamstsenaarium Reckon_it's_like Rerefons Sampla "
     "Scenarie Scenarij Scenarijaus_šablonas Scenariju Scenariju-obris Scenarijus Scenario Scenario_Amlinellol "
     "Scenario_Outline Scenario_Template Scenario-outline Scenariomal Scenariomall Scenariu Scenariusz Scenaro "
     "Scenár Scenārijs Scenārijs_pēc_parauga Schema_dello_scenario Scénario Scénář Senario Senaryo "
     "Senaryo_Deskripsyon Senaryo_deskripsyon Senaryo_taslağı Shiver_me_timbers Situasi Situasie "
     "Situasie_Uiteensetting Situācija Skenario Skenario_konsep Skica Skizo Sodrzhina Ssenari "
     "Ssenarinin_strukturu Structura_scenariu Structură_scenariu Struktura_scenarija Stsenaarium Swa "
     "Swa_hwaer_swa Swa_hwær_swa Szablon_scenariusza Szenarien Szenario Szenariogrundriss Tapaus Tapausaihio "
     "Taust Tausta The_thing_of_it_is Tình_huống Voorbeeld Voraussetzungen Vorbedingungen Wharrimean_is "
     "Yo-ho-ho Założenia lut lut_chovnatlh mo' Ær Örnek Παράδειγμα Περίγραμμα_Σεναρίου Περιγραφή_Σεναρίου "
     "Σενάριο Υπόβαθρο Агуулга Кереш Контекст Концепт На_пример Основа Передумова Позадина Преглед_на_сценарија "
     "Предистория Предыстория Приклад Пример Рамка_на_сценарий Скица Содржина Структура_сценария "
     "Структура_сценарија Структура_сценарію Сценар Сценарий Сценарий_структураси Сценарийның_төзелеше Сценарио "
     "Сценарын_төлөвлөгөө Сценарій Тарих Կոնտեքստ Սցենար Սցենարի_կառուցվացքը Օրինակ דוגמא רקע תבנית_תרחיש תרחיש "
     "الخلفية الگوی_سناریو زمینه سناریو سيناريو سيناريو_مخطط مثال منظر_نامے_کا_خاکہ منظرنامہ پس_منظر परिदृश्य "
     "परिदृश्य_रूपरेखा पार्श्वभूमी पृष्ठभूमि पृष्ठभूमी ਉਦਾਹਰਨ ਪਟਕਥਾ ਪਟਕਥਾ_ਢਾਂਚਾ ਪਟਕਥਾ_ਰੂਪ_ਰੇਖਾ ਪਿਛੋਕੜ ઉદાહરણ "
     "પરિદ્દશ્ય_ઢાંચો પરિદ્દશ્ય_રૂપરેખા બેકગ્રાઉન્ડ સ્થિતિ உதாரணமாக காட்சி காட்சி_சுருக்கம் காட்சி_வார்ப்புரு "
     "பின்னணி ఉదాహరణ కథనం నేపథ్యం సన్నివేశం ಉದಾಹರಣೆ ಕಥಾಸಾರಾಂಶ ವಿವರಣೆ ಹಿನ್ನೆಲೆ สรุปเหตุการณ์ เหตุการณ์ แนวคิด "
     "โครงสร้างของเหตุการณ์ კონტექსტი მაგალითად სცენარის სცენარის_ნიმუში シナリオ シナリオアウトライン シナリオテンプレ "
     "シナリオテンプレート "
     "テンプレ 剧本 剧本大纲 劇本 劇本大綱 场景 场景大纲 場景 場景大綱 背景 배경 시나리오 시나리오_개요 💤 📕 📖 "
     "🥒"},
    {"feature",
     "Ability Ahoy_matey! Arwedd Aspekt Besigheid_Behoefte Biznis_potreba Business_Need Caracteristica "
     "Característica Carauterística Egenskab Egenskap Eiginleiki Feature Fitur Fonctionnalité Fonksyonalite "
     "Funcionalidade Funcionalitat Functionalitate Functionaliteit Funcţionalitate Funcționalitate Fungsi "
     "Funkcia Funkcija Funkcionalitāte Funkcionalnost Funkcja Funksie Funktion Funktionalität Funktionalitéit "
     "Funzionalità Fīča Gné Hwaet Hwæt Jellemző Karakteristik Karakteristika Lastnost Mak Mogucnost Mogućnost "
     "Mozhnost Moznosti Možnosti OH_HAI Omadus Ominaisuus Osobina Potrzeba_biznesowa Požadavek Požiadavka "
     "Pretty_much Qap Qu'meH_'ut Savybė Trajto Tính_năng Vermoë Vlastnosť Właściwość Značilnost laH perbogh "
     "poQbogh_malja' Özellik Özəllik Δυνατότητα Λειτουργία Бизнис_потреба Могућност Можност Мөмкинлек Особина "
     "Свойство Функц Функционал Функционалност Функциональность Функция Функціонал Үзенчәлеклелек Հատկություն "
     "Ֆունկցիոնալություն תכונה خاصية خصوصیت صلاحیت وِیژگی کاروبار_کی_ضرورت रूप_लेख विशेषता वैशिष्ट्य सुविधा "
     "ਖਾਸੀਅਤ ਨਕਸ਼_ਨੁਹਾਰ ਮੁਹਾਂਦਰਾ ક્ષમતા લક્ષણ વ્યાપાર_જરૂર அம்சம் திறன் வணிக_தேவை గుణము ಹೆಚ್ಚಳ "
     "ความต้องการทางธุรกิจ ความสามารถ โครงหลัก თვისება フィーチャ 功能 機能 기능 📚"},
    {"examples",
     "Atburðarásir Beispiele Beispiller Cenarios Cenários Conto Contoh Contone Dead_men_tell_no_tales Dæmi "
     "Dữ_liệu EXAMPLZ Egzanp Eixemplos Ejemplos Eksempler Ekzemploj Enghreifftiau Esempi Examples Exempel "
     "Exemple Exemples Exemplos Juhtumid Misal Nümunələr Paraugs Pavyzdžiai Piemēri Primeri Primjeri Przykłady "
     "Príklady Példák Příklady Samplaí Scenaria Scenarijai Scenariji Scenarios Se_the Se_ðe Se_þe Tapaukset "
     "Variantai Voorbeelde Voorbeelden You'll_wanna ghantoH lutmey Örnekler Παραδείγματα Σενάρια Мисаллар "
     "Мисоллар Приклади Примери Примеры Сценарија Сценарији Тухайлбал Үрнәкләр Օրինակներ דוגמאות امثلة مثالیں "
     "نمونه_ها उदाहरण उदाहरणहरु ਉਦਾਹਰਨਾਂ ઉદાહરણો எடுத்துக்காட்டுகள் காட்சிகள் நிலைமைகளில் ఉదాహరణలు ಉದಾಹರಣೆಗಳು "
     "ชุดของตัวอย่าง ชุดของเหตุการณ์ მაგალითები サンプル 例 例子 예 📓"},
};

constexpr Part kParts[] = {
    {"step",
     R"('a\ |'ach\ |'ej\ |\*\ |7\ |A\ |A\ taktiež\ |A\ také\ |A\ tiež\ |A\ zároveň\ |AN\ |Aber\ |Ac\ |Ach\b|Adott\ |Agus\b|Ak\ |Akkor\ |Alavez\ |Ale\ |Aleshores\ |Ali\ |Allora\ |Alors\ |Als\ |Ama\ |Amennyiben\ |Amikor\ |Amma\ |Ampak\ |An\ |Ananging\ |Ancaq\ |And\ |Angenommen\ |Anrhegedig\ a\ |Ansin\b|Antonces\ |Apabila\ |Atesa\ |Atunci\ |Atès\ |Avast!\ |Aye\ |BUT\ |Bagi\ |Banjur\ |Bet\ |Bila\ |Biết\ |Blimey!\ |Buh\ |But\ |But\ at\ the\ end\ of\ the\ day\ I\ reckon\ |Cal\ |Cand\ |Cando\ |Ce\ |Cho\ |Cuan\ |Cuando\ |Cuir\ i\ gcás\ go\b|Cuir\ i\ gcás\ gur\b|Cuir\ i\ gcás\ nach\b|Cuir\ i\ gcás\ nár\b|Când\ |DEN\ |DaH\ ghu'\ bejlu'\ |Dada\ |Dadas\ |Dadena\ |Dadeno\ |Dado\ |Dados\ |Daes\ |Dan\ |Dann\ |Dano\ |Daos\ |Dar\ |Dat\ fiind\ |Data\ |Date\ |Date\ fiind\ |Dati\ |Dati\ fiind\ |Dato\ |Dată\ fiind\b|Dau\ |Daus\ |Daţi\ fiind\ |Dați\ fiind\ |De\ |Den\ youse\ gotta\ |Dengan\ |Diasumsikan\ |Diberi\ |Diketahui\ |Diyelim\ ki\ |Do\ |Donada\ |Donat\ |Donc\ |Donitaĵo\ |Dun\ |Duota\ |Dáu\ |E\ |Eeldades\ |Ef\ |En\ |Entao\ |Entonces\ |Então\ |Entón\ |Entós\ |Epi\ |Et\ |Et\ qu'\b|Et\ que\ |Etant\ donné\ |Etant\ donné\ qu'\b|Etant\ donné\ que\ |Etant\ donnée\ |Etant\ données\ |Etant\ donnés\ |Eğer\ ki\ |Fakat\ |Gangway!\ |Gdy\ |Gegeben\ sei\ |Gegeben\ seien\ |Gegeven\ |Gegewe\ |Gitt\ |Given\ |Givet\ |Givun\ |Ha\ |Həm\ |I\ |I\ CAN\ HAZ\ |In\ |Ir\ |It's\ just\ unbelievable\ |Ja\ |Jeśli\ |Jeżeli\ |Jika\ |Kad\ |Kada\ |Kadar\ |Kai\ |Kaj\ |Když\ |Kemudian\ |Ketika\ |Keď\ |Khi\ |Kiedy\ |Ko\ |Koga\ |Komence\ |Kui\ |Kuid\ |Kun\ |Lan\ |Le\ |Le\ sa\ a\ |Let\ go\ and\ haul\ |Logo\ |Lorsqu'\b|Lorsque\ |Lè\ |Lè\ sa\ a\ |Ma\ |Maar\ |Mais\ |Mais\ qu'\b|Mais\ que\ |Majd\ |Mając\ |Maka\ |Manawa\ |Mas\ |Men\ |Menawa\ |Mutta\ |Nalika\ |Nalikaning\ |Nanging\ |Nato\ |Nhưng\ |Niin\ |Njuk\ |No\ |Nuair\ a\b|Nuair\ ba\b|Nuair\ nach\b|Nuair\ nár\b|När\ |Når\ |Nə\ vaxt\ ki\ |O\ halda\ |O\ zaman\ |Och\ |Og\ |Oletetaan\ |Ond\ |Onda\ |Oraz\ |Pak\ |Pero\ |Peru\ |Però\ |Podano\ |Pokiaľ\ |Pokud\ |Potem\ |Potom\ |Privzeto\ |Pryd\ |Quan\ |Quand\ |Quando\ |Sachant\ |Sachant\ qu'\b|Sachant\ que\ |Se\ |Sed\ |Si\ |Siis\ |Sipoze\ |Sipoze\ Ke\ |Sipoze\ ke\ |Soit\ |Stel\ |Så\ |Tad\ |Tada\ |Tak\ |Takrat\ |Tapi\ |Ter\ |Tetapi\ |Tha\ |Tha\ the\ |Then\ |Thurh\ |Thì\ |Toda\ |Togash\ |Too\ right\ |Tutaq\ ki\ |Ukoliko\ |Un\ |Und\ |Ve\ |Vendar\ |Verilir\ |Và\ |Və\ |WEN\ |Wanneer\ |Wenn\ |When\ |Wtedy\ |Wun\ |Y\ |Y'know\ |Ya\ |Yeah\ nah\ |Yna\ |Youse\ know\ like\ when\ |Youse\ know\ when\ youse\ got\ |Za\ date\ |Za\ dati\ |Za\ dato\ |Za\ predpokladu\ |Za\ předpokladu\ |Zadan\ |Zadani\ |Zadano\ |Zakładając\ |Zakładając,\ że\ |Zaradi\ |Zatim\ |a\ |an\ |awer\ |dann\ |ghu'\ noblu'\ |latlh\ |mä\ |qaSDI'\ |ugeholl\ |vaj\ |wann\ |És\ |Étant\ donné\ |Étant\ donné\ qu'\b|Étant\ donné\ que\ |Étant\ donnée\ |Étant\ données\ |Étant\ donnés\ |Ða\ |Ða\ ðe\ |Ðurh\ |Þa\ |Þa\ þe\ |Þegar\ |Þurh\ |Þá\ |Če\ |Şi\ |Əgər\ |Și\ |Όταν\ |Αλλά\ |Δεδομένου\ |Και\ |Τότε\ |І\ |А\ |А\ також\ |Агар\ |Але\ |Али\ |Аммо\ |Анх\ |Бирок\ |Ва\ |Вә\ |Гэхдээ\ |Дадена\ |Дадено\ |Дано\ |Допустим\ |Если\ |За\ дате\ |За\ дати\ |За\ дато\ |Затем\ |И\ |Иначе\ |К\ тому\ же\ |Кад\ |Када\ |Кога\ |Когато\ |Когда\ |Коли\ |Лекин\ |Ләкин\ |Мөн\ |Нехай\ |Но\ |Нәтиҗәдә\ |Онда\ |Припустимо\ |Припустимо,\ що\ |Пусть\ |Та\ |Также\ |То\ |Тогаш\ |Тогда\ |Тоді\ |Тэгэхэд\ |Тэгээд\ |Унда\ |Харин\ |Хэрэв\ |Якщо\ |Үүний\ дараа\ |Һәм\ |Әгәр\ |Әйтик\ |Әмма\ |Өгөгдсөн\ нь\ |Ապա\ |Բայց\ |Դիցուք\ |Եթե\ |Եվ\ |Երբ\ |אבל\ |אז\ |אזי\ |בהינתן\ |וגם\ |כאשר\ |آنگاه\ |اذاً\ |اما\ |اور\ |اگر\ |با\ فرض\ |بالفرض\ |بفرض\ |تب\ |ثم\ |جب\ |عندما\ |فرض\ کیا\ |لكن\ |لیکن\ |متى\ |هنگامی\ |و\ |پھر\ |अगर\ |अनी\ |आणि\ |और\ |कदा\ |किन्तु\ |चूंकि\ |जब\ |जर\b|जेव्हा\ |तथा\ |तदा\ |तब\ |तर\ |तसेच\ |तेव्हा\ |त्यसपछि\ |दिइएको\ |दिएको\ |दिलेल्या\ प्रमाणे\ |पण\ |पर\ |परंतु\ |परन्तु\ |मग\ |यदि\ |र\ |ਅਤੇ\ |ਜਦੋਂ\ |ਜਿਵੇਂ\ ਕਿ\ |ਜੇਕਰ\ |ਤਦ\ |ਪਰ\ |અને\ |આપેલ\ છે\ |ક્યારે\ |પછી\ |પણ\ |அப்பொழுது\ |ஆனால்\ \ |எப்போது\ |கொடுக்கப்பட்ட\ |மற்றும்\ |மேலும்\ \ |అప్పుడు\ |ఈ\ పరిస్థితిలో\ |కాని\ |చెప్పబడినది\ |మరియు\ |ಆದರೆ\ |ನಂತರ\ |ನೀಡಿದ\ |ಮತ್ತು\ |ಸ್ಥಿತಿಯನ್ನು\ |กำหนดให้\ |ดังนั้น\ |เมื่อ\ |แต่\ |และ\ |და\b|მაგ­რამ\b|მაშინ\b|მოცემული\b|როდესაც\b|かつ\b|しかし\b|ただし\b|ならば\b|もし\b|並且\b|但し\b|但是\b|假如\b|假定\b|假設\b|假设\b|前提\b|同时\b|同時\b|并且\b|当\b|當\b|而且\b|那么\b|那麼\b|그러면\b|그리고\b|단\b|만약\b|만일\b|먼저\b|조건\b|하지만\b|🎬\b|😂\b|😐\b|😔\b|🙏\b)"},
    {"rest", R"(.*?(?=[#\n]))"},
};

void Heading(Lexer& l) {
  l.ResetStack();
  std::string keyword(l.Match(1));
  std::replace(keyword.begin(), keyword.end(), ' ', '_');
  Token token = Error;
  if (l.InList("element", keyword)) {
    l.Push("description"), token = KeywordNamespace;
  } else if (l.InList("feature", keyword)) {
    l.Push("feature_description"), token = KeywordDeclaration;
  } else if (l.InList("examples", keyword)) {
    l.Push("example_description"), token = NameNamespace;
  }
  l.PutGroups({token, Punctuation});
}

void Step(Lexer& l) {
  l.Put(NameFunction);
  l.ResetStack();
  l.Push("step");
}

constexpr Rule kRules[] = {
    State("basic"),
    {R"(#.*$)", Comment},
    {R"([ \r\t]+)", Text},

    State("root"),
    Mixin("basic"),
    {R"(\n)", Text},
    {R"~((?s)""".*?""")~", Str},
    {R"(@[^\s@]+)", NameTag},
    Mixin("has_table"),
    Mixin("has_examples"),

    State("has_scenarios"),
    {R"((.*?)(:))", Heading},

    State("has_examples"),
    Mixin("has_scenarios"),
    {R"(@{step})", Step},

    State("has_table"),
    {R"((?=[|]))", Nothing(), "table_header"},

    State("table_header"),
    {R"([^|\s]+)", NameVariable},
    {R"(\n)", Text, Goto("table")},
    Mixin("table"),

    State("table"),
    Mixin("basic"),
    {R"(\n)", Text, "table_bol"},
    {R"([|])", Punctuation},
    {R"([^|\s]+)", Name},

    State("table_bol"),
    {R"((?=\s*[^\s|]))", [](Lexer& l) { l.ResetStack(); }},
    {R"()", Nothing(), Pop()},

    State("description"),
    Mixin("basic"),
    Mixin("has_examples"),
    {R"(\n)", Text},
    {R"(@{rest})", Text},

    State("feature_description"),
    Mixin("basic"),
    Mixin("has_scenarios"),
    {R"(\n)", Text},
    {R"(@{rest})", Text},

    State("example_description"),
    Mixin("basic"),
    Mixin("has_table"),
    {R"(\n)", Text},
    {R"(@{rest})", Text},

    State("step"),
    Mixin("basic"),
    {R"(<.*?>)", NameVariable},
    {R"(".*?")", Str},
    {R"(\S[^\s<]*)", Text},
    {R"(@{rest})", Text, Pop()},
};

bool Detect(std::string_view text) { return HasShebang(text, R"(cucumber(\s|\z))"); }

}  // namespace

const Definition lexers::gherkin = {
    .tag = "gherkin", .aliases = "cucumber behat", .rules = kRules, .parts = kParts, .words = kWords, .detect = Detect};

}  // namespace tincture::rouge
