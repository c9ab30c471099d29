//! `check` as a gate: what a branch adds, a baseline, the mechanical mends, levels and waivers, through the program.

use crate::support::Newsroom;

/// Two paragraphs, translated into French; nothing to say about them.
const CLEAN: &str = "\
--- pressroom.toml
base-url = \"https://press.example.org\"
--- releases/a.md
+++
title = \"Talks\"
date = 2018-05-25
+++

They met in Brussels on 25 May.
--- locales/fr/releases/a.ftl
# en: Talks
title = Entretiens

# en: They met in Brussels on 25 May.
met-brussels-25-may = Ils se sont réunis à Bruxelles le 25 mai.
";

/// The French file of [`CLEAN`].
const FRENCH: &str = "locales/fr/releases/a.ftl";

/// A newsroom with nothing to find, its source catalogs written.
fn clean() -> Newsroom {
    let newsroom = Newsroom::from_text(CLEAN);
    newsroom.run(&["extract"]).done();
    newsroom
}

fn edit(newsroom: &Newsroom, path: &str, from: &str, to: &str) {
    let text = newsroom.read(path).unwrap();
    assert!(text.contains(from), "{path} has no {from:?}:\n{text}");
    newsroom.write(path, &text.replacen(from, to, 1));
}

/// `path:line:column: level[rule]` of every finding.
fn places(newsroom: &Newsroom, arguments: &[&str]) -> Vec<String> {
    let all = [&["check", "--format", "short", "--exit-zero"], arguments].concat();
    let said = newsroom.run(&all).done().stdout;
    said.lines()
        .filter_map(|line| line.split_once("]: ").map(|(place, _)| format!("{place}]")))
        .collect()
}

fn commit(newsroom: &Newsroom, message: &str) {
    newsroom.git(&["add", "-A"]);
    newsroom.git(&["commit", "-q", "-m", message]);
}

/// A repository whose main branch has old gaps, and a branch `work` on top of it.
fn with_old_gaps() -> Newsroom {
    let newsroom = clean();
    let more: String = (0..40)
        .map(|n| format!("\nParagraph {n} of an older release waits for a translation.\n"))
        .collect();
    newsroom.write(
        "releases/old.md",
        &format!("+++\ntitle = \"Old\"\ndate = 2017-01-01\n+++\n{more}"),
    );
    newsroom.run(&["extract"]).done();
    newsroom.git(&["init", "-q"]);
    commit(&newsroom, "as it was");
    newsroom.git(&["checkout", "-q", "-b", "work"]);
    newsroom
}

#[test]
fn a_branch_that_adds_nothing_passes_whatever_stood_before() {
    let newsroom = with_old_gaps();
    newsroom.run(&["check"]).ended(1);
    edit(&newsroom, FRENCH, "# en: Talks", "# a note\n# en: Talks");
    let said = newsroom.run(&["check", "--since", "main"]).done();
    assert!(said.stdout.contains("no findings"), "{}", said.stdout);
    assert!(said.stdout.contains("known before"), "{}", said.stdout);
}

#[test]
fn a_paragraph_that_a_branch_adds_is_named_once_for_each_locale() {
    let newsroom = with_old_gaps();
    newsroom.write("locales/ar/releases/none.ftl", "");
    commit(&newsroom, "arabic begins");
    newsroom.git(&["branch", "-f", "main"]);
    let text = newsroom.read("releases/a.md").unwrap();
    newsroom.write(
        "releases/a.md",
        &format!("{text}\nA new paragraph speaks of cooperation.\n"),
    );
    newsroom.run(&["extract"]).done();
    commit(&newsroom, "one more");
    let said = newsroom
        .run(&["check", "--since", "main", "--format", "short"])
        .ended(1);
    let lines: Vec<&str> = said.stdout.lines().filter(|line| line.contains("[missing]")).collect();
    assert_eq!(lines.len(), 2, "{}", said.stdout);
    assert!(lines.iter().all(|line| line.contains("new-paragraph")), "{lines:?}");
}

