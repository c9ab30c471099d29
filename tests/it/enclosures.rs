//! Files that lie beside a release and are shown or linked to: what is published of them, where, when, and what never is.

use crate::support::Newsroom;

/// The beginning of a picture of 640 × 360 pixels, with bytes that are no text (PNG, chunk `IHDR`).
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\x68\x08\x02\0\0\0\xff\xfe\0\x01";

const RELEASE: &str = r#"--- pressroom.toml
base-url = "https://press.example.org/desk"
format = "en-GB"
[build]
ninjs = true
--- releases/2018/bridge.md
+++
title = "The bridge is open"
date = 2018-05-25
+++

![The bridge at dawn](img/the%20bridge.png "Photo: A. Dubois")

The bridge ![a flag](../flag.png) is open, says [the annex](annex.pdf#page=2) and [the table](table.txt), see
[another page](other.html) and [the site](/about).
--- releases/2018/annex.pdf
%PDF-1.7
--- releases/2018/table.txt
1 2 3
--- releases/2018/unused.png
nobody shows it
--- locales/fr/releases/2018/bridge.ftl
# en: The bridge is open
title = Le pont est ouvert
# en: ![The bridge at dawn](img/the%20bridge.png "Photo: A. Dubois")
caption-bridge-dawn = ![Le pont à l’aube](img/the%20bridge.png "Photo : A. Dubois")
"#;

fn newsroom() -> Newsroom {
    let newsroom = Newsroom::from_text(RELEASE);
    for path in ["releases/2018/img/the bridge.png", "releases/flag.png"] {
        let target = newsroom.root().join(path);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::write(target, PICTURE).unwrap();
    }
    newsroom.run(&["extract"]).done();
    newsroom
}

/// The paths of the published files, `HASH` standing for the part of each that its content decides.
fn assets(newsroom: &Newsroom) -> Vec<String> {
    let tree = newsroom.tree("public/assets");
    let paths = tree.keys().filter(|path| !path.starts_with("press."));
    let masked = |path: &String| {
        let parts: Vec<&str> = path.split('/').collect();
        assert!(
            parts[1].len() == 12 && parts[1].bytes().all(|b| b.is_ascii_hexdigit()),
            "{path}"
        );
        format!("{}/HASH/{}", parts[0], parts[2])
    };
    paths.map(masked).collect()
}

/// The address in the `attribute` of the first element that `selector` finds on a page.
fn address(page: &str, selector: &str, attribute: &str) -> String {
    let page = scraper::Html::parse_document(page);
    let selector = scraper::Selector::parse(selector).unwrap();
    let element = page.select(&selector).next().unwrap();
    element.value().attr(attribute).unwrap().to_owned()
}

#[test]
fn what_a_release_shows_and_links_to_is_published_once_for_all_languages() {
    let newsroom = newsroom();
    newsroom.run(&["build"]).done();
    let expected = ["annex.pdf", "flag.png", "table.txt", "the bridge.png"];
    let mut found = assets(&newsroom);
    found.sort();
    assert_eq!(found, expected.map(|name| format!("2018~bridge/HASH/{name}")));

    let page = newsroom.read("public/en/2018/bridge.html").unwrap();
    for (selector, attribute, original) in [
        ("figure img", "src", "releases/2018/img/the bridge.png"),
        ("p img", "src", "releases/flag.png"),
        ("a[href*=annex]", "href", "releases/2018/annex.pdf"),
        ("a[href*=table]", "href", "releases/2018/table.txt"),
    ] {
        let link = address(&page, selector, attribute);
        let path = link.strip_prefix("../../").unwrap().split('#').next().unwrap();
        let path = path.replace("%20", " ");
        let published = std::fs::read(newsroom.root().join("public").join(&path));
        let original = std::fs::read(newsroom.root().join(original));
        assert_eq!(published.unwrap(), original.unwrap(), "{link}");
    }
    assert!(address(&page, "a[href*=annex]", "href").ends_with("/annex.pdf#page=2"));
    assert_eq!(address(&page, "figure img", "width"), "640");
    assert_eq!(address(&page, "figure img", "height"), "360");
    assert!(page.contains("href=\"other.html\"") && page.contains("href=\"/about\""));
}

#[test]
fn readers_elsewhere_are_given_whole_addresses() {
    let newsroom = newsroom();
    newsroom.run(&["build"]).done();
    let page = newsroom.read("public/en/2018/bridge.html").unwrap();
    let relative = address(&page, "figure img", "src");
    let whole = relative.replace("../../", "https://press.example.org/desk/");
    assert_eq!(address(&page, "meta[property='og:image']", "content"), whole);
    assert_eq!(
        address(&page, "meta[property='og:image:alt']", "content"),
        "The bridge at dawn"
    );
    assert!(page.contains(&format!("\"image\":\"{whole}\"")));
    let ninjs = newsroom.read("public/en/2018/bridge.json").unwrap();
    assert!(ninjs.contains(&whole) && !ninjs.contains("../../"));
    let text = newsroom.read("public/en/2018/bridge.txt").unwrap();
    assert!(
        text.contains("<https://press.example.org/desk/assets/2018~bridge/"),
        "{text}"
    );
}

#[test]
fn every_language_has_its_own_text_alternative_for_the_same_file() {
    let newsroom = newsroom();
    newsroom.write(
        "pressroom.toml",
        "base-url = \"https://press.example.org\"\n[policy]\nmissing = \"fallback\"\nstale = \"publish\"\n",
    );
    newsroom.run(&["update"]).done();
    newsroom.run(&["build"]).done();
    let english = newsroom.read("public/en/2018/bridge.html").unwrap();
    let french = newsroom.read("public/fr/2018/bridge.html").unwrap();
    assert_eq!(
        address(&english, "figure img", "src"),
        address(&french, "figure img", "src")
    );
    assert_eq!(address(&french, "figure img", "alt"), "Le pont à l’aube");
    let share = address(&french, "meta[property='og:image:alt']", "content");
    assert_eq!(share, "Le pont à l’aube");
}

#[test]
fn another_content_has_another_address_and_what_is_no_longer_shown_goes() {
    let newsroom = newsroom();
    newsroom.run(&["build"]).done();
    let before = newsroom.tree("public/assets");
    let image = newsroom.root().join("releases/flag.png");
    std::fs::write(&image, [PICTURE, b"x"].concat()).unwrap();
    newsroom.run(&["build"]).done();
    let after = newsroom.tree("public/assets");
    let gone: Vec<&String> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    assert!(gone.len() == 1 && gone[0].ends_with("/flag.png"), "{gone:?}");
    assert_eq!(after.len(), before.len());

    // A file that somebody put there, or changed, is nobody else's to remove.
    newsroom.write("public/assets/2018~bridge/own.png", "mine");
    let annex = after.keys().find(|path| path.ends_with("annex.pdf")).unwrap();
    newsroom.write(&format!("public/assets/{annex}"), "changed");
    newsroom.write(
        "releases/2018/bridge.md",
        "+++\ntitle = \"The bridge is open\"\ndate = 2018-05-25\n+++\n\nNo picture.\n",
    );
    newsroom.run(&["build"]).done();
    let left = newsroom.tree("public/assets");
    let left: Vec<&String> = left.keys().filter(|path| path.contains('/')).collect();
    assert_eq!(left, [annex, "2018~bridge/own.png"]);
}

#[test]
fn nothing_of_a_release_under_embargo_leaves_not_even_in_a_part_of_the_tree() {
    let newsroom = newsroom();
    let release = newsroom.read("releases/2018/bridge.md").unwrap();
    let embargoed = release.replacen(
        "date = 2018-05-25\n",
        "date = 2018-05-25\nembargo = 2026-06-01T09:00:00+02:00\n",
        1,
    );
    newsroom.write("releases/2018/bridge.md", &embargoed);
    newsroom.run(&["build"]).done();
    assert!(assets(&newsroom).is_empty());

    newsroom.run(&["build", "--include-embargoed"]).done();
    assert_eq!(assets(&newsroom).len(), 4);
    newsroom.run(&["build", "--release", "2018/*"]).done();
    assert!(assets(&newsroom).is_empty(), "a part of the tree left its pictures");
    let tree = newsroom.tree("public");
    let leaked = tree
        .iter()
        .filter(|(_, bytes)| bytes.windows(4).any(|four| four == b"IHDR"));
    assert_eq!(leaked.count(), 0);

    newsroom.run(&["build", "--now", "2026-06-01T07:00:00Z"]).done();
    assert_eq!(assets(&newsroom).len(), 4);
}

#[test]
fn a_withdrawn_release_takes_its_files_with_it() {
    let newsroom = newsroom();
    newsroom.run(&["build"]).done();
    let release = newsroom.read("releases/2018/bridge.md").unwrap();
    let withdrawn = release.replacen("\n+++\n", "\n[withdrawn]\ndate = 2018-06-01\n+++\n", 1);
    newsroom.write("releases/2018/bridge.md", &withdrawn);
    newsroom.run(&["build", "--release", "2018/bridge"]).done();
    assert!(assets(&newsroom).is_empty());
    assert!(
        newsroom
            .read("public/en/2018/bridge.html")
            .unwrap()
            .contains("withdrawn")
    );
}

#[test]
fn what_cannot_be_published_is_told_with_its_place_and_withholds_only_its_release() {
    let newsroom = newsroom();
    newsroom.write("secret.png", "secret");
    newsroom.write("releases/.hidden.png", "secret");
    #[cfg(unix)]
    std::os::unix::fs::symlink(
        newsroom.root().join("secret.png"),
        newsroom.root().join("releases/link.png"),
    )
    .unwrap();
    let cases = [
        ("![x](gone.png)", "the file `releases/gone.png` does not exist"),
        ("[x](gone.pdf)", "the file `releases/gone.pdf` does not exist"),
        ("![x](../secret.png)", "`../secret.png` leads out of `releases/`"),
        (
            "![x](%2e%2e/secret.png)",
            "`%2e%2e/secret.png` leads out of `releases/`",
        ),
        (
            "![x](.hidden.png)",
            "`.hidden.png` is a hidden file; such files are not published",
        ),
        (
            "[x](2018/bridge.md)",
            "`2018/bridge.md` is Markdown, which is not published",
        ),
        ("![x](2018)", "`releases/2018` is refused: it is not an ordinary file"),
        #[cfg(unix)]
        (
            "![x](link.png)",
            "`releases/link.png` is refused: a symbolic link leads out of `releases/`",
        ),
    ];
    for (text, message) in cases {
        newsroom.write(
            "releases/faulty.md",
            &format!("+++\ntitle = \"A fault\"\ndate = 2018-05-25\n+++\n\nSee {text} here.\n"),
        );
        newsroom.run(&["extract"]).done();
        let outcome = newsroom.run(&["build"]).ended(2);
        let column = 5 + text.find('(').unwrap() + 1;
        let place = format!("releases/faulty.md:6:{column}");
        let said = &outcome.stderr;
        assert!(said.contains(&format!("error[link]: {message}\n")), "{text}\n{said}");
        assert!(said.contains(&place) && said.contains("= help: "), "{text}\n{said}");
        assert!(
            said.contains("withheld en/faulty: files that it shows or links to cannot be published"),
            "{text}\n{said}"
        );
        let tree = newsroom.tree("public");
        assert!(tree.contains_key("en/2018/bridge.html") && !tree.contains_key("en/faulty.html"));
        let leaked = tree
            .values()
            .filter(|bytes| bytes.windows(6).any(|six| six == b"secret"));
        assert_eq!(leaked.count(), 0, "{text}");
        let checked = newsroom.run(&["check"]).ended(1);
        assert!(
            checked.stdout.contains(&format!("error[link]: {message}\n")),
            "{}",
            checked.stdout
        );
    }
}

#[test]
fn the_page_speaks_of_an_embargo_only_while_it_stands() {
    let newsroom = newsroom();
    let release = newsroom.read("releases/2018/bridge.md").unwrap();
    let embargoed = release.replacen("\ndate =", "\nembargo = 2026-06-01T09:00:00+02:00\ndate =", 1);
    newsroom.write("releases/2018/bridge.md", &embargoed);
    let says = |arguments: &[&str]| {
        newsroom.run(arguments).done();
        ["html", "txt", "json"].map(|ending| {
            let text = newsroom.read(&format!("public/en/2018/bridge.{ending}")).unwrap();
            text.to_lowercase().contains("embargo")
        })
    };
    assert_eq!(
        says(&["build", "--include-embargoed", "--now", "2026-06-01T06:59:59Z"]),
        [true; 3]
    );
    assert_eq!(says(&["build", "--now", "2026-06-01T07:00:00Z"]), [false; 3]);
    assert_eq!(
        says(&["build", "--include-embargoed", "--now", "2026-06-02T00:00:00Z"]),
        [false; 3]
    );
}
