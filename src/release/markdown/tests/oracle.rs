//! What a body says, told by our walk and told by the parser alone.

use crate::release::inline::{self, Inline, Span};
use crate::release::markdown::run::normal;
use crate::release::markdown::tests::read;
use crate::release::markdown::{comments, options};
use crate::release::{Alert, Alignment, Block, Document, Kind, Node};
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};

/// What a document says, step by step, as our walk tells it.
fn ours(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    for node in &document.nodes {
        match node {
            Node::Open(block) => out.push(format!("<{}>", block_name(block))),
            Node::Close(block) => out.push(format!("</{}>", block_name(block))),
            Node::Task(ticked) => out.push(format!("task {ticked}")),
            Node::Rule => out.push("rule".to_owned()),
            Node::Code { text, .. } => out.push(format!("code block {text:?}")),
            Node::Verbatim(inlines) => out.push(inline_tokens(inlines)),
            Node::Segment(index) => {
                let segment = &document.segments[*index];
                if segment.kind == Kind::Code {
                    out.push(format!("code block {:?}", segment.text.clone() + "\n"));
                } else {
                    let inlines = inline::parse(&segment.text).unwrap_or_else(|error| panic!("{segment:?}: {error:?}"));
                    out.push(inline_tokens(&inlines));
                }
            }
        }
    }
    out.retain(|token| !token.is_empty());
    out
}

fn block_name(block: &Block) -> String {
    match block {
        Block::List { start, .. } => format!("list {start:?}"),
        Block::Table(columns) => format!("table {columns:?}"),
        Block::Alert(alert) => format!("alert {alert:?}"),
        Block::Footnote(label) => format!("footnote {label}"),
        Block::Heading { level, anchor } => format!("h{level} {anchor:?}"),
        other => format!("{other:?}"),
    }
}

fn inline_tokens(inlines: &[Inline]) -> String {
    let kept: Vec<Inline> = inlines
        .iter()
        .filter(|inline| !matches!(inline, Inline::Html(html) if comments::content(html).is_some()))
        .cloned()
        .collect();
    let normal = normal(&kept);
    if normal.is_empty() {
        String::new()
    } else {
        format!("{normal:?}")
    }
}

/// The same from the parser's own events, without any of our code for runs, blocks or texts.
fn theirs(body: &str) -> Vec<String> {
    let (mut out, mut inlines, mut code, mut ends, mut spans) =
        (Vec::new(), Vec::new(), None::<String>, Vec::new(), Vec::new());
    for event in Parser::new_ext(body, options()) {
        if let (Some(code), Event::Text(text)) = (&mut code, &event) {
            code.push_str(text);
            continue;
        }
        if push_inline(&event, &mut inlines, &mut spans) {
            continue;
        }
        out.push(inline_tokens(&std::mem::take(&mut inlines)));
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = Some(String::new()),
            Event::End(TagEnd::CodeBlock) => out.push(format!("code block {:?}", code.take().unwrap())),
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) | Event::Html(_) => {}
            Event::Start(tag) => {
                ends.push(tag_name(&tag));
                out.push(format!("<{}>", tag_name(&tag)));
            }
            Event::End(_) => out.push(format!("</{}>", ends.pop().unwrap())),
            Event::Rule => out.push("rule".to_owned()),
            Event::TaskListMarker(ticked) => out.push(format!("task {ticked}")),
            other => panic!("{other:?}"),
        }
    }
    out.retain(|token| !token.is_empty());
    out
}

fn push_inline(event: &Event<'_>, out: &mut Vec<Inline>, spans: &mut Vec<Span>) -> bool {
    let target = |kind: &LinkType, url: &str, title: &str| inline::Target {
        url: if *kind == LinkType::Email {
            format!("mailto:{url}")
        } else {
            url.to_owned()
        },
        title: title.to_owned(),
    };
    let inline = match event {
        Event::Text(text) => Inline::Text(text.to_string()),
        Event::Code(text) => Inline::Code(text.to_string()),
        Event::SoftBreak => Inline::SoftBreak,
        Event::HardBreak => Inline::HardBreak,
        Event::FootnoteReference(label) => Inline::FootnoteRef(label.to_string()),
        Event::InlineHtml(html) => Inline::Html(html.to_string()),
        Event::Start(tag) => {
            spans.push(match tag {
                Tag::Emphasis => Span::Emphasis,
                Tag::Strong => Span::Strong,
                Tag::Strikethrough => Span::Strikethrough,
                Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    ..
                } => Span::Link(target(link_type, dest_url, title)),
                Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    ..
                } => Span::Image(target(link_type, dest_url, title)),
                _ => return false,
            });
            Inline::Open(spans.last().unwrap().clone())
        }
        Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {
            Inline::Close(spans.pop().unwrap())
        }
        _ => return false,
    };
    out.push(inline);
    true
}

fn tag_name(tag: &Tag<'_>) -> String {
    let columns = |columns: &[pulldown_cmark::Alignment]| -> Vec<Alignment> {
        columns
            .iter()
            .map(|column| match column {
                pulldown_cmark::Alignment::None => Alignment::None,
                pulldown_cmark::Alignment::Left => Alignment::Start,
                pulldown_cmark::Alignment::Center => Alignment::Center,
                pulldown_cmark::Alignment::Right => Alignment::End,
            })
            .collect()
    };
    match tag {
        Tag::Paragraph => "Paragraph".to_owned(),
        Tag::Heading { level, id, .. } => format!("{level} {:?}", id.as_ref().map(ToString::to_string)),
        Tag::BlockQuote(None) => "Quote".to_owned(),
        Tag::BlockQuote(Some(kind)) => format!(
            "alert {:?}",
            match kind {
                BlockQuoteKind::Note => Alert::Note,
                BlockQuoteKind::Tip => Alert::Tip,
                BlockQuoteKind::Important => Alert::Important,
                BlockQuoteKind::Warning => Alert::Warning,
                BlockQuoteKind::Caution => Alert::Caution,
            }
        ),
        Tag::List(start) => format!("list {start:?}"),
        Tag::FootnoteDefinition(label) => format!("footnote {label}"),
        Tag::DefinitionListTitle => "DefinitionTitle".to_owned(),
        Tag::DefinitionListDefinition => "DefinitionDetails".to_owned(),
        Tag::Table(alignments) => format!("table {:?}", columns(alignments)),
        Tag::CodeBlock(CodeBlockKind::Indented) => unreachable!(),
        other => format!("{other:?}"),
    }
}

/// Fails unless both say the same of `body`.
pub(crate) fn assert_same(body: &str) {
    let (document, diagnostics) = read(body);
    if diagnostics
        .iter()
        .any(|found| found.message.contains("outside its document"))
    {
        // Only a comment in the midst of markup may do that: without it, other signs stand side by side.
        assert!(body.contains("<!--"), "{body}");
        return;
    }
    pretty(&ours(&document), &theirs(&body.replace('\0', "\u{1A}")), body);
}

fn pretty(ours: &[String], theirs: &[String], body: &str) {
    if let Some(at) = (0..ours.len().max(theirs.len())).find(|at| ours.get(*at) != theirs.get(*at)) {
        panic!(
            "step {at} of\n{body}\n  ours:   {:?}\n  theirs: {:?}",
            ours.get(at),
            theirs.get(at)
        );
    }
}
