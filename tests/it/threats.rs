//! Threats that need more than a hostile file: links and devices, folders that are not ours, terminals and full disks. The list of all
//! threats, with what a user gets and the test that shows it, is in `docs/reliability.md`.
#![cfg(unix)]

use crate::support::{Newsroom, Outcome};
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

const FRENCH: &str = "locales/fr/releases/a.ftl";

/// A newsroom with one release and its French, which has one sentence wrong.
fn newsroom() -> Newsroom {
    let newsroom = Newsroom::empty();
    newsroom.write("pressroom.toml", "base-url = \"https://example.org\"\n");
    newsroom.write(
        "releases/a.md",
        "+++\ntitle = \"Title\"\ndate = 2026-01-01\n+++\n\nThe room is open.\n",
    );
    newsroom.run(&["update", "fr"]).done();
    newsroom
}

/// Everything that the program says of a command, and how it ended.
fn said(outcome: &Outcome) -> String {
    format!("{}{}", outcome.stdout, outcome.stderr)
}

#[test]
fn what_is_no_ordinary_file_or_leads_out_is_named_and_never_opened() {
    type Plant = fn(&std::path::Path);
    let plants: [(&str, &str, Plant); 10] = [
        ("a folder elsewhere", "locales/fr", |at| symlink("/etc", at).unwrap()),
        ("a folder that is not there", "locales/fr", |at| {
            symlink("nowhere", at).unwrap()
        }),
        ("a file elsewhere", FRENCH, |at| symlink("/etc/hostname", at).unwrap()),
        ("git's own file", FRENCH, |at| {
            symlink("../../../.git/config", at).unwrap()
        }),
        ("this program's own file", FRENCH, |at| {
            symlink("../../../.pressroom/lock", at).unwrap()
        }),
        ("a pipe", FRENCH, pipe),
        ("a device without end", FRENCH, |at| symlink("/dev/zero", at).unwrap()),
        ("a link to itself", FRENCH, |at| symlink("a.ftl", at).unwrap()),
        ("a release that is a pipe", "releases/a.md", pipe),
        ("a template that is a pipe", "templates/page.html", pipe),
    ];
    for (what, path, plant) in plants {
        let newsroom = newsroom();
        newsroom.write(".git/config", "[core]\n");
        let at = newsroom.root().join(path);
        let _ = std::fs::remove_dir_all(&at).or_else(|_| std::fs::remove_file(&at));
        std::fs::create_dir_all(at.parent().unwrap()).unwrap();
        plant(&at);
        for command in [&["check"][..], &["update"], &["build"]] {
            if path.starts_with("templates") && command == ["update"] {
                continue;
            }
            let ended = newsroom.run(command);
            let name = path.trim_end_matches("/a.ftl");
            assert!(
                ended.code != 0 && said(&ended).contains(name),
                "{what}: {command:?} {ended:?}"
            );
        }
        assert_eq!(newsroom.read(".git/config").unwrap(), "[core]\n", "{what}");
        let about = std::fs::symlink_metadata(&at).unwrap();
        assert!(!about.is_file(), "{what}: it was replaced");
    }
}

fn pipe(at: &std::path::Path) {
    assert!(Command::new("mkfifo").arg(at).status().unwrap().success());
}

