//! Pages, feeds and data of hostile releases and translations, read again by real parsers.

use crate::properties::page::{assert_sound, edition, everything, locale, select, site, site_with};
use pressroom::diagnostic::Source;
use pressroom::names::Slug;
use pressroom::release::inline::{self, Inline, Span, Target};
use pressroom::release::{self, Release};
use pressroom::render::entry::{Card, Entry};
use pressroom::render::strings::SiteFile;
use pressroom::render::{self, Copy, EditionInput, Flow, LineEnd, Mark, Options};
use proptest::prelude::*;
use scraper::{ElementRef, Html};
use std::collections::BTreeMap;

/// A release with every construct, kept for the validators of pages.
const TORTURE: &str = include_str!("../conformance/newsroom/releases/torture.md");

/// Texts that would be something else wherever a page forgot to escape them.
const HOSTILE: [&str; 24] = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='",
    "--><svg/onload=alert(1)>",
    "]]><x/>",
    "<!--",
    "<?php echo 1 ?>",
    "&lt;b&gt; &amp;amp; &#60;i&#62;",
    "{{ 7 * 7 }} {% raw %}",
    "${7*7} #{7*7}",
    "\u{0}\u{1}\u{8}\u{b}\u{1b}[31m\u{7f}\u{9b}",
    "\u{202e}evil\u{2066}\u{200f}",
    "\u{fffe}\u{ffff}\u{fdd0}\u{2028}\u{2029}\u{85}\u{feff}",
    "a\r\nb\rc\nd",
    "# x\n* y\n| z |",
    "[x](javascript:alert(1)) ![y](data:text/html,x)",
    "</title></style></textarea></noscript>",
    "\\",
    "]]>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "日本語 أحمد Ключ 🏳️‍🌈 e\u{301}",
    " ",
    "\u{e000}\u{10ffff}",
];

/// Addresses that a page must not lead to, and some that it may.
const ADDRESSES: [&str; 16] = [
    "javascript:alert(1)",
    "JAVA\nSCRIPT:alert(1)",
    " \u{1}javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//evil.example/",
    "\\\\evil.example",
    "file:///etc/passwd",
    "https://example.org/\"onclick=\"x",
    "https://example.org/a b<c>",
    "mailto:a@example.org?subject=x&body=\"y\"",
    "#p1",
    "../other.html",
    "http:evil",
    "tel:+1",
    "",
];

fn torture() -> Release {
    release::parse(
        Source::new("releases/torture.md", TORTURE),
        Slug::new("a/torture").unwrap(),
    )
    .0
}

fn english(release: &Release) -> EditionInput {
    edition(release, "en", |index| Copy {
        inlines: inline::parse(&release.document.segments[index].text).unwrap(),
        locale: locale("en"),
        mark: Mark::None,
    })
}

