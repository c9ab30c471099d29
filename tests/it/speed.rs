//! What earlier runs found out never changes an answer: every run with a cache says what a run without one says.

use crate::support::Newsroom;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// A newsroom with releases that share sentences, in two locales.
fn newsroom() -> Newsroom {
    let newsroom = Newsroom::empty();
    newsroom.write("pressroom.toml", "base-url = \"https://press.example.org\"\n");
    for number in 0..6 {
        newsroom.write(
            &format!("releases/r{number}.md"),
            &release(number, "The talks went on for 3 days."),
        );
    }
    for locale in ["fr", "ru"] {
        newsroom.write(&format!("locales/{locale}/site.ftl"), "");
        assert_eq!(newsroom.run(&["update", locale]).code, 0);
        for number in 0..6 {
            let path = format!("locales/{locale}/releases/r{number}.ftl");
            let text = newsroom.read(&path).unwrap();
            newsroom.write(&path, &filled(&text, locale));
        }
    }
    newsroom
}

fn release(number: usize, text: &str) -> String {
    format!(
        "+++\ntitle = \"Talks number {number}\"\ndate = 2018-05-25\nplace = \"Geneva\"\n+++\n\nThe two sides met in Geneva.\n\n{text}\n"
    )
}

/// The file with a translation for every stub.
fn filled(text: &str, locale: &str) -> String {
    let mut last = String::new();
    let mut lines = Vec::new();
    for line in text.lines() {
        if let Some(english) = line.strip_prefix("# en: ") {
            last = format!("{locale} {english}");
        }
        match line.strip_suffix(" = { \"\" }") {
            Some(id) => lines.push(format!("{id} = {last}")),
            None => lines.push(line.to_owned()),
        }
    }
    lines.join("\n") + "\n"
}

/// What the commands say with the cache is what they say without, and what they build is what a first build makes.
fn agree(newsroom: &Newsroom, after: &str) {
    let with = newsroom.run(&["build"]);
    let fresh = newsroom.root().join("fresh");
    let _ = std::fs::remove_dir_all(&fresh);
    let without = newsroom.run(&["build", "--no-cache", "--out", "fresh"]);
    assert_eq!(
        (with.code, &with.stderr),
        (without.code, &without.stderr),
        "build after {after}"
    );
    same_tree(&newsroom.tree("public"), &newsroom.tree("fresh"), after);
    for command in [
        &["status", "--format", "json"][..],
        &["check", "--format", "json"][..],
        &["check", "--locale", "fr", "--format", "short"][..],
        &["update", "--dry-run"][..],
        &["update", "fr", "--dry-run"][..],
        &["update", "ru", "de", "--check", "--release", "r1"][..],
    ] {
        let without = newsroom.run(&[command, &["--no-cache"]].concat());
        for time in ["the first", "the second"] {
            assert_eq!(newsroom.run(command), without, "{command:?} after {after}, {time} time");
        }
    }
}

/// An update with the cache writes what one without it writes.
fn updates_agree(newsroom: &Newsroom, after: &str) {
    let copy = Newsroom::copy_of(newsroom.root().to_str().unwrap());
    let update = ["update", "--allow-mass-change"];
    let with = newsroom.run(&update);
    let without = copy.run(&[&update[..], &["--no-cache"]].concat());
    assert_eq!(with, without, "update after {after}");
    same_tree(&newsroom.tree("locales"), &copy.tree("locales"), after);
    // Nothing is left to do, which is known the second time; what is to be told is told all the same.
    let without = copy.run(&["update", "--check", "--no-cache"]);
    for _ in 0..2 {
        assert_eq!(
            newsroom.run(&["update", "--check"]),
            without,
            "a second update after {after}"
        );
    }
}

/// Writes a file anew and gives it back the time it had.
fn write_under_its_time(newsroom: &Newsroom, path: &str, text: &str) {
    let full = newsroom.root().join(path);
    let modified = std::fs::metadata(&full).unwrap().modified().unwrap();
    newsroom.write(path, text);
    let file = std::fs::File::options().write(true).open(&full).unwrap();
    file.set_modified(modified).unwrap();
}

/// The two trees hold the same files with the same bytes.
#[track_caller]
fn same_tree(left: &BTreeMap<String, Vec<u8>>, right: &BTreeMap<String, Vec<u8>>, after: &str) {
    let paths: BTreeSet<&String> = left.keys().chain(right.keys()).collect();
    let other: Vec<&&String> = paths
        .iter()
        .filter(|path| left.get(**path) != right.get(**path))
        .collect();
    assert!(other.is_empty(), "after {after}, these differ: {other:?}");
}

