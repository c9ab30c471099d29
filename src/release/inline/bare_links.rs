//! Bare e-mail addresses, URLs and `www.` hosts in running text of any script.

use std::ops::Range;

/// A bare address in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BareLink {
    /// Its bytes in the text.
    pub(crate) span: Range<usize>,
    /// Where it goes, scheme included.
    pub(crate) url: String,
}

/// The bare addresses of `text`, in order, none overlapping.
///
/// As in GitHub Flavored Markdown (§6.9, extended autolinks), punctuation at the end does not belong to the address, nor does a
/// closing bracket without its partner. Other than there, an address also ends before full-width punctuation and before the
/// letters of scripts written without spaces, because Chinese or Thai text may follow at once.
pub(crate) fn find(text: &str) -> Vec<BareLink> {
    if has_candidate(text.as_bytes()) {
        search(text)
    } else {
        Vec::new()
    }
}

fn search(text: &str) -> Vec<BareLink> {
    let mut found: Vec<BareLink> = Vec::new();
    let mut from = 0;
    while let Some(candidate) = next_candidate(text, from) {
        let link = match candidate {
            Candidate::Url(at) => url(text, at, from),
            Candidate::Www(at) => www(text, at),
            Candidate::At(at) => email(text, at, from),
        };
        from = match link {
            Some(link) => {
                let end = link.span.end;
                found.push(link);
                end
            }
            None => candidate.after(),
        };
    }
    found
}

#[derive(Clone, Copy)]
enum Candidate {
    /// The `:` of `://`.
    Url(usize),
    /// The first `w` of `www.`.
    Www(usize),
    /// An `@`.
    At(usize),
}

impl Candidate {
    fn after(self) -> usize {
        match self {
            Candidate::Url(at) => at + 3,
            Candidate::Www(at) => at + 4,
            Candidate::At(at) => at + 1,
        }
    }
}

/// Whether anything in the text could belong to an address: most texts have nothing of the kind. All bytes are looked at, because that
/// is done many at once; stopping at the first would not be.
pub(crate) fn has_candidate(text: &[u8]) -> bool {
    let hint = |pair: (&u8, &u8)| {
        let (first, second) = (pair.0 | 0x20, pair.1 | 0x20);
        (*pair.0 == b':') & (*pair.1 == b'/') | (*pair.1 == b'@') | (first == b'w') & (second == b'w')
    };
    let pairs = text.iter().zip(text.get(1..).unwrap_or_default());
    pairs.fold(false, |found, pair| found | hint(pair))
}

fn next_candidate(text: &str, from: usize) -> Option<Candidate> {
    let rest = text.as_bytes().get(from..)?;
    let hints = rest
        .iter()
        .enumerate()
        .filter(|(_, byte)| matches!(byte, b':' | b'@' | b'w' | b'W'));
    hints
        .map(|(at, byte)| (from + at, &rest[at..], byte))
        .find_map(|(at, rest, byte)| match byte {
            b':' => rest.starts_with(b"://").then_some(Candidate::Url(at)),
            b'@' => Some(Candidate::At(at)),
            _ => rest
                .get(..4)?
                .eq_ignore_ascii_case(b"www.")
                .then_some(Candidate::Www(at)),
        })
}

fn url(text: &str, colon: usize, from: usize) -> Option<BareLink> {
    let start = ["https", "http"].into_iter().find_map(|scheme| {
        let start = colon.checked_sub(scheme.len()).filter(|start| *start >= from)?;
        text.get(start..colon)?.eq_ignore_ascii_case(scheme).then_some(start)
    })?;
    if !begins_a_word(text, start) {
        return None;
    }
    let end = address_end(text, colon + 3)?;
    let span = start..end;
    Some(BareLink {
        url: text[span.clone()].to_owned(),
        span,
    })
}

fn www(text: &str, start: usize) -> Option<BareLink> {
    if !begins_a_word(text, start) {
        return None;
    }
    let end = address_end(text, start)?;
    let host_end = text[start..end].find(['/', '?', '#', ':']).map_or(end, |n| start + n);
    let host = text.get(start + 4..host_end)?;
    if host.is_empty() || !host.contains('.') || host.starts_with('.') {
        return None;
    }
    Some(BareLink {
        span: start..end,
        url: format!("https://{}", &text[start..end]),
    })
}

/// The end of the address whose host begins at `host`, or nothing if there is no host.
fn address_end(text: &str, host: usize) -> Option<usize> {
    let rest = &text[host..];
    if !rest.starts_with(|c: char| c.is_alphanumeric() && is_url_char(c)) {
        return None;
    }
    let length = rest.find(|c| !is_url_char(c)).unwrap_or(rest.len());
    Some(host + without_trailing_punctuation(&rest[..length]).len())
}

fn is_url_char(c: char) -> bool {
    match c {
        '<' | '>' | '"' | '`' | '\\' | '^' | '{' | '}' | '|' => false,
        '!'..='~' => true,
        _ => !c.is_ascii() && c.is_alphanumeric() && !is_written_without_spaces(c),
    }
}

/// Letters of scripts in which a word may follow an address without a space: Thai to Burmese, Khmer, Hangul, kana, Han and full-width forms.
fn is_written_without_spaces(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0FFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}'
        | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}')
}

