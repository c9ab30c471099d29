//! The Atom feed of a locale (RFC 4287).

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::locale::format::Day;
use crate::render::entry::Line;
use crate::render::strings::{Args, Strings};
use crate::render::{Site, edition, escape, page};
use atom_syndication::{Category, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use jiff::Timestamp;

/// How many releases a feed has, the newest; what is older stays on the site.
pub(crate) const MOST_ENTRIES: usize = 50;

/// The feed with these editions, the newest of the locale, newest first.
pub(crate) fn atom(site: &Site, locale: &Locale, lines: &[Line<'_>]) -> Result<String, Diagnostic> {
    let strings = site.strings_of(locale);
    let name = escape::clean(&strings.get("site-name", &Args::none())?);
    let path = format!("{locale}/feed.xml");
    let last = lines.iter().filter_map(|line| line.entry.updated).max();
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
    let entries = lines.iter().map(|line| entry(site, line, strings));
    feed.entries = entries.collect::<Result<_, _>>()?;
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

/// An edition; of one that was withdrawn it is said in the place of what it said.
fn entry(site: &Site, line: &Line<'_>, strings: &Strings) -> Result<Entry, Diagnostic> {
    let own = line.entry;
    let withdrawn = own.withdrawn.and_then(Day::from_civil).map(|day| {
        let notice = strings.get("notice-withdrawn", &Args::none().day(day))?;
        Ok(escape::clean(&notice))
    });
    let summary = own.summary.as_ref().map(|summary| summary.text.clone());
    let path = line.path();
    let href = page::absolute(site, &path).unwrap_or_else(|| format!("../{path}"));
    let person = |name: &String| Person {
        name: name.clone(),
        ..Person::default()
    };
    let category = |symbol: &String| Category {
        term: escape::clean(symbol),
        ..Category::default()
    };
    Ok(Entry {
        title: Text::plain(own.title.text.clone()),
        id: edition::tag_uri(site, own.date, line.locale, line.card.slug),
        updated: date(own.updated),
        published: own.published.map(|moment| date(Some(moment))),
        links: vec![link("alternate", &href, line.locale)],
        summary: withdrawn.transpose()?.or(summary).map(Text::plain),
        authors: own.issuer.iter().map(person).collect(),
        categories: own.symbol.iter().map(category).collect(),
        ..Entry::default()
    })
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