#[test]
fn a_run_with_the_cache_says_what_a_run_without_it_says() {
    let newsroom = newsroom();
    // Files as young as the record are read again; after this pause the record alone has to be right.
    std::thread::sleep(Duration::from_millis(3200));
    agree(&newsroom, "nothing");
    agree(&newsroom, "nothing again");
    let mut state = 7u64;
    let mut chance = |below: u64| {
        state = state
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (state >> 33) % below
    };
    let mut removed: Vec<(String, String)> = Vec::new();
    for step in 0..30 {
        let number = chance(6);
        let (md, ftl) = (
            format!("releases/r{number}.md"),
            format!("locales/fr/releases/r{number}.ftl"),
        );
        let path = if chance(2) == 0 { md } else { ftl };
        let Some(text) = newsroom.read(&path) else { continue };
        let full = newsroom.root().join(&path);
        let what = match chance(12) {
            0 => {
                removed.push((path.clone(), text));
                std::fs::remove_file(&full).unwrap();
                "removing"
            }
            1 => {
                for (path, text) in removed.drain(..) {
                    newsroom.write(&path, &text);
                }
                "restoring"
            }
            2 => {
                // The same size and the same time, another content.
                let other = text.replace("Geneva", "Vienna").replace("3 days", "4 days");
                write_under_its_time(&newsroom, &path, &other);
                "a change under the same time"
            }
            3 => {
                let _ = std::fs::rename(&full, newsroom.root().join(path.replace(".md", "-late.md")));
                "a new name"
            }
            4 => {
                updates_agree(&newsroom, &format!("step {step}"));
                "update"
            }
            6 => {
                newsroom.write(&format!("releases/picture{number}.png"), &format!("picture {step}"));
                "a new picture"
            }
            7 => {
                let _ = std::fs::remove_file(newsroom.root().join(format!("releases/picture{number}.png")));
                "a picture gone"
            }
            8 => {
                newsroom.write(
                    &path,
                    &text.replace("The two", &format!("![A view](picture{number}.png) The two")),
                );
                "a picture shown"
            }
            5 => {
                newsroom.write("locales/fr/glossary.ftl", &format!("-geneva = Genève{step}\n"));
                "a new glossary"
            }
            9 => {
                // A paragraph that is in the other release from now on, with its translations.
                let other = format!("releases/r{}.md", (number + 1) % 6);
                let moved = "The two sides met in Geneva.\n\n";
                let taken = newsroom.read(&format!("releases/r{number}.md")).unwrap_or_default();
                newsroom.write(&format!("releases/r{number}.md"), &taken.replace(moved, ""));
                let kept = newsroom.read(&other).unwrap_or_default();
                newsroom.write(&other, &format!("{kept}\n{moved}"));
                if chance(2) == 0 {
                    newsroom.run(&["update", "--release", &format!("r{number}"), "--allow-mass-change"]);
                }
                updates_agree(&newsroom, &format!("step {step}"));
                "a paragraph moved"
            }
            _ => {
                // Every other time with a footnote that is not there, which every run has to tell.
                let note = if step % 2 == 0 { "[^x]" } else { "" };
                newsroom.write(
                    &path,
                    &text.replace("went on", &format!("lasted {step}{note}, going on")),
                );
                "a change of words"
            }
        };
        agree(&newsroom, &format!("step {step}: {what} of {path}"));
        if step % 4 == 3 {
            updates_agree(&newsroom, &format!("step {step}"));
        }
    }
}

#[test]
fn what_every_run_has_to_tell_is_told_again() {
    let newsroom = newsroom();
    newsroom.write("releases/r0.md", &release(0, "A note that is not there[^x]."));
    for command in ["update", "update", "status", "check", "build"] {
        newsroom.run(&["update"]);
        let told = newsroom.run(&[command]);
        assert!((told.stdout + &told.stderr).contains("footnote"), "{command}");
    }
}