#[test]
fn a_build_fills_no_folder_that_is_not_its_own() {
    let newsroom = newsroom();
    newsroom.write("mine/thesis.txt", "years of work");
    newsroom.write(".git/HEAD", "ref: refs/heads/main\n");
    newsroom.write("inside/deep/newsroom.txt", "mine");
    let root = newsroom.root();
    let outside = root.parent().unwrap().join("home");
    std::fs::write(outside.join("letter.txt"), "dear").unwrap();
    symlink(&outside, root.join("linked")).unwrap();
    let before = newsroom.tree("");
    let whole = |path: &std::path::Path| path.display().to_string();
    let (full, above) = (whole(&root), whole(root.parent().unwrap()));
    let home = whole(&outside);
    let others = [
        "/",
        ".",
        "..",
        "./",
        "releases",
        "locales",
        "locales/fr",
        "templates",
        "templates/x",
        ".git",
        ".git/x",
        ".pressroom",
        "mine",
        "linked",
        "inside",
        "/etc",
        "/usr",
        &full,
        &above,
        &home,
    ];
    for out in others {
        let ended = newsroom.run(&["build", "--out", out]);
        assert!(ended.code == 2 && ended.stderr.contains("refused"), "{out}: {ended:?}");
    }
    let mut after = newsroom.tree("");
    after.retain(|path, _| before.contains_key(path));
    assert_eq!(after, before);
    assert_eq!(std::fs::read_to_string(outside.join("letter.txt")).unwrap(), "dear");
    // Files of others in a folder that is ours stay, and so does what leads out of it.
    newsroom.run(&["build"]).done();
    newsroom.write("public/CNAME", "press.example.org");
    std::fs::remove_dir_all(root.join("public/fr")).ok();
    std::fs::remove_dir_all(root.join("public/en")).unwrap();
    symlink(&outside, root.join("public/en")).unwrap();
    let ended = newsroom.run(&["build"]).ended(2);
    assert!(ended.stderr.contains("leads out"), "{ended:?}");
    assert_eq!(newsroom.read("public/CNAME").unwrap(), "press.example.org");
    assert_eq!(
        std::fs::read_dir(&outside)
            .unwrap()
            .filter(|one| one.as_ref().unwrap().file_name() == "index.html")
            .count(),
        0
    );
}

#[test]
fn names_that_are_the_same_elsewhere_are_not_both_taken() {
    for (twin, is_locale) in [
        ("releases/A.md", false),
        ("releases/caf\u{e9}.md", false),
        ("releases/cafe\u{301}.md", false),
        ("locales/FR/site.ftl", true),
        ("locales/Fr/site.ftl", true),
        ("locales/fr_FR/site.ftl", true),
    ] {
        let newsroom = newsroom();
        newsroom.write(twin, "+++\ntitle = \"Twin\"\ndate = 2026-01-01\n+++\n\nText.\n");
        let name = if is_locale {
            twin.trim_end_matches("/site.ftl")
        } else {
            twin
        };
        let ended = newsroom.run(&["build"]);
        assert!(ended.code == 2 && said(&ended).contains(name), "{twin}: {ended:?}");
        let taken = newsroom
            .tree("public")
            .keys()
            .any(|path| path.to_lowercase().contains("caf") || path.contains('A') || path.contains('F'));
        assert!(!taken, "{twin}: {:?}", newsroom.tree("public").keys());
    }
}

#[test]
fn the_form_of_a_file_is_kept_or_named() {
    let newsroom = newsroom();
    let plain = newsroom.read(FRENCH).unwrap();
    let crlf = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    newsroom.write(FRENCH, &crlf);
    newsroom.run(&["update"]).done();
    assert_eq!(newsroom.read(FRENCH).unwrap(), crlf, "nothing to do, nothing written");
    newsroom.write(
        "releases/a.md",
        "+++\ntitle = \"Title\"\ndate = 2026-01-01\n+++\n\nThe room is open.\n\nIt has 120 seats.\n",
    );
    newsroom.run(&["update"]).done();
    let longer = newsroom.read(FRENCH).unwrap();
    assert!(
        longer.starts_with(&crlf[..crlf.len() - 2]) && longer.len() > crlf.len(),
        "{longer:?}"
    );
    assert_eq!(
        longer.matches('\n').count(),
        longer.matches("\r\n").count(),
        "{longer:?}"
    );
    for (bytes, told) in [
        (b"a = b\nc = \xff\n".to_vec(), "byte 10 of the file is not UTF-8"),
        (b"\xff\xfea\x00 \x00=\x00 \x00b\x00".to_vec(), "UTF-16"),
    ] {
        std::fs::write(newsroom.root().join(FRENCH), &bytes).unwrap();
        for command in ["check", "update"] {
            let ended = newsroom.run(&[command]);
            assert!(ended.code != 0 && said(&ended).contains(told), "{told}: {ended:?}");
        }
        assert_eq!(std::fs::read(newsroom.root().join(FRENCH)).unwrap(), bytes, "{told}");
    }
}