/// What a page shows of a text: characters that no document may hold replaced, line ends unified.
fn shown(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .map(|c| {
            let code = u32::from(c);
            let control = (c < ' ' && c != '\n' && c != '\t') || (0x7f..=0x9f).contains(&code);
            if control || (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

fn spaces(text: &str) -> String {
    text.split([' ', '\n', '\t', '\u{a0}'])
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn hostile_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[a-z <>&\"']{1,12}",
    ];
    prop::collection::vec(piece, 1..3).prop_map(|pieces| pieces.concat())
}

fn hostile_inlines() -> impl Strategy<Value = Vec<Inline>> {
    let target = (prop::sample::select(ADDRESSES.to_vec()), hostile_text())
        .prop_map(|(url, title)| Target {
            url: url.to_owned(),
            title,
        })
        .boxed();
    let leaf = prop_oneof![
        4 => hostile_text().prop_map(|text| vec![Inline::Text(text)]),
        1 => hostile_text().prop_map(|text| vec![Inline::Code(text)]),
        1 => hostile_text().prop_map(|text| vec![Inline::Html(text)]),
        1 => hostile_text().prop_map(|text| vec![Inline::FootnoteRef(text)]),
        1 => Just(vec![Inline::FootnoteRef("quote".to_owned())]),
        1 => Just(vec![Inline::HardBreak]),
        2 => (target.clone(), hostile_text()).prop_map(|(target, text)| vec![
            Inline::Open(Span::Link(target.clone())), Inline::Text(text), Inline::Close(Span::Link(target)),
        ]),
        1 => (target, hostile_text()).prop_map(|(target, text)| vec![
            Inline::Open(Span::Image(target.clone())), Inline::Text(text), Inline::Close(Span::Image(target)),
        ]),
        // What no parser makes, but no renderer may trip over either.
        1 => Just(vec![Inline::Close(Span::Emphasis), Inline::Open(Span::Strong)]),
    ];
    prop::collection::vec(leaf, 1..4).prop_map(|parts| parts.concat())
}

fn marks() -> impl Strategy<Value = Mark> {
    prop::sample::select(vec![Mark::None, Mark::Fallback, Mark::Stale])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn no_segment_can_be_anything_but_text(
        parts in prop::collection::vec((hostile_inlines(), marks()), 8),
        symbol in hostile_text(),
        address in prop::sample::select(ADDRESSES.to_vec()),
        email in hostile_text(),
    ) {
        let mut release = torture();
        release.front.symbol = Some(symbol);
        for contact in &mut release.front.contacts {
            contact.url = Some(address.to_owned());
            contact.email = Some(email.clone());
            contact.phone = Some(email.clone());
        }
        let hostile = |tag: &str| edition(&release, tag, |index| {
            let (inlines, mark) = parts[index % parts.len()].clone();
            let language = if mark == Mark::Fallback { "en" } else { tag };
            Copy { inlines, locale: locale(language), mark }
        });
        assert_sound(&everything(&site(), &[hostile("en"), hostile("ar"), hostile("zh")]));
    }

    #[test]
    fn every_text_comes_back_as_it_was(text in hostile_text()) {
        prop_assume!(!text.trim().is_empty());
        let release = torture();
        let inlines = vec![Inline::Text(text.clone())];
        let input = edition(&release, "zh", |_| Copy { inlines: inlines.clone(), locale: locale("zh"), mark: Mark::None });
        let outputs = everything(&site(), &[input]);
        let page = Html::parse_document(&outputs["zh/a/torture.html"]);
        let expected = spaces(&shown(&text));
        let paragraph = select(&page, "#b2").into_iter().next().unwrap();
        prop_assert_eq!(spaces(&paragraph.text().collect::<String>()), expected.clone());
        let title = select(&page, "h1").into_iter().next().unwrap();
        prop_assert_eq!(spaces(&title.text().collect::<String>()), expected.clone());
        let data: String = select(&page, "script").into_iter().next().unwrap().text().collect();
        let data: serde_json::Value = serde_json::from_str(&data).unwrap();
        prop_assert_eq!(spaces(data["headline"].as_str().unwrap()), expected.clone());
        let social = select(&page, "meta[property='og:title']").into_iter().next().unwrap();
        prop_assert_eq!(spaces(social.value().attr("content").unwrap()), expected.clone());
        let feed: atom_syndication::Feed = outputs["zh/feed.xml"].parse().unwrap();
        prop_assert_eq!(spaces(&feed.entries[0].title.value), expected);
    }

    #[test]
    fn no_string_of_a_page_can_be_anything_but_text(text in hostile_text()) {
        let own = ["site-name", "press-release", "dateline", "original-language", "language-name", "contacts", "footnote"]
            .map(|id| format!("{id} = {}\n", pressroom::catalog::text::encode(&text).trim_start_matches('\n')))
            .concat();
        let file = SiteFile { path: "locales/ar/site.ftl".to_owned(), text: own, ..SiteFile::default() };
        let site = site_with(&file, BTreeMap::new(), Options::default()).unwrap();
        let mut arabic = english(&torture());
        arabic.locale = locale("ar");
        if let Ok(outputs) = render::edition(&site, &arabic) {
            let outputs = outputs.into_iter().map(|output| (output.path, String::from_utf8(output.bytes).unwrap()));
            assert_sound(&outputs.collect());
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let release = torture();
    let mut editions = vec![english(&release), english(&release), english(&release)];
    editions[1].locale = locale("ar");
    editions[2].locale = locale("zh");
    let first = everything(&site(), &editions);
    editions.reverse();
    assert_eq!(first, everything(&site(), &editions));
}

#[test]
fn anchors_and_numbers_are_the_same_in_every_language() {
    let release = torture();
    let source = english(&release);
    let mut other = edition(&release, "ar", |index| Copy {
        inlines: vec![Inline::Text(format!("نص {index}"))],
        locale: locale("ar"),
        mark: Mark::None,
    });
    other.copies[3].mark = Mark::Stale;
    let outputs = everything(&site(), &[source, other]);
    let anchors = |path: &str| {
        let page = Html::parse_document(&outputs[path]);
        let of = |element: ElementRef| element.value().attr("id").unwrap_or_default().to_owned();
        let ids: Vec<String> = select(&page, ".text [id]").into_iter().map(of).collect();
        ids.into_iter().filter(|id| !id.starts_with("ref-")).collect::<Vec<_>>()
    };
    assert_eq!(anchors("en/a/torture.html"), anchors("ar/a/torture.html"));
    assert!(anchors("en/a/torture.html").contains(&"p4".to_owned()));
}

#[test]
fn no_line_of_text_is_wider_than_72_columns_unless_it_cannot_be_broken() {
    let outputs = everything(&site(), &[english(&torture())]);
    for line in outputs["en/a/torture.txt"].lines() {
        let width = unicode_width::UnicodeWidthStr::width(line);
        let one_word = !line.trim().contains(' ');
        assert!(
            width <= 72 || one_word || line.starts_with("    gauge"),
            "{width}: {line}"
        );
    }
}

#[test]
fn mail_gets_its_line_ends_and_flowed_lines() {
    let options = Options {
        line_end: LineEnd::Crlf,
        flow: Flow::Flowed,
        ..Options::default()
    };
    let site = site_with(&SiteFile::default(), BTreeMap::new(), options).unwrap();
    let outputs = render::edition(&site, &english(&torture())).unwrap();
    let text = outputs.iter().find(|output| output.path.ends_with(".txt")).unwrap();
    let text = String::from_utf8(text.bytes.clone()).unwrap();
    assert!(text.lines().count() > 50 && !text.replace("\r\n", "").contains(['\r', '\n']));
    let flows = text
        .split("\r\n")
        .find(|line| line.starts_with("The longest of the rivers"))
        .unwrap();
    assert!(flows.ends_with("of ") && !flows.ends_with("  "), "{flows:?}");
    // A line that begins with a space is stuffed with one more (RFC 3676, 4.4).
    assert!(text.contains("\r\n     indented code"), "{text}");
}

#[test]
fn a_wrong_template_is_shown_with_its_place_and_what_there_is() {
    let own = |text: &str| BTreeMap::from([("page.html".to_owned(), text.to_owned())]);
    let tell = |text: &str| {
        let site = site_with(&SiteFile::default(), own(text), Options::default())?;
        render::edition(&site, &english(&torture())).map(|_| ())
    };
    let told = tell("<p>\n{{ release.titel }}\n").unwrap_err().remove(0);
    let place = told.place.clone().unwrap();
    assert_eq!(
        (told.code, place.path.as_str(), place.line, place.column),
        ("template", "templates/page.html", 2, 4)
    );
    assert!(told.message.contains("`release.titel`"), "{told:?}");
    assert_eq!(told.help.as_deref(), Some("write `title` instead of `titel`"));
    assert!(told.notes.iter().any(|note| note.contains("`summary`")), "{told:?}");
    let told = tell("{{ t(\"plane-text\") }}").unwrap_err().remove(0);
    assert!(told.message.contains("`plane-text`"), "{told:?}");
    assert_eq!(told.subject.locale.as_deref(), Some("en"));
    assert!(told.place.is_some());
    let told = tell("{% if %}").unwrap_err().remove(0);
    assert_eq!(told.place.unwrap().line, 1);
    let told = tell("{% include \"hedaer.html\" %}").unwrap_err().remove(0);
    assert!(told.message.contains("hedaer.html"), "{told:?}");
    let told = tell("{% for a in range(10000) %}{% for b in range(10000) %}{% endfor %}{% endfor %}")
        .unwrap_err()
        .remove(0);
    assert!(told.message.contains("fuel"), "{told:?}");
}

#[test]
fn one_part_of_a_page_can_be_replaced() {
    let own = BTreeMap::from([
        (
            "contacts.html".to_owned(),
            "<p>{{ release.contacts[0].email }}</p>".to_owned(),
        ),
        ("page.html".to_owned(), "{% extends \"default/page.html\" %}".to_owned()),
        ("press.css".to_owned(), "p { color: red }".to_owned()),
    ]);
    let site = site_with(&SiteFile::default(), own, Options::default()).unwrap();
    let outputs = everything(&site, &[english(&torture())]);
    assert!(outputs["en/a/torture.html"].contains("<p>press+rivers@example.org</p>"));
    assert!(
        outputs
            .iter()
            .any(|(path, text)| path.starts_with("assets/press.") && text == "p { color: red }")
    );
}

#[test]
fn what_falls_back_says_in_which_language_it_is() {
    let release = torture();
    let input = edition(&release, "ar", |index| {
        let mut copy = english(&release).copies[index].clone();
        copy.mark = Mark::Fallback;
        copy
    });
    let outputs = everything(&site(), &[input]);
    let page = Html::parse_document(&outputs["ar/a/torture.html"]);
    for id in ["p2", "h1", "b3 > span", "b20"] {
        let element = select(&page, &format!("#{id}")).into_iter().next().unwrap();
        assert_eq!(
            (element.value().attr("lang"), element.value().attr("dir")),
            (Some("en"), Some("ltr")),
            "{id}"
        );
    }
    assert_eq!(select(&page, "html").remove(0).value().attr("dir"), Some("rtl"));
    assert!(outputs["ar/a/torture.txt"].contains("[English]\nThe delegates agreed"));
}

#[test]
fn nothing_is_left_of_a_withdrawn_release_but_its_title_and_the_notice() {
    let mut release = torture();
    let date = jiff::civil::date(2025, 3, 9);
    release.front.withdrawn = Some(release::front::Withdrawal { date, note: None });
    let outputs = everything(&site(), &[english(&release)]);
    for (path, text) in &outputs {
        let public = !path.starts_with("concordance/");
        assert!(
            !public || !text.contains("420 delegates") && !text.contains("every construct that"),
            "{path}"
        );
    }
    assert!(outputs["en/a/torture.txt"].contains("withdrawn on March 9, 2025"));
}

#[test]
fn the_data_for_other_newsrooms_uses_only_names_of_the_standard() {
    let outputs = everything(&site(), &[english(&torture())]);
    let data: serde_json::Value = serde_json::from_str(&outputs["en/a/torture.json"]).unwrap();
    // IPTC ninjs 3.1, `ninjsType`: any other property makes the object invalid.
    let names = [
        "uri",
        "type",
        "firstCreated",
        "versionCreated",
        "embargoedUntil",
        "pubStatus",
        "copyrightHolder",
        "language",
        "descriptions",
        "bodies",
        "headlines",
        "by",
        "located",
        "associations",
        "altIds",
        "standard",
    ];
    for (name, _) in data.as_object().unwrap() {
        assert!(names.contains(&name.as_str()), "{name}");
    }
    assert_eq!(data["associations"].as_array().unwrap().len(), 2);
    assert!(
        !data["bodies"][0]["value"]
            .as_str()
            .unwrap()
            .contains("class=\"number\"")
    );
}

#[test]
fn a_map_that_is_too_long_for_one_file_stands_in_parts() {
    let site = site();
    let release = torture();
    let input = english(&release);
    let editions = [(locale("en"), Entry::of(&input))];
    let slugs: Vec<Slug> = (0..5_001).map(|n| Slug::new(&format!("a/{n:04}")).unwrap()).collect();
    let card = |slug| Card {
        slug,
        editions: &editions,
    };
    let cards: Vec<Card<'_>> = slugs.iter().map(card).collect();
    let plan = render::around(&site, &cards);
    let maps = plan.pages.iter().filter(|page| page.path.starts_with("sitemap"));
    let maps: BTreeMap<String, Vec<String>> = maps
        .map(|page| {
            let map = render::planned(&site, &plan, page).unwrap();
            let text = String::from_utf8(map.bytes).unwrap();
            let places = text.split("<loc>").skip(1).filter_map(|rest| rest.split_once("</loc>"));
            (map.path, places.map(|(place, _)| place.to_owned()).collect())
        })
        .collect();
    let base = maps["sitemap.xml"][0].strip_suffix("sitemap-1.xml").unwrap();
    let parts: Vec<String> = ["sitemap-1.xml", "sitemap-2.xml"]
        .map(|name| format!("{base}{name}"))
        .to_vec();
    assert_eq!(maps["sitemap.xml"], parts);
    assert_eq!(maps.len(), 3);
    let mut pages: Vec<&String> = maps["sitemap-1.xml"].iter().chain(&maps["sitemap-2.xml"]).collect();
    let mut expected: Vec<String> = slugs.iter().map(|slug| format!("{base}en/{slug}.html")).collect();
    expected.push(format!("{base}en/"));
    pages.sort();
    expected.sort();
    assert!(pages.into_iter().eq(&expected));
}

#[test]
fn a_list_is_one_of_tasks_with_and_without_space_between_its_items() {
    let class_of = |markdown: &str| {
        let text = format!("+++\ntitle = \"x\"\ndate = 2018-05-25\n+++\n\n{markdown}\n");
        let (release, told) = release::parse(Source::new("releases/x.md", text), Slug::new("x").unwrap());
        assert!(told.is_empty(), "{told:?}");
        let outputs = everything(&site(), &[english(&release)]);
        let page = Html::parse_document(&outputs["en/x.html"]);
        let list = select(&page, "article ul").into_iter().next().unwrap();
        list.value().attr("class").map(str::to_owned)
    };
    let tasks = Some("tasks".to_owned());
    for markdown in ["- [ ] a\n- b", "- [x] a\n\n- b", "- b\n\n- [ ] a"] {
        assert_eq!(class_of(markdown), tasks, "{markdown}");
    }
    for markdown in ["- a\n- b", "- a\n\n- b", "- a\n\n  > - [ ] b"] {
        assert_eq!(class_of(markdown), None, "{markdown}");
    }
}

#[test]
fn an_empty_cell_is_aligned_as_its_column() {
    let text = "+++\ntitle = \"x\"\ndate = 2018-05-25\n+++\n\n| A | B |\n|--:|---|\n| | |\n| 1 | 2 |\n";
    let (release, _) = release::parse(Source::new("releases/x.md", text), Slug::new("x").unwrap());
    let outputs = everything(&site(), &[english(&release)]);
    assert!(outputs["en/x.html"].contains("<td class=\"end\"></td>\n<td></td>"));
}

#[test]
fn the_documentation_of_templates_names_every_template_and_value() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let manual = std::fs::read_to_string(root.join("docs/templates.md")).unwrap();
    let values = std::fs::read_to_string(root.join("src/render/page.rs")).unwrap();
    let names: Vec<&str> = values
        .lines()
        .filter_map(|line| line.strip_prefix("    pub(crate) ")?.split_once(':'))
        .map(|(name, _)| name)
        .collect();
    assert!(names.len() > 80, "{names:?}");
    let templates = pressroom::render::templates::BUILT_IN.map(|(name, _)| name);
    for name in names.iter().chain(&templates) {
        assert!(
            manual.contains(&format!("`{name}`")),
            "{name} is not in docs/templates.md"
        );
    }
}
