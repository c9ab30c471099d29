//! `punctuation`: the marks of a translation are not those of its language.
//!
//! French quotes are « », its apostrophe is ’. Spanish opens what it asks or exclaims with ¿ and ¡. Russian quotes are « ».
//! Chinese writes ，。；：？！ among its characters, and （ ） round them. Arabic writes ، ؛ ؟ and stretches no word with a
//! tatweel (`ـ` after a particle, before digits or Latin letters, is right). A translation ends with the kind of mark that the
//! English ends with: a question stays a question, a heading without a full stop stays one.
//!
//! Why: readers see at once that a text was made by people who do not write their language.
//!
//! Example: `下周,委员会将审议报告。` has an ASCII comma among Chinese characters.
//!
//! Mend it: `pressroom check --fix` writes what is mechanical; the rest as the finding says.
//!
//! Waive it with a note above the message: `# pressroom: allow punctuation — quoted as printed on the poster`.

use crate::check::prose::{GAP, Prose, is_arabic, is_chinese};
use crate::check::view::View;
use crate::check::{Rule, Scope, Spotted, manual};
use crate::diagnostic::Severity;
use crate::facts::fold::is_ideograph;
use crate::locale::Locale;
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "punctuation",
    level: Severity::Warning,
    manual: || manual::of(include_str!("punctuation.rs")),
    scope: Scope::Translation(look),
};

fn look(view: &View<'_>) -> Vec<Spotted> {
    held_against(
        &view.english.prose,
        &view.translation.prose,
        view.translation.text.len(),
        &view.edition.locale,
    )
}

/// What is wrong with the marks of `translation`.
pub fn check(english: &str, translation: &str, locale: &Locale) -> Vec<Spotted> {
    held_against(&Prose::of(english), &Prose::of(translation), translation.len(), locale)
}

fn held_against(english: &Prose, prose: &Prose, len: usize, locale: &Locale) -> Vec<Spotted> {
    let mut found = match locale.language() {
        "fr" => french(prose),
        "es" => spanish(prose),
        "ru" | "uk" | "be" => russian(prose),
        "zh" => chinese(prose),
        "ar" | "fa" | "ur" => arabic(prose),
        _ => Vec::new(),
    };
    found.extend(doubled(prose));
    found.extend(ending(english, prose, locale, len));
    found
}

fn spot(span: Range<usize>, message: String, help: &str, fix: Option<&str>) -> Spotted {
    Spotted {
        span,
        message,
        help: help.to_owned(),
        english: None,
        fix: fix.map(str::to_owned),
    }
}

/// A mark that another one must stand for.
fn replace(prose: &Prose, n: usize, by: &str) -> Option<Spotted> {
    let mark = prose.marks.get(n)?;
    let message = format!("`{}` stands where this language writes `{by}`", mark.c);
    Some(spot(mark.span(), message, &format!("write `{by}`"), Some(by)))
}

fn french(prose: &Prose) -> Vec<Spotted> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let mut found = Vec::new();
    for (n, mark) in prose.marks.iter().enumerate() {
        match mark.c {
            '\'' if letter(prose.before(n)) && letter(prose.after(n)) => found.extend(replace(prose, n, "’")),
            _ => {}
        }
    }
    found.extend(guillemets(prose, "« ", " »", "«\u{A0}", "\u{A0}»"));
    found
}

fn russian(prose: &Prose) -> Vec<Spotted> {
    guillemets(prose, "«", "»", "«", "»")
}

/// Straight quotes, and English ones where no guillemets stand outside them.
fn guillemets(prose: &Prose, open: &str, close: &str, fix_open: &str, fix_close: &str) -> Vec<Spotted> {
    let has = |c: char| prose.marks.iter().any(|m| m.c == c);
    let english = !has('«') && !has('„');
    let straight = prose.marks.iter().filter(|m| m.c == '"').count();
    let mut opening = true;
    let mut found = Vec::new();
    for mark in &prose.marks {
        let is_open = match mark.c {
            '"' => flip(&mut opening),
            '“' if english => true,
            '”' if english => false,
            _ => continue,
        };
        let (by, fix) = if is_open { (open, fix_open) } else { (close, fix_close) };
        let message = format!("`{}` stands where this language writes `{}`", mark.c, by.trim());
        // An odd straight quote may be an inch mark: it is shown, not changed.
        let fix = (mark.c != '"' || straight.is_multiple_of(2)).then_some(fix);
        found.push(spot(mark.span(), message, "write « and »", fix));
    }
    found
}

/// Turns a switch and says how it stood.
fn flip(switch: &mut bool) -> bool {
    *switch = !*switch;
    !*switch
}

