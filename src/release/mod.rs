//! An English release: TOML front matter and Markdown, cut into segments, and put together again in another language.

pub mod canonical;
pub mod enclosures;
pub mod front;
pub mod inline;
mod markdown;
mod problems;
pub mod structure;
pub mod verbatim;

use crate::diagnostic::{Diagnostic, Source};
use crate::names::Slug;
use front::FrontMatter;
use inline::Inline;
use problems::Problems;
use std::ops::Range;

/// An English document, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Which one it is.
    pub slug: Slug,
    /// Its file.
    pub source: Source,
    /// What its front matter says.
    pub front: FrontMatter,
    /// Its blocks and segments.
    pub document: Document,
}

/// A value and the bytes of the file where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// The bytes of the file.
    pub span: Range<usize>,
}

/// One block that is translated as a whole; inline Markdown stays inside its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// What kind of block it is.
    pub kind: Kind,
    /// The message text: inline Markdown on one line, soft breaks as a space, a hard break as `\` and a newline,
    /// reference links resolved to inline links, so that the text means the same outside its document.
    pub text: String,
    /// The bytes of the release's file that it came from (front matter included in the count).
    pub span: Range<usize>,
    /// What the editor tells translators about it: `<!-- note: … -->` before the block.
    pub note: Option<String>,
}

/// The kinds of segments.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A front-matter field, by its name (`title`, `summary`, `place`, `issuer`, `contact-role`, `contact-name`, `correction`,
    /// `withdrawn`).
    Field(String),
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph, in a block quote or alert as well.
    Paragraph,
    /// A paragraph of a list item.
    Item,
    /// A table cell and where it stands in its row.
    Cell(CellPlace),
    /// A paragraph that is one image and nothing else: the text alternative and title of a figure.
    Caption,
    /// The title of a definition list entry.
    Term,
    /// A paragraph of a definition.
    Definition,
    /// A paragraph of a footnote definition.
    Footnote,
    /// A code block that its author marked as translatable.
    Code,
}

/// Where a cell stands; enough to rebuild tables, rows and columns from a list of segments in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellPlace {
    /// The first cell of the first row of a table (its header row).
    StartsTable,
    /// The first cell of any other row.
    StartsRow,
    /// Any other cell.
    Continues,
}

/// A document as the renderers walk it: the blocks of the English in order, with the segments as holes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The blocks in document order; every `Open` has its `Close`.
    pub nodes: Vec<Node>,
    /// The segments: first those of the front matter, then those of the body in document order.
    pub segments: Vec<Segment>,
}

/// One step of a walk through a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A block begins.
    Open(Block),
    /// The block opened last and not yet closed ends.
    Close(Block),
    /// The inline content of the block: the segment with this index in `Document::segments`.
    Segment(usize),
    /// The check box of a task item; whether it is ticked.
    Task(bool),
    /// A thematic break.
    Rule,
    /// A code block that is not translated.
    Code {
        /// The first word of the info string.
        language: Option<String>,
        /// The text, with its line ends.
        text: String,
    },
    /// An inline run that is not translated (no letter in it, or marked so).
    Verbatim(Vec<Inline>),
}

/// The blocks that hold others or a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The id its author gave it.
        anchor: Option<String>,
    },
    /// A paragraph.
    Paragraph,
    /// A block quote.
    Quote,
    /// An alert (GitHub Flavored Markdown): a block quote that begins with `[!NOTE]` and the like.
    Alert(Alert),
    /// A list.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// Whether its items hold no paragraphs.
        tight: bool,
    },
    /// A list item.
    Item,
    /// A table with the alignment of each column.
    Table(Vec<Alignment>),
    /// The header row of a table.
    TableHead,
    /// A row of a table's body.
    TableRow,
    /// A cell.
    TableCell,
    /// A definition list.
    DefinitionList,
    /// What is defined.
    DefinitionTitle,
    /// A definition.
    DefinitionDetails,
    /// A footnote, by its label.
    Footnote(String),
}

/// The five alerts of GitHub Flavored Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Alert {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

/// The alignment of a table column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// Not said.
    None,
    /// To the start of the line.
    Start,
    /// Centred.
    Center,
    /// To the end of the line.
    End,
}

/// The most bytes of a release that are read.
pub const SIZE_LIMIT: usize = 1024 * 1024;

/// Reads a release: always something, and what is wrong with it. A release with an error in it must not be extracted from, because
/// what could not be read would look as if it had been taken out.
pub fn parse(source: Source, slug: Slug) -> (Release, Vec<Diagnostic>) {
    let mut problems = Problems::new(&source, &slug);
    let text = source.text();
    let (front, document) = if text.len() > SIZE_LIMIT {
        let message = format!("the release is {} bytes long; {SIZE_LIMIT} is the limit", text.len());
        problems.error("front-matter", 0..0, message, "split it into several releases");
        (FrontMatter::default(), Document::default())
    } else {
        let (front, segments, body) = front::read(text, &mut problems);
        let document = markdown::read(text, body, segments, &mut problems);
        (front, document)
    };
    let diagnostics = problems.into_diagnostics();
    let release = Release {
        slug,
        source,
        front,
        document,
    };
    (release, diagnostics)
}
