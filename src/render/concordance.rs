//! A release in all languages side by side, for the meeting that signs it off.

use crate::diagnostic::Diagnostic;
use crate::names::Slug;
use crate::newsroom::outputs::Output;
use crate::release::{Kind, Node};
use crate::render::page::{self, Row, RowCell};
use crate::render::strings::Args;
use crate::render::{Copy, EditionInput, Mark, Site, edition};
use minijinja::context;
use minijinja::value::Serde;

/// The page with these editions of one release, the source first; none if there is no edition.
pub(crate) fn output(site: &Site, editions: &[EditionInput]) -> Result<Option<Output>, Diagnostic> {
    let mut columns: Vec<&EditionInput> = editions.iter().collect();
    columns.sort_by_key(|input| (input.locale != site.source, input.locale.clone()));
    let Some(first) = columns.first().copied() else {
        return Ok(None);
    };
    let strings = site.strings_of(&site.source);
    let path = path(&first.slug);
    let mut page = page::page(site, strings, &path, "concordance");
    page.title = edition::field(first, first.front.title).map_or(String::new(), edition::words);
    page.description = strings.get("concordance", &Args::none())?;
    page.url = None;
    let languages = columns
        .iter()
        .map(|input| page::alternate(site, &input.locale, &edition::path(input, "html"), &page))
        .collect::<Result<Vec<_>, _>>()?;
    let context = context! {
        site => site.about(strings)?, page => Serde(&page), languages => Serde(&languages), rows => Serde(rows(&columns, first)),
    };
    Ok(Some(Output {
        bytes: site.templates.fill("concordance.html", &context)?.into_bytes(),
        path,
    }))
}

/// Where the page of a release lies in the output tree.
pub(crate) fn path(slug: &Slug) -> String {
    format!("concordance/{slug}.html")
}

fn rows(columns: &[&EditionInput], first: &EditionInput) -> Vec<Row> {
    let numbers = paragraph_numbers(first);
    let segments = first.document.segments.iter().enumerate();
    segments
        .map(|(index, segment)| Row {
            kind: name(&segment.kind),
            number: numbers.get(index).copied().flatten(),
            cells: columns
                .iter()
                .map(|input| cell(input, input.copies.get(index)))
                .collect(),
        })
        .collect()
}

fn cell(input: &EditionInput, copy: Option<&Copy>) -> RowCell {
    let mark = copy.map_or(Mark::Fallback, |copy| copy.mark);
    RowCell {
        lang: input.locale.tag().to_owned(),
        dir: input.locale.direction().as_str(),
        text: match copy.filter(|_| mark != Mark::Fallback) {
            Some(copy) => edition::phrase(copy, &input.locale),
            None => minijinja::Value::from(""),
        },
        state: match mark {
            Mark::None => "fresh",
            Mark::Stale => "stale",
            Mark::Fallback => "missing",
        },
    }
}

/// The number that each segment has on the pages, if it has one.
fn paragraph_numbers(input: &EditionInput) -> Vec<Option<usize>> {
    let mut numbers = vec![None; input.document.segments.len()];
    let (mut depth, mut count) = (0usize, 0);
    for node in &input.document.nodes {
        match node {
            Node::Open(_) => depth += 1,
            Node::Close(_) => depth = depth.saturating_sub(1),
            Node::Segment(index) if depth == 1 => {
                let kind = input.document.segments.get(*index).map(|segment| &segment.kind);
                if let (Some(Kind::Paragraph), Some(number)) = (kind, numbers.get_mut(*index)) {
                    count += 1;
                    *number = Some(count);
                }
            }
            _ => {}
        }
    }
    numbers
}

fn name(kind: &Kind) -> String {
    match kind {
        Kind::Field(name) => name.clone(),
        Kind::Heading(level) => format!("heading {level}"),
        Kind::Paragraph => "paragraph".to_owned(),
        Kind::Item => "item".to_owned(),
        Kind::Cell(_) => "cell".to_owned(),
        Kind::Caption => "caption".to_owned(),
        Kind::Term => "term".to_owned(),
        Kind::Definition => "definition".to_owned(),
        Kind::Footnote => "footnote".to_owned(),
        Kind::Code => "code".to_owned(),
    }
}
