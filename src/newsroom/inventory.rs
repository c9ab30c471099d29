//! The files that results depend on, each with a digest of its content: read once, and afterwards only looked at.
//!
//! A file counts as unchanged if size, times of content and of inode, inode and device are what they were when it was read, and if it was
//! not as young as the record then (git's rule, "racy git": a file changed twice within one tick of the clock looks unchanged).
//! The time of the inode cannot be set by hand, so neither `touch -d` nor a checkout nor a restored backup goes unnoticed.

use super::cache::Cache;
use super::listing::{Kind, list_stamped};
use super::{Digest, Newsroom, config, digest};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

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

    /// The same, from the extended form in which Linux tells it.
    #[cfg(target_os = "linux")]
    pub(super) fn of_extended(about: &rustix::fs::Statx) -> Option<Stamp> {
        use rustix::fs::{FileType, makedev};
        let is_file = FileType::from_raw_mode(about.stx_mode.into()) == FileType::RegularFile;
        let time = |time: rustix::fs::StatxTimestamp| (time.tv_sec, i64::from(time.tv_nsec));
        is_file.then(|| Stamp {
            size: about.stx_size,
            modified: time(about.stx_mtime),
            changed: time(about.stx_ctime),
            inode: about.stx_ino,
            device: makedev(about.stx_dev_major, about.stx_dev_minor),
        })
    }

    /// Whether it can be the same file with the same content under another name: that changes the time of the inode, and no more.
    pub(super) fn is_renamed(&self, before: &Stamp) -> bool {
        let changed = before.changed;
        Stamp { changed, ..*self } == *before
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
        // Stable, because that is quick with runs that are sorted: the files of a folder, or a record.
        rows.sort_by(|one, other| one.1.cmp(&other.1));
        Rows(rows)
    }

    fn get(&self, path: &str) -> Option<(Stamp, Digest)> {
        find(&self.0, path)
    }

    /// The rows whose paths begin with `beginning`.
    fn below(&self, beginning: &str) -> &[Row] {
        let from = self.0.partition_point(|(_, path, _)| path.as_str() < beginning);
        let rows = self.0.get(from..).unwrap_or_default();
        let count = rows.partition_point(|(_, path, _)| path.starts_with(beginning));
        rows.get(..count).unwrap_or_default()
    }
}

/// What sorted rows say of `path`.
fn find(rows: &[Row], path: &str) -> Option<(Stamp, Digest)> {
    let at = rows.binary_search_by(|(_, known, _)| known.as_str().cmp(path)).ok()?;
    rows.get(at).map(|(stamp, _, digest)| (*stamp, *digest))
}

/// What an earlier run saw of some files: their stamps and digests.
#[derive(Debug)]
pub struct Record {
    files: Rows,
    /// When the first of them was looked at, by the clock of the disk.
    kept: SystemTime,
    /// Whether a file had to be read because it was too young or had changed.
    was_short: AtomicBool,
}

impl Record {
    /// The record of this name; an empty one if there is any doubt about it.
    pub fn load(cache: &Cache, name: &str) -> Record {
        let loaded = cache.load::<(u64, Vec<Row>)>(name);
        let ((lasted, rows), written) = loaded.unwrap_or(((0, Vec::new()), UNIX_EPOCH));
        let kept = written.checked_sub(Duration::from_secs(lasted)).unwrap_or(UNIX_EPOCH);
        Record {
            files: Rows::of(rows),
            kept,
            was_short: AtomicBool::new(false),
        }
    }

    /// Writes a record down under this name.
    ///
    /// What counts is when the first of the files was looked at, `begun`: one that was changed right after may look unchanged, however long the
    /// rest took.
    pub fn save(cache: &Cache, name: &str, rows: &[Row], begun: Instant) {
        let lasted = begun.elapsed().as_secs() + 1;
        cache.save(name, &(lasted, rows));
    }

    /// Whether it says about these many files all there is to say.
    pub fn is_of(&self, count: usize) -> bool {
        self.files.0.len() == count && !self.was_short.load(Ordering::Relaxed)
    }

    /// The digest that was `known` of a file, if it still has the stamp it had, and was old enough then.
    fn still(&self, known: Option<(Stamp, Digest)>, stamp: Stamp) -> Option<Digest> {
        let (before, digest) = known?;
        (before == stamp && stamp.is_older_than(self.kept)).then_some(digest)
    }

    /// The digest of the file at `full`, which has this `stamp`; none if it cannot be read, or changes.
    fn read(&self, full: &Path, stamp: Stamp) -> Option<Digest> {
        self.was_short.store(true, Ordering::Relaxed);
        let digest = digest(&fs::read(full).ok()?);
        let after = Stamp::of(&fs::symlink_metadata(full).ok()?)?;
        (after == stamp).then_some(digest)
    }

