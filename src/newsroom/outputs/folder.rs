//! The folder of an output tree: which one it may be, and how files come into it and leave it.

use super::parts::PREFIX;
use super::{MANIFEST, Published};
use crate::diagnostic::Diagnostic;
use crate::newsroom::inventory::Stamp;
use crate::newsroom::listing::{self, Kind};
use crate::newsroom::write::{TEMPORARY, sweep};
use crate::newsroom::{Digest, Newsroom, digest, failed, lock, refused};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

impl Newsroom {
    /// The folder to publish into, if it is one that this program may fill: its own, an empty one or one that does not exist yet.
    pub(super) fn output_folder(&self, out: &Path) -> Result<PathBuf, Diagnostic> {
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
        let own = ["releases", "locales", "templates", ".git", lock::FOLDER]
            .iter()
            .any(|name| real.starts_with(self.root().join(name)));
        if self.root().starts_with(&real) || own {
            return Err(refused(
                &shown,
                "it holds the newsroom itself",
                "name a folder of its own, e.g. `--out public`",
            ));
        }
        let strangers = match listing::list(&real) {
            // What a build left that was killed before its first file is ours, and so is what a part left that published nothing.
            Ok(files) => {
                let is_ours = |(name, kind): &(OsString, Kind)| name == MANIFEST && *kind == Kind::File;
                !files.iter().any(is_ours) && !are_rests(&real, &files)
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

/// Whether these entries of a folder are what a killed build or a part left, and folders that hold nothing else. What cannot be looked at
/// is not ours.
fn are_rests(folder: &Path, files: &[(OsString, Kind)]) -> bool {
    files.iter().all(|(name, kind)| {
        let shown = name.to_string_lossy();
        match kind {
            Kind::Folder => {
                let inner = folder.join(name);
                listing::list(&inner).is_ok_and(|files| are_rests(&inner, &files))
            }
            _ => shown.ends_with(TEMPORARY) || shown.starts_with(PREFIX),
        }
    })
}

/// Makes a folder of the tree ready to be written into: it lies inside, exists, and holds nothing that a killed build left.
pub(super) fn open(tree: &Path, folder: &Path) -> io::Result<()> {
    if !stays_inside(tree, folder)? {
        return Err(io::Error::other("a symbolic link leads out of the output folder"));
    }
    fs::create_dir_all(folder)?;
    sweep(folder);
    Ok(())
}

/// Writes a new file beside the place at `path`; what it looks like now.
pub(super) fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<Option<Stamp>> {
    let beside = beside(path);
    let mut file = File::create_new(&beside)?;
    let written = file.write_all(bytes).and_then(|()| file.metadata());
    written.map(|about| Stamp::of(&about)).inspect_err(|_| {
        // A disk that takes no more may still give back; if not, the next build sweeps it away.
        let _ = fs::remove_file(&beside);
    })
}

/// The temporary name beside a file; two builds at once do not share one.
pub(super) fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}{TEMPORARY}", std::process::id()))
}

/// Removes a file that we wrote, unless somebody changed it since, and the folders that it leaves empty.
pub(super) fn remove(folder: &Path, path: &str, digests: &[Digest], done: &mut Published) -> io::Result<()> {
    let full = folder.join(path);
    let parent = full.parent().unwrap_or(folder);
    match fs::symlink_metadata(&full) {
        Ok(about)
            if about.is_file() && stays_inside(folder, parent)? && digests.contains(&digest(&fs::read(&full)?)) =>
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

/// Whether a folder, as far as it exists, lies in the output folder.
pub(super) fn stays_inside(tree: &Path, folder: &Path) -> io::Result<bool> {
    let real = folder.ancestors().find_map(|there| match fs::canonicalize(there) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(there).is_err() => None,
        real => Some(real),
    });
    Ok(real.transpose()?.is_some_and(|real| real.starts_with(tree)))
}
