//! The body of an edition as plain text for mail and wire: 72 columns, readable when read aloud.

mod inline;
mod table;

use crate::diagnostic::Diagnostic;
use crate::locale::format::upper_case;
use crate::locale::{Direction, Locale};
use crate::release::Block;
use crate::render::Flow;
use crate::render::body::{Body, Held, Note, Piece, Run};
use crate::render::html::{alert_name, blocks};
use crate::render::strings::{Args, Strings};
use crate::render::wrap::{COLUMNS, unwrapped, width, wrap};
use crate::render::{LineEnd, Mark};
use std::collections::BTreeMap;

/// A line of text output.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// What stands in it, without its end.
    pub(crate) text: String,
    /// Whether the next line goes on with the same paragraph, so that a program may join them.
    pub(crate) soft: bool,
}

impl Line {
    fn hard(text: impl Into<String>) -> Line {
        Line {
            text: text.into(),
            soft: false,
        }
    }
}

/// A body as text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// The text.
    pub(crate) text: Vec<Line>,
    /// The footnotes under their heading; nothing if there are none.
    pub(crate) notes: Vec<Line>,
}

/// The text of a body in the locale of `strings`; `dateline` opens its first paragraph.
///
/// # Errors
/// A string of the page cannot be used.
pub(crate) fn body(body: &Body, strings: &Strings, dateline: Option<&str>) -> Result<Written, Diagnostic> {
    let opened = std::cell::Cell::new(false);
    let layout = Layout {
        strings,
        numbers: &body.numbers,
        dateline,
        opened: &opened,
    };
    let mut text = layout.stack(&body.pieces, COLUMNS)?;
    if let (Some(dateline), false) = (dateline, opened.get()) {
        let alone = paragraph(dateline.trim_end(), COLUMNS, strings.locale());
        text = join(vec![alone, text]);
    }
    let mut notes = Vec::new();
    if !body.notes.is_empty() {
        let args = Args::none().count("count", body.notes.len());
        let title = strings.get("footnotes", &args)?;
        notes.push(heading(&title, '-', COLUMNS, strings.locale()));
    }
    for note in &body.notes {
        notes.push(layout.note(note, COLUMNS)?);
    }
    Ok(Written {
        text,
        notes: join(notes),
    })
}

/// A paragraph of plain text in lines.
pub(crate) fn paragraph(text: &str, columns: usize, locale: &Locale) -> Vec<Line> {
    if runs_from_the_right(text, locale) {
        return unwrapped(text).into_iter().map(Line::hard).collect();
    }
    // Where words are not parted by spaces, a program that joins lines would add one.
    let joins = !matches!(locale.language(), "zh" | "ja" | "th" | "lo" | "km" | "my");
    let mut lines = Vec::new();
    for hard in text.split('\n') {
        let mut wrapped: Vec<Line> = wrap(hard, columns, locale)
            .into_iter()
            .map(|text| Line { text, soft: joins })
            .collect();
        if let Some(last) = wrapped.last_mut() {
            last.soft = false;
        }
        lines.append(&mut wrapped);
    }
    lines
}

/// A heading, underlined with `sign` over its width.
pub(crate) fn heading(text: &str, sign: char, columns: usize, locale: &Locale) -> Vec<Line> {
    let mut lines = paragraph(text, columns, locale);
    lines.iter_mut().for_each(|line| line.soft = false);
    let widest = lines.iter().map(|line| width(&line.text)).max().unwrap_or(0);
    // A line of signs has no direction of its own; the mark keeps it under its heading.
    let direction = if runs_from_the_right(text, locale) {
        "\u{200f}"
    } else {
        ""
    };
    let underline = sign.to_string().repeat(widest.min(columns));
    lines.push(Line::hard(format!("{direction}{underline}")));
    lines
}

/// Whether a text of this language runs from right to left: one in an Arabic edition that has not been translated does not.
fn runs_from_the_right(text: &str, locale: &Locale) -> bool {
    // The blocks of right-to-left scripts (Unicode, roadmaps to the planes 0 and 1).
    let rtl = |c: char| matches!(u32::from(c), 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff);
    locale.direction() == Direction::Rtl && text.chars().any(rtl)
}

