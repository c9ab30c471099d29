//! The output tree: only what changed is written, only what this program wrote is removed.

use super::journal::digest;
use super::write::TEMPORARY;
use super::{Newsroom, failed, refused};
use crate::diagnostic::Diagnostic;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
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
    /// A part: the rest stays as it is, but for these paths, which no longer belong to the tree; one that ends in `/` stands for
    /// everything in that folder.
    Part(Vec<String>),
}

/// What each file of an output folder may hold if it is ours: the digests by path. While a build is under way, both of the old file and the new.
type Known = BTreeMap<String, BTreeSet<String>>;

impl Newsroom {
    /// Makes the output folder hold `outputs`; if they are the whole, exactly these among the files that this program wrote there. Files of
    /// others are not touched.
    ///
    /// Every new file is prepared before the first takes its place, so that a full disk leaves the old tree as it was, and no file is ever
    /// seen half written. A build that is killed leaves files of the old tree and of the new; the next one completes it.
    ///
    /// `out` is a folder below the root, or any folder for a full path.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if the folder holds files but none of ours, or a file cannot be written.
    pub fn publish(&self, out: &Path, outputs: &[Output], extent: Extent) -> Result<Published, Diagnostic> {
        let folder = self.output_folder(out)?;
        let known = manifest(&folder)?;
        fs::create_dir_all(&folder).map_err(|error| told(&folder.display().to_string(), &error))?;
        let real = fs::canonicalize(&folder).map_err(|error| told(&folder.display().to_string(), &error))?;
        let todo: Vec<&Output> = outputs.par_iter().filter(|output| !is_there(&real, output)).collect();
        let mut now: Known = outputs
            .iter()
            .map(|output| (output.path.clone(), BTreeSet::from([digest(&output.bytes)])))
            .collect();
        if !todo.is_empty() {
            let mut both = known.clone();
            for (path, digests) in &now {
                both.entry(path.clone()).or_default().extend(digests.iter().cloned());
            }
            sweep(&real, &todo);
            list(&real, &both)?;
            place_all(&real, &todo)?;
        }
        let mut done = Published {
            written: todo.len(),
            unchanged: outputs.len() - todo.len(),
            ..Published::default()
        };
        for (path, digests) in &known {
            if now.contains_key(path) {
                continue;
            }
            if matches!(&extent, Extent::Part(gone) if !names(gone, path)) {
                now.insert(path.clone(), digests.clone());
                continue;
            }
            remove(&real, path, digests, &mut done).map_err(|error| told(path, &error))?;
        }
        list(&real, &now)?;
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
            // What a build left that was killed before its first file is ours.
            Ok(files) => {
                let is_strange = |name: &str| !name.ends_with(TEMPORARY);
                !real.join(MANIFEST).is_file()
                    && files
                        .flatten()
                        .any(|file| is_strange(&file.file_name().to_string_lossy()))
            }
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

/// Whether a path or a folder that it lies in is among these.
fn names(gone: &[String], path: &str) -> bool {
    let is_named = |name: &String| name == path || name.ends_with('/') && path.starts_with(name.as_str());
    gone.iter().any(is_named)
}

fn told(path: &str, error: &io::Error) -> Diagnostic {
    failed(
        path,
        "cannot be written",
        error,
        "check the disk and your rights, then build again",
    )
}

/// Whether an output stands there already.
fn is_there(folder: &Path, output: &Output) -> bool {
    let path = folder.join(&output.path);
    fs::symlink_metadata(&path).is_ok_and(|about| about.is_file() && about.len() == output.bytes.len() as u64)
        && fs::read(&path).is_ok_and(|bytes| bytes == output.bytes)
}

/// Prepares all of these files, then puts each in its place.
fn place_all(folder: &Path, outputs: &[&Output]) -> Result<(), Diagnostic> {
    let prepared = outputs
        .par_iter()
        .try_for_each(|output| prepare(folder, output).map_err(|error| told(&output.path, &error)));
    let placed = prepared.and_then(|()| {
        outputs.par_iter().try_for_each(|output| {
            let path = folder.join(&output.path);
            fs::rename(beside(&path), &path).map_err(|error| told(&output.path, &error))
        })
    });
    if placed.is_err() {
        for output in outputs {
            // It may never have been made, or have taken its place; what else keeps it from going keeps the next build from nothing.
            let _ = fs::remove_file(beside(&folder.join(&output.path)));
        }
    }
    placed
}

/// The temporary name beside a file; two builds at once do not share one.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}{TEMPORARY}", std::process::id()))
}

fn prepare(folder: &Path, output: &Output) -> io::Result<()> {
    let path = folder.join(&output.path);
    if !stays_inside(folder, &path)? {
        return Err(io::Error::other("a symbolic link leads out of the output folder"));
    }
    fs::create_dir_all(path.parent().unwrap_or(folder))?;
    File::create_new(beside(&path))?.write_all(&output.bytes)
}

/// Whether the folder of a file, as far as it exists, lies in the output folder.
fn stays_inside(folder: &Path, path: &Path) -> io::Result<bool> {
    let real = path
        .ancestors()
        .skip(1)
        .find_map(|there| match fs::canonicalize(there) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(there).is_err() => None,
            real => Some(real),
        });
    Ok(real.transpose()?.is_some_and(|real| real.starts_with(folder)))
}

