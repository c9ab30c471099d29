//! Putting one file in the place of another in a single step, so that what stood there can be looked at.

use std::fs;
use std::io;
use std::path::Path;

/// What became of two files that were to be exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exchange {
    /// Each has the name of the other.
    Done,
    /// This system or file system cannot do it; nothing happened.
    Unknown,
}

/// Exchanges two files in one step (Linux: `renameat2` with `RENAME_EXCHANGE`).
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<Exchange> {
    rename_with(Flag::Exchange, one, other)
}

/// Gives `from` the name `to` unless a file has that name; then the error is [`io::ErrorKind::AlreadyExists`].
pub(super) fn place_new(from: &Path, to: &Path) -> io::Result<()> {
    if rename_with(Flag::NoReplace, from, to)? == Exchange::Done {
        return Ok(());
    }
    place_new_in_two_steps(from, to)
}

/// The same where the system has no single step for it: a second name cannot be given where one exists already; then the first name goes.
fn place_new_in_two_steps(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) if fs::symlink_metadata(to).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

enum Flag {
    Exchange,
    NoReplace,
}

#[cfg(target_os = "linux")]
fn rename_with(flag: Flag, from: &Path, to: &Path) -> io::Result<Exchange> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    let flag = match flag {
        Flag::Exchange => RenameFlags::EXCHANGE,
        Flag::NoReplace => RenameFlags::NOREPLACE,
    };
    match renameat_with(CWD, from, CWD, to, flag) {
        Ok(()) => Ok(Exchange::Done),
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => Ok(Exchange::Unknown),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn rename_with(_: Flag, _: &Path, _: &Path) -> io::Result<Exchange> {
    Ok(Exchange::Unknown)
}

#[cfg(test)]
mod tests {
    use super::{Exchange, exchange, place_new, place_new_in_two_steps};
    use std::fs;
    use std::io;
    use std::path::Path;

    #[test]
    fn a_new_file_takes_no_place_that_is_taken() {
        for place in [place_new, place_new_in_two_steps] {
            let folder = tempfile::tempdir().unwrap();
            let [new, target] = ["new", "target"].map(|name| folder.path().join(name));
            let held = |path: &Path| fs::read_to_string(path).ok();
            fs::write(&new, "one").unwrap();
            place(&new, &target).unwrap();
            assert_eq!((held(&new), held(&target)), (None, Some("one".to_owned())));
            fs::write(&new, "two").unwrap();
            let taken = place(&new, &target).unwrap_err();
            assert_eq!(taken.kind(), io::ErrorKind::AlreadyExists);
            assert_eq!(held(&new).as_deref(), Some("two"));
            assert_eq!(held(&target).as_deref(), Some("one"));
            // What no second name can be given to is moved, but not over anything.
            let tree = folder.path().join("tree");
            fs::create_dir(&tree).unwrap();
            assert_eq!(place(&tree, &target).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
            place(&tree, &folder.path().join("moved")).unwrap();
            assert!(!tree.exists() && folder.path().join("moved").is_dir());
            place(&tree, &target).unwrap_err();
            place(&tree, &folder.path().join("other")).unwrap_err();
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_the_system_cannot_exchange_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("outer/inner");
        fs::create_dir_all(&inner).unwrap();
        // A folder and one inside it: the system answers as file systems do that cannot exchange anything.
        let outer = folder.path().join("outer");
        assert_eq!(exchange(&outer, &inner).unwrap(), Exchange::Unknown);
        assert!(inner.is_dir());
        exchange(&outer, &folder.path().join("nothing")).unwrap_err();
        assert!(inner.is_dir());
    }
}
