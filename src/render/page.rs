//! Everything a template may use, as values.
//!
//! A template sees `page` (what every page has), and `release`, `listing`, `languages` or `concordance` after its kind. Every name
//! below always exists; what there is nothing for is `none` or an empty list, so that a misspelled name is always an error.
//! Values of the type [`Value`] hold HTML written by [`crate::render::html`]; all others are text, and escaped by the template.

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::locale::format::Day;
use crate::render::Site;
use crate::render::strings::{Args, Strings};
use minijinja::Value;
use serde::Serialize;

/// What every page has.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Page {
    /// `release`, `index`, `languages`, `not-found` or `concordance`.
    pub(crate) kind: &'static str,
    /// The language of the page (BCP 47).
    pub(crate) lang: String,
    /// `ltr` or `rtl`.
    pub(crate) dir: &'static str,
    /// The title, without the name of the newsroom.
    pub(crate) title: String,
    /// One or two sentences for search engines.
    pub(crate) description: String,
    /// What leads from this page to the root of the site: `../`, as often as needed.
    pub(crate) root: String,
    /// The style sheet, from this page.
    pub(crate) css: String,
    /// The list of releases in the language of the page, from this page.
    pub(crate) home: String,
    /// The Atom feed in the language of the page, from this page.
    pub(crate) feed: Option<String>,
    /// The same text without layout, from this page.
    pub(crate) plain_text: Option<String>,
    /// The absolute address of the page; none without `base-url`.
    pub(crate) url: Option<String>,
    /// The absolute address for readers of no listed language; none without `base-url`.
    pub(crate) x_default: Option<String>,
    /// The page in all its languages, itself included; empty where there is only this one.
    pub(crate) alternates: Vec<Alternate>,
    /// The value of `og:type`.
    pub(crate) og_type: &'static str,
    /// The value of `og:locale`; none where it is not known.
    pub(crate) og_locale: Option<String>,
    /// The picture that other sites show beside a link to the page: the first of the text, if its absolute address is known.
    pub(crate) image: Option<Image>,
    /// Structured data (JSON-LD), ready to stand in a `script` element.
    pub(crate) json_ld: Option<Value>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Image {
    /// Its absolute address.
    pub(crate) url: String,
    /// Its text alternative.
    pub(crate) alternative: String,
}

/// The page in one language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Alternate {
    /// The language (BCP 47).
    pub(crate) lang: String,
    /// `ltr` or `rtl`.
    pub(crate) dir: &'static str,
    /// Its name in itself.
    pub(crate) name: String,
    /// The page in it, from this page.
    pub(crate) href: String,
    /// Its absolute address; none without `base-url`.
    pub(crate) url: Option<String>,
    /// The value of `og:locale`.
    pub(crate) og_locale: Option<String>,
    /// Whether it is this page.
    pub(crate) current: bool,
}

/// A day, in the forms that pages need.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Date {
    /// `2018-05-25`, for `datetime` attributes.
    pub(crate) iso: String,
    /// In full, in the language of the page.
    pub(crate) long: String,
    /// Without the year.
    pub(crate) short: String,
}

/// A release on its page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Release {
    /// Its path below the locale, without an extension.
    pub(crate) slug: String,
    /// The headline (HTML).
    pub(crate) title: Value,
    /// The headline as text.
    pub(crate) title_text: String,
    /// The abstract (HTML).
    pub(crate) summary: Option<Value>,
    /// The abstract as text.
    pub(crate) summary_text: Option<String>,
    /// The day of the release.
    pub(crate) date: Option<Date>,
    /// The place as the release has it.
    pub(crate) place: Option<String>,
    /// The body that issues it.
    pub(crate) issuer: Option<String>,
    /// The document symbol.
    pub(crate) symbol: Option<String>,
    /// The words that open the text, with the space behind them.
    pub(crate) dateline: Option<String>,
    /// The text (HTML), the dateline run into its first paragraph.
    pub(crate) body: Value,
    /// The footnotes (HTML), empty if there are none.
    pub(crate) notes: Value,
    /// The text as plain text.
    pub(crate) text: String,
    /// The footnotes as plain text, empty if there are none.
    pub(crate) text_notes: String,
    /// Whom to ask.
    pub(crate) contacts: Vec<Contact>,
    /// What was corrected.
    pub(crate) corrections: Vec<Dated>,
    /// That it was withdrawn.
    pub(crate) withdrawn: Option<Dated>,
    /// The moment before which it must not be published, if that is still to come.
    pub(crate) embargo: Option<Moment>,
    /// Whether the text may still change when it is spoken.
    pub(crate) check_against_delivery: bool,
    /// The original on a translation, if it is published.
    pub(crate) original: Option<Alternate>,
    /// Whether this is a translation.
    pub(crate) is_translation: bool,
    /// How many passages stand in the source language.
    pub(crate) fallbacks: usize,
    /// How many passages follow an earlier version.
    pub(crate) stale: usize,
    /// Whether the end of the text is marked.
    pub(crate) end_mark: bool,
    /// When it was published, RFC 3339.
    pub(crate) published: Option<String>,
    /// When it last changed for readers, RFC 3339.
    pub(crate) updated: Option<String>,
}

