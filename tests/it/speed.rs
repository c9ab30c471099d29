//! What earlier runs found out never changes an answer: every run with a cache says what a run without one says.

use crate::support::Newsroom;
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

/// What the commands say with the cache is what they say without.
fn agree(newsroom: &Newsroom, after: &str) {
    for command in [
        &["status", "--format", "json"][..],
        &["check", "--format", "json"][..],
        &["check", "--locale", "fr", "--format", "short"][..],
    ] {
        let with = newsroom.run(command);
        let without = newsroom.run(&[command, &["--no-cache"]].concat());
        assert_eq!(with, without, "{command:?} after {after}");
    }
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
    for step in 0..40 {
        let number = chance(6);
        let (md, ftl) = (
            format!("releases/r{number}.md"),
            format!("locales/fr/releases/r{number}.ftl"),
        );
        let path = if chance(2) == 0 { md } else { ftl };
        let Some(text) = newsroom.read(&path) else { continue };
        let full = newsroom.root().join(&path);
        let modified = std::fs::metadata(&full).unwrap().modified().unwrap();
        let what = match chance(7) {
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
                newsroom.write(&path, &text.replace("Geneva", "Vienna").replace("3 days", "4 days"));
                std::fs::File::options()
                    .write(true)
                    .open(&full)
                    .unwrap()
                    .set_modified(modified)
                    .unwrap();
                "a change under the same time"
            }
            3 => {
                let _ = std::fs::rename(&full, newsroom.root().join(path.replace(".md", "-late.md")));
                "a new name"
            }
            4 => {
                newsroom.run(&["update"]);
                "update"
            }
            5 => {
                newsroom.write("locales/fr/glossary.ftl", &format!("-geneva = Genève{step}\n"));
                "a new glossary"
            }
            _ => {
                newsroom.write(&path, &text.replace("went on", &format!("lasted {step}, going on")));
                "a change of words"
            }
        };
        agree(&newsroom, &format!("step {step}: {what} of {path}"));
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
