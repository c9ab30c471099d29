//! Pages, feeds and data as real parsers read them: what must not be on them, and a site to make them with.

use pressroom::diagnostic::Diagnostic;
use pressroom::locale::Locale;
use pressroom::names::Slug;
use pressroom::newsroom::outputs::Output;
use pressroom::release::Release;
use pressroom::render::entry::{Card, Entry};
use pressroom::render::strings::{SiteFile, Strings};
use pressroom::render::{self, Copy, EditionInput, Options, Site, SiteInput};
use scraper::{ElementRef, Html, Selector};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Every element that a page may have.
const ELEMENTS: [&str; 51] = [
    "a",
    "address",
    "article",
    "bdi",
    "blockquote",
    "body",
    "br",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "img",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "span",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "ul",
    "small",
];

pub(crate) fn locale(tag: &str) -> Locale {
    Locale::new(tag).expect("it is sound")
}

pub(crate) fn site_with(
    own: &SiteFile,
    templates: BTreeMap<String, String>,
    options: Options,
) -> Result<Site, Vec<Diagnostic>> {
    let mut strings = BTreeMap::new();
    for (tag, file) in [("en", &SiteFile::default()), ("ar", own), ("zh", &SiteFile::default())] {
        let (made, _) = Strings::new(locale(tag), locale(tag), file, &SiteFile::default());
        strings.insert(locale(tag), made);
    }
    Site::new(SiteInput {
        source: locale("en"),
        base_url: Some("https://press.example.org/office".to_owned()),
        strings,
        templates,
        options,
    })
}

pub(crate) fn site() -> Site {
    let options = Options {
        ninjs: true,
        ..Options::default()
    };
    site_with(&SiteFile::default(), BTreeMap::new(), options).expect("it is sound")
}

thread_local! {
    static SITE: OnceCell<Site> = const { OnceCell::new() };
}

/// Does something with the [`site`], which is made once for all inputs.
pub(crate) fn with_site<T>(does: impl FnOnce(&Site) -> T) -> T {
    SITE.with(|made| does(made.get_or_init(site)))
}

pub(crate) fn edition(release: &Release, tag: &str, copies: impl Fn(usize) -> Copy) -> EditionInput {
    EditionInput {
        slug: release.slug.clone(),
        locale: locale(tag),
        document: Arc::new(release.document.clone()),
        copies: (0..release.document.segments.len()).map(copies).collect(),
        front: Arc::new(release.front.clone()),
        published_in: vec![locale("en"), locale("ar"), locale("zh")],
        under_embargo: release.front.embargo.is_some(),
        files: Arc::default(),
    }
}

pub(crate) fn everything(site: &Site, editions: &[EditionInput]) -> BTreeMap<String, String> {
    let listed = listed(editions);
    let cards = cards(&listed);
    let plan = render::around(site, &cards);
    let made = plan
        .pages
        .iter()
        .map(|page| render::planned(site, &plan, page).expect("it is sound"));
    let mut outputs: Vec<Output> = made.collect();
    for input in editions {
        outputs.extend(render::edition(site, input).expect("it is sound"));
    }
    outputs.extend(render::concordance(site, editions).expect("it is sound"));
    outputs.into_iter().map(text).collect()
}

/// The outputs of one edition, or their page side by side, or one of the outputs around them: what [`everything`] makes, a part at a
/// time.
pub(crate) fn one_part(site: &Site, editions: &[EditionInput], part: usize) -> BTreeMap<String, String> {
    let outputs: Vec<Output> = match part.checked_sub(editions.len()) {
        None => render::edition(site, &editions[part]).expect("it is sound"),
        Some(0) => Vec::from_iter(render::concordance(site, editions).expect("it is sound")),
        Some(page) => {
            let listed = listed(editions);
            let cards = cards(&listed);
            let plan = render::around(site, &cards);
            let page = &plan.pages[page % plan.pages.len()];
            vec![render::planned(site, &plan, page).expect("it is sound")]
        }
    };
    outputs.into_iter().map(text).collect()
}

