//! `spacing`: spaces that are missing, doubled, or would let a line break in the wrong place.
//!
//! French puts a no-break space (U+202F, or U+00A0) before ; ! ? and : and inside « » (French of Canada only before : and inside
//! quotes). A title and its name stay on one line: `M. Dupont`, `Sr. García`, `г-н Иванов` have U+00A0 between them. Elsewhere no
//! space stands before , . ; : ! ?, none between Chinese characters, none behind ¿ and ¡. No text begins or ends with a space,
//! and none has two in a row.
//!
//! Why: a mark alone at the beginning of a line, a title cut from its name, or a hole in the line is what readers stumble over.
//!
//! Example: `Que faire ?` with an ordinary space: the question mark can fall to the next line.
//!
//! Mend it: `pressroom check --fix` writes the right spaces.
//!
//! Waive it with a note above the message: `# pressroom: allow spacing — verse, spaces as in the original`.

use crate::check::prose::{GAP, Prose, is_fixed_space};
use crate::check::view::View;
use crate::check::{Rule, Scope, Spotted, manual};
use crate::diagnostic::Severity;
use crate::facts::fold::{is_ideograph, is_letter};
use crate::locale::Locale;
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "spacing",
    level: Severity::Warning,
    manual: || manual::of(include_str!("spacing.rs")),
    scope: Scope::Translation(look),
};

fn look(view: &View<'_>) -> Vec<Spotted> {
    look_at(&view.translation.text, &view.translation.prose, &view.edition.locale)
}

/// What is wrong with the spaces of `translation`.
pub fn check(_english: &str, translation: &str, locale: &Locale) -> Vec<Spotted> {
    look_at(translation, &Prose::of(translation), locale)
}

fn look_at(text: &str, prose: &Prose, locale: &Locale) -> Vec<Spotted> {
    let mut found = edges(text);
    found.extend(doubled(prose));
    if locale.language() == "fr" {
        found.extend(french(prose, locale));
    } else {
        found.extend(before_marks(prose));
    }
    match locale.language() {
        "zh" => found.extend(between_ideographs(prose)),
        "es" => found.extend(behind_inverted(prose)),
        _ => {}
    }
    found.extend(titles(prose, locale));
    found
}

fn spot(span: Range<usize>, message: &str, help: &str, fix: &str) -> Spotted {
    Spotted {
        span,
        message: message.to_owned(),
        help: help.to_owned(),
        english: None,
        fix: Some(fix.to_owned()),
    }
}

fn edges(text: &str) -> Vec<Spotted> {
    let head = text.len() - text.trim_start().len();
    let tail = text.trim_end().len().max(head);
    let mut found = Vec::new();
    if head > 0 {
        found.push(spot(0..head, "begins with a space", "delete it", ""));
    }
    if tail < text.len() {
        found.push(spot(tail..text.len(), "ends with a space", "delete it", ""));
    }
    found
}

/// Two spaces in a row; the indentation behind a hard break is none of it.
fn doubled(prose: &Prose) -> Vec<Spotted> {
    let mut found = Vec::new();
    let space = |c: char| c.is_whitespace() && c != '\n';
    for (n, mark) in prose.marks.iter().enumerate() {
        if !space(mark.c) || prose.before(n).is_none_or(char::is_whitespace) {
            continue;
        }
        let rest = prose.marks.get(n..).unwrap_or_default();
        let run = rest.iter().take_while(|m| space(m.c)).count();
        let (Some(run), true) = (rest.get(..run), run > 1) else {
            continue;
        };
        let Some(last) = run.last() else { continue };
        // At the end of the text it is an edge, before a line end Markdown.
        let end = last.span().end;
        if prose.marks.last().is_some_and(|m| m.span().end > end) && prose.after(n + run.len() - 1) != Some('\n') {
            let fixed = run
                .iter()
                .find(|m| is_fixed_space(m.c))
                .map_or(" ".to_owned(), |m| m.c.to_string());
            found.push(spot(mark.at..end, "two spaces in a row", "write one", &fixed));
        }
    }
    found
}

fn french(prose: &Prose, locale: &Locale) -> Vec<Spotted> {
    let canada = locale.tag().ends_with("-CA");
    let mut found = Vec::new();
    for (n, mark) in prose.marks.iter().enumerate() {
        let narrow = match mark.c {
            ';' | '!' | '?' if !canada => '\u{202F}',
            ':' if before_space(prose.after(n)) => '\u{A0}',
            '»' => '\u{A0}',
            '«' => {
                found.extend(behind(prose, n));
                continue;
            }
            _ => continue,
        };
        let Some(before) = prose.before(n) else { continue };
        let exempt = is_fixed_space(before)
            || matches!(before, ';' | '!' | '?' | '(' | '[' | '…' | GAP | '«')
            || (mark.c != '»' && matches!(before, '.' | '¿'));
        if exempt {
            continue;
        }
        let name = if narrow == '\u{202F}' { "U+202F" } else { "U+00A0" };
        let message = format!("`{}` has no no-break space before it", mark.c);
        let help = format!("write {name} before it");
        let start = if before.is_whitespace() {
            prose.marks.get(n - 1).map_or(mark.at, |m| m.at)
        } else {
            mark.at
        };
        let fix = if before.is_whitespace() {
            narrow.to_string()
        } else {
            format!("{narrow}{}", mark.c)
        };
        let span = if before.is_whitespace() {
            start..mark.at
        } else {
            mark.span()
        };
        found.push(spot(span, &message, &help, &fix));
    }
    found
}

