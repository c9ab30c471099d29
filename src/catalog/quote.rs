//! The comment lines above a translation that say which English it was made from.
//!
//! With the tag of the source locale, here `en`: `en:` the English, `en was:` and `en now:` the old and the new one of a stale
//! translation, `en note:` what the editor tells translators, and the advice lines `STALE …` and `DRAFT …`. Any other line is a
//! person's. A text of several lines has one comment line each, with the same prefix.
//!
//! Reading is generous where a strict reader would take a stale translation for fresh, and nowhere else: a mistyped `en was:` still
//! counts, a mistyped `en now:` does not.

use crate::catalog::{Catalog, Comment, CommentLine, Entry, Message};

/// What the comment lines above a translation say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quote {
    /// The English the translation was made from; nothing if nothing says so, or if what is said contradicts itself.
    pub made_from: Option<String>,
    /// The English that the file shows as the present one.
    pub shown: Option<String>,
    /// Whether a `STALE` line stands there.
    pub stale: bool,
    /// Whether a `DRAFT` line stands there.
    pub draft: bool,
}

/// The kinds of reserved comment lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reserved {
    /// `DRAFT …`
    Draft,
    /// `STALE …`
    Stale,
    /// `en note: …`
    Note,
    /// `en was: …`
    Was,
    /// `en now: …`
    Now,
    /// `en: …`
    Plain,
}

impl Reserved {
    /// Whether such a line says that the translation below it is not, or may not be, of the present English.
    fn is_against(self) -> bool {
        matches!(self, Reserved::Was | Reserved::Stale | Reserved::Draft)
    }
}

/// The reason given above a translation of which nobody knows what it was made from.
pub(crate) const NOTHING_SAYS: &str = "(nothing says which English this was made from)";

impl Quote {
    /// Reads what stands above the message, which must be one of the catalog's; `tag` is the source locale's.
    ///
    /// Comments that blank lines have cut off from the message still count where they speak against the translation.
    pub fn of(catalog: &Catalog, message: &Message, tag: &str) -> Quote {
        let cut_off = cut_off(catalog, message, tag).into_iter();
        let far = cut_off
            .flat_map(|comment| &comment.lines)
            .filter_map(|line| reserved(&line.text, tag))
            .filter(|(kind, _)| kind.is_against());
        let near = message.comment.iter().filter_map(|line| reserved(&line.text, tag));
        Quote::from_lines(&far.chain(near).collect::<Vec<_>>())
    }

    fn from_lines(lines: &[(Reserved, &str)]) -> Quote {
        let joined = |kind: Reserved| {
            let texts: Vec<&str> = lines.iter().filter(|line| line.0 == kind).map(|line| line.1).collect();
            (!texts.is_empty()).then(|| texts.join("\n"))
        };
        let (plain, was, now) = (joined(Reserved::Plain), joined(Reserved::Was), joined(Reserved::Now));
        let stale = joined(Reserved::Stale).is_some();
        let made_from = match (&was, &plain, &now) {
            (Some(was), None, _) => Some(was.clone()),
            (Some(_), Some(_), _) => None,
            // the advice says that the translation is not of the English shown
            (None, _, _) if stale => None,
            (None, Some(plain), Some(now)) if plain != now => None,
            (None, plain, now) => plain.clone().or(now.clone()),
        };
        Quote {
            made_from,
            shown: now.or(plain),
            stale,
            draft: joined(Reserved::Draft).is_some(),
        }
    }
}

/// What a comment line is, if it is reserved, and the text behind its prefix. The line is taken without its `# `.
pub fn reserved<'l>(line: &'l str, tag: &str) -> Option<(Reserved, &'l str)> {
    let line = skip(line);
    for (word, kind) in [("STALE", Reserved::Stale), ("DRAFT", Reserved::Draft)] {
        if let Some(rest) = strip(line, word)
            && (line.starts_with(word) && ends_word(rest) || skip(rest).starts_with(['(', ':', '：']))
        {
            return Some((kind, rest.trim()));
        }
    }
    let rest = skip(strip(line, tag)?);
    if let Some(text) = rest.strip_prefix([':', '：']) {
        return Some((Reserved::Plain, text_of(text)));
    }
    let rest = skip(rest.trim_start_matches(['-', '_']));
    if let Some(text) = strip(rest, "was").filter(|text| ends_word(text)) {
        let text = skip(text);
        return Some((Reserved::Was, text_of(text.strip_prefix([':', '：']).unwrap_or(text))));
    }
    for (word, kind) in [("now", Reserved::Now), ("note", Reserved::Note)] {
        if let Some(text) = strip(rest, word).and_then(|text| skip(text).strip_prefix([':', '：'])) {
            return Some((kind, text_of(text)));
        }
    }
    None
}

