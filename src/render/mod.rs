//! An edition as a page and as wire text, and the site around it. Nothing here decides what is published.

mod body;
mod concordance;
mod edition;
mod enclosed;
pub mod entry;
mod escape;
mod feed;
mod honorific;
mod html;
mod json;
mod page;
pub mod site;
mod sitemap;
pub mod strings;
pub mod templates;
mod text;
mod wrap;

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::names::Slug;
use crate::newsroom::digest;
use crate::newsroom::outputs::Output;
use crate::release::Document;
use crate::release::front::FrontMatter;
use crate::release::inline::Inline;
use entry::Card;
use minijinja::{Value, context};
use site::{Plan, Planned};
use std::collections::BTreeMap;
use std::sync::Arc;
use strings::{Args, SiteFile, Strings};
use templates::Templates;

/// What all pages of a site share, as the newsroom gives it.
pub struct SiteInput {
    /// The locale that the releases are written in.
    pub source: Locale,
    /// Where the output will be published, without a `/` at the end; absolute links are written only if it is known.
    pub base_url: Option<String>,
    /// The strings of every locale of the site, the source locale included.
    pub strings: BTreeMap<Locale, Strings>,
    /// The newsroom's own templates by file name (`page.html`, `press.css`); they replace the built-in ones.
    pub templates: BTreeMap<String, String>,
    /// What is written, and how.
    pub options: Options,
}

/// What all pages of a site share, ready to render.
pub struct Site {
    source: Locale,
    base_url: Option<String>,
    strings: Arc<BTreeMap<Locale, Strings>>,
    /// Stands in for a locale that has no strings at all.
    built_in: Strings,
    templates: Templates,
    /// Where the style sheet stands; its name changes with its content, so that it can be kept for ever by whoever fetched it.
    css_path: String,
    options: Options,
}

/// What is written, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How many releases a page of the index lists; at least 1.
    pub page_size: usize,
    /// How lines of the text output end.
    pub line_end: LineEnd,
    /// Whether the text output is `format=flowed` (RFC 3676).
    pub flow: Flow,
    /// Whether IPTC ninjs 3.1 JSON is written beside every page.
    pub ninjs: bool,
}

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnd {
    /// Line feed.
    Lf,
    /// Carriage return and line feed, as mail has it.
    Crlf,
}

/// How a reader may refill the lines of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Lines are fixed.
    Fixed,
    /// A line that ends with a space goes on in the next one (RFC 3676).
    Flowed,
}

/// A release in one locale, as it is to be published.
#[derive(Debug, Clone)]
pub struct EditionInput {
    /// Which release.
    pub slug: Slug,
    /// In which locale.
    pub locale: Locale,
    /// The document of the release; every edition has the same.
    pub document: Arc<Document>,
    /// What stands for each segment of the document, in the same order.
    pub copies: Vec<Copy>,
    /// What the front matter of the release says; every edition has the same.
    pub front: Arc<FrontMatter>,
    /// The locales in which the release is published, this one included, in the order of the language switcher.
    pub published_in: Vec<Locale>,
    /// Whether the embargo still stands at the time of the build, so that the page is a preview and says so.
    pub under_embargo: bool,
    /// The files of the newsroom that the texts show or link to, by their target as the texts have it.
    pub files: Arc<BTreeMap<String, Enclosed>>,
}

/// A file that is published beside a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    /// Its path below the output folder.
    pub path: String,
    /// Width and height in pixels, if it is a picture whose size is known.
    pub size: Option<(usize, usize)>,
}

/// The text that stands for a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// The text, read as inline Markdown.
    pub inlines: Vec<Inline>,
    /// The locale it is written in: the edition's, or that of the source where the text falls back.
    pub locale: Locale,
    /// What readers must know of it.
    pub mark: Mark,
}

/// What readers must know of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    None,
    /// It stands in the source language, because there is no translation that may be published.
    Fallback,
    /// It is a translation of an earlier wording of the source.
    Stale,
}

impl EditionInput {
    /// What stands for the segment with this index.
    pub fn copy(&self, index: usize) -> Option<&Copy> {
        self.copies.get(index)
    }

