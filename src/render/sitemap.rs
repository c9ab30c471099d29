//! `sitemap.xml` (sitemaps.org 0.9) with the languages of every page.

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::render::entry::Line;
use crate::render::{Site, page, site};
use jiff::Timestamp;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// Where the map stands, or the list of its parts.
pub(crate) const PATH: &str = "sitemap.xml";

/// How many editions one file lists. sitemaps.org 0.9 allows 50,000 addresses and 50 MB, and an address with its languages can take 2 KB; a
/// file is made in memory, so it stays well below.
pub(crate) const MOST_PAGES: usize = 5_000;

/// The namespace of maps and of lists of maps.
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Where a part of the map stands, counted from 0.
pub(crate) fn part_path(at: usize) -> String {
    format!("sitemap-{}.xml", at + 1)
}

/// A page of the map.
struct Entry {
    /// Its path below the output folder.
    path: String,
    /// The moment it last changed.
    changed: Option<String>,
    /// The same page in all its languages: locale and path.
    languages: Vec<(Locale, String)>,
}

/// A list of releases in the map: its locale, and when something in it last changed.
pub(crate) type Listed<'c> = (&'c Locale, Option<Timestamp>);

/// The map of these lists and editions.
pub(crate) fn write(site: &Site, lists: &[Listed<'_>], lines: &[Line<'_>]) -> Result<String, Diagnostic> {
    let indexes: Vec<(Locale, String)> = lists
        .iter()
        .map(|(locale, _)| ((*locale).clone(), site::index_path(locale, 1)))
        .collect();
    let list = |(locale, changed): &Listed<'_>| Entry {
        path: site::index_path(locale, 1),
        changed: changed.map(|moment| moment.to_string()),
        languages: indexes.clone(),
    };
    let in_language = |line: &Line<'_>| {
        let editions = line.card.editions.iter();
        editions
            .map(|(locale, _)| (locale.clone(), format!("{locale}/{}.html", line.card.slug)))
            .collect()
    };
    let page = |line: &Line<'_>| Entry {
        path: line.path(),
        changed: line.entry.updated.map(|moment| moment.to_string()),
        languages: in_language(line),
    };
    xml("urlset", |writer| {
        let entries = lists.iter().map(list).chain(lines.iter().map(page));
        entries.into_iter().try_for_each(|entry| url(writer, site, &entry))
    })
}

/// The list of so many parts of the map.
pub(crate) fn list(site: &Site, parts: usize) -> Result<String, Diagnostic> {
    xml("sitemapindex", |writer| {
        for location in (0..parts).filter_map(|at| page::absolute(site, &part_path(at))) {
            writer.write_event(Event::Start(BytesStart::new("sitemap")))?;
            text(writer, "loc", &location)?;
            writer.write_event(Event::End(BytesEnd::new("sitemap")))?;
        }
        Ok(())
    })
}

/// A document with this root.
fn xml(root: &str, write: impl FnOnce(&mut Writer<Vec<u8>>) -> io::Result<()>) -> Result<String, Diagnostic> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    let document = || {
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let start = BytesStart::new(root).with_attributes([("xmlns", NAMESPACE)]);
        let start = match root {
            "urlset" => start.with_attributes([("xmlns:xhtml", "http://www.w3.org/1999/xhtml")]),
            _ => start,
        };
        writer.write_event(Event::Start(start))?;
        write(&mut writer)?;
        writer.write_event(Event::End(BytesEnd::new(root)))
    };
    let written = document().and_then(|()| String::from_utf8(writer.into_inner()).map_err(io::Error::other));
    let mut text = written.map_err(|error| {
        Diagnostic::error("internal", format!("the sitemap cannot be written: {error}"))
            .with_help("report this, with the releases that were built")
    })?;
    text.push('\n');
    Ok(text)
}

fn url(writer: &mut Writer<Vec<u8>>, site: &Site, entry: &Entry) -> io::Result<()> {
    let Some(location) = page::absolute(site, &entry.path) else {
        return Ok(());
    };
    writer.write_event(Event::Start(BytesStart::new("url")))?;
    text(writer, "loc", &location)?;
    if let Some(changed) = &entry.changed {
        text(writer, "lastmod", changed)?;
    }
    // The order is that of the schema: what comes from another namespace stands last.
    if entry.languages.len() > 1 {
        for (locale, path) in &entry.languages {
            link(writer, locale.tag(), page::absolute(site, path))?;
        }
        let source = entry.languages.iter().find(|(locale, _)| *locale == site.source);
        let default = source.map_or("index.html", |(_, path)| path.as_str());
        link(writer, "x-default", page::absolute(site, default))?;
    }
    writer.write_event(Event::End(BytesEnd::new("url")))
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, value: &str) -> io::Result<()> {
    writer.write_event(Event::Start(BytesStart::new(name)))?;
    writer.write_event(Event::Text(BytesText::new(value)))?;
    writer.write_event(Event::End(BytesEnd::new(name)))
}

fn link(writer: &mut Writer<Vec<u8>>, language: &str, href: Option<String>) -> io::Result<()> {
    let Some(href) = href else { return Ok(()) };
    let attributes = [("rel", "alternate"), ("hreflang", language), ("href", href.as_str())];
    writer.write_event(Event::Empty(BytesStart::new("xhtml:link").with_attributes(attributes)))
}
