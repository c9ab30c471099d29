//! Chinese: numbers in characters, and the words round dates, times and amounts.

use crate::facts::decimal::Decimal;
use crate::facts::words::{Language, no_number};

/// The words of Chinese.
pub static LANGUAGE: Language = Language {
    numbers: "",
    derive: no_number,
    multiples: &[],
    between: &["至", "到", "和", "与", "及", "或", "比", "、"],
    of: &[],
    percent: &["%", "个百分点", "百分点", "個百分點"],
    am: &["上午", "早上", "凌晨", "清晨", "早晨", "早"],
    pm: &["下午", "晚上", "晚间", "傍晚", "中午", "午后", "晚", "夜间", "深夜"],
    noon: &["正午", "中午"],
    midnight: &["午夜", "零时", "零点", "子夜"],
    hours: &["时", "点钟", "点", "點", "時"],
    morning: &["上午", "早上", "早晨", "清晨"],
    afternoon: &["下午", "晚上", "傍晚", "晚间"],
    periods: &[("半", 2), ("季", 4)],
    measures: "\
seconds: 秒
minutes: 分钟
hours: 小时 个小时 个钟头
days: 天 日 个工作日 个工作天
weeks: 周 星期 个星期 个礼拜
months: 个月 月
years: 年 岁 周岁 周年
decades: 个十年
centuries: 个世纪 世纪
nanometres: 纳米
millimetres: 毫米
centimetres: 厘米
metres: 米
kilometres: 公里 千米
miles: 英里
nautical miles: 海里
feet: 英尺
inches: 英寸
micrograms: 微克
milligrams: 毫克
grams: 克
kilograms: 公斤 千克
quintals: 公担
tonnes: 吨
ounces: 盎司
square metres: 平方米
hectares: 公顷
square kilometres: 平方公里 平方千米
acres: 英亩
square feet: 平方英尺
square miles: 平方英里
millilitres: 毫升
centilitres: 厘升
litres: 升 公升
cubic metres: 立方米
cubic kilometres: 立方公里 立方千米
cubic feet: 立方英尺
gallons: 加仑
barrels: 桶
watts: 瓦
kilowatts: 千瓦
megawatts: 兆瓦
gigawatts: 吉瓦
terawatts: 太瓦
kilowatt-hours: 千瓦时 千瓦小时
megawatt-hours: 兆瓦时 兆瓦小时
gigawatt-hours: 吉瓦时 吉瓦小时
terawatt-hours: 太瓦时 太瓦小时
knots: 节
kilobytes: 千字节
megabytes: 兆字节
gigabytes: 吉字节
terabytes: 太字节
kilohertz: 千赫
megahertz: 兆赫
gigahertz: 吉赫
degrees Celsius: 摄氏度
degrees Fahrenheit: 华氏度",
    minus: &["零下", "负"],
    below_zero: &[],
    negative: &["冰点", "以下", "低于"],
    falling: &[
        "降", "减", "跌", "亏", "萎缩", "赤字", "逆差", "低", "少", "损", "衰退", "缩", "下滑", "流出",
    ],
    figurative: &[],
    idioms: &[
        ("个半小时", &[90]),
        ("一小时半", &[90]),
        ("一年半", &[18]),
        ("半个小时", &[30]),
        ("一刻钟", &[15]),
        ("一周", &[7]),
        ("一星期", &[7]),
        ("两周", &[14, 15]),
        ("两星期", &[14]),
        ("一年", &[12]),
        ("半年", &[6]),
        ("季度", &[3]),
        ("世纪", &[100]),
        ("一小时", &[60]),
        ("两天", &[48]),
        ("三天", &[72]),
        ("一天", &[24]),
        ("整天", &[24]),
        ("全天候", &[24, 7]),
        ("昼夜", &[24, 7]),
        ("不间断", &[24, 7]),
        ("新冠", &[19]),
        ("冠状病毒", &[19]),
        ("二氧化碳", &[2]),
        ("半数", &[50]),
        ("双边", &[2]),
        ("双方", &[2]),
        ("全方位", &[360]),
        ("半小时", &[30]),
        ("翻一番", &[2]),
        ("翻番", &[2]),
        ("翻了一番", &[2]),
        ("翻两番", &[4]),
        ("每", &[1]),
    ],
};

/// The greatest length of a number in characters, in characters; what goes on longer is no number.
pub const LONGEST: usize = 24;

/// The value of a digit character.
pub fn digit(c: char) -> Option<u64> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '兩' | '双' | '貳' => 2,
        '三' | '叁' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The power of ten that a character multiplies with.
pub fn power(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => return None,
    })
}

/// Whether `c` can be part of a number in characters.
pub fn is_numeral(c: char) -> bool {
    digit(c).is_some() || power(c).is_some() || matches!(c, '廿' | '卅' | '点')
}

