//! Writing a person's files: planned whole, compared with what was read, and never half done.

use super::lock::Busy;
use super::{Newsroom, failed};
use crate::diagnostic::Diagnostic;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

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
const TEMPORARY: &str = ".tmp-pressroom";

impl Newsroom {
    /// Carries out a plan: every file is replaced whole, in the order given, and is on the disk when this returns.
    ///
    /// A run that is killed in between leaves every file either old or new; running the command again finishes it.
    ///
    /// # Errors
    /// A diagnostic (code `io`) that names the first file that could not be written, or (code `changed`) one that somebody saved
    /// since it was read; that file and those after it are as they were.
    pub fn write(&self, plan: &[Change]) -> Result<(), Diagnostic> {
        let plan: Vec<&Change> = plan.iter().filter(|change| change.read != change.write).collect();
        if plan.is_empty() {
            return Ok(());
        }
        let _lock = self.lock(Busy::Wait)?;
        for change in &plan {
            self.compare(change)?;
        }
        plan.into_iter().try_for_each(|change| self.carry_out(change))
    }

    fn carry_out(&self, change: &Change) -> Result<(), Diagnostic> {
        let full = self.within(&change.path)?;
        let target = fs::canonicalize(&full).unwrap_or(full);
        let told = |error: &io::Error| {
            failed(
                &change.path,
                "cannot be written",
                error,
                "check the disk and your rights; the file is as it was",
            )
        };
        let Some(folder) = target.parent() else { return Ok(()) };
        match &change.write {
            Some(bytes) => {
                fs::create_dir_all(folder).map_err(|error| told(&error))?;
                let temporary = prepare(folder, &target, bytes).map_err(|error| told(&error))?;
                self.compare(change)?;
                temporary.persist(&target).map_err(|error| told(&error.error))?;
            }
            None => {
                self.compare(change)?;
                fs::remove_file(&target).map_err(|error| told(&error))?;
            }
        }
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|error| told(&error))
    }

    /// Whether the file still is what the run worked from.
    fn compare(&self, change: &Change) -> Result<(), Diagnostic> {
        if self.read(&change.path)? == change.read {
            return Ok(());
        }
        Err(Diagnostic::error(
            "changed",
            format!("`{}` was saved by somebody else while this command ran", change.path),
        )
        .with_help("run the command again; the file is as it was saved"))
    }
}

/// Replaces a file that belongs to no newsroom, such as one that git hands to its merge drivers; it is whole at any moment.
///
/// # Errors
/// A diagnostic (code `io`) that names the file.
pub fn replace(file: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let shown = file.display().to_string();
    let told = |error: &io::Error| {
        failed(
            &shown,
            "cannot be written",
            error,
            "check the disk and your rights; the file is as it was",
        )
    };
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let temporary = prepare(folder, file, bytes).map_err(|error| told(&error))?;
    temporary.persist(file).map_err(|error| told(&error.error))?;
    Ok(())
}

/// A temporary file beside `target` that holds `bytes` durably and has its mode.
fn prepare(folder: &Path, target: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    let mut temporary = builder.prefix(".").suffix(TEMPORARY).tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    match fs::metadata(target) {
        Ok(about) => temporary.as_file().set_permissions(about.permissions())?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => ordinary_mode(temporary.as_file())?,
        Err(error) => return Err(error),
    }
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// Gives a new file the mode that other programs' new files have; temporary files are born private.
#[cfg(unix)]
fn ordinary_mode(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn ordinary_mode(_: &File) -> io::Result<()> {
    Ok(())
}
