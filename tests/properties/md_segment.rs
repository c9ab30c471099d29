//! A release read block by block and segment by segment says what it says read as a whole: nothing is lost between the segments,
//! nothing is read twice, and every segment is bytes of the file.

use crate::properties::input::Input;
use pressroom::diagnostic::Source;
use pressroom::names::Slug;
use pressroom::release::inline::{self, Inline, Span};
use pressroom::release::{self, Alert, Alignment, Block, Document, Kind, Node};
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

/// Input: the Markdown of a release.
pub(crate) fn holds(data: &[u8]) {
    assert_same(&Input::new(data).text());
}

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
    let shown = shown(inlines);
    if shown.is_empty() {
        String::new()
    } else {
        format!("{shown:?}")
    }
}

/// What a page shows of it: comments left out, every white space one space, and none at the ends and round hard breaks; no break at the end.
fn shown(inlines: &[Inline]) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for inline in inlines {
        match (inline, out.last_mut()) {
            (Inline::Html(html), _) if is_comment(html) => {}
            (Inline::SoftBreak, Some(Inline::Text(text))) => text.push(' '),
            (Inline::Text(more), Some(Inline::Text(text))) => text.push_str(more),
            (Inline::SoftBreak, _) => out.push(Inline::Text(" ".to_owned())),
            (other, _) => out.push(other.clone()),
        }
    }
    // A line breaks before the end of a link as it breaks behind it.
    for at in (1..out.len()).rev() {
        let mut at = at;
        while at < out.len() && matches!(out[at], Inline::Close(_)) && out[at - 1] == Inline::HardBreak {
            out.swap(at - 1, at);
            at += 1;
        }
    }
    let is_break = |inline: Option<&Inline>| inline.is_none_or(|inline| *inline == Inline::HardBreak);
    let spaced = (0..out.len()).map(|at| {
        let after = is_break(at.checked_sub(1).and_then(|at| out.get(at)));
        spaced(&out[at], after, is_break(out.get(at + 1)))
    });
    let mut shown: Vec<Inline> = spaced.filter(|inline| *inline != Inline::Text(String::new())).collect();
    // A line break with nothing behind it breaks nothing.
    while shown.pop_if(|last| *last == Inline::HardBreak).is_some() {}
    shown
}

/// The inline with single spaces; text after or before a break has none there.
fn spaced(inline: &Inline, after_break: bool, before_break: bool) -> Inline {
    let mut inline = inline.clone();
    match &mut inline {
        Inline::Text(text) => {
            *text = single_spaced(text);
            if after_break {
                *text = text.trim_start_matches(' ').to_owned();
            }
            if before_break {
                *text = text.trim_end_matches(' ').to_owned();
            }
        }
        Inline::Code(text) | Inline::Html(text) | Inline::FootnoteRef(text) => *text = single_spaced(text),
        Inline::Open(Span::Link(target) | Span::Image(target))
        | Inline::Close(Span::Link(target) | Span::Image(target)) => target.title = single_spaced(&target.title),
        _ => {}
    }
    inline
}

fn single_spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' if out.ends_with(' ') => {}
            ' ' | '\t' | '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn is_comment(html: &str) -> bool {
    let rest = html
        .trim_start()
        .strip_prefix("<!--")
        .and_then(|rest| rest.split_once("-->"));
    rest.is_some_and(|(_, after)| after.trim().is_empty())
}

/// The same from the parser's own events, without any of our code for runs, blocks or texts.
fn theirs(body: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let (mut out, mut inlines, mut code, mut ends, mut spans) =
        (Vec::new(), Vec::new(), None::<String>, Vec::new(), Vec::new());
    for event in Parser::new_ext(body, options) {
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
            Event::End(TagEnd::CodeBlock) => out.push(format!("code block {:?}", code.take().unwrap_or_default())),
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) | Event::Html(_) => {}
            Event::Start(tag) => {
                ends.push(tag_name(&tag));
                out.push(format!("<{}>", tag_name(&tag)));
            }
            Event::End(_) => out.push(format!("</{}>", ends.pop().unwrap_or_default())),
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
            Inline::Open(spans.last().expect("it was pushed").clone())
        }
        Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {
            Inline::Close(spans.pop().expect("it was opened"))
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

/// Fails unless both say the same of `body`, and every segment is bytes of the file, one behind the other.
fn assert_same(body: &str) {
    let text = format!("+++\ntitle = \"x\"\ndate = 2018-05-25\n+++\n{body}");
    let slug = Slug::new("x").expect("it is a slug");
    let (release, told) = release::parse(Source::new("releases/x.md", text), slug);
    let mut at = 0;
    for segment in &release.document.segments {
        assert!(
            release.source.text().get(segment.span.clone()).is_some(),
            "{segment:?} of {body:?}"
        );
        assert!(
            segment.span.start >= at && !segment.text.is_empty(),
            "{segment:?} of {body:?}"
        );
        at = segment.span.end;
    }
    if told
        .iter()
        .any(|told| told.message == "the text means something else outside its document")
    {
        // Only a comment in the midst of markup may do that, without which other signs stand side by side, or a NUL, which is read as
        // another character beside markup than what stands for it.
        assert!(body.contains("<!--") || body.contains('\0'), "{body:?}");
        return;
    }
    pretty(&ours(&release.document), &theirs(&body.replace('\0', "\u{1A}")), body);
}

/// Code that nothing closes ends with its last line, whether or not the file has a line end there.
fn ended(step: Option<&String>) -> Option<&str> {
    step.map(|step| match step.strip_prefix("code block ") {
        Some(code) => code.strip_suffix("\\n\"").or(code.strip_suffix('"')).unwrap_or(code),
        None => step.as_str(),
    })
}

fn pretty(ours: &[String], theirs: &[String], body: &str) {
    let differ = |at: &usize| ended(ours.get(*at)) != ended(theirs.get(*at));
    if let Some(at) = (0..ours.len().max(theirs.len())).find(differ) {
        panic!(
            "step {at} of\n{body}\n  ours:   {:?}\n  theirs: {:?}",
            ours.get(at),
            theirs.get(at)
        );
    }
}
