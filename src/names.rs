//! Names that could be confused with plain text: made valid at the door, trusted inside.

use sha2::{Digest, Sha256};
use std::fmt;

/// The id of a segment or message: a Fluent identifier, `[a-zA-Z][a-zA-Z0-9_-]*`
/// (Fluent Syntax 1.0, production `Identifier`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentId(String);

impl SegmentId {
    /// The id, if `text` is a Fluent identifier of at most 120 bytes.
    pub fn new(text: &str) -> Option<SegmentId> {
        let starts = text.starts_with(|c: char| c.is_ascii_alphabetic());
        let goes_on = text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        (starts && goes_on && text.len() <= 120).then(|| SegmentId(text.to_owned()))
    }

    /// The id as it stands in the file.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Which release: its path below `releases/` without `.md`, with `/` between the parts.
///
/// Every part is made of lower-case ASCII letters, digits, `-`, `_` and `.`, begins with a letter or digit, does not end with
/// a dot and is no name that Windows reserves, so that the same tree can be checked out and served everywhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// Device names that Windows reserves in every folder, with or without an extension
/// (Microsoft, "Naming Files, Paths, and Namespaces").
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

impl Slug {
    /// The slug, or one clause that says what is wrong with `text`.
    pub fn new(text: &str) -> Result<Slug, String> {
        if text.len() > 200 {
            return Err(format!("the name is {} bytes long; 200 is the limit", text.len()));
        }
        for part in text.split('/') {
            check_part(part)?;
        }
        let number = text
            .strip_prefix("index")
            .map(|rest| rest.strip_prefix('-').unwrap_or(rest));
        if number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit())) {
            return Err(format!("`{text}` is the name of the list of releases"));
        }
        Ok(Slug(text.to_owned()))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One of several equal parts of a newsroom's releases, for machines that share the work.
///
/// A release belongs to the part that a digest of its slug names, so that every machine divides them alike, and one release more or
/// less moves no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which part, counted from 1.
    pub number: u32,
    /// How many parts there are.
    pub of: u32,
}

impl Shard {
    /// Reads `I/N`, the I-th of N parts.
    ///
    /// # Errors
    /// One clause that says what it should look like.
    pub fn parse(text: &str) -> Result<Shard, String> {
        let parts = text
            .split_once('/')
            .and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        match parts {
            Some((number, of)) if (1..=of).contains(&number) => Ok(Shard { number, of }),
            _ => Err("it is written I/N with I from 1 to N, e.g. 2/8".to_owned()),
        }
    }

    /// Whether a release belongs to this part.
    pub fn holds(&self, slug: &Slug) -> bool {
        let digest = Sha256::digest(slug.as_str().as_bytes());
        let number = digest
            .iter()
            .take(8)
            .fold(0u64, |sum, byte| sum << 8 | u64::from(*byte));
        number % u64::from(self.of) + 1 == u64::from(self.number)
    }

    /// Whether what belongs to no release belongs to this part.
    pub fn is_first(&self) -> bool {
        self.number == 1
    }
}

/// Whether Windows reserves this file name (case does not matter, nor does an extension).
pub fn is_reserved_on_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    RESERVED.contains(&stem.as_str())
}

fn check_part(part: &str) -> Result<(), String> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    if part.is_empty() {
        return Err("a part of the name is empty".to_owned());
    }
    if let Some(bad) = part.chars().find(|c| !allowed(*c)) {
        return Err(format!(
            "`{}` is not allowed in a name; use a–z, 0–9, `-`, `_` and `.`",
            bad.escape_debug()
        ));
    }
    if !part.starts_with(|c: char| c.is_ascii_alphanumeric()) || part.ends_with('.') {
        return Err(format!(
            "`{part}` must begin with a letter or digit and must not end with a dot"
        ));
    }
    if is_reserved_on_windows(part) {
        return Err(format!("`{part}` is a name that Windows reserves"));
    }
    Ok(())
}

impl fmt::Display for SegmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_that_could_leave_the_newsroom_or_break_a_checkout_are_refused() {
        for bad in [
            "",
            "/a",
            "a/",
            "a//b",
            "..",
            "a/../b",
            "./a",
            "A",
            "a b",
            "a\\b",
            "con",
            "2018/nul.x",
            "a.",
            "~",
            "c:x",
            "é",
            "a\0",
        ] {
            assert!(Slug::new(bad).is_err(), "{bad:?} was accepted");
        }
        for good in ["a", "2018/05/eu-un-dialogue", "v1.2", "0"] {
            assert_eq!(Slug::new(good).unwrap().as_str(), good);
        }
    }

    #[test]
    fn ids_are_fluent_identifiers() {
        for bad in ["", "1a", "-a", "a b", "é", "a.b"] {
            assert_eq!(SegmentId::new(bad), None, "{bad:?}");
        }
        assert_eq!(SegmentId::new("a-1_B").unwrap().as_str(), "a-1_B");
    }
}
