//! The body of an edition as a tree, the same for every output: blocks of the source with the copies of one locale in them.
//!
//! Anchors, paragraph numbers and note numbers are settled here, from the source document alone, so that "paragraph 4" and
//! "note 2" mean the same in every language and in every output.

use crate::locale::Locale;
use crate::release::inline::{self, Inline, Span, Text};
use crate::release::{Block, Document, Kind, Node};
use crate::render::enclosed::Addresses;
use crate::render::{Copy, EditionInput, Mark};
use std::collections::{BTreeMap, BTreeSet};

/// The body of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Body {
    /// The blocks in document order, footnotes taken out.
    pub(crate) pieces: Vec<Piece>,
    /// The footnotes by their number.
    pub(crate) notes: Vec<Note>,
    /// The number of each footnote, by its label.
    pub(crate) numbers: BTreeMap<String, usize>,
    /// Width and height of pictures, by their address.
    pub(crate) sizes: BTreeMap<String, (usize, usize)>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    /// Its number, from 1.
    pub(crate) number: usize,
    /// How often the text refers to it.
    pub(crate) references: usize,
    /// What it says.
    pub(crate) pieces: Vec<Piece>,
}

/// A part of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A block and what is in it.
    Block(Box<Held>),
    /// Inline content.
    Run(Run),
    /// The check box of a task.
    Task(bool),
    /// A thematic break.
    Rule,
    /// Code.
    Code {
        /// The language it is in.
        language: Option<String>,
        /// The code with its line ends.
        text: String,
    },
}

/// A block and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Held {
    /// Which block.
    pub(crate) block: Block,
    /// Its fragment identifier, if it has one.
    pub(crate) anchor: Option<String>,
    /// The number of a paragraph of the text proper.
    pub(crate) number: Option<usize>,
    /// What is in it.
    pub(crate) pieces: Vec<Piece>,
}

/// Inline content in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// The content, bare addresses made links.
    pub(crate) inlines: Vec<Inline>,
    /// Its language.
    pub(crate) locale: Locale,
    /// What readers must know of it.
    pub(crate) mark: Mark,
    /// Whether the dateline stands before it.
    pub(crate) opens_text: bool,
    /// What kind of segment it is; none for what is not translated.
    pub(crate) kind: Option<Kind>,
}

/// How deep blocks may stand in each other; what is deeper is lifted to this depth, so that no document can exhaust the stack.
const DEEPEST: usize = 64;

/// Anchors of the page itself; an anchor of the author's that begins with a letter and digits only could be one of ours as well.
const TAKEN: [&str; 5] = ["content", "corrections", "contacts", "notes", "languages"];

impl Body {
    /// The body of an edition whose release is written in `source`; its files have these addresses.
    pub(crate) fn of(input: &EditionInput, source: &Locale, addresses: &Addresses) -> Body {
        let mut builder = Builder {
            input,
            source,
            addresses,
            shift: heading_shift(&input.document),
            stack: Vec::new(),
            root: Vec::new(),
            notes: BTreeMap::new(),
            anchors: BTreeSet::new(),
            headings: 0,
            paragraphs: 0,
            blocks: 0,
            opened: false,
        };
        for node in &input.document.nodes {
            builder.step(node);
        }
        while builder.close() {}
        builder.finish()
    }
}

/// The tree while it grows.
struct Builder<'a> {
    input: &'a EditionInput,
    source: &'a Locale,
    addresses: &'a Addresses,
    shift: u8,
    stack: Vec<Held>,
    root: Vec<Piece>,
    notes: BTreeMap<String, Vec<Piece>>,
    anchors: BTreeSet<String>,
    headings: usize,
    paragraphs: usize,
    blocks: usize,
    opened: bool,
}