    /// How many of the copies have this mark.
    pub fn marked(&self, mark: Mark) -> usize {
        self.copies.iter().filter(|copy| copy.mark == mark).count()
    }
}

impl Site {
    /// A site ready to render.
    ///
    /// # Errors
    /// Every template that is not well-formed (code `template`), with its place.
    pub fn new(input: SiteInput) -> Result<Site, Vec<Diagnostic>> {
        let strings = Arc::new(input.strings);
        let templates = Templates::new(&input.templates, strings.clone())?;
        let nothing = SiteFile::default();
        let (built_in, _) = Strings::new(input.source.clone(), input.source.clone(), &nothing, &nothing);
        Ok(Site {
            source: input.source,
            base_url: input.base_url,
            strings,
            built_in,
            css_path: css_path(&templates),
            templates,
            options: input.options,
        })
    }

    /// The strings of a locale; the built-in English for one that was not given any.
    fn strings_of(&self, locale: &Locale) -> &Strings {
        self.strings.get(locale).unwrap_or(&self.built_in)
    }

    /// A language's own name: what its `site.ftl` says, or its tag.
    fn endonym(&self, locale: &Locale) -> Result<String, Diagnostic> {
        match self.strings.get(locale) {
            Some(strings) if strings.is_own("language-name") || *locale == self.source => {
                strings.get("language-name", &Args::none())
            }
            _ => Ok(locale.tag().to_owned()),
        }
    }

    /// What templates may use as `site`: `name`, `description` and `base_url`.
    fn about(&self, strings: &Strings) -> Result<Value, Diagnostic> {
        Ok(context! {
            name => strings.get("site-name", &Args::none())?,
            description => strings.get("site-description", &Args::none())?,
            base_url => self.base_url.clone(),
        })
    }
}

fn css_path(templates: &Templates) -> String {
    format!("assets/press.{:.16}.css", digest(templates.css().as_bytes()))
}

impl Default for Options {
    fn default() -> Options {
        Options {
            page_size: 20,
            line_end: LineEnd::Lf,
            flow: Flow::Fixed,
            ninjs: false,
        }
    }
}

/// The page, the text and, if asked for, the ninjs JSON of an edition.
///
/// # Errors
/// What is wrong with the templates or with the strings they ask for (code `template`).
pub fn edition(site: &Site, input: &EditionInput) -> Result<Vec<Output>, Vec<Diagnostic>> {
    edition::outputs(site, input).map_err(|diagnostic| vec![about(diagnostic, input)])
}

/// The indexes, feeds, sitemap, language choice, 404 page and style sheet of a site with these editions, to be made.
pub fn around<'c>(site: &'c Site, cards: &[Card<'c>]) -> Plan<'c> {
    site::plan(site, cards)
}

/// The style sheet, which is one of the outputs around the editions.
pub fn style_sheet(site: &Site) -> Output {
    Output {
        path: site.css_path.clone(),
        bytes: site.templates.css().as_bytes().to_vec(),
    }
}

/// Makes one of the outputs around the editions.
///
/// # Errors
/// What is wrong with the templates or with the strings they ask for (code `template`).
pub fn planned(site: &Site, plan: &Plan<'_>, planned: &Planned<'_>) -> Result<Output, Diagnostic> {
    plan.make(site, planned)
}

/// One page with a release in all `editions` side by side, paragraph by paragraph, those that are not to be published included.
///
/// # Errors
/// What is wrong with the templates or with the strings they ask for (code `template`).
pub fn concordance(site: &Site, editions: &[EditionInput]) -> Result<Option<Output>, Vec<Diagnostic>> {
    concordance::output(site, editions).map_err(|diagnostic| vec![diagnostic])
}

/// Where the page with all editions of a release lies in the output tree.
pub fn concordance_path(slug: &Slug) -> String {
    concordance::path(slug)
}

/// The diagnostic with the edition it is about.
fn about(mut diagnostic: Diagnostic, input: &EditionInput) -> Diagnostic {
    diagnostic
        .subject
        .locale
        .get_or_insert_with(|| input.locale.to_string());
    diagnostic.subject.release.get_or_insert_with(|| input.slug.to_string());
    diagnostic
}
