//! What the parts of one build leave in the output folder for the build that puts them together.

use crate::diagnostic::Diagnostic;
use crate::names::Shard;
use crate::newsroom::cache::Cache;
use crate::newsroom::listing;
use crate::newsroom::{Digest, digest, failed, unreadable};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What the names of these files begin with; then come the number of the part and how many there are.
pub(super) const PREFIX: &str = ".pressroom-shard-";

/// The list of the parts that were put together already, there only while they are removed.
const FINISHED: &str = ".pressroom-shard-finished";

/// The parts of one build in an output folder.
#[derive(Debug, Clone)]
pub struct Parts {
    folder: PathBuf,
    stock: Cache,
}

impl Parts {
    /// The parts in `folder`, as far as they were made by the program at `program`, byte for byte.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if the program cannot be read.
    pub fn of(folder: &Path, program: &Path) -> Result<Parts, Diagnostic> {
        Ok(Parts {
            folder: folder.to_owned(),
            stock: Cache::between(folder, program)?,
        })
    }

    /// Leaves the results of one part.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if they cannot be written: without them the parts cannot be put together.
    pub fn leave<T: Serialize>(&self, shard: Shard, kind: &str, results: &T) -> Result<(), Diagnostic> {
        // What is left now has not been put together yet, whatever an interrupted run says.
        self.remove(FINISHED)?;
        let name = format!("{PREFIX}{}-of-{}", shard.number, shard.of);
        let left = self.stock.try_save(&name, &(kind, results));
        left.map_err(|error| unwritten(&name, &error))
    }

    /// The results of all parts together.
    ///
    /// # Errors
    /// A diagnostic (code `shard`) if a part is missing, was made otherwise, or there are parts of different builds.
    pub fn take<T: DeserializeOwned>(&self, kind: &str) -> Result<Vec<T>, Diagnostic> {
        let (numbers, of) = self.numbers()?;
        let mut all = Vec::new();
        for number in 1..=of {
            if !numbers.contains(&number) {
                return Err(refused(
                    &format!("part {number} of {of} is not there"),
                    &format!("build it with `--shard {number}/{of}` and put it into the same folder"),
                ));
            }
            let name = format!("{PREFIX}{number}-of-{of}");
            match self.stock.load::<(String, Vec<T>)>(&name) {
                Some(((made, results), _)) if made == kind => all.extend(results),
                _ => {
                    return Err(refused(
                        &format!("part {number} of {of} was made by another program or with other options"),
                        &format!(
                            "build it anew with `--shard {number}/{of}`, by the program and with the options of the others"
                        ),
                    ));
                }
            }
        }
        Ok(all)
    }

    /// Removes what the parts left. As not all of it can go at once, a list of it is there meanwhile, for the run after one that is
    /// killed in between.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if a file cannot be read, written or removed.
    pub fn clear(&self) -> Result<(), Diagnostic> {
        let listed = self.stock.try_save(FINISHED, &self.digests()?);
        listed.map_err(|error| unwritten(FINISHED, &error))?;
        let names = self.names()?.into_iter().filter(|name| name != FINISHED);
        names
            .chain([FINISHED.to_owned()])
            .try_for_each(|name| self.remove(&name))
    }

    /// Whether what is there are the rests of parts that were put together already.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if a file cannot be read.
    pub fn is_finished(&self) -> Result<bool, Diagnostic> {
        let Some((listed, _)) = self.stock.load::<BTreeSet<(String, Digest)>>(FINISHED) else {
            return Ok(false);
        };
        Ok(self.digests()?.is_subset(&listed))
    }

    /// The parts that are there, with their digests.
    fn digests(&self) -> Result<BTreeSet<(String, Digest)>, Diagnostic> {
        let names = self.names()?.into_iter().filter(|name| name != FINISHED);
        let one = |name: String| match fs::read(self.folder.join(&name)) {
            Ok(bytes) => Ok((name, digest(&bytes))),
            Err(error) => Err(unreadable(&name, &error)),
        };
        names.map(one).collect()
    }

    fn remove(&self, name: &str) -> Result<(), Diagnostic> {
        match fs::remove_file(self.folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(failed(name, "cannot be removed", &error, "remove it yourself"))
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// The numbers of the parts that are there, and how many there must be.
    fn numbers(&self) -> Result<(BTreeSet<u32>, u32), Diagnostic> {
        let shard = |name: String| {
            let (number, of) = name.strip_prefix(PREFIX)?.split_once("-of-")?;
            Shard::parse(&format!("{number}/{of}")).ok()
        };
        let shards: Vec<Shard> = self.names()?.into_iter().filter_map(shard).collect();
        let of: BTreeSet<u32> = shards.iter().map(|shard| shard.of).collect();
        match (of.first(), of.len()) {
            (None, _) => Err(refused(
                "the output folder holds no part of a build",
                "build the parts with `--shard 1/N` to `--shard N/N`, and put them into this folder",
            )),
            (Some(of), 1) => Ok((shards.iter().map(|shard| shard.number).collect(), *of)),
            _ => Err(refused(
                "the output folder holds parts of builds with different numbers of parts",
                "begin with an empty folder",
            )),
        }
    }

    fn names(&self) -> Result<Vec<String>, Diagnostic> {
        let shown = self.folder.display().to_string();
        let files = listing::list(&self.folder).map_err(|error| unreadable(&shown, &error))?;
        let names = files.into_iter().filter_map(|(name, _)| name.into_string().ok());
        let mut names: Vec<String> = names.filter(|name| name.starts_with(PREFIX)).collect();
        names.sort();
        Ok(names)
    }
}

fn unwritten(name: &str, error: &io::Error) -> Diagnostic {
    let help = "check the disk and your rights, then build again";
    failed(name, "cannot be written", error, help)
}

fn refused(message: &str, help: &str) -> Diagnostic {
    Diagnostic::error("shard", message).with_help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_which_some_are_gone_are_finished_only_if_a_run_said_so() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("program");
        fs::write(&program, "one build").unwrap();
        let out = folder.path().join("out");
        let parts = Parts::of(&out, &program).unwrap();
        let part = |number| Shard { number, of: 2 };
        for number in [1, 2] {
            parts.leave(part(number), "build", &vec![number]).unwrap();
        }
        assert_eq!(parts.take::<u32>("build").unwrap(), [1, 2]);
        assert!(!parts.is_finished().unwrap());
        // As a run leaves them that is killed while it removes them.
        parts.stock.try_save(FINISHED, &parts.digests().unwrap()).unwrap();
        parts.remove(".pressroom-shard-1-of-2").unwrap();
        assert!(parts.is_finished().unwrap());
        // The first part of the next build; the second is still the old one.
        parts.leave(part(1), "build", &vec![7]).unwrap();
        assert!(!parts.is_finished().unwrap());
        parts.clear().unwrap();
        assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
        assert!(!parts.is_finished().unwrap());
    }
}
