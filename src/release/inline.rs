//! Inline Markdown: what a segment's text and a translation are made of.

/// One step through inline Markdown; spans are properly nested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Text as it is read: escapes and entities resolved.
    Text(String),
    /// A code span.
    Code(String),
    /// A line end that reads as a space.
    SoftBreak,
    /// A line end that stays.
    HardBreak,
    /// A footnote reference, by its label.
    FootnoteRef(String),
    /// Raw HTML, as written.
    Html(String),
    /// A span begins.
    Open(Span),
    /// The span opened last and not yet closed ends.
    Close(Span),
}

/// What holds other inline content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// `*emphasis*`
    Emphasis,
    /// `**strong**`
    Strong,
    /// `~~struck out~~`
    Strikethrough,
    /// A link; autolinks and e-mail autolinks are links too (`mailto:` included in the target).
    Link(Target),
    /// An image; what it holds is its text alternative.
    Image(Target),
}

/// Where a link or image goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The destination with entities and escapes resolved, not percent-encoded any further.
    pub url: String,
    /// The title, empty if there is none.
    pub title: String,
}