impl Builder<'_> {
    fn step(&mut self, node: &Node) {
        match node {
            Node::Open(block) => {
                let block = self.settle(block);
                self.stack.push(Held {
                    block,
                    anchor: None,
                    number: None,
                    pieces: Vec::new(),
                });
            }
            Node::Close(_) => {
                self.close();
            }
            Node::Segment(index) => self.segment(*index),
            Node::Task(done) => self.push(Piece::Task(*done)),
            Node::Rule => self.push(Piece::Rule),
            Node::Code { language, text } => self.push(Piece::Code {
                language: language.clone(),
                text: text.clone(),
            }),
            Node::Verbatim(inlines) => {
                let run = self.run(inlines.clone(), self.source.clone(), Mark::None, None);
                self.push(Piece::Run(run));
            }
        }
    }

    /// The block as it stands on a page that has its own `h1`.
    fn settle(&self, block: &Block) -> Block {
        match block {
            Block::Heading { level, anchor } => Block::Heading {
                level: (level + self.shift).clamp(2, 6),
                anchor: anchor.clone(),
            },
            other => other.clone(),
        }
    }

    fn segment(&mut self, index: usize) {
        let Some(segment) = self.input.document.segments.get(index) else {
            return;
        };
        let kind = Some(segment.kind.clone());
        let run = match self.input.copy(index) {
            Some(Copy { inlines, locale, mark }) => self.run(inlines.clone(), locale.clone(), *mark, kind),
            None => {
                let text = Text::from(segment.text.clone()).inlines_or_plain();
                self.run(text, self.source.clone(), Mark::Fallback, kind)
            }
        };
        self.seat(&run);
        self.push(Piece::Run(run));
    }

    fn run(&self, inlines: Vec<Inline>, locale: Locale, mark: Mark, kind: Option<Kind>) -> Run {
        let mut inlines = inline::linkify(inlines);
        for target in inline::targets_mut(&mut inlines) {
            if let Some(address) = self.addresses.by_url.get(target) {
                target.clone_from(address);
            }
        }
        Run {
            inlines,
            locale,
            mark,
            opens_text: false,
            kind,
        }
    }

    /// Gives the block that holds this run its anchor and number.
    fn seat(&mut self, run: &Run) {
        let depth = self.stack.len();
        let Some(held) = self.stack.last_mut() else { return };
        if held.anchor.is_some() {
            return;
        }
        let (prefix, count, author) = match &held.block {
            Block::Heading { anchor, .. } => ("h", &mut self.headings, anchor.clone()),
            Block::Paragraph if depth == 1 && run.kind != Some(Kind::Caption) => ("p", &mut self.paragraphs, None),
            _ => ("b", &mut self.blocks, None),
        };
        *count += 1;
        held.number = (prefix == "p").then_some(*count);
        let ours = format!("{prefix}{count}");
        let wanted = author.filter(|name| is_free(name)).unwrap_or(ours.clone());
        let anchor = if self.anchors.insert(wanted.clone()) {
            wanted
        } else {
            ours
        };
        self.anchors.insert(anchor.clone());
        held.anchor = Some(anchor);
    }

    fn push(&mut self, mut piece: Piece) {
        if let Piece::Run(run) = &mut piece
            && !self.opened
            && self.stack.last().and_then(|held| held.number) == Some(1)
        {
            run.opens_text = true;
            self.opened = true;
        }
        match self.stack.last_mut() {
            Some(held) => held.pieces.push(piece),
            None => self.root.push(piece),
        }
    }

    /// Closes the block opened last; false if there is none.
    fn close(&mut self) -> bool {
        let Some(held) = self.stack.pop() else { return false };
        match &held.block {
            Block::Footnote(label) => self.notes.entry(label.clone()).or_default().extend(held.pieces),
            _ if self.stack.len() >= DEEPEST => {
                let pieces = held.pieces;
                pieces.into_iter().for_each(|piece| self.push(piece));
            }
            _ => self.push(Piece::Block(Box::new(held))),
        }
        true
    }

    fn finish(self) -> Body {
        let order = note_order(&self.input.document, self.notes.keys());
        let mut notes = Vec::new();
        let mut numbers = BTreeMap::new();
        let mut pieces_by_label = self.notes;
        for (index, label) in order.into_iter().enumerate() {
            let pieces = pieces_by_label.remove(&label).unwrap_or_default();
            notes.push(Note {
                number: index + 1,
                references: 0,
                pieces,
            });
            numbers.insert(label, index + 1);
        }
        let mut body = Body {
            pieces: self.root,
            notes,
            numbers,
            sizes: self.addresses.sizes.clone(),
        };
        count_references(&mut body);
        body
    }
}

/// How far headings move down so that none is on the level of the page's title.
fn heading_shift(document: &Document) -> u8 {
    let top = document
        .nodes
        .iter()
        .any(|node| matches!(node, Node::Open(Block::Heading { level: 1, .. })));
    u8::from(top)
}

/// Whether an author's anchor can be used as it is: it is a plain name, and not one that pages use for themselves.
fn is_free(name: &str) -> bool {
    let plain = name
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '-');
    let numbered = !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    plain && starts && !numbered && !TAKEN.contains(&name)
}

/// The labels of the footnotes in the order in which the source text first refers to them; those it never refers to last.
fn note_order<'a>(document: &Document, labels: impl Iterator<Item = &'a String>) -> Vec<String> {
    let first = |label: &str| {
        let reference = format!("[^{label}]");
        let mut texts = document.segments.iter().enumerate();
        texts.find_map(|(index, segment)| segment.text.find(&reference).map(|at| (index, at)))
    };
    let mut order: Vec<(Option<(usize, usize)>, &String)> = labels.map(|label| (first(label), label)).collect();
    order.sort_by_key(|(place, label)| (place.is_none(), *place, *label));
    order.into_iter().map(|(_, label)| label.clone()).collect()
}

fn count_references(body: &mut Body) {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut visit = |run: &Run| {
        for inline in &run.inlines {
            if let Inline::FootnoteRef(label) = inline
                && let Some(number) = body.numbers.get(label)
            {
                *counts.entry(*number).or_default() += 1;
            }
        }
    };
    each_run(&body.pieces, &mut visit);
    body.notes.iter().for_each(|note| each_run(&note.pieces, &mut visit));
    for note in &mut body.notes {
        note.references = counts.get(&note.number).copied().unwrap_or(0);
    }
}

/// Calls `visit` with every run, in document order.
pub(crate) fn each_run(pieces: &[Piece], visit: &mut impl FnMut(&Run)) {
    for piece in pieces {
        match piece {
            Piece::Run(run) => visit(run),
            Piece::Block(held) => each_run(&held.pieces, visit),
            Piece::Task(_) | Piece::Rule | Piece::Code { .. } => {}
        }
    }
}

/// The image that is the whole of a run, with what it holds.
pub(crate) fn sole_image(inlines: &[Inline]) -> Option<(&crate::release::inline::Target, &[Inline])> {
    match inlines {
        [
            Inline::Open(Span::Image(target)),
            held @ ..,
            Inline::Close(Span::Image(_)),
        ] => {
            let another = held.iter().any(|inline| matches!(inline, Inline::Open(Span::Image(_))));
            (!another).then_some((target, held))
        }
        _ => None,
    }
}
