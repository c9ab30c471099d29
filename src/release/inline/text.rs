//! A text that is read as inline Markdown once, however many ask what it says.

use crate::release::inline::{Inline, InlineError, parse};
use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

/// A text, and what it says as inline Markdown as soon as somebody has asked.
#[derive(Clone, Default)]
pub struct Text {
    text: String,
    read: OnceLock<Result<Vec<Inline>, InlineError>>,
}

impl Text {
    /// What the text says.
    ///
    /// # Errors
    /// Those of [`parse`].
    pub fn inlines(&self) -> Result<&[Inline], &InlineError> {
        let read = self.read.get_or_init(|| parse(&self.text));
        read.as_ref().map(Vec::as_slice)
    }

    /// What the text says; where it is no run of inline Markdown, its characters as they stand.
    pub fn inlines_or_plain(&self) -> Vec<Inline> {
        match self.inlines() {
            Ok(inlines) => inlines.to_vec(),
            Err(_) => vec![Inline::Text(self.text.clone())],
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        let read = OnceLock::new();
        Text { text, read }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.text == other.text
    }
}

impl Eq for Text {}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}
