//! The one door to the disk: where the things of a newsroom lie, how they are read, and how they are written.
#![expect(clippy::disallowed_methods, reason = "this is the one room that opens files")]

pub mod cache;
pub mod config;
pub mod digest;
mod door;
pub mod inventory;
pub mod journal;
mod listing;
pub mod lock;
pub mod outputs;
mod swap;
pub mod write;

use crate::diagnostic::{Diagnostic, Source};
use crate::locale::Locale;
use crate::names::Slug;
use config::Config;
pub use digest::{Digest, digest};
use door::Door;
use listing::Kind;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The largest file that is read, in bytes; a larger one is no release, catalog or template.
pub const LARGEST_FILE: u64 = 4 * 1024 * 1024;

/// The largest file that is published beside a release, in bytes.
pub const LARGEST_ENCLOSURE: u64 = 64 * 1024 * 1024;

/// A newsroom on disk: its root and what it decided for itself.
#[derive(Debug, Clone)]
pub struct Newsroom {
    root: PathBuf,
    door: Door,
    /// What the newsroom decided for itself.
    pub config: Config,
    /// The right to write, if this run has claimed it from its beginning.
    claim: Option<Arc<lock::Lock>>,
}

impl Newsroom {
    /// The newsroom that holds the folder `start`: the nearest folder at or above it with a `pressroom.toml`, or with both
    /// `releases` and `locales`.
    ///
    /// # Errors
    /// A diagnostic (code `newsroom`) if there is none, or `config` if its configuration cannot be read.
    pub fn find(start: &Path) -> Result<Newsroom, Diagnostic> {
        let start = fs::canonicalize(start).map_err(|error| unreadable(&start.display().to_string(), &error))?;
        match start.ancestors().find(|folder| is_root(folder)) {
            Some(root) => Newsroom::open(root),
            None => Err(Diagnostic::error("newsroom", "this folder is not inside a newsroom")
                .with_help("run `pressroom init` to make one here, or name one with `--root DIR`")),
        }
    }

    /// The newsroom whose root is `root`.
    ///
    /// # Errors
    /// A diagnostic (code `newsroom`) if the folder is no newsroom, or `config` if its configuration cannot be read.
    pub fn open(root: &Path) -> Result<Newsroom, Diagnostic> {
        let root = fs::canonicalize(root).map_err(|error| unreadable(&root.display().to_string(), &error))?;
        if !is_root(&root) {
            return Err(Diagnostic::error(
                "newsroom",
                "the folder has no `pressroom.toml` and no `releases` and `locales`",
            )
            .with_help("name the root of a newsroom, or run `pressroom init DIR` to make one"));
        }
        let mut newsroom = Newsroom {
            door: Door::of(&root),
            root,
            config: Config::standard(),
            claim: None,
        };
        if let Some(bytes) = newsroom.read(config::FILE)? {
            newsroom.config = Config::parse(text(config::FILE, bytes)?)?;
        }
        Ok(newsroom)
    }

    /// The way from the root of the repository to the newsroom: empty where they are the same or there is no repository,
    /// otherwise ending in `/`.
    pub fn way_from_repository(&self) -> String {
        let Some(repository) = self.root.ancestors().find(|folder| folder.join(".git").exists()) else {
            return String::new();
        };
        let way = self.root.strip_prefix(repository).unwrap_or(Path::new(""));
        way.iter().map(|part| format!("{}/", part.to_string_lossy())).collect()
    }

    /// A newsroom that is about to be founded in `folder`, which is made if it does not exist.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if the folder cannot be made.
    pub fn found(folder: &Path) -> Result<Newsroom, Diagnostic> {
        let shown = folder.display().to_string();
        fs::create_dir_all(folder)
            .map_err(|error| failed(&shown, "cannot be made", &error, "check the path and your rights"))?;
        let root = fs::canonicalize(folder).map_err(|error| unreadable(&shown, &error))?;
        Ok(Newsroom {
            door: Door::of(&root),
            root,
            config: Config::standard(),
            claim: None,
        })
    }

