//! The input of a property: texts, and behind the last of them the decisions what to do with them.
//!
//! The parts stand between lines `=====`, so that a dictionary knows the only thing a fuzzer has to learn, a seed can be read and
//! written by hand, and a change of a text moves no decision.

/// What stands between two parts.
pub(crate) const SEPARATOR: &str = "\n=====\n";

/// An input, read from its beginning.
pub(crate) struct Input<'d> {
    texts: std::vec::IntoIter<&'d [u8]>,
    decisions: std::slice::Iter<'d, u8>,
}

impl<'d> Input<'d> {
    pub(crate) fn new(data: &'d [u8]) -> Input<'d> {
        let mut texts = Vec::new();
        let mut rest = data;
        while let Some(at) = rest
            .windows(SEPARATOR.len())
            .position(|part| part == SEPARATOR.as_bytes())
        {
            texts.push(&rest[..at]);
            rest = &rest[at + SEPARATOR.len()..];
        }
        let decisions = if texts.is_empty() {
            texts.push(rest);
            &[][..]
        } else {
            rest
        };
        Input {
            texts: texts.into_iter(),
            decisions: decisions.iter(),
        }
    }

    /// The next part that is no decision; nothing if there is none left.
    pub(crate) fn bytes(&mut self) -> &'d [u8] {
        self.texts.next().unwrap_or_default()
    }

    /// The same as text; bytes that are no UTF-8 become U+FFFD.
    pub(crate) fn text(&mut self) -> String {
        String::from_utf8_lossy(self.bytes()).into_owned()
    }

    /// All parts that are left, as text.
    pub(crate) fn texts(&mut self) -> Vec<String> {
        let mut texts = Vec::new();
        while self.texts.len() > 0 {
            texts.push(self.text());
        }
        texts
    }

    /// The next decision: a number below `end`, 0 when all are taken or there is no choice.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let number = self.decisions.next().map_or(0, |byte| usize::from(*byte));
        let number = match end > 256 {
            true => number << 8 | self.decisions.next().map_or(0, |byte| usize::from(*byte)),
            false => number,
        };
        number % end.max(1)
    }

    /// Whether there are decisions left.
    pub(crate) fn goes_on(&self) -> bool {
        self.decisions.len() > 0
    }

    /// One of these.
    pub(crate) fn of<'t, T>(&mut self, choices: &'t [T]) -> &'t T {
        &choices[self.below(choices.len())]
    }
}
