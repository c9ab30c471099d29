//! The files that a desk is made from, read.

use crate::catalog::source::SourceCatalog;
use crate::catalog::{Catalog, guard, parse};
use crate::diagnostic::Diagnostic;
use crate::extraction::Committed;
use crate::names::Slug;
use crate::newsroom::{self, Newsroom};
use crate::release;

/// A release, and what is wrong with it.
pub(super) fn read_release(
    newsroom: &Newsroom,
    slug: &Slug,
) -> Result<(release::Release, Vec<Diagnostic>), Diagnostic> {
    let path = format!("releases/{slug}.md");
    let bytes = newsroom.read(&path)?.unwrap_or_default();
    Ok(release::parse(newsroom::text(&path, bytes)?, slug.clone()))
}

/// The release that a source catalog in `folder` belongs to.
pub(super) fn catalog_slug(folder: &str, path: &str) -> Result<Slug, Diagnostic> {
    let name = path
        .strip_prefix(folder)
        .and_then(|rest| rest.strip_prefix('/'))
        .unwrap_or(path);
    Slug::new(name.strip_suffix(".ftl").unwrap_or(name)).map_err(|why| {
        Diagnostic::error("io", format!("`{path}` belongs to no release: {why}"))
            .with_help("remove the file, or rename it like its release")
    })
}

/// A source catalog.
pub(super) fn read_committed(newsroom: &Newsroom, path: &str) -> Result<Committed, Diagnostic> {
    let Some(bytes) = newsroom.read(path)? else {
        return Err(Diagnostic::error("io", format!("`{path}` is gone")).with_help("run the command again"));
    };
    let (catalog, mut told) = catalog_of(path, &bytes);
    let Some(catalog) = catalog else {
        return Err(told.pop().unwrap_or_else(|| {
            Diagnostic::error("io", format!("`{path}` cannot be read")).with_help("run the command again")
        }));
    };
    let (read, more) = SourceCatalog::read(&catalog);
    told.extend(more);
    Ok(Committed {
        catalog: read,
        source: catalog.source,
        bytes,
        told,
    })
}

/// A catalog, if there is a file, and what is wrong with its text; an error if the file cannot be read.
pub(super) fn read_catalog(newsroom: &Newsroom, path: &str) -> Result<(Option<Catalog>, Vec<Diagnostic>), Diagnostic> {
    let read = newsroom.read(path)?;
    Ok(read.map_or((None, Vec::new()), |bytes| catalog_of(path, &bytes)))
}

pub(super) fn catalog_of(path: &str, bytes: &[u8]) -> (Option<Catalog>, Vec<Diagnostic>) {
    match guard::decode(path, bytes) {
        Ok((source, _)) => {
            let (catalog, told) = parse::parse(source);
            (Some(catalog), told)
        }
        Err(error) => (None, vec![error]),
    }
}
