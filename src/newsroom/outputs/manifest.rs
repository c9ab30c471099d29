//! The list of what this program wrote into an output folder: with it, and only with it, a file is ever removed.

use super::folder;
use super::told;
use crate::diagnostic::Diagnostic;
use crate::newsroom::{Digest, read_own, unreadable};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Component, Path};

/// The list of what this program wrote into an output folder, kept in that folder.
pub const MANIFEST: &str = ".pressroom-manifest";

/// What stands between a digest and its path, as `sha256sum` has it.
const GAP: &str = "  ";

/// A line of the list: a path, and what may lie there if it is ours. While a build is under way, a path has two: of the old file and the new.
pub(super) type Line<'p> = (&'p str, Digest);

/// What the list of an output folder says.
pub(super) struct Known {
    /// Its lines, sorted.
    lines: Vec<(Box<str>, Digest)>,
    /// Whether that is all that the file holds, byte for byte.
    is_whole: bool,
}

impl Known {
    /// The lines, sorted.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.lines.iter().map(|(path, digest)| (&**path, *digest))
    }

    /// The paths, sorted, each once, with what may lie there.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, Vec<Digest>)> {
        let same = self.lines.chunk_by(|(one, _), (other, _)| one == other);
        same.filter_map(|lines| Some((&*lines.first()?.0, lines.iter().map(|(_, digest)| *digest).collect())))
    }
}

/// What the manifest of an output folder lists: path and digests. A line that is damaged names nothing, so nothing is removed for it.
pub(super) fn read(folder: &Path) -> Result<Known, Diagnostic> {
    let bytes = read_own(&folder.join(MANIFEST)).map_err(|error| unreadable(MANIFEST, &error))?;
    let bytes = bytes.unwrap_or_default();
    let sound = |path: &str| {
        !path.is_empty()
            && Path::new(path)
                .components()
                .all(|part| matches!(part, Component::Normal(_)))
    };
    let text = String::from_utf8_lossy(&bytes);
    let line = |line: &str| {
        let (digest, path) = line.split_once(GAP)?;
        let digest = Digest::parse(digest).filter(|_| sound(path))?;
        Some((Box::from(path), digest))
    };
    let mut lines: Vec<(Box<str>, Digest)> = text.lines().filter_map(line).collect();
    let is_sorted = lines.is_sorted_by(|one, other| one < other);
    if !is_sorted {
        lines.sort_unstable();
        lines.dedup();
    }
    let length = |(path, _): &(Box<str>, Digest)| Digest::DIGITS + GAP.len() + path.len() + 1;
    let is_whole = is_sorted && lines.iter().map(length).sum::<usize>() == bytes.len();
    Ok(Known { lines, is_whole })
}

/// The list in an output folder, as it is rewritten.
pub(super) struct List<'p> {
    folder: &'p Path,
    /// What the file says, if that is known.
    says: Option<Vec<Line<'p>>>,
}

impl<'p> List<'p> {
    /// The list in `folder`, of which is known what was read of it.
    pub(super) fn of(folder: &'p Path, known: &'p Known) -> List<'p> {
        let says = known.is_whole.then(|| known.lines().collect());
        List { folder, says }
    }

    /// Whether it says exactly this; an empty file is a list, one that is not there is none.
    pub(super) fn says(&self, lines: &[Line<'p>]) -> bool {
        !lines.is_empty() && self.says.as_deref() == Some(lines)
    }

    /// Writes what is ours, in order, unless the list says so already.
    pub(super) fn say(&mut self, lines: Vec<Line<'p>>) -> Result<(), Diagnostic> {
        if self.says(&lines) {
            return Ok(());
        }
        let path = self.folder.join(MANIFEST);
        let placed = write(&folder::beside(&path), &lines).and_then(|()| fs::rename(folder::beside(&path), &path));
        placed.map_err(|error| {
            // It may never have been made; what else keeps it from going keeps the next build from nothing.
            let _ = fs::remove_file(folder::beside(&path));
            told(MANIFEST, &error)
        })?;
        self.says = Some(lines);
        Ok(())
    }
}

fn write(path: &Path, lines: &[Line<'_>]) -> io::Result<()> {
    let mut file = BufWriter::new(File::create_new(path)?);
    for (path, digest) in lines {
        writeln!(file, "{digest}{GAP}{path}")?;
    }
    file.flush()
}
