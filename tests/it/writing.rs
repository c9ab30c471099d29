//! Writing: all of a run or nothing, an editor's save always wins, and the last run can be undone.

use crate::support::Newsroom;
use std::collections::BTreeMap;

/// What git would see: the newsroom without the program's own folder.
fn seen(newsroom: &Newsroom) -> BTreeMap<String, Vec<u8>> {
    let mut tree = newsroom.tree("");
    tree.retain(|path, _| !path.starts_with(".pressroom/"));
    tree
}

fn sample() -> Newsroom {
    let newsroom = Newsroom::empty();
    newsroom.run(&["init"]).done();
    newsroom
}

fn edit(newsroom: &Newsroom) {
    let path = "releases/2026/reading-room.md";
    let text = newsroom.read(path).unwrap();
    newsroom.write(
        path,
        &format!(
            "{}\n\nA paragraph that is new.\n",
            text.trim_end().replace("the", "that")
        ),
    );
}

#[test]
fn undo_brings_back_every_byte_and_undo_again_brings_back_what_was_undone() {
    let newsroom = sample();
    edit(&newsroom);
    let before = seen(&newsroom);
    newsroom.run(&["update"]).done();
    let after = seen(&newsroom);
    assert_ne!(before, after);
    newsroom.run(&["update"]).done();
    assert_eq!(seen(&newsroom), after, "a run that has nothing to do writes nothing");
    newsroom.run(&["undo", "--dry-run"]).done();
    assert_eq!(seen(&newsroom), after);
    newsroom.run(&["undo"]).done();
    assert_eq!(seen(&newsroom), before);
    newsroom.run(&["undo"]).done();
    assert_eq!(seen(&newsroom), after);
}

#[test]
fn undo_leaves_what_somebody_changed_since() {
    let newsroom = sample();
    edit(&newsroom);
    let before = seen(&newsroom);
    newsroom.run(&["update"]).done();
    let path = "locales/fr/releases/2026/reading-room.ftl";
    let text = newsroom.read(path).unwrap() + "\n# a note\n";
    newsroom.write(path, &text);
    let after = seen(&newsroom);
    let said = newsroom.run(&["undo"]).ended(2);
    assert!(said.stderr.contains(path), "{}", said.stderr);
    assert_eq!(seen(&newsroom), after);
    newsroom.run(&["undo", "--skip-changed"]).done();
    let mut expected = before;
    expected.insert(path.to_owned(), text.into_bytes());
    assert_eq!(seen(&newsroom), expected);
}

#[test]
fn nothing_to_undo_is_no_failure() {
    let newsroom = sample();
    std::fs::remove_dir_all(newsroom.root().join(".pressroom")).unwrap();
    newsroom.run(&["undo"]).done();
}

#[test]
fn an_interrupted_run_is_taken_back_and_done_again() {
    let newsroom = sample();
    edit(&newsroom);
    newsroom.run(&["update"]).done();
    let after = seen(&newsroom);
    // What a run killed after its last file leaves: everything is written, the journal is open.
    let folder = newsroom.root().join(".pressroom");
    std::fs::rename(folder.join("journal"), folder.join("journal.open")).unwrap();
    let french = "locales/fr/releases/2026/reading-room.ftl";
    let stray = "locales/fr/releases/2026/.reading-room.ftl.tmp-pressroom";
    newsroom.write(stray, "half a fi");
    // The stray cannot be told from a save that came out of an exchange: it is put back rather than lost.
    let said = newsroom.run(&["update"]);
    assert!(newsroom.read(stray).is_none());
    assert!(said.code == 0 || newsroom.read(french).unwrap() == "half a fi");
    assert!(said.stderr.contains("interrupted"), "{}", said.stderr);
    // Without a stray the run is simply done again.
    newsroom.write(french, std::str::from_utf8(&after[french]).unwrap());
    let said = newsroom.run(&["update"]).ended(0);
    assert_eq!(seen(&newsroom), after, "{}", said.stderr);
}

