//! What earlier runs found, kept outside of the newsroom: safe to delete, and not used whenever there is a doubt.
//!
//! A file of the cache begins with a line that names its form, the program that wrote it and the SHA-256 of the rest. A file that
//! was cut off, damaged, or written by another program does not exist for this one. Files come by renaming, so two runs at once
//! leave the whole file of one of them.

use super::Newsroom;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The form of the files; another number for another form.
const FORM: &str = "pressroom cache 1";

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
        let root = hex(newsroom.root().as_os_str().as_encoded_bytes());
        Cache {
            folder: Some(base.join(root)),
            program: format!("{} {}", env!("CARGO_PKG_VERSION"), hex(format!("{about:?}").as_bytes())),
        }
    }

    /// Whether anything is kept.
    pub fn is_on(&self) -> bool {
        self.folder.is_some()
    }

    /// What was kept under `name`, and when (by the clock of the disk); nothing if there is any doubt about it.
    pub fn load<T: DeserializeOwned>(&self, name: &str) -> Option<(T, SystemTime)> {
        let path = self.folder.as_ref()?.join(name);
        let bytes = fs::read(&path).ok()?;
        let kept = fs::metadata(&path).ok()?.modified().ok()?;
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let (head, body) = (bytes.get(..end)?, bytes.get(end + 1..)?);
        (head == self.head(body).as_bytes()).then_some(())?;
        Some((serde_json::from_slice(body).ok()?, kept))
    }

    /// Keeps `value` under `name`. That it cannot be kept is no failure: the next run does the work again.
    pub fn save<T: Serialize>(&self, name: &str, value: &T) {
        let Some(folder) = &self.folder else { return };
        let Ok(body) = serde_json::to_vec(value) else { return };
        let write = || -> std::io::Result<()> {
            fs::create_dir_all(folder)?;
            let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
            temporary.write_all(self.head(&body).as_bytes())?;
            temporary.write_all(b"\n")?;
            temporary.write_all(&body)?;
            temporary
                .persist(folder.join(name))
                .map(drop)
                .map_err(|error| error.error)
        };
        let _ = write();
    }

    fn head(&self, body: &[u8]) -> String {
        format!("{FORM} {} {}", self.program, hex(body))
    }
}

/// The first 128 bits of the SHA-256 of `bytes`, in hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
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
            .join(hex(newsroom.root().as_os_str().as_encoded_bytes()))
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
