//! What the parts of one build leave in the output folder for the build that puts them together.

use crate::diagnostic::Diagnostic;
use crate::names::Shard;
use crate::newsroom::cache::Cache;
use crate::newsroom::listing;
use crate::newsroom::{failed, unreadable};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What the names of these files begin with; then come the number of the part and how many there are.
pub(super) const PREFIX: &str = ".pressroom-shard-";

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
        let name = format!("{PREFIX}{}-of-{}", shard.number, shard.of);
        self.stock.try_save(&name, &(kind, results)).map_err(|error| {
            failed(
                &name,
                "cannot be written",
                &error,
                "check the disk and your rights, then build again",
            )
        })
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

    /// Removes what the parts left.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if a file cannot be removed.
    pub fn clear(&self) -> Result<(), Diagnostic> {
        for name in self.names()? {
            fs::remove_file(self.folder.join(&name))
                .map_err(|error| failed(&name, "cannot be removed", &error, "remove it yourself"))?;
        }
        Ok(())
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

fn refused(message: &str, help: &str) -> Diagnostic {
    Diagnostic::error("shard", message).with_help(help)
}