fn text(output: Output) -> (String, String) {
    (output.path, String::from_utf8(output.bytes).expect("it is sound"))
}

/// What lists show of each release.
type Listed<'s> = BTreeMap<&'s Slug, Vec<(Locale, Entry)>>;

fn listed(editions: &[EditionInput]) -> Listed<'_> {
    let mut listed = Listed::new();
    // Lists are given the editions of a release in the order of the language switcher, whatever order they are made in.
    let order = |input: &&EditionInput| input.published_in.iter().position(|locale| *locale == input.locale);
    let mut sorted: Vec<&EditionInput> = editions.iter().collect();
    sorted.sort_by_key(order);
    for input in sorted {
        let entry = (input.locale.clone(), Entry::of(input));
        listed.entry(&input.slug).or_default().push(entry);
    }
    listed
}

fn cards<'c>(listed: &'c Listed<'_>) -> Vec<Card<'c>> {
    listed.iter().map(|(slug, editions)| Card { slug, editions }).collect()
}

pub(crate) fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("it is sound")).collect()
}

/// Nothing on the page can run, and nothing on it leads where a page must not lead.
fn assert_harmless(path: &str, page: &Html) {
    let mut ids = BTreeSet::new();
    for element in select(page, "*") {
        let value = element.value();
        assert!(ELEMENTS.contains(&value.name()), "{path}: <{}>", value.name());
        if value.name() == "script" {
            assert_eq!(value.attr("type"), Some("application/ld+json"), "{path}");
        }
        for (name, text) in value.attrs() {
            assert!(
                !name.starts_with("on") && name != "style" && name != "srcdoc",
                "{path}: {name}"
            );
            if matches!(name, "href" | "src") {
                assert_leads_well(path, text);
            }
            if name == "id" {
                assert!(ids.insert(text.to_owned()), "{path}: two elements are called {text}");
            }
        }
    }
    for link in select(page, "a[href^='#']") {
        let target = link
            .value()
            .attr("href")
            .unwrap_or_default()
            .trim_start_matches('#')
            .to_owned();
        let ours = target.starts_with("note-") || target.starts_with("ref-") || target == "content";
        assert!(!ours || ids.contains(&target), "{path}: nothing is called {target}");
    }
}

fn assert_leads_well(path: &str, address: &str) {
    let bare: String = address.chars().filter(|c| !c.is_ascii_control() && *c != ' ').collect();
    assert!(!bare.starts_with("//") && !bare.starts_with('\\'), "{path}: {address}");
    if let Some((scheme, _)) = bare.split(['/', '?', '#']).next().unwrap_or_default().split_once(':') {
        let scheme = scheme.to_ascii_lowercase();
        assert!(
            ["http", "https", "mailto", "tel"].contains(&scheme.as_str()),
            "{path}: {address}"
        );
    }
}

fn assert_xml(path: &str, text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{path}: {error}\n{text}"),
        }
    }
    assert!(!text.contains(|c: char| c < ' ' && c != '\n' && c != '\t'), "{path}");
}

pub(crate) fn assert_sound(outputs: &BTreeMap<String, String>) {
    for (path, text) in outputs {
        match path.rsplit('.').next() {
            Some("html") => {
                let page = Html::parse_document(text);
                assert_harmless(path, &page);
                for data in select(&page, "script") {
                    let json: String = data.text().collect();
                    assert!(
                        serde_json::from_str::<serde_json::Value>(&json).is_ok(),
                        "{path}: {json}"
                    );
                }
            }
            Some("xml") => assert_xml(path, text),
            Some("json") => assert!(serde_json::from_str::<serde_json::Value>(text).is_ok(), "{path}"),
            Some("txt") => {
                let control = |c: char| c.is_control() && c != '\n';
                assert!(!text.contains(control), "{path}: {text:?}");
            }
            _ => {}
        }
    }
}
