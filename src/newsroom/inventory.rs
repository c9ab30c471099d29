//! The files that results depend on, each with a digest of its content: read once, and afterwards only looked at.
//!
//! A file counts as unchanged if size, times of content and of inode, inode and device are what they were when it was read, and if it was
//! not as young as the record then (git's rule, "racy git": a file changed twice within one tick of the clock looks unchanged).
//! The time of the inode cannot be set by hand, so neither `touch -d` nor a checkout nor a restored backup goes unnoticed.

use super::cache::Cache;
use super::listing::{Kind, list};
use super::{Digest, Newsroom, config, digest};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The name of the record in the cache.
const RECORD: &str = "files";
/// How much older than the record a file must be, in seconds: the coarsest clock of a file system in use (FAT) ticks every two.
const SLACK: u64 = 2;

/// What tells a file from another content of the same name without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
    inode: u64,
    device: u64,
}

impl Stamp {
    /// The stamp of an ordinary file; none for anything else, and on systems that do not tell when an inode changed.
    #[cfg(unix)]
    pub fn of(about: &fs::Metadata) -> Option<Stamp> {
        use std::os::unix::fs::MetadataExt;
        about.is_file().then(|| Stamp {
            size: about.len(),
            modified: (about.mtime(), about.mtime_nsec()),
            changed: (about.ctime(), about.ctime_nsec()),
            inode: about.ino(),
            device: about.dev(),
        })
    }

    /// The stamp of an ordinary file; none for anything else, and on systems that do not tell when an inode changed.
    #[cfg(not(unix))]
    pub fn of(_: &fs::Metadata) -> Option<Stamp> {
        None
    }

    /// Whether the file was already old when something was recorded at `time`.
    pub fn is_older_than(&self, time: SystemTime) -> bool {
        let youngest = self.modified.0.max(self.changed.0);
        let Ok(youngest) = u64::try_from(youngest) else {
            return true;
        };
        time.duration_since(UNIX_EPOCH + Duration::from_secs(youngest))
            .is_ok_and(|age| age.as_secs() > SLACK)
    }
}

/// What was seen of a file: its stamp, its path, and the digest of its content.
pub type Row = (Stamp, String, Digest);

/// Rows sorted by path: they take half the memory of a map of them.
#[derive(Debug, Clone, Default)]
struct Rows(Vec<Row>);

impl Rows {
    fn of(mut rows: Vec<Row>) -> Rows {
        rows.sort_unstable_by(|one, other| one.1.cmp(&other.1));
        Rows(rows)
    }

    fn get(&self, path: &str) -> Option<(Stamp, Digest)> {
        let at = self.0.binary_search_by(|(_, known, _)| known.as_str().cmp(path)).ok()?;
        self.0.get(at).map(|(stamp, _, digest)| (*stamp, *digest))
    }
}

/// What an earlier run saw of some files: their stamps and digests.
#[derive(Debug)]
pub struct Record {
    files: Rows,
    /// When it was written down, by the clock of the disk.
    kept: SystemTime,
    /// Whether a file had to be read because it was too young or had changed.
    was_short: AtomicBool,
}

impl Record {
    /// The record of this name; an empty one if there is any doubt about it.
    pub fn load(cache: &Cache, name: &str) -> Record {
        let (rows, kept) = cache.load(name).unwrap_or((Vec::new(), UNIX_EPOCH));
        Record {
            files: Rows::of(rows),
            kept,
            was_short: AtomicBool::new(false),
        }
    }

    /// Writes a record down under this name.
    pub fn save(cache: &Cache, name: &str, rows: &[Row]) {
        cache.save(name, &rows);
    }

    /// Whether it says about these many files all there is to say.
    pub fn is_of(&self, count: usize) -> bool {
        self.files.0.len() == count && !self.was_short.load(Ordering::Relaxed)
    }

    /// The digest of the file at `path` as it was recorded, if the file still has the stamp it had, and was old enough then.
    fn digest_of(&self, path: &str, stamp: Stamp) -> Option<Digest> {
        let (known, digest) = self.files.get(path)?;
        (known == stamp && stamp.is_older_than(self.kept)).then_some(digest)
    }

    /// The stamp and digest of the file at `full`, recorded as `path`; none if it is no ordinary file, cannot be read, or changes.
    fn look(&self, full: &Path, path: &str) -> Option<(Stamp, Digest)> {
        let stamp = Stamp::of(&fs::symlink_metadata(full).ok()?)?;
        if let Some(digest) = self.digest_of(path, stamp) {
            return Some((stamp, digest));
        }
        self.was_short.store(true, Ordering::Relaxed);
        let digest = digest(&fs::read(full).ok()?);
        let after = Stamp::of(&fs::symlink_metadata(full).ok()?)?;
        (after == stamp).then_some((stamp, digest))
    }