#[test]
fn a_terminal_gets_our_own_colours_and_nothing_else() {
    let newsroom = newsroom();
    newsroom.write("releases/\u{1b}[2J\u{202e}.md", "x");
    newsroom.write("locales/\u{9b}31m/site.ftl", "a = b\n");
    newsroom.write("locales/fr/site.ftl", "\u{1b}]0;owned\u{7} = x\nb = { \u{1b}[31m\n");
    newsroom.write(
        FRENCH,
        "# en: The room is open.\nroom-open = \u{1b}[31mred\u{202e}\u{7}\n",
    );
    for colour in ["never", "always"] {
        for command in [&["check"][..], &["status"], &["todo", "fr"], &["update"], &["build"]] {
            let arguments = [command, &["--color", colour, "--verbose"]].concat();
            let text = said(&newsroom.run(&arguments));
            let plain = without_colours(&text);
            assert!(colour == "always" || plain == text, "{arguments:?}: colours");
            let bad = plain
                .chars()
                .find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{202a}'..='\u{202e}'));
            assert_eq!(bad, None, "{arguments:?}: {text}");
        }
    }
}

/// A text without the sequences that set colours.
fn without_colours(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        let end = after
            .find(|c: char| !c.is_ascii_digit() && c != ';')
            .unwrap_or(after.len());
        match after[end..].strip_prefix('m') {
            Some(after) => rest = after,
            None => {
                plain.push_str("\u{1b}[");
                rest = after;
            }
        }
    }
    plain + rest
}

#[test]
fn a_reader_who_leaves_is_no_failure_and_a_full_disk_is_one() {
    let newsroom = newsroom();
    for (command, code) in [("status", 0), ("check", 1), ("explain", 0)] {
        let run = |stdout: Stdio| {
            let output = Command::new(env!("CARGO_BIN_EXE_pressroom"))
                .arg(command)
                .current_dir(newsroom.root())
                .env("HOME", newsroom.root().join("none"))
                .stdin(Stdio::null())
                .stdout(stdout)
                .stderr(Stdio::piped())
                .output()
                .unwrap();
            (
                output.status.code(),
                String::from_utf8_lossy(&output.stderr).into_owned(),
            )
        };
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let (ended, told) = run(writer.into());
        assert_eq!((ended, told.as_str()), (Some(code), ""), "{command}, nobody reads");
        if let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") {
            let (ended, told) = run(full.into());
            assert_eq!(ended, Some(2), "{command}, a full disk: {told}");
            assert!(told.contains("could not be written"), "{told}");
        }
    }
}

#[test]
fn what_a_text_says_to_the_template_engine_is_text() {
    let newsroom = newsroom();
    let text = "{{ 7*7 }} {% include \"/etc/passwd\" %} {# x #}";
    let escaped = text.replace('"', "\\\"");
    newsroom.write(
        "releases/a.md",
        &format!("+++\ntitle = \"{escaped}\"\nsummary = \"{escaped}\"\nplace = \"{escaped}\"\ndate = 2026-01-01\n+++\n\n{text}\n"),
    );
    newsroom.run(&["build"]).done();
    for path in [
        "public/en/a.html",
        "public/en/a.txt",
        "public/en/feed.xml",
        "public/en/index.html",
    ] {
        let page = newsroom.read(path).unwrap();
        assert!(page.contains("{{ 7*7 }}") && !page.contains("root:"), "{path}: {page}");
    }
}