    /// Whether a command has ever written here.
    pub fn has_working_files(&self) -> bool {
        self.root.join(lock::FOLDER).is_dir()
    }

    /// The root folder; for showing to people and for starting other programs, not for opening files.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The locale the releases are written in.
    pub fn source_locale(&self) -> &Locale {
        &self.config.source_locale.0
    }

    /// The slugs of all releases, sorted, with a diagnostic for every file that has no good name.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if a folder cannot be read.
    pub fn slugs(&self) -> Result<(Vec<Slug>, Vec<Diagnostic>), Diagnostic> {
        let mut slugs = Vec::new();
        let mut told = Vec::new();
        for path in self.files("releases", "md")? {
            let name = path.trim_start_matches("releases/").trim_end_matches(".md");
            match Slug::new(name) {
                Ok(slug) => slugs.push(slug),
                Err(why) => told.push(
                    Diagnostic::error("front-matter", format!("`{path}` cannot be a release: {why}"))
                        .at(Source::new(path.as_str(), "").place(0..0))
                        .with_help("rename the file, e.g. `releases/2018/eu-un-dialogue.md`"),
                ),
            }
        }
        Ok((slugs, told))
    }

    /// The locales that translations are kept in (the source locale is not among them), sorted by tag, with a diagnostic for every folder of
    /// `locales` that is none.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if the folder cannot be read.
    pub fn locales(&self) -> Result<(Vec<Locale>, Vec<Diagnostic>), Diagnostic> {
        let mut locales = Vec::new();
        let mut told = Vec::new();
        for (name, is_folder) in self.entries("locales")? {
            match Locale::new(&name) {
                _ if name.starts_with('.') => {}
                Ok(_) if !is_folder => told.push(
                    Diagnostic::error("config", format!("`locales/{name}` is no folder"))
                        .at(Source::new(format!("locales/{name}"), "").place(0..0))
                        .with_help("put a folder in its place, or rename it"),
                ),
                Err(_) if !is_folder => {}
                Ok(locale) if &locale == self.source_locale() => {}
                Ok(locale) => locales.push(locale),
                Err(why) => told.push(
                    Diagnostic::error("config", format!("the folder `locales/{name}` is not a locale: {why}"))
                        .at(Source::new(format!("locales/{name}"), "").place(0..0))
                        .with_help(
                            "name the folder by a language tag in canonical form, e.g. `fr`, `pt-BR`, `zh-Hant`",
                        ),
                ),
            }
        }
        Ok((locales, told))
    }

    /// The paths of all files below `folder` with the extension `ext`, from the root, sorted. Hidden files and folders are passed over;
    /// a missing folder has no files.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if a folder cannot be read.
    pub fn files(&self, folder: &str, ext: &str) -> Result<Vec<String>, Diagnostic> {
        let mut found = Vec::new();
        let mut open = vec![folder.to_owned()];
        while let Some(folder) = open.pop() {
            for (name, is_folder) in self.entries(&folder)? {
                let path = format!("{folder}/{name}");
                match name.rsplit_once('.') {
                    _ if name.starts_with('.') => {}
                    _ if is_folder => open.push(path),
                    Some((stem, end)) if end == ext && !stem.is_empty() => found.push(path),
                    _ => {}
                }
            }
        }
        found.sort();
        Ok(found)
    }

