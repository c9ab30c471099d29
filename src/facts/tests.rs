//! Pairs of sentences that say the same, and pairs that do not, in each language.

use crate::facts::compare::{Mismatch, compare};
use crate::facts::decimal::Decimal;
use crate::facts::{Fact, Value, Written, extract};
use crate::locale::Locale;

fn mismatches(english: &str, tag: &str, translation: &str) -> Vec<Mismatch> {
    let english = extract(english, &Locale::new("en").unwrap());
    let translation = extract(translation, &Locale::new(tag).unwrap());
    compare(&english, &translation)
}

/// English, locale, a translation that says the same.
const SAME: &[(&str, &str, &str)] = &[
    (
        "Prices rose by 12.5 per cent.",
        "fr",
        "Les prix ont augmenté de 12,5 %.",
    ),
    (
        "Prices rose by 12.5 per cent.",
        "ar",
        "ارتفعت الأسعار بنسبة ١٢٫٥ في المائة.",
    ),
    ("Prices rose by 12.5 per cent.", "zh", "物价上涨了百分之十二点五。"),
    ("Prices rose by 12.5 per cent.", "ru", "Цены выросли на 12,5 процента."),
    ("on 25 May 2018", "fr", "le 25 mai 2018"),
    ("on 25 May 2018", "es", "el 25 de mayo de 2018"),
    ("on 25 May 2018", "zh", "2018年5月25日"),
    ("on 25 May 2018", "ar", "في ٢٥ أيار/مايو ٢٠١٨"),
    ("on 25 May 2018", "ru", "25 мая 2018 года"),
    ("on 25 May 2018", "ru", "25.05.2018"),
    ("at 5:30 p.m.", "fr", "à 17 h 30"),
    ("at 5:30 p.m.", "ru", "в 17 ч 30 мин"),
    ("at 5:30 p.m.", "zh", "下午5时30分"),
    ("at 5:30 p.m.", "ar", "في الساعة ٥:٣٠ مساءً"),
    ("at 5:30 p.m.", "es", "a las 17.30 horas"),
    ("$5 million", "fr", "5 millions de dollars"),
    ("$5 million", "zh", "500万美元"),
    ("$5 million", "es", "5 millones de dólares"),
    ("$5.2 billion", "es", "5.200 millones de dólares"),
    ("$5.2 billion", "ar", "5.2 بليون دولار"),
    ("1,500 delegates", "fr", "1 500 délégués"),
    ("1,500 delegates", "ar", "1500 مندوب"),
    ("six agencies", "ru", "6 учреждений"),
    ("6 agencies", "ru", "шесть учреждений"),
    ("6 agencies", "ar", "ست وكالات"),
    ("6 agencies", "zh", "六个机构"),
    ("the 21st century", "fr", "le XXIe siècle"),
    ("the 21st century", "ar", "القرن الحادي والعشرين"),
    ("the 21st century", "es", "el siglo XXI"),
    ("the 1990s", "zh", "20世纪90年代"),
    ("the 1990s", "ru", "90-е годы"),
    ("the 1990s", "es", "los años noventa"),
    ("the 1990s", "ar", "التسعينات من القرن الماضي"),
    ("25 and 26 May", "fr", "25–26 mai"),
    ("25 and 26 May", "es", "los días 25 y 26 de mayo"),
    ("from 25 May to 3 June 2018", "zh", "2018年5月25日至6月3日"),
    ("from 25 to 27 May", "zh", "5月25日至27日"),
    ("from 25 to 27 May", "ar", "من 25 إلى 27 أيار/مايو"),
    ("resolution 2396 (2017)", "zh", "第2396（2017）号决议"),
    ("in June 2017", "fr", "en juin 2017"),
    ("in June 2017", "zh", "2017年6月"),
    ("in May", "ru", "в мае"),
    ("two million people", "ar", "مليونا شخص"),
    ("2 million people", "ar", "مليوني شخص"),
    ("half a million people", "fr", "500 000 personnes"),
    ("2.5 million people", "ru", "два с половиной миллиона человек"),
    ("1.5 million people", "ru", "полтора миллиона человек"),
    ("two-thirds of the members", "es", "2/3 de los miembros"),
    ("1 June", "ar", "الأول من حزيران/يونيو"),
    ("1 June", "fr", "le 1er juin"),
    ("2 to 3 million", "zh", "200万至300万"),
    ("the 72nd session", "fr", "la soixante-douzième session"),
    ("the 72nd session", "es", "el septuagésimo segundo período de sesiones"),
    ("the 72nd session", "zh", "第七十二届会议"),
    ("the 72nd session", "ar", "الدورة الثانية والسبعين"),
    ("the 72nd session", "ru", "семьдесят вторая сессия"),
    ("97 States", "fr", "quatre-vingt-dix-sept États"),
    ("71 States", "fr", "soixante et onze États"),
    ("COVID-19", "zh", "新冠肺炎"),
    ("the G20", "zh", "二十国集团"),
    ("the G20", "ar", "مجموعة العشرين"),
    ("24-hour service", "fr", "service 24 heures sur 24"),
    ("on Thursday", "ru", "в четверг"),
    ("on Thursday", "ar", "يوم الخميس"),
    ("at noon", "fr", "à 12 heures"),
    ("12 noon", "fr", "midi"),
    ("a decade ago", "zh", "10年前"),
    ("2017-18", "fr", "2017-2018"),
    ("tel. +41 22 917 1234", "zh", "电话：+41 22 917 1234"),
    ("Mr. Smith, 45, said", "zh", "45岁的史密斯先生说"),
    ("9 to 11 a.m.", "fr", "de 9 heures à 11 heures"),
    ("€1.2bn in aid", "fr", "1,2 milliard d’euros d’aide"),
    ("£3m grant", "es", "una subvención de 3 millones de libras"),
    ("US$ 5 million", "zh", "500万美元"),
    ("$1,234.56", "fr", "1 234,56 dollars"),
    ("$1,234.56", "es", "1.234,56 dólares"),
    ("CHF 2.5 million", "ru", "2,5 млн швейцарских франков"),
    ("15% of its staff", "ar", "15 بالمئة من موظفيها"),
    ("120 US dollars", "zh", "120美元"),
    ("at 12:00 GMT", "ru", "в 12:00 по Гринвичу"),
    ("9am", "fr", "9 h"),
    ("from 10:30 a.m. to 11:15 a.m.", "zh", "上午10时30分至11时15分"),
    ("5 p.m. EST", "fr", "17 heures (heure de l’Est)"),
    ("Sept. 11, 2001", "zh", "2001年9月11日"),
    ("Jan. 5", "es", "5 de enero"),
    ("5 Jan 2019", "ru", "5 января 2019 г."),
    ("the 25th of May", "fr", "le 25 mai"),
    ("May 25th, 2018", "ar", "25 مايو 2018"),
    ("May 25-26, 2018", "es", "25 y 26 de mayo de 2018"),
    ("late May", "zh", "5月底"),
    ("mid-June", "zh", "6月中旬"),
    ("2018–2020", "ar", "2018-2020"),
    ("Q3 2019", "fr", "le troisième trimestre de 2019"),
    ("Q3 2019", "zh", "2019年第三季度"),
    ("10–15%", "fr", "de 10 à 15 %"),
    ("10%–15%", "zh", "10%至15%"),
    ("one fifth of the population", "ar", "20 في المائة من السكان"),
    ("a third of the seats", "ru", "треть мест"),
    ("25 per cent of the seats", "es", "una cuarta parte de los escaños"),
    ("50 per cent", "zh", "半数"),
    ("(212) 963-4475", "fr", "(212) 963-4475"),
    ("+1 212 963 4475", "ar", "+1 212 963 4475"),
    (
        "documents S/2018/123 and A/RES/72/1",
        "ru",
        "документы S/2018/123 и A/RES/72/1",
    ),
    ("A/HRC/37/L.46", "es", "A/HRC/37/L.46"),
    ("a half-hour meeting", "fr", "une réunion de 30 minutes"),
    ("a 30-minute meeting", "es", "una reunión de media hora"),
    ("an 18-month programme", "fr", "un programme d’un an et demi"),
    ("Charles III", "zh", "查尔斯三世"),
    ("the 19th century", "zh", "十九世纪"),
    ("the 19th century", "fr", "le XIXe siècle"),
    ("3,000 people", "ru", "три тысячи человек"),
    ("3,000 people", "ar", "ثلاثة آلاف شخص"),
    ("3,000 people", "zh", "三千人"),
    ("3,000 people", "es", "tres mil personas"),
    ("12,500 people", "zh", "1.25万人"),
    ("345 deaths", "ar", "ثلاثمائة وخمس وأربعون حالة وفاة"),
    ("345 deaths", "ru", "триста сорок пять смертей"),
    ("345 deaths", "es", "trescientas cuarenta y cinco muertes"),
    ("345 deaths", "fr", "trois cent quarante-cinq décès"),
    ("345 deaths", "zh", "三百四十五人死亡"),
    ("11 countries", "ar", "أحد عشر بلدا"),
    ("12 countries", "ar", "اثنا عشر بلدا"),
    ("15 States", "ar", "خمس عشرة دولة"),
    ("2 officials", "ar", "مسؤولان"),
    ("the 1980s and 1990s", "fr", "les années 1980 et 1990"),
    ("the 1980s and 1990s", "ru", "80-е и 90-е годы"),
    ("the 1980s and 1990s", "zh", "20世纪80年代和90年代"),
    ("the 1980s and 1990s", "es", "las décadas de 1980 y 1990"),
    ("the 2000s", "fr", "les années 2000"),
    ("in his 50s", "zh", "50多岁"),
    ("in his 50s", "fr", "la cinquantaine"),
    ("more than 500,000 people", "zh", "50多万人"),
    ("300,000-plus", "zh", "30余万"),
    ("hundreds of thousands", "zh", "数十万"),
    ("5.5 trillion yuan", "zh", "5.5万亿元"),
    ("$2 trillion", "es", "2 billones de dólares"),
    ("$2 trillion", "fr", "2 000 milliards de dollars"),
    ("$2 trillion", "ru", "2 трлн долларов"),
    ("Saturday and Sunday", "ru", "в субботу и воскресенье"),
    ("on Wednesdays", "fr", "le mercredi"),
    ("on Sunday", "ar", "يوم أحد"),
    ("the 9/11 attacks", "es", "los atentados del 11 de septiembre"),
    ("the 9/11 attacks", "ru", "теракты 11 сентября"),
    ("2017/18", "ru", "2017/18"),
    ("2017/18 season", "es", "temporada 2017-2018"),
    ("a 24/7 hotline", "ru", "круглосуточная линия"),
    ("24/7", "fr", "24 heures sur 24 et 7 jours sur 7"),
    ("12 months", "ru", "год"),
    ("Resolution 1325 on women", "ar", "القرار 1325 بشأن المرأة"),
    ("paragraph 2 (b)", "fr", "paragraphe 2 b)"),
    ("over 100 years", "zh", "一个多世纪"),
    ("100 years ago", "fr", "il y a un siècle"),
    ("the first 100 days", "zh", "头一百天"),
    ("10 per cent", "ar", "عشرة في المائة"),
    ("10 per cent", "ru", "десять процентов"),
    (
        "Temperatures reached 48.5°C",
        "ar",
        "بلغت درجات الحرارة 48,5 درجة مئوية",
    ),
    ("1.4 billion people", "zh", "14亿人"),
    ("1.4 billion people", "ar", "1,4 مليار نسمة"),
    ("1.4 billion people", "es", "1400 millones de personas"),
    ("35 million people", "zh", "3500万人"),
    ("3.5 million people", "zh", "三百五十万人"),
    ("8,848 metres", "zh", "8848米"),
    ("30 June–2 July 2021", "fr", "30 juin-2 juillet 2021"),
    (
        "from 30 June to 2 July 2021",
        "es",
        "del 30 de junio al 2 de julio de 2021",
    ),
    (
        "from 30 June to 2 July 2021",
        "ar",
        "من 30 حزيران/يونيو إلى 2 تموز/يوليو 2021",
    ),
    ("5, 12 and 19 May", "ru", "5, 12 и 19 мая"),
    ("5, 12 and 19 May", "ar", "أيام 5 و12 و19 أيار/مايو"),
    ("5, 12 and 19 May", "zh", "5月5日、12日和19日"),
    ("on the 5th and 6th of May", "es", "los días 5 y 6 de mayo"),
    ("at 8 p.m. on Monday", "es", "el lunes a las ocho de la tarde"),
    ("at 8 p.m. on Monday", "ar", "في الثامنة مساء الاثنين"),
    ("at 8 p.m. on Monday", "ru", "в понедельник в 8 часов вечера"),
    ("at 8 p.m. on Monday", "ru", "в понедельник в восемь вечера"),
    ("at 8:30 p.m.", "es", "a las 8:30 p. m."),
    ("at 8:30 p.m.", "ar", "في الثامنة والنصف مساء"),
    ("at 8:30 p.m.", "fr", "à 20h30"),
    ("at 8:30 p.m.", "ru", "в 20 часов 30 минут"),
    ("at 8:15 a.m.", "es", "a las ocho y cuarto de la mañana"),
    ("at 1 p.m.", "zh", "下午1点"),
    ("at 1 p.m.", "fr", "à treize heures"),
    ("midnight on 31 December", "zh", "12月31日午夜12点"),
    ("at 12.30 a.m.", "fr", "à 0 h 30"),
    ("at 12:30 p.m.", "zh", "中午12时30分"),
    ("Boeing 737 MAX", "ru", "«Боинг-737 MAX»"),
    ("the 5G network", "ar", "شبكة الجيل الخامس"),
    ("an F-16 jet", "zh", "一架F-16战机"),
    ("World War II", "ru", "Вторая мировая война"),
    ("the G7 and the G77", "zh", "七国集团和77国集团"),
    ("the G7", "ru", "«Большая семёрка»"),
    ("Group of Seven", "fr", "G7"),
    ("COVID-19", "ru", "коронавирус"),
    ("one million", "zh", "100万"),
    ("a million", "fr", "1 million"),
    ("a hundred", "zh", "100"),
    ("thousands", "es", "miles"),
    ("1.5 million", "ar", "مليون ونصف المليون"),
    ("1.5 million", "es", "millón y medio"),
    ("1.5 million", "fr", "un million et demi"),
    ("2.5 years", "zh", "两年半"),
    ("500 km", "ar", "خمسمئة كيلومتر"),
    ("120 Member States", "ru", "сто двадцать государств-членов"),
    ("ranked 3rd", "es", "ocupa el 3.er lugar"),
    ("ranked 3rd", "fr", "classé 3e"),
    ("the 3rd meeting", "ru", "3-е заседание"),
    ("its 10,000th patient", "fr", "son 10 000e patient"),
    ("(1) aid; (2) trade", "zh", "（一）援助；（二）贸易"),
    ("from 1939 to 1945", "ar", "من عام 1939 إلى عام 1945"),
    ("1,000 to 1,500 people", "fr", "de 1 000 à 1 500 personnes"),
    ("5 to 7 million euros", "fr", "5 à 7 millions d’euros"),
    ("5 to 7 million euros", "es", "entre 5 y 7 millones de euros"),
    ("5 to 7 million euros", "ru", "от 5 до 7 млн евро"),
    ("between $5 million and $7 million", "zh", "500万到700万美元"),
    ("the 17 Goals", "ar", "الأهداف السبعة عشر"),
    ("No. 5", "ru", "№ 5"),
    ("the 400th anniversary", "es", "el IV centenario"),
    ("7.30 in the evening", "fr", "19 h 30"),
    ("25/05/2018", "zh", "2018年5月25日"),
    ("2018-05-25", "ru", "25 мая 2018 года"),
    ("05/06/2018", "fr", "le 6 mai 2018"),
    ("see S/RES/2396 (2017)", "zh", "见S/RES/2396（2017）"),
    ("at 8:45 a.m.", "es", "a las nueve menos cuarto de la mañana"),
    ("at 8:30 a.m.", "ru", "в половине девятого утра"),
    ("at 8:15 p.m.", "es", "a las ocho y quince de la tarde"),
    ("a hundred people", "fr", "une foule"),
    (
        "The trio worked for a year and a half.",
        "fr",
        "Les trois hommes ont travaillé dix-huit mois.",
    ),
    ("30,100 people", "fr", "30 100 personnes"),
    ("thirty thousand one hundred people", "fr", "30 100 personnes"),
    ("3.5 times as much", "zh", "三点五倍"),
];

