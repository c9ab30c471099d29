//! Inline Markdown: what a segment's text and a translation are made of.

mod bare_links;
pub(crate) mod builder;
mod one_paragraph;
mod text;

use std::ops::Range;

pub use text::Text;

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

/// Why a text is not one run of inline Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InlineError {
    /// What is wrong, as the message of a diagnostic.
    pub what: String,
    /// The byte of the text where it begins, if it begins somewhere.
    pub at: Option<usize>,
    /// What to do about it, imperative.
    pub mend: String,
}

/// The text read alone as inline Markdown (CommonMark with strikethrough and footnote references).
///
/// What would open a heading, list, quote, table or code block in a document is plain text here, so nothing that a translator
/// writes can change the structure of a page. A bare carriage return counts as a line end, NUL reads as U+FFFD
/// (CommonMark 0.31, §2.1 and §2.3). Adjacent text is one [`Inline::Text`].
///
/// # Errors
/// The text is empty or has a blank line in it, so that it would be several paragraphs or none.
pub fn parse(text: &str) -> Result<Vec<Inline>, InlineError> {
    one_paragraph::parse(text)
}

/// Whether the text holds neither markup nor bare addresses, as most sentences do: [`parse`] gives nothing but the text, and [`linkify`] no link.
pub(crate) fn is_bare_text(text: &str) -> bool {
    one_paragraph::is_plain(text) && !bare_links::has_candidate(text.as_bytes())
}

/// Where the links and images go, in order.
pub fn targets(inlines: &[Inline]) -> impl Iterator<Item = &str> {
    inlines.iter().filter_map(|inline| match inline {
        Inline::Open(Span::Link(target) | Span::Image(target)) => Some(target.url.as_str()),
        _ => None,
    })
}

/// The same, to be changed; the two ends of a span change alike.
pub fn targets_mut(inlines: &mut [Inline]) -> impl Iterator<Item = &mut String> {
    inlines.iter_mut().filter_map(|inline| match inline {
        Inline::Open(Span::Link(target) | Span::Image(target))
        | Inline::Close(Span::Link(target) | Span::Image(target)) => Some(&mut target.url),
        _ => None,
    })
}

/// What is read aloud: text, code and the alternatives of images; a hard break is a line end, a soft one a space.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::SoftBreak => out.push(' '),
            Inline::HardBreak => out.push('\n'),
            Inline::FootnoteRef(_) | Inline::Html(_) | Inline::Open(_) | Inline::Close(_) => {}
        }
    }
    out
}

/// The same with bare e-mail addresses, `http(s)` URLs and `www.` hosts made links, as readers expect of contacts;
/// CommonMark leaves them text. What stands in a link, an image or code stays.
pub fn linkify(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    let mut run = Vec::new();
    let mut linked = 0usize;
    for inline in inlines {
        match inline {
            Inline::Text(_) | Inline::Open(Span::Link(_)) | Inline::Close(Span::Link(_)) => run.push(inline),
            other => {
                link_run(std::mem::take(&mut run), &mut linked, &mut out);
                match &other {
                    Inline::Open(Span::Image(_)) => linked += 1,
                    Inline::Close(Span::Image(_)) => linked = linked.saturating_sub(1),
                    _ => {}
                }
                out.push(other);
            }
        }
    }
    link_run(run, &mut linked, &mut out);
    out
}

/// Links the bare addresses in a run of text and links. An address is looked for in the run as it is read, and linked where it lies
/// in plain text, so that a link beside it cannot make half an address look whole; `linked` says how many links and images are open round it.
fn link_run(run: Vec<Inline>, linked: &mut usize, out: &mut Vec<Inline>) {
    let found = match run.as_slice() {
        [Inline::Text(text)] => bare_links::find(text),
        run => bare_links::find(&plain_text(run)),
    };
    let mut found = found.into_iter().peekable();
    let mut at = 0;
    for inline in run {
        let Inline::Text(text) = inline else {
            match &inline {
                Inline::Open(_) => *linked += 1,
                _ => *linked = linked.saturating_sub(1),
            }
            out.push(inline);
            continue;
        };
        let end = at + text.len();
        let mut own = Vec::new();
        while let Some(link) = found.next_if(|link| link.span.start < end) {
            if *linked == 0 && link.span.start >= at && link.span.end <= end {
                own.push((link.span.start - at..link.span.end - at, link.url));
            }
        }
        push_linked(text, own, out);
        at = end;
    }
}

/// Appends `text`, merged with the text before it.
pub(crate) fn push_text(out: &mut Vec<Inline>, text: &str) {
    match out.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ if text.is_empty() => {}
        _ => out.push(Inline::Text(text.to_owned())),
    }
}

/// Appends a text with links at these bytes of it.
fn push_linked(text: String, found: Vec<(Range<usize>, String)>, out: &mut Vec<Inline>) {
    if found.is_empty() {
        out.push(Inline::Text(text));
        return;
    }
    let mut done = 0;
    for (span, url) in found {
        push_text(out, &text[done..span.start]);
        let title = String::new();
        let target = Target { url, title };
        out.push(Inline::Open(Span::Link(target.clone())));
        out.push(Inline::Text(text[span.clone()].to_owned()));
        out.push(Inline::Close(Span::Link(target)));
        done = span.end;
    }
    push_text(out, &text[done..]);
}