/// Whether what follows a colon shows that it is punctuation, and not the one of `17:30` or an address.
fn before_space(after: Option<char>) -> bool {
    after.is_none_or(|c| c.is_whitespace() || c == '«' || c == '“')
}

/// The space behind `«`.
fn behind(prose: &Prose, n: usize) -> Option<Spotted> {
    let mark = prose.marks.get(n)?;
    let after = prose.marks.get(n + 1)?;
    if is_fixed_space(after.c) || after.c == GAP {
        return None;
    }
    let (span, fix) = if after.c.is_whitespace() {
        (after.span(), "\u{A0}")
    } else {
        (mark.span(), "«\u{A0}")
    };
    Some(spot(
        span,
        "`«` has no no-break space behind it",
        "write U+00A0 behind it",
        fix,
    ))
}

/// A space before a mark that stands close to its word.
fn before_marks(prose: &Prose) -> Vec<Spotted> {
    let mut found = Vec::new();
    for (n, mark) in prose.marks.iter().enumerate() {
        let is_mark = match mark.c {
            ',' | ';' | '!' | '?' | '،' | '؛' | '؟' | '，' | '。' | '；' | '？' | '！' | '：' | '、' => true,
            '.' | ':' => prose.after(n).is_none_or(char::is_whitespace) && prose.solid_before(n) != Some('.'),
            _ => false,
        };
        let near = n.checked_sub(1).filter(|_| is_mark).and_then(|n| prose.marks.get(n));
        let Some(space) = near.filter(|m| m.c.is_whitespace() && m.c != '\n') else {
            continue;
        };
        let exempt = matches!(prose.solid_before(n), None | Some('(' | '—' | '–' | GAP));
        if !exempt {
            found.push(spot(
                space.span(),
                &format!("a space before `{}`", mark.c),
                "delete it",
                "",
            ));
        }
    }
    found
}

fn between_ideographs(prose: &Prose) -> Vec<Spotted> {
    let spaces = prose.marks.iter().enumerate().filter(|(_, m)| m.c == ' ');
    let between =
        spaces.filter(|(n, _)| prose.before(*n).is_some_and(is_ideograph) && prose.after(*n).is_some_and(is_ideograph));
    between
        .map(|(_, m)| spot(m.span(), "a space between Chinese characters", "delete it", ""))
        .collect()
}

fn behind_inverted(prose: &Prose) -> Vec<Spotted> {
    let spaces = prose
        .marks
        .iter()
        .enumerate()
        .filter(|(n, m)| m.c.is_whitespace() && matches!(prose.before(*n), Some('¿' | '¡')));
    spaces
        .map(|(_, m)| spot(m.span(), "a space behind an inverted mark", "delete it", ""))
        .collect()
}

/// The titles that stand before a name.
fn honorifics(locale: &Locale) -> &'static [&'static str] {
    match locale.language() {
        "fr" => &["M.", "MM.", "Mme", "Mmes", "Mlle", "Dr", "Dre", "Pr", "Me"],
        "es" => &["Sr.", "Sra.", "Sres.", "Sras.", "Srta.", "Dr.", "Dra.", "Dña."],
        "ru" => &[
            "г-н",
            "г-на",
            "г-ну",
            "г-ном",
            "г-не",
            "г-жа",
            "г-жи",
            "г-же",
            "г-жу",
            "г-жой",
        ],
        _ => &[],
    }
}

fn titles(prose: &Prose, locale: &Locale) -> Vec<Spotted> {
    let mut found = Vec::new();
    let titles = honorifics(locale);
    if titles.is_empty() {
        return found;
    }
    for n in 0..prose.marks.len() {
        if prose
            .before(n)
            .is_some_and(|c| is_letter(c) || c.is_numeric() || c == '-' || c == '.')
        {
            continue;
        }
        for title in titles.iter().filter(|title| prose.starts_with(n, title)) {
            let end = n + title.chars().count();
            let Some(space) = prose.marks.get(end).filter(|m| m.c == ' ') else {
                continue;
            };
            let name = prose.after(end).is_some_and(char::is_uppercase);
            if name && !(*title == "M." && behind_first_name(prose, n)) {
                let message = format!("`{title}` can be cut from its name");
                found.push(spot(space.span(), &message, "write U+00A0 between them", "\u{A0}"));
            }
        }
    }
    found
}

/// Whether a capitalised word stands just before number `n`: then `M.` is the initial of a middle name.
fn behind_first_name(prose: &Prose, n: usize) -> bool {
    let before: Vec<char> = prose.marks.get(..n).unwrap_or(&[]).iter().rev().map(|m| m.c).collect();
    let word: Vec<char> = before
        .iter()
        .skip(1)
        .copied()
        .take_while(|c| c.is_alphabetic())
        .collect();
    before.first().is_some_and(|c| c.is_whitespace())
        && word.len() > 2
        && word.last().is_some_and(|c| c.is_uppercase())
        && before.len() > word.len() + 1
}
