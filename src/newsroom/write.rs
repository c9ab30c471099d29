//! Writing a person's files: planned whole, compared with what was read, and never half done.
//!
//! A run first writes down what it is about to replace ([`super::journal`]), then prepares every new file beside the old one, and only then
//! exchanges them one by one, looking each time at what came out. A run that fails takes back what it did; one that is killed is taken back
//! by the next run that writes. Either way every file is old or new at any moment, and running the command again gives the bytes of a run
//! that nothing disturbed.

use super::journal::Entry;
use super::lock::{Busy, Lock};
use super::swap::{Exchange, exchange, place_new};
use super::{Digest, Newsroom, digest, failed, listing, refused};
use crate::diagnostic::Diagnostic;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One file that a run wants to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The path from the root of the newsroom.
    pub path: String,
    /// What the run read there, and worked from; nothing if there was no file.
    pub read: Option<Vec<u8>>,
    /// What shall stand there; nothing to remove the file.
    pub write: Option<Vec<u8>>,
}

/// The ending of our temporary files.
pub(super) const TEMPORARY: &str = ".tmp-pressroom";
/// The ending of the temporary files of a run that takes back another.
const RETURNING: &str = ".back.tmp-pressroom";

/// A change with its new file prepared.
struct Staged<'c> {
    change: &'c Change,
    target: PathBuf,
    /// Where the new file waits, and where the old one comes out.
    beside: PathBuf,
}

impl Newsroom {
    /// Claims the right to write for as long as this value lives, so that everything is read and written under one lock, and takes back
    /// what an interrupted run left half done; the paths of that.
    ///
    /// # Errors
    /// As [`Newsroom::lock`], and a diagnostic (code `io`) if something cannot be taken back.
    pub fn claim(&mut self, busy: Busy) -> Result<Vec<String>, Diagnostic> {
        if self.claim.is_none() {
            self.claim = Some(Arc::new(self.lock(busy)?));
        }
        self.take_back()
    }

    /// Carries out a plan: all of it, durably, or nothing.
    ///
    /// # Errors
    /// A diagnostic (code `io`) that names the first file that could not be written, or (code `changed`) one that somebody saved
    /// since it was read; every file is as it was.
    pub fn write(&self, plan: &[Change]) -> Result<(), Diagnostic> {
        let plan: Vec<&Change> = plan.iter().filter(|change| change.read != change.write).collect();
        if plan.is_empty() {
            return Ok(());
        }
        let _lock = self.claimed()?;
        self.take_back()?;
        plan.iter().try_for_each(|change| self.compare(change))?;
        plan.iter().try_for_each(|change| self.look_beside(change))?;
        self.begin_journal(&plan)?;
        match self.carry_out(&plan, TEMPORARY) {
            Ok(()) => self.finish_journal(),
            Err(error) => match self.take_back() {
                Ok(_) => Err(error),
                Err(second) => {
                    let note = format!(
                        "what was written before could not be taken back yet: {}",
                        second.message
                    );
                    Err(error
                        .with_note(note)
                        .with_help("mend the cause; the next command that writes takes it back first"))
                }
            },
        }
    }

    fn claimed(&self) -> Result<Arc<Lock>, Diagnostic> {
        match &self.claim {
            Some(lock) => Ok(Arc::clone(lock)),
            None => self.lock(Busy::Wait).map(Arc::new),
        }
    }

    /// Prepares every file, then puts each in its place, then makes the folders durable.
    fn carry_out(&self, plan: &[&Change], ending: &str) -> Result<(), Diagnostic> {
        let mut targets = BTreeSet::new();
        let mut staged = Vec::new();
        for change in plan {
            let target = self.resolve(&change.path)?;
            if !targets.insert(target.clone()) {
                return Err(refused(
                    &change.path,
                    "another file of this run is a link to it",
                    "replace the link by the file itself",
                ));
            }
            let beside = beside(&target, ending);
            staged.push(Staged { change, target, beside });
        }
        staged.par_iter().try_for_each(|staged| self.stage(staged))?;
        staged.iter().try_for_each(|staged| self.settle(staged))?;
        self.make_folders_durable(&targets)
    }