    /// The bytes of the file at `path` (from the root), or nothing if there is no such file.
    ///
    /// # Errors
    /// A diagnostic (code `io`) if it cannot be read, is no ordinary file, is larger than [`LARGEST_FILE`], or lies outside the root
    /// because of a symbolic link.
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
        self.within(path)?;
        if !is_closed(Path::new(path))
            && let Some(bytes) = self.door.read(path, LARGEST_FILE)
        {
            return Ok(Some(bytes));
        }
        let Some((real, size)) = self.ordinary(path)? else {
            return Ok(None);
        };
        if size > LARGEST_FILE {
            let message = format!("it has {size} bytes; {LARGEST_FILE} is the limit");
            return Err(refused(path, &message, "split it into several files"));
        }
        fs::read(&real).map(Some).map_err(|error| unreadable(path, &error))
    }

    /// The bytes of the file at `path` below `releases/` that is published beside a release, or nothing if there is no such file.
    ///
    /// # Errors
    /// As [`Newsroom::read`], but the limit is [`LARGEST_ENCLOSURE`], and a symbolic link must not lead out of `releases/`.
    pub fn enclosure(&self, path: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
        let real = self.of_releases(path)?;
        let read = |real| fs::read(real).map_err(|error| unreadable(&format!("releases/{path}"), &error));
        real.map(read).transpose()
    }

    /// Whether [`Newsroom::enclosure`] would find a file at `path`.
    ///
    /// # Errors
    /// As there.
    pub fn has_enclosure(&self, path: &str) -> Result<bool, Diagnostic> {
        Ok(self.of_releases(path)?.is_some())
    }

    /// Where the file at `path` below `releases/` really lies.
    fn of_releases(&self, path: &str) -> Result<Option<PathBuf>, Diagnostic> {
        let path = format!("releases/{path}");
        let Some((real, size)) = self.ordinary(&path)? else {
            return Ok(None);
        };
        let home = fs::canonicalize(self.root.join("releases")).map_err(|error| unreadable("releases", &error))?;
        if !real.starts_with(home) {
            let why = "a symbolic link leads out of `releases/`";
            return Err(refused(&path, why, "replace the link by the file itself"));
        }
        if size > LARGEST_ENCLOSURE {
            let message = format!("it has {size} bytes; {LARGEST_ENCLOSURE} is the limit");
            return Err(refused(&path, &message, "make it smaller, or link to it where it is"));
        }
        Ok(Some(real))
    }

    /// Where the ordinary file at `path` (from the root) really lies, and its size in bytes; nothing if there is no such file.
    fn ordinary(&self, path: &str) -> Result<Option<(PathBuf, u64)>, Diagnostic> {
        let real = match fs::canonicalize(self.within(path)?) {
            Ok(real) => real,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(path, &error)),
        };
        self.inside(path, &real)?;
        let about = fs::metadata(&real).map_err(|error| unreadable(path, &error))?;
        if !about.is_file() {
            return Err(refused(
                path,
                "it is not an ordinary file",
                "put an ordinary file in its place, or remove it",
            ));
        }
        Ok(Some((real, about.len())))
    }

    /// The full path of `path`, which must name something below the root.
    fn within(&self, path: &str) -> Result<PathBuf, Diagnostic> {
        let inside = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if path.is_empty() || !inside || path.contains('\0') {
            return Err(refused(
                path,
                "it does not lie inside the newsroom",
                "name a path below the root, without `..`",
            ));
        }
        Ok(self.root.join(path))
    }

    /// Refuses what `path` leads to if that lies outside the newsroom, or where git and this program keep their own files.
    fn inside(&self, path: &str, real: &Path) -> Result<(), Diagnostic> {
        if real.strip_prefix(&self.root).is_ok_and(|way| !is_closed(way)) {
            return Ok(());
        }
        Err(refused(
            path,
            "a symbolic link leads out of the newsroom",
            "replace the link by the file itself",
        ))
    }

    /// The names in a folder, sorted, and whether each is a folder itself.
    fn entries(&self, folder: &str) -> Result<Vec<(String, bool)>, Diagnostic> {
        let listed = match fs::canonicalize(self.within(folder)?) {
            Ok(real) => self.inside(folder, &real).map(|()| listing::list(&real))?,
            Err(error) => Err(error),
        };
        let listed = match listed {
            Ok(listed) => listed,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(unreadable(folder, &error)),
        };
        let mut entries = Vec::new();
        for (name, kind) in listed {
            let name = name.into_string().map_err(|name| {
                let path = format!("{folder}/{}", name.to_string_lossy());
                refused(&path, "its name is not UTF-8", "rename it")
            })?;
            let is_folder = match kind {
                Kind::Folder => true,
                Kind::Link => self.links_to_folder(&format!("{folder}/{name}"))?,
                Kind::File | Kind::Other => false,
            };
            entries.push((name, is_folder));
        }
        entries.sort();
        Ok(entries)
    }

    /// Whether a symbolic link leads to a folder that does not hold the link itself (such a link would never end). One that leads to a folder
    /// outside is refused.
    fn links_to_folder(&self, path: &str) -> Result<bool, Diagnostic> {
        let link = self.root.join(path);
        // What a link cannot be followed to is told by whoever reads it as a file.
        let Ok(real) = fs::canonicalize(&link) else {
            return Ok(false);
        };
        let about = fs::metadata(&real).map_err(|error| unreadable(path, &error))?;
        if !about.is_dir() || link.starts_with(&real) {
            return Ok(false);
        }
        // Passed over in silence, a whole locale would be gone.
        self.inside(path, &real).map(|()| true)
    }
}

