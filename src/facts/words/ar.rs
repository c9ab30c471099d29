//! Arabic: numbers in words in all cases and genders, and the words round dates, times and amounts.

use crate::facts::words::{Atom, Language, no_number};
use std::collections::BTreeMap;

/// The words of Arabic.
pub static LANGUAGE: Language = Language {
    numbers: "\
0 صفر دون
1 واحد واحدة أحد إحدى وحيد
2 اثنان اثنين اثنا اثني اثنتان اثنتين اثنتا اثنتي إثنان إثنين اثنان كلا كلتا مرتين مرتان ضعف ضعفي ضعفا عامين عامان سنتين سنتان شهرين يومين أسبوعين ساعتين ثنائي ثنائية
3 ثلاثة ثلاث ثلاثي ثلاثية
4 أربعة أربع رباعي رباعية
5 خمسة خمس خماسي خماسية
6 ستة ست سداسي سداسية
7 سبعة سبع
8 ثمانية ثماني ثمان
9 تسعة تسع
10 عشرة عشر
20 عشرون عشرين عشرينات عشرينيات
30 ثلاثون ثلاثين ثلاثينات ثلاثينيات
40 أربعون أربعين أربعينات أربعينيات
50 خمسون خمسين خمسينات خمسينيات
60 ستون ستين ستينات ستينيات
70 سبعون سبعين سبعينات سبعينيات
80 ثمانون ثمانين ثمانينات ثمانينيات
90 تسعون تسعين تسعينات تسعينيات
~100 مئوية
200 مئتان مئتين مائتان مائتين مئتي مائتي مئتا مائتا
300 ثلاثمئة ثلاثمائة
400 أربعمئة أربعمائة
500 خمسمئة خمسمائة
600 ستمئة ستمائة
700 سبعمئة سبعمائة
800 ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة
900 تسعمئة تسعمائة
2000 ألفان ألفين ألفي
2000000 مليونان مليونين مليوني
2000000000 ملياران مليارين ملياري بليونان بليونين بليوني
#1 أول أولى حادي حادية أولا
#2 ثاني ثانية ثان ثانيا
#3 ثالث ثالثة ثالثا
#4 رابع رابعة رابعا
#5 خامس خامسة خامسا
#6 سادس سادسة سادسا
#7 سابع سابعة سابعا
#8 ثامن ثامنة ثامنا
#9 تاسع تاسعة تاسعا
#10 عاشر عاشرة عاشرا
*100 مئة مائة مئات
*1000 ألف آلاف ألفا الآلاف
*1000000 مليون ملايين مليونا
*1000000000 مليار مليارات مليارا بليون بلايين بليونا
*1000000000000 تريليون تريليونات تريليونا ترليون
~10 عقد عقود عشرات
~100 قرن قرون
~1000 ألفية
20 عقدين عقدان
200 قرنين قرنان
/2 نصف نصفا نصفي
/3 ثلث ثلثا ثلثي
/4 ربع ربعا ربعي أرباع
/5 خمس خمسي أخماس
/6 سدس أسداس
/7 سبع أسباع
/8 أثمان ثمن
/9 تسع أتساع
/10 عشر أعشار
3 أثلاث",
    derive: no_number,
    multiples: &[],
    between: &["و", "الي", "حتي", "او", "من", "مقابل", "بين", "في"],
    of: &["من", "في", "عام", "سنه", "لعام", "شهر", "ل"],
    percent: &["%", "في المائه", "في المئه", "بالمائه", "بالمئه", "نقطه مئويه", "نقاط مئويه"],
    am: &["صباحا", "صباح", "من صباح", "فجرا", "قبل الظهر", "ص"],
    pm: &["مساء", "من مساء", "بعد الظهر", "بعد ظهر", "عصرا", "من عصر", "ظهرا", "ليلا", "م"],
    noon: &["الظهر", "ظهر", "الظهيره"],
    midnight: &["منتصف الليل"],
    hours: &["ساعه"],
    idioms: &[
        ("نصف ساعه", &[30]),
        ("ساعه ونصف", &[90]),
        ("الساعه والنصف", &[90]),
        ("عام ونصف", &[18]),
        ("سنه ونصف", &[18]),
        ("ربع ساعه", &[15]),
        ("اسبوع", &[7]),
        ("اسبوعين", &[14, 15]),
        ("عام", &[12]),
        ("سنه", &[12]),
        ("نصف سنو", &[6]),
        ("ساعه", &[60]),
        ("يوم كامل", &[24]),
        ("يومين", &[48]),
        ("مدار الساعه", &[24, 7]),
        ("ليل نهار", &[24, 7]),
        ("ليلا ونهارا", &[24, 7]),
        ("كورونا", &[19]),
        ("تضاعف", &[2]),
        ("يتضاعف", &[2]),
        ("مضاعف", &[2]),
        ("كل ", &[1]),
        ("الكربون", &[2]),
    ],
};

/// The particles that Arabic writes together with the next word, longest first.
const PREFIXES: [&str; 12] = ["وبال", "وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك"];

/// The word without each of the particles that it may begin with.
pub(super) fn bare(word: &str) -> impl Iterator<Item = &str> {
    PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix))
}

/// The parts that a word plays: its particles are taken off (an `و` before a number joins it to the one before), and the
/// ending of an indefinite accusative.
pub fn atoms(word: &str, table: &BTreeMap<String, Vec<Atom>>) -> Vec<Atom> {
    let find = |word: &str| {
        let bare = || word.strip_suffix('ا').and_then(|w| table.get(w));
        table.get(word).or_else(bare).and_then(|atoms| atoms.first().copied())
    };
    if let Some(atom) = find(word) {
        return vec![atom];
    }
    for prefix in PREFIXES {
        if let Some(atom) = word.strip_prefix(prefix).and_then(find) {
            let joins = prefix.starts_with('و');
            return joins.then_some(Atom::Join).into_iter().chain([atom]).collect();
        }
    }
    // A dual says "two" without a number word.
    let dual = word.chars().count() >= 5 && ["تين", "تان", "ين", "ان"].iter().any(|end| word.ends_with(end));
    if dual { vec![Atom::Ordinal(2)] } else { Vec::new() }
}
