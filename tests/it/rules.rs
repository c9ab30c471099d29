//! Every rule in the whole program: a fault that it tells at its line and column, and a look-alike about which it is silent.

use crate::support::Newsroom;
use pressroom::check::RULES;

/// Two releases and their French; nothing to say about them.
const CLEAN: &str = "\
--- pressroom.toml
base-url = \"https://press.example.org\"
--- releases/a.md
+++
title = \"Talks\"
date = 2018-05-25
+++

They met in *Brussels* on 25 May with [the Office](https://www.un.org/en/).

Write to press@example.org about the 12 projects of the United Nations in the countries of the region.
--- releases/b.md
+++
title = \"More talks\"
date = 2018-05-26
+++

Write to press@example.org about the 12 projects of the United Nations in the countries of the region.
--- locales/en/glossary.ftl
-un = United Nations
--- locales/fr/glossary.ftl
# en: United Nations
-un = Nations Unies
--- locales/fr/releases/a.ftl
# en: Talks
title = Entretiens

# en: They met in *Brussels* on 25 May with [the Office](https://www.un.org/en/).
met-brussels-25-may-office = Ils ont rencontré [le Bureau](https://www.un.org/en/) à *Bruxelles* le 25 mai.

# en: Write to press@example.org about the 12 projects of the United Nations in the countries of the region.
write-12-projects-united = Écrivez à press@example.org au sujet des 12 projets des Nations Unies dans les pays de la région.
--- locales/fr/releases/b.ftl
# en: More talks
title = Suite des entretiens

# en: Write to press@example.org about the 12 projects of the United Nations in the countries of the region.
write-12-projects-united = Écrivez à press@example.org au sujet des 12 projets des Nations Unies dans les pays de la région.
";

const ENGLISH: &str = "releases/a.md";
const FRENCH: &str = "locales/fr/releases/a.ftl";

/// In a file, these words become others; where they are none, the file becomes the others.
type Edit = (&'static str, &'static str, &'static str);

/// A rule, the edits that make a fault, where it is told (`path:line:column`), and the edits that only look like one.
type Case = (&'static str, &'static [Edit], &'static str, &'static [Edit]);

/// Stands in the edits for a run of `extract` at that point.
const EXTRACT: Edit = ("", "", "");

const CASES: &[Case] = &[
    (
        "missing",
        &[(FRENCH, "= Entretiens", "= { \"\" }")],
        "locales/fr/releases/a.ftl:2:1",
        &[(FRENCH, "= Entretiens", "= { \"Entretiens\" }")],
    ),
    (
        "stale",
        &[(ENGLISH, "on 25 May", "on 26 May"), EXTRACT],
        "locales/fr/releases/a.ftl:5:1",
        &[(ENGLISH, "on 25 May", "on\n25 May"), EXTRACT],
    ),
    (
        "unverified",
        &[(FRENCH, "# en: Talks\n", "")],
        "locales/fr/releases/a.ftl:1:1",
        &[(FRENCH, "# en: Talks\n", "# a heading\n# en: Talks\n")],
    ),
    (
        "draft",
        &[(FRENCH, "# en: Talks\n", "# DRAFT: to be looked at\n# en: Talks\n")],
        "locales/fr/releases/a.ftl:3:1",
        &[(FRENCH, "# en: Talks\n", "# draft\n# en: Talks\n")],
    ),
    (
        "syntax",
        &[(FRENCH, "title = Entretiens", "title Entretiens")],
        "locales/fr/releases/a.ftl:2:1",
        &[(FRENCH, "title = Entretiens", "title=Entretiens")],
    ),
    (
        "unextracted",
        &[(ENGLISH, "on 25 May", "on 26 May")],
        "releases/a.md:1:1",
        &[(ENGLISH, "on 25 May", "on\n25 May")],
    ),
    (
        "reference",
        &[(FRENCH, "Nations Unies dans", "{ -onu } dans")],
        "locales/fr/releases/a.ftl:8:86",
        &[(FRENCH, "Nations Unies dans", "{ -un } dans")],
    ),
    (
        "markup",
        &[(FRENCH, "*Bruxelles*", "Bruxelles")],
        "locales/fr/releases/a.ftl:5:30",
        &[(FRENCH, "*Bruxelles*", "_Bruxelles_")],
    ),
    (
        "link",
        &[(
            FRENCH,
            "Bureau](https://www.un.org/en/)",
            "Bureau](https://www.un.org/fr/)",
        )],
        "locales/fr/releases/a.ftl:5:30",
        &[
            (
                FRENCH,
                "Bureau](https://www.un.org/en/)",
                "Bureau](https://www.un.org/fr/)",
            ),
            (
                "pressroom.toml",
                "\n",
                "\n[locales.fr.links]\n\"https://www.un.org/en/\" = \"https://www.un.org/fr/\"\n",
            ),
        ],
    ),
    (
        "number",
        &[(FRENCH, "12 projets", "21 projets")],
        "locales/fr/releases/a.ftl:8:69",
        &[(FRENCH, "12 projets", "douze projets")],
    ),
    (
        "date",
        &[(FRENCH, "25 mai", "26 mai")],
        "locales/fr/releases/a.ftl:5:101",
        &[(FRENCH, "25 mai", "vingt-cinq\u{A0}mai")],
    ),
    (
        "email",
        &[(FRENCH, "press@", "presse@")],
        "locales/fr/releases/a.ftl:8:38",
        &[(FRENCH, "press@", "Press@")],
    ),
    (
        "bidi",
        &[(FRENCH, "*Bruxelles*", "*\u{202E}Bruxelles*")],
        "locales/fr/releases/a.ftl:5:87",
        &[(FRENCH, "*Bruxelles*", "*\u{2068}Bruxelles\u{2069}*")],
    ),
    (
        "invisible",
        &[(FRENCH, "Entretiens", "Entre\u{200B}tiens")],
        "locales/fr/releases/a.ftl:2:14",
        &[(FRENCH, "Entretiens", "Entretiens 👩\u{200D}🚀")],
    ),
    (
        "template",
        &[("templates/page.html", "", "<p>\n{{ nonsense.deep }}\n")],
        "templates/page.html:2:4",
        &[(
            "templates/page.html",
            "",
            "<p>\n{% raw %}{{ nonsense.deep }}{% endraw %}\n",
        )],
    ),
    (
        "front-matter",
        &[(ENGLISH, "date = 2018-05-25", "date = 2018-05-25\ndat = 2018-05-26")],
        "releases/a.md:4:1",
        &[(ENGLISH, "date = 2018-05-25", "date = 2018-05-25 # dat = 2018-05-26")],
    ),
    (
        "glossary",
        &[(FRENCH, "des Nations Unies", "de l’ONU")],
        "locales/fr/releases/a.ftl:8:28",
        &[(FRENCH, "des Nations Unies", "des Nations\u{A0}Unies")],
    ),
    (
        "same",
        &[(FRENCH, "Entretiens", "Talks")],
        "locales/fr/releases/a.ftl:2:9",
        &[
            (ENGLISH, "\"Talks\"", "\"INTERPOL\""),
            EXTRACT,
            (FRENCH, "# en: Talks", "# en: INTERPOL"),
            (FRENCH, "Entretiens", "INTERPOL"),
        ],
    ),
    (
        "punctuation",
        &[(FRENCH, "Écrivez", "N'écrivez")],
        "locales/fr/releases/a.ftl:8:29",
        &[(FRENCH, "Écrivez", "N’écrivez")],
    ),
    (
        "spacing",
        &[(FRENCH, "Entretiens", "Entretiens : suite")],
        "locales/fr/releases/a.ftl:2:19",
        &[(FRENCH, "Entretiens", "Entretiens\u{A0}: suite")],
    ),
    (
        "length",
        &[(
            FRENCH,
            "Écrivez à press@example.org au sujet des 12 projets des Nations Unies dans les pays de la région.",
            "Voir.",
        )],
        "locales/fr/releases/a.ftl:8:28",
        &[(
            FRENCH,
            "Entretiens",
            "Entretiens des deux délégations au siège de l’organisation",
        )],
    ),
    (
        "duplicate-translation",
        &[("locales/fr/releases/b.ftl", "au sujet des", "à propos des")],
        "locales/fr/releases/b.ftl:5:1",
        &[("locales/fr/releases/b.ftl", "12 projets", "12\u{A0}projets")],
    ),
    (
        "obsolete",
        &[(FRENCH, "# en: Talks\n", "old = Ancien\n\n# en: Talks\n")],
        "locales/fr/releases/a.ftl:1:1",
        &[(FRENCH, "# en: Talks\n", "# old = Ancien\n\n# en: Talks\n")],
    ),
];

/// The places at which `rule` tells anything once these edits are made.
fn told(rule: &str, edits: &[Edit]) -> Vec<String> {
    let newsroom = Newsroom::from_text(CLEAN);
    newsroom.run(&["extract"]).done();
    for (path, from, to) in edits {
        if path.is_empty() {
            newsroom.run(&["extract"]).done();
        } else if from.is_empty() {
            newsroom.write(path, to);
        } else {
            let text = newsroom.read(path).unwrap();
            assert!(text.contains(from), "{path} has no {from:?}:\n{text}");
            newsroom.write(path, &text.replacen(from, to, 1));
        }
    }
    let said = newsroom.run(&["check", "--format", "short", "--exit-zero"]).stdout;
    let of_rule = said.lines().filter(|line| line.contains(&format!("[{rule}]: ")));
    of_rule
        .filter_map(|line| line.split_once(": ").map(|(place, _)| place.to_owned()))
        .collect()
}

#[test]
fn the_newsroom_of_these_tests_has_nothing_to_find() {
    let newsroom = Newsroom::from_text(CLEAN);
    newsroom.run(&["extract"]).done();
    let said = newsroom.run(&["check", "--format", "short"]).done();
    assert_eq!(said.stdout, "", "{}", said.stderr);
}

#[test]
fn every_rule_tells_its_fault_at_its_place_and_is_silent_about_a_look_alike() {
    let mut failed = Vec::new();
    for rule in RULES {
        let Some((_, fault, place, look_alike)) = CASES.iter().find(|(name, ..)| *name == rule.name) else {
            panic!("`{}` has no case", rule.name)
        };
        let found = told(rule.name, fault);
        if found != [*place] {
            failed.push(format!("{}: told at {found:?}, not at {place}", rule.name));
        }
        let found = told(rule.name, look_alike);
        if !found.is_empty() {
            failed.push(format!("{}: the look-alike is told at {found:?}", rule.name));
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}
