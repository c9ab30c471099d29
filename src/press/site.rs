//! What all pages share: strings, templates, options.

use crate::desk::Desk;
use crate::diagnostic::Diagnostic;
use crate::edition::{State, Work};
use crate::locale::Locale;
use crate::newsroom::config::{Config, OnMissing};
use crate::publication::Gaps;
use crate::render::strings::{SiteFile, Strings};
use crate::render::{Flow, LineEnd, Options, SiteInput};
use std::collections::BTreeMap;

/// What all pages share, and in which locales its strings are not fit to be published.
///
/// # Errors
/// A diagnostic (code `io`) if a file of it is there but cannot be read.
pub(super) fn site(
    desk: &Desk<'_>,
    told: &mut Vec<Diagnostic>,
) -> Result<(SiteInput, BTreeMap<Locale, Gaps>), Diagnostic> {
    let config = &desk.newsroom.config;
    let source = config.source_locale.0.clone();
    let english = SiteFile {
        path: Work::Site.path(&source),
        text: desk.own_text(&Work::Site),
        ..SiteFile::default()
    };
    let mut strings = BTreeMap::new();
    let mut gaps = BTreeMap::new();
    let mut add = |locale: &Locale, file: &SiteFile| {
        let (made, wrong) = Strings::new(locale.clone(), config.format_of(locale), file, &english);
        told.extend(wrong);
        strings.insert(locale.clone(), made.with_source(source.clone()));
    };
    add(&source, &english);
    for locale in &desk.locales {
        let (file, open) = strings_of(desk, locale)?;
        add(locale, &file);
        let falls_back = config
            .locales
            .get(locale)
            .and_then(|own| own.missing)
            .or(config.policy.missing)
            == Some(OnMissing::Fallback);
        if open != Gaps::default() && !falls_back {
            gaps.insert(locale.clone(), open);
        }
    }
    let input = SiteInput {
        source,
        base_url: config.base_url.clone(),
        strings,
        options: options(config),
        templates: desk.templates()?,
    };
    Ok((input, gaps))
}

/// The `site.ftl` of a locale without what is not fresh, and how much that is.
fn strings_of(desk: &Desk<'_>, locale: &Locale) -> Result<(SiteFile, Gaps), Diagnostic> {
    let mut gaps = Gaps::default();
    let mut file = SiteFile {
        path: Work::Site.path(locale),
        ..SiteFile::default()
    };
    for edition in desk
        .own_editions(locale)
        .into_iter()
        .filter(|edition| edition.work == Work::Site)
    {
        if let Some(unread) = edition.told.iter().find(|told| told.code == "io") {
            return Err(unread.clone());
        }
        file.text = edition
            .catalog
            .as_ref()
            .map(|catalog| catalog.source.text().to_owned())
            .unwrap_or_default();
        for unit in &edition.units {
            match unit.state() {
                State::Fresh => continue,
                State::Stale => gaps.stale += 1,
                State::Draft => gaps.draft += 1,
                State::Unverified => gaps.unverified += 1,
                State::Missing => gaps.missing += 1,
            }
            file.withheld.insert(unit.wanted.id.to_string());
        }
    }
    Ok((file, gaps))
}

fn options(config: &Config) -> Options {
    Options {
        page_size: config.page_size,
        line_end: if config.build.crlf { LineEnd::Crlf } else { LineEnd::Lf },
        flow: if config.build.flowed { Flow::Flowed } else { Flow::Fixed },
        ninjs: config.build.ninjs,
    }
}
