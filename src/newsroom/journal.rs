//! What the last run that wrote replaced, byte for byte: for taking back an interrupted run by itself, and a finished one when asked.
//!
//! One run is kept. The journal is on the disk before the first file of the run is touched (`journal.open`), and gets its final name when
//! the last one is done. Both lie in the folder that is never committed; a journal that came there with a checkout is not believed, because
//! it names another folder than the one it lies in.

use super::lock::FOLDER;
use super::write::{Change, sync};
use super::{Digest, Newsroom, digest, failed, read_own, refused, unreadable};
use crate::diagnostic::Diagnostic;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// The journal of the last finished run.
const DONE: &str = "journal";
/// The journal of a run that is not finished.
const OPEN: &str = "journal.open";
/// A journal on its way.
const NEW: &str = "journal.new";
/// What every journal begins with.
const HEAD: &str = "pressroom journal 1";

/// One file of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The path from the root of the newsroom.
    pub(super) path: String,
    /// What stood there before; nothing if there was no file.
    pub(super) before: Option<Vec<u8>>,
    /// The digest of what the run put there; nothing if it removed the file.
    pub(super) after: Option<Digest>,
}

/// What it takes to undo the last run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undo {
    /// The files that still are as that run left them, and what they were before.
    pub plan: Vec<Change>,
    /// The files that somebody changed since.
    pub changed: Vec<String>,
}

impl Newsroom {
    /// What it takes to undo the last run that wrote; nothing if there was none.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if the journal or a file cannot be read.
    pub fn undo(&self) -> Result<Option<Undo>, Diagnostic> {
        let Some(entries) = self.journal(DONE)? else {
            return Ok(None);
        };
        let mut undo = Undo::default();
        for entry in &entries {
            match self.returning(entry)? {
                Some(change) => undo.plan.push(change),
                None => undo.changed.push(entry.path.clone()),
            }
        }
        Ok(Some(undo))
    }

    /// The journal of an interrupted run.
    pub(super) fn open_journal(&self) -> Result<Option<Vec<Entry>>, Diagnostic> {
        self.journal(OPEN)
    }

    /// Writes down, durably, what a run is about to replace.
    pub(super) fn begin_journal(&self, plan: &[&Change]) -> Result<(), Diagnostic> {
        if let Some(change) = plan.iter().find(|change| change.path.contains(['\t', '\n'])) {
            return Err(refused(&change.path, "its name has a tab or a line end", "rename it"));
        }
        let folder = self.within(FOLDER)?;
        let written = || -> io::Result<()> {
            let new = folder.join(NEW);
            remove(&new)?;
            let mut file = File::create_new(&new)?;
            file.write_all(&encode(plan, &mark(&folder)?))?;
            file.sync_all()?;
            fs::rename(&new, folder.join(OPEN))?;
            sync(&folder)
        };
        written().map_err(|error| told(&error))
    }

    /// Makes the open journal the one that `undo` reads.
    pub(super) fn finish_journal(&self) -> Result<(), Diagnostic> {
        let folder = self.within(FOLDER)?;
        let renamed = fs::rename(folder.join(OPEN), folder.join(DONE));
        renamed.and_then(|()| sync(&folder)).map_err(|error| told(&error))
    }

    /// Forgets the open journal.
    pub(super) fn drop_open_journal(&self) -> Result<(), Diagnostic> {
        let folder = self.within(FOLDER)?;
        remove(&folder.join(OPEN))
            .and_then(|()| sync(&folder))
            .map_err(|error| told(&error))
    }

    fn journal(&self, name: &str) -> Result<Option<Vec<Entry>>, Diagnostic> {
        let folder = self.within(FOLDER)?;
        let path = format!("{FOLDER}/{name}");
        let Some(bytes) = read_own(&folder.join(name)).map_err(|error| unreadable(&path, &error))? else {
            return Ok(None);
        };
        let mark = mark(&folder).map_err(|error| told(&error))?;
        Ok(decode(&bytes, &mark))
    }
}

fn told(error: &io::Error) -> Diagnostic {
    let path = format!("{FOLDER}/{DONE}");
    failed(
        &path,
        "cannot be written",
        error,
        "check the disk and your rights; every file is as it was",
    )
}

