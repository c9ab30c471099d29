//! The Atom feed of a locale (RFC 4287).

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::render::strings::Args;
use crate::render::{EditionInput, Site, edition, escape, page};
use atom_syndication::{Category, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use jiff::Timestamp;

/// How many releases a feed has, the newest; what is older stays on the site.
const MOST_ENTRIES: usize = 50;

/// The feed with these editions, which come newest first.
pub(crate) fn atom(site: &Site, locale: &Locale, editions: &[&EditionInput]) -> Result<String, Diagnostic> {
    let strings = site.strings_of(locale);
    let name = escape::clean(&strings.get("site-name", &Args::none())?);
    let path = format!("{locale}/feed.xml");
    let last = editions.iter().filter_map(|input| edition::updated(input)).max();
    let mut feed = Feed {
        title: Text::plain(name.clone()),
        id: format!("tag:{},2018:/{locale}/feed", edition::authority(site)),
        updated: date(last),
        lang: Some(locale.tag().to_owned()),
        generator: Some(Generator {
            value: "pressroom".to_owned(),
            uri: None,
            version: None,
        }),
        subtitle: Some(Text::plain(escape::clean(
            &strings.get("site-description", &Args::none())?,
        ))),
        authors: vec![Person {
            name,
            ..Person::default()
        }],
        ..Feed::default()
    };
    feed.links
        .extend(page::absolute(site, &path).map(|url| link("self", &url, locale)));
    let home = page::absolute(site, &format!("{locale}/index.html")).unwrap_or_else(|| "index.html".to_owned());
    feed.links.push(link("alternate", &home, locale));
    feed.entries = editions
        .iter()
        .take(MOST_ENTRIES)
        .map(|input| entry(site, input))
        .collect();
    let config = atom_syndication::WriteConfig {
        write_document_declaration: true,
        indent_size: Some(2),
    };
    let bytes = feed.write_with_config(Vec::new(), config).map_err(|error| {
        Diagnostic::error("internal", format!("the feed of `{locale}` cannot be written: {error}"))
            .with_help("report this, with the releases that were built")
    })?;
    Ok(format!("{}\n", String::from_utf8_lossy(&bytes).trim_end()))
}

fn entry(site: &Site, input: &EditionInput) -> Entry {
    let front = &input.front;
    let path = edition::path(input, "html");
    let title = edition::field(input, front.title).map_or(String::new(), edition::words);
    let href = page::absolute(site, &path).unwrap_or_else(|| format!("../{path}"));
    let issuer = edition::field(input, front.issuer).map(edition::words);
    Entry {
        title: Text::plain(title),
        id: edition::tag_uri(site, input),
        updated: date(edition::updated(input)),
        published: edition::published(input).map(|moment| date(Some(moment))),
        links: vec![link("alternate", &href, &input.locale)],
        summary: edition::summary(input).map(|copy| Text::plain(edition::words(copy))),
        authors: issuer
            .map(|name| Person {
                name,
                ..Person::default()
            })
            .into_iter()
            .collect(),
        categories: front
            .symbol
            .as_deref()
            .map(|symbol| Category {
                term: escape::clean(symbol),
                ..Category::default()
            })
            .into_iter()
            .collect(),
        ..Entry::default()
    }
}

fn link(rel: &str, href: &str, locale: &Locale) -> Link {
    let media = if rel == "self" {
        "application/atom+xml"
    } else {
        "text/html"
    };
    Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        hreflang: Some(locale.tag().to_owned()),
        mime_type: Some(media.to_owned()),
        title: None,
        length: None,
    }
}

/// The moment, or the beginning of 1970 for what has none: a feed must have one, and the clock must not decide it.
fn date(moment: Option<Timestamp>) -> FixedDateTime {
    let text = moment.unwrap_or(Timestamp::UNIX_EPOCH).to_string();
    text.parse().unwrap_or_default()
}