#[test]
fn a_file_of_the_output_that_somebody_changed_or_removed_is_made_again() {
    let newsroom = newsroom();
    newsroom.run(&["build"]);
    // Only after this pause are the outputs believed without being read.
    std::thread::sleep(Duration::from_millis(3200));
    newsroom.run(&["build"]);
    let made = newsroom.tree("public");
    for path in [
        "public/en/r1.html",
        "public/fr/r2.txt",
        "public/fr/index.html",
        "public/fr/feed.xml",
        "public/index.html",
    ] {
        let full = newsroom.root().join(path);
        let text = newsroom.read(path).unwrap();
        write_under_its_time(&newsroom, path, &text.replace('e', "x"));
        assert_eq!(newsroom.run(&["build"]).code, 0);
        same_tree(&newsroom.tree("public"), &made, &format!("a change of {path}"));
        std::fs::remove_file(&full).unwrap();
        assert_eq!(newsroom.run(&["build"]).code, 0);
        same_tree(&newsroom.tree("public"), &made, &format!("removing {path}"));
    }
}

#[test]
fn an_embargo_that_ends_between_two_builds_is_seen() {
    let newsroom = newsroom();
    let text = newsroom.read("releases/r1.md").unwrap();
    newsroom.write(
        "releases/r1.md",
        &text.replacen("date =", "embargo = 2026-02-01T00:00:00Z\ndate =", 1),
    );
    newsroom.run(&["update"]);
    for now in [
        "2026-01-01T00:00:00Z",
        "2026-02-01T00:00:00Z",
        "2026-01-31T23:59:59Z",
        "2026-03-01T00:00:00Z",
    ] {
        let _ = std::fs::remove_dir_all(newsroom.root().join("fresh"));
        newsroom.run(&["build", "--now", now]);
        newsroom.run(&["build", "--now", now, "--no-cache", "--out", "fresh"]);
        same_tree(&newsroom.tree("public"), &newsroom.tree("fresh"), now);
        assert_eq!(newsroom.read("public/en/r1.html").is_some(), now >= "2026-02-01");
    }
}

/// Builds the parts, each by a process of its own, all at once.
fn build_parts(newsroom: &Newsroom, of: u32, out: impl Fn(u32) -> String + Sync) {
    std::thread::scope(|scope| {
        for number in 1..=of {
            let out = out(number);
            scope.spawn(move || {
                let shard = format!("{number}/{of}");
                let outcome = newsroom.run(&["build", "--shard", &shard, "--out", &out]);
                assert_eq!(outcome.code, 0, "{outcome:?}");
            });
        }
    });
}

#[test]
fn the_parts_of_a_build_make_the_tree_that_one_run_makes() {
    let newsroom = newsroom();
    // One release is behind its catalog, one is withheld in one language, one is gone in an older tree.
    let text = newsroom.read("releases/r2.md").unwrap();
    newsroom.write("releases/r2.md", &text.replace("went on", "lasted"));
    assert_eq!(newsroom.run(&["build", "--out", "one"]).code, 0);
    let one = newsroom.tree("one");
    for of in [1, 2, 5, 9] {
        // All in one folder at once.
        let out = format!("shared{of}");
        build_parts(&newsroom, of, |_| out.clone());
        let finished = newsroom.run(&["build", "--finish", "--out", &out]);
        assert_eq!(finished.code, 0, "{finished:?}");
        same_tree(&newsroom.tree(&out), &one, &format!("{of} parts in one folder"));
    }
    // Each on a machine of its own, then laid together.
    build_parts(&newsroom, 3, |number| format!("machine{number}"));
    for number in 1..=3 {
        for (path, bytes) in newsroom.tree(&format!("machine{number}")) {
            let full = newsroom.root().join("together").join(path);
            std::fs::create_dir_all(full.parent().unwrap()).unwrap();
            std::fs::write(full, bytes).unwrap();
        }
    }
    assert_eq!(newsroom.run(&["build", "--finish", "--out", "together"]).code, 0);
    same_tree(&newsroom.tree("together"), &one, "three machines");
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let newsroom = newsroom();
    let none = newsroom.run(&["build", "--finish", "--out", "parts"]);
    assert_eq!(none.code, 2);
    assert!(none.stderr.contains("holds no part of a build"), "{}", none.stderr);
    build_parts(&newsroom, 3, |number| format!("parts{}", u32::from(number == 2)));
    let missing = newsroom.run(&["build", "--finish", "--out", "parts0"]);
    assert_eq!(missing.code, 2);
    assert!(
        missing.stderr.contains("part 2 of 3 is not there"),
        "{}",
        missing.stderr
    );
    assert_eq!(
        newsroom
            .run(&["build", "--shard", "2/3", "--out", "parts0", "--concordance"])
            .code,
        0
    );
    let other = newsroom.run(&["build", "--finish", "--out", "parts0"]);
    assert!(other.stderr.contains("with other options"), "{}", other.stderr);
    // A page that somebody changed since, or a release that changed, is made again.
    assert_eq!(newsroom.run(&["build", "--shard", "2/3", "--out", "parts0"]).code, 0);
    for number in 0..6 {
        let page = format!("parts0/en/r{number}.html");
        newsroom.write(&page, "<p>not ours</p>");
    }
    let text = newsroom.read("releases/r3.md").unwrap();
    newsroom.write("releases/r3.md", &text.replace("3 days", "4 days"));
    newsroom.run(&["build", "--finish", "--out", "parts0"]);
    newsroom.run(&["build", "--out", "one"]);
    same_tree(
        &newsroom.tree("parts0"),
        &newsroom.tree("one"),
        "pages and a release that changed",
    );
}

