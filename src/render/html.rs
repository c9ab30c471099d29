//! The body of an edition as HTML. Every byte is written here, from values: nothing of a release or a translation is markup.

mod inline;

use crate::diagnostic::Diagnostic;
use crate::locale::{Direction, Locale};
use crate::release::inline::{Inline, plain_text};
use crate::release::{Alert, Alignment, Block, Kind};
use crate::render::body::{Body, Held, Note, Piece, Run, sole_image};
use crate::render::escape;
use crate::render::page::Release;
use crate::render::strings::{Args, Strings};
use crate::render::{Copy, Mark};
use std::collections::BTreeMap;

/// The body of an edition, written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// The text.
    pub(crate) text: String,
    /// The footnotes; empty if there are none.
    pub(crate) notes: String,
}

/// Writes a body for a page in the locale of `strings`; `dateline` opens its first paragraph.
///
/// # Errors
/// A string of the page cannot be used.
pub(crate) fn body(body: &Body, strings: &Strings, dateline: Option<&str>) -> Result<Written, Diagnostic> {
    write(body, Writer::new(strings, body, dateline))
}

/// The same for other systems, which have no use for the numbers in the margin.
///
/// # Errors
/// A string of the page cannot be used.
pub(crate) fn unnumbered(body: &Body, release: &Release, strings: &Strings) -> Result<String, Diagnostic> {
    let mut writer = Writer::new(strings, body, release.dateline.as_deref());
    writer.numbers_in_margin = false;
    let written = write(body, writer)?;
    Ok(format!("{}{}", written.text, written.notes))
}

fn write(body: &Body, mut writer: Writer<'_>) -> Result<Written, Diagnostic> {
    if !body.pieces.iter().any(opens_text) {
        writer.write_dateline_alone();
    }
    writer.pieces(&body.pieces)?;
    let text = std::mem::take(&mut writer.out);
    if !body.notes.is_empty() {
        writer.notes(&body.notes)?;
    }
    Ok(Written {
        text,
        notes: writer.out,
    })
}

/// A text that stands alone, such as a title, with its inline markup; it has no links and no notes, because it may become one.
pub(crate) fn phrase(copy: &Copy, page: &Locale) -> String {
    inline::phrase(copy, page)
}

/// The `lang` and `dir` attributes of a text in `locale` on a page in `page`; nothing where they are the same.
pub(crate) fn language(locale: &Locale, page: &Locale) -> String {
    if locale == page {
        return String::new();
    }
    format!(
        " lang=\"{}\" dir=\"{}\"",
        escape::attribute(locale.tag()),
        locale.direction().as_str()
    )
}

/// The same for an element that says the string `id`.
pub(crate) fn language_of(id: &str, strings: &Strings) -> String {
    language(strings.language_of(id), strings.locale())
}

/// The page while it is written.
struct Writer<'a> {
    strings: &'a Strings,
    numbers: &'a BTreeMap<String, usize>,
    sizes: &'a BTreeMap<String, (usize, usize)>,
    dateline: Option<&'a str>,
    out: String,
    /// How often each note was referred to so far.
    referred: BTreeMap<usize, usize>,
    tables: usize,
    numbers_in_margin: bool,
}

/// Where cells stand while a table is written.
struct Columns<'a> {
    alignments: &'a [Alignment],
    head: bool,
}

fn opens_text(piece: &Piece) -> bool {
    match piece {
        Piece::Block(held) => held.pieces.iter().any(opens_text),
        Piece::Run(run) => run.opens_text,
        _ => false,
    }
}