    /// Writes the new file beside the old one, durably and with its mode.
    fn stage(&self, staged: &Staged<'_>) -> Result<(), Diagnostic> {
        let Some(bytes) = &staged.change.write else {
            return Ok(());
        };
        let told = |error: &io::Error| told(&staged.change.path, error);
        if let Some(folder) = staged.target.parent() {
            fs::create_dir_all(folder).map_err(|error| told(&error))?;
        }
        match prepare(&staged.target, &staged.beside, bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(self.stray(&staged.change.path, &staged.beside))
            }
            done => done.map_err(|error| told(&error)),
        }
    }

    /// Puts a prepared file in its place if that still holds what was read; what came out is looked at, and put back if it is not that.
    fn settle(&self, staged: &Staged<'_>) -> Result<(), Diagnostic> {
        let Staged { change, target, beside } = staged;
        self.compare(change)?;
        let done = match (&change.read, &change.write) {
            (None, _) => place_new(beside, target).map(|()| true),
            (Some(read), Some(write)) => swap_in(beside, target, read, write),
            (Some(read), None) => take_away(beside, target, read),
        };
        match done {
            Ok(true) => Ok(()),
            Ok(false) => Err(changed(&change.path)),
            Err(error) if matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound) => {
                Err(changed(&change.path))
            }
            Err(error) => Err(told(&change.path, &error)),
        }
    }

    fn make_folders_durable(&self, targets: &BTreeSet<PathBuf>) -> Result<(), Diagnostic> {
        let folders: BTreeSet<&Path> = targets
            .iter()
            .flat_map(|target| target.ancestors().skip(1))
            .filter(|folder| folder.starts_with(&self.root))
            .collect();
        for folder in folders {
            sync(folder).map_err(|error| {
                told(
                    &folder.strip_prefix(&self.root).unwrap_or(folder).display().to_string(),
                    &error,
                )
            })?;
        }
        Ok(())
    }

    /// The file that `path` stands for, links followed; it must lie inside the newsroom even if it does not exist yet.
    pub(super) fn resolve(&self, path: &str) -> Result<PathBuf, Diagnostic> {
        let full = self.within(path)?;
        let mut missing = Vec::new();
        for there in full.ancestors() {
            match fs::canonicalize(there) {
                Ok(real) => {
                    self.inside(path, &real)?;
                    return Ok(missing.iter().rev().fold(real, |real, name| real.join(name)));
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(there).is_err() => {
                    missing.extend(there.file_name());
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    let why = "a symbolic link leads nowhere";
                    return Err(refused(path, why, "replace the link by the file itself, or remove it"));
                }
                Err(error) => return Err(told(path, &error)),
            }
        }
        Ok(full)
    }

    /// Takes back what an interrupted run did: every file that still is as that run left it becomes what it was; the paths of these.
    /// The caller holds the lock.
    fn take_back(&self) -> Result<Vec<String>, Diagnostic> {
        let Some(entries) = self.open_journal()? else {
            return Ok(Vec::new());
        };
        let mut plan = Vec::new();
        for entry in &entries {
            let target = self.resolve(&entry.path)?;
            let old = entry.before.as_deref().map(digest);
            for (ending, new, old) in [(TEMPORARY, entry.after, old), (RETURNING, old, entry.after)] {
                clear(&beside(&target, ending), &target, new, old).map_err(|error| told(&entry.path, &error))?;
            }
            plan.extend(self.returning(entry)?);
        }
        self.carry_out(&plan.iter().collect::<Vec<_>>(), RETURNING)?;
        self.drop_open_journal()?;
        Ok(plan.into_iter().map(|change| change.path).collect())
    }

    /// The change that makes a file what it was before a run, if it still is what that run made of it.
    pub(super) fn returning(&self, entry: &Entry) -> Result<Option<Change>, Diagnostic> {
        let read = self.read(&entry.path)?;
        Ok((read.as_deref().map(digest) == entry.after).then(|| Change {
            path: entry.path.clone(),
            read,
            write: entry.before.clone(),
        }))
    }

    /// Refuses to begin where something stands in the place of the temporary file: once the journal is open, it would be taken for ours and
    /// cleared away.
    fn look_beside(&self, change: &Change) -> Result<(), Diagnostic> {
        let beside = beside(&self.resolve(&change.path)?, TEMPORARY);
        match fs::symlink_metadata(&beside) {
            Ok(_) => Err(self.stray(&change.path, &beside)),
            // What else keeps it from being made is told when it is made.
            Err(_) => Ok(()),
        }
    }

    /// A file of a name that only this program gives, which no run that we know of has left.
    fn stray(&self, path: &str, beside: &Path) -> Diagnostic {
        let shown = beside.strip_prefix(&self.root).unwrap_or(beside).display();
        Diagnostic::error("io", format!("`{shown}` is in the way of writing `{path}`"))
            .with_help("look whether you need what it holds, then remove it; nothing was changed")
    }

    /// Whether the file still is what the run worked from.
    fn compare(&self, change: &Change) -> Result<(), Diagnostic> {
        if self.read(&change.path)? == change.read {
            return Ok(());
        }
        Err(changed(&change.path))
    }
}

/// Writes a file that the user named, such as a report: whole at any moment where it is an ordinary file, and as it comes where it is a
/// pipe or a device.
///
/// # Errors
/// A diagnostic (code `io`) that names the file.
pub fn save(file: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    match fs::metadata(file) {
        Ok(about) if !about.is_file() || is_open_elsewhere(file) => {
            fs::write(file, bytes).map_err(|error| told(&file.display().to_string(), &error))
        }
        // A link stays a link: what it leads to is replaced.
        Ok(_) => replace(&fs::canonicalize(file).unwrap_or_else(|_| file.to_owned()), bytes),
        Err(_) => replace(file, bytes),
    }
}