#[test]
fn the_parts_of_a_check_find_what_one_run_finds() {
    let newsroom = newsroom();
    let text = newsroom.read("releases/r2.md").unwrap();
    newsroom.write("releases/r2.md", &text.replace("3 days", "4 days"));
    for number in 0..6 {
        let path = format!("locales/fr/releases/r{number}.ftl");
        let text = newsroom.read(&path).unwrap();
        newsroom.write(
            &path,
            &text.replace("fr The two sides", &format!("fr{} The two sides", number % 3)),
        );
    }
    newsroom.write("locales/ru/glossary.ftl", "-un = ООН\n-un = ООН\n");
    let lines = |arguments: &[&str]| {
        let outcome = newsroom.run(&[&["check", "--format", "jsonl", "--no-cache"], arguments].concat());
        let mut lines: Vec<String> = outcome.stdout.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    let one = lines(&[]);
    assert!(
        one.iter().any(|line| line.contains("duplicate-translation")),
        "{one:#?}"
    );
    assert!(one.iter().any(|line| line.contains("unextracted")), "{one:#?}");
    for of in [1, 2, 4] {
        let parts = (1..=of).flat_map(|number| lines(&["--shard", &format!("{number}/{of}")]));
        let mut parts: Vec<String> = parts.collect();
        parts.sort();
        assert_eq!(parts, one, "{of} parts");
    }
}

#[test]
fn a_damaged_cache_is_no_cache() {
    let newsroom = newsroom();
    agree(&newsroom, "nothing");
    let cache = newsroom.root().join("../home/cache/pressroom");
    let mut files = Vec::new();
    for folder in std::fs::read_dir(&cache).unwrap() {
        files.extend(
            std::fs::read_dir(folder.unwrap().path())
                .unwrap()
                .map(|file| file.unwrap().path()),
        );
    }
    assert!(files.len() >= 2, "{files:?}");
    for file in files {
        let whole = std::fs::read(&file).unwrap();
        for damaged in [&whole[..whole.len() / 2], &[], b"pressroom cache 1\n[]"] {
            std::fs::write(&file, damaged).unwrap();
            agree(&newsroom, &format!("damage to {}", file.display()));
        }
    }
}

#[test]
fn a_release_is_read_once_and_looked_at_as_it_is_read() {
    let newsroom = newsroom();
    newsroom.write("releases/r2.md", &release(2, "The talks went on for 4 days."));
    let opened = pressroom::newsroom::Newsroom::open(&newsroom.root()).unwrap();
    let desk = pressroom::desk::Desk::open_lean(&opened).unwrap();
    let look = |one: &pressroom::extraction::Extracted| {
        // Whoever read it again would find that it is gone.
        std::fs::remove_file(newsroom.root().join(one.path())).unwrap();
        (one.release.slug.to_string(), one.wanted().len())
    };
    let visited = desk.visit(|slug| slug.as_str() != "r4", look);
    let expected = [0, 1, 2, 3, 5].map(|number| (format!("r{number}"), 4));
    assert_eq!((visited.seen.as_slice(), visited.told.len()), (&expected[..], 0));
    assert_eq!(desk.told(), []);
    assert!(!desk.extraction().is_current());
    // What was not kept is read again by whoever wants it again: of five, the one with something to extract was kept.
    let again = desk.visit(|_| true, |one| one.release.slug.to_string());
    assert_eq!(again.seen, ["r2", "r4"]);
    assert_eq!(again.told.len(), 4);
}