/// Whom to ask.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Contact {
    /// The name (HTML).
    pub(crate) name: Option<Value>,
    /// The name as text.
    pub(crate) name_text: Option<String>,
    /// The role (HTML).
    pub(crate) role: Option<Value>,
    /// The role as text.
    pub(crate) role_text: Option<String>,
    /// The e-mail address.
    pub(crate) email: Option<String>,
    /// The telephone number as printed.
    pub(crate) phone: Option<String>,
    /// The telephone number as a link.
    pub(crate) phone_href: Option<String>,
    /// The web address as a link.
    pub(crate) url: Option<String>,
    /// The web address as printed.
    pub(crate) url_text: Option<String>,
}

/// A note with its day.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Dated {
    /// The day.
    pub(crate) date: Option<Date>,
    /// The note (HTML).
    pub(crate) note: Option<Value>,
    /// The note as text.
    pub(crate) note_text: Option<String>,
}

/// A moment.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Moment {
    /// RFC 3339, for `datetime` attributes.
    pub(crate) iso: String,
    /// In the language of the page.
    pub(crate) text: String,
}

/// A page of the list of releases.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Listing {
    /// The releases on this page, newest first.
    pub(crate) releases: Vec<Listed>,
    /// How many there are on all pages.
    pub(crate) count: usize,
    /// The number of this page, from 1.
    pub(crate) number: usize,
    /// How many pages there are.
    pub(crate) pages: usize,
    /// The page with newer releases, from this page.
    pub(crate) newer: Option<String>,
    /// The page with older releases, from this page.
    pub(crate) older: Option<String>,
}

/// A release in a list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Listed {
    /// Its page, from this page.
    pub(crate) href: String,
    /// The headline (HTML).
    pub(crate) title: Value,
    /// The abstract (HTML).
    pub(crate) summary: Option<Value>,
    /// Its day.
    pub(crate) date: Option<Date>,
    /// Its symbol.
    pub(crate) symbol: Option<String>,
    /// Whether it was withdrawn.
    pub(crate) withdrawn: bool,
}

/// A row of the concordance: the same segment in every language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    /// What kind of segment it is, in English (`title`, `heading`, `paragraph`, …).
    pub(crate) kind: String,
    /// The number of a paragraph.
    pub(crate) number: Option<usize>,
    /// The texts in the order of the columns.
    pub(crate) cells: Vec<RowCell>,
}

/// A text of the concordance.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RowCell {
    /// Its language.
    pub(crate) lang: String,
    /// Its direction.
    pub(crate) dir: &'static str,
    /// The text (HTML).
    pub(crate) text: Value,
    /// `fresh`, `stale` or `missing`.
    pub(crate) state: &'static str,
}

/// A day in the language of `strings`.
pub(crate) fn date(day: Day, strings: &Strings) -> Result<Date, Diagnostic> {
    let args = Args::none().day(day);
    Ok(Date {
        iso: day.to_string(),
        long: strings.get("date-long", &args)?,
        short: strings.get("date-month-day", &args)?,
    })
}

/// What every page has, for a page at `path` (below the output folder) in the locale of `strings`.
pub(crate) fn page(site: &Site, strings: &Strings, path: &str, kind: &'static str) -> Page {
    let locale = strings.locale();
    let root = "../".repeat(path.matches('/').count());
    Page {
        kind,
        lang: locale.tag().to_owned(),
        dir: locale.direction().as_str(),
        title: String::new(),
        description: String::new(),
        css: format!("{root}{}", site.css_path),
        home: format!("{root}{locale}/index.html"),
        feed: None,
        plain_text: None,
        url: absolute(site, path),
        x_default: None,
        alternates: Vec::new(),
        og_type: "website",
        og_locale: og_locale(strings.formatting()),
        image: None,
        json_ld: None,
        root,
    }
}

/// The absolute address of the output at `path`; the index of a folder is the folder.
pub(crate) fn absolute(site: &Site, path: &str) -> Option<String> {
    let path = match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    };
    site.base_url.as_ref().map(|base| format!("{base}/{path}"))
}

/// The page at `path` in another language, seen from a page whose root is `root`.
pub(crate) fn alternate(site: &Site, locale: &Locale, path: &str, from: &Page) -> Result<Alternate, Diagnostic> {
    let strings = site.strings_of(locale);
    Ok(Alternate {
        lang: locale.tag().to_owned(),
        dir: locale.direction().as_str(),
        name: site.endonym(locale)?,
        href: format!("{}{path}", from.root),
        url: absolute(site, path),
        og_locale: og_locale(strings.formatting()),
        current: locale.tag() == from.lang,
    })
}

/// The `language_TERRITORY` that Open Graph wants; the territory is the locale's own, or where most readers of an official
/// language of the United Nations would look for it.
fn og_locale(locale: &Locale) -> Option<String> {
    let region = locale
        .tag()
        .split('-')
        .skip(1)
        .find(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_uppercase()));
    let usual = match locale.language() {
        "ar" => Some("AR"),
        "de" => Some("DE"),
        "en" => Some("GB"),
        "es" => Some("ES"),
        "fr" => Some("FR"),
        "it" => Some("IT"),
        "ja" => Some("JP"),
        "nl" => Some("NL"),
        "pl" => Some("PL"),
        "pt" => Some("PT"),
        "ru" => Some("RU"),
        "zh" if locale.tag().contains("Hant") => Some("TW"),
        "zh" => Some("CN"),
        _ => None,
    };
    region.or(usual).map(|region| format!("{}_{region}", locale.language()))
}
