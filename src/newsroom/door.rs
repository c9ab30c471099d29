//! The short way to a file of a newsroom: one call of the system that opens it only if no link stands on the way.

use std::path::Path;

/// The root folder of a newsroom, held open.
#[cfg(target_os = "linux")]
#[derive(Debug, Clone)]
pub(super) struct Door(Option<std::sync::Arc<rustix::fd::OwnedFd>>);

#[cfg(target_os = "linux")]
impl Door {
    /// The door to the folder `root`.
    pub(super) fn of(root: &Path) -> Door {
        use rustix::fs::{CWD, Mode, OFlags, openat};
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Door(openat(CWD, root, flags, Mode::empty()).ok().map(std::sync::Arc::new))
    }

    /// The bytes of the ordinary file at `path`, if it has at most `limit`; nothing where there is any doubt, also on systems that do not know
    /// the call (Linux before 5.6), so that the caller goes the long way and finds out what it is.
    pub(super) fn read(&self, path: &str, limit: u64) -> Option<Vec<u8>> {
        use rustix::fs::{FileType, Mode, OFlags, ResolveFlags, fstat, openat2};
        use std::io::Read;
        // A pipe must not make the program wait, nor a terminal become its own.
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
        let file = openat2(self.0.as_ref()?, path, flags, Mode::empty(), resolve).ok()?;
        let about = fstat(&file).ok()?;
        let size = u64::try_from(about.st_size).ok().filter(|size| *size <= limit)?;
        if FileType::from_raw_mode(about.st_mode) != FileType::RegularFile {
            return None;
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).ok()? + 1);
        std::fs::File::from(file).take(limit + 1).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= limit).then_some(bytes)
    }
}

/// The root folder of a newsroom, where there is no short way.
#[cfg(not(target_os = "linux"))]
#[derive(Debug, Clone)]
pub(super) struct Door;

#[cfg(not(target_os = "linux"))]
impl Door {
    /// The door to the folder `root`.
    pub(super) fn of(_: &Path) -> Door {
        Door
    }

    /// Nothing: there is only the long way.
    pub(super) fn read(&self, _: &str, _: u64) -> Option<Vec<u8>> {
        None
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::Door;
    use std::os::unix::fs::symlink;

    #[test]
    fn it_opens_ordinary_files_within_and_leaves_every_doubt_to_the_long_way() {
        let folder = tempfile::tempdir().unwrap();
        let outside = tempfile::NamedTempFile::new().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("a")).unwrap();
        std::fs::write(at("a/b"), "text").unwrap();
        std::fs::write(at("empty"), "").unwrap();
        symlink("a", at("folder")).unwrap();
        symlink("a/b", at("file")).unwrap();
        symlink(outside.path(), at("out")).unwrap();
        assert!(
            std::process::Command::new("mkfifo")
                .arg(at("pipe"))
                .status()
                .unwrap()
                .success()
        );
        let door = Door::of(folder.path());
        assert_eq!(door.read("a/b", 4).as_deref(), Some(&b"text"[..]));
        assert_eq!(door.read("empty", 4).as_deref(), Some(&b""[..]));
        for doubtful in [
            "a",
            "none",
            "file",
            "folder/b",
            "out",
            "pipe",
            "../x",
            "/etc/hostname",
            "",
        ] {
            assert_eq!(door.read(doubtful, 4096), None, "{doubtful}");
        }
        assert_eq!(door.read("a/b", 3), None);
        assert_eq!(Door::of(&at("none")).read("a/b", 4), None);
    }
}