#[test]
fn a_journal_that_came_with_a_checkout_is_not_believed() {
    let newsroom = sample();
    edit(&newsroom);
    newsroom.run(&["update"]).done();
    let folder = newsroom.root().join(".pressroom");
    // The folder it was written in lives on, so that the new one has another number.
    let first = newsroom.root().join("first");
    std::fs::rename(&folder, &first).unwrap();
    std::fs::create_dir(&folder).unwrap();
    std::fs::copy(first.join("journal"), folder.join("journal.open")).unwrap();
    let before = seen(&newsroom);
    let said = newsroom.run(&["update"]).done();
    assert_eq!(seen(&newsroom), before);
    assert!(!said.stderr.contains("interrupted"), "{}", said.stderr);
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_newsroom_and_refused_outside() {
    use std::os::unix::fs::symlink;
    let newsroom = sample();
    let french = newsroom.root().join("locales/fr/releases/2026/reading-room.ftl");
    let kept = newsroom.root().join("locales/fr/kept.ftl");
    std::fs::rename(&french, &kept).unwrap();
    symlink("../../kept.ftl", &french).unwrap();
    edit(&newsroom);
    newsroom.run(&["update", "fr"]).done();
    assert!(std::fs::symlink_metadata(&french).unwrap().is_symlink());
    assert!(
        std::fs::read_to_string(&kept)
            .unwrap()
            .contains("A paragraph that is new.")
    );
    let outside = tempfile::tempdir().unwrap();
    for (link, target) in [
        ("locales/de", outside.path().to_path_buf()),
        ("locales/it", newsroom.root().join(".git")),
        ("locales/pl", outside.path().join("nothing")),
    ] {
        std::fs::create_dir_all(newsroom.root().join(".git")).unwrap();
        symlink(target, newsroom.root().join(link)).unwrap();
        let tag = link.rsplit('/').next().unwrap();
        let said = newsroom.run(&["update", tag]).ended(2);
        assert!(said.stderr.contains("symbolic link"), "{link}: {}", said.stderr);
    }
    assert_eq!(std::fs::read_dir(outside.path()).unwrap().count(), 0);
    assert_eq!(std::fs::read_dir(newsroom.root().join(".git")).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn the_lock_follows_no_link() {
    use std::os::unix::fs::symlink;
    let newsroom = sample();
    edit(&newsroom);
    newsroom.write("precious", "text");
    let lock = newsroom.root().join(".pressroom/lock");
    std::fs::remove_file(&lock).unwrap();
    symlink(newsroom.root().join("precious"), &lock).unwrap();
    newsroom.run(&["update"]).ended(2);
    assert_eq!(newsroom.read("precious").unwrap(), "text");
}

#[test]
fn an_interrupted_build_is_completed_and_loses_no_file_of_others() {
    let newsroom = sample();
    newsroom.run(&["build"]).done();
    let whole = newsroom.tree("public");
    let manifest = newsroom.root().join("public/.pressroom-manifest");
    let text = std::fs::read(&manifest).unwrap();
    for length in (0..text.len()).step_by(97) {
        std::fs::write(&manifest, &text[..length]).unwrap();
        newsroom.write("public/mine.txt", "mine");
        newsroom.write("public/fr/.index.html.999999999.tmp-pressroom", "half");
        std::fs::remove_file(newsroom.root().join("public/fr/index.html")).unwrap();
        newsroom.run(&["build"]).done();
        let mut tree = newsroom.tree("public");
        assert_eq!(tree.remove("mine.txt").unwrap(), b"mine");
        assert_eq!(tree, whole, "manifest cut at {length}");
    }
}

#[test]
fn what_would_spoil_much_of_a_locale_is_not_done_unasked() {
    let paragraphs = |word: &str| {
        (0..30)
            .map(|n| format!("{word} number {n} speaks about subject {n}.\n\n"))
            .collect::<String>()
    };
    let front = "+++\ntitle = \"Title\"\ndate = 2026-01-01\n+++\n\n";
    let newsroom = Newsroom::from_text("--- pressroom.toml\n");
    newsroom.write("releases/a.md", &format!("{front}{}", paragraphs("Paragraph")));
    newsroom.run(&["update", "fr"]).done();
    let path = "locales/fr/releases/a.ftl";
    let text = newsroom.read(path).unwrap().replace("{ \"\" }", "traduction");
    newsroom.write(path, &text);
    std::fs::remove_file(newsroom.root().join("releases/a.md")).unwrap();
    newsroom.write(
        "releases/a.md",
        &format!(
            "{front}{}",
            paragraphs("Paragraph").replace("speaks about", "was 17 times silent on")
        ),
    );
    let said = newsroom.run(&["update", "fr"]).ended(2);
    assert!(said.stderr.contains("--allow-mass-change"), "{}", said.stderr);
    assert_eq!(newsroom.read(path).unwrap(), text);
    newsroom.run(&["update", "fr", "--allow-mass-change"]).done();
    assert!(newsroom.read(path).unwrap().contains("STALE"));
}

#[test]
fn prune_removes_what_is_obsolete_and_nothing_else() {
    let front = "+++\ntitle = \"Title\"\ndate = 2026-01-01\n+++\n\n";
    let newsroom = Newsroom::from_text("--- pressroom.toml\n");
    newsroom.write(
        "releases/a.md",
        &format!("{front}One paragraph.\n\nAnother thing entirely.\n"),
    );
    newsroom.write("releases/b.md", &format!("{front}The second release.\n"));
    newsroom.run(&["update", "fr"]).done();
    for path in ["locales/fr/releases/a.ftl", "locales/fr/releases/b.ftl"] {
        newsroom.write(path, &newsroom.read(path).unwrap().replace("{ \"\" }", "traduction"));
    }
    newsroom.run(&["update"]).done();
    let kept = newsroom.read("locales/fr/releases/a.ftl").unwrap();
    newsroom.write("releases/a.md", &format!("{front}One paragraph.\n"));
    std::fs::remove_file(newsroom.root().join("releases/b.md")).unwrap();
    newsroom.run(&["prune", "fr"]).ended(2);
    newsroom.run(&["update"]).done();
    let before = seen(&newsroom);
    let said = newsroom.run(&["prune", "fr", "--dry-run"]).done();
    assert_eq!(seen(&newsroom), before);
    assert_eq!(newsroom.run(&["prune", "fr"]).done().stdout, said.stdout);
    assert_eq!(newsroom.read("locales/fr/releases/b.ftl"), None);
    let pruned = newsroom.read("locales/fr/releases/a.ftl").unwrap();
    assert!(
        !pruned.contains("Another thing") && !pruned.contains("Obsolete"),
        "{pruned}"
    );
    assert!(kept.starts_with(pruned.trim_end()), "{kept}\n---\n{pruned}");
    newsroom.run(&["undo"]).done();
    assert_eq!(seen(&newsroom), before);
}

#[test]
fn nothing_of_an_embargoed_release_is_anywhere_before_its_time() {
    let newsroom = Newsroom::from_text(
        r#"
--- pressroom.toml
base-url = "https://press.example.org"

[build]
concordance = true
ninjs = true
--- releases/now.md
+++
title = "What everybody may know"
date = 2026-01-01
+++

It is public.
--- releases/later.md
+++
title = "Quetzalcoatlus"
summary = "Quetzalcoatlus flies."
date = 2026-01-01
+++

Quetzalcoatlus, the [largest](https://example.org/quetzalcoatlus) of all.
"#,
    );
    newsroom.write("locales/fr/site.ftl", "");
    let leaks = |newsroom: &Newsroom| -> Vec<String> {
        let tells = |bytes: &[u8]| String::from_utf8_lossy(bytes).to_lowercase().contains("quetzal");
        let tree = newsroom.tree("public").into_iter();
        tree.filter(|(path, bytes)| path.contains("later") || tells(bytes))
            .map(|(path, _)| path)
            .collect()
    };
    assert_eq!(newsroom.run(&["build"]).code, 0);
    let before = leaks(&newsroom);
    assert!(before.contains(&"concordance/later.html".to_owned()), "{before:?}");
    let text = newsroom.read("releases/later.md").unwrap();
    let embargoed = text.replacen("date =", "embargo = 2026-02-01T00:00:00Z\ndate =", 1);
    newsroom.write("releases/later.md", &embargoed);
    // What an earlier build published goes as well, even where only this release is built; what lists it waits for a whole build.
    assert_eq!(newsroom.run(&["build", "--release", "later"]).code, 0);
    let pages = leaks(&newsroom);
    assert!(!pages.iter().any(|path| path.contains("later")), "{pages:?}");
    assert_eq!(newsroom.run(&["build"]).code, 0);
    assert_eq!(leaks(&newsroom), Vec::<String>::new());
    assert_eq!(newsroom.run(&["build", "--include-embargoed"]).code, 0);
    assert_eq!(leaks(&newsroom), before);
    assert_eq!(newsroom.run(&["build", "--now", "2026-02-01T00:00:00Z"]).code, 0);
    assert_eq!(leaks(&newsroom), before);
}

#[test]
fn a_save_between_reading_and_planning_is_seen() {
    let newsroom = sample();
    edit(&newsroom);
    let opened = pressroom::newsroom::Newsroom::open(&newsroom.root()).unwrap();
    let desk = pressroom::desk::Desk::open(&opened).unwrap();
    let path = "locales/fr/releases/2026/reading-room.ftl";
    let read = newsroom.read(path).unwrap();
    assert!(desk.change(path, Some(&read), Some("new")).is_ok());
    newsroom.write(path, &format!("{read}\n# a line of the editor's\n"));
    let told = desk.change(path, Some(&read), Some("new")).unwrap_err();
    assert_eq!(told.code, "changed");
    assert_eq!(desk.change(path, None, Some("new")).unwrap_err().code, "changed");
    // It may as well be gone, or no text any more.
    std::fs::write(newsroom.root().join(path), b"\xFF").unwrap();
    assert_eq!(desk.change(path, Some(&read), Some("new")).unwrap_err().code, "changed");
    std::fs::remove_file(newsroom.root().join(path)).unwrap();
    assert_eq!(desk.change(path, Some(&read), Some("new")).unwrap_err().code, "changed");
    assert!(desk.change(path, None, Some("new")).is_ok());
}

#[test]
fn nothing_is_accepted_by_terms_that_could_not_be_read() {
    let newsroom = sample();
    edit(&newsroom);
    newsroom.run(&["update"]).done();
    for path in ["locales/fr/glossary.ftl", "locales/en/glossary.ftl"] {
        let text = newsroom.read(path).unwrap();
        let full = newsroom.root().join(path);
        std::fs::remove_file(&full).unwrap();
        std::fs::create_dir(&full).unwrap();
        let before = seen(&newsroom);
        let said = newsroom.run(&["accept", "fr", "--all"]).ended(2);
        assert!(said.stderr.contains(path), "{}", said.stderr);
        assert_eq!(seen(&newsroom), before);
        std::fs::remove_dir(&full).unwrap();
        newsroom.write(path, &text);
    }
    newsroom.run(&["accept", "fr", "--all"]).done();
}

#[test]
fn who_accepts_everything_hears_what_could_not_be_read() {
    let newsroom = sample();
    edit(&newsroom);
    newsroom.run(&["update"]).done();
    let release = newsroom.root().join("releases/2026/reading-room.md");
    std::fs::write(&release, b"\xFF").unwrap();
    let said = newsroom.run(&["accept", "fr", "--all"]).ended(2);
    assert!(said.stderr.contains("releases/2026/reading-room.md"), "{}", said.stderr);
}

#[test]
fn a_release_that_cannot_be_read_is_not_gone() {
    let newsroom = sample();
    newsroom.run(&["build", "--now", crate::support::NOW]).done();
    for path in [
        "releases/2026/reading-room.md",
        "locales/en/releases/2026/reading-room.ftl",
    ] {
        let full = newsroom.root().join(path);
        let sound = std::fs::read(&full).unwrap();
        std::fs::write(&full, [&sound[..], b"\xFF"].concat()).unwrap();
        let before = seen(&newsroom);
        for command in [
            &["extract"][..],
            &["update"],
            &["prune", "fr"],
            &["build", "--now", crate::support::NOW],
        ] {
            let said = newsroom.run(command).ended(2);
            assert!(said.stderr.contains(path), "{command:?}: {}", said.stderr);
            assert!(
                !said.stderr.contains("saved by somebody"),
                "{command:?}: {}",
                said.stderr
            );
            assert!(seen(&newsroom) == before, "{command:?} changed something");
        }
        std::fs::write(&full, sound).unwrap();
        newsroom.run(&["update", "--check"]).done();
    }
}

#[test]
fn pages_whose_catalog_cannot_be_read_stay() {
    let newsroom = sample();
    newsroom.run(&["build", "--now", crate::support::NOW]).done();
    let path = "locales/fr/releases/2026/reading-room.ftl";
    let full = newsroom.root().join(path);
    let aside = newsroom.root().join("aside");
    std::fs::rename(&full, &aside).unwrap();
    std::fs::create_dir(&full).unwrap();
    let before = seen(&newsroom);
    for command in [
        &["build", "--now", crate::support::NOW][..],
        &["build", "--no-cache", "--now", crate::support::NOW],
    ] {
        let said = newsroom.run(command).ended(2);
        assert!(
            said.stderr.contains(path) && said.stderr.contains("is as it was"),
            "{}",
            said.stderr
        );
        assert!(seen(&newsroom) == before, "{command:?} changed something");
    }
    std::fs::remove_dir(&full).unwrap();
    std::fs::rename(&aside, &full).unwrap();
    newsroom.run(&["build", "--now", crate::support::NOW]).done();
    assert!(
        seen(&newsroom)
            .iter()
            .any(|(name, _)| name.contains("public/fr/2026/reading-room.html"))
    );
}

#[test]
fn what_a_killed_build_left_beside_the_list_is_swept_away() {
    let newsroom = sample();
    newsroom.run(&["build", "--now", crate::support::NOW]).done();
    let stray = "public/..pressroom-manifest.4194305.tmp-pressroom";
    newsroom.write(stray, "half a li");
    newsroom.run(&["build", "--now", crate::support::NOW]).done();
    assert!(newsroom.read(stray).is_none());
}

#[test]
fn lines_of_the_text_end_as_they_are_asked_to() {
    let newsroom = Newsroom::from_text(
        "--- releases/a.md\n+++\ntitle = \"A\"\ndate = 2026-01-01\n+++\n\nOne.\n\nTwo.\n--- locales/fr/site.ftl\n",
    );
    for (eol, crlf) in [
        (&[][..], false),
        (&["--eol", "crlf"], true),
        (&["--eol", "lf"], false),
        (&[], false),
    ] {
        assert_eq!(newsroom.run(&[&["build"], eol].concat()).code, 0);
        let text = newsroom.read("public/en/a.txt").unwrap();
        let ends = (text.matches('\n').count(), text.matches("\r\n").count());
        assert!(
            ends.0 > 3 && ends.1 == if crlf { ends.0 } else { 0 },
            "{eol:?}: {ends:?}"
        );
    }
}

#[test]
fn no_release_takes_the_name_of_the_list_of_releases() {
    let newsroom = Newsroom::from_text(
        "--- releases/index.md\n+++\ntitle = \"A\"\ndate = 2026-01-01\n+++\n\nOne.\n--- locales/fr/site.ftl\n",
    );
    let outcome = newsroom.run(&["build"]);
    assert_eq!(outcome.code, 2);
    assert!(
        outcome.stderr.contains("`index` is the name of the list of releases"),
        "{}",
        outcome.stderr
    );
    newsroom.write(
        "releases/index-cards.md",
        "+++\ntitle = \"B\"\ndate = 2026-01-01\n+++\n\nTwo.\n",
    );
    newsroom.run(&["build"]);
    assert!(newsroom.read("public/en/index-cards.html").is_some());
}

/// Leaves the newsroom as a run does that is killed after its last file.
fn kill_at_the_end(newsroom: &Newsroom) {
    let folder = newsroom.root().join(".pressroom");
    std::fs::rename(folder.join("journal"), folder.join("journal.open")).unwrap();
}

#[test]
fn every_command_that_writes_takes_back_an_interrupted_run_before_it_reads() {
    let french = "locales/fr/releases/2026/reading-room.ftl";
    let twice = |newsroom: &Newsroom, arguments: &[&str]| {
        newsroom.run(arguments).done();
        let after = seen(newsroom);
        kill_at_the_end(newsroom);
        newsroom.run(arguments).done();
        assert_eq!(seen(newsroom), after, "{arguments:?}");
        assert!(newsroom.read(".pressroom/journal.open").is_none(), "{arguments:?}");
    };
    let newsroom = sample();
    let text = newsroom.read(french).unwrap();
    newsroom.write(french, &text.replace("compte 120 places", "compte  120  places"));
    twice(&newsroom, &["check", "--fix"]);
    assert_eq!(newsroom.read(french).unwrap().matches("compte 120 places").count(), 1);
    edit(&newsroom);
    newsroom.run(&["update"]).done();
    let id = "2026/reading-room#city-library-today-opened";
    twice(&newsroom, &["minor", id, "--reason", "a word", "--force"]);
    let newsroom = Newsroom::empty();
    twice(&newsroom, &["init"]);
}

#[test]
fn a_first_build_that_was_killed_can_be_made_again() {
    let newsroom = sample();
    let stray = "public/en/2026/.reading-room.html.4194305.tmp-pressroom";
    newsroom.write(stray, "half a pa");
    std::fs::create_dir_all(newsroom.root().join("public/fr/2026")).unwrap();
    newsroom.run(&["build"]).done();
    assert!(newsroom.read(stray).is_none());
    // Anything else in there is somebody's.
    let newsroom = sample();
    newsroom.write(stray, "half a pa");
    newsroom.write("public/en/mine.txt", "mine");
    newsroom.run(&["build"]).ended(2);
    assert!(newsroom.read(stray).is_some());
}

#[test]
fn the_parts_of_a_build_are_put_together_all_or_none() {
    let newsroom = sample();
    let parts = |newsroom: &Newsroom| {
        newsroom.run(&["build", "--shard", "1/2"]).done();
        newsroom.run(&["build", "--shard", "2/2"]).done();
    };
    parts(&newsroom);
    let (first, second) = ("public/.pressroom-shard-1-of-2", "public/.pressroom-shard-2-of-2");
    let left = std::fs::read(newsroom.root().join(second)).unwrap();
    let kept = std::fs::read(newsroom.root().join(first)).unwrap();
    newsroom.run(&["build", "--finish"]).done();
    let whole = newsroom.tree("public");
    assert!(!whole.keys().any(|path| path.contains("shard")), "{:?}", whole.keys());
    // One part alone was never put together.
    std::fs::write(newsroom.root().join(second), &left).unwrap();
    newsroom.run(&["build", "--finish"]).ended(2);
    std::fs::write(newsroom.root().join(first), &kept).unwrap();
    newsroom.run(&["build", "--finish"]).done();
    assert_eq!(newsroom.tree("public"), whole);
    // Nor are the parts taken away where something of them could not be read.
    parts(&newsroom);
    let french = newsroom.root().join("locales/fr/releases/2026/reading-room.ftl");
    let text = std::fs::read(&french).unwrap();
    std::fs::remove_file(&french).unwrap();
    std::fs::create_dir(&french).unwrap();
    newsroom.run(&["build", "--finish"]).ended(2);
    std::fs::remove_dir(&french).unwrap();
    std::fs::write(&french, text).unwrap();
    newsroom.run(&["build", "--finish"]).done();
    assert_eq!(newsroom.tree("public"), whole);
}

#[test]
fn what_a_killed_merge_left_beside_the_file_is_swept_away() {
    let newsroom = Newsroom::empty();
    newsroom.write("base", "a = A\n");
    newsroom.write("ours", "a = A\n");
    newsroom.write("theirs", "a = A\nb = B\n");
    newsroom.write(".gone.4194305.tmp-pressroom", "a =");
    newsroom.write(".mine.tmp-pressroom", "somebody's");
    newsroom.run(&["merge-driver", "base", "ours", "theirs"]).done();
    assert_eq!(newsroom.read("ours").unwrap(), "a = A\nb = B\n");
    assert!(newsroom.read(".gone.4194305.tmp-pressroom").is_none());
    assert!(newsroom.read(".mine.tmp-pressroom").is_some());
}

#[cfg(unix)]
#[test]
fn without_what_all_pages_share_nothing_is_built_and_nothing_forgiven() {
    for path in ["templates/head.html", "locales/fr/site.ftl"] {
        let newsroom = sample();
        newsroom.run(&["build"]).done();
        let before = newsroom.tree("public");
        let file = newsroom.root().join(path);
        std::fs::remove_file(&file).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", &file).unwrap();
        let said = newsroom.run(&["build"]).ended(2);
        assert!(said.stderr.contains(path), "{}", said.stderr);
        assert_eq!(newsroom.tree("public"), before, "{path}");
        let said = newsroom.run(&["check"]).ended(2);
        assert_eq!(
            said.stdout.matches(&format!("`{path}` is refused")).count(),
            1,
            "{}",
            said.stdout
        );
        newsroom.write("baseline.txt", "mine");
        newsroom.run(&["check", "--write-baseline", "baseline.txt"]).ended(2);
        assert_eq!(newsroom.read("baseline.txt").unwrap(), "mine");
    }
}

#[cfg(unix)]
#[test]
fn a_report_replaces_a_file_whole_and_a_pipe_gets_it_as_it_comes() {
    let newsroom = sample();
    newsroom.write("kept/report.json", "old");
    std::os::unix::fs::symlink("kept/report.json", newsroom.root().join("report.json")).unwrap();
    newsroom
        .run(&["check", "--format", "json", "--output", "report.json"])
        .done();
    let written = newsroom.read("kept/report.json").unwrap();
    assert!(written.starts_with('{') && written.ends_with("}\n"), "{written}");
    assert!(newsroom.root().join("report.json").is_symlink());
    let said = newsroom
        .run(&["check", "--format", "json", "--output", "/dev/stdout"])
        .done();
    assert_eq!(said.stdout, written);
}
