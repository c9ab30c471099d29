//! What lies in a folder, read whole.
//!
//! On Linux the system is asked directly: `std::fs::ReadDir` panics when a folder cannot be closed, which a failing disk or a network file
//! system can bring about.

use super::inventory::Stamp;
use std::ffi::OsString;
use std::io;
use std::path::Path;

/// What a name stands for; a symbolic link is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A folder.
    Folder,
    /// An ordinary file.
    File,
    /// A symbolic link.
    Link,
    /// A device, a pipe, a socket.
    Other,
}

/// The names in a folder, in no order, and what each stands for.
pub(super) fn list(folder: &Path) -> io::Result<Vec<(OsString, Kind)>> {
    let entries = entries(folder, false)?.into_iter();
    Ok(entries.map(|(name, kind, _)| (name, kind)).collect())
}

/// The same with the stamp of every ordinary file, as [`Stamp::of`] has it. The files are looked at from within the folder, so the way to it is
/// gone once.
pub(super) fn list_stamped(folder: &Path) -> io::Result<Vec<Entry>> {
    entries(folder, true)
}

/// A name in a folder, what it stands for, and a stamp.
pub(super) type Entry = (OsString, Kind, Option<Stamp>);

#[cfg(target_os = "linux")]
fn entries(folder: &Path, stamped: bool) -> io::Result<Vec<Entry>> {
    use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, StatxFlags, openat, statat, statx};
    use std::os::unix::ffi::OsStringExt;
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let handle = openat(CWD, folder, flags, Mode::empty())?;
    let mut found = Vec::new();
    for entry in Dir::read_from(&handle)? {
        let entry = entry?;
        let name = entry.file_name();
        if matches!(name.to_bytes(), b"." | b"..") {
            continue;
        }
        let kind = match entry.file_type() {
            // Some file systems do not tell it in the folder.
            FileType::Unknown => FileType::from_raw_mode(statat(&handle, name, AtFlags::SYMLINK_NOFOLLOW)?.st_mode),
            kind => kind,
        };
        let kind = match kind {
            FileType::Directory => Kind::Folder,
            FileType::RegularFile => Kind::File,
            FileType::Symlink => Kind::Link,
            _ => Kind::Other,
        };
        let stamp = match stamped && kind == Kind::File {
            true => Stamp::of_extended(&statx(
                &handle,
                name,
                AtFlags::SYMLINK_NOFOLLOW,
                StatxFlags::BASIC_STATS,
            )?),
            false => None,
        };
        found.push((OsString::from_vec(name.to_bytes().to_vec()), kind, stamp));
    }
    Ok(found)
}

#[cfg(not(target_os = "linux"))]
fn entries(folder: &Path, stamped: bool) -> io::Result<Vec<Entry>> {
    let entries = std::fs::read_dir(folder)?;
    let one = |entry: io::Result<std::fs::DirEntry>| {
        let entry = entry?;
        let kind = entry.file_type()?;
        let kind = match () {
            () if kind.is_symlink() => Kind::Link,
            () if kind.is_dir() => Kind::Folder,
            () if kind.is_file() => Kind::File,
            () => Kind::Other,
        };
        let stamp = match stamped && kind == Kind::File {
            true => Stamp::of(&std::fs::symlink_metadata(entry.path())?),
            false => None,
        };
        Ok((entry.file_name(), kind, stamp))
    };
    entries.map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::{Kind, Stamp, list, list_stamped};

    #[test]
    fn a_folder_tells_every_name_and_its_kind() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("b")).unwrap();
        std::fs::write(at("a é"), "").unwrap();
        let mut expected = vec![("a é".into(), Kind::File), ("b".into(), Kind::Folder)];
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("b", at("c")).unwrap();
            expected.push(("c".into(), Kind::Link));
        }
        let mut found = list(folder.path()).unwrap();
        found.sort();
        assert_eq!(found, expected);
        for (name, kind, stamp) in list_stamped(folder.path()).unwrap() {
            let about = std::fs::symlink_metadata(folder.path().join(&name)).unwrap();
            assert_eq!(stamp, Stamp::of(&about), "{name:?}");
            assert_eq!(stamp.is_some(), kind == Kind::File && cfg!(unix), "{name:?}");
        }
        assert_eq!(list(&at("none")).unwrap_err().kind(), std::io::ErrorKind::NotFound);
    }
}
