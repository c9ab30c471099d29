//! Titles that must not be parted from the name behind them at the end of a line.

use crate::locale::Locale;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The titles of each language that has some, as they stand before a name.
const TITLES: [(&str, &[&str]); 8] = [
    (
        "en",
        &[
            "Mr.", "Ms.", "Mrs.", "Mx.", "Dr.", "Prof.", "Mr", "Ms", "Mrs", "Mx", "Dr", "Sir", "Dame", "H.E.", "St.",
            "No.", "Nos.",
        ],
    ),
    (
        "fr",
        &["M.", "MM.", "Mme", "Mmes", "Mlle", "Dr", "Pr", "S.E.", "n°", "nos"],
    ),
    (
        "es",
        &[
            "Sr.", "Sra.", "Sres.", "Sras.", "Dr.", "Dra.", "D.", "Dña.", "S.E.", "núm.",
        ],
    ),
    (
        "ru",
        &[
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
    ),
    ("de", &["Dr.", "Prof.", "Hr.", "Fr.", "Nr."]),
    ("it", &["Sig.", "Dott.", "On."]),
    ("pt", &["Sr.", "Sra.", "Dr.", "Dra."]),
    ("ar", &["د.", "أ."]),
];

/// The same, ready to be looked for.
static READY: LazyLock<BTreeMap<&str, Titles>> =
    LazyLock::new(|| TITLES.map(|(language, all)| (language, Titles::new(all))).into());

/// Those of a language that has none.
static NONE: LazyLock<Titles> = LazyLock::new(|| Titles::new(&[]));

/// The titles of a language, ready to be looked for at the end of many texts.
pub(crate) struct Titles {
    all: &'static [&'static str],
    /// The pairs of bytes that a title ends with, a bit for each: few words end with one of them.
    ends: u128,
    /// The letters that a title begins with, small and capital.
    firsts: Vec<char>,
    /// How many characters the longest has.
    longest: usize,
}

impl Titles {
    /// Those of the language of `locale`.
    pub(crate) fn of(locale: &Locale) -> &'static Titles {
        READY.get(locale.language()).unwrap_or(&NONE)
    }

    fn new(all: &'static [&'static str]) -> Titles {
        let ends = all.iter().fold(0, |ends, title| ends | bit_of_end(title));
        let longest = all.iter().map(|title| title.chars().count()).max().unwrap_or(0);
        let firsts = all.iter().filter_map(|title| title.chars().next());
        let firsts = firsts
            .flat_map(|first| std::iter::once(first).chain(first.to_uppercase()))
            .collect();
        Titles {
            all,
            ends,
            firsts,
            longest,
        }
    }

    /// Whether `text` ends with a title of the language, as a word of its own; its first letter may be a capital.
    pub(crate) fn end(&self, text: &str) -> bool {
        self.last_of(text).is_some()
    }

    /// The title of the language that `text` ends with, as it stands there.
    fn last_of<'t>(&self, text: &'t str) -> Option<&'t str> {
        if self.ends & bit_of_end(text) == 0 {
            return None;
        }
        // A word that is longer than any title is none.
        let mut back = text.char_indices().rev().take(self.longest + 1);
        let before = back.find(|(_, c)| stands_before_a_title(*c));
        let start = before.map_or(0, |(at, c)| at + c.len_utf8());
        let word = &text[start..];
        let own = word.chars().next().filter(|own| self.firsts.contains(own))?;
        let rest = &word[own.len_utf8()..];
        let is_it = |title: &&&str| {
            let mut letters = title.chars();
            let first = letters.next();
            letters.as_str() == rest && (first == Some(own) || own.to_lowercase().eq(first))
        };
        self.all.iter().find(is_it).map(|_| word)
    }
}

/// The bit of the last two bytes; a shorter text has none, and no title is shorter.
fn bit_of_end(text: &str) -> u128 {
    match text.as_bytes() {
        [.., before, last] => 1 << (last.wrapping_add(before.wrapping_mul(31)) & 0x7f),
        _ => 0,
    }
}

fn stands_before_a_title(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | '«' | '“' | '"' | '„')
}

/// HTML in which the titles that [`bind`] bound and that have a hyphen (`г-жа`) are held together, so that no line ends within one.
pub(crate) fn held_together<'h>(html: &'h str, locale: &Locale) -> Cow<'h, str> {
    let titles = Titles::of(locale);
    if !titles.all.iter().any(|title| title.contains('-')) {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    for part in html.split_inclusive('\u{a0}') {
        let before = part.trim_end_matches('\u{a0}');
        match titles
            .last_of(before)
            .filter(|title| title.contains('-') && before.len() < part.len())
        {
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

/// The text with a no-break space behind every title.
pub(crate) fn bind<'t>(text: &'t str, locale: &Locale) -> Cow<'t, str> {
    let titles = Titles::of(locale);
    let mut out = String::new();
    let mut done = 0;
    let bytes = text.as_bytes();
    for at in memchr::memchr_iter(b' ', bytes) {
        let goes_on = bytes.get(at + 1).is_some_and(|next| *next != b' ');
        if goes_on && titles.end(&text[..at]) {
            out.push_str(&text[done..at]);
            out.push('\u{a0}');
            done = at + 1;
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_a_word_of_its_own_wherever_it_stands() {
        for tag in ["en", "fr", "es", "ru", "de", "it", "pt", "ar", "zh"] {
            let titles = Titles::of(&Locale::new(tag).unwrap());
            for title in titles.all {
                let mut letters = title.chars();
                let first = letters.next().unwrap();
                let capital = format!("{}{}", first.to_uppercase(), letters.as_str());
                for before in ["", "a ", "„", "(", "eine lange Zeile: "] {
                    for title in [title, capital.as_str()] {
                        let text = format!("{before}{title}");
                        assert_eq!(titles.last_of(&text), Some(title), "{text}");
                    }
                }
                assert_eq!(
                    titles.last_of(&format!("eine lange Zeile: abcdef{title}")),
                    None,
                    "{title}"
                );
            }
        }
    }

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
