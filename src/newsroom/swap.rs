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
    // A second name cannot be given where one exists already; then the first name goes.
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