fn spanish(prose: &Prose) -> Vec<Spotted> {
    let mut open: Option<usize> = None;
    let mut found = Vec::new();
    for (n, mark) in prose.marks.iter().enumerate() {
        match mark.c {
            '¿' | '¡' => open = Some(open.unwrap_or(n)),
            '?' | '!' => {
                let follows = matches!(prose.before(n), Some('?' | '!' | '('));
                if open.take().is_none() && !follows {
                    let inverted = if mark.c == '?' { "¿" } else { "¡" };
                    let message = format!("`{}` without `{inverted}` before it", mark.c);
                    found.push(spot(
                        mark.span(),
                        message,
                        &format!("write `{inverted}` where the question or exclamation begins"),
                        None,
                    ));
                }
            }
            _ => {}
        }
    }
    if let Some(mark) = open.and_then(|n| prose.marks.get(n)) {
        let close = if mark.c == '¿' { "?" } else { "!" };
        let message = format!("`{}` without `{close}` behind it", mark.c);
        found.push(spot(
            mark.span(),
            message,
            &format!("write `{close}` where it ends"),
            None,
        ));
    }
    found
}

fn chinese(prose: &Prose) -> Vec<Spotted> {
    let chinese = |c: Option<char>| c.is_some_and(is_chinese);
    let han = |c: Option<char>| c.is_some_and(is_ideograph);
    let mut found = Vec::new();
    let mut opening = true;
    for (n, mark) in prose.marks.iter().enumerate() {
        let (before, after) = (prose.solid_before(n), prose.solid_after(n));
        let beside = chinese(before) || chinese(after);
        let full = match mark.c {
            ',' if beside => "，",
            ';' if beside => "；",
            ':' if beside => "：",
            '?' if beside || matches!(before, Some('”' | '’' | '」')) => "？",
            '!' if beside => "！",
            '.' if han(before)
                && prose.before(n) == before
                && (after.is_none() || chinese(after) || prose.after(n).is_some_and(char::is_whitespace)) =>
            {
                "。"
            }
            '(' if encloses_han(prose, n) => "（",
            ')' if closes_han(prose, n) => "）",
            '"' if beside => {
                if flip(&mut opening) {
                    "“"
                } else {
                    "”"
                }
            }
            _ => continue,
        };
        found.extend(replace(prose, n, full));
    }
    found
}

/// Whether the bracket at `n` stands behind an ideograph and encloses ideographs (`2396(2017)号` is usual, `办(处)` is not).
fn encloses_han(prose: &Prose, n: usize) -> bool {
    let inside = prose
        .marks
        .get(n + 1..)
        .unwrap_or(&[])
        .iter()
        .map(|m| m.c)
        .take(200)
        .take_while(|c| *c != ')');
    prose.before(n).is_none_or(is_chinese) && inside.clone().any(is_ideograph)
}

fn closes_han(prose: &Prose, n: usize) -> bool {
    let open = prose
        .marks
        .get(..n)
        .unwrap_or(&[])
        .iter()
        .rposition(|m| matches!(m.c, '(' | '（'));
    open.is_some_and(|open| prose.marks.get(open).is_some_and(|m| m.c == '（') || encloses_han(prose, open))
}

fn arabic(prose: &Prose) -> Vec<Spotted> {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let letter = |c: Option<char>| c.is_some_and(is_arabic);
    let any = prose.marks.iter().any(|m| is_arabic(m.c));
    let mut found = Vec::new();
    for (n, mark) in prose.marks.iter().enumerate() {
        let digits = |c: Option<char>| c.is_some_and(char::is_numeric);
        let foreign = latin(prose.solid_before(n)) && latin(prose.solid_after(n));
        let own = match mark.c {
            ',' if digits(prose.before(n)) && digits(prose.after(n)) => continue,
            ',' => "،",
            ';' => "؛",
            '?' => "؟",
            'ـ' if letter(prose.before(n)) && letters_behind_tatweel(prose, n) => {
                let run = prose
                    .marks
                    .get(n..)
                    .unwrap_or(&[])
                    .iter()
                    .take_while(|m| m.c == 'ـ')
                    .count();
                let span = mark.at..mark.at + run * mark.c.len_utf8();
                found.push(spot(
                    span,
                    "a tatweel stretches the word".to_owned(),
                    "delete it",
                    Some(""),
                ));
                continue;
            }
            _ => continue,
        };
        if any && !foreign {
            found.extend(replace(prose, n, own));
        }
    }
    found
}

/// Whether a letter follows the run of tatweels at `n`.
fn letters_behind_tatweel(prose: &Prose, n: usize) -> bool {
    let mut behind = prose
        .marks
        .get(n + 1..)
        .unwrap_or(&[])
        .iter()
        .map(|m| m.c)
        .skip_while(|c| *c == 'ـ');
    behind.next().is_some_and(is_arabic)
}

