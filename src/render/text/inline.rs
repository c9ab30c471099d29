//! Inline content as plain text.

use crate::diagnostic::Diagnostic;
use crate::release::inline::{Inline, Span, Target};
use crate::render::escape;
use crate::render::strings::Args;
use crate::render::text::Layout;

/// The text with links as `text <address>`, notes as `[1]`, pictures as their description; a hard break is a line feed.
pub(super) fn text(inlines: &[Inline], layout: &Layout<'_>) -> Result<String, Diagnostic> {
    let mut out = String::new();
    // The links and images that are open, with where their text begins.
    let mut open: Vec<(Option<&Target>, usize)> = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => push(&mut out, &escape::clean(text)),
            Inline::SoftBreak => out.push(' '),
            Inline::HardBreak => out.push('\n'),
            Inline::FootnoteRef(label) => out.push_str(&reference(label, layout)),
            Inline::Html(html) if html.starts_with("<!--") => {}
            Inline::Html(html) => out.push_str(&escape::clean(html)),
            Inline::Open(Span::Link(target) | Span::Image(target)) => open.push((Some(target), out.len())),
            Inline::Open(Span::Strikethrough) | Inline::Close(Span::Strikethrough) => out.push_str("~~"),
            Inline::Close(Span::Link(_)) => {
                if let Some((Some(target), start)) = open.pop() {
                    close_link(&mut out, start, target);
                }
            }
            Inline::Close(Span::Image(_)) => {
                if let Some((Some(target), start)) = open.pop() {
                    close_image(&mut out, start, target, layout)?;
                }
            }
            Inline::Open(_) | Inline::Close(_) => {}
        }
    }
    Ok(out)
}

/// Appends a text; where words are not parted by spaces, an address before it still needs one.
fn push(out: &mut String, text: &str) {
    if out.ends_with('>') && text.starts_with(char::is_alphanumeric) {
        out.push(' ');
    }
    out.push_str(text);
}

fn reference(label: &str, layout: &Layout<'_>) -> String {
    match layout.numbers.get(label) {
        Some(number) => format!("[{}]", layout.strings.plain_number(*number)),
        None => format!("[^{}]", escape::clean(label)),
    }
}

/// Writes the address behind the text of a link, unless the text is the address or there is no following it.
fn close_link(out: &mut String, start: usize, target: &Target) {
    let Some(url) = escape::link(&target.url).filter(|url| !url.starts_with('#')) else {
        return;
    };
    let shown = out.get(start..).unwrap_or_default().trim().to_owned();
    let bare = |url: &str| {
        let url = url
            .strip_prefix("mailto:")
            .or_else(|| url.strip_prefix("tel:"))
            .unwrap_or(url);
        let url = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"))
            .unwrap_or(url);
        url.trim_end_matches('/').to_owned()
    };
    if bare(&shown) == bare(&target.url) || bare(&shown) == bare(&url) {
        return;
    }
    if shown.is_empty() {
        out.push_str(&format!("<{url}>"));
    } else {
        let url = url.strip_prefix("mailto:").unwrap_or(&url);
        out.push_str(&format!(" <{url}>"));
    }
}

fn close_image(out: &mut String, start: usize, target: &Target, layout: &Layout<'_>) -> Result<(), Diagnostic> {
    let alternative = out.get(start..).unwrap_or_default().trim().to_owned();
    out.truncate(start);
    let described = [alternative.as_str(), target.title.trim()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" – ");
    if !described.is_empty() {
        let args = Args::none().text("text", escape::clean(&described));
        out.push_str(&layout.strings.get("image", &args)?);
    }
    Ok(())
}
