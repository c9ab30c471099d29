//! What a translation may not change: where links go, what is code, which footnotes are called, how much is emphasised.

mod parts;
mod targets;

use crate::release::inline::Inline;
use parts::Parts;
use std::collections::BTreeMap;
use targets::{IMAGE, LINK, take};

/// A difference in structure between a translation and its English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which rule it breaks.
    pub aspect: Aspect,
    /// What is wrong with the translation: one clause, lower case, no full stop.
    pub message: String,
    /// What to do about it: imperative.
    pub help: String,
}

/// The rules of structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// Where links and images go.
    Link,
    /// All other markup.
    Markup,
}

impl Aspect {
    /// The code of the rule.
    pub fn code(self) -> &'static str {
        match self {
            Aspect::Link => "link",
            Aspect::Markup => "markup",
        }
    }
}

/// How the structure of `translation` differs from that of `english`, in the order links, images, footnotes, code, emphasis, the rest.
///
/// Order does not count, because languages put words in different places. Bare addresses count as links on both sides
/// ([`crate::release::inline::linkify`]). A translation may leave out hard breaks, but may not add any; raw HTML it may never use.
pub fn compare(english: &[Inline], translation: &[Inline]) -> Vec<Difference> {
    let (english, translation) = (Parts::of(english), Parts::of(translation));
    let mut found = Vec::new();
    targets::compare(&LINK, &english.links, &translation.links, &mut found);
    targets::compare(&IMAGE, &english.images, &translation.images, &mut found);
    if translation.silent_images > english.silent_images {
        found.push(markup(
            "an image has no text alternative",
            "write the alternative between `![` and `]`",
        ));
    }
    footnotes(&english.footnotes, &translation.footnotes, &mut found);
    code(&english.code, &translation.code, &mut found);
    emphasis(&english, &translation, &mut found);
    if translation.hard_breaks > english.hard_breaks {
        let message = "breaks lines where the English does not";
        found.push(markup(
            message,
            "write it on one line, without `\\` or two spaces at a line end",
        ));
    }
    if let Some(html) = translation.html.first() {
        let message = format!("uses raw HTML: `{}`", shown(html));
        found.push(markup(&message, "write it in Markdown, or `\\<` for the sign itself"));
    }
    found
}

/// The schemes that a link may have; a link without a scheme stays on the site.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Whether a link may go there: `http`, `https`, `mailto`, `tel`, a place on the same site or page.
///
/// `url` is what Markdown makes of the destination (entities resolved, [`crate::release::inline::Target::url`]). Everything a browser
/// would read as another scheme or another host is refused: control characters and outer white space, which it drops; backslashes,
/// which it takes for slashes; `//host` (WHATWG URL, §4.4).
pub fn allowed_url(url: &str) -> bool {
    let is_hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    if url.contains(|c| is_hidden(c) || c == '\\') || url.trim() != url {
        return false;
    }
    let head = url.find([':', '/', '?', '#']).map_or(url, |end| &url[..end]);
    let rest = &url[head.len()..];
    match rest.strip_prefix(':') {
        Some(after) => {
            let known = SCHEMES.iter().find(|scheme| scheme.eq_ignore_ascii_case(head));
            known.is_some_and(|scheme| {
                if scheme.starts_with("http") {
                    has_host(after)
                } else {
                    !after.is_empty()
                }
            })
        }
        // `&colon;` and `&#58;` must not become a colon in a sink that resolves entities once too often.
        None if rest.starts_with("//") => false,
        None => !head.contains('&') || !url.contains(';'),
    }
}

fn has_host(after_colon: &str) -> bool {
    after_colon
        .strip_prefix("//")
        .is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '?', '#', ':', '@']))
}

fn footnotes(english: &[String], translation: &[String], found: &mut Vec<Difference>) {
    let (missing, extra) = difference(english, translation);
    for label in missing {
        let message = format!("the footnote reference `[^{}]` is missing", shown(label));
        found.push(markup(
            &message,
            &format!("write `[^{}]` where the English has it", shown(label)),
        ));
    }
    for label in extra {
        let message = format!(
            "refers to the footnote `[^{}]`, which the English does not",
            shown(label)
        );
        found.push(markup(&message, "remove it, or write `\\[` for the sign itself"));
    }
}

