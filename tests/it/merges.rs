//! Branches of editors and translators merged by the real git: with nothing installed, and with the merge driver as `init` documents it.

use crate::chance::Chance;
use crate::support::{Newsroom, Outcome};
use std::path::Path;
use std::process::Command;

/// A newsroom in a git repository.
struct Repository {
    newsroom: Newsroom,
}

impl Repository {
    /// A repository with a release of a dozen paragraphs that is translated in part; none where there is no git.
    fn new(chance: &mut Chance) -> Option<Repository> {
        let newsroom = Newsroom::empty();
        newsroom.run(&["init"]).done();
        let paragraphs: Vec<String> = (0..12).map(|n| chance.sentence(n)).collect();
        newsroom.write("releases/2026/x.md", &release(&paragraphs));
        newsroom.run(&["update", "fr"]).done();
        let repository = Repository { newsroom };
        repository.translate(chance, 6);
        Command::new("git")
            .arg("--version")
            .output()
            .ok()
            .filter(|said| said.status.success())?;
        repository.git(&["init", "-q", "-b", "main"]).done();
        repository.commit("base");
        Some(repository)
    }

    /// Tells git of the merge driver with the line that `.gitattributes` gives.
    fn install(&self) {
        let attributes = self.newsroom.read(".gitattributes").unwrap();
        let line = attributes
            .lines()
            .find_map(|line| line.strip_prefix("#   git config merge.pressroom.driver "))
            .unwrap();
        self.git(&["config", "merge.pressroom.driver", line.trim_matches('"')])
            .done();
    }

    fn git(&self, arguments: &[&str]) -> Outcome {
        let program = Path::new(env!("CARGO_BIN_EXE_pressroom")).parent().unwrap();
        let path = std::env::join_paths(
            std::iter::once(program.to_path_buf())
                .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
        );
        let output = Command::new("git")
            .args([
                "-c",
                "user.name=N",
                "-c",
                "user.email=n@example.org",
                "-c",
                "commit.gpgsign=false",
                "-c",
                "gc.auto=0",
            ])
            .args(arguments)
            .current_dir(self.newsroom.root())
            .env_clear()
            .env("PATH", path.unwrap())
            .env("HOME", self.newsroom.root())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .output()
            .unwrap();
        Outcome {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "-A"]).done();
        self.git(&["commit", "-q", "--allow-empty", "-m", message]).done();
    }

    fn paragraphs(&self) -> Vec<String> {
        let text = self.newsroom.read("releases/2026/x.md").unwrap();
        let body = text.rsplit("+++\n").next().unwrap();
        body.split("\n\n")
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .collect()
    }

    /// An editor's morning: `count` paragraphs between `from` and `to` reworded, inserted or deleted, and the catalog brought up to date.
    fn edit(&self, chance: &mut Chance, count: usize, (from, to): (usize, usize)) {
        let mut paragraphs = self.paragraphs();
        let mut to = to;
        for n in 0..count {
            let at = from + chance.below(to - from);
            match chance.below(4) {
                0 if to - from > 3 => {
                    paragraphs.remove(at);
                    to -= 1;
                }
                1 => {
                    paragraphs.insert(at, chance.sentence(1000 + from * 100 + n));
                    to += 1;
                }
                2 => paragraphs[at] = paragraphs[at].replace("May", "June"),
                _ => paragraphs[at] = paragraphs[at].replace(" on ", ", as planned, on "),
            }
        }
        self.newsroom.write("releases/2026/x.md", &release(&paragraphs));
        self.newsroom.run(&["extract"]).done();
    }

    /// A translator's morning: `count` messages translated or revised by hand, and accepted. The new texts.
    fn translate(&self, chance: &mut Chance, count: usize) -> Vec<String> {
        let path = "locales/fr/releases/2026/x.ftl";
        let mut text = self.newsroom.read(path).unwrap();
        let mut written = Vec::new();
        for _ in 0..count {
            let lines: Vec<&str> = text
                .lines()
                .filter(|line| line.contains(" = ") && !line.starts_with('#'))
                .collect();
            let line = chance.of(&lines).to_owned();
            let (id, _) = line.split_once(" = ").unwrap();
            let new = format!("Texte {} de {id}", chance.below(1_000_000));
            written.retain(|old: &String| !line.ends_with(old.as_str()));
            text = text.replace(&format!("\n{line}\n"), &format!("\n{id} = {new}\n"));
            written.push(new);
        }
        self.newsroom.write(path, &text);
        self.newsroom.run(&["accept", "fr", "2026/x"]);
        written
    }

    /// The files that a merge left in conflict.
    fn conflicts(&self) -> Vec<String> {
        let listed = self.git(&["diff", "--name-only", "--diff-filter=U"]).done();
        listed.stdout.lines().map(str::to_owned).collect()
    }
}