/// Whether a path may lead to an ordinary file that somebody else holds open, as `/dev/stdout` does; what is in memory lies in a folder of
/// `/dev` and is a file like any other.
fn is_open_elsewhere(file: &Path) -> bool {
    file.starts_with("/proc") || file.starts_with("/dev") && !file.starts_with("/dev/shm")
}

/// Replaces a file that belongs to no newsroom, such as one that git hands to its merge drivers; it is whole at any moment, and what a
/// killed run left beside it goes.
///
/// # Errors
/// A diagnostic (code `io`) that names the file.
pub fn replace(file: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    sweep(parent.unwrap_or(Path::new(".")));
    let beside = beside(file, &format!(".{}{TEMPORARY}", std::process::id()));
    let done = prepare(file, &beside, bytes).and_then(|()| fs::rename(&beside, file));
    done.map_err(|error| {
        // It may never have been made.
        let _ = fs::remove_file(&beside);
        told(&file.display().to_string(), &error)
    })
}

fn told(path: &str, error: &io::Error) -> Diagnostic {
    failed(
        path,
        "cannot be written",
        error,
        "check the disk and your rights; every file is as it was",
    )
}

/// What is told (code `changed`) of a file that no longer is what a run worked from.
pub fn changed(path: &str) -> Diagnostic {
    Diagnostic::error(
        "changed",
        format!("`{path}` was saved by somebody else while this command ran"),
    )
    .with_help("run the command again; that file is as it was saved")
}

/// The temporary name beside a file.
fn beside(target: &Path, ending: &str) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}{ending}"))
}

/// Writes `bytes` durably into a new file at `beside`, with the mode of `target` if that exists.
fn prepare(target: &Path, beside: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(beside)?;
    file.write_all(bytes)?;
    match fs::metadata(target) {
        Ok(about) => file.set_permissions(about.permissions())?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    file.sync_all()
}

/// Exchanges a prepared file with its target; whether `read` came out. If not, what came out stands there again.
fn swap_in(beside: &Path, target: &Path, read: &[u8], write: &[u8]) -> io::Result<bool> {
    if exchange(beside, target)? == Exchange::Unknown {
        return fs::rename(beside, target).map(|()| true);
    }
    let same = fs::read(beside)? == read;
    if !same {
        give_back(beside, target, write)?;
    }
    fs::remove_file(beside)?;
    Ok(same)
}

/// Puts a file that came out back where it stood; if somebody saved there in the meantime, that newer version stays.
fn give_back(beside: &Path, target: &Path, ours: &[u8]) -> io::Result<()> {
    exchange(beside, target)?;
    if fs::read(beside)? != ours {
        exchange(beside, target)?;
    }
    Ok(())
}

/// Takes a file away; whether it was `read`. If not, it stands there again.
fn take_away(beside: &Path, target: &Path, read: &[u8]) -> io::Result<bool> {
    fs::rename(target, beside)?;
    if fs::read(beside)? == read {
        return fs::remove_file(beside).map(|()| true);
    }
    place_new(beside, target).map(|()| false)
}

/// Removes the temporary file of an interrupted run, but for a person's save that came out of an exchange and was not yet put back.
fn clear(beside: &Path, target: &Path, new: Option<Digest>, old: Option<Digest>) -> io::Result<()> {
    let content = |file: &Path| match fs::read(file) {
        Ok(bytes) => Ok(Some(digest(&bytes))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    };
    match fs::symlink_metadata(beside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
        Ok(about) if !about.is_file() => return fs::remove_file(beside),
        Ok(_) => {}
    }
    let is_saved = content(target)? == new && content(beside)? != old;
    match (is_saved, new) {
        (false, _) => fs::remove_file(beside),
        // What stands there is ours and goes; the person's version comes back.
        (true, Some(_)) => fs::rename(beside, target),
        (true, None) => place_new(beside, target),
    }
}

/// Removes what killed runs left in a folder under a name with their number.
pub(super) fn sweep(folder: &Path) {
    for (name, _) in listing::list(folder).unwrap_or_default() {
        let shown = name.to_string_lossy();
        let holder = shown
            .strip_suffix(TEMPORARY)
            .and_then(|name| name.rsplit('.').next()?.parse::<u32>().ok());
        if shown.starts_with('.') && holder.is_some_and(|holder| !is_alive(holder)) {
            // A file that cannot be removed is in nobody's way.
            let _ = fs::remove_file(folder.join(&name));
        }
    }
}

/// Whether a process of this number may still be at work.
fn is_alive(process: u32) -> bool {
    process != std::process::id() && Path::new("/proc").join(process.to_string()).is_dir()
}

/// Makes a folder durable.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests;
