//! The output tree: only what changed is written, only what this program wrote is removed.

mod folder;
mod manifest;
pub mod parts;
#[cfg(test)]
mod tests;

use super::cache::Cache;
use super::inventory::{Record, Stamp};
use super::write::sweep;
use super::{Digest, Newsroom, digest, failed};
use crate::diagnostic::Diagnostic;
pub use manifest::MANIFEST;
use manifest::{Known, Line, List};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// A file for the output tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Path below the output folder, with `/` between the parts.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A file of the output tree, known by its digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Path below the output folder.
    pub path: String,
    /// The digest of its content.
    pub digest: Digest,
}

/// Where outputs go, one by one, from many threads.
pub trait Sink: Sync {
    /// Takes an output.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if it cannot be written.
    fn put(&self, output: Output) -> Result<Written, Diagnostic>;

    /// Whether these files are there already, as they are known; if so they are part of the tree, as if they had been put.
    fn holds(&self, files: &[Written]) -> bool;
}

/// A sink for what is only made to see whether it can be.
#[derive(Debug, Clone, Copy)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, output: Output) -> Result<Written, Diagnostic> {
        Ok(Written {
            path: output.path,
            digest: Digest::default(),
        })
    }

    fn holds(&self, _: &[Written]) -> bool {
        false
    }
}

/// What became of an output tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// How many files were written because they were new or different.
    pub written: usize,
    /// How many files were already as they should be.
    pub unchanged: usize,
    /// The files that were removed because they no longer belong to the tree.
    pub removed: Vec<String>,
    /// The files that no longer belong to the tree but were changed by somebody else, and were left.
    pub left: Vec<String>,
}

/// How much of an output tree is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extent {
    /// All of it: what is not given no longer belongs to it.
    Whole,
    /// A part: the rest stays as it is, but for these paths, which no longer belong to the tree; one that ends in `/` stands for
    /// everything in that folder.
    Part(Vec<String>),
}

/// An output tree under way: every new file waits beside its place until [`Tree::finish`], so that a full disk or a mistake leaves the
/// old tree as it was, and no file is ever seen half written. A value that is dropped before leaves nothing behind.
///
/// A build that is killed while it finishes leaves files of the old tree and of the new; the next one completes it.
pub struct Tree {
    folder: PathBuf,
    known: Known,
    /// What the last build saw of these files.
    record: Record,
    /// The name of that record in the cache.
    name: String,
    cache: Cache,
    made: Mutex<Made>,
}

/// What was made so far.
#[derive(Default)]
struct Made {
    /// The digest of every file of the new tree, and its stamp: as it stands, or as it waits.
    now: BTreeMap<String, (Digest, Option<Stamp>)>,
    /// The files that wait beside their place.
    waiting: BTreeSet<String>,
    /// The folders that can be written into.
    open: BTreeSet<PathBuf>,
}

/// A folder that this program may fill.
#[derive(Debug)]
pub struct Place(PathBuf);

impl Newsroom {
    /// The place of an output folder: `out` is a folder below the root, or any folder for a full path.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if the folder holds files but none of ours, or the newsroom itself, or cannot be read.
    pub fn place(&self, out: &Path) -> Result<Place, Diagnostic> {
        self.output_folder(out).map(Place)
    }
}

impl Place {
    /// Begins to fill it. What `cache` knows of its files saves reading them.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if the folder cannot be read or made.
    pub fn tree(&self, cache: &Cache) -> Result<Tree, Diagnostic> {
        let folder = &self.0;
        let known = manifest::read(folder)?;
        let shown = folder.display().to_string();
        fs::create_dir_all(folder).map_err(|error| told(&shown, &error))?;
        let folder = fs::canonicalize(folder).map_err(|error| told(&shown, &error))?;
        sweep(&folder);
        let name = format!("out-{}", digest(folder.as_os_str().as_encoded_bytes()));
        Ok(Tree {
            record: Record::load(cache, &name),
            cache: cache.clone(),
            made: Mutex::default(),
            folder,
            known,
            name,
        })
    }
}

impl Sink for Tree {
    fn put(&self, output: Output) -> Result<Written, Diagnostic> {
        let written = Written {
            digest: digest(&output.bytes),
            path: output.path,
        };
        let path = self.folder.join(&written.path);
        let is_listed = |at: &str| self.made().now.contains_key(at);
        if is_listed(&written.path) {
            return Err(twice(&written.path));
        }
        let stamp = self
            .record
            .stamp_of(&path, &written.path, written.digest, Some(&output.bytes));
        let stamp = match stamp {
            Some(stamp) => Some(stamp),
            None => {
                let prepared = self.prepare(&path, &output.bytes);
                let stamp = prepared.map_err(|error| told(&written.path, &error))?;
                self.made().waiting.insert(written.path.clone());
                stamp
            }
        };
        let entry = (written.digest, stamp);
        match self.made().now.insert(written.path.clone(), entry) {
            None => Ok(written),
            Some(_) => Err(twice(&written.path)),
        }
    }

