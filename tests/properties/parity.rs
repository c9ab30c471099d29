//! A link that goes elsewhere than in the English is always told; one that does not never is.

use crate::properties::input::Input;
use crate::properties::page::{edition, locale, select, site_with};
use crate::properties::render_safe::read;
use pressroom::release::inline::{self, Inline, Span, Target};
use pressroom::release::structure::{Aspect, compare};
use pressroom::render::strings::SiteFile;
use pressroom::render::{self, Copy, Mark, Options, Site};
use scraper::Html;
use std::collections::BTreeMap;

thread_local! {
    /// A site whose pages hold the text of a release and nothing else.
    static BARE: Site = {
        let page = ("page.html".to_owned(), "<div class=\"text\">{{ release.body }}</div>".to_owned());
        let text = ("page.txt".to_owned(), String::new());
        site_with(&SiteFile::default(), BTreeMap::from([page, text]), Options::default()).expect("it is sound")
    };
}

/// Input: an English text, its translation (the English itself if there is none); how links are changed.
pub(crate) fn holds(data: &[u8]) {
    let mut input = Input::new(data);
    let (english, own) = (input.text(), input.texts());
    let Ok(original) = inline::parse(&english) else { return };
    let told: Vec<_> = compare(&original, &original)
        .into_iter()
        .filter(|told| !told.message.contains("raw HTML"))
        .collect();
    assert_eq!(told, [], "{english:?}");
    assert_change_is_told(&original, &mut input);
    let translation = match own.first() {
        Some(own) => own.clone(),
        None => changed_text(&english, &mut input),
    };
    let Ok(translated) = inline::parse(&translation) else {
        return;
    };
    if translated == original {
        return;
    }
    let told = compare(&original, &translated);
    if !told.iter().any(|told| told.aspect == Aspect::Link) {
        // The oracle is a browser's reading of the pages.
        let (there, here) = (addresses(&original), addresses(&translated));
        assert_eq!(there, here, "{english:?}\n{translation:?}");
    }
}

/// Changes one link of a copy, adds one or takes one away: whichever it is, it is told.
fn assert_change_is_told(original: &[Inline], input: &mut Input<'_>) {
    let mut copy = original.to_vec();
    let count = told(&copy).count();
    let how = input.below(12);
    if count == 0 || how == 11 {
        let target = Target {
            url: "https://added.example/".to_owned(),
            title: String::new(),
        };
        // Behind a space: a word at its end makes a bare address another one.
        copy.push(Inline::Text(" ".to_owned()));
        copy.push(Inline::Open(Span::Link(target.clone())));
        copy.push(Inline::Text("x".to_owned()));
        copy.push(Inline::Close(Span::Link(target)));
    } else {
        let wanted = input.below(count);
        let old = told(&copy)
            .nth(wanted)
            .map_or(String::new(), |target| target.url.clone());
        let new = changed_address(&old, how, input);
        if new == old {
            return;
        }
        change_one(&mut copy, wanted, &new);
    }
    let told = compare(original, &copy);
    assert!(
        told.iter().any(|told| told.aspect == Aspect::Link),
        "not told:\n{original:?}\n{copy:?}"
    );
}

/// Where the links and images go that a page has: the text alternative of an image has none.
fn told(inlines: &[Inline]) -> impl Iterator<Item = &Target> {
    let mut images = 0;
    inlines.iter().filter_map(move |inline| match inline {
        Inline::Open(Span::Image(target)) => {
            images += 1;
            (images == 1).then_some(target)
        }
        Inline::Close(Span::Image(_)) => {
            images -= 1;
            None
        }
        Inline::Open(Span::Link(target)) if images == 0 => Some(target),
        _ => None,
    })
}

/// Gives the `wanted`-th of the links and images that are [`told`] this address, at both of its ends.
fn change_one(inlines: &mut [Inline], wanted: usize, new: &str) {
    let (mut seen, mut images, mut open) = (0, 0, Vec::new());
    for inline in inlines {
        match inline {
            Inline::Open(span @ (Span::Link(_) | Span::Image(_))) => {
                let is_meant = images == 0 && seen == wanted;
                seen += usize::from(images == 0);
                images += usize::from(matches!(span, Span::Image(_)));
                if let (true, Span::Link(target) | Span::Image(target)) = (is_meant, span) {
                    new.clone_into(&mut target.url);
                }
                open.push(is_meant);
            }
            Inline::Close(span @ (Span::Link(_) | Span::Image(_))) => {
                images -= usize::from(matches!(span, Span::Image(_)));
                if let (Some(true), Span::Link(target) | Span::Image(target)) = (open.pop(), span) {
                    new.clone_into(&mut target.url);
                }
            }
            _ => {}
        }
    }
}

/// An address as somebody would write it who means harm, or who is not careful.
fn changed_address(old: &str, how: usize, input: &mut Input<'_>) -> String {
    let boundary = old.floor_char_boundary(input.below(old.len() + 1));
    let (before, after) = old.split_at(boundary);
    match how {
        0 => format!("{before}x{after}"),
        1 => before.to_owned(),
        2 => old.replacen("https", "http", 1),
        3 => old.replacen("://", "://evil.example/", 1),
        4 => old.replacen("://", "://user@", 1),
        5 => old.replace('o', "0"),
        6 => old.replace('a', "\u{430}"),
        7 => old.to_uppercase(),
        8 => format!("{old}.evil.example"),
        9 => format!("{before}%20{after}"),
        _ => old.chars().rev().collect(),
    }
}

/// The text with a change somewhere in it.
fn changed_text(english: &str, input: &mut Input<'_>) -> String {
    let at = english.floor_char_boundary(input.below(english.len() + 1));
    let (before, after) = english.split_at(at);
    let put = *input.of(&[
        "", "x", "]", "(", ")", "<", ">", "\\", "/", "@", ".", "://", "`", "[", " ", "!", "&#46;", "*", "%2e", "www.",
    ]);
    let dropped = after.chars().next().map_or(0, char::len_utf8) * input.below(2);
    format!("{before}{put}{}", &after[dropped..])
}

/// Where the links and images of a text go on its page, in alphabetical order; the number in the margin, which a paragraph has and a
/// figure has not, is none of the text's.
fn addresses(text: &[Inline]) -> Vec<String> {
    let release = read("a paragraph");
    let input = edition(&release, "en", |_| Copy {
        inlines: text.to_vec(),
        locale: locale("en"),
        mark: Mark::None,
    });
    let outputs = BARE.with(|site| render::edition(site, &input));
    let outputs = outputs.expect("the templates are sound");
    let page = outputs
        .into_iter()
        .find(|output| output.path.ends_with(".html"))
        .expect("there is a page");
    let page = Html::parse_document(&String::from_utf8_lossy(&page.bytes));
    let mut found: Vec<String> = select(&page, ".text [href]:not(.number), .text [src]")
        .into_iter()
        .filter_map(|element| element.value().attr("href").or(element.value().attr("src")))
        .filter(|address| !address.starts_with("#note-") && !address.starts_with("#ref-"))
        .map(str::to_owned)
        .collect();
    found.sort();
    found
}
