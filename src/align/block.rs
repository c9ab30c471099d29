//! Segments made ready for comparing: texts and words as numbers, neighbours, headings above, places in tables.

use crate::release::canonical::{canonical, words};
use crate::release::{CellPlace, Kind};
use std::collections::HashMap;
use std::ops::Range;

/// Kinds that can become each other belong to one family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Family {
    /// A front-matter field; its name is part of the text number.
    Field,
    Heading,
    /// Paragraphs, items, captions, terms, definitions, footnotes.
    Text,
    Cell,
    Code,
}

/// A place in a table: which table of the side, which row of it, which cell of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CellAt {
    pub(crate) table: usize,
    pub(crate) row: usize,
    pub(crate) column: usize,
}

/// One segment.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    /// Its index in the list that was given.
    pub(crate) input: usize,
    /// The release it stands in, an index into `Side::files`.
    pub(crate) file: usize,
    pub(crate) family: Family,
    pub(crate) kind: Kind,
    /// The number of its canonical text: equal texts, equal numbers.
    pub(crate) text: u32,
    /// Its words in lower case, as numbers.
    pub(crate) words: Vec<u32>,
    /// What is read, in lower case.
    pub(crate) plain: Box<[char]>,
    /// How long its text is, in characters as written.
    pub(crate) size: usize,
    /// The number of the headings that it stands under.
    pub(crate) path: u32,
    pub(crate) cell: Option<CellAt>,
}

/// The old or the new segments.
#[derive(Debug, Default)]
pub(crate) struct Side {
    pub(crate) blocks: Vec<Block>,
    /// The blocks of each release.
    pub(crate) files: Vec<Range<usize>>,
    /// The cells of each table, row by row.
    pub(crate) tables: Vec<Vec<Vec<usize>>>,
}

impl Side {
    /// The block before `at` in the same release.
    pub(crate) fn before(&self, at: usize) -> Option<usize> {
        self.neighbour(at, at.checked_sub(1)?)
    }

    /// The block after `at` in the same release.
    pub(crate) fn after(&self, at: usize) -> Option<usize> {
        self.neighbour(at, at + 1)
    }

    fn neighbour(&self, at: usize, next: usize) -> Option<usize> {
        (self.blocks.get(next)?.file == self.blocks.get(at)?.file).then_some(next)
    }
}

/// Numbers for texts, words and heading paths that both sides share.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    texts: HashMap<(Family, String), u32>,
    words: HashMap<String, u32>,
    paths: HashMap<(u32, u32), u32>,
    /// How many words there are.
    pub(crate) word_count: usize,
}

/// A segment as it was given.
pub(crate) struct Given<'a> {
    pub(crate) input: usize,
    pub(crate) kind: &'a Kind,
    pub(crate) text: &'a str,
}

/// The side with these releases.
pub(crate) fn side<'a>(files: impl Iterator<Item = Vec<Given<'a>>>, numbers: &mut Numbers) -> Side {
    let mut side = Side::default();
    for (file, segments) in files.enumerate() {
        let start = side.blocks.len();
        // The headings above: their levels and the numbers of the paths that end with them.
        let mut above: Vec<(u8, u32)> = Vec::new();
        for given in segments {
            let mut block = block(&given, file, numbers);
            if let Kind::Heading(level) = given.kind {
                above.retain(|(other, _)| other < level);
                block.path = above.last().map_or(0, |(_, path)| *path);
                let path = numbers.path(block.path, block.text);
                above.push((*level, path));
            } else {
                block.path = above.last().map_or(0, |(_, path)| *path);
            }
            if let Kind::Cell(place) = given.kind {
                block.cell = Some(side.place(*place));
            }
            side.blocks.push(block);
        }
        side.files.push(start..side.blocks.len());
    }
    side
}

impl Side {
    /// Enters the next cell into the tables. A cell that continues no table (a catalog edited by hand) starts one.
    fn place(&mut self, place: CellPlace) -> CellAt {
        let at = self.blocks.len();
        let adjoins = self.blocks.last().is_some_and(|b| b.cell.is_some());
        match place {
            CellPlace::Continues | CellPlace::StartsRow if !adjoins || self.tables.is_empty() => {
                self.tables.push(vec![Vec::new()]);
            }
            CellPlace::StartsTable => self.tables.push(vec![Vec::new()]),
            CellPlace::StartsRow => self.tables.last_mut().into_iter().for_each(|t| t.push(Vec::new())),
            CellPlace::Continues => {}
        }
        let table = self.tables.len().saturating_sub(1);
        let rows = self.tables.last_mut();
        let (row, column) = rows.map_or((0, 0), |rows| {
            let row = rows.len().saturating_sub(1);
            let column = rows.last().map_or(0, Vec::len);
            rows.last_mut().into_iter().for_each(|cells| cells.push(at));
            (row, column)
        });
        CellAt { table, row, column }
    }
}

fn block(given: &Given<'_>, file: usize, numbers: &mut Numbers) -> Block {
    let canonical = canonical(given.text);
    let plain = canonical.plain().to_lowercase();
    let (family, form) = match given.kind {
        Kind::Field(name) => (Family::Field, format!("{name}\n{}", canonical.form())),
        Kind::Heading(_) => (Family::Heading, canonical.form().to_owned()),
        Kind::Cell(_) => (Family::Cell, canonical.form().to_owned()),
        Kind::Code => (Family::Code, given.text.to_owned()),
        _ => (Family::Text, canonical.form().to_owned()),
    };
    // Headings and running text share their numbers, so that a paragraph that became a heading has the same text.
    let space = if family == Family::Heading {
        Family::Text
    } else {
        family
    };
    Block {
        input: given.input,
        file,
        family,
        kind: given.kind.clone(),
        text: numbers.text(space, form),
        words: words(&plain).into_iter().map(|word| numbers.word(word)).collect(),
        plain: plain.chars().collect(),
        size: given.text.chars().count(),
        path: 0,
        cell: None,
    }
}

impl Numbers {
    fn text(&mut self, family: Family, form: String) -> u32 {
        let next = self.texts.len() as u32;
        *self.texts.entry((family, form)).or_insert(next)
    }

    fn word(&mut self, word: &str) -> u32 {
        if let Some(number) = self.words.get(word) {
            return *number;
        }
        let next = self.words.len() as u32;
        self.words.insert(word.to_owned(), next);
        self.word_count = self.words.len();
        next
    }

    /// The number of a word, if it stands in any text.
    pub(crate) fn of_word(&self, word: &str) -> Option<u32> {
        self.words.get(word).copied()
    }

    fn path(&mut self, above: u32, heading: u32) -> u32 {
        let next = self.paths.len() as u32 + 1;
        *self.paths.entry((above, heading)).or_insert(next)
    }
}
