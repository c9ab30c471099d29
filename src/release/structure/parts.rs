//! What counts in a run when it is compared with another.

use crate::release::inline::{self, Inline, Span};

/// What counts in a run.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// Target and visible text of each link.
    pub(crate) links: Vec<(String, String)>,
    /// Target and text alternative of each image.
    pub(crate) images: Vec<(String, String)>,
    /// How many images have no text alternative.
    pub(crate) silent_images: usize,
    pub(crate) footnotes: Vec<String>,
    pub(crate) code: Vec<String>,
    pub(crate) html: Vec<String>,
    pub(crate) emphasis: usize,
    pub(crate) strong: usize,
    pub(crate) strikethrough: usize,
    pub(crate) hard_breaks: usize,
    /// All that is read as text, not code.
    pub(crate) text: String,
}

impl Parts {
    /// What `inlines` hold, bare addresses counted as links. The text alternative of an image is text and no more: a link in it leads nowhere, and
    /// an image in it is not shown.
    pub(crate) fn of(inlines: &[Inline]) -> Parts {
        let inlines = inline::linkify(inlines.to_vec());
        let mut parts = Parts::default();
        // Where in the text each open link or image begins.
        let mut open: Vec<usize> = Vec::new();
        let mut images = 0usize;
        for inline in inlines {
            match &inline {
                Inline::Open(Span::Image(_)) => images += 1,
                Inline::Close(Span::Image(_)) => images = images.saturating_sub(1),
                _ => {}
            }
            match inline {
                Inline::FootnoteRef(_) | Inline::Open(Span::Link(_)) | Inline::Close(Span::Link(_)) if images > 0 => {}
                Inline::Open(Span::Image(_)) if images > 1 => {}
                Inline::Close(Span::Image(_)) if images > 0 => {}
                Inline::Text(text) => parts.text.push_str(&text),
                Inline::Code(code) => parts.code.push(code.trim().to_owned()),
                Inline::SoftBreak => parts.text.push(' '),
                Inline::HardBreak => parts.hard_breaks += 1,
                Inline::FootnoteRef(label) => parts.footnotes.push(label),
                Inline::Html(html) => parts.html.push(html),
                Inline::Open(Span::Emphasis) => parts.emphasis += 1,
                Inline::Open(Span::Strong) => parts.strong += 1,
                Inline::Open(Span::Strikethrough) => parts.strikethrough += 1,
                Inline::Open(Span::Link(_) | Span::Image(_)) => open.push(parts.text.len()),
                Inline::Close(Span::Link(target)) => {
                    let text = parts.since(open.pop());
                    parts.links.push((target.url, text));
                }
                Inline::Close(Span::Image(target)) => {
                    let text = parts.since(open.pop());
                    parts.silent_images += usize::from(text.trim().is_empty());
                    parts.images.push((target.url, text));
                }
                Inline::Close(_) => {}
            }
        }
        parts
    }

    fn since(&self, start: Option<usize>) -> String {
        start
            .and_then(|start| self.text.get(start..))
            .unwrap_or_default()
            .to_owned()
    }
}