#[test]
fn a_text_of_many_or_of_large_pieces_is_whole_or_refused() {
    let newsroom = newsroom();
    let many = "{ \"x\" }".repeat(150);
    newsroom.write(
        FRENCH,
        &format!("# en: Title\ntitle = Titre\n\n# en: The room is open.\nroom-open = {many}\n"),
    );
    newsroom.run(&["build"]).done();
    assert!(newsroom.read("public/fr/a.html").unwrap().contains(&"x".repeat(150)));
    newsroom.write("locales/en/glossary.ftl", "-library = Library\n");
    let term = "a".repeat(60_000);
    newsroom.write(
        "locales/fr/glossary.ftl",
        &format!("# en: Library\n-library = {term}\n"),
    );
    let large = "{ -library }".repeat(2000);
    newsroom.write(
        FRENCH,
        &format!("# en: Title\ntitle = Titre\n\n# en: The room is open.\nroom-open = {large}\n"),
    );
    let ended = newsroom.run(&["check"]).ended(1);
    assert!(ended.stdout.contains("longer than 1 MiB"), "{:.300}", ended.stdout);
    newsroom.run(&["build"]).done();
    assert_eq!(newsroom.read("public/fr/a.html"), None);
}

#[test]
fn a_text_too_long_for_a_catalog_is_refused_where_it_is_written() {
    let newsroom = newsroom();
    newsroom.run(&["extract"]).done();
    let before = newsroom.tree("locales");
    let long = "The word is here again. ".repeat(3000);
    let release = newsroom.read("releases/a.md").unwrap();
    newsroom.write("releases/a.md", &format!("{release}\n{long}\n"));
    let line = release.lines().count() + 2;
    for (command, code) in [("extract", 2), ("update", 2), ("build", 2), ("check", 1)] {
        let ended = newsroom.run(&[command]).ended(code);
        assert!(
            said(&ended).contains("the text is longer than 64 KiB")
                && said(&ended).contains(&format!("releases/a.md:{line}:1")),
            "{command}: {}",
            said(&ended)
        );
        assert_eq!(newsroom.tree("locales"), before, "{command}");
    }
}

#[test]
fn a_long_line_is_not_shown_whole() {
    let newsroom = newsroom();
    let long = "x".repeat(200_000);
    newsroom.write(
        "pressroom.toml",
        &format!("base-url = \"https://example.org\"\n[{long}"),
    );
    let ended = newsroom.run(&["check"]).ended(2);
    assert!(said(&ended).len() < 4000, "{} bytes", said(&ended).len());
}

#[test]
fn the_workflow_of_a_new_newsroom_gives_no_stranger_a_secret() {
    let newsroom = Newsroom::empty();
    newsroom.run(&["init"]).done();
    let workflow = newsroom.read(".github/workflows/pressroom.yml").unwrap();
    assert!(
        workflow.contains("pull_request") && workflow.contains("contents: read"),
        "{workflow}"
    );
    assert!(
        !workflow.contains("pull_request_target") && !workflow.contains("secrets."),
        "{workflow}"
    );
}

#[test]
fn what_the_program_is_made_of_is_written_down() {
    let read = |name: &str| std::fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    assert_eq!(manifest["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    let direct = manifest["dependencies"].as_table().unwrap();
    assert!(direct.len() <= 40, "{} direct dependencies: weigh each", direct.len());
    assert!(
        direct
            .values()
            .all(|one| !one.to_string().contains("git =") && !one.to_string().contains("path ="))
    );
    let lock: toml::Table = read("Cargo.lock").parse().unwrap();
    for package in lock["package"].as_array().unwrap() {
        let is_own = package["name"].as_str() == Some("pressroom");
        let from = package
            .get("source")
            .and_then(|source| source.as_str())
            .unwrap_or_default();
        assert!(
            is_own || from.starts_with("registry+") && package.get("checksum").is_some(),
            "{package}"
        );
    }
}
