//! What stands around the editions: indexes, feeds, sitemap, language choice, the page for what does not exist, the style sheet.

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::newsroom::digest::{Digest, digest_of};
use crate::newsroom::outputs::Output;
use crate::render::entry::{Card, Entry, Line, Phrase};
use crate::render::page::{self, Listed, Listing, Page};
use crate::render::strings::{Args, Strings};
use crate::render::{Site, edition, feed, sitemap};
use minijinja::context;
use minijinja::value::{Serde, Value};
use rayon::prelude::*;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What stands around the editions, not yet made: what each output shows is known, so that nothing is made that shows what it showed.
pub struct Plan<'c> {
    /// The locales in which something is published, the source locale first.
    locales: Vec<Locale>,
    /// The outputs.
    pub pages: Vec<Planned<'c>>,
}

/// An output that is not yet made.
pub struct Planned<'c> {
    /// Path below the output folder.
    pub path: String,
    /// A digest of everything the output depends on besides strings and templates, if it has one.
    pub key: Option<Digest>,
    what: What<'c>,
}

/// The outputs there are.
enum What<'c> {
    Style,
    Index(&'c Locale, Vec<Line<'c>>, Window),
    Feed(&'c Locale, Vec<Line<'c>>),
    Choice,
    NotFound,
    Map(Vec<sitemap::Listed<'c>>, Vec<Line<'c>>),
    Maps(usize),
}