    fn holds(&self, files: &[Written]) -> bool {
        let look = |file: &Written| {
            let path = self.folder.join(&file.path);
            let stamp = self.record.stamp_of(&path, &file.path, file.digest, None)?;
            Some((file.path.clone(), (file.digest, Some(stamp))))
        };
        let Some(seen) = files.iter().map(look).collect::<Option<Vec<_>>>() else {
            return false;
        };
        self.made().now.extend(seen);
        true
    }
}

impl Tree {
    /// Makes the output folder hold what was put; if that is the whole, exactly that among the files that this program wrote there. Files
    /// of others are not touched.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if a file cannot be written or removed.
    pub fn finish(self, extent: &Extent) -> Result<Published, Diagnostic> {
        let (now, waiting) = {
            let mut made = self.made();
            (std::mem::take(&mut made.now), made.waiting.clone())
        };
        let mut done = Published {
            written: waiting.len(),
            unchanged: now.len() - waiting.len(),
            ..Published::default()
        };
        let mut lines: Vec<Line<'_>> = now.iter().map(|(path, (digest, _))| (path.as_str(), *digest)).collect();
        let mut list = List::of(&self.folder, &self.known);
        if !waiting.is_empty() {
            let both: BTreeSet<Line<'_>> = lines.iter().copied().chain(self.known.lines()).collect();
            list.say(both.into_iter().collect())?;
            self.place(&waiting)?;
        }
        // Most often nothing changed: then nothing can be too much.
        let known = (!list.says(&lines)).then(|| self.known.files());
        for (path, digests) in known.into_iter().flatten().filter(|(path, _)| !now.contains_key(*path)) {
            if matches!(extent, Extent::Part(gone) if !names(gone, path)) {
                lines.extend(digests.into_iter().map(|digest| (path, digest)));
                continue;
            }
            folder::remove(&self.folder, path, &digests, &mut done).map_err(|error| told(path, &error))?;
        }
        lines.sort_unstable();
        list.say(lines)?;
        drop(list);
        self.remember(now, &waiting);
        Ok(done)
    }

    /// Puts the files that wait in their places.
    fn place(&self, waiting: &BTreeSet<String>) -> Result<(), Diagnostic> {
        waiting.par_iter().try_for_each(|path| {
            let full = self.folder.join(path);
            fs::rename(folder::beside(&full), &full).map_err(|error| told(path, &error))?;
            self.made().waiting.remove(path);
            Ok(())
        })
    }

    /// Writes down what was seen of the files, so that the next build need not read them.
    fn remember(&self, now: BTreeMap<String, (Digest, Option<Stamp>)>, waiting: &BTreeSet<String>) {
        if !self.cache.is_on() || (waiting.is_empty() && self.record.is_of(now.len())) {
            return;
        }
        let begun = Instant::now();
        let files = now.into_par_iter().filter_map(|(path, (digest, stamp))| {
            let before = stamp?;
            // What somebody else wrote there in the meantime is not what was made.
            let placed = || {
                let about = fs::symlink_metadata(self.folder.join(&path)).ok()?;
                Stamp::of(&about).filter(|now| now.is_renamed(&before))
            };
            let stamp = if waiting.contains(&path) { placed()? } else { before };
            Some((stamp, path, digest))
        });
        Record::save(&self.cache, &self.name, &files.collect::<Vec<_>>(), begun);
    }

    /// Writes a new file beside its place.
    fn prepare(&self, path: &Path, bytes: &[u8]) -> io::Result<Option<Stamp>> {
        let parent = path.parent().unwrap_or(&self.folder);
        // Held while the folder is opened, so that no other thread writes into it before it was swept.
        let mut made = self.made();
        if !made.open.contains(parent) {
            folder::open(&self.folder, parent)?;
            made.open.insert(parent.to_owned());
        }
        drop(made);
        folder::write_beside(path, bytes)
    }

    fn made(&self) -> MutexGuard<'_, Made> {
        // A thread that panicked in here left the map whole: every change is one insertion.
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        for path in &self.made().waiting {
            // It may never have been made; what else keeps it from going keeps the next build from nothing.
            let _ = fs::remove_file(folder::beside(&self.folder.join(path)));
        }
        // A folder that was made for nothing goes, from the innermost; one that holds anything stays.
        for folder in self.made().open.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
        let _ = fs::remove_dir(&self.folder);
    }
}

/// Whether a path or a folder that it lies in is among these.
fn names(gone: &[String], path: &str) -> bool {
    let is_named = |name: &String| name == path || name.ends_with('/') && path.starts_with(name.as_str());
    gone.iter().any(is_named)
}

/// Two outputs that claim the same path: nobody could say which of them readers get.
fn twice(path: &str) -> Diagnostic {
    Diagnostic::error("template", format!("two outputs are named `{path}`"))
        .with_help("rename the release that takes the name of another page")
}

fn told(path: &str, error: &io::Error) -> Diagnostic {
    failed(
        path,
        "cannot be written",
        error,
        "check the disk and your rights, then build again",
    )
}
