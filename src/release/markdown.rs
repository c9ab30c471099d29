//! The Markdown of a release, cut into blocks and segments.

mod blocks;
mod comments;
mod complaints;
pub(crate) mod run;
#[cfg(test)]
mod tests;
mod write;

use crate::release::problems::Problems;
use crate::release::verbatim;
use crate::release::{Block, CellPlace, Document, Kind, Node, Segment};
use comments::Comment;
use complaints::{RAW_HTML_HELP, complain_of_undefined};
use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use run::{Finished, Run, Surroundings};
use std::collections::BTreeSet;
use std::ops::Range;

/// The code of the diagnostics about what Markdown can say and a release cannot.
const MARKUP: &str = "markup";

/// The Markdown of releases: CommonMark with the extensions that press texts need. No smart punctuation: quotes and dashes
/// are the translators' business. No mathematics: `$5 and $6`.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Whether a terminal could obey this character, and no text needs it.
fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// Whether a character turns the direction of what follows it, for which prose has marks and isolates instead.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}')
}

/// The document whose body begins at the byte `body` of `text`, after the segments of the front matter.
pub(crate) fn read(text: &str, body: usize, segments: Vec<Segment>, problems: &mut Problems<'_>) -> Document {
    let body_text = text.get(body..).unwrap_or_default();
    let hidden = body_text
        .char_indices()
        .find(|(_, c)| is_control(*c) || turns_direction(*c));
    if let Some((at, c)) = hidden {
        let at = body + at..body + at + c.len_utf8();
        let (code, what) = match c {
            '\0' => ("invisible", "the file holds a NUL character".to_owned()),
            c if is_control(c) => ("invisible", format!("U+{:04X} cannot be seen", c as u32)),
            c => ("bidi", format!("U+{:04X} turns the direction of the text", c as u32)),
        };
        problems.error(code, at, what, "remove it");
    }
    // The substitute character, of the same length, because spans are counted in the file.
    let body_text = &body_text.replace('\0', "\u{1A}");
    let mut undefined = Vec::new();
    let on_undefined = |link: BrokenLink<'_>| {
        undefined.push((link.span.clone(), link.link_type, link.reference.to_string()));
        None
    };
    let mut walk = Walk {
        body: body_text,
        base: body,
        problems,
        document: Document {
            nodes: Vec::new(),
            segments,
        },
        open: Vec::new(),
        run: Run::default(),
        leaf: Leaf::None,
        place: CellPlace::StartsTable,
        advice: Advice::default(),
        anchors: BTreeSet::new(),
    };
    let parser = Parser::new_with_broken_link_callback(body_text, options(), Some(on_undefined));
    for (event, range) in parser.into_offset_iter() {
        walk.step(event, range);
    }
    walk.end_run();
    walk.end_of_document();
    let document = walk.document;
    complain_of_undefined(undefined, body, problems);
    document
}

/// One walk through the events of a body.
struct Walk<'a, 'p, 's> {
    body: &'a str,
    /// Where the body begins in the file.
    base: usize,
    problems: &'p mut Problems<'s>,
    document: Document,
    open: Vec<Frame>,
    run: Run,
    leaf: Leaf,
    /// Where the next cell stands.
    place: CellPlace,
    advice: Advice,
    /// The ids that headings were given so far.
    anchors: BTreeSet<String>,
}

/// A block that is open.
struct Frame {
    block: Block,
    /// The node that opened it.
    node: usize,
    /// Whether an item of it holds a paragraph (lists only).
    is_loose: bool,
    /// Whether a comment before it, or before a block round it, said that it is not translated.
    is_verbatim: bool,
    /// Where a run in it stands.
    around: Surroundings,
}

/// A block that holds lines, not blocks.
enum Leaf {
    None,
    Code {
        info: String,
        text: String,
        at: Range<usize>,
    },
    Html {
        text: String,
        at: Range<usize>,
    },
}