fn without_trailing_punctuation(url: &str) -> &str {
    let mut surplus = [surplus(url, '(', ')'), surplus(url, '[', ']')];
    let mut rest = url;
    while let Some(last) = rest.chars().next_back() {
        let drop = match last {
            '?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' => true,
            ')' | ']' => {
                let count = &mut surplus[usize::from(last == ']')];
                *count -= 1;
                *count >= 0
            }
            _ => false,
        };
        if !drop {
            break;
        }
        rest = &rest[..rest.len() - last.len_utf8()];
    }
    rest
}

/// How many more closing than opening brackets there are.
fn surplus(url: &str, open: char, close: char) -> isize {
    let count = |wanted: char| url.chars().filter(|c| *c == wanted).count() as isize;
    count(close) - count(open)
}

fn email(text: &str, at: usize, from: usize) -> Option<BareLink> {
    let before = &text[from..at];
    let is_local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '\'' | '&');
    let local = before.len() - before.trim_end_matches(is_local).len();
    let local = before[before.len() - local..].trim_start_matches(['.', '-', '\'', '&', '+', '_']);
    let start = at - local.len();
    if local.is_empty() || local.ends_with('.') || !begins_a_word(text, start) {
        return None;
    }
    let rest = &text[at + 1..];
    let is_domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let length = rest.find(|c| !is_domain(c)).unwrap_or(rest.len());
    let domain = rest[..length].trim_end_matches(['.', '-', '_']);
    let whole = domain.contains('.') && domain.split('.').all(|label| !label.is_empty());
    if !whole || rest[length..].starts_with('@') {
        return None;
    }
    let span = start..at + 1 + domain.len();
    Some(BareLink {
        url: format!("mailto:{}", &text[span.clone()]),
        span,
    })
}

/// Whether an address may begin at `start`: not inside a word of a script that writes spaces between words.
fn begins_a_word(text: &str, start: usize) -> bool {
    // Before U+0590 stand the Latin, Greek, Cyrillic and Armenian letters; Arabic and Hebrew join particles to the next word.
    !text[..start]
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() && c < '\u{590}')
}

#[cfg(test)]
mod tests {
    use super::{find, search};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_is_missed_by_not_looking(text in "([@:/.]|[wW]{1,3}|http|un\\.org|[a-z]| ){0,8}") {
            prop_assert_eq!(find(&text), search(&text));
        }
    }

    #[test]
    fn addresses_are_found_in_any_script_and_end_where_they_should() {
        let cases: &[(&str, &[&str])] = &[
            ("write to press@un.org.", &["mailto:press@un.org"]),
            ("(see https://un.org/a_(b)).", &["https://un.org/a_(b)"]),
            (
                "https://un.org/a,b; www.un.org!",
                &["https://un.org/a,b", "https://www.un.org"],
            ),
            (
                "请访问https://www.un.org/zh。或写信给press@un.org，谢谢",
                &["https://www.un.org/zh", "mailto:press@un.org"],
            ),
            (
                "请访问www.un.org了解（https://un.org）",
                &["https://www.un.org", "https://un.org"],
            ),
            (
                "على الموقع https://un.org/ar، أو وpress@un.org؛",
                &["https://un.org/ar", "mailto:press@un.org"],
            ),
            (
                "voir « https://un.org/é » et HTTPS://UN.ORG…",
                &["https://un.org/é", "HTTPS://UN.ORG"],
            ),
            (
                "https://ru.wikipedia.org/wiki/Россия.",
                &["https://ru.wikipedia.org/wiki/Россия"],
            ),
            ("https://un.org에서", &["https://un.org"]),
            ("https://un.org?x=1&y=2#z", &["https://un.org?x=1&y=2#z"]),
            ("mailto:a.b+c@un.org", &["mailto:a.b+c@un.org"]),
            ("https://user@un.org/x", &["https://user@un.org/x"]),
            ("[https://un.org]", &["https://un.org"]),
            ("https://un.org/a_(b)", &["https://un.org/a_(b)"]),
            ("https://un.org/a|b", &["https://un.org/a"]),
            ("https://un.org/a\"b", &["https://un.org/a"]),
            ("see also www.un.org/en/news", &["https://www.un.org/en/news"]),
        ];
        for (text, urls) in cases {
            let found: Vec<String> = find(text).into_iter().map(|link| link.url).collect();
            assert_eq!(found, *urls, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_an_address_stays_text() {
        for text in [
            "",
            "@",
            "a@b",
            "a@b.",
            "@un.org",
            "a@@b.org",
            "a@b.org@c",
            "://",
            "http://",
            "https://…",
            "xhttps://un.org",
            "ftp://un.org",
            "www.",
            "www..x",
            "www.un",
            "javascript://un.org",
            "a@b..org",
            "5 @ 3.50",
            "éwww.un.org",
            "éa@un.org",
            "a.@un.org",
            "https://-un.org",
            "https://了解",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }

    #[test]
    fn long_hostile_text_is_read_in_linear_time() {
        for piece in ["@", "a@", "https://", "www.", ")", "https://a)", "w", "a.a@a."] {
            let text = format!("https://a{}", piece.repeat(50_000));
            for link in find(&text) {
                assert!(text.get(link.span).is_some());
            }
        }
    }
}
