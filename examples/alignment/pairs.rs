//! One labelled pair of documents.
//!
//! Fields of a line: `doc_id`; `old_md`, `new_md` (one file) or `old_files`, `new_files` (path to Markdown); `old_blocks`,
//! `new_blocks` (`i`, `kind`, `text`, `level`, `cell` as table, row, column, `file`); `truth` (new block, old block or null,
//! kind of edit, and an object with `sev`, `alt`, `rel`, `optional`, `disputed`).

use pressroom::diagnostic::Source;
use pressroom::names::Slug;
use pressroom::release::{self, CellPlace, Kind};
use serde_json::{Value, json};

/// A pair as it is read from a line.
pub(crate) struct Pair {
    pub(crate) id: String,
    pub(crate) old: Side,
    pub(crate) new: Side,
    pub(crate) truth: Vec<Truth>,
}

/// The files of one side and the blocks they consist of.
pub(crate) struct Side {
    /// Path and Markdown, sorted by path.
    files: Vec<(String, String)>,
    pub(crate) blocks: Vec<Block>,
}

/// A leaf block of CommonMark, or a table cell.
pub(crate) struct Block {
    pub(crate) kind: String,
    pub(crate) text: String,
    level: u8,
    cell: Option<(u64, u64)>,
    file: String,
}

/// What is known about a new block.
pub(crate) struct Truth {
    pub(crate) new: usize,
    pub(crate) old: Option<usize>,
    pub(crate) edit: String,
    pub(crate) severity: String,
    pub(crate) alternatives: Vec<usize>,
    pub(crate) relation: String,
    pub(crate) optional: bool,
    pub(crate) disputed: bool,
}

/// What the alignment said about a new block.
#[derive(Clone, Copy)]
pub(crate) struct Outcome {
    pub(crate) old: Option<usize>,
    pub(crate) fresh: bool,
    pub(crate) hint: Option<usize>,
}

/// A segment and the block it is.
pub(crate) struct Cut {
    pub(crate) release: Slug,
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) block: Option<usize>,
}

impl Pair {
    pub(crate) fn read(line: &str) -> Result<Pair, String> {
        let value: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let list = |name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
        let side = |which: &str| Side {
            files: files(&value, which),
            blocks: list(&format!("{which}_blocks")).iter().map(Block::read).collect(),
        };
        Ok(Pair {
            id: text(&value, "doc_id"),
            old: side("old"),
            new: side("new"),
            truth: list("truth").iter().filter_map(Truth::read).collect(),
        })
    }

    /// The outcome as a line of JSON: `{"doc_id", "map": [[new, old or null, state, derived from]]}`.
    pub(crate) fn prediction(&self, outcomes: &[Option<Outcome>]) -> Value {
        let mut map = Vec::new();
        for (new, outcome) in outcomes.iter().enumerate() {
            let Some(outcome) = outcome else { continue };
            let state = match (outcome.old, outcome.fresh) {
                (None, _) => "missing",
                (_, true) => "fresh",
                (_, false) => "stale",
            };
            map.push(match outcome.hint {
                Some(hint) => json!([new, outcome.old, state, hint]),
                None => json!([new, outcome.old, state]),
            });
        }
        json!({"doc_id": self.id, "map": map})
    }
}

impl Pair {
    /// The blocks of the new side that no segment is (`<`), and the segments that are no block (`>`).
    pub(crate) fn unmapped(&self) -> String {
        let cuts = self.new.read();
        let mut text = String::new();
        for (at, block) in self.new.blocks.iter().enumerate().filter(|(_, block)| block.is_prose()) {
            if !cuts.iter().any(|cut| cut.block == Some(at)) {
                text.push_str(&format!("{} < {} {at} {:?}\n", self.id, block.kind, block.text));
            }
        }
        for cut in cuts.iter().filter(|cut| cut.block.is_none()) {
            text.push_str(&format!("{} > {:?} {:?}\n", self.id, cut.kind, cut.text));
        }
        text
    }
}