/// The lines as one text, a space at the end of those that go on, without a line end at its own end.
pub(crate) fn plain(lines: &[Line]) -> String {
    let mut out = String::with_capacity(lines.iter().map(|line| line.text.len() + 2).sum());
    for (n, line) in lines.iter().enumerate() {
        if n > 0 {
            out.push('\n');
        }
        out.push_str(line.text.trim_end());
        if line.soft {
            out.push(' ');
        }
    }
    out
}

/// A text whose lines end with a space where they go on, as it leaves. A wire carries no tabs: they are spaces.
pub(crate) fn finish(text: &str, flow: Flow, end: LineEnd) -> String {
    let end = match end {
        LineEnd::Lf => "\n",
        LineEnd::Crlf => "\r\n",
    };
    let mut out = String::new();
    for line in text.replace('\t', " ").trim_end().split('\n') {
        let bare = line.trim_end();
        // RFC 3676, §4.4: what would be read as a quote or a mail separator is stuffed with a space.
        if flow == Flow::Flowed && (bare.starts_with(' ') || bare.starts_with("From ")) {
            out.push(' ');
        }
        out.push_str(bare);
        if flow == Flow::Flowed && line.ends_with(' ') && !bare.is_empty() {
            out.push(' ');
        }
        out.push_str(end);
    }
    out
}

/// The parts with an empty line between each two.
pub(crate) fn join(parts: Vec<Vec<Line>>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push(Line::default());
        }
        out.extend(part);
    }
    out
}

/// What a body needs to be laid out.
#[derive(Clone, Copy)]
struct Layout<'a> {
    strings: &'a Strings,
    numbers: &'a BTreeMap<String, usize>,
    dateline: Option<&'a str>,
    opened: &'a std::cell::Cell<bool>,
}

type Laid = Result<Vec<Line>, Diagnostic>;

impl Layout<'_> {
    /// Blocks one under the other, an empty line between each two; runs and check boxes beside each other are one paragraph.
    fn stack(&self, pieces: &[Piece], columns: usize) -> Laid {
        Ok(join(self.parts(pieces, columns)?))
    }

    fn parts(&self, pieces: &[Piece], columns: usize) -> Result<Vec<Vec<Line>>, Diagnostic> {
        let mut parts = Vec::new();
        let mut task = String::new();
        for piece in pieces {
            match piece {
                Piece::Task(done) => task = String::from(if *done { "[x] " } else { "[ ] " }),
                Piece::Run(run) => {
                    let text = format!("{}{}", std::mem::take(&mut task), self.run(run)?);
                    parts.push(paragraph(&text, columns, &run.locale));
                }
                Piece::Block(held) => {
                    let mut lines = self.block(held, columns)?;
                    if let (Some(first), false) = (lines.first_mut(), task.is_empty()) {
                        first.text.insert_str(0, &std::mem::take(&mut task));
                    }
                    parts.push(lines);
                }
                Piece::Rule => parts.push(vec![Line::hard("-".repeat(columns.min(20)))]),
                Piece::Code { text, .. } => parts.push(code(text)),
            }
        }
        Ok(parts)
    }

    fn block(&self, held: &Held, columns: usize) -> Laid {
        match &held.block {
            Block::Heading { level: 2, .. } => self.heading(held, columns),
            Block::Quote => Ok(quote(self.stack(&held.pieces, columns.saturating_sub(2))?)),
            Block::Alert(alert) => {
                let id = format!("alert-{}", alert_name(*alert));
                let title = upper_case(&self.strings.get(&id, &Args::none())?, self.strings.locale());
                let inside = self.stack(&held.pieces, columns.saturating_sub(2))?;
                Ok(quote(join(vec![vec![Line::hard(title)], inside])))
            }
            Block::List { start, tight } => self.list(held, *start, *tight, columns),
            Block::Table(alignments) => table::lay(self, held, alignments, columns),
            Block::DefinitionList => self.definitions(held, columns),
            Block::DefinitionDetails => Ok(indent(self.stack(&held.pieces, columns.saturating_sub(4))?, "    ")),
            _ => match held.pieces.as_slice() {
                [Piece::Run(run)] if run.kind == Some(crate::release::Kind::Code) => {
                    Ok(code(&crate::release::inline::plain_text(&run.inlines)))
                }
                pieces => self.stack(pieces, columns),
            },
        }
    }

    fn heading(&self, held: &Held, columns: usize) -> Laid {
        match held.pieces.as_slice() {
            [Piece::Run(run)] => Ok(heading(&self.run(run)?, '-', columns, &run.locale)),
            pieces => self.stack(pieces, columns),
        }
    }

    fn list(&self, held: &Held, start: Option<u64>, tight: bool, columns: usize) -> Laid {
        let items: Vec<&Held> = blocks(&held.pieces).collect();
        let markers: Vec<String> = (0u64..)
            .zip(&items)
            .map(|(index, _)| match start {
                None => "- ".to_owned(),
                Some(first) => {
                    let number = usize::try_from(first.saturating_add(index)).unwrap_or(usize::MAX);
                    format!("{}. ", self.strings.plain_number(number))
                }
            })
            .collect();
        let hang = markers.iter().map(|marker| width(marker)).max().unwrap_or(2);
        let mut parts = Vec::new();
        for (item, marker) in items.iter().zip(&markers) {
            let inside = self.parts(&item.pieces, columns.saturating_sub(hang))?;
            let lines = if tight { inside.concat() } else { join(inside) };
            parts.push(hanging(lines, marker, hang));
        }
        Ok(if tight { parts.concat() } else { join(parts) })
    }

    fn definitions(&self, held: &Held, columns: usize) -> Laid {
        let mut groups: Vec<Vec<Line>> = Vec::new();
        for block in blocks(&held.pieces) {
            let lines = self.block(block, columns)?;
            match (groups.last_mut(), &block.block) {
                (Some(group), Block::DefinitionDetails) => group.extend(lines),
                _ => groups.push(lines),
            }
        }
        Ok(join(groups))
    }

    fn note(&self, note: &Note, columns: usize) -> Laid {
        let marker = format!("[{}] ", self.strings.plain_number(note.number));
        let hang = width(&marker);
        let lines = self.stack(&note.pieces, columns.saturating_sub(hang))?;
        Ok(hanging(lines, &marker, hang))
    }

    /// The text of a run, with what readers must know of it before it.
    fn run(&self, run: &Run) -> Result<String, Diagnostic> {
        let text = inline::text(&run.inlines, self)?;
        let mark = match run.mark {
            Mark::None => None,
            Mark::Fallback => Some("mark-fallback"),
            Mark::Stale => Some("mark-stale"),
        };
        let mut out = String::new();
        if let Some(id) = mark {
            out.push_str(&self.strings.get(id, &Args::none())?);
            // A line takes its direction from its first letter, so a mark in another script needs a line of its own.
            let same = run.locale.direction() == self.strings.locale().direction();
            out.push(if same { ' ' } else { '\n' });
        }
        if let (true, Some(dateline)) = (run.opens_text, self.dateline) {
            out.push_str(dateline);
            self.opened.set(true);
        }
        out.push_str(&text);
        Ok(out)
    }
}

