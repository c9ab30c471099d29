//! Titles that must not be parted from the name behind them at the end of a line.

use crate::locale::Locale;
use std::borrow::Cow;

/// The titles of a language, as they stand before a name.
fn titles(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &[
            "Mr.", "Ms.", "Mrs.", "Mx.", "Dr.", "Prof.", "Mr", "Ms", "Mrs", "Mx", "Dr", "Sir", "Dame", "H.E.", "St.",
            "No.", "Nos.",
        ],
        "fr" => &["M.", "MM.", "Mme", "Mmes", "Mlle", "Dr", "Pr", "S.E.", "n°", "nos"],
        "es" => &[
            "Sr.", "Sra.", "Sres.", "Sras.", "Dr.", "Dra.", "D.", "Dña.", "S.E.", "núm.",
        ],
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
            "гг.",
            "№",
        ],
        "de" => &["Dr.", "Prof.", "Hr.", "Fr.", "Nr."],
        "it" => &["Sig.", "Dott.", "On."],
        "pt" => &["Sr.", "Sra.", "Dr.", "Dra."],
        "ar" => &["د.", "أ."],
        _ => &[],
    }
}

/// Whether `text` ends with a title of the language, as a word of its own; its first letter may be a capital.
pub(crate) fn ends_with(text: &str, locale: &Locale) -> bool {
    last_title(text, locale).is_some()
}

/// The title of the language that `text` ends with, as it stands there.
fn last_title<'t>(text: &'t str, locale: &Locale) -> Option<&'t str> {
    let titles = titles(locale.language());
    let last = text.as_bytes().last()?;
    if !titles.iter().any(|title| title.as_bytes().last() == Some(last)) {
        return None;
    }
    let start = text
        .char_indices()
        .rev()
        .take(LONGEST)
        .take_while(|(_, c)| !c.is_whitespace() && !matches!(c, '(' | '«' | '“' | '"' | '„'))
        .last()
        .map_or(text.len(), |(at, _)| at);
    let word = &text[start..];
    let is_capital = word.starts_with(char::is_uppercase);
    let lowered = |title: &str| is_capital && word.chars().flat_map(char::to_lowercase).eq(title.chars());
    // A letter and its capital are equally long in every script that has titles here.
    let mut candidates = titles.iter().filter(|title| title.len() == word.len());
    candidates.any(|title| *title == word || lowered(title)).then_some(word)
}

/// HTML in which the titles that [`bind`] bound and that have a hyphen (`г-жа`) are held together, so that no line ends within one.
pub(crate) fn held_together<'h>(html: &'h str, locale: &Locale) -> Cow<'h, str> {
    if !titles(locale.language()).iter().any(|title| title.contains('-')) {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    for part in html.split_inclusive('\u{a0}') {
        let before = part.trim_end_matches('\u{a0}');
        match last_title(before, locale).filter(|title| title.contains('-') && before.len() < part.len()) {
            Some(title) => {
                out.push_str(&before[..before.len() - title.len()]);
                out.push_str("<span class=\"honorific\">");
                out.push_str(title);
                out.push_str("</span>");
                out.push_str(&part[before.len()..]);
            }
            None => out.push_str(part),
        }
    }
    Cow::Owned(out)
}

/// More characters than any title has.
const LONGEST: usize = 8;

/// The text with a no-break space behind every title.
pub(crate) fn bind(text: &str, locale: &Locale) -> String {
    if titles(locale.language()).is_empty() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for (index, part) in text.split(' ').enumerate() {
        if index > 0 {
            let bound = !part.is_empty() && ends_with(&out, locale);
            out.push(if bound { '\u{a0}' } else { ' ' });
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_ends_within_a_title() {
        let ru = Locale::new("ru").unwrap();
        let bound = bind("Г-жа Могерини и г-н Воронков, г. Брюссель, кто-то", &ru);
        assert_eq!(
            held_together(&bound, &ru),
            "<span class=\"honorific\">Г-жа</span>\u{a0}Могерини и <span class=\"honorific\">г-н</span>\u{a0}Воронков, г. Брюссель, кто-то"
        );
        assert_eq!(held_together("кто-то\u{a0}г-жа", &ru), "кто-то\u{a0}г-жа");
        let fr = Locale::new("fr").unwrap();
        assert_eq!(held_together("Mme\u{a0}Mogherini", &fr), "Mme\u{a0}Mogherini");
    }

    #[test]
    fn titles_are_bound_to_names_and_nothing_else() {
        let table = [
            (
                "en",
                "Ms. Mogherini, Mr. Voronkov",
                "Ms.\u{a0}Mogherini, Mr.\u{a0}Voronkov",
            ),
            ("en", "by post. No. 5 HMs. x", "by post. No.\u{a0}5 HMs. x"),
            (
                "fr",
                "Mme Mogherini et M. Voronkov",
                "Mme\u{a0}Mogherini et M.\u{a0}Voronkov",
            ),
            (
                "ru",
                "Г-н Воронков и г-жа Могерини",
                "Г-н\u{a0}Воронков и г-жа\u{a0}Могерини",
            ),
            ("zh", "Mr. Voronkov", "Mr. Voronkov"),
        ];
        for (tag, text, bound) in table {
            assert_eq!(bind(text, &Locale::new(tag).unwrap()), bound);
        }
    }
}
