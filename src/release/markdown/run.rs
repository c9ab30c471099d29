//! One run of inline content: what it says, and the message text that says the same outside its document.

use crate::release::inline::builder::Builder;
use crate::release::inline::{self, Inline, Span};
use crate::release::markdown::comments;
use crate::release::markdown::write::{self, Nested};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::collections::BTreeSet;
use std::ops::Range;

/// What the Markdown parser takes for white space at the end of a line.
const BLANK: [char; 4] = [' ', '\t', '\u{B}', '\u{C}'];

/// The inline events between two block events, as they come in.
#[derive(Debug, Default)]
pub(crate) struct Run {
    builder: Builder,
    /// The bytes of the body that the events cover.
    covered: Option<Range<usize>>,
    /// What the message text says otherwise than the body, in order of their start.
    edits: Vec<Edit>,
    /// The links and images still open.
    links: Vec<OpenLink>,
    /// The line ends that stay, in order.
    hard: Vec<usize>,
    /// Where code is, in order, in which white space before a line end counts.
    code: Vec<Range<usize>>,
    /// What the comments in the run say.
    pub(crate) comments: Vec<String>,
    /// Raw HTML, to be complained about.
    pub(crate) html: Vec<Range<usize>>,
    /// Links and images: where they stand and where they go.
    pub(crate) targets: Vec<(Range<usize>, String)>,
}

/// A link or image whose end has not come in.
#[derive(Debug)]
struct OpenLink {
    /// Where its content ends so far.
    content_end: usize,
    /// What the message text says after the content, if the body says it elsewhere.
    tail: Option<String>,
    /// Whether it is `[label][]`.
    is_collapsed: bool,
}

/// Bytes of the body that the message text replaces.
#[derive(Debug)]
struct Edit {
    at: Range<usize>,
    by: String,
}

/// Where a run stands, as far as its bytes depend on it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Surroundings {
    /// In how many block quotes.
    pub(crate) quotes: usize,
    /// Whether in a table, where `\|` stands for `|`.
    pub(crate) in_table: bool,
}

/// A run that has ended.
#[derive(Debug)]
pub(crate) struct Finished {
    /// What it says.
    pub(crate) inlines: Vec<Inline>,
    /// The message text.
    pub(crate) text: String,
    /// Its bytes in the body.
    pub(crate) span: Range<usize>,
    /// What looks like references to footnotes that the document does not have, e.g. `[^1]`.
    pub(crate) undefined: BTreeSet<String>,
    /// Whether the message text says, alone, what the run says in its document.
    pub(crate) is_faithful: bool,
}

impl Run {
    /// Takes the event if it is an inline one; says whether it was.
    pub(crate) fn push(&mut self, event: &Event<'_>, range: &Range<usize>, body: &str) -> bool {
        if let Event::InlineHtml(html) = event {
            if let Some(comment) = comments::content(html) {
                self.comments.push(comment.to_owned());
                self.replace(range.clone(), String::new());
                return true;
            }
            self.html.push(range.clone());
        }
        if !self.builder.push(event, &str::to_owned) {
            return false;
        }
        if let Event::End(TagEnd::Link | TagEnd::Image) = event {
            self.close_link(range, body);
        }
        // Before a link is opened: its range is content of the link round it, not of itself.
        self.cover(range);
        match event {
            Event::Start(tag) => self.open_link(tag, range),
            Event::HardBreak => self.hard.extend(line_end(body, range.start)),
            Event::Code(_) => self.code.push(range.clone()),
            _ => {}
        }
        true
    }

    /// Whether nothing has come in.
    pub(crate) fn is_empty(&self) -> bool {
        self.covered.is_none() && self.comments.is_empty()
    }

    /// The run as it is translated, or nothing if it holds but comments.
    pub(crate) fn finish(self, body: &str, around: Surroundings) -> Option<Finished> {
        let mut span = self.covered.clone()?;
        let backslashes = trailing_backslashes(body.get(..span.start)?);
        // The event of an escaped character begins after the backslash.
        span.start -= backslashes % 2;
        let mut text = self.copy(body, &span, around);
        let mut inlines = self.builder.out;
        without_breaks_at_the_end(&mut inlines);
        let (escaped, undefined) = without_undefined_footnotes(&text, &inlines);
        let mut is_faithful = true;
        if let Some(escaped) = escaped.into_iter().find(|escaped| says(escaped, &inlines)) {
            text = escaped;
        } else if !says(&text, &inlines) {
            let written = written(&inlines).or_else(|| {
                inlines = with_breaks_behind(&inlines);
                written(&inlines)
            });
            is_faithful = written.is_some();
            text = written.unwrap_or(text);
        }
        Some(Finished {
            inlines,
            text,
            span,
            undefined,
            is_faithful,
        })
    }

