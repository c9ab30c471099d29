//! What earlier runs found, kept outside of the newsroom: safe to delete, and not used whenever there is a doubt.
//!
//! A file of the cache begins with a line that names its form, the program that wrote it and the SHA-256 of the rest. A file that
//! was cut off, damaged, or written by another program does not exist for this one. Files come by renaming, so two runs at once
//! leave the whole file of one of them.

use super::digest::Digesting;
use super::write::TEMPORARY;
use super::{Digest, Newsroom, digest, failed};
use crate::diagnostic::Diagnostic;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::io::{BufWriter, IntoInnerError, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The form of the files; another number for another form.
const FORM: &str = "pressroom cache 2";

/// Where the results of earlier runs lie, if they are kept at all.
#[derive(Debug, Clone, Default)]
pub struct Cache {
    folder: Option<PathBuf>,
    program: String,
}

impl Cache {
    /// A cache that keeps nothing.
    pub fn none() -> Cache {
        Cache::default()
    }

    /// The cache of a newsroom below the folder `base`, for the program at `program`: results of another version, or of another build of
    /// the same version, are not used.
    pub fn of(newsroom: &Newsroom, base: &Path, program: &Path) -> Cache {
        let Some(about) = fs::metadata(program)
            .ok()
            .and_then(|about| super::inventory::Stamp::of(&about))
        else {
            return Cache::none();
        };
        let root = digest(newsroom.root().as_os_str().as_encoded_bytes());
        Cache {
            folder: Some(base.join(root.to_string())),
            program: format!(
                "{} {}",
                env!("CARGO_PKG_VERSION"),
                digest(format!("{about:?}").as_bytes())
            ),
        }
    }

    /// What the parts of one build leave for each other in the output folder `folder`, whichever machine made them: taken only from the
    /// very same program, byte for byte.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if the program cannot read itself.
    pub fn between(folder: &Path, program: &Path) -> Result<Cache, Diagnostic> {
        let shown = program.display().to_string();
        let bytes = fs::read(program).map_err(|error| failed(&shown, "cannot be read", &error, "check your rights"))?;
        Ok(Cache {
            folder: Some(folder.to_owned()),
            program: format!("{} {}", env!("CARGO_PKG_VERSION"), digest(&bytes)),
        })
    }

    /// Whether anything is kept.
    pub fn is_on(&self) -> bool {
        self.folder.is_some()
    }

    /// What was kept under `name`, and when (by the clock of the disk); nothing if there is any doubt about it.
    pub fn load<T: DeserializeOwned>(&self, name: &str) -> Option<(T, SystemTime)> {
        let path = self.folder.as_ref()?.join(name);
        // Both of one file: another run may put another in its place.
        let mut file = fs::File::open(path).ok()?;
        let kept = file.metadata().ok()?.modified().ok()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let (head, body) = (bytes.get(..end)?, bytes.get(end + 1..)?);
        (head == self.head(digest(body)).as_bytes()).then_some(())?;
        Some((postcard::from_bytes(body).ok()?, kept))
    }

    /// Keeps `value` under `name`. That it cannot be kept is no failure: the next run does the work again.
    pub fn save<T: Serialize>(&self, name: &str, value: &T) {
        let _ = self.try_save(name, value);
    }

    /// Keeps `value` under `name`, for somebody who cannot do without.
    ///
    /// # Errors
    /// What the system says if it cannot be kept.
    pub fn try_save<T: Serialize>(&self, name: &str, value: &T) -> std::io::Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        fs::create_dir_all(folder)?;
        // A name by which the next run knows what a killed one left, as this may be the output folder.
        let ending = format!(".{}{TEMPORARY}", std::process::id());
        let mut temporary = tempfile::Builder::new()
            .prefix(".")
            .suffix(&ending)
            .tempfile_in(folder)?;
        // The head says what the body is, which is known when it is written: until then something of its length stands there.
        let head = |body: Digest| format!("{}\n", self.head(body));
        temporary.write_all(head(Digest::default()).as_bytes())?;
        let mut body = BufWriter::new(Digesting::of(&mut temporary));
        postcard::to_io(value, &mut body).map_err(std::io::Error::other)?;
        let digest = body.into_inner().map_err(IntoInnerError::into_error)?.finish();
        temporary.rewind()?;
        temporary.write_all(head(digest).as_bytes())?;
        let kept = temporary.persist(folder.join(name));
        kept.map(drop).map_err(|error| error.error)
    }

    fn head(&self, body: Digest) -> String {
        format!("{FORM} {} {body}", self.program)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_cut_off_or_damaged_anywhere_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let newsroom = Newsroom::found(&folder.path().join("newsroom")).unwrap();
        let program = folder.path().join("program");
        fs::write(&program, "one build").unwrap();
        let base = folder.path().join("cache");
        let cache = Cache::of(&newsroom, &base, &program);
        let value = vec![("2018/dialogue".to_owned(), 17u64)];
        cache.save("counts", &value);
        let load = |cache: &Cache| cache.load::<Vec<(String, u64)>>("counts").map(|(value, _)| value);
        assert_eq!(load(&cache), Some(value));
        let path = base
            .join(digest(newsroom.root().as_os_str().as_encoded_bytes()).to_string())
            .join("counts");
        let whole = fs::read(&path).unwrap();
        for length in 0..whole.len() {
            fs::write(&path, &whole[..length]).unwrap();
            assert_eq!(load(&cache), None, "cut off after {length} bytes");
        }
        for at in 0..whole.len() * 8 {
            let mut damaged = whole.clone();
            damaged[at / 8] ^= 1 << (at % 8);
            fs::write(&path, &damaged).unwrap();
            assert_eq!(load(&cache), None, "bit {at} turned");
        }
        fs::write(&path, &whole).unwrap();
        fs::write(&program, "another build").unwrap();
        assert_eq!(load(&Cache::of(&newsroom, &base, &program)), None);
        assert_eq!(load(&Cache::none()), None);
    }
}