/// `,,` `。。` `..`: a mark typed twice.
fn doubled(prose: &Prose) -> Vec<Spotted> {
    let twice = |n: usize, c: char| {
        prose.after(n) == Some(c) && prose.before(n) != Some(c) && prose.marks.get(n + 2).map(|m| m.c) != Some(c)
    };
    let marks = prose.marks.iter().enumerate();
    let found = marks.filter(|(n, m)| matches!(m.c, ',' | '.' | '，' | '。' | '،' | ';' | '；') && twice(*n, m.c));
    found
        .map(|(_, m)| {
            spot(
                m.at..m.at + 2 * m.c.len_utf8(),
                format!("`{0}{0}` is one mark typed twice", m.c),
                &format!("write `{}`", m.c),
                Some(&m.c.to_string()),
            )
        })
        .collect()
}

/// The kinds of marks that end a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Stop,
    Question,
    Exclamation,
    Colon,
    Other,
}

fn kind_of_end(c: char) -> End {
    match c {
        '.' | '。' | '．' | '…' | '۔' | '।' => End::Stop,
        '?' | '？' | '؟' => End::Question,
        '!' | '！' => End::Exclamation,
        ':' | '：' => End::Colon,
        _ => End::Other,
    }
}

/// The kinds of marks among the last characters, brackets and quotes passed over.
fn ends(prose: &Prose) -> Vec<End> {
    ends_at(prose, prose.marks.len())
}

/// Whether the mark before number `n` closes a quotation.
fn is_quoted(prose: &Prose, n: usize) -> bool {
    prose.before(n).is_some_and(|c| "\"”’»)」』".contains(c))
}

/// The marks that end the sentence whose last character stands before number `n`.
fn ends_at(prose: &Prose, n: usize) -> Vec<End> {
    let closing = |c: char| c.is_whitespace() || c == GAP || "\"'”’»“)）」』]›".contains(c);
    let mut kinds = Vec::new();
    for mark in prose.marks.iter().take(n).rev() {
        match kind_of_end(mark.c) {
            End::Other if closing(mark.c) && kinds.len() < 3 => {}
            End::Other => break,
            kind => kinds.push(kind),
        }
    }
    kinds
}

/// The translation ends as the English does.
fn ending(source: &Prose, prose: &Prose, locale: &Locale, len: usize) -> Option<Spotted> {
    if prose.marks.is_empty() || locale.language() == "th" || abbreviated(source) || abbreviated(prose) {
        return None;
    }
    // An address at the end hides the mark behind it.
    let (ours, theirs) = (ends(source), ends(prose));
    let agree = ours.iter().any(|kind| theirs.contains(kind)) || (ours.is_empty() && theirs.is_empty());
    // Where the exclamation stands is for each language to say.
    let agree = agree
        || ours.contains(&End::Exclamation) && prose.marks.iter().any(|mark| kind_of_end(mark.c) == End::Exclamation);
    // `"Why?" she asked.` often ends with the quotation elsewhere.
    let agree = agree
        || is_quoted(prose, prose.marks.len())
            && (1..=source.marks.len())
                .any(|n| is_quoted(source, n) && ends_at(source, n).iter().any(|kind| theirs.contains(kind)));
    if agree {
        return None;
    }
    let name = |kinds: &[End]| match kinds.first() {
        None | Some(End::Other) => "no mark",
        Some(End::Stop) => "a full stop",
        Some(End::Question) => "a question mark",
        Some(End::Exclamation) => "an exclamation mark",
        Some(End::Colon) => "a colon",
    };
    let last = prose.marks.last().map_or(0..len, super::prose::Mark::span);
    let message = format!("ends with {}, the English with {}", name(&theirs), name(&ours));
    Some(spot(last, message, "end it as the English ends", None))
}

/// Whether the last full stop belongs to an abbreviation (`p.m.`, `2018 г.`, `etc.`).
fn abbreviated(prose: &Prose) -> bool {
    /// How many characters the longest has.
    const LONGEST: usize = 5;
    const ABBREVIATIONS: [&str; 24] = [
        "p.m.",
        "a.m.",
        "p. m.",
        "a. m.",
        "etc.",
        "Inc.",
        "Ltd.",
        "Co.",
        "Corp.",
        "U.S.",
        "U.N.",
        "U.K.",
        "Jr.",
        "Sr.",
        "No.",
        "г.",
        "гг.",
        "др.",
        "т.д.",
        "т. д.",
        "тыс.",
        "руб.",
        "мин.",
        "долл.",
    ];
    let is_read = |c: &char| !c.is_whitespace() && !"\"”’»)）".contains(*c);
    let marks = prose.marks.iter().rev().map(|mark| mark.c);
    let mut end: Vec<char> = marks.skip_while(|c| !is_read(c)).take(LONGEST).collect();
    end.reverse();
    let text: String = end
        .into_iter()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    ABBREVIATIONS.iter().any(|end| text.ends_with(end))
}