    /// The stamp of the file at `full`, recorded as `path`, if its content has the digest `wanted`; if the content is given, that is compared.
    pub fn stamp_of(&self, full: &Path, path: &str, wanted: Digest, content: Option<&[u8]>) -> Option<Stamp> {
        let stamp = Stamp::of(&fs::symlink_metadata(full).ok()?)?;
        if let Some(known) = self.digest_of(path, stamp) {
            return (known == wanted).then_some(stamp);
        }
        if content.is_some_and(|content| content.len() as u64 != stamp.size) {
            return None;
        }
        self.was_short.store(true, Ordering::Relaxed);
        let bytes = fs::read(full).ok()?;
        let same = content.map_or_else(|| digest(&bytes) == wanted, |content| bytes == content);
        same.then_some(stamp)
    }
}

/// The files of a newsroom, and what is in them.
#[derive(Debug, Clone, Default)]
pub struct Inventory {
    files: Rows,
}

impl Newsroom {
    /// The files that the results of this newsroom depend on; what `cache` says about them is used and renewed. None where a file cannot
    /// be relied on: a symbolic link, a name that is not UTF-8, a file that cannot be read.
    pub fn inventory(&self, cache: &Cache) -> Option<Inventory> {
        let mut paths = Vec::new();
        for folder in ["releases", "locales", "templates"] {
            walk(self.root(), folder, &mut paths)?;
        }
        if fs::symlink_metadata(self.root().join(config::FILE)).is_ok() {
            paths.push(config::FILE.to_owned());
        }
        let record = Record::load(cache, RECORD);
        let look = |path: String| {
            let (stamp, digest) = record.look(&self.root().join(&path), &path)?;
            Some((stamp, path, digest))
        };
        let files = Rows::of(paths.into_par_iter().map(look).collect::<Option<_>>()?);
        if !record.is_of(files.0.len()) {
            Record::save(cache, RECORD, &files.0);
        }
        Some(Inventory { files })
    }
}

impl Inventory {
    /// A digest of the contents of these files; that one does not exist counts as well.
    pub fn digest<S: AsRef<str>>(&self, paths: impl IntoIterator<Item = S>) -> Digest {
        let mut list = String::new();
        for path in paths {
            let path = path.as_ref();
            // Writing to a string cannot fail.
            let _ = match self.files.get(path) {
                Some((_, content)) => writeln!(list, "{}:{path}:{content}", path.len()),
                None => writeln!(list, "{}:{path}:-", path.len()),
            };
        }
        digest(list.as_bytes())
    }

    /// Whether there is a file at `path`.
    pub fn has(&self, path: &str) -> bool {
        self.files.get(path).is_some()
    }

    /// The paths for which `wanted` holds, sorted.
    pub fn paths(&self, wanted: impl Fn(&str) -> bool) -> BTreeSet<&str> {
        let paths = self.files.0.iter().map(|(_, path, _)| path.as_str());
        paths.filter(|path| wanted(path)).collect()
    }

    /// Whether these files still are what they were when the inventory was made. A result made from them meanwhile is only kept if so.
    pub fn still_holds<S: AsRef<str>>(&self, newsroom: &Newsroom, paths: impl IntoIterator<Item = S>) -> bool {
        paths.into_iter().all(|path| {
            let about = fs::symlink_metadata(newsroom.root().join(path.as_ref()));
            let now = about.ok().as_ref().and_then(Stamp::of);
            now == self.files.get(path.as_ref()).map(|(stamp, _)| stamp)
        })
    }
}

/// Collects the files below `folder` as [`Newsroom::files`] finds them; none where there is a symbolic link or a strange name.
fn walk(root: &Path, folder: &str, paths: &mut Vec<String>) -> Option<()> {
    let about = match fs::symlink_metadata(root.join(folder)) {
        Ok(about) => about,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Some(()),
        Err(_) => return None,
    };
    if !about.is_dir() {
        return None;
    }
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for (name, kind) in list(&root.join(&folder)).ok()? {
            let name = name.into_string().ok()?;
            match kind {
                _ if name.starts_with('.') => {}
                Kind::Folder => open.push(format!("{folder}/{name}")),
                Kind::File => paths.push(format!("{folder}/{name}")),
                Kind::Link | Kind::Other => return None,
            }
        }
    }
    Some(())
}
