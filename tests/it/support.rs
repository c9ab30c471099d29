//! A temporary newsroom from a text, and the built program run in it with nothing of this machine in reach.
#![allow(dead_code, reason = "a stock that tests draw on")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The time that every run of `build` is given, so that no output depends on the clock.
pub(crate) const NOW: &str = "2026-01-01T00:00:00Z";

/// A newsroom in a temporary folder, gone with the value.
pub(crate) struct Newsroom {
    folder: tempfile::TempDir,
}

/// What a run of the program said, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// The exit code; -1 where a signal ended the program.
    pub(crate) code: i32,
    /// Its results.
    pub(crate) stdout: String,
    /// Its messages.
    pub(crate) stderr: String,
}

impl Newsroom {
    /// The newsroom whose files `text` gives: `--- path` on a line of its own, then the content up to the next such line.
    /// What stands before the first is not read.
    pub(crate) fn from_text(text: &str) -> Newsroom {
        let newsroom = Newsroom::empty();
        for (path, content) in blocks(text) {
            newsroom.write(&path, &content);
        }
        newsroom
    }

    /// A copy of a folder of this repository.
    pub(crate) fn copy_of(folder: &str) -> Newsroom {
        let newsroom = Newsroom::empty();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for (path, content) in read_tree(&from) {
            let target = newsroom.root().join(path);
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            std::fs::write(target, content).unwrap();
        }
        newsroom
    }

    /// An empty newsroom.
    pub(crate) fn empty() -> Newsroom {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("newsroom")).unwrap();
        std::fs::create_dir(folder.path().join("home")).unwrap();
        Newsroom { folder }
    }

    /// Where it lies.
    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("newsroom")
    }

    /// Puts a file, with the folders above it.
    pub(crate) fn write(&self, path: &str, content: &str) {
        let target = self.root().join(path);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::write(target, content).unwrap();
    }

    /// The content of a file, or `None` where there is none.
    pub(crate) fn read(&self, path: &str) -> Option<String> {
        let bytes = std::fs::read(self.root().join(path)).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Every file below a folder, by its path from there: the whole tree, so that a file too many is seen.
    pub(crate) fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        read_tree(&self.root().join(folder))
    }

    /// Runs the program in the root of the newsroom.
    pub(crate) fn run(&self, arguments: &[&str]) -> Outcome {
        self.run_in("", arguments)
    }

    /// Runs the program in a folder of the newsroom.
    pub(crate) fn run_in(&self, folder: &str, arguments: &[&str]) -> Outcome {
        self.run_with(folder, arguments, &[])
    }

    /// Runs git in the root of the newsroom, as somebody with a name; stops the test if it fails.
    #[track_caller]
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let output = Command::new("git")
            .args([
                "-c",
                "user.name=Editor",
                "-c",
                "user.email=editor@example.org",
                "-c",
                "init.defaultBranch=main",
            ])
            .args(arguments)
            .current_dir(self.root())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(output.status.success(), "git {arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// Runs the program in a folder of the newsroom, with these variables in its environment.
    pub(crate) fn run_with(&self, folder: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Outcome {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pressroom"));
        command.args(arguments);
        if arguments.first() == Some(&"build") && !arguments.contains(&"--now") {
            command.args(["--now", NOW]);
        }
        let home = self.folder.path().join("home");
        let output = command
            .current_dir(self.root().join(folder))
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", &home)
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("TZ", "UTC")
            .env("LC_ALL", "C.UTF-8")
            .env("NO_COLOR", "1")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        Outcome {
            code: output.status.code().unwrap_or(-1),
            stdout: self.without_root(&output.stdout),
            stderr: self.without_root(&output.stderr),
        }
    }

    /// Text of the program, with the temporary folder shown as `[ROOT]`.
    fn without_root(&self, bytes: &[u8]) -> String {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let real = std::fs::canonicalize(self.root()).unwrap();
        text.replace(&real.display().to_string(), "[ROOT]")
            .replace(&self.root().display().to_string(), "[ROOT]")
    }
}

impl Outcome {
    /// The same, if it ended well; stops the test with all it said if not.
    #[track_caller]
    pub(crate) fn done(self) -> Outcome {
        self.ended(0)
    }

    /// The same, if it ended with this code; stops the test with all it said if not.
    #[track_caller]
    pub(crate) fn ended(self, code: i32) -> Outcome {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }
}

/// The files that a text gives, in order.
pub(crate) fn blocks(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        if let Some(path) = line.strip_prefix("--- ") {
            files.push((path.trim().to_owned(), String::new()));
        } else if let Some((_, content)) = files.last_mut() {
            content.push_str(line);
        }
    }
    files
}

pub(crate) fn read_tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let Ok(listing) = std::fs::read_dir(&next) else {
            continue;
        };
        for entry in listing {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn a_text_becomes_a_tree_and_nothing_more() {
    let newsroom = Newsroom::from_text("not read\n--- a/b.md\n+++\n+++\n\n---\n--- c.ftl\nx = 1\n");
    let tree = newsroom.tree("");
    let names: Vec<&str> = tree.keys().map(String::as_str).collect();
    assert_eq!(names, ["a/b.md", "c.ftl"]);
    assert_eq!(newsroom.read("a/b.md").unwrap(), "+++\n+++\n\n---\n");
    assert_eq!(newsroom.read("d"), None);
}
