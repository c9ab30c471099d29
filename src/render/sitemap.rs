//! `sitemap.xml` (sitemaps.org 0.9) with the languages of every page.

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::render::{EditionInput, Site, edition, page, site};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::collections::BTreeMap;
use std::io;

/// A page of the map.
struct Entry {
    /// Its path below the output folder.
    path: String,
    /// The day it last changed.
    changed: Option<String>,
    /// The same page in all its languages: locale and path.
    languages: Vec<(Locale, String)>,
}

/// The map of a site with these editions.
pub(crate) fn write(site: &Site, locales: &[Locale], editions: &[EditionInput]) -> Result<String, Diagnostic> {
    let mut entries: Vec<Entry> = Vec::new();
    let indexes: Vec<(Locale, String)> = locales
        .iter()
        .map(|locale| (locale.clone(), site::index_path(locale, 1)))
        .collect();
    for (locale, path) in &indexes {
        let in_locale = editions.iter().filter(|input| input.locale == *locale);
        entries.push(Entry {
            path: path.clone(),
            changed: in_locale.filter_map(changed).max(),
            languages: indexes.clone(),
        });
    }
    let mut by_path: BTreeMap<String, &EditionInput> = BTreeMap::new();
    for input in editions {
        by_path.insert(edition::path(input, "html"), input);
    }
    for (path, input) in by_path {
        let in_language = |locale: &Locale| (locale.clone(), format!("{locale}/{}.html", input.slug));
        entries.push(Entry {
            path,
            changed: changed(input),
            languages: input.published_in.iter().map(in_language).collect(),
        });
    }
    xml(site, &entries).map_err(|error| {
        Diagnostic::error("internal", format!("the sitemap cannot be written: {error}"))
            .with_help("report this, with the releases that were built")
    })
}

fn changed(input: &EditionInput) -> Option<String> {
    edition::updated(input).map(|moment| moment.to_string())
}

fn xml(site: &Site, entries: &[Entry]) -> io::Result<String> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = BytesStart::new("urlset").with_attributes([
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ]);
    writer.write_event(Event::Start(root))?;
    for entry in entries {
        url(&mut writer, site, entry)?;
    }
    writer.write_event(Event::End(BytesEnd::new("urlset")))?;
    let mut text = String::from_utf8_lossy(&writer.into_inner()).into_owned();
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