    fn cover(&mut self, range: &Range<usize>) {
        let covered = self.covered.get_or_insert_with(|| range.clone());
        *covered = covered.start.min(range.start)..covered.end.max(range.end);
        if let Some(link) = self.links.last_mut() {
            link.content_end = link.content_end.max(range.end);
        }
    }

    fn replace(&mut self, at: Range<usize>, by: String) {
        self.cover(&at);
        self.edits.push(Edit { at, by });
    }

    fn open_link(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let (bracket, link_type, url, title) = match tag {
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => (1, *link_type, dest_url, title),
            Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            } => (2, *link_type, dest_url, title),
            _ => return,
        };
        let by_reference = matches!(
            link_type,
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
        );
        let tail = by_reference.then(|| write::link_tail(url, title));
        self.targets.push((range.clone(), url.to_string()));
        self.links.push(OpenLink {
            content_end: range.start + bracket,
            tail,
            is_collapsed: link_type == LinkType::Collapsed,
        });
    }

    fn close_link(&mut self, range: &Range<usize>, body: &str) {
        let Some(link) = self.links.pop() else { return };
        let Some(tail) = link.tail else { return };
        let rest = body.get(link.content_end..range.end).unwrap_or_default();
        let bracket = link.content_end + rest.find(']').unwrap_or(0);
        // The event of a collapsed reference ends before its second pair of brackets.
        let has_more = link.is_collapsed && body.get(range.end..).is_some_and(|rest| rest.starts_with("[]"));
        let end = range.end + if has_more { 2 } else { 0 };
        self.replace(bracket..end, tail);
    }

    /// The bytes of the run without line ends and container prefixes, with the edits made.
    fn copy(&self, body: &str, span: &Range<usize>, around: Surroundings) -> String {
        let mut edits: Vec<&Edit> = self.edits.iter().collect();
        edits.sort_by_key(|edit| edit.at.start);
        let mut edits = edits.into_iter().peekable();
        let mut out = String::with_capacity(span.len() + 16);
        let mut at = span.start;
        while at < span.end {
            if let Some(edit) = edits.next_if(|edit| edit.at.start <= at) {
                out.push_str(&edit.by);
                at = at.max(edit.at.end);
                if edit.by.is_empty() && out.ends_with(' ') {
                    let rest = body.get(at..span.end).unwrap_or_default();
                    at += rest.len() - rest.trim_start_matches(' ').len();
                }
                continue;
            }
            let stop = edits.peek().map_or(span.end, |edit| edit.at.start.min(span.end));
            let chunk = body.get(at..stop).unwrap_or_default();
            match chunk.find(|c| matches!(c, '\n' | '\r') || (around.in_table && c == '\\')) {
                None => {
                    out.push_str(chunk);
                    at = stop;
                }
                Some(plain) => {
                    out.push_str(&chunk[..plain]);
                    at = if chunk.as_bytes()[plain] == b'\\' {
                        copy_escape(&mut out, &chunk[plain..]) + at + plain
                    } else {
                        self.end_line(&mut out, body, at + plain, around.quotes)
                    };
                }
            }
        }
        out.trim_matches([' ', '\t']).to_owned()
    }

    /// Writes the line end at `at` and says where the text goes on behind it.
    fn end_line(&self, out: &mut String, body: &str, at: usize, quotes: usize) -> usize {
        let line_end = if body[at..].starts_with("\r\n") { 2 } else { 1 };
        let next = at + line_end;
        let code = self.code.partition_point(|code| code.end <= at);
        if !self.code.get(code).is_some_and(|code| code.contains(&at)) {
            out.truncate(out.trim_end_matches(BLANK).len());
        }
        let is_hard = self.hard.binary_search(&at).is_ok();
        if is_hard {
            out.truncate(out.len() - trailing_backslashes(out) % 2);
            out.push_str("\\\n");
        } else {
            out.push(' ');
        }
        next + prefix(&body[next..], quotes)
    }
}

/// A text that says, alone, what `inlines` say.
fn written(inlines: &[Inline]) -> Option<String> {
    let forms = [Nested::Underscore, Nested::Star].map(|nested| write::inlines(inlines, nested));
    forms.into_iter().find(|written| says(written, inlines))
}

/// Takes breaks from the end: the parser breaks a line in front of a last one that holds nothing but form feeds.
fn without_breaks_at_the_end(inlines: &mut Vec<Inline>) {
    let is_break = |last: &mut Inline| matches!(last, Inline::SoftBreak | Inline::HardBreak);
    while inlines.pop_if(is_break).is_some() {}
}

/// The same with every line break at the end of a link or of emphasis behind it, where a page shows it all the same: behind emphasis, the parser
/// does not read a backslash at the end of a link as a line break.
fn with_breaks_behind(inlines: &[Inline]) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        let mut at = out.len();
        if matches!(inline, Inline::Close(_)) {
            while at > 0 && out[at - 1] == Inline::HardBreak {
                at -= 1;
            }
        }
        out.insert(at, inline.clone());
    }
    without_breaks_at_the_end(&mut out);
    out
}