/// English, locale, a translation that says something else.
const DIFFERENT: &[(&str, &str, &str)] = &[
    (
        "Prices rose by 12.5 per cent.",
        "fr",
        "Les prix ont augmenté de 21,5 %.",
    ),
    ("on 25 May 2018", "fr", "le 26 mai 2018"),
    ("on 25 May 2018", "zh", "2018年6月25日"),
    ("on 25 May 2018", "ar", "في ٢٥ حزيران/يونيو ٢٠١٨"),
    ("25 May and 26 June", "fr", "le 26 mai et le 25 juin"),
    ("at 5:30 p.m.", "fr", "à 17 h"),
    ("at 5:30 p.m.", "fr", "à 5 h 30"),
    ("$5 million", "zh", "5亿美元"),
    ("$5 billion", "fr", "5 billions de dollars"),
    ("$5 million", "fr", "5 millions d’euros"),
    ("120 US dollars", "zh", "120欧元"),
    ("1,500 delegates", "fr", "1,500 délégués"),
    ("six agencies", "ru", "7 учреждений"),
    ("the 21st century", "fr", "le XXe siècle"),
    ("in June 2017", "fr", "en juillet 2017"),
    ("on Thursday", "es", "el viernes"),
    ("20 per cent of 30", "fr", "20 sur 30"),
    ("12 of 15 and 15 more", "fr", "12 sur 15 et 12 de plus"),
    ("tel. +41 22 917 1234", "zh", "电话：+41 22 917 1243"),
    ("see S/RES/2396 (2017)", "zh", "见S/RES/2369（2017）"),
    ("seven agencies", "fr", "des organismes"),
    ("two hundred and fifty people", "fr", "des gens"),
    ("the seventh session", "fr", "la huitième session"),
    ("at 8 a.m.", "es", "a las ocho de la tarde"),
    ("at 8:15 a.m.", "es", "a las nueve y cuarto de la mañana"),
    ("at 8:15 p.m.", "es", "a las ocho y veinte de la tarde"),
    ("at 5:30 p.m.", "zh", "上午5时30分"),
];