fn code(english: &[String], translation: &[String], found: &mut Vec<Difference>) {
    let (missing, extra) = difference(english, translation);
    let mut extra = extra.into_iter();
    for code in missing {
        let help = format!(
            "write `` `{}` `` as the English has it; code is not translated",
            shown(code)
        );
        let message = match extra.next() {
            Some(other) => format!(
                "has the code `{}` where the English has `{}`",
                shown(other),
                shown(code)
            ),
            None => format!("the code `{}` is missing", shown(code)),
        };
        found.push(markup(&message, &help));
    }
    for code in extra {
        let message = format!("has the code `{}`, which the English does not", shown(code));
        found.push(markup(
            &message,
            "remove the backticks, or write `` \\` `` for the sign itself",
        ));
    }
}

/// What only `english` has and what only `translation` has, each as often as it is too many.
fn difference<'a>(english: &'a [String], translation: &'a [String]) -> (Vec<&'a str>, Vec<&'a str>) {
    let mut surplus: BTreeMap<&str, usize> = BTreeMap::new();
    translation
        .iter()
        .for_each(|item| *surplus.entry(item).or_default() += 1);
    let missing = english
        .iter()
        .map(String::as_str)
        .filter(|item| !take(&mut surplus, item))
        .collect();
    let extra = surplus
        .into_iter()
        .flat_map(|(item, count)| std::iter::repeat_n(item, count))
        .collect();
    (missing, extra)
}

fn emphasis(english: &Parts, translation: &Parts, found: &mut Vec<Difference>) {
    let kinds = [
        ("emphasised", "*…*", english.emphasis, translation.emphasis),
        ("strong", "**…**", english.strong, translation.strong),
        ("struck out", "~~…~~", english.strikethrough, translation.strikethrough),
    ];
    for (word, sign, wanted, given) in kinds {
        if wanted == given {
            continue;
        }
        let wanted_count = if wanted == 0 { "none".to_owned() } else { number(wanted) };
        let message = format!("has {} {word} where the English has {wanted_count}", parts_count(given));
        let is_read_as_text = |mark: char| translation.text.contains(mark) && !english.text.contains(mark);
        let help = if given > wanted {
            format!("remove `{sign}` where the English has none")
        } else if is_read_as_text('*') || is_read_as_text('_') || is_read_as_text('~') {
            format!(
                "move punctuation and spaces that stand inside `{sign}` outside, or put a space round it: the signs are read as text"
            )
        } else {
            format!("write `{sign}` round the same words")
        };
        found.push(markup(&message, &help));
    }
}

fn parts_count(count: usize) -> String {
    match count {
        1 => "one part".to_owned(),
        count => format!("{} parts", number(count)),
    }
}

fn number(count: usize) -> String {
    match count {
        0 => "no".to_owned(),
        1 => "one".to_owned(),
        count => count.to_string(),
    }
}

fn markup(message: &str, help: &str) -> Difference {
    Difference {
        aspect: Aspect::Markup,
        message: message.to_owned(),
        help: help.to_owned(),
    }
}

/// How many characters of something from a text are shown in a message.
const SHOWN: usize = 100;

