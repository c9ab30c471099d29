//! A translation's text as typography sees it: its characters, with those that are no prose marked.

use crate::facts::fold::is_ideograph;
use std::ops::Range;

/// A character of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Where it begins, in bytes.
    pub at: usize,
    /// The character.
    pub c: char,
}

impl Mark {
    /// Its bytes.
    pub fn span(&self) -> Range<usize> {
        self.at..self.at + self.c.len_utf8()
    }
}

/// The characters of the prose of a text, in order. Addresses, link targets, code, footnote labels, placeables and
/// entities are left out (`gap` stands for each); so are emphasis marks and escapes, which nobody reads.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// The characters.
    pub marks: Vec<Mark>,
}

/// Stands for a part that is no prose: it is neither letter nor space nor punctuation.
pub const GAP: char = '\u{FFFC}';

impl Prose {
    /// The prose of `text`, inline Markdown.
    pub fn of(text: &str) -> Prose {
        Prose::new(text, &crate::facts::opaque(text))
    }

    /// The prose of `text`, of which the parts `opaque` (sorted, disjoint, in bytes) are none.
    pub fn new(text: &str, opaque: &[Range<usize>]) -> Prose {
        let mut masks = opaque.iter().peekable();
        let mut marks: Vec<Mark> = Vec::with_capacity(text.len());
        let mut skip_to = 0;
        for (at, c) in text.char_indices() {
            while masks.peek().is_some_and(|mask| mask.end <= at) {
                masks.next();
            }
            if at < skip_to {
                continue;
            }
            if masks.peek().is_some_and(|mask| mask.start <= at) {
                if marks.last().is_none_or(|m| m.c != GAP) {
                    marks.push(Mark { at, c: GAP });
                }
                continue;
            }
            let rest = || text.get(at..).unwrap_or("");
            match c {
                '&' => {
                    let (len, c) = entity(rest()).unwrap_or((1, c));
                    marks.push(Mark { at, c });
                    skip_to = at + len;
                }
                '*' | '~' | '_' | '[' | ']' => {}
                '\\' if is_escape(rest()) => {}
                c => marks.push(Mark { at, c }),
            }
        }
        Prose { marks }
    }

    /// The character before number `n`.
    pub fn before(&self, n: usize) -> Option<char> {
        n.checked_sub(1).and_then(|n| self.marks.get(n)).map(|m| m.c)
    }

    /// The character behind number `n`.
    pub fn after(&self, n: usize) -> Option<char> {
        self.marks.get(n + 1).map(|m| m.c)
    }

    /// The nearest character before number `n` that is no space.
    pub fn solid_before(&self, n: usize) -> Option<char> {
        self.marks
            .get(..n)?
            .iter()
            .rev()
            .map(|m| m.c)
            .find(|c| !c.is_whitespace())
    }

    /// The nearest character behind number `n` that is no space.
    pub fn solid_after(&self, n: usize) -> Option<char> {
        self.marks
            .get(n + 1..)?
            .iter()
            .map(|m| m.c)
            .find(|c| !c.is_whitespace())
    }

    /// Whether the characters from number `n` on are those of `word`.
    pub fn starts_with(&self, n: usize, word: &str) -> bool {
        let mut marks = self.marks.get(n..).unwrap_or(&[]).iter();
        word.chars().all(|c| marks.next().is_some_and(|m| m.c == c))
    }
}

/// A Markdown escape: the backslash is not read.
fn is_escape(rest: &str) -> bool {
    rest.strip_prefix('\\')
        .is_some_and(|next| next.starts_with(|c: char| c.is_ascii_punctuation()))
}

/// The length and the character of an entity that writers use for spaces and marks.
fn entity(rest: &str) -> Option<(usize, char)> {
    let known = [
        ("&nbsp;", '\u{A0}'),
        ("&#160;", '\u{A0}'),
        ("&#xa0;", '\u{A0}'),
        ("&#xA0;", '\u{A0}'),
        ("&#8239;", '\u{202F}'),
        ("&#x202f;", '\u{202F}'),
        ("&#x202F;", '\u{202F}'),
        ("&laquo;", '«'),
        ("&raquo;", '»'),
        ("&rsquo;", '’'),
        ("&amp;", '&'),
        ("&lt;", GAP),
        ("&gt;", GAP),
        ("&quot;", GAP),
    ];
    known
        .iter()
        .find(|(name, _)| rest.starts_with(name))
        .map(|(name, c)| (name.len(), *c))
}

/// Whether `c` is a letter of the Arabic script.
pub fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{6FA}'..='\u{6FF}' | '\u{750}'..='\u{77F}')
}

/// Whether `c` is an ideograph or punctuation that stands among them.
pub fn is_chinese(c: char) -> bool {
    is_ideograph(c)
        || matches!(
            c,
            '，' | '。' | '；' | '：' | '？' | '！' | '、' | '）' | '（' | '》' | '《' | '」' | '「'
        )
}

/// Whether `c` is a space that no line may break at.
pub fn is_fixed_space(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{202F}')
}
