//! Inline content as HTML.

use crate::locale::{Direction, Locale};
use crate::release::inline::{Inline, Span};
use crate::render::Copy;
use crate::render::escape;
use crate::render::honorific;
use crate::render::html::language;
use std::collections::BTreeMap;

/// An image while its text alternative is written.
#[derive(Default)]
struct OpenImage {
    /// Its address; none for an image in an image, and for one that may not be shown.
    url: Option<String>,
    title: String,
    size: Option<(usize, usize)>,
    alternative: String,
}

/// Inline content while it is written.
pub(super) struct Text<'a> {
    locale: &'a Locale,
    /// Width and height of pictures, by their address.
    sizes: Option<&'a BTreeMap<String, (usize, usize)>>,
    out: String,
    /// What closes the spans that are open, and, for a link, where its attributes end and its text begins.
    closing: Vec<(&'static str, Option<usize>)>,
    /// The images that are open, outermost first.
    images: Vec<OpenImage>,
}

impl<'a> Text<'a> {
    /// Nothing yet, in a text of this language.
    pub(super) fn new(locale: &'a Locale) -> Text<'a> {
        Text {
            locale,
            sizes: None,
            out: String::new(),
            closing: Vec::new(),
            images: Vec::new(),
        }
    }

    /// The same, where the size of pictures is known.
    pub(super) fn with_sizes(locale: &'a Locale, sizes: &'a BTreeMap<String, (usize, usize)>) -> Text<'a> {
        Text {
            sizes: Some(sizes),
            ..Text::new(locale)
        }
    }

    /// Writes one step.
    pub(super) fn push(&mut self, inline: &Inline) {
        if let Some(OpenImage { alternative, .. }) = self.images.last_mut() {
            match inline {
                Inline::Text(text) | Inline::Code(text) => alternative.push_str(text),
                Inline::SoftBreak | Inline::HardBreak => alternative.push(' '),
                Inline::Open(Span::Image(_)) => self.images.push(OpenImage::default()),
                Inline::Close(Span::Image(_)) => self.close_image(),
                _ => {}
            }
            return;
        }
        match inline {
            Inline::Text(text) => {
                let html = escape::text(&honorific::bind(text, self.locale));
                self.out.push_str(&honorific::held_together(&html, self.locale));
            }
            Inline::Code(text) => self.code(text),
            Inline::SoftBreak => self.out.push(' '),
            Inline::HardBreak => self.out.push_str("<br>\n"),
            Inline::FootnoteRef(_) => {}
            // Raw HTML is shown, not obeyed; a comment is nothing to show.
            Inline::Html(html) if html.starts_with("<!--") => {}
            Inline::Html(html) => self.out.push_str(&escape::text(html)),
            Inline::Open(span) => self.open(span),
            Inline::Close(Span::Image(_)) => self.close_image(),
            Inline::Close(_) => self.close(),
        }
    }

    /// Writes markup of the program's own; in a text alternative there is no place for it.
    pub(super) fn push_markup(&mut self, html: &str) {
        if self.images.is_empty() {
            self.out.push_str(html);
        }
    }

    /// What was written, with everything closed.
    pub(super) fn finish(mut self) -> String {
        while !self.images.is_empty() {
            self.close_image();
        }
        while !self.closing.is_empty() {
            self.close();
        }
        self.out
    }

    fn open(&mut self, span: &Span) {
        let (opening, closing) = match span {
            Span::Emphasis => ("<em>".to_owned(), "</em>"),
            Span::Strong => ("<strong>".to_owned(), "</strong>"),
            Span::Strikethrough => ("<del>".to_owned(), "</del>"),
            Span::Link(target) => match escape::link(&target.url) {
                Some(url) => (self.link(&url, &target.title), "</a>"),
                None => (String::new(), ""),
            },
            Span::Image(target) => {
                self.images.push(OpenImage {
                    url: escape::link(&target.url),
                    title: target.title.clone(),
                    size: self.sizes.and_then(|sizes| sizes.get(&target.url)).copied(),
                    alternative: String::new(),
                });
                return;
            }
        };
        self.out.push_str(&opening);
        self.closing
            .push((closing, (closing == "</a>").then_some(self.out.len())));
    }

    /// Closes the span opened last. A link that reads as an address is marked as one, for printing need not show it twice; it runs
    /// from left to right in every language, or its punctuation would wander in a line that runs from right to left.
    fn close(&mut self) {
        let Some((tag, text_start)) = self.closing.pop() else {
            return;
        };
        if let Some(start) = text_start
            && self.out.get(start..).is_some_and(reads_as_address)
        {
            let direction = match self.locale.direction() {
                Direction::Ltr => "",
                Direction::Rtl => " dir=\"ltr\"",
            };
            self.out
                .insert_str(start - 1, &format!(" class=\"address\"{direction}"));
        }
        self.out.push_str(tag);
    }

    fn link(&self, url: &str, title: &str) -> String {
        let title = match title {
            "" => String::new(),
            title => format!(" title=\"{}\"", escape::attribute(title)),
        };
        format!("<a href=\"{}\"{title}>", escape::attribute(url))
    }

    fn code(&mut self, text: &str) {
        let direction = match self.locale.direction() {
            Direction::Ltr => "",
            Direction::Rtl => " dir=\"ltr\"",
        };
        let text = escape::text(text);
        self.out.push_str(&format!("<code{direction}>{text}</code>"));
    }

    /// An image in an image is its text alternative, as is one that may not be shown.
    fn close_image(&mut self) {
        let Some(closed) = self.images.pop() else {
            return;
        };
        match (self.images.last_mut(), closed.url) {
            (Some(outer), _) => outer.alternative.push_str(&closed.alternative),
            (None, Some(url)) => {
                let image = image(&url, &closed.alternative, &closed.title, closed.size);
                self.out.push_str(&image);
            }
            (None, None) => self.out.push_str(&escape::text(&closed.alternative)),
        }
    }
}

/// An image; with its size a page does not jump while it is loaded.
pub(super) fn image(url: &str, alternative: &str, title: &str, size: Option<(usize, usize)>) -> String {
    let title = match title {
        "" => String::new(),
        title => format!(" title=\"{}\"", escape::attribute(title)),
    };
    let (url, alternative) = (escape::attribute(url), escape::attribute(alternative));
    let size = size.map_or(String::new(), |(width, height)| {
        format!(" width=\"{width}\" height=\"{height}\"")
    });
    format!("<img src=\"{url}\" alt=\"{alternative}\"{title}{size}>")
}

/// A text without links and notes, with its language if it is not that of the page.
pub(super) fn phrase(copy: &Copy, page: &Locale) -> String {
    let mut text = Text::new(&copy.locale);
    for inline in &copy.inlines {
        match inline {
            Inline::Open(Span::Emphasis | Span::Strong | Span::Strikethrough)
            | Inline::Close(Span::Emphasis | Span::Strong | Span::Strikethrough)
            | Inline::Text(_)
            | Inline::Code(_)
            | Inline::SoftBreak => text.push(inline),
            Inline::HardBreak => text.push(&Inline::SoftBreak),
            Inline::FootnoteRef(_) | Inline::Html(_) | Inline::Open(_) | Inline::Close(_) => {}
        }
    }
    let html = text.finish();
    match language(&copy.locale, page).as_str() {
        "" => html,
        language => format!("<span{language}>{html}</span>"),
    }
}

/// Whether the HTML of a link's text is an address and nothing else.
fn reads_as_address(html: &str) -> bool {
    !html.is_empty() && html.bytes().all(|b| b.is_ascii_graphic() && b != b'<') && html.contains(['.', '@', ':', '/'])
}