fn shown(text: &str) -> String {
    let shown: String = text.chars().take(SHOWN).flat_map(char::escape_debug).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown + "…"
    } else {
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::{Aspect, allowed_url, compare};
    use crate::release::inline::parse;

    /// `code: message` of each difference.
    fn differences(english: &str, translation: &str) -> Vec<String> {
        let (english, translation) = (parse(english).unwrap(), parse(translation).unwrap());
        compare(&english, &translation)
            .into_iter()
            .map(|found| {
                assert!(!found.help.is_empty());
                format!("{}: {}", found.aspect.code(), found.message)
            })
            .collect()
    }

    #[test]
    fn what_languages_need_is_no_difference() {
        let cases = [
            ("[a](/x) and [b](/y \"t\")", "[ب](/y) و[أ](/x \"ع\")"),
            ("*a* **b** `c`[^1]", "[^1]`c` __b__ _a_"),
            ("a\\\nb", "a b"),
            ("Write to press@un.org", "致函<press@un.org>。"),
            ("<https://un.org>", "https://un.org"),
            ("![a](i.png)", "![б](i.png 'в')"),
            ("plain", "text"),
        ];
        for (english, translation) in cases {
            assert_eq!(differences(english, translation), Vec::<String>::new(), "{translation}");
        }
    }

    /// English, translation, and what is said about it.
    const DIFFERENT: &[(&str, &str, &[&str])] = &[
        ("[a](https://a)", "a", &["link: the link to `https://a` is missing"]),
        (
            "![a](i.png) ![b](j.png)",
            "![b ![a](i.png)](j.png)",
            &["link: the image `i.png` is missing"],
        ),
        (
            "[a](https://a)",
            "[a](https://b)",
            &["link: links to `https://b` where the English has `https://a`"],
        ),
        (
            "a",
            "[a](https://b)",
            &["link: links to `https://b`, which the English does not"],
        ),
        (
            "a",
            "[a](javascript:b)",
            &["link: links to `javascript:b`, which the English does not; such addresses are not allowed"],
        ),
        ("[a](/x) [b](/x)", "[a](/x)", &["link: the link to `/x` is missing"]),
        (
            "[a](https://un.org/en) [b](mailto:a@b.org)",
            "[b](mailto:x@b.org) [a](https://un.org/fr)",
            &[
                "link: links to `https://un.org/fr` where the English has `https://un.org/en`",
                "link: links to `mailto:x@b.org` where the English has `mailto:a@b.org`",
            ],
        ),
        (
            "a@un.org",
            "a@evil.org",
            &["link: links to `mailto:a@evil.org` where the English has `mailto:a@un.org`"],
        ),
        (
            "![a](i)",
            "[a](i)",
            &[
                "link: links to `i`, which the English does not",
                "link: the image `i` is missing",
            ],
        ),
        ("![a](i)", "![](i)", &["markup: an image has no text alternative"]),
        (
            "![a](i) [b](/x)",
            "![a [b](/x)](i)",
            &["link: the link to `/x` is missing"],
        ),
        (
            "a[^1]",
            "a[^2]",
            &[
                "markup: the footnote reference `[^1]` is missing",
                "markup: refers to the footnote `[^2]`, which the English does not",
            ],
        ),
        (
            "`a`",
            "`b` `c`",
            &[
                "markup: has the code `b` where the English has `a`",
                "markup: has the code `c`, which the English does not",
            ],
        ),
        (
            "*a*",
            "a",
            &["markup: has no parts emphasised where the English has one"],
        ),
        (
            "a",
            "**a** **b**",
            &["markup: has 2 parts strong where the English has none"],
        ),
        (
            "a",
            "~~a~~",
            &["markup: has one part struck out where the English has none"],
        ),
        ("a", "a\\\nb", &["markup: breaks lines where the English does not"]),
        ("a", "a<br>b", &["markup: uses raw HTML: `<br>`"]),
        ("a <b>", "a <b>", &["markup: uses raw HTML: `<b>`"]),
    ];

    #[test]
    fn every_other_difference_is_named() {
        for (english, translation, expected) in DIFFERENT {
            let mut expected = expected.to_vec();
            let mut found = differences(english, translation);
            expected.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, expected, "{english} / {translation}");
        }
    }

    #[test]
    fn signs_that_are_read_as_text_are_explained() {
        let (english, translation) = (parse("**“a”** b").unwrap(), parse("**“甲”**乙").unwrap());
        let found = compare(&english, &translation);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].aspect, Aspect::Markup);
        assert!(found[0].help.contains("the signs are read as text"), "{found:?}");
    }

    #[test]
    fn the_help_says_what_to_do() {
        for (english, translation, helps) in [
            ("*a*", "a", "write `*…*` round the same words"),
            ("*a* *b*", "*a*", "write `*…*` round the same words"),
            ("*a*", "*a* *b*", "remove `*…*` where the English has none"),
            ("**a**", "a", "write `**…**` round the same words"),
            ("~~a~~", "a", "write `~~…~~` round the same words"),
            ("*“a”* b", "*“甲”*乙", "the signs are read as text"),
            ("*a*", "_a", "the signs are read as text"),
            ("~~“a”~~ b", "~~“甲”~~乙", "the signs are read as text"),
            ("*a* \\_", "a_", "write `*…*` round the same words"),
            (
                "[the *site*](/x)",
                "*a*",
                "write `[…](/x)` round the words for `the site`",
            ),
            ("![a](i)", "a", "write `![…](i)` round the words for `a`"),
            ("<https://a.example>", "a", "write `[…](https://a.example)`"),
            ("a[^1]", "a", "write `[^1]` where the English has it"),
            ("a", "a[^1]", "write `\\[` for the sign itself"),
            ("`a`", "a", "write `` `a` `` as the English has it"),
        ] {
            let found = compare(&parse(english).unwrap(), &parse(translation).unwrap());
            let shown: Vec<&str> = found.iter().map(|found| found.help.as_str()).collect();
            assert!(
                shown.iter().any(|help| help.contains(helps)),
                "{translation}: {shown:?}"
            );
        }
    }

    #[test]
    fn a_long_or_hidden_text_is_shown_cut_and_escaped() {
        let long = "a".repeat(101);
        let found = compare(&parse("a").unwrap(), &parse(&format!("`{long}`")).unwrap());
        assert!(found[0].message.contains(&format!("`{}…`", &long[1..])), "{found:?}");
        let found = compare(
            &parse("a").unwrap(),
            &parse(&format!("`{}\u{202e}`", &long[2..])).unwrap(),
        );
        assert!(
            found[0].message.contains(&format!("`{}\\u{{202e}}`", &long[2..])),
            "{found:?}"
        );
    }

    #[test]
    fn spaces_at_the_ends_of_code_do_not_count_nor_does_how_a_note_is_said() {
        assert_eq!(differences("`` a ``", "`a`"), [""; 0]);
        assert_eq!(differences("![ ](i)", "![](i)"), [""; 0]);
        assert_eq!(differences("a\\\nb\\\nc", "a\\\nb c"), [""; 0]);
        assert_eq!(
            differences("a[^1][^1]", "a[^1]"),
            ["markup: the footnote reference `[^1]` is missing"]
        );
        assert_eq!(
            differences("a", "`b` `b`"),
            ["markup: has the code `b`, which the English does not"; 2]
        );
        assert_eq!(differences("`a`", "a"), ["markup: the code `a` is missing"]);
    }

    #[test]
    fn thousands_of_links_are_compared_in_passing() {
        let english: String = (0..3000).map(|n| format!("[a](/en/{n}) ")).collect();
        let translation: String = (0..3000).map(|n| format!("[a](/fr/{n}) ")).collect();
        let found = differences(&english, &translation);
        assert_eq!(found.len(), 3000);
        assert_eq!(
            found[2999],
            "link: links to `/fr/2999` where the English has `/en/2999`"
        );
    }

    #[test]
    fn harmless_destinations_are_allowed() {
        for good in [
            "https://un.org",
            "HTTP://un.org/a?b=c&d;#e",
            "mailto:a@b.org",
            "tel:+3225841111",
            "a.html",
            "/a",
            "../a",
            "#x",
            "?q",
            "",
            "./a:b",
            "a b",
            "a&b",
            "a;b",
            "https://un.org/a:b",
            "https://президент.рф/",
        ] {
            assert!(allowed_url(good), "{good:?} was refused");
        }
    }

    #[test]
    fn destinations_that_a_browser_reads_otherwise_are_refused() {
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:x",
            "java\tscript:x",
            "\u{1}javascript:x",
            "java\nscript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "/\\evil",
            "\\\\evil",
            "https:\\\\evil",
            "https:evil.example",
            "https:///evil",
            "https://",
            "http://@evil",
            "mailto:",
            "tel:",
            ":x",
            "javascript&colon;x",
            "j&#97;vascript:x",
            "x:",
            "view-source:https://un.org",
            "https://un.org/\u{202E}gro",
            "\u{FEFF}javascript:x",
            "blob:x",
            "1:x",
            "https://un.org ",
            "java\u{200B}script:x",
        ] {
            assert!(!allowed_url(bad), "{bad:?} was allowed");
        }
    }
}