impl<'a> Writer<'a> {
    fn new(strings: &'a Strings, body: &'a Body, dateline: Option<&'a str>) -> Writer<'a> {
        Writer {
            strings,
            numbers: &body.numbers,
            sizes: &body.sizes,
            dateline,
            out: String::new(),
            referred: BTreeMap::new(),
            tables: 0,
            numbers_in_margin: true,
        }
    }

    fn page(&self) -> &'a Locale {
        self.strings.locale()
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn word(&self, id: &str) -> Result<String, Diagnostic> {
        Ok(escape::attribute(&self.strings.get(id, &Args::none())?))
    }

    fn numbered(&self, id: &str, number: usize) -> Result<String, Diagnostic> {
        let args = Args::none().count("number", number);
        Ok(escape::attribute(&self.strings.get(id, &args)?))
    }

    fn write_dateline_alone(&mut self) {
        if let Some(dateline) = self.dateline {
            let text = escape::text(dateline.trim_end());
            self.push(&format!("<p class=\"dateline\">{text}</p>\n"));
        }
    }

    fn pieces(&mut self, pieces: &[Piece]) -> Result<(), Diagnostic> {
        pieces.iter().try_for_each(|piece| self.piece(piece))
    }

    fn piece(&mut self, piece: &Piece) -> Result<(), Diagnostic> {
        match piece {
            Piece::Block(held) => self.block(held),
            Piece::Run(run) => self.loose_run(run),
            Piece::Task(done) => {
                let (sign, id) = if *done {
                    ("☑", "task-done")
                } else {
                    ("☐", "task-open")
                };
                let word = self.word(id)?;
                self.push(&format!(
                    "<span class=\"box\" role=\"img\" aria-label=\"{word}\">{sign}\u{fe0e}</span> "
                ));
                Ok(())
            }
            Piece::Rule => {
                self.push("<hr>\n");
                Ok(())
            }
            Piece::Code { language, text } => {
                self.code(language.as_deref(), text);
                Ok(())
            }
        }
    }

    fn block(&mut self, held: &Held) -> Result<(), Diagnostic> {
        match &held.block {
            Block::Heading { level, .. } => self.leaf(held, &format!("h{level}"), ""),
            Block::Paragraph => self.paragraph(held),
            Block::Quote => self.container(held, "blockquote", ""),
            Block::Alert(alert) => self.alert(held, *alert),
            Block::List { start, .. } => self.list(held, *start),
            Block::Item => self.item(held),
            Block::Table(alignments) => self.table(held, alignments),
            Block::DefinitionList => self.container(held, "dl", ""),
            Block::DefinitionTitle => self.leaf(held, "dt", ""),
            Block::DefinitionDetails => self.container(held, "dd", ""),
            // Rows and cells are written by their table, footnotes after the text.
            Block::TableHead | Block::TableRow | Block::TableCell | Block::Footnote(_) => self.pieces(&held.pieces),
        }
    }

    fn open(&mut self, tag: &str, anchor: Option<&str>, attributes: &str) {
        let id = anchor.map_or(String::new(), |name| format!(" id=\"{}\"", escape::attribute(name)));
        self.push(&format!("<{tag}{id}{attributes}>"));
    }

    fn container(&mut self, held: &Held, tag: &str, attributes: &str) -> Result<(), Diagnostic> {
        self.open(tag, held.anchor.as_deref(), attributes);
        if held.pieces.iter().any(|piece| matches!(piece, Piece::Block(_))) {
            self.push("\n");
        }
        self.pieces(&held.pieces)?;
        self.push(&format!("</{tag}>\n"));
        Ok(())
    }

    /// A block with nothing in it but one text, whose language can stand on the block itself.
    fn leaf(&mut self, held: &Held, tag: &str, class: &str) -> Result<(), Diagnostic> {
        let attributes = match held.pieces.as_slice() {
            [Piece::Run(run)] => self.run_attributes(run, class),
            _ if class.is_empty() => String::new(),
            _ => format!(" class=\"{class}\""),
        };
        self.open(tag, held.anchor.as_deref(), &attributes);
        if let (Some(number), Some(anchor), true) = (held.number, held.anchor.as_deref(), self.numbers_in_margin) {
            self.paragraph_number(number, anchor)?;
        }
        for piece in &held.pieces {
            match piece {
                Piece::Run(run) => self.run(run)?,
                other => self.piece(other)?,
            }
        }
        self.push(&format!("</{tag}>\n"));
        Ok(())
    }

    fn paragraph(&mut self, held: &Held) -> Result<(), Diagnostic> {
        if let [Piece::Run(run)] = held.pieces.as_slice() {
            if run.kind == Some(Kind::Code) {
                self.code(None, &plain_text(&run.inlines));
                return Ok(());
            }
            if let Some((target, alternative)) = sole_image(&run.inlines)
                && let Some(url) = escape::link(&target.url)
            {
                let attributes = self.run_attributes(run, "");
                self.open("figure", held.anchor.as_deref(), &attributes);
                let size = self.sizes.get(&target.url).copied();
                self.push(&inline::image(&url, &plain_text(alternative), "", size));
                if !target.title.is_empty() {
                    self.push(&format!("<figcaption>{}</figcaption>", escape::text(&target.title)));
                }
                self.push("</figure>\n");
                return Ok(());
            }
        }
        self.leaf(held, "p", "")
    }

    fn paragraph_number(&mut self, number: usize, anchor: &str) -> Result<(), Diagnostic> {
        let label = self.numbered("paragraph-number", number)?;
        let digits = self.strings.plain_number(number);
        let href = escape::attribute(anchor);
        self.push(&format!(
            "<a class=\"number\" href=\"#{href}\" aria-label=\"{label}\">{digits}</a>"
        ));
        Ok(())
    }

    fn alert(&mut self, held: &Held, alert: Alert) -> Result<(), Diagnostic> {
        let name = alert_name(alert);
        let id = format!("alert-{name}");
        let (word, of) = (self.word(&id)?, language_of(&id, self.strings));
        self.open(
            "div",
            held.anchor.as_deref(),
            &format!(" class=\"alert {name}\" role=\"note\""),
        );
        self.push(&format!("\n<p class=\"alert-title\"{of}>{word}</p>\n"));
        self.pieces(&held.pieces)?;
        self.push("</div>\n");
        Ok(())
    }

    fn list(&mut self, held: &Held, start: Option<u64>) -> Result<(), Diagnostic> {
        let has_task = |piece: &Piece| matches!(piece, Piece::Block(item) if item.pieces.iter().any(is_task));
        let class = if held.pieces.iter().any(has_task) {
            " class=\"tasks\""
        } else {
            ""
        };
        match start {
            None => self.container(held, "ul", class),
            Some(1) => self.container(held, "ol", class),
            Some(first) => self.container(held, "ol", &format!("{class} start=\"{first}\"")),
        }
    }

    fn item(&mut self, held: &Held) -> Result<(), Diagnostic> {
        match held.pieces.as_slice() {
            // On the item itself another direction would tear its marker from the list.
            [Piece::Run(run)] if run.locale == *self.page() => self.leaf(held, "li", ""),
            _ => self.container(held, "li", ""),
        }
    }

    fn table(&mut self, held: &Held, alignments: &[Alignment]) -> Result<(), Diagnostic> {
        self.tables += 1;
        let label = self.numbered("table", self.tables)?;
        self.push(&format!(
            "<div class=\"table\" role=\"group\" aria-label=\"{label}\" tabindex=\"0\">\n<table>\n"
        ));
        let mut in_body = false;
        for row in blocks(&held.pieces) {
            let head = row.block == Block::TableHead;
            if !head && !in_body {
                self.push("<tbody>\n");
                in_body = true;
            }
            self.push(if head { "<thead>\n<tr>\n" } else { "<tr>\n" });
            let columns = Columns { alignments, head };
            for (index, cell) in blocks(&row.pieces).enumerate() {
                self.cell(cell, index, &columns)?;
            }
            self.push(if head { "</tr>\n</thead>\n" } else { "</tr>\n" });
        }
        self.push(if in_body { "</tbody>\n" } else { "" });
        self.push("</table>\n</div>\n");
        Ok(())
    }

    fn cell(&mut self, held: &Held, column: usize, columns: &Columns) -> Result<(), Diagnostic> {
        let class = match columns.alignments.get(column) {
            Some(Alignment::Center) => "center",
            Some(Alignment::End) => "end",
            Some(Alignment::Start) => "start",
            Some(Alignment::None) | None => "",
        };
        // An empty header would be announced as one.
        let is_header = columns.head && !held.pieces.is_empty();
        let mut attributes = match held.pieces.as_slice() {
            [Piece::Run(run)] => self.run_attributes(run, class),
            _ if class.is_empty() => String::new(),
            _ => format!(" class=\"{class}\""),
        };
        if is_header {
            attributes.push_str(" scope=\"col\"");
        }
        let tag = if is_header { "th" } else { "td" };
        self.open(tag, held.anchor.as_deref(), &attributes);
        for piece in &held.pieces {
            match piece {
                Piece::Run(run) => self.run(run)?,
                other => self.piece(other)?,
            }
        }
        self.push(&format!("</{tag}>\n"));
        Ok(())
    }

    fn code(&mut self, language: Option<&str>, text: &str) {
        let class = language.map_or(String::new(), |name| {
            format!(" class=\"language-{}\"", escape::attribute(name))
        });
        self.push(&format!(
            "<pre dir=\"ltr\" tabindex=\"0\"><code{class}>{}</code></pre>\n",
            escape::text(text)
        ));
    }

    /// Class, language and direction of a block that holds only this run.
    fn run_attributes(&self, run: &Run, class: &str) -> String {
        let mark = match run.mark {
            Mark::None => "",
            Mark::Fallback => "fallback",
            Mark::Stale => "stale",
        };
        let classes = [class, mark].into_iter().filter(|name| !name.is_empty());
        let classes: Vec<&str> = classes.collect();
        let class = if classes.is_empty() {
            String::new()
        } else {
            format!(" class=\"{}\"", classes.join(" "))
        };
        format!("{class}{}", self.run_language(run))
    }

    /// The language of a run; what is not translated has one only if there is a letter in it.
    fn run_language(&self, run: &Run) -> String {
        let speaks = run.kind.is_some() || plain_text(&run.inlines).chars().any(char::is_alphabetic);
        if speaks {
            language(&run.locale, self.page())
        } else {
            String::new()
        }
    }

    /// A run beside other things in its block: what must be said of it stands on a span of its own.
    fn loose_run(&mut self, run: &Run) -> Result<(), Diagnostic> {
        let attributes = self.run_attributes(run, "");
        if attributes.is_empty() {
            return self.run(run);
        }
        self.push(&format!("<span{attributes}>"));
        self.run(run)?;
        self.push("</span>");
        Ok(())
    }

    fn run(&mut self, run: &Run) -> Result<(), Diagnostic> {
        if let (true, Some(dateline)) = (run.opens_text, self.dateline) {
            let (words, space) = split_end_space(dateline);
            let text = escape::text(words);
            self.push(&format!("<span class=\"dateline\">{text}</span>{space}"));
        }
        self.inlines(&run.inlines, &run.locale)
    }

    fn inlines(&mut self, inlines: &[Inline], locale: &Locale) -> Result<(), Diagnostic> {
        let mut text = inline::Text::with_sizes(locale, self.sizes);
        for inline in inlines {
            match inline {
                Inline::FootnoteRef(label) => {
                    let reference = self.reference(label, locale)?;
                    text.push_markup(&reference);
                }
                other => text.push(other),
            }
        }
        let html = text.finish();
        self.push(&html);
        Ok(())
    }

    fn reference(&mut self, label: &str, locale: &Locale) -> Result<String, Diagnostic> {
        let Some(number) = self.numbers.get(label).copied() else {
            return Ok(escape::text(&format!("[^{label}]")));
        };
        let count = self.referred.entry(number).or_default();
        *count += 1;
        let id = reference_id(number, *count);
        let name = self.numbered("footnote", number)?;
        let digits = self.strings.plain_number(number);
        // Or the digits before it would be taken for a part of the same number.
        let isolated = match locale.direction() {
            Direction::Ltr => "",
            Direction::Rtl => " dir=\"auto\"",
        };
        Ok(format!(
            "<sup class=\"ref\"{isolated}><a id=\"{id}\" href=\"#note-{number}\" aria-label=\"{name}\">{digits}</a></sup>"
        ))
    }

    fn notes(&mut self, notes: &[Note]) -> Result<(), Diagnostic> {
        let title = self
            .strings
            .get("footnotes", &Args::none().count("count", notes.len()))?;
        self.push(&format!(
            "<section class=\"notes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\"{}>{}</h2>\n<ol>\n",
            language_of("footnotes", self.strings),
            escape::text(&title)
        ));
        for note in notes {
            self.note(note)?;
        }
        self.push("</ol>\n</section>\n");
        Ok(())
    }

    fn note(&mut self, note: &Note) -> Result<(), Diagnostic> {
        self.push(&format!("<li id=\"note-{}\">\n", note.number));
        self.pieces(&note.pieces)?;
        let label = self.numbered("footnote-back", note.number)?;
        let mut links = String::new();
        for count in 1..=note.references {
            let id = reference_id(note.number, count);
            links.push_str(&format!(
                " <a class=\"back\" href=\"#{id}\" aria-label=\"{label}\">↩\u{fe0e}</a>"
            ));
        }
        // The way back stands at the end of the last paragraph where there is one.
        match self.out.strip_suffix("</p>\n").map(str::len) {
            Some(end) => {
                self.out.truncate(end);
                self.push(&links);
                self.push("</p>\n");
            }
            None => self.push(&links),
        }
        self.push("</li>\n");
        Ok(())
    }
}

fn reference_id(number: usize, count: usize) -> String {
    match count {
        1 => format!("ref-{number}"),
        _ => format!("ref-{number}-{count}"),
    }
}

/// The English name of an alert, as classes and string ids have it.
pub(crate) fn alert_name(alert: Alert) -> &'static str {
    match alert {
        Alert::Note => "note",
        Alert::Tip => "tip",
        Alert::Important => "important",
        Alert::Warning => "warning",
        Alert::Caution => "caution",
    }
}

/// The blocks among `pieces`.
pub(crate) fn blocks(pieces: &[Piece]) -> impl Iterator<Item = &Held> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Block(held) => Some(held.as_ref()),
        _ => None,
    })
}

fn is_task(piece: &Piece) -> bool {
    match piece {
        Piece::Task(_) => true,
        Piece::Block(held) if held.block == Block::Paragraph => held.pieces.iter().any(is_task),
        _ => false,
    }
}

/// A text without its spaces at the end, and those spaces.
pub(crate) fn split_end_space(text: &str) -> (&str, &str) {
    text.split_at(text.trim_end().len())
}