#[expect(clippy::print_stderr, reason = "a test that did not take place must say so")]
fn skipped(what: &str) {
    eprintln!("there is no git here: {what} not tried");
}

fn release(paragraphs: &[String]) -> String {
    format!(
        "+++\ntitle = \"Merged\"\ndate = 2026-05-25\n+++\n\n{}\n",
        paragraphs.join("\n\n")
    )
}

#[test]
fn an_editors_branch_and_a_translators_branch_merge_with_plain_git() {
    let mut chance = Chance::from_seed(60);
    let Some(repository) = Repository::new(&mut chance) else {
        skipped("sixty merges were");
        return;
    };
    for round in 0..60 {
        repository.git(&["checkout", "-q", "-B", "editor", "main"]).done();
        let all = repository.paragraphs().len();
        let edits = 2 + chance.below(4);
        repository.edit(&mut chance, edits, (0, all));
        repository.commit("edit");
        repository.git(&["checkout", "-q", "-B", "translator", "main"]).done();
        let count = 1 + chance.below(4);
        let written = repository.translate(&mut chance, count);
        repository.commit("translate");
        let merge = repository.git(&["merge", "-q", "--no-edit", "editor"]);
        assert_eq!(
            (merge.code, repository.conflicts()),
            (0, Vec::new()),
            "round {round}: {}",
            merge.stdout
        );
        if round % 6 == 0 {
            repository.newsroom.run(&["extract", "--check"]).done();
            repository.newsroom.run(&["update", "fr"]).done();
            repository.newsroom.run(&["update", "fr", "--check"]).done();
        }
        let file = repository.newsroom.read("locales/fr/releases/2026/x.ftl").unwrap();
        for text in written {
            assert!(file.contains(&text), "round {round}: `{text}` is lost\n{file}");
        }
        repository.git(&["checkout", "-q", "-f", "main"]).done();
    }
}

#[test]
fn two_editors_branches_merge_with_the_merge_driver() {
    let mut chance = Chance::from_seed(7);
    let Some(repository) = Repository::new(&mut chance) else {
        skipped("merges of source catalogs were");
        return;
    };
    repository.install();
    for round in 0..25 {
        repository.git(&["checkout", "-q", "-B", "one", "main"]).done();
        repository.edit(&mut chance, 3, (0, 5));
        repository.commit("one");
        repository.git(&["checkout", "-q", "-B", "two", "main"]).done();
        repository.edit(&mut chance, 3, (7, 12));
        repository.commit("two");
        let merge = repository.git(&["merge", "-q", "--no-edit", "one"]);
        let said = format!("round {round}: {}{}", merge.stdout, merge.stderr);
        assert_eq!((merge.code, repository.conflicts()), (0, Vec::new()), "{said}");
        repository.newsroom.run(&["extract", "--check"]).done();
        repository.git(&["checkout", "-q", "-f", "main"]).done();
    }
}

#[test]
fn the_driver_marks_what_both_sides_changed_and_touches_nothing_else() {
    let newsroom = Newsroom::empty();
    let base = "# en: A\na = a\n\n# en: B\nb = b\n";
    newsroom.write("base", base);
    newsroom.write("ours", &format!("\u{FEFF}{}", base.replace("= a", "= aa")));
    newsroom.write("theirs", &base.replace("= b", "= bb"));
    newsroom
        .run(&["merge-driver", "base", "ours", "theirs", "locales/fr/x.ftl"])
        .done();
    assert_eq!(
        newsroom.read("ours").unwrap(),
        "\u{FEFF}# en: A\na = aa\n\n# en: B\nb = bb\n"
    );
    newsroom.write("ours", &base.replace("= a", "= aa"));
    newsroom.write("theirs", &base.replace("= a", "= other"));
    let outcome = newsroom
        .run(&["merge-driver", "base", "ours", "theirs", "locales/fr/x.ftl"])
        .ended(1);
    assert_eq!(outcome.stderr, "locales/fr/x.ftl: both sides changed `a`\n");
    let marked = newsroom.read("ours").unwrap();
    assert!(
        marked.contains("<<<<<<< ours\n# en: A\na = aa\n=======\n# en: A\na = other\n>>>>>>> theirs\n"),
        "{marked}"
    );
    newsroom.write("theirs", "a = {\n");
    newsroom.write("ours", &base.replace("= b", "= bb"));
    newsroom.run(&["merge-driver", "base", "ours", "theirs"]).ended(1);
    assert!(newsroom.read("ours").unwrap().starts_with("<<<<<<< ours\n"));
    newsroom.run(&["merge-driver", "gone", "ours", "theirs"]).ended(2);
}