/// The lines behind `prefix`es, the first one's own and for the others spaces as wide as `hang`.
fn hanging(lines: Vec<Line>, first: &str, hang: usize) -> Vec<Line> {
    let rest = " ".repeat(hang);
    let pad = " ".repeat(hang.saturating_sub(width(first)));
    let prefixed = |(index, line): (usize, Line)| {
        let prefix = if index == 0 {
            format!("{pad}{first}")
        } else {
            rest.clone()
        };
        Line::hard(format!("{prefix}{}", line.text))
    };
    if lines.is_empty() {
        return vec![Line::hard(first.trim_end())];
    }
    lines.into_iter().enumerate().map(prefixed).collect()
}

fn indent(lines: Vec<Line>, prefix: &str) -> Vec<Line> {
    lines
        .into_iter()
        .map(|line| Line::hard(format!("{prefix}{}", line.text)))
        .collect()
}

fn quote(lines: Vec<Line>) -> Vec<Line> {
    lines
        .into_iter()
        .map(|line| Line {
            text: if line.text.is_empty() || line.text.starts_with('>') {
                format!(">{}", line.text)
            } else {
                format!("> {}", line.text)
            },
            soft: line.soft,
        })
        .collect()
}

fn code(text: &str) -> Vec<Line> {
    let clean = crate::render::escape::clean(text);
    clean
        .trim_end_matches('\n')
        .split('\n')
        .map(|line| Line::hard(format!("    {}", untabbed(line))))
        .collect()
}

/// The line with spaces up to the next tab stop for every tab; every fourth column is one (CommonMark 0.31, §2.2).
fn untabbed(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for (n, part) in line.split('\t').enumerate() {
        if n > 0 {
            out.push_str(&" ".repeat(4 - width(&out) % 4));
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests;