/// What comments said that still holds.
#[derive(Default)]
struct Advice {
    /// For the next segment.
    notes: Vec<String>,
    /// Where the last of them stands.
    notes_at: Range<usize>,
    /// The next block is not translated.
    is_next_verbatim: bool,
    /// Nothing is translated until further notice.
    is_off: bool,
}

impl Walk<'_, '_, '_> {
    fn step(&mut self, event: Event<'_>, range: Range<usize>) {
        match (&mut self.leaf, &event) {
            (Leaf::Code { text, .. }, Event::Text(line))
            | (Leaf::Html { text, .. }, Event::Html(line) | Event::Text(line)) => {
                text.push_str(line);
                return;
            }
            _ => {}
        }
        if self.run.push(&event, &range, self.body) {
            return;
        }
        self.end_run();
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Rule => self.document.nodes.push(Node::Rule),
            Event::TaskListMarker(ticked) => self.document.nodes.push(Node::Task(ticked)),
            // Raw HTML outside a block of it, and mathematics, which is not turned on.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.leaf = Leaf::Code {
                    info,
                    text: String::new(),
                    at: range,
                };
            }
            Tag::HtmlBlock => {
                self.leaf = Leaf::Html {
                    text: String::new(),
                    at: range,
                };
            }
            tag => {
                if let Tag::Heading { id, classes, attrs, .. } = &tag {
                    self.check_heading(id.as_deref(), !classes.is_empty() || !attrs.is_empty(), &range);
                }
                if let Some(block) = blocks::block(tag) {
                    self.open_block(block);
                }
            }
        }
    }

    fn open_block(&mut self, block: Block) {
        match block {
            Block::Table(_) => self.place = CellPlace::StartsTable,
            Block::TableRow => self.place = CellPlace::StartsRow,
            Block::Paragraph => {
                if let [.., list, item] = self.open.as_mut_slice()
                    && item.block == Block::Item
                {
                    list.is_loose = true;
                }
            }
            _ => {}
        }
        let outer = self.surroundings();
        self.open.push(Frame {
            block: block.clone(),
            node: self.document.nodes.len(),
            is_loose: false,
            is_verbatim: std::mem::take(&mut self.advice.is_next_verbatim) || self.is_verbatim(),
            around: Surroundings {
                quotes: outer.quotes + usize::from(matches!(block, Block::Quote | Block::Alert(_))),
                in_table: outer.in_table || matches!(block, Block::Table(_)),
            },
        });
        self.document.nodes.push(Node::Open(block));
    }

    fn end(&mut self, tag: TagEnd) {
        match std::mem::replace(&mut self.leaf, Leaf::None) {
            Leaf::Code { info, text, at } => return self.code(&info, text, at),
            Leaf::Html { text, at } => return self.html(&text, at),
            Leaf::None => {}
        }
        let Some(mut frame) = self.open.pop().filter(|_| blocks::is_block_end(tag)) else {
            return;
        };
        if let Block::List { tight, .. } = &mut frame.block {
            *tight = !frame.is_loose;
            if let Some(node) = self.document.nodes.get_mut(frame.node) {
                *node = Node::Open(frame.block.clone());
            }
        }
        self.document.nodes.push(Node::Close(frame.block));
    }

    /// Makes what has come in since the last block event a segment or a verbatim run.
    fn end_run(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let run = std::mem::take(&mut self.run);
        for comment in &run.comments {
            self.heed(comments::understand(comment), 0..0);
        }
        self.complain_of_run(&run);
        let around = self.surroundings();
        let Some(finished) = run.finish(self.body, around) else {
            return;
        };
        self.complain_of_text(&finished);
        let kind = self.kind(&finished);
        let is_verbatim = std::mem::take(&mut self.advice.is_next_verbatim) || self.is_verbatim();
        if is_verbatim || !verbatim::is_read(&finished.inlines) {
            self.document.nodes.push(Node::Verbatim(finished.inlines));
        } else {
            self.segment(kind, finished.text, finished.span);
        }
    }

    fn segment(&mut self, kind: Kind, text: String, span: Range<usize>) {
        let notes = std::mem::take(&mut self.advice.notes);
        self.document.nodes.push(Node::Segment(self.document.segments.len()));
        self.document.segments.push(Segment {
            kind,
            text,
            span: span.start + self.base..span.end + self.base,
            note: (!notes.is_empty()).then(|| notes.join(" ")),
        });
    }

    /// The kind of a run: what the innermost block says that gives its text a part to play.
    fn kind(&mut self, finished: &Finished) -> Kind {
        let kind = self.open.iter().rev().find_map(|frame| match &frame.block {
            Block::Heading { level, .. } => Some(Kind::Heading(*level)),
            Block::Quote | Block::Alert(_) => Some(Kind::Paragraph),
            Block::Item => Some(Kind::Item),
            Block::TableCell => Some(Kind::Cell(CellPlace::Continues)),
            Block::DefinitionTitle => Some(Kind::Term),
            Block::DefinitionDetails => Some(Kind::Definition),
            Block::Footnote(_) => Some(Kind::Footnote),
            _ => None,
        });
        match kind.unwrap_or(Kind::Paragraph) {
            Kind::Cell(_) => Kind::Cell(std::mem::replace(&mut self.place, CellPlace::Continues)),
            Kind::Paragraph | Kind::Item | Kind::Definition | Kind::Footnote
                if verbatim::is_one_image(&finished.inlines) =>
            {
                Kind::Caption
            }
            kind => kind,
        }
    }

    fn code(&mut self, info: &str, text: String, at: Range<usize>) {
        let is_verbatim = std::mem::take(&mut self.advice.is_next_verbatim) || self.is_verbatim();
        let mut words = info.split_whitespace();
        let is_marked = words.clone().any(|word| word == "translate");
        if is_marked && !is_verbatim && text.contains(char::is_alphanumeric) {
            let code = text.strip_suffix('\n').unwrap_or(&text).to_owned();
            self.segment(Kind::Code, code, at);
        } else {
            self.document.nodes.push(Node::Code {
                language: words.find(|word| *word != "translate").map(str::to_owned),
                text,
            });
        }
    }

    fn html(&mut self, text: &str, at: Range<usize>) {
        let mut rest = text;
        while let Some((comment, after)) = comments::first(rest) {
            self.heed(comments::understand(comment), at.clone());
            rest = after;
        }
        let rest = rest.trim();
        if !rest.is_empty() {
            let first = rest.split_whitespace().next().unwrap_or_default();
            let is_text = !first.starts_with('<');
            let at = at.start + self.base..at.end + self.base;
            if is_text {
                let message = "text that follows a comment on the same line is not published".to_owned();
                self.problems
                    .error(MARKUP, at, message, "write the text on a line of its own");
            } else {
                self.problems
                    .error(MARKUP, at, "raw HTML is not published".to_owned(), RAW_HTML_HELP);
            }
        }
    }

    fn heed(&mut self, comment: Comment, at: Range<usize>) {
        let at = at.start + self.base..at.end + self.base;
        match comment {
            Comment::Note(note) => {
                self.advice.notes.push(note);
                self.advice.notes_at = at;
            }
            Comment::No => self.advice.is_next_verbatim = true,
            Comment::Off => self.advice.is_off = true,
            Comment::On => self.advice.is_off = false,
            Comment::Misspelt(close) => {
                let message = "the comment seems to be meant for pressroom, but is not understood".to_owned();
                self.problems
                    .warning(MARKUP, at, message, &format!("did you mean `{close}`?"));
            }
            Comment::Other => {}
        }
    }

    fn end_of_document(&mut self) {
        if !self.advice.notes.is_empty() {
            let message = "the note does not stand before a text".to_owned();
            let help = "move it before the block it is about";
            self.problems
                .warning(MARKUP, self.advice.notes_at.clone(), message, help);
        }
    }

    fn is_verbatim(&self) -> bool {
        self.advice.is_off || self.open.last().is_some_and(|frame| frame.is_verbatim)
    }

    fn surroundings(&self) -> Surroundings {
        self.open.last().map(|frame| frame.around).unwrap_or_default()
    }
}