/// The text of a file's bytes.
///
/// # Errors
/// A diagnostic (code `syntax`) that names the first byte that is not UTF-8.
pub fn text(path: &str, bytes: Vec<u8>) -> Result<Source, Diagnostic> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(path, text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let sound = String::from_utf8_lossy(&error.as_bytes()[..at]).into_owned();
            Err(Diagnostic::error(
                "syntax",
                format!("the byte 0x{:02X} is not UTF-8", error.as_bytes()[at]),
            )
            .at(Source::new(path, sound).place(at..at))
            .with_help("save the file as UTF-8"))
        }
    }
}

/// The bytes of a file that belongs to no newsroom, such as one that git hands to its merge drivers.
///
/// # Errors
/// A diagnostic (code `io`) if it cannot be read, or is larger than [`LARGEST_FILE`].
pub fn read_loose(file: &Path) -> Result<Vec<u8>, Diagnostic> {
    let shown = file.display().to_string();
    let about = fs::metadata(file).map_err(|error| unreadable(&shown, &error))?;
    if about.len() > LARGEST_FILE {
        return Err(refused(&shown, "the file is too large", "divide it into several files"));
    }
    fs::read(file).map_err(|error| unreadable(&shown, &error))
}

/// Whether a way from the root leads into what belongs to git or to this program: nothing of the newsroom lies there.
fn is_closed(way: &Path) -> bool {
    [".git", lock::FOLDER].iter().any(|closed| way.starts_with(closed))
}

fn is_root(folder: &Path) -> bool {
    folder.join(config::FILE).is_file() || (folder.join("releases").is_dir() && folder.join("locales").is_dir())
}

/// The content of a file of our own making; nothing if there is none, or something else has its name. That the system cannot tell is a
/// failure: what is ours would be forgotten.
fn read_own(file: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::symlink_metadata(file) {
        Ok(about) if about.is_file() => fs::read(file).map(Some),
        Ok(_) => Ok(None),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A failure of the system, in the words of the newsroom.
fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    failed(
        path,
        "cannot be read",
        error,
        "check that the file exists and that you may read it",
    )
}

/// What the system answered when `path` was touched.
fn failed(path: &str, what: &str, error: &io::Error, help: &str) -> Diagnostic {
    let reason = error.to_string();
    let reason = reason.split(" (os error").next().unwrap_or_default().to_lowercase();
    Diagnostic::error("io", format!("`{path}` {what}: {reason}")).with_help(help)
}

/// A file that this program does not touch.
fn refused(path: &str, why: &str, help: &str) -> Diagnostic {
    Diagnostic::error("io", format!("`{path}` is refused: {why}")).with_help(help)
}