#[test]
fn what_main_gained_meanwhile_is_not_held_against_the_branch_and_the_newsroom_may_be_a_folder() {
    let outer = Newsroom::empty();
    for (path, content) in crate::support::blocks(CLEAN) {
        outer.write(&format!("press/{path}"), &content);
    }
    outer.run_in("press", &["extract"]).done();
    outer.git(&["init", "-q"]);
    edit(&outer, &format!("press/{FRENCH}"), "25 mai", "26 mai");
    commit(&outer, "with a mistake");
    outer.git(&["checkout", "-q", "-b", "work"]);
    outer.git(&["checkout", "-q", "main"]);
    edit(&outer, &format!("press/{FRENCH}"), "26 mai", "25 mai");
    commit(&outer, "mended on main");
    outer.git(&["checkout", "-q", "work"]);
    let said = outer
        .run_in("press", &["check", "--since", "main", "--format", "github"])
        .done();
    assert!(!said.stdout.contains("::error"), "{}", said.stdout);
    let said = outer.run_in("press", &["check", "--format", "github"]).ended(1);
    assert!(
        said.stdout.contains("file=press/locales/fr/releases/a.ftl"),
        "{}",
        said.stdout
    );
}

#[test]
fn a_shallow_clone_is_enough_and_one_without_the_revision_says_what_to_fetch() {
    let newsroom = with_old_gaps();
    edit(&newsroom, FRENCH, "25 mai", "26 mai");
    commit(&newsroom, "a mistake");
    let clone = Newsroom::empty();
    let from = format!("file://{}", newsroom.root().display());
    clone.git(&["clone", "-q", "--depth=1", "--branch", "work", &from, "copy"]);
    let said = clone.run_in("copy", &["check", "--since", "origin/main"]).ended(2);
    let fetch = "git fetch --depth=1 origin main:refs/remotes/origin/main";
    assert!(said.stderr.contains(fetch), "{}", said.stderr);
    let told: Vec<&str> = ["-C", "copy"].into_iter().chain(fetch.split(' ').skip(1)).collect();
    clone.git(&told);
    let said = clone
        .run_in("copy", &["check", "--since", "origin/main", "--format", "short"])
        .ended(1);
    assert!(
        said.stdout.contains("a.ftl:5:") && !said.stdout.contains("[missing]"),
        "{}",
        said.stdout
    );
}

#[test]
fn without_git_or_a_work_tree_it_says_so() {
    let newsroom = clean();
    let said = newsroom.run(&["check", "--since", "main"]).ended(2);
    assert!(
        said.stderr.contains("not in a git work tree") && said.stderr.contains("--baseline"),
        "{}",
        said.stderr
    );
    let said = newsroom
        .run_with("", &["check", "--since", "main"], &[("PATH", "/nowhere")])
        .ended(2);
    assert!(said.stderr.contains("`git` cannot be run"), "{}", said.stderr);
    let said = newsroom.run(&["check", "--since=--output=x"]).ended(2);
    assert!(said.stderr.contains("is not a revision"), "{}", said.stderr);
}

#[test]
fn a_baseline_knows_what_stood_and_nothing_more() {
    let newsroom = clean();
    edit(&newsroom, FRENCH, "25 mai", "26 mai");
    newsroom.run(&["check", "--write-baseline", "known.txt"]).done();
    let text = newsroom.read("known.txt").unwrap();
    newsroom.run(&["check", "--baseline", "known.txt"]).done();
    newsroom.run(&["check", "--write-baseline", "known.txt"]).done();
    assert_eq!(newsroom.read("known.txt").unwrap(), text);
    edit(&newsroom, FRENCH, "Entretiens", "");
    newsroom.run(&["check", "--baseline", "known.txt"]).ended(1);
    newsroom.write("known.txt", "nubmer fr/a#title\n");
    let said = newsroom.run(&["check", "--baseline", "known.txt"]).ended(2);
    assert!(
        said.stderr.contains("known.txt:1:1") && said.stderr.contains("`number`"),
        "{}",
        said.stderr
    );
    newsroom.run(&["check", "--baseline", "none.txt"]).ended(2);
}