    /// The rows of the files in a folder, as they are now.
    fn look_into(&self, root: &Path, (folder, files): Folder) -> Option<Vec<Row>> {
        let known = self.files.below(&folder);
        let row = |(path, stamp): (String, Stamp)| {
            let known = self.still(find(known, &path), stamp);
            let digest = known.or_else(|| self.read(&root.join(&path), stamp))?;
            Some((stamp, path, digest))
        };
        files.into_iter().map(row).collect()
    }

    /// The stamp of the file at `full`, recorded as `path`, if its content has the digest `wanted`; if the content is given, that is compared.
    pub fn stamp_of(&self, full: &Path, path: &str, wanted: Digest, content: Option<&[u8]>) -> Option<Stamp> {
        let stamp = Stamp::of(&fs::symlink_metadata(full).ok()?)?;
        if let Some(known) = self.still(self.files.get(path), stamp) {
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
        let begun = Instant::now();
        let (record, folders) = rayon::join(|| Record::load(cache, RECORD), || walk(self.root()));
        let mut folders = folders?;
        if let Ok(about) = fs::symlink_metadata(self.root().join(config::FILE)) {
            let file = (config::FILE.to_owned(), Stamp::of(&about)?);
            folders.push((String::new(), vec![file]));
        }
        let rows = folders.into_par_iter();
        let rows = rows.map(|folder| record.look_into(self.root(), folder));
        let rows: Vec<Vec<Row>> = rows.collect::<Option<_>>()?;
        let files = Rows::of(rows.into_iter().flatten().collect());
        if !record.is_of(files.0.len()) {
            Record::save(cache, RECORD, &files.0, begun);
        }
        Some(Inventory { files })
    }
}

impl Inventory {
    /// A digest of the contents of these files; that one does not exist counts as well.
    pub fn digest<S: AsRef<str>>(&self, paths: impl IntoIterator<Item = S>) -> Digest {
        let mut list = Vec::new();
        for path in paths {
            let path = path.as_ref();
            let content = self.files.get(path).map(|(_, content)| content);
            list.extend((path.len() as u64).to_le_bytes());
            list.extend(path.as_bytes());
            list.push(u8::from(content.is_some()));
            list.extend(content.unwrap_or_default().bytes());
        }
        digest(&list)
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

/// A folder, with a `/` at its end, and the paths and stamps of the files that lie in it.
type Folder = (String, Vec<(String, Stamp)>);

/// The folders whose files results depend on, sorted, each with its files as [`Newsroom::files`] finds them, sorted; none where there is a
/// symbolic link or a strange name.
fn walk(root: &Path) -> Option<Vec<Folder>> {
    let mut open = Vec::new();
    for folder in ["releases", "locales", "templates"] {
        match fs::symlink_metadata(root.join(folder)) {
            Ok(about) if about.is_dir() => open.push(format!("{folder}/")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Ok(_) | Err(_) => return None,
        }
    }
    let mut folders = Vec::new();
    while !open.is_empty() {
        let listed: Option<Vec<(Vec<String>, Folder)>> =
            open.into_par_iter().map(|folder| within(root, folder)).collect();
        open = Vec::new();
        for (inner, folder) in listed? {
            open.extend(inner);
            folders.push(folder);
        }
    }
    folders.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    Some(folders)
}

/// The folders in `folder`, and what it holds.
fn within(root: &Path, folder: String) -> Option<(Vec<String>, Folder)> {
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    for (name, kind, stamp) in list_stamped(&root.join(&folder)).ok()? {
        let name = name.into_string().ok()?;
        match kind {
            _ if name.starts_with('.') => {}
            Kind::Folder => folders.push(format!("{folder}{name}/")),
            Kind::File => files.push((format!("{folder}{name}"), stamp?)),
            Kind::Link | Kind::Other => return None,
        }
    }
    files.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    Some((folders, (folder, files)))
}

#[cfg(all(test, unix))]
mod tests {
    use super::{Cache, Newsroom, Record, Stamp, digest};
    use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

    #[test]
    fn a_file_must_be_older_than_the_look_at_the_first_however_long_the_rest_took() {
        let folder = tempfile::tempdir().unwrap();
        let newsroom = Newsroom::found(&folder.path().join("newsroom")).unwrap();
        let cache = Cache::of(&newsroom, folder.path(), &std::env::current_exe().unwrap());
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let written = (i64::try_from(now).unwrap() - 20, 0);
        let stamp = Stamp {
            size: 1,
            modified: written,
            changed: written,
            inode: 1,
            device: 1,
        };
        let row = (stamp, "releases/a.md".to_owned(), digest(b"a"));
        for (lasted, is_known) in [(0, true), (10, true), (30, false)] {
            let begun = Instant::now().checked_sub(Duration::from_secs(lasted)).unwrap();
            Record::save(&cache, "some", std::slice::from_ref(&row), begun);
            let record = Record::load(&cache, "some");
            let known = record.still(record.files.get("releases/a.md"), stamp);
            assert_eq!(known, is_known.then(|| digest(b"a")), "{lasted}");
        }
    }
}