/// Removes what killed builds left in the folders of these files.
fn sweep(folder: &Path, outputs: &[&Output]) {
    let paths = outputs.iter().map(|output| folder.join(&output.path));
    let folders: BTreeSet<PathBuf> = paths.filter_map(|path| path.parent().map(Path::to_owned)).collect();
    for file in folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten()
        .flatten()
    {
        let name = file.file_name().to_string_lossy().into_owned();
        let holder = name
            .strip_suffix(TEMPORARY)
            .and_then(|name| name.rsplit('.').next()?.parse::<u32>().ok());
        if name.starts_with('.') && holder.is_some_and(|holder| !is_alive(holder)) {
            // A file that cannot be removed is in nobody's way.
            let _ = fs::remove_file(file.path());
        }
    }
}

/// Whether a process of this number may still be at work.
fn is_alive(process: u32) -> bool {
    process != std::process::id() && Path::new("/proc").join(process.to_string()).is_dir()
}

/// Writes the list of what is ours, unless it says so already.
fn list(folder: &Path, known: &Known) -> Result<(), Diagnostic> {
    let lines = known
        .iter()
        .flat_map(|(path, digests)| digests.iter().map(move |digest| format!("{digest}  {path}\n")));
    let list = Output {
        path: MANIFEST.to_owned(),
        bytes: lines.collect::<String>().into_bytes(),
    };
    if is_there(folder, &list) {
        Ok(())
    } else {
        place_all(folder, &[&list])
    }
}

/// Removes a file that we wrote, unless somebody changed it since, and the folders that it leaves empty.
fn remove(folder: &Path, path: &str, digests: &BTreeSet<String>, done: &mut Published) -> io::Result<()> {
    let full = folder.join(path);
    match fs::symlink_metadata(&full) {
        Ok(about)
            if about.is_file() && stays_inside(folder, &full)? && digests.contains(&digest(&fs::read(&full)?)) =>
        {
            fs::remove_file(&full)?;
        }
        Ok(_) => {
            done.left.push(path.to_owned());
            return Ok(());
        }
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(()),
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

/// What the manifest of an output folder lists: path and digests. A line that is damaged names nothing, so nothing is removed for it.
fn manifest(folder: &Path) -> Result<Known, Diagnostic> {
    let path = folder.join(MANIFEST);
    if !fs::symlink_metadata(&path).is_ok_and(|about| about.is_file()) {
        return Ok(Known::new());
    }
    let bytes = fs::read(path).map_err(|error| failed(MANIFEST, "cannot be read", &error, "check your rights"))?;
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
        if sound(path) {
            known.entry(path.to_owned()).or_default().insert(digest.to_owned());
        }
    }
    Ok(known)
}