#[test]
fn fix_mends_the_spaces_and_marks_and_not_a_byte_beside_them() {
    let newsroom = clean();
    let good = "# en: Talks\r\n# a note,  with two spaces\r\ntitle = L’heure des entretiens\r\n\r\n\
                # en: They met in Brussels on 25 May.\r\n\
                met-brussels-25-may   = Ils se sont réunis à Bruxelles le 25 mai.\r\n";
    let bad = good.replace("L’heure des", "L'heure  des");
    newsroom.write(FRENCH, &bad);
    let other = newsroom.tree("releases");
    newsroom.run(&["check", "--fix", "--locale", "fr"]).done();
    assert_eq!(newsroom.read(FRENCH).unwrap(), good);
    assert_eq!(newsroom.tree("releases"), other);
    let again = newsroom.run(&["check", "--fix"]).done();
    assert!(!again.stderr.contains("mended"), "{}", again.stderr);
    assert_eq!(newsroom.read(FRENCH).unwrap(), good);
}

#[test]
fn fix_leaves_alone_what_does_not_stand_as_it_reads() {
    let newsroom = clean();
    newsroom.write("locales/fr/glossary.ftl", "-un = l'ONU\n");
    for value in [
        "L'heure { -un }",
        "L'heure {\"{\"}",
        "\n    L'heure\n    des entretiens",
    ] {
        let text = format!("# en: Talks\ntitle = {value}\n");
        newsroom.write(FRENCH, &text);
        newsroom.run(&["check", "--fix", "--exit-zero"]).done();
        assert_eq!(newsroom.read(FRENCH).unwrap(), text, "{value}");
    }
    let waived = "# pressroom: allow punctuation — a quotation\n# en: Talks\ntitle = L'heure\n";
    newsroom.write(FRENCH, waived);
    newsroom.run(&["check", "--fix", "--exit-zero"]).done();
    assert_eq!(newsroom.read(FRENCH).unwrap(), waived);
    let broken = "# en: Talks\ntitle = L'heure\ntitle = L'heure\n";
    newsroom.write(FRENCH, broken);
    newsroom.run(&["check", "--fix"]).ended(1);
    assert_eq!(newsroom.read(FRENCH).unwrap(), broken);
}

#[test]
fn levels_tiers_overrides_and_waivers_each_have_their_say() {
    // (what pressroom.toml says besides, how the fault in the French date is told, and the gap in the title)
    let table: [(&str, &str, &str); 8] = [
        ("", "error", "error"),
        ("[check.levels]\ndate = \"warning\"\n", "warning", "error"),
        ("[check.levels]\ndate = \"off\"\n", "", "error"),
        (
            "[check.levels]\ndate = \"warning\"\n[locales.fr.levels]\ndate = \"note\"\n",
            "note",
            "error",
        ),
        ("[locales.fr]\ntier = \"expected\"\n", "error", "warning"),
        ("[locales.fr]\ntier = \"best-effort\"\n", "error", "note"),
        (
            "[locales.fr]\ntier = \"best-effort\"\nlevels = { missing = \"error\" }\n",
            "error",
            "error",
        ),
        (
            "[[releases]]\npattern = \"a*\"\nlevels = { date = \"note\", missing = \"off\" }\n",
            "note",
            "",
        ),
    ];
    let newsroom = clean();
    edit(&newsroom, FRENCH, "25 mai", "26 mai");
    edit(&newsroom, FRENCH, "Entretiens", "{ \"\" }");
    for (more, date, missing) in table {
        newsroom.write(
            "pressroom.toml",
            &format!("base-url = \"https://press.example.org\"\n{more}"),
        );
        let found = places(&newsroom, &[]);
        let level = |rule: &str| {
            let of_rule = found.iter().find(|place| place.ends_with(&format!("[{rule}]")));
            of_rule
                .and_then(|place| place.rsplit(' ').next()?.split('[').next())
                .unwrap_or_default()
                .to_owned()
        };
        assert_eq!(
            (level("date").as_str(), level("missing").as_str()),
            (date, missing),
            "{more}\n{found:?}"
        );
    }
    newsroom.write("pressroom.toml", "base-url = \"https://press.example.org\"\n");
    edit(
        &newsroom,
        FRENCH,
        "# en: They",
        "# pressroom: allow date — the local date\n# en: They",
    );
    assert!(!places(&newsroom, &[]).iter().any(|place| place.contains("[date]")));
    edit(&newsroom, FRENCH, "allow date", "allow dtae");
    let found = places(&newsroom, &[]);
    assert!(found.contains(&format!("{FRENCH}:4:1: error[syntax]")), "{found:?}");
    let said = newsroom.run(&["check"]).ended(1);
    assert!(said.stdout.contains("did you mean `date`?"), "{}", said.stdout);
}