fn text(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn files(value: &Value, which: &str) -> Vec<(String, String)> {
    if let Some(markdown) = value.get(format!("{which}_md")).and_then(Value::as_str) {
        return vec![(String::new(), markdown.to_owned())];
    }
    let files = value.get(format!("{which}_files")).and_then(Value::as_object);
    let files = files.into_iter().flatten();
    let mut files = files
        .map(|(path, text)| (path.clone(), text.as_str().unwrap_or_default().to_owned()))
        .collect::<Vec<_>>();
    files.sort();
    files
}

impl Block {
    fn read(value: &Value) -> Block {
        let number = |at: usize| value.get("cell").and_then(|cell| cell.get(at)).and_then(Value::as_u64);
        Block {
            kind: text(value, "kind"),
            text: text(value, "text"),
            level: value.get("level").and_then(Value::as_u64).unwrap_or(1).clamp(1, 6) as u8,
            cell: number(0).zip(number(1)),
            file: text(value, "file"),
        }
    }

    /// Whether it is of a kind that is translated.
    pub(crate) fn is_prose(&self) -> bool {
        matches!(self.kind.as_str(), "heading" | "para" | "item" | "cell")
    }
}

impl Truth {
    fn read(value: &Value) -> Option<Truth> {
        let more = value.get(3)?;
        let flag = |name: &str| {
            more.get(name)
                .is_some_and(|v| v.as_bool() != Some(false) && !v.is_null())
        };
        let alternatives = more.get("alt").and_then(Value::as_array).into_iter().flatten();
        Some(Truth {
            new: value.get(0)?.as_u64()? as usize,
            old: value.get(1)?.as_u64().map(|old| old as usize),
            edit: value.get(2)?.as_str()?.to_owned(),
            severity: text(more, "sev"),
            alternatives: alternatives.filter_map(|a| a.as_u64().map(|a| a as usize)).collect(),
            relation: text(more, "rel"),
            optional: flag("optional"),
            disputed: flag("disputed"),
        })
    }
}

impl Side {
    /// The segments that the Markdown holds, each with its block.
    pub(crate) fn read(&self) -> Vec<Cut> {
        let mut cuts = Vec::new();
        for (path, markdown) in &self.files {
            let Some(release) = slug(path) else { continue };
            let source = Source::new(path.clone(), markdown.clone());
            let (read, _) = release::parse(source, release.clone());
            let segments = read.document.segments;
            let blocks = self
                .blocks
                .iter()
                .enumerate()
                .filter(|(_, b)| b.is_prose() && b.file == *path);
            let blocks = blocks.map(|(at, b)| (at, letters(&b.text))).collect::<Vec<_>>();
            let texts = segments.iter().map(|s| letters(&s.text)).collect::<Vec<_>>();
            let places = places(&texts, &blocks);
            for (segment, block) in segments.into_iter().zip(places) {
                let release = release.clone();
                let (kind, text) = (segment.kind, segment.text);
                cuts.push(Cut {
                    release,
                    kind,
                    text,
                    block,
                });
            }
        }
        cuts
    }

    /// The blocks as they are given, as segments.
    pub(crate) fn given(&self) -> Vec<Cut> {
        let mut cuts = Vec::new();
        let mut last = None;
        for (at, block) in self.blocks.iter().enumerate() {
            let kind = match (block.kind.as_str(), block.cell, last) {
                ("heading", ..) => Kind::Heading(block.level),
                ("para", ..) => Kind::Paragraph,
                ("item", ..) => Kind::Item,
                ("cell", Some(this), Some(before)) if this == before => Kind::Cell(CellPlace::Continues),
                ("cell", Some(this), Some(before)) if this.0 == before.0 => Kind::Cell(CellPlace::StartsRow),
                ("cell", ..) => Kind::Cell(CellPlace::StartsTable),
                _ => continue,
            };
            last = block.cell;
            if let Some(release) = slug(&block.file) {
                let text = block.text.clone();
                let block = Some(at);
                cuts.push(Cut {
                    release,
                    kind,
                    text,
                    block,
                });
            }
        }
        cuts
    }
}

/// A release for a file of the benchmark: its path with everything replaced that a slug does not allow.
fn slug(path: &str) -> Option<Slug> {
    let allowed = |c: char| {
        if c.is_ascii_alphanumeric() || c == '/' {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let name = path
        .trim_end_matches(".md")
        .split('/')
        .map(|part| format!("f{part}"))
        .collect::<Vec<_>>()
        .join("/");
    Slug::new(&name.chars().map(allowed).collect::<String>()).ok()
}

/// What is compared to find the block of a segment: letters and digits of what is read, without targets and tags.
fn letters(text: &str) -> String {
    let mut letters = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = match c {
            ']' if rest.starts_with("](") => rest.find(')'),
            ']' if rest.starts_with("][") => rest.get(1..).and_then(|rest| rest.find(']')).map(|at| at + 1),
            '<' => rest.find('>'),
            '&' => rest.find(';').filter(|at| *at < 9),
            _ => None,
        };
        if c.is_alphanumeric() {
            letters.extend(c.to_lowercase());
        }
        rest = rest
            .get(skipped.map_or(c.len_utf8(), |at| at + 1)..)
            .unwrap_or_default();
    }
    letters
}

/// The block of each segment: equal letters in order, and between them the rest in order where it is as many.
fn places(texts: &[String], blocks: &[(usize, String)]) -> Vec<Option<usize>> {
    const AHEAD: usize = 40;
    let mut places = vec![None; texts.len()];
    let (mut at, mut from, mut last) = (0, 0, 0);
    while at < texts.len() {
        let equal = |(_, (_, letters)): &(usize, &(usize, String))| Some(letters) == texts.get(at);
        let found = blocks
            .iter()
            .enumerate()
            .skip(from)
            .take(AHEAD)
            .find(equal)
            .map(|(place, _)| place);
        let end = found.unwrap_or(blocks.len());
        if found.is_some() || at + 1 == texts.len() {
            let upto = if found.is_some() { at } else { at + 1 };
            if upto - last == end - from {
                for (place, (block, _)) in places
                    .iter_mut()
                    .skip(last)
                    .zip(blocks.iter().skip(from))
                    .take(upto - last)
                {
                    *place = Some(*block);
                }
            }
        }
        if let Some(found) = found {
            if let (Some(place), Some((block, _))) = (places.get_mut(at), blocks.get(found)) {
                *place = Some(*block);
            }
            (from, last) = (found + 1, at + 1);
        }
        at += 1;
    }
    places
}
