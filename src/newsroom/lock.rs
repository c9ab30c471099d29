//! One writer at a time: a lock that the system releases by itself when its holder ends, however it ends.

use super::{Newsroom, failed, refused};
use crate::diagnostic::Diagnostic;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};

/// The folder of the newsroom's own working files; it is never committed.
pub const FOLDER: &str = ".pressroom";

/// The right to write into a newsroom, for as long as it lives.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// What to do when another run holds the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Busy {
    /// Wait until it is free.
    Wait,
    /// Give up at once.
    Refuse,
}

impl Newsroom {
    /// Takes the lock of this newsroom.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if the lock file cannot be made, or (code `locked`) if another run holds it and `busy` is [`Busy::Refuse`];
    /// it names the holder's process.
    pub fn lock(&self, busy: Busy) -> Result<Lock, Diagnostic> {
        let path = format!("{FOLDER}/lock");
        let told = |error: &std::io::Error| {
            failed(
                &path,
                "cannot be locked",
                error,
                "check that you may write into the newsroom",
            )
        };
        let full = self.within(&path)?;
        for part in [self.within(FOLDER)?, full.clone()] {
            match std::fs::symlink_metadata(part) {
                Ok(about) if about.is_symlink() => {
                    let help = "remove the link; this folder is never committed";
                    return Err(refused(&path, "a symbolic link stands there", help));
                }
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(told(&error)),
                Ok(_) | Err(_) => {}
            }
        }
        std::fs::create_dir_all(self.within(FOLDER)?).map_err(|error| told(&error))?;
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(full)
            .map_err(|error| told(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) if busy == Busy::Refuse => return Err(held(&mut file)),
            Err(TryLockError::WouldBlock) => file.lock().map_err(|error| told(&error))?,
            Err(TryLockError::Error(error)) => return Err(told(&error)),
        }
        // The holder's number is for people only; the lock itself is the system's.
        let _ = file
            .set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| write!(file, "{}", std::process::id()));
        Ok(Lock { _file: file })
    }
}

fn held(file: &mut File) -> Diagnostic {
    let mut holder = String::new();
    let _ = file.read_to_string(&mut holder);
    let who = if holder.trim().is_empty() {
        "another process".to_owned()
    } else {
        format!("process {}", holder.trim())
    };
    Diagnostic::error("locked", format!("{who} is writing into this newsroom"))
        .with_help("wait until it is done and run the command again; nothing needs to be removed by hand")
}

#[cfg(test)]
mod tests {
    use super::{Busy, FOLDER};
    use crate::newsroom::Newsroom;
    use std::fs;

    #[test]
    fn who_holds_the_lock_is_named_until_it_is_released() {
        let folder = tempfile::tempdir().unwrap();
        let newsroom = Newsroom::found(folder.path()).unwrap();
        let holder = newsroom.lock(Busy::Refuse).unwrap();
        let told = newsroom.lock(Busy::Refuse).unwrap_err();
        assert_eq!(told.code, "locked");
        let ours = format!("process {} is writing", std::process::id());
        assert!(told.message.starts_with(&ours), "{}", told.message);
        // A number that could not be written is not shown as one.
        fs::write(folder.path().join(FOLDER).join("lock"), " ").unwrap();
        let told = newsroom.lock(Busy::Refuse).unwrap_err();
        assert!(told.message.starts_with("another process is"), "{}", told.message);
        drop(holder);
        newsroom.lock(Busy::Refuse).unwrap();
    }

    #[test]
    fn who_waits_gets_the_lock_when_it_is_released() {
        let folder = tempfile::tempdir().unwrap();
        let newsroom = Newsroom::found(folder.path()).unwrap();
        let holder = newsroom.lock(Busy::Wait).unwrap();
        let (sender, receiver) = std::sync::mpsc::channel();
        let waiting = std::thread::spawn(move || {
            let _lock = newsroom.lock(Busy::Wait).unwrap();
            sender.send(()).unwrap();
        });
        let moment = std::time::Duration::from_millis(50);
        assert!(receiver.recv_timeout(moment).is_err(), "it did not wait");
        drop(holder);
        receiver.recv().unwrap();
        waiting.join().unwrap();
    }

    #[test]
    fn a_lock_that_cannot_be_made_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let newsroom = Newsroom::found(folder.path()).unwrap();
        fs::write(folder.path().join(FOLDER), "no folder").unwrap();
        let told = newsroom.lock(Busy::Refuse).unwrap_err();
        assert!(told.message.contains("cannot be locked"), "{}", told.message);
        #[cfg(unix)]
        {
            fs::remove_file(folder.path().join(FOLDER)).unwrap();
            let elsewhere = tempfile::tempdir().unwrap();
            std::os::unix::fs::symlink(elsewhere.path(), folder.path().join(FOLDER)).unwrap();
            let told = newsroom.lock(Busy::Refuse).unwrap_err();
            assert!(told.message.contains("symbolic link"), "{}", told.message);
            assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
        }
    }
}