/// The lines (without `# `) above a translation that was made from `english`.
pub fn fresh_lines(tag: &str, english: &str) -> Vec<String> {
    prefixed(&format!("{tag}:"), english)
}

/// The lines above a translation that was made from `was`, while the English is `now`.
pub fn stale_lines(tag: &str, reason: Option<&str>, was: &str, now: &str) -> Vec<String> {
    let quoted = prefixed(&format!("{tag} was:"), was);
    let these = match quoted.len() {
        1 => "this line and the next".to_owned(),
        n => format!("this line and the next {n}"),
    };
    let reason = reason.map_or_else(String::new, |reason| format!(" ({})", one_line(reason)));
    let advice = format!("STALE{reason}: revise the translation, then delete {these}.");
    [vec![advice], quoted, prefixed(&format!("{tag} now:"), now)].concat()
}

/// The lines above a translation of which nobody knows what it was made from, while the English is `now`.
pub fn unverified_lines(tag: &str, now: &str) -> Vec<String> {
    let advice = format!("STALE {NOTHING_SAYS}: check the translation, then delete this line.");
    [vec![advice], prefixed(&format!("{tag} now:"), now)].concat()
}

/// The line above a translation that no person has confirmed, e.g. with `memory 92 %, from <release>#<id>` for `origin`.
pub fn draft_line(origin: &str) -> String {
    format!(
        "DRAFT ({}): check the translation, then delete this line.",
        one_line(origin)
    )
}

/// The lines that tell translators what the editor wants them to know.
pub fn note_lines(tag: &str, note: &str) -> Vec<String> {
    prefixed(&format!("{tag} note:"), note)
}

/// The English of a hand-written message as a quote shows it: what stands after `=`, attributes included, each line trimmed.
pub fn english_of(catalog: &Catalog, message: &Message) -> String {
    let body = catalog.slice(message.id_span.end..message.span.end);
    let value = body.split_once('=').map_or("", |(_, value)| value);
    let lines: Vec<&str> = value.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// The text as a comment can hold it: control characters become spaces, line ends are kept, white space at line ends is not.
pub fn writable(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(one_line).collect();
    lines.join("\n")
}

/// The comments above the message that speak against it and that blank lines cut off from it and from each other, in order; what stands
/// above another comment belongs to nothing.
pub(crate) fn cut_off<'c>(catalog: &'c Catalog, message: &Message, tag: &str) -> Vec<&'c Comment> {
    let at = catalog
        .entries
        .partition_point(|entry| entry.span().start < message.span.start);
    let above = catalog.entries.get(..at).unwrap_or_default().iter().rev();
    let against = above.map_while(|entry| match entry {
        Entry::Comment(comment) if comment.level == 1 && speaks_against(comment, tag) => Some(comment),
        _ => None,
    });
    let mut found: Vec<&Comment> = against.collect();
    found.reverse();
    found
}

/// Whether a comment says that the translation below it is not, or may not be, of the present English.
fn speaks_against(comment: &Comment, tag: &str) -> bool {
    let mut kinds = comment.lines.iter().filter_map(|line| reserved(&line.text, tag));
    kinds.any(|(kind, _)| kind.is_against())
}

/// The comment lines above the message that a person wrote.
pub fn persons_lines<'m>(message: &'m Message, tag: &'m str) -> impl Iterator<Item = &'m CommentLine> {
    message
        .comment
        .iter()
        .filter(move |line| reserved(&line.text, tag).is_none())
}

fn prefixed(prefix: &str, text: &str) -> Vec<String> {
    let line = |line: &str| match one_line(line) {
        line if line.is_empty() => prefix.to_owned(),
        line => format!("{prefix} {line}"),
    };
    text.split('\n').map(line).collect()
}

fn one_line(text: &str) -> String {
    let is_other_space = |c: char| c != '\t' && (c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}'));
    text.replace(is_other_space, " ").trim_end().to_owned()
}

/// What follows a prefix: without the one space that belongs to it, and without what editors strip.
fn text_of(rest: &str) -> &str {
    rest.strip_prefix(' ').unwrap_or(rest).trim_end()
}

