//! The output tree: only what changed is written, only what this program wrote is removed.

use super::{Newsroom, failed, refused};
use crate::diagnostic::Diagnostic;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// The list of what this program wrote into an output folder, kept in that folder.
pub const MANIFEST: &str = ".pressroom-manifest";

/// A file for the output tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Path below the output folder, with `/` between the parts.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
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
    /// A part: the rest stays as it is, but for these paths, which no longer belong to the tree.
    Part(Vec<String>),
}

impl Newsroom {
    /// Makes the output folder hold `outputs`; if they are the whole, exactly these among the files that this program wrote there. Files of
    /// others are not touched.
    ///
    /// `out` is a folder below the root, or any folder for a full path.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if the folder holds files but none of ours, or a file cannot be written.
    pub fn publish(&self, out: &Path, outputs: &[Output], extent: Extent) -> Result<Published, Diagnostic> {
        let folder = self.output_folder(out)?;
        let known = manifest(&folder)?;
        let told = |path: &str, error: &io::Error| {
            failed(
                path,
                "cannot be written",
                error,
                "check the disk and your rights, then build again",
            )
        };
        fs::create_dir_all(&folder).map_err(|error| told(&folder.display().to_string(), &error))?;
        let written: Vec<bool> = outputs
            .par_iter()
            .map(|output| place(&folder, output).map_err(|error| told(&output.path, &error)))
            .collect::<Result<_, _>>()?;
        let mut done = Published {
            written: written.iter().filter(|w| **w).count(),
            ..Published::default()
        };
        done.unchanged = outputs.len() - done.written;
        let mut now: BTreeMap<&str, String> = outputs
            .iter()
            .map(|output| (output.path.as_str(), digest(&output.bytes)))
            .collect();
        let others: Vec<_> = known
            .iter()
            .filter(|(path, _)| !now.contains_key(path.as_str()))
            .collect();
        for (path, hash) in others {
            if matches!(&extent, Extent::Part(gone) if !gone.contains(path)) {
                now.insert(path, hash.clone());
                continue;
            }
            remove(&folder, path, hash, &mut done).map_err(|error| told(path, &error))?;
        }
        let list: String = now.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        let manifest = Output {
            path: MANIFEST.to_owned(),
            bytes: list.into_bytes(),
        };
        place(&folder, &manifest).map_err(|error| told(MANIFEST, &error))?;
        Ok(done)
    }

    /// The folder to publish into, if it is one that this program may fill: its own, an empty one or one that does not exist yet.
    fn output_folder(&self, out: &Path) -> Result<PathBuf, Diagnostic> {
        let shown = out.display().to_string();
        if out.components().any(|part| part == Component::ParentDir) && out.is_relative() {
            return Err(refused(
                &shown,
                "it does not lie below the newsroom",
                "name a folder below the root, or give the full path",
            ));
        }
        let folder = self.root().join(out);
        let real = fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone());
        let own = ["releases", "locales", "templates", ".git", super::lock::FOLDER]
            .iter()
            .any(|name| real.starts_with(self.root().join(name)));
        if self.root().starts_with(&real) || own {
            return Err(refused(
                &shown,
                "it holds the newsroom itself",
                "name a folder of its own, e.g. `--out public`",
            ));
        }
        let strangers = match fs::read_dir(&real) {
            Ok(mut files) => !real.join(MANIFEST).is_file() && files.next().is_some(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(failed(&shown, "cannot be read", &error, "check your rights")),
        };
        if strangers {
            let why = "it is not empty and was not written by this program";
            return Err(refused(&shown, why, "name an empty folder, or empty this one yourself"));
        }
        Ok(real)
    }
}

/// Writes an output unless it is there already; whether it was written.
fn place(folder: &Path, output: &Output) -> io::Result<bool> {
    let path = folder.join(&output.path);
    if fs::symlink_metadata(&path).is_ok_and(|about| about.is_file())
        && fs::read(&path).is_ok_and(|bytes| bytes == output.bytes)
    {
        return Ok(false);
    }
    let parent = path.parent().unwrap_or(folder);
    fs::create_dir_all(parent)?;
    if !fs::canonicalize(parent)?.starts_with(fs::canonicalize(folder)?) {
        return Err(io::Error::other("a symbolic link leads out of the output folder"));
    }
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let temporary = parent.join(format!(".{name}.tmp-pressroom"));
    fs::write(&temporary, &output.bytes)?;
    fs::rename(&temporary, &path)?;
    Ok(true)
}

/// Removes a file that we wrote, unless somebody changed it since, and the folders that it leaves empty.
fn remove(folder: &Path, path: &str, hash: &str, done: &mut Published) -> io::Result<()> {
    let full = folder.join(path);
    match fs::read(&full) {
        Ok(bytes) if digest(&bytes) == hash => fs::remove_file(&full)?,
        Ok(_) => {
            done.left.push(path.to_owned());
            return Ok(());
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    }
    done.removed.push(path.to_owned());
    for parent in Path::new(path)
        .ancestors()
        .skip(1)
        .filter(|parent| !parent.as_os_str().is_empty())
    {
        if fs::remove_dir(folder.join(parent)).is_err() {
            break;
        }
    }
    Ok(())
}

/// What the manifest of an output folder lists: path and digest. A line that is damaged names nothing, so nothing is removed for it.
fn manifest(folder: &Path) -> Result<BTreeMap<String, String>, Diagnostic> {
    let text = match fs::read(folder.join(MANIFEST)) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(failed(MANIFEST, "cannot be read", &error, "check your rights")),
    };
    let sound = |path: &str| {
        !path.is_empty()
            && Path::new(path)
                .components()
                .all(|part| matches!(part, Component::Normal(_)))
    };
    let lines = text.lines().filter_map(|line| line.split_once("  "));
    Ok(lines
        .filter(|(_, path)| sound(path))
        .map(|(hash, path)| (path.to_owned(), hash.to_owned()))
        .collect())
}

/// The first 128 bits of the SHA-256 of `bytes`, in hexadecimal digits.
fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
