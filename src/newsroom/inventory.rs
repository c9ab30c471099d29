//! The files that results depend on, each with a digest of its content: read once, and afterwards only looked at.
//!
//! A file counts as unchanged if size, times of content and of inode, inode and device are what they were when it was read, and if it was
//! not as young as the record then (git's rule, "racy git": a file changed twice within one tick of the clock looks unchanged).
//! The time of the inode cannot be set by hand, so neither `touch -d` nor a checkout nor a restored backup goes unnoticed.

use super::cache::{Cache, hex};
use super::listing::{Kind, list};
use super::{LARGEST_FILE, Newsroom, config};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
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

/// A file with its stamp and digest, and whether it had to be read.
type Looked = (String, (Stamp, String), bool);

/// The files of a newsroom, sorted by path, and what is in them.
#[derive(Debug, Clone, Default)]
pub struct Inventory {
    files: BTreeMap<String, (Stamp, String)>,
}

impl Newsroom {
    /// The files that the results of this newsroom depend on; what `cache` says about them is used and renewed. None where the cache is
    /// off and where a file cannot be relied on: a symbolic link, a name that is not UTF-8, a file that cannot be read or is too large.
    pub fn inventory(&self, cache: &Cache) -> Option<Inventory> {
        if !cache.is_on() {
            return None;
        }
        let mut paths = Vec::new();
        for folder in ["releases", "locales", "templates"] {
            walk(self.root(), folder, &mut paths)?;
        }
        if fs::symlink_metadata(self.root().join(config::FILE)).is_ok() {
            paths.push(config::FILE.to_owned());
        }
        paths.sort();
        let known = cache.load::<Vec<(String, Stamp, String)>>(RECORD);
        let (known, kept) = known.unwrap_or((Vec::new(), UNIX_EPOCH));
        let known: BTreeMap<String, (Stamp, String)> = known
            .into_iter()
            .map(|(path, stamp, digest)| (path, (stamp, digest)))
            .collect();
        let looked: Option<Vec<Looked>> = paths
            .into_par_iter()
            .map(|path| {
                let (entry, read) = look(self.root(), &path, known.get(&path), kept)?;
                Some((path, entry, read))
            })
            .collect();
        let looked = looked?;
        let changed = looked.len() != known.len() || looked.iter().any(|(.., read)| *read);
        if changed {
            let record: Vec<(&str, Stamp, &str)> = looked
                .iter()
                .map(|(path, (stamp, digest), _)| (path.as_str(), *stamp, digest.as_str()))
                .collect();
            cache.save(RECORD, &record);
        }
        let files = looked.into_iter().map(|(path, entry, _)| (path, entry)).collect();
        Some(Inventory { files })
    }
}

impl Inventory {
    /// A digest of the contents of these files; that one does not exist counts as well.
    pub fn digest<S: AsRef<str>>(&self, paths: impl IntoIterator<Item = S>) -> String {
        let mut sum = Sha256::new();
        for path in paths {
            let path = path.as_ref();
            let content = self.files.get(path).map_or("-", |(_, digest)| digest.as_str());
            sum.update(format!("{}:{path}:{content}\n", path.len()));
        }
        sum.finalize()
            .iter()
            .take(16)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// Whether there is a file at `path`.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The paths for which `wanted` holds, sorted.
    pub fn paths(&self, wanted: impl Fn(&str) -> bool) -> BTreeSet<&str> {
        self.files
            .keys()
            .map(String::as_str)
            .filter(|path| wanted(path))
            .collect()
    }

    /// Whether these files still are what they were when the inventory was made. A result made from them meanwhile is only kept if so.
    pub fn still_holds<S: AsRef<str>>(&self, newsroom: &Newsroom, paths: impl IntoIterator<Item = S>) -> bool {
        paths.into_iter().all(|path| {
            let about = fs::symlink_metadata(newsroom.root().join(path.as_ref()));
            let now = about.ok().as_ref().and_then(Stamp::of);
            now == self.files.get(path.as_ref()).map(|(stamp, _)| *stamp)
        })
    }
}

/// The stamp and digest of a file, and whether it had to be read.
fn look(root: &Path, path: &str, known: Option<&(Stamp, String)>, kept: SystemTime) -> Option<((Stamp, String), bool)> {
    let full = root.join(path);
    let stamp = Stamp::of(&fs::symlink_metadata(&full).ok()?)?;
    if let Some(known) = known.filter(|known| known.0 == stamp && stamp.is_older_than(kept)) {
        return Some((known.clone(), false));
    }
    if stamp.size > LARGEST_FILE {
        return None;
    }
    let digest = hex(&fs::read(&full).ok()?);
    let after = Stamp::of(&fs::symlink_metadata(&full).ok()?)?;
    (after == stamp).then_some(((stamp, digest), true))
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