/// The line without leading white space and characters that nobody sees.
fn skip(line: &str) -> &str {
    let invisible = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
    };
    line.trim_start_matches(invisible)
}

/// The line without the word, whatever its letter case.
fn strip<'l>(line: &'l str, word: &str) -> Option<&'l str> {
    let (head, rest) = line.split_at_checked(word.len())?;
    head.eq_ignore_ascii_case(word).then_some(rest)
}

fn ends_word(rest: &str) -> bool {
    !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::parse::parse;
    use crate::diagnostic::Source;
    use proptest::prelude::*;

    fn quote(head: &str) -> Quote {
        let (catalog, diagnostics) = parse(Source::new("fr.ftl", format!("{head}\na = x\n")));
        assert_eq!(diagnostics, []);
        Quote::of(&catalog, catalog.messages().next().unwrap(), "en")
    }

    fn made_from(head: &str) -> Option<String> {
        quote(head).made_from
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn the_quotes_of_the_design_are_read() {
        assert_eq!(
            quote("# en: One"),
            Quote {
                made_from: some("One"),
                shown: some("One"),
                stale: false,
                draft: false
            }
        );
        let stale = quote(
            "# STALE (number 1 → 2): revise the translation, then delete this line and the next.\n# en was: One\n# en now: Two",
        );
        assert_eq!(
            stale,
            Quote {
                made_from: some("One"),
                shown: some("Two"),
                stale: true,
                draft: false
            }
        );
        assert_eq!(made_from("# en now: Two"), some("Two"));
        assert_eq!(made_from("# a note"), None);
        assert!(
            quote("# DRAFT (memory 92 %, from a#b): check the translation, then delete this line.\n# en: One").draft
        );
        assert_eq!(made_from("# en: One\\\n# en: Two"), some("One\\\nTwo"));
    }

    #[test]
    fn nothing_becomes_fresh_by_a_slip() {
        for was in [
            "en was: A",
            "EN WAS: A",
            "en  was:A",
            "en was A",
            "\u{200F}en was: A",
            "en was : A",
            "en was：A",
            " en\u{A0}was: A",
            "en-was: A",
        ] {
            assert_eq!(made_from(&format!("# {was}\n# en now: B")), some("A"), "{was}");
        }
        assert_eq!(
            made_from("# STALE (x): revise\n# en now: B"),
            None,
            "only the advice line is left"
        );
        assert_eq!(made_from("# Stale (x): revise\n# en: B"), None);
        assert_eq!(made_from("# en was: A\n# en now: B\n# en: B"), None);
        assert_eq!(made_from("# en: A\n# en now: B"), None);
        assert_eq!(made_from("# en: A\n# en now: A"), some("A"));
        assert_eq!(
            made_from("# en: A\n# note\n# en: B"),
            some("A\nB"),
            "two quotes are not one of them"
        );
        assert_eq!(
            made_from("# STALE: x\n# en was: A\n\n# en now: B"),
            some("A"),
            "a blank line cuts nothing off"
        );
        assert_eq!(made_from("# en: B\n"), None, "a quote further up is not this message's");
    }

    #[test]
    fn what_a_person_writes_is_a_persons() {
        for note in [
            "TODO: ask",
            "stale bread",
            "STALEMATE",
            "drafted by A",
            "entry: x",
            "enow: x",
            "note: x",
            "en then: x",
            "fr: x",
        ] {
            assert_eq!(reserved(note, "en"), None, "{note}");
        }
        assert_eq!(reserved("en-GB was: x", "en-GB"), Some((Reserved::Was, "x")));
        assert_eq!(reserved("en-GB: x", "en"), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(was in "[^\\r]{0,40}", now in "[^\\r]{0,40}") {
            let head = |lines: Vec<String>| lines.iter().map(|line| format!("# {line}")).collect::<Vec<_>>().join("\n");
            prop_assert_eq!(made_from(&head(fresh_lines("en", &now))), Some(writable(&now)));
            let stale = quote(&head(stale_lines("en", Some("facts"), &was, &now)));
            prop_assert_eq!((stale.made_from, stale.shown), (Some(writable(&was)), Some(writable(&now))));
            let unverified = quote(&head(unverified_lines("en", &now)));
            prop_assert_eq!((unverified.made_from, unverified.shown), (None, Some(writable(&now))));
        }
    }
}
