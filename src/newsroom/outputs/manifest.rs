//! The list of what this program wrote into an output folder: with it, and only with it, a file is ever removed.

use super::folder;
use super::told;
use crate::diagnostic::Diagnostic;
use crate::newsroom::{Digest, read_own, unreadable};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Component, Path};

/// The list of what this program wrote into an output folder, kept in that folder.
pub const MANIFEST: &str = ".pressroom-manifest";

/// What each file of an output folder may hold if it is ours: the digests by path. While a build is under way, both of the old file and the new.
pub(super) type Known = BTreeMap<String, Vec<Digest>>;

/// A line of the list: a path, and what may lie there.
pub(super) type Line<'p> = (&'p str, Digest);

/// The lines of one path.
pub(super) fn lines<'p>((path, digests): (&'p String, &'p Vec<Digest>)) -> impl Iterator<Item = Line<'p>> {
    digests.iter().map(|digest| (path.as_str(), *digest))
}

/// What the manifest of an output folder lists: path and digests. A line that is damaged names nothing, so nothing is removed for it.
pub(super) fn read(folder: &Path) -> Result<Known, Diagnostic> {
    let Some(bytes) = read_own(&folder.join(MANIFEST)).map_err(|error| unreadable(MANIFEST, &error))? else {
        return Ok(Known::new());
    };
    let sound = |path: &str| {
        !path.is_empty()
            && Path::new(path)
                .components()
                .all(|part| matches!(part, Component::Normal(_)))
    };
    let mut known = Known::new();
    for (digest, path) in String::from_utf8_lossy(&bytes)
        .lines()
        .filter_map(|line| line.split_once("  "))
    {
        if let Some(digest) = Digest::parse(digest).filter(|_| sound(path)) {
            known.entry(path.to_owned()).or_default().push(digest);
        }
    }
    Ok(known)
}

/// Writes the list of what is ours, unless it says so already.
pub(super) fn write(folder: &Path, listed: &BTreeSet<Line<'_>>) -> Result<(), Diagnostic> {
    let mut text = String::new();
    for (path, digest) in listed {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{digest}  {path}");
    }
    let bytes = text.into_bytes();
    let path = folder.join(MANIFEST);
    if read_own(&path).is_ok_and(|old| old.as_deref() == Some(bytes.as_slice())) {
        return Ok(());
    }
    let placed = folder::write_beside(&path, &bytes).and_then(|()| fs::rename(folder::beside(&path), &path));
    placed.map_err(|error| {
        // It may never have been made; what else keeps it from going keeps the next build from nothing.
        let _ = fs::remove_file(folder::beside(&path));
        told(MANIFEST, &error)
    })
}