/// The line end that a hard break beginning at `at` (a backslash or spaces) makes.
fn line_end(body: &str, at: usize) -> Option<usize> {
    let rest = body.get(at..)?;
    let blank = rest.find(|c| c != '\\' && !BLANK.contains(&c))?;
    Some(at + blank)
}

/// The text with a backslash before everything that looks like a footnote reference and, in `inlines`, is none: the document has no
/// such footnote. Read alone, the text would have it, because then every label counts as defined. A second form, for references that stand in the
/// text of a link, has one before their last bracket too. Without such references there is no form.
fn without_undefined_footnotes(text: &str, inlines: &[Inline]) -> (Vec<String>, BTreeSet<String>) {
    let references: BTreeSet<&str> = inlines
        .iter()
        .filter_map(|inline| match inline {
            Inline::FootnoteRef(label) => Some(label.as_str()),
            _ => None,
        })
        .collect();
    let mut pieces = text.split("[^");
    let before = pieces.next().unwrap_or_default();
    let (mut opened, mut closed) = (before.to_owned(), before.to_owned());
    let mut undefined = BTreeSet::new();
    for piece in pieces {
        let reference = piece.split_once(']').filter(|(label, _)| {
            !label.trim().is_empty()
                && !label.contains(['[', '\n'])
                && trailing_backslashes(&opened).is_multiple_of(2)
                && !references.contains(label)
        });
        if let Some((label, rest)) = reference {
            undefined.insert(format!("[^{label}]"));
            opened.push_str(&format!("\\[^{piece}"));
            closed.push_str(&format!("\\[^{label}\\]{rest}"));
        } else {
            opened.push_str(&format!("[^{piece}"));
            closed.push_str(&format!("[^{piece}"));
        }
    }
    let forms = if undefined.is_empty() {
        Vec::new()
    } else {
        vec![opened, closed]
    };
    (forms, undefined)
}

/// In a table a backslash before `|` belongs to the table. Writes what is left and says how many bytes were read.
fn copy_escape(out: &mut String, rest: &str) -> usize {
    let next = rest[1..].chars().next();
    match next {
        Some('|') => out.push('|'),
        Some(c) if c.is_ascii_punctuation() => {
            out.push('\\');
            out.push(c);
        }
        _ => {
            out.push('\\');
            return 1;
        }
    }
    2
}

/// How many bytes of a further line belong to its containers: the quote markers of at most `quotes` block quotes, and indentation.
fn prefix(line: &str, quotes: usize) -> usize {
    let is_blank = |c: char| matches!(c, ' ' | '\t');
    let mut rest = line.trim_start_matches(is_blank);
    for _ in 0..quotes {
        let Some(inner) = rest.strip_prefix('>') else { break };
        rest = inner.trim_start_matches(is_blank);
    }
    line.len() - rest.len()
}

fn trailing_backslashes(text: &str) -> usize {
    text.len() - text.trim_end_matches('\\').len()
}

/// Whether `text`, read alone, says what `inlines` say; white space apart.
fn says(text: &str, inlines: &[Inline]) -> bool {
    inline::parse(text).is_ok_and(|read| read == inlines || normal(&read) == normal(inlines))
}

/// The same with every white space one space, as a page shows it.
pub(crate) fn normal(inlines: &[Inline]) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::SoftBreak => inline::push_text(&mut out, " "),
            Inline::Text(text) => inline::push_text(&mut out, text),
            other => out.push(other.clone()),
        }
    }
    for inline in &mut out {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Html(text) | Inline::FootnoteRef(text) => {
                *text = single_spaced(text);
            }
            Inline::Open(Span::Link(target) | Span::Image(target))
            | Inline::Close(Span::Link(target) | Span::Image(target)) => target.title = single_spaced(&target.title),
            _ => {}
        }
    }
    trim_lines(&mut out);
    out.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    out
}

/// White space at the ends and round hard breaks is not shown.
fn trim_lines(inlines: &mut [Inline]) {
    for at in 0..inlines.len() {
        let after_break = at == 0 || inlines[at - 1] == Inline::HardBreak;
        let before_break = inlines.get(at + 1).is_none_or(|next| *next == Inline::HardBreak);
        if let Inline::Text(text) = &mut inlines[at] {
            if after_break {
                *text = text.trim_start_matches(' ').to_owned();
            }
            if before_break {
                *text = text.trim_end_matches(' ').to_owned();
            }
        }
    }
}

fn single_spaced(text: &str) -> String {
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if !is_space(c) => out.push(c),
            _ if out.ends_with(' ') => {}
            _ => out.push(' '),
        }
    }
    out
}