/// The outputs around these editions.
pub(crate) fn plan<'c>(site: &'c Site, cards: &[Card<'c>]) -> Plan<'c> {
    let by_locale = newest_first(site, cards);
    let mut pages = vec![(site.css_path.clone(), What::Style)];
    for (locale, own) in &by_locale {
        pages.extend(of_locale(site, locale, own));
    }
    pages.push(("index.html".to_owned(), What::Choice));
    pages.push(("404.html".to_owned(), What::NotFound));
    let locales: Vec<Locale> = by_locale.iter().map(|(locale, _)| (*locale).clone()).collect();
    if site.base_url.is_some() {
        let changed = |own: &[Line<'_>]| own.iter().filter_map(|line| line.entry.updated).max();
        let lists = by_locale.iter().map(|(locale, own)| (*locale, changed(own))).collect();
        let mut lines: Vec<Line<'c>> = by_locale.into_iter().flat_map(|(_, own)| own).collect();
        lines.par_sort_by_cached_key(Line::path);
        pages.extend(maps(lists, &lines));
    }
    let planned = |(path, what): (String, What<'c>)| Planned {
        key: what.shown(&locales),
        path,
        what,
    };
    Plan {
        pages: pages.into_par_iter().map(planned).collect(),
        locales,
    }
}

/// The locales, the source locale first, each with its editions, newest first.
fn newest_first<'c>(site: &'c Site, cards: &[Card<'c>]) -> Vec<(&'c Locale, Vec<Line<'c>>)> {
    // The source locale is there even if nothing is published.
    let mut by_locale = BTreeMap::from([(&site.source, Vec::new())]);
    for line in cards.iter().copied().flat_map(Card::lines) {
        by_locale.entry(line.locale).or_insert_with(Vec::new).push(line);
    }
    let mut by_locale: Vec<_> = by_locale.into_iter().collect();
    by_locale.sort_by_key(|(locale, _)| **locale != site.source);
    by_locale
        .par_iter_mut()
        .for_each(|(_, own)| own.sort_by_key(|line| (Reverse(line.entry.published), line.card.slug)));
    by_locale
}

/// The lists of one locale, newest first.
fn of_locale<'c>(site: &Site, locale: &'c Locale, lines: &[Line<'c>]) -> Vec<(String, What<'c>)> {
    let size = site.options.page_size.max(1);
    let pages = lines.len().div_ceil(size).max(1);
    let index = |number: usize| {
        let shown = lines.iter().skip((number - 1) * size).take(size).copied().collect();
        let window = Window {
            number,
            pages,
            count: lines.len(),
        };
        (index_path(locale, number), What::Index(locale, shown, window))
    };
    let newest = lines.iter().take(feed::MOST_ENTRIES).copied().collect();
    let feed = (format!("{locale}/feed.xml"), What::Feed(locale, newest));
    (1..=pages).map(index).chain(std::iter::once(feed)).collect()
}

/// The map of the site; where it would be longer than one file may be, several and a list of them.
fn maps<'c>(lists: Vec<sitemap::Listed<'c>>, lines: &[Line<'c>]) -> Vec<(String, What<'c>)> {
    if lines.len() <= sitemap::MOST_PAGES {
        return vec![(sitemap::PATH.to_owned(), What::Map(lists, lines.to_vec()))];
    }
    let parts = lines.chunks(sitemap::MOST_PAGES);
    let mut maps = vec![(sitemap::PATH.to_owned(), What::Maps(parts.len()))];
    let mut lists = Some(lists);
    for (at, part) in parts.enumerate() {
        let lists = lists.take().unwrap_or_default();
        maps.push((sitemap::part_path(at), What::Map(lists, part.to_vec())));
    }
    maps
}

impl<'c> What<'c> {
    /// The digest of everything that is shown.
    fn shown(&self, locales: &[Locale]) -> Option<Digest> {
        let tags: Vec<&str> = locales.iter().map(Locale::tag).collect();
        match self {
            What::Style | What::Choice | What::NotFound => digest_of(&tags),
            What::Index(_, lines, window) => digest_of(&(tags, window, entries(lines))),
            What::Feed(_, lines) => digest_of(&(tags, entries(lines))),
            What::Map(lists, lines) => {
                let tags_of = |line: &Line<'c>| line.card.editions.iter().map(|(locale, _)| locale.tag()).collect();
                let line = |line: &Line<'c>| {
                    let languages: Vec<&str> = tags_of(line);
                    (
                        line.locale.tag(),
                        line.card.slug.as_str(),
                        languages,
                        line.entry.updated,
                    )
                };
                let lists: Vec<_> = lists.iter().map(|(locale, changed)| (locale.tag(), changed)).collect();
                digest_of(&(tags, lists, lines.iter().map(line).collect::<Vec<_>>()))
            }
            What::Maps(count) => digest_of(&(tags, count)),
        }
    }
}

fn entries<'l>(lines: &'l [Line<'l>]) -> Vec<(&'l str, &'l Entry)> {
    lines.iter().map(|line| (line.card.slug.as_str(), line.entry)).collect()
}

impl Plan<'_> {
    /// Makes one of the outputs.
    pub(crate) fn make(&self, site: &Site, planned: &Planned<'_>) -> Result<Output, Diagnostic> {
        let path = planned.path.clone();
        let locales = &self.locales;
        let bytes = match &planned.what {
            What::Style => super::style_sheet(site).bytes,
            What::Index(locale, shown, window) => index(site, locale, locales, shown, *window)?.into_bytes(),
            What::Feed(locale, lines) => feed::atom(site, locale, lines)?.into_bytes(),
            What::Choice => choice(site, locales)?.into_bytes(),
            What::NotFound => not_found(site, locales)?.into_bytes(),
            What::Map(lists, lines) => sitemap::write(site, lists, lines)?.into_bytes(),
            What::Maps(count) => sitemap::list(site, *count)?.into_bytes(),
        };
        Ok(Output { path, bytes })
    }
}

/// Where the page of a list with this number stands.
pub(crate) fn index_path(locale: &Locale, number: usize) -> String {
    match number {
        1 => format!("{locale}/index.html"),
        _ => format!("{locale}/index-{number}.html"),
    }
}

/// Which page of a list it is.
#[derive(Clone, Copy, Serialize)]
struct Window {
    number: usize,
    pages: usize,
    count: usize,
}

