//! Pairs of sentences that say the same, and pairs that do not, in each language.

use crate::facts::compare::{Mismatch, compare};
use crate::facts::extract;
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
    ("see S/RES/2396 (2017)", "zh", "见S/RES/2396（2017）"),
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
    ("1,500 delegates", "fr", "1,500 délégués"),
    ("six agencies", "ru", "7 учреждений"),
    ("the 21st century", "fr", "le XXe siècle"),
    ("in June 2017", "fr", "en juillet 2017"),
    ("on Thursday", "es", "el viernes"),
    ("20 per cent of 30", "fr", "20 sur 30"),
    ("12 of 15 and 15 more", "fr", "12 sur 15 et 12 de plus"),
    ("tel. +41 22 917 1234", "zh", "电话：+41 22 917 1243"),
    ("see S/RES/2396 (2017)", "zh", "见S/RES/2369（2017）"),
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
