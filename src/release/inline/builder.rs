//! From the parser's events to inline content.

use crate::release::inline::{Inline, Span, Target, push_text};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// Puts inline content together, event by event.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    open: Vec<Span>,
    /// What has been put together so far.
    pub(crate) out: Vec<Inline>,
}

impl Builder {
    /// Takes an inline event; every text in it goes through `clean`. Says whether it was one.
    pub(crate) fn push(&mut self, event: &Event<'_>, clean: &dyn Fn(&str) -> String) -> bool {
        match event {
            Event::Text(text) => push_text(&mut self.out, &clean(text)),
            Event::Code(text) => self.out.push(Inline::Code(clean(text))),
            Event::SoftBreak => self.out.push(Inline::SoftBreak),
            Event::HardBreak => self.out.push(Inline::HardBreak),
            Event::FootnoteReference(label) => self.out.push(Inline::FootnoteRef(clean(label))),
            Event::InlineHtml(html) => self.out.push(Inline::Html(clean(html))),
            Event::Start(tag) => return self.open(tag, clean),
            Event::End(tag) if is_inline_end(*tag) => {
                if let Some(span) = self.open.pop() {
                    self.out.push(Inline::Close(span));
                }
            }
            _ => return false,
        }
        true
    }

    fn open(&mut self, tag: &Tag<'_>, clean: &dyn Fn(&str) -> String) -> bool {
        let span = match tag {
            Tag::Emphasis => Span::Emphasis,
            Tag::Strong => Span::Strong,
            Tag::Strikethrough => Span::Strikethrough,
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => Span::Link(target(*link_type, clean(dest_url), clean(title))),
            Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            } => Span::Image(target(*link_type, clean(dest_url), clean(title))),
            _ => return false,
        };
        self.open.push(span.clone());
        self.out.push(Inline::Open(span));
        true
    }
}

fn is_inline_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

fn target(link_type: LinkType, url: String, title: String) -> Target {
    let url = if link_type == LinkType::Email {
        format!("mailto:{url}")
    } else {
        url
    };
    Target { url, title }
}