fn index(
    site: &Site,
    locale: &Locale,
    locales: &[Locale],
    shown: &[Line<'_>],
    window: Window,
) -> Result<String, Diagnostic> {
    let strings = site.strings_of(locale);
    let path = index_path(locale, window.number);
    let mut page = page::page(site, strings, &path, "index");
    page.title = strings.get("releases", &Args::none())?;
    page.description = strings.get("site-description", &Args::none())?;
    page.feed = Some(format!("{}{locale}/feed.xml", page.root));
    page.x_default = page::absolute(site, &index_path(&site.source, 1));
    if window.number == 1 {
        page.alternates = alternates(site, locales, &page)?;
    } else {
        page.x_default = None;
    }
    let name = |number: usize| index_path(locale, number).split_off(locale.tag().len() + 1);
    let listing = Listing {
        releases: shown
            .iter()
            .map(|line| listed(line, &page, strings))
            .collect::<Result<_, _>>()?,
        count: window.count,
        number: window.number,
        pages: window.pages,
        newer: (window.number > 1).then(|| name(window.number - 1)),
        older: (window.number < window.pages).then(|| name(window.number + 1)),
    };
    let context = context! { site => site.about(strings)?, page => Serde(&page), listing => Serde(&listing) };
    site.templates.fill("index.html", &context)
}

/// The first index page of every locale, seen from `page`.
fn alternates(site: &Site, locales: &[Locale], page: &Page) -> Result<Vec<page::Alternate>, Diagnostic> {
    let one = |locale: &Locale| page::alternate(site, locale, &index_path(locale, 1), page);
    locales.iter().map(one).collect()
}

/// A release in a list, seen from `page`.
fn listed(line: &Line<'_>, page: &Page, strings: &Strings) -> Result<Listed, Diagnostic> {
    let entry = line.entry;
    let html = |phrase: &Phrase| Value::from_safe_string(phrase.html().to_owned());
    let date = entry.date.map(|date| edition::day(date, strings)).transpose()?;
    Ok(Listed {
        href: format!("{}{}", page.root, line.path()),
        title: html(&entry.title),
        summary: entry.summary.as_ref().map(html),
        date: date.flatten(),
        symbol: entry.symbol.clone(),
        withdrawn: entry.withdrawn.is_some(),
    })
}

/// The page at the root, on which a reader chooses a language.
fn choice(site: &Site, locales: &[Locale]) -> Result<String, Diagnostic> {
    let strings = site.strings_of(&site.source);
    let mut page = page::page(site, strings, "index.html", "languages");
    page.title = strings.get("choose-language", &Args::none())?;
    page.description = strings.get("site-description", &Args::none())?;
    let mut languages = alternates(site, locales, &page)?;
    languages.iter_mut().for_each(|language| language.current = false);
    let context = context! { site => site.about(strings)?, page => Serde(&page), languages => Serde(&languages) };
    site.templates.fill("languages.html", &context)
}

/// The page for addresses that do not exist. A server shows it at any depth, so its links begin at the root of the host.
fn not_found(site: &Site, locales: &[Locale]) -> Result<String, Diagnostic> {
    let strings = site.strings_of(&site.source);
    let mut page = page::page(site, strings, "404.html", "not-found");
    let base = site.base_url.as_deref().unwrap_or_default();
    let host_path = base.split_once("://").map_or("", |(_, rest)| rest);
    let folder = host_path.split_once('/').map_or("", |(_, folder)| folder);
    page.root = match folder.trim_end_matches('/') {
        "" => "/".to_owned(),
        folder => format!("/{folder}/"),
    };
    page.css = format!("{}{}", page.root, site.css_path);
    page.home = format!("{}{}", page.root, index_path(&site.source, 1));
    page.url = None;
    page.title = strings.get("not-found", &Args::none())?;
    let mut languages = alternates(site, locales, &page)?;
    languages.iter_mut().for_each(|language| language.current = false);
    let context = context! { site => site.about(strings)?, page => Serde(&page), languages => Serde(&languages) };
    site.templates.fill("404.html", &context)
}