#[test]
fn a_rule_that_does_not_exist_is_refused_wherever_it_is_named() {
    let newsroom = clean();
    for (more, line) in [
        ("[check.levels]\nnumbr = \"off\"\n", 2),
        ("[locales.fr.levels]\nnumbr = \"off\"\n", 2),
        ("[[releases]]\npattern = \"a\"\nlevels = { numbr = \"off\" }\n", 3),
    ] {
        newsroom.write("pressroom.toml", more);
        let said = newsroom.run(&["check"]).ended(2);
        let place = format!("pressroom.toml:{line}:");
        assert!(
            said.stderr.contains(&place) && said.stderr.contains("did you mean `number`?"),
            "{}",
            said.stderr
        );
    }
}

#[test]
fn a_file_that_cannot_be_read_as_fluent_is_told_at_its_place_and_stops_no_other() {
    // (the French file, the place where it is told)
    let table = [
        ("title = A\ntitle = B\n", "2:1"),
        ("title = A\n<<<<<<< ours\n", "2:1"),
        ("title = A\nthis is nothing\n", "2:1"),
        ("title = First\n    [a link](x) begins this line\n", "2:5"),
        ("\u{feff}title = A\nthis is nothing\n", "2:1"),
    ];
    for (text, place) in table {
        let newsroom = clean();
        newsroom.write(
            "locales/es/releases/a.ftl",
            "# en: Talks\ntitle = Conversaciones  largas\n",
        );
        newsroom.write(FRENCH, text);
        let found = places(&newsroom, &[]);
        assert!(
            found.contains(&format!("{FRENCH}:{place}: error[syntax]")),
            "{text:?}: {found:?}"
        );
        assert!(
            found
                .iter()
                .any(|place| place.starts_with("locales/es/") && place.contains("[spacing]")),
            "{found:?}"
        );
        newsroom.run(&["check"]).ended(1);
    }
    let newsroom = clean();
    std::fs::write(newsroom.root().join(FRENCH), b"\xFF\xFEt\0i\0").unwrap();
    assert!(places(&newsroom, &[]).contains(&format!("{FRENCH}:1:1: error[syntax]")));
    std::fs::remove_file(newsroom.root().join(FRENCH)).unwrap();
    std::fs::create_dir(newsroom.root().join(FRENCH)).unwrap();
    newsroom.run(&["check"]).ended(2);
    newsroom.run(&["check", "--exit-zero"]).ended(2);
}