fn shown(text: &str, tag: &str) -> String {
    let facts = extract(text, &Locale::new(tag).unwrap());
    let lines = facts.iter().map(|f| {
        format!(
            "    {:?} {:?} {:?} {:?} {:?}",
            f.surface, f.value, f.also, f.unit, f.written
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The pairs for which `wrong` holds of the number of mismatches, with all that was read in them.
fn failures(pairs: &[(&str, &str, &str)], wrong: fn(&[Mismatch]) -> bool) -> String {
    let failed = pairs.iter().filter_map(|(english, tag, translation)| {
        let found = mismatches(english, tag, translation);
        let messages: Vec<_> = found.iter().map(|m| m.message.as_str()).collect();
        let facts = [shown(english, "en"), shown(translation, tag)].join("\n    --\n");
        wrong(&found).then(|| format!("{english} / {translation}: {messages:?}\n{facts}\n"))
    });
    failed.collect()
}

#[test]
fn the_same_in_other_words_is_never_accused() {
    let failed = failures(SAME, |found| !found.is_empty());
    assert!(failed.is_empty(), "{failed}");
}

#[test]
fn another_value_is_found() {
    let failed = failures(DIFFERENT, <[Mismatch]>::is_empty);
    assert!(failed.is_empty(), "{failed}");
}

/// Texts made of what numbers, dates and addresses are made of, in all scripts.
fn texts() -> impl proptest::strategy::Strategy<Value = String> {
    proptest::string::string_regex(
        "([0-9٠-٩一二十百万亿半]{1,4}|[ .,:/()'-]|[\u{a0}\u{202f}\u{200f}،年月日时点]|May |mai |million |of |and |p\\.m\\.|%|\\$|25 |ثلاثة |مليون |و|XIV|https://un\\.org/a |a@b\\.org|\\]\\(|\\{|`|S/RES/1){0,24}",
    )
    .unwrap()
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 256, failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_fact_stands_where_it_says(text in texts(), any in "\\PC{0,40}") {
        for tag in ["en", "fr", "es", "ru", "zh", "ar", "de"] {
            for text in [&text, &any] {
                for fact in extract(text, &Locale::new(tag).unwrap()) {
                    proptest::prop_assert_eq!(text.get(fact.span.clone()), Some(fact.surface.as_str()));
                    proptest::prop_assert!(!fact.surface.is_empty());
                }
            }
        }
    }

    #[test]
    fn a_text_agrees_with_itself(text in texts()) {
        let facts = extract(&text, &Locale::new("en").unwrap());
        proptest::prop_assert!(compare(&facts, &facts).is_empty(), "{:?}", compare(&facts, &facts));
    }
}

#[test]
fn a_hostile_text_costs_no_more_than_its_length() {
    let parts = [
        "1.",
        "1 ",
        "one ",
        "一",
        "万",
        "](",
        "(",
        "5:30 ",
        "25 May and ",
        "+1 ",
        "{",
        "a@",
        "A/1/",
        "خمسة و",
        "«",
        "M. A ",
    ];
    for part in parts {
        let text = part.repeat(4096 / part.len());
        for tag in ["en", "zh", "ar"] {
            let facts = extract(&text, &Locale::new(tag).unwrap());
            assert!(facts.len() <= text.len(), "{part}");
        }
    }
}

#[test]
fn a_value_is_known_by_the_word_that_stands_beside_it() {
    let (march, may) = ("by March 2018", "in May 2018");
    for (english, tag, translation, same) in [
        (march, "ru", "к марту 2018 года", true),
        (march, "ru", "перед мартом 2018 года", true),
        (march, "ru", "в марте 2018 года", true),
        (march, "ru", "к маю 2018 года", false),
        (may, "ru", "в мае 2018 года", true),
        (may, "ru", "перед маем 2018 года", true),
        ("at 9 o'clock", "fr", "à 9:00", true),
        ("at 9 o'clock", "fr", "à 9:15", false),
        (
            "See [the site](https://un.org/a).",
            "zh",
            "见[网站](https://un.org/a)。",
            true,
        ),
        (
            "See [the site](https://un.org/a).",
            "zh",
            "见[网站](https://un.org/b)。",
            false,
        ),
    ] {
        let found = mismatches(english, tag, translation);
        assert_eq!(found.is_empty(), same, "{english} / {translation}: {found:?}");
    }
}

#[test]
fn what_has_a_form_of_its_own_is_read_as_that() {
    let said = |value: &Value| match value {
        Value::Number(number) => number.to_whole().map_or("?".to_owned(), |whole| whole.to_string()),
        Value::Fraction(over, under) => format!("{over}/{under}"),
        Value::Symbol(text) | Value::Phone(text) => text.clone(),
        Value::Date(date) => format!("{:?}-{:?}-{:?}", date.year, date.month, date.day).replace("Some", ""),
        other => format!("{other:?}"),
    };
    for (text, tag, read) in [
        ("½ ¼ ¾ ⅓ ⅔ ⅛ 3/4", "en", "1/2 1/4 3/4 1/3 2/3 1/8 3/4"),
        ("4/4 4/3 0/3", "en", "4 4 4 3 0 3"),
        (
            "A/RES/72/1 S/2018/123/Add.1 TD/B/70/6 S/PV.8000 ECE/x",
            "en",
            "A/RES/72/1 S/2018/123/Add.1 TD/B/70/6 S/PV.8000",
        ),
        (
            "+1 212 963 4475, (212) 963-4475, 212-963-4475, +123",
            "en",
            "+12129634475 2129634475 2129634475 123",
        ),
        ("2:11:53 and 3:49.04", "en", "2 11 53 3 ?"),
        ("2 h 19 min 44 s", "fr", "2 19 44"),
        (
            "the 1990s, the 2000s, the 90s, 1995s",
            "en",
            "1990 20 2000 21 90 20 1995",
        ),
        ("on 9/11", "en", "None-(9)-(11)"),
        ("8/11", "en", "8/11"),
        (
            "25 May, 2018; May 25th, 2018; 25. May",
            "en",
            "(2018)-(5)-(25) (2018)-(5)-(25) None-(5)-(25)",
        ),
    ] {
        let facts = extract(text, &Locale::new(tag).unwrap());
        let values: Vec<String> = facts.iter().map(|fact| said(&fact.value)).collect();
        assert_eq!(values.join(" "), read, "{text}");
    }
}

#[test]
fn a_count_in_words_asks_for_its_like_and_a_name_does_not() {
    let english = Locale::new("en").unwrap();
    let written = |text: &str| extract(text, &english).first().map(|fact| fact.written);
    for (text, weight) in [
        ("Five agencies came.", Written::Count),
        ("They saw five agencies.", Written::Count),
        ("They met the Five again.", Written::Words),
        ("a five-year plan", Written::Count),
    ] {
        let facts = extract(text, &english);
        let five = facts
            .iter()
            .find(|fact| fact.surface.eq_ignore_ascii_case("five"))
            .unwrap();
        assert_eq!(five.written, weight, "{text}");
    }
    assert_eq!(written("5 agencies came."), Some(Written::Digits));
}

#[test]
fn quarters_may_be_months_and_an_hour_in_words_is_a_time() {
    let english = Locale::new("en").unwrap();
    let says = |text: &str, value: &Value| {
        extract(text, &english)
            .iter()
            .any(|fact| fact.readings().any(|v| v == value))
    };
    assert!(says("three quarters", &Value::Number(Decimal::whole(9))));
    assert!(!says("three thirds", &Value::Number(Decimal::whole(9))));
    assert!(says("at quarter past five", &Value::Time(315)));
    assert!(says("at half past twelve", &Value::Time(750)));
    let facts = extract("2 h 19 min 44 s", &Locale::new("fr").unwrap());
    let surfaces: Vec<&str> = facts.iter().map(|fact| fact.surface.as_str()).collect();
    assert_eq!(surfaces, ["2", "19", "44 s"]);
}

#[test]
fn halves_and_quarters_are_read_in_every_language() {
    for (text, tag, number, of) in [
        ("in the second half of 2018", "en", 2, 2),
        ("Third-quarter results", "en", 3, 4),
        ("au 1er trimestre", "fr", 1, 4),
        ("la seconde moitié de mai", "fr", 2, 2),
        ("en el segundo semestre", "es", 2, 2),
        ("в III квартале", "ru", 3, 4),
        ("во 2-м квартале", "ru", 2, 4),
        ("в 4 квартале", "ru", 4, 4),
        ("в первом полугодии", "ru", 1, 2),
        ("خلال الربع الثالث", "ar", 3, 4),
        ("للنصف الأول", "ar", 1, 2),
        ("今年下半年", "zh", 2, 2),
        ("5月上半月", "zh", 1, 2),
        ("第二季度", "zh", 2, 4),
        ("3季度", "zh", 3, 4),
    ] {
        let facts = extract(text, &Locale::new(tag).unwrap());
        assert!(
            facts.iter().any(|fact| fact.value == Value::Period(number, of)),
            "{text}"
        );
    }
    for (text, tag) in [
        ("the second, half as large", "en"),
        ("half of the first group", "en"),
        ("1 trimestre", "fr"),
        ("deux semestres", "fr"),
        ("a fifth quarter", "en"),
        ("half a year, a quarter of it", "en"),
        ("一半", "zh"),
        ("季", "zh"),
    ] {
        let facts = extract(text, &Locale::new(tag).unwrap());
        let is_period = |fact: &Fact| matches!(fact.value, Value::Period(..));
        assert!(!facts.iter().any(is_period), "{text}");
    }
}

#[test]
fn another_half_or_quarter_is_told_once_and_only_if_it_is_named() {
    let told = |english: &str, tag: &str, translation: &str| -> Vec<String> {
        let english = extract(english, &Locale::new("en").unwrap());
        let translation = extract(translation, &Locale::new(tag).unwrap());
        let found = compare(&english, &translation);
        found.into_iter().map(|one| one.message).collect()
    };
    assert_eq!(
        told("Third-quarter revenue fell.", "ar", "تراجعت إيرادات الربع الثاني."),
        ["the English says `Third-quarter`, the translation `الربع الثاني`"]
    );
    let fine = [
        ("It grew in the second quarter.", "fr", "Il a grandi au printemps."),
        ("They scored in the second half.", "zh", "他们在下半场得分。"),
        (
            "The talks were in the morning.",
            "ru",
            "Переговоры прошли в первой половине дня.",
        ),
        (
            "It fell in the third quarter, after the second.",
            "es",
            "Cayó en el tercer trimestre, tras el segundo trimestre.",
        ),
    ];
    for (english, tag, translation) in fine {
        assert_eq!(told(english, tag, translation), [""; 0], "{translation}");
    }
}

#[test]
fn a_figure_said_more_often_is_shown_where_it_was_said_in_place_of_the_other() {
    let (english, translation) = ("12 of 15 and 15 more", "12 sur 15 et 12 de plus");
    let found = mismatches(english, "fr", translation);
    let [mismatch] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(mismatch.english.clone().map(|span| &english[span]), Some("15"));
    assert_eq!(mismatch.translation, Some(13..15));
}

#[test]
fn an_address_of_any_kind_is_found_where_nothing_else_stands() {
    for text in [
        "a@b.example",
        "un.org",
        "www.b.fr",
        "https://b/c",
        "S/RES/2396",
        "+32 2 123 45 67",
        "mailto:a@b.example",
    ] {
        let found = crate::facts::extract(&format!("see {text} today"), &crate::locale::Locale::english());
        let surfaces: Vec<&str> = found.iter().map(|fact| fact.surface.as_str()).collect();
        assert_eq!(surfaces, [text]);
    }
}

/// Every sentence of the corpus and of the tables above, with its language.
fn sentences() -> impl Iterator<Item = (&'static str, &'static str)> {
    const CORPUS: [(&str, &str); 5] = [
        ("ar", include_str!("../../tests/corpus/ar.tsv")),
        ("es", include_str!("../../tests/corpus/es.tsv")),
        ("fr", include_str!("../../tests/corpus/fr.tsv")),
        ("ru", include_str!("../../tests/corpus/ru.tsv")),
        ("zh", include_str!("../../tests/corpus/zh.tsv")),
    ];
    let rows = CORPUS.into_iter().flat_map(|(tag, text)| {
        let rows = text.lines().filter(|line| !line.starts_with('#'));
        rows.filter_map(move |row| {
            let (_, texts) = row.split_once('\t')?;
            let (english, translation) = texts.split_once('\t')?;
            Some((english, tag, translation))
        })
    });
    let pairs = rows.chain(SAME.iter().chain(DIFFERENT).copied());
    pairs.flat_map(|(english, tag, translation)| [("en", english), (tag, translation)])
}

#[test]
fn a_text_states_the_same_wherever_it_stands() {
    let before = "… «» ! : ";
    for (tag, text) in sentences() {
        let locale = Locale::new(tag).unwrap();
        let mut behind = extract(&format!("{before}{text}"), &locale);
        for fact in &mut behind {
            fact.span = fact.span.start - before.len()..fact.span.end - before.len();
        }
        assert_eq!(behind, extract(text, &locale), "{text}");
    }
}