/// What a run of numeral characters is worth: `二十一`, `一百零五`, `三亿五千万`, `二〇一八`, `三点五`; several values where
/// the run can be read in several ways (`三四` three or four).
pub fn values(run: &str) -> Vec<Decimal> {
    let expanded = run.replace('廿', "二十").replace('卅', "三十");
    if let Some((whole, fraction)) = expanded.split_once('点') {
        let digits: String = fraction.chars().filter_map(digit).map(|d| d.to_string()).collect();
        return whole_value(whole)
            .and_then(|w| Decimal::from_digits(&w.to_string(), &digits))
            .into_iter()
            .chain(whole_value(whole).map(Decimal::whole))
            .collect();
    }
    let digits: Vec<u64> = expanded.chars().filter_map(digit).collect();
    if digits.len() == expanded.chars().count() && digits.len() > 1 {
        if digits.len() > 20 {
            return Vec::new();
        }
        let text: String = digits.iter().map(u64::to_string).collect();
        let each = digits.iter().map(|d| Decimal::whole(*d));
        return Decimal::from_digits(&text, "").into_iter().chain(each).collect();
    }
    let whole = |run: &str| whole_value(run).map(Decimal::whole);
    // 三四百 is three or four hundred.
    let mut chars = expanded.chars();
    if let [Some(1..), Some(1..)] = [chars.next().and_then(digit), chars.next().and_then(digit)] {
        let without = |at: usize| -> String {
            expanded
                .chars()
                .enumerate()
                .filter(|(n, _)| *n != at)
                .map(|(_, c)| c)
                .collect()
        };
        return whole(&without(0)).into_iter().chain(whole(&without(1))).collect();
    }
    whole(&expanded).into_iter().collect()
}

/// A number with powers; each section below 10,000 is summed, then multiplied by 万 or 亿.
fn whole_value(run: &str) -> Option<u64> {
    let (mut total, mut section, mut current) = (0_u64, 0_u64, None);
    for c in run.chars() {
        if let Some(value) = digit(c) {
            current = Some(value);
        } else {
            let factor = power(c)?;
            if factor < 10_000 {
                section = section.checked_add(current.take().unwrap_or(1).checked_mul(factor)?)?;
            } else {
                let below = section.checked_add(current.take().unwrap_or(0))?;
                // 万亿: a second power multiplies what the first has made.
                let base = if below == 0 {
                    std::mem::take(&mut total).max(1)
                } else {
                    below
                };
                total = total.checked_add(base.checked_mul(factor)?)?;
                section = 0;
            }
        }
    }
    // 两万五 is 两万五千: the last power is left out, one below the one before.
    let mut back = run.chars().rev();
    let (last, before) = (back.next().and_then(digit), back.next().and_then(power));
    let step = before.filter(|power| *power >= 100 && last.is_some_and(|digit| digit > 0));
    let behind = current.unwrap_or(0).checked_mul(step.map_or(1, |power| power / 10))?;
    total.checked_add(section)?.checked_add(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The characters of a number below a hundred million.
    fn characters(n: u64) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        if n >= 10_000 {
            let zero = if (1..1_000).contains(&(n % 10_000)) { "零" } else { "" };
            return format!("{}万{zero}{}", characters(n / 10_000), characters(n % 10_000));
        }
        let (mut text, mut gap) = (String::new(), false);
        for (power, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = n / power % 10;
            if digit > 0 {
                text.push_str(if gap { "零" } else { "" });
                text.push_str(digits[digit as usize]);
                text.push_str(name);
            }
            gap = digit == 0 && !text.is_empty();
        }
        text
    }

    #[test]
    fn every_number_in_characters_has_its_value() {
        assert_eq!(characters(3_050_204), "三百零五万零二百零四");
        for n in (1..11_000).chain((11_000..90_000_000).step_by(7_919)) {
            assert_eq!(
                values(&characters(n)).first(),
                Some(&Decimal::whole(n)),
                "{}",
                characters(n)
            );
        }
        for (run, n) in [
            ("廿一", 21),
            ("卅", 30),
            ("壹", 1),
            ("貳", 2),
            ("叁", 3),
            ("兩萬", 20_000),
            ("双", 2),
        ] {
            assert_eq!(values(run).first(), Some(&Decimal::whole(n)), "{run}");
        }
        for (run, n) in [("二億", 200_000_000), ("三兆", 3_000_000_000_000), ("一○", 10)] {
            assert_eq!(values(run).first(), Some(&Decimal::whole(n)), "{run}");
        }
    }

    #[test]
    fn numbers_in_characters() {
        let cases = [
            ("十一", 11),
            ("二十一", 21),
            ("一百零五", 105),
            ("三亿五千万", 350_000_000),
            ("二〇一八", 2018),
            ("两千", 2000),
            ("七十二", 72),
            ("一万亿", 1_000_000_000_000),
            ("两万五", 25_000),
            ("三千二", 3_200),
            ("一百五", 150),
            ("一亿零五", 100_000_005),
        ];
        for (run, value) in cases {
            assert_eq!(values(run).first(), Some(&Decimal::whole(value)), "{run}");
        }
        assert_eq!(values("三四百"), [400, 300].map(Decimal::whole));
        assert_eq!(values("两三万"), [30_000, 20_000].map(Decimal::whole));
        assert_eq!(values("三点五").first(), Decimal::from_digits("3", "5").as_ref());
    }
}