#[test]
fn a_template_that_fails_is_found_before_a_build() {
    let newsroom = clean();
    newsroom.write("templates/page.html", "<p>{{ nonsense.deep.er }}</p>\n");
    let said = newsroom.run(&["check"]).ended(1);
    assert!(
        said.stdout.contains("error[template]") && said.stdout.contains("templates/page.html:1"),
        "{}",
        said.stdout
    );
    assert_eq!(said.stdout.matches("error[template]").count(), 1, "{}", said.stdout);
}

#[test]
fn in_github_actions_the_annotations_and_the_summary_of_the_step_are_written() {
    let newsroom = clean();
    edit(&newsroom, FRENCH, "25 mai", "26 mai");
    newsroom.write("summary.md", "# Before\n");
    let summary = newsroom.root().join("summary.md").display().to_string();
    let variables = [("GITHUB_ACTIONS", "true"), ("GITHUB_STEP_SUMMARY", summary.as_str())];
    let said = newsroom
        .run_with(
            "",
            &["check", "--report", "short=short.txt", "--report", "sarif=x.sarif"],
            &variables,
        )
        .ended(1);
    assert!(
        said.stdout.starts_with("::error file=locales/fr/releases/a.ftl,line=5"),
        "{}",
        said.stdout
    );
    let summary = newsroom.read("summary.md").unwrap();
    assert!(
        summary.starts_with("# Before\n") && summary.contains("`date`"),
        "{summary}"
    );
    assert!(newsroom.read("short.txt").unwrap().contains("[date]"));
    assert!(newsroom.read("x.sarif").unwrap().contains("2.1.0"));
    newsroom.run(&["check", "--output", "-"]).ended(1);
    assert!(newsroom.read("-").is_none());
}

#[test]
fn the_strings_of_the_pages_and_the_terms_are_held_against_their_english() {
    // (the Russian string or term, and where what is told about it)
    let pages = "pages = { PLURAL($count) ->\n    [one] { $count } страница\n    [few] { $count } страницы\n   *[many] { $count } страниц\n }\n";
    let table: [(&str, &str, &str); 9] = [
        ("site", pages, ""),
        ("site", "pages = { $cuont } страниц\n", "1:11 did you mean `$count`?"),
        (
            "site",
            "pages = много страниц\n",
            "1:9 `$count` of the English is not in the translation",
        ),
        (
            "site",
            "pages = { NUMBR($count) } страниц\n",
            "1:11 there are `DATE`, `NUMBER`",
        ),
        (
            "site",
            "pages = { PLURAL($count) ->\n    [one] { $count } страница\n   *[other] { $count } страниц\n }\n",
            "1:11 the plural form `few` is missing",
        ),
        ("site", "pages = { $count } { haed }\n", "1:22 did you mean `head`?"),
        ("site", "pages = { $count } { -oun }\n", "1:22 there is no term `-oun`"),
        ("glossary", "-un = ООН { $case ->\n   *[nominative] да\n }\n", ""),
        (
            "glossary",
            "-un = Организация { -nu }\n-nu = { -un }\n",
            "1:21 the term `-nu` refers to itself",
        ),
    ];
    for (file, text, told) in table {
        let newsroom = clean();
        newsroom.write(
            "locales/en/site.ftl",
            "head = Press\npages = { PLURAL($count) ->\n    [one] { $count } page\n   *[other] { $count } pages\n }\n",
        );
        newsroom.write("locales/en/glossary.ftl", "-un = United Nations\n");
        newsroom.write(&format!("locales/ru/{file}.ftl"), text);
        let said = newsroom
            .run(&["check", "--locale", "ru", "--release", file, "--exit-zero"])
            .done()
            .stdout;
        match told.split_once(' ') {
            None => assert!(!said.contains("[reference]"), "{text}\n{said}"),
            Some((place, words)) => {
                let at = said
                    .split_once("error[reference]")
                    .map(|(_, after)| after)
                    .unwrap_or_default();
                assert!(
                    at.contains(&format!("{file}.ftl:{place}\n")) && at.contains(words),
                    "{text}\n{told}\n{said}"
                );
            }
        }
    }
}
