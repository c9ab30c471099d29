//! Whether there is anything in a run to read, and anything to translate.

use crate::release::inline::{Inline, Span, linkify};

/// Whether the run holds a letter or digit, in code and addresses as well; without any it is no segment.
pub(crate) fn is_read(inlines: &[Inline]) -> bool {
    let title = |span: &Span| match span {
        Span::Link(target) | Span::Image(target) => target.title.contains(char::is_alphanumeric),
        _ => false,
    };
    inlines.iter().any(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.contains(char::is_alphanumeric),
        Inline::Open(span) => title(span),
        _ => false,
    })
}

/// Whether the run holds a letter or digit that a translator could write otherwise. Digits are: some locales have their own.
/// Code is not, nor is an address that stands alone, bare or as a link that shows itself.
pub fn is_translatable(inlines: &[Inline]) -> bool {
    let mut targets: Vec<&str> = Vec::new();
    let linked = linkify(inlines.to_vec());
    for inline in &linked {
        match inline {
            Inline::Open(Span::Link(target) | Span::Image(target)) => {
                if target.title.contains(char::is_alphanumeric) {
                    return true;
                }
                targets.push(&target.url);
            }
            Inline::Close(Span::Link(_) | Span::Image(_)) => {
                targets.pop();
            }
            Inline::Text(text) if text.contains(char::is_alphanumeric) => {
                let shows_itself = targets.last().is_some_and(|url| shows(text, url));
                if !shows_itself {
                    return true;
                }
            }
            _ => {}
        }
    }
    false
}

/// Whether the run is one image and nothing else.
pub(crate) fn is_one_image(inlines: &[Inline]) -> bool {
    let is_image = |inline: Option<&Inline>, open: bool| match inline {
        Some(Inline::Open(Span::Image(_))) => open,
        Some(Inline::Close(Span::Image(_))) => !open,
        _ => false,
    };
    let images = inlines.iter().filter(|inline| is_image(Some(inline), true)).count();
    images == 1 && is_image(inlines.first(), true) && is_image(inlines.last(), false)
}

/// Whether a link with this text shows where it goes.
fn shows(text: &str, url: &str) -> bool {
    let text = text.trim();
    text == url
        || url.strip_prefix("mailto:") == Some(text)
        || ["https://", "http://"].iter().any(|scheme| {
            url.strip_prefix(scheme).map(|rest| rest.trim_end_matches('/')) == Some(text.trim_end_matches('/'))
        })
}
