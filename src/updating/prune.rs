//! What a person asks to be removed for good: translations whose English is gone.

use super::{stray, transplant};
use crate::catalog::edit;
use crate::catalog::parse::parse;
use crate::catalog::{Entry, Message};
use crate::desk::Desk;
use crate::diagnostic::{Diagnostic, Source};
use crate::edition::Edition;
use crate::locale::Locale;
use crate::newsroom::write::Change;
use crate::worksheet::OBSOLETE;
use globset::GlobSet;
use std::collections::BTreeSet;

/// What pruning a locale would do.
#[derive(Debug, Default)]
pub struct Pruning {
    /// The files to write, and those to remove.
    pub plan: Vec<Change>,
    /// The messages that go, by file; with the `-` of a term.
    pub gone: Vec<(String, Vec<String>)>,
    /// What is wrong with files; those are left as they are.
    pub told: Vec<Diagnostic>,
}

/// Takes the obsolete messages out of the files of `locale` that `works` matches, and removes the files whose release is gone.
///
/// # Errors
/// A diagnostic (code `behind`) if the locale is not up to date: what looks obsolete might belong to a segment of today.
/// One as of [`Desk::change`] if a file is not what was read any more.
pub fn locale(desk: &Desk<'_>, locale: &Locale, works: Option<&GlobSet>) -> Result<Pruning, Diagnostic> {
    let updating = super::locale(desk, locale, works);
    if !updating.plan.is_empty() || !desk.extraction().is_current() {
        return Err(
            Diagnostic::error("behind", format!("the files of `{locale}` are not up to date")).with_help(format!(
                "run `pressroom update {locale}` first: what looks obsolete may find its place again"
            )),
        );
    }
    let mut pruning = Pruning {
        told: updating.told,
        ..Pruning::default()
    };
    let meant = |name: &str| works.is_none_or(|set| set.is_match(name));
    let kept = |edition: &Edition| edition.is_broken() || !edition.obsolete.is_empty();
    let visited = desk.editions(locale, meant, kept);
    pruning.told.extend(visited.told);
    let editions = visited.seen;
    for edition in editions.iter().filter(|edition| edition.is_broken()) {
        pruning.told.extend(edition.told.iter().cloned());
    }
    for edition in editions
        .iter()
        .filter(|edition| !edition.is_broken() && !edition.obsolete.is_empty())
    {
        let path = edition.path();
        pruning.gone.push((
            path.clone(),
            edition.obsolete.iter().map(|message| message.key()).collect(),
        ));
        let from = edition.catalog.as_ref().map(|catalog| catalog.source.text());
        pruning.plan.push(desk.change(&path, from, Some(&pruned(edition)))?);
    }
    let mut told = Vec::new();
    for (slug, catalog) in stray(desk, locale, &mut told)
        .iter()
        .filter(|(slug, _)| meant(slug.as_str()))
    {
        let path = format!("locales/{locale}/releases/{slug}.ftl");
        pruning
            .gone
            .push((path.clone(), catalog.messages().map(Message::key).collect()));
        let change = desk.change(&path, Some(catalog.source.text()), None)?;
        pruning.plan.push(change);
    }
    pruning.told.extend(told);
    Ok(pruning)
}

/// The text of an edition without what is obsolete, and without the heading above it.
fn pruned(edition: &Edition) -> String {
    let Some(catalog) = &edition.catalog else {
        return String::new();
    };
    let keys: BTreeSet<String> = edition.obsolete.iter().map(|message| message.key()).collect();
    let path = catalog.source.path();
    let text = transplant::cut(catalog, &edition.source, |message| keys.contains(&message.key()));
    let (rest, _) = parse(Source::new(path, text.as_str()));
    match rest.entries.last() {
        Some(Entry::Comment(last)) if edit::is_heading(last, OBSOLETE) => {
            let edit = edit::remove(&rest, rest.entries.len() - 1);
            let text = edit::apply(&rest, &[edit]).unwrap_or(text);
            if text.is_empty() || text.ends_with('\n') {
                text
            } else {
                text + rest.line_end()
            }
        }
        _ => text,
    }
}
