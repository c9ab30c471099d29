//! What stands around the editions: indexes, feeds, sitemap, language choice, the page for what does not exist, the style sheet.

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::newsroom::outputs::Output;
use crate::render::page::{self, Listed, Listing, Page};
use crate::render::strings::{Args, Strings};
use crate::render::{EditionInput, Site, edition, feed, sitemap};
use minijinja::context;
use minijinja::value::Serde;

/// The outputs around these editions.
pub(crate) fn outputs(site: &Site, editions: &[EditionInput]) -> Result<Vec<Output>, Diagnostic> {
    let locales = locales(site, editions);
    let mut outputs = vec![Output {
        path: site.css_path.clone(),
        bytes: site.templates.css().as_bytes().to_vec(),
    }];
    for locale in &locales {
        let listed = in_locale(editions, locale);
        outputs.extend(indexes(site, locale, &locales, &listed)?);
        outputs.push(Output {
            path: format!("{locale}/feed.xml"),
            bytes: feed::atom(site, locale, &listed)?.into_bytes(),
        });
    }
    outputs.push(choice(site, &locales)?);
    outputs.push(not_found(site, &locales)?);
    if site.base_url.is_some() {
        let xml = sitemap::write(site, &locales, editions)?;
        outputs.push(Output {
            path: "sitemap.xml".to_owned(),
            bytes: xml.into_bytes(),
        });
    }
    Ok(outputs)
}

/// The locales in which something is published, the source locale first; it is there even if nothing is.
fn locales(site: &Site, editions: &[EditionInput]) -> Vec<Locale> {
    let mut found: Vec<Locale> = editions.iter().map(|edition| edition.locale.clone()).collect();
    found.push(site.source.clone());
    found.sort_by_key(|locale| (*locale != site.source, locale.clone()));
    found.dedup();
    found
}

/// The editions in a locale, newest first.
fn in_locale<'a>(editions: &'a [EditionInput], locale: &Locale) -> Vec<&'a EditionInput> {
    let mut found: Vec<&EditionInput> = editions.iter().filter(|edition| edition.locale == *locale).collect();
    found.sort_by(|a, b| {
        let newest = edition::published(b).cmp(&edition::published(a));
        newest.then_with(|| a.slug.cmp(&b.slug))
    });
    found
}

/// Where the page of a list with this number stands.
pub(crate) fn index_path(locale: &Locale, number: usize) -> String {
    match number {
        1 => format!("{locale}/index.html"),
        _ => format!("{locale}/index-{number}.html"),
    }
}

fn indexes(
    site: &Site,
    locale: &Locale,
    locales: &[Locale],
    editions: &[&EditionInput],
) -> Result<Vec<Output>, Diagnostic> {
    let size = site.options.page_size.max(1);
    let pages = editions.len().div_ceil(size).max(1);
    let mut outputs = Vec::new();
    for number in 1..=pages {
        let shown = editions.iter().skip((number - 1) * size).take(size);
        let shown: Vec<&EditionInput> = shown.copied().collect();
        let window = Window {
            number,
            pages,
            count: editions.len(),
        };
        outputs.push(index(site, locale, locales, &shown, window)?);
    }
    Ok(outputs)
}

/// Which page of a list it is.
#[derive(Clone, Copy)]
struct Window {
    number: usize,
    pages: usize,
    count: usize,
}

fn index(
    site: &Site,
    locale: &Locale,
    locales: &[Locale],
    shown: &[&EditionInput],
    window: Window,
) -> Result<Output, Diagnostic> {
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
            .map(|edition| listed(edition, &page, strings))
            .collect::<Result<_, _>>()?,
        count: window.count,
        number: window.number,
        pages: window.pages,
        newer: (window.number > 1).then(|| name(window.number - 1)),
        older: (window.number < window.pages).then(|| name(window.number + 1)),
    };
    let context = context! { site => site.about(strings)?, page => Serde(&page), listing => Serde(&listing) };
    Ok(Output {
        bytes: site.templates.fill("index.html", &context)?.into_bytes(),
        path,
    })
}

/// The first index page of every locale, seen from `page`.
fn alternates(site: &Site, locales: &[Locale], page: &Page) -> Result<Vec<page::Alternate>, Diagnostic> {
    let one = |locale: &Locale| page::alternate(site, locale, &index_path(locale, 1), page);
    locales.iter().map(one).collect()
}

/// A release in a list, seen from `page`.
fn listed(input: &EditionInput, page: &Page, strings: &Strings) -> Result<Listed, Diagnostic> {
    let front = &input.front;
    let title = edition::field(input, front.title);
    let summary = edition::summary(input);
    Ok(Listed {
        href: format!("{}{}", page.root, edition::path(input, "html")),
        title: title.map_or(minijinja::Value::from(""), |copy| edition::phrase(copy, &input.locale)),
        summary: summary.map(|copy| edition::phrase(copy, &input.locale)),
        date: front
            .date
            .map(|date| edition::day(date, strings))
            .transpose()?
            .flatten(),
        symbol: front.symbol.clone(),
        withdrawn: front.withdrawn.is_some(),
    })
}

/// The page at the root, on which a reader chooses a language.
fn choice(site: &Site, locales: &[Locale]) -> Result<Output, Diagnostic> {
    let strings = site.strings_of(&site.source);
    let path = "index.html".to_owned();
    let mut page = page::page(site, strings, &path, "languages");
    page.title = strings.get("choose-language", &Args::none())?;
    page.description = strings.get("site-description", &Args::none())?;
    let mut languages = alternates(site, locales, &page)?;
    languages.iter_mut().for_each(|language| language.current = false);
    let context = context! { site => site.about(strings)?, page => Serde(&page), languages => Serde(&languages) };
    Ok(Output {
        bytes: site.templates.fill("languages.html", &context)?.into_bytes(),
        path,
    })
}

/// The page for addresses that do not exist. A server shows it at any depth, so its links begin at the root of the host.
fn not_found(site: &Site, locales: &[Locale]) -> Result<Output, Diagnostic> {
    let strings = site.strings_of(&site.source);
    let path = "404.html".to_owned();
    let mut page = page::page(site, strings, &path, "not-found");
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
    Ok(Output {
        bytes: site.templates.fill("404.html", &context)?.into_bytes(),
        path,
    })
}
