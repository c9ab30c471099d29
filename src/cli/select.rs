//! Which locales, releases and segments a command is about.

use globset::{Glob, GlobSet, GlobSetBuilder};
use pressroom::desk::Desk;
use pressroom::diagnostic::{Diagnostic, suggestion};
use pressroom::edition::Work;
use pressroom::locale::Locale;

/// The options that choose locales and releases.
#[derive(clap::Args)]
pub(crate) struct Selection {
    /// Only these locales, e.g. `fr` or `fr,ar`
    #[arg(short, long = "locale", value_name = "LOCALE", value_delimiter = ',')]
    pub(crate) locales: Vec<String>,
    /// Only releases whose name matches, e.g. `2018/**`; `site` and `glossary` name the newsroom's own catalogs
    #[arg(short, long = "release", value_name = "GLOB")]
    pub(crate) releases: Vec<String>,
}

impl Selection {
    /// Whether nothing is left out.
    pub(crate) fn is_all(&self) -> bool {
        self.locales.is_empty() && self.releases.is_empty()
    }
}

/// The locales named, or all of the newsroom if none is; the source locale is none of them.
///
/// # Errors
/// A diagnostic (code `usage`) for a name that is no locale of the newsroom, or that of the source.
pub(crate) fn locales(desk: &Desk<'_>, named: &[String]) -> Result<Vec<Locale>, Diagnostic> {
    let source = desk.newsroom.source_locale();
    let found = with_source(desk, named)?;
    if found.contains(source) {
        let tags: Vec<String> = desk.locales.iter().map(|locale| format!("`{locale}`")).collect();
        return Err(
            is_source(source).with_help(format!("name locales that it is translated into: {}", tags.join(", ")))
        );
    }
    Ok(found)
}

/// The same where the source locale may be named too.
///
/// # Errors
/// A diagnostic (code `usage`) for a name that is no locale of the newsroom.
pub(crate) fn with_source(desk: &Desk<'_>, named: &[String]) -> Result<Vec<Locale>, Diagnostic> {
    if named.is_empty() {
        return Ok(desk.locales.clone());
    }
    let find = |tag: &String| {
        let mut known = desk.locales.iter().chain([desk.newsroom.source_locale()]);
        let found = known.find(|locale| locale.tag() == tag).cloned();
        found.ok_or_else(|| unknown(desk, tag))
    };
    let mut found = named.iter().map(find).collect::<Result<Vec<_>, _>>()?;
    found.sort();
    found.dedup();
    Ok(found)
}

/// The locale of this tag, which need not have a folder yet.
///
/// # Errors
/// A diagnostic (code `usage`) if it is no tag, or the source locale.
pub(crate) fn any_locale(desk: &Desk<'_>, tag: &str) -> Result<Locale, Diagnostic> {
    let locale = Locale::new(tag).map_err(|why| {
        Diagnostic::error("usage", why)
            .with_help("write a BCP 47 language tag in canonical form, e.g. `fr`, `pt-BR`, `zh-Hant`")
    })?;
    if &locale == desk.newsroom.source_locale() {
        return Err(is_source(&locale).with_help("run `pressroom extract` to bring its catalogs up to date"));
    }
    Ok(locale)
}

/// The works whose name matches one of these patterns; all if there is none.
///
/// # Errors
/// A diagnostic (code `usage`) for a pattern that is none, or that no work matches.
pub(crate) fn works(desk: &Desk<'_>, patterns: &[String]) -> Result<Option<GlobSet>, Diagnostic> {
    if patterns.is_empty() {
        return Ok(None);
    }
    let mut set = GlobSetBuilder::new();
    let names = desk.names();
    for pattern in patterns {
        let trimmed = pattern.trim_start_matches("releases/").trim_end_matches(".md");
        let glob = Glob::new(trimmed).map_err(|error| {
            Diagnostic::error(
                "usage",
                format!("`{}` is not a pattern: {}", pattern.escape_debug(), error.kind()),
            )
            .with_help("write a glob over release names, e.g. `2018/**`")
        })?;
        let matcher = glob.compile_matcher();
        if !names.iter().any(|name| matcher.is_match(name)) {
            let error = Diagnostic::error("usage", format!("no release matches `{}`", pattern.escape_debug()));
            return Err(error.with_help(suggestion(trimmed, &names)));
        }
        set.add(glob);
    }
    let set = set
        .build()
        .map_err(|error| Diagnostic::error("usage", error.to_string()).with_help("name fewer releases"))?;
    Ok(Some(set))
}

/// A set of patterns over names of releases, which need not exist any more; all if there is none.
///
/// # Errors
/// A diagnostic (code `usage`) for a pattern that is none.
pub(crate) fn patterns(patterns: &[String]) -> Result<Option<GlobSet>, Diagnostic> {
    let mut set = GlobSetBuilder::new();
    let wrong = |error: globset::Error| {
        Diagnostic::error("usage", format!("a pattern is none: {}", error.kind()))
            .with_help("write a glob over release names, e.g. `2018/**`")
    };
    for pattern in patterns {
        set.add(Glob::new(pattern).map_err(wrong)?);
    }
    if patterns.is_empty() {
        Ok(None)
    } else {
        set.build().map(Some).map_err(wrong)
    }
}

/// One segment, or all of a work: `RELEASE` or `RELEASE#ID`.
pub(crate) struct Target {
    /// The release or catalog.
    pub(crate) work: Work,
    /// The segment; all of the work if none.
    pub(crate) id: Option<String>,
}

/// The targets named.
///
/// # Errors
/// A diagnostic (code `usage`) for a release that does not exist.
pub(crate) fn targets(desk: &Desk<'_>, named: &[String]) -> Result<Vec<Target>, Diagnostic> {
    named.iter().map(|name| target(desk, name)).collect()
}

fn target(desk: &Desk<'_>, name: &str) -> Result<Target, Diagnostic> {
    let (work, id) = match name.split_once('#') {
        Some((work, id)) => (work, Some(id.to_owned())),
        None => (name, None),
    };
    let work = work.trim_start_matches("releases/").trim_end_matches(".md");
    match desk.works().into_iter().find(|known| known.name() == work) {
        Some(work) => Ok(Target { work, id }),
        None => Err(
            Diagnostic::error("usage", format!("there is no release `{}`", work.escape_debug()))
                .with_help(suggestion(work, &desk.names())),
        ),
    }
}

/// Whether something of the work of this name is among the targets; all is if none is named.
pub(crate) fn chosen_name(targets: &[Target], name: &str) -> bool {
    targets.is_empty() || targets.iter().any(|target| target.work.name() == name)
}

/// Whether a segment is among the targets; all are if none is named.
pub(crate) fn chosen(targets: &[Target], work: &Work, id: &str) -> bool {
    targets.is_empty()
        || targets
            .iter()
            .any(|target| &target.work == work && target.id.as_deref().is_none_or(|named| named == id))
}

fn is_source(locale: &Locale) -> Diagnostic {
    Diagnostic::error("usage", format!("`{locale}` is the source locale"))
}

fn unknown(desk: &Desk<'_>, tag: &str) -> Diagnostic {
    let tags: Vec<&str> = desk.locales.iter().map(Locale::tag).collect();
    let shown = tag.escape_debug();
    Diagnostic::error("usage", format!("the newsroom has no locale `{shown}`"))
        .with_note(format!("`pressroom update {shown}` begins a new one"))
        .with_help(suggestion(tag, &tags))
}