/// What only the folder itself can know: a checkout of somebody else's journal lies in a folder of another number.
#[cfg(unix)]
fn mark(folder: &Path) -> io::Result<String> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(folder).map(|about| about.ino().to_string())
}

#[cfg(not(unix))]
fn mark(_: &Path) -> io::Result<String> {
    Ok("0".to_owned())
}

fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A line for every file, its former content behind it; at the end the digest of everything.
fn encode(plan: &[&Change], mark: &str) -> Vec<u8> {
    let mut bytes = format!("{HEAD} {mark}\n").into_bytes();
    for change in plan {
        let after = change
            .write
            .as_deref()
            .map_or("-".to_owned(), |write| digest(write).to_string());
        let length = change
            .read
            .as_ref()
            .map_or("-".to_owned(), |read| read.len().to_string());
        bytes.extend(format!("{after}\t{length}\t{}\n", change.path).bytes());
        bytes.extend(change.read.iter().flatten());
    }
    let end = format!("end {}", digest(&bytes));
    bytes.extend(end.bytes());
    bytes
}

/// The files of a journal; nothing if it is damaged or belongs to another folder.
fn decode(bytes: &[u8], mark: &str) -> Option<Vec<Entry>> {
    let end = bytes.len().checked_sub("end ".len() + Digest::DIGITS)?;
    let (body, end) = bytes.split_at(end);
    if end.strip_prefix(b"end ")? != digest(body).to_string().as_bytes() {
        return None;
    }
    let (head, mut rest) = line(body)?;
    if head != format!("{HEAD} {mark}") {
        return None;
    }
    let mut entries = Vec::new();
    while !rest.is_empty() {
        let (about, behind) = line(rest)?;
        let mut fields = about.splitn(3, '\t');
        let (after, length, path) = (fields.next()?, fields.next()?, fields.next()?);
        let (before, behind) = match length {
            "-" => (None, behind),
            length => behind
                .split_at_checked(length.parse().ok()?)
                .map(|(before, rest)| (Some(before.to_vec()), rest))?,
        };
        let after = match after {
            "-" => None,
            after => Some(Digest::parse(after)?),
        };
        entries.push(Entry {
            path: path.to_owned(),
            before,
            after,
        });
        rest = behind;
    }
    Some(entries)
}

/// The first line of some bytes, and what follows it.
fn line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let at = bytes.iter().position(|byte| *byte == b'\n')?;
    Some((std::str::from_utf8(bytes.get(..at)?).ok()?, bytes.get(at + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::{Change, Entry, decode, digest, encode, remove};

    fn plan() -> Vec<Change> {
        let change = |path: &str, read: Option<&str>, write: Option<&str>| Change {
            path: path.to_owned(),
            read: read.map(|text| text.as_bytes().to_vec()),
            write: write.map(|text| text.as_bytes().to_vec()),
        };
        vec![
            change("a", Some("one\ntwo\n"), Some("three")),
            change("b", None, Some("")),
            change("c", Some(""), None),
        ]
    }

    #[test]
    fn a_journal_says_what_stood_there() {
        let plan = plan();
        let bytes = encode(&plan.iter().collect::<Vec<_>>(), "7");
        let entries = decode(&bytes, "7").unwrap();
        let expected: Vec<Entry> = plan
            .into_iter()
            .map(|change| Entry {
                path: change.path,
                before: change.read,
                after: change.write.as_deref().map(digest),
            })
            .collect();
        assert_eq!(entries, expected);
        assert_eq!(decode(&bytes, "8"), None, "it came from another folder");
    }

    #[test]
    fn a_damaged_journal_is_none() {
        let plan = plan();
        let bytes = encode(&plan.iter().collect::<Vec<_>>(), "7");
        for length in 0..bytes.len() {
            assert_eq!(decode(&bytes[..length], "7"), None, "cut at {length}");
        }
        for at in 0..bytes.len() {
            let mut bytes = bytes.clone();
            bytes[at] ^= 1;
            assert_eq!(decode(&bytes, "7"), None, "a bit of byte {at}");
        }
    }

    #[test]
    fn what_is_not_there_need_not_be_removed_but_what_is_must_go() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        std::fs::write(&file, "text").unwrap();
        remove(&file).unwrap();
        assert!(!file.exists());
        remove(&file).unwrap();
        remove(folder.path()).unwrap_err();
    }
}
