//! Fluent files: where everything in them stands, the text codec, the quotes, and edits that lose nothing.

pub mod edit;
pub mod guard;
pub mod merge;
pub mod parse;
pub(crate) mod parts;
pub mod quote;
pub mod resolve;
pub mod source;
pub mod terms;
pub mod text;

mod conflict;
mod explain;

use crate::diagnostic::Source;
use crate::names::SegmentId;
use std::ops::Range;
use std::sync::Arc;

/// A Fluent file, read; all ranges are bytes of its text.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// The file.
    pub source: Source,
    /// What stands in it, in order.
    pub entries: Vec<Entry>,
}

impl Catalog {
    /// The messages and terms in order.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.shared_messages().map(Arc::as_ref)
    }

    /// The same, to be held on to.
    pub fn shared_messages(&self) -> impl Iterator<Item = &Arc<Message>> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        })
    }

    /// The first message (not term) with this id; takes time in proportion to the file, so build a map for many.
    pub fn message(&self, id: &SegmentId) -> Option<&Message> {
        self.messages().find(|message| !message.is_term && message.id == *id)
    }

    /// The bytes of the file in `range`; nothing where the range does not fit the text.
    pub fn slice(&self, range: Range<usize>) -> &str {
        self.source.text().get(range).unwrap_or("")
    }

    /// The line end of the file: that of its first line, LF if there is none.
    pub fn line_end(&self) -> &'static str {
        match self.source.text().split_once('\n') {
            Some((line, _)) if line.ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }
}

impl Entry {
    /// The bytes of the file that belong to the entry.
    pub fn span(&self) -> Range<usize> {
        match self {
            Entry::Message(message) => message.span.clone(),
            Entry::Comment(comment) => comment.span.clone(),
            Entry::Junk(span) => span.clone(),
        }
    }
}

impl Message {
    /// The id as the file spells it: with the `-` of a term.
    pub fn key(&self) -> String {
        format!("{}{}", if self.is_term { "-" } else { "" }, self.id)
    }

    /// Whether nobody has translated it: no attribute, and a value that is empty (`{ "" }`) or absent.
    pub fn is_stub(&self) -> bool {
        let empty = |value: &Pattern| text::literal_text(value).is_some_and(|text| text.is_empty());
        self.attributes.is_empty() && self.value.as_ref().is_none_or(empty)
    }
}

/// One entry of a catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A message or term.
    Message(Arc<Message>),
    /// A comment that stands alone, and its lines (`#`, `##` or `###`).
    Comment(Comment),
    /// What the parser could not read.
    Junk(Range<usize>),
}

/// A comment of its own: `#` (1), group (2) or resource (3) level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// 1 to 3: how many `#` its lines begin with.
    pub level: u8,
    /// The whole comment with its last line end.
    pub span: Range<usize>,
    /// Its lines.
    pub lines: Vec<CommentLine>,
}

/// One line of a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentLine {
    /// The line with its line end.
    pub span: Range<usize>,
    /// What follows the `#`s and one space.
    pub text: String,
}

/// A message, or a term (`-name`), with what stands above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The identifier, without the `-` of a term.
    pub id: SegmentId,
    /// Whether it is a term.
    pub is_term: bool,
    /// From its first comment line to behind the line end (if there is one) of the line its last element stands on.
    pub span: Range<usize>,
    /// The identifier (with the `-` of a term).
    pub id_span: Range<usize>,
    /// The comment above it, line by line.
    pub comment: Vec<CommentLine>,
    /// The value.
    pub value: Option<Pattern>,
    /// The attributes in order.
    pub attributes: Vec<Attribute>,
}

/// An attribute of a message or term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub id: String,
    /// Its name in the file.
    pub id_span: Range<usize>,
    /// Its value.
    pub value: Pattern,
}

/// A value: text and placeables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// From the first to behind the last byte of the value (without the line end).
    pub span: Range<usize>,
    /// Its parts in order.
    pub elements: Vec<Element>,
}

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// Text, after Fluent's rules for indentation.
    Text(String),
    /// `{ … }`
    Placeable(Expression),
}

/// What can stand in a placeable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// `"text"`, escapes resolved.
    StringLiteral(String),
    /// `12.50`, as written.
    NumberLiteral(String),
    /// `$name`
    Variable {
        /// Its name.
        name: String,
        /// Where it stands.
        span: Range<usize>,
    },
    /// `name` or `name.attribute`
    MessageReference {
        /// What it refers to, without the `-` of a term.
        id: String,
        /// The attribute meant, if one is named.
        attribute: Option<String>,
        /// Where it stands.
        span: Range<usize>,
    },
    /// `-name`, `-name.attribute`, `-name(case: "genitive")`
    TermReference {
        /// What it refers to, without the `-` of a term.
        id: String,
        /// The attribute meant, if one is named.
        attribute: Option<String>,
        /// The named arguments in order.
        arguments: Vec<(String, Expression)>,
        /// Where it stands.
        span: Range<usize>,
    },
    /// `NAME(positional, name: value)`
    Function {
        /// Its name.
        name: String,
        /// The positional arguments.
        positional: Vec<Expression>,
        /// The named arguments.
        named: Vec<(String, Expression)>,
        /// Where it stands.
        span: Range<usize>,
    },
    /// `{ selector -> [key] value *[other] value }`
    Select {
        /// What is looked at.
        selector: Box<Expression>,
        /// The variants in order.
        variants: Vec<Variant>,
    },
    /// `{ { … } }`
    Nested(Box<Expression>),
}

/// One variant of a select expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Its key, an identifier or a number as written.
    pub key: String,
    /// Whether it is the default (`*[key]`).
    pub default: bool,
    /// Its value.
    pub value: Pattern,
}
