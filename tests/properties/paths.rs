//! A name that is taken for a slug, a locale, a file beside a release or an output folder never leads out of its folder, and means
//! the same on every system.

use crate::properties::input::Input;
use pressroom::diagnostic::Source;
use pressroom::locale::Locale;
use pressroom::names::{SegmentId, Slug, is_reserved_on_windows};
use pressroom::newsroom::config::Config;
use pressroom::release::Kind;
use pressroom::release::enclosures::wanted;
use pressroom::release::inline::{Inline, Span, Target};
use pressroom::{align, render};
use std::path::{Component, Path};

/// Input: a name, and an address in a release of that name.
pub(crate) fn holds(data: &[u8]) {
    let mut input = Input::new(data);
    let (name, address) = (input.text(), input.text());
    let slug = Slug::new(&name);
    if let Ok(slug) = &slug {
        assert_portable(&name);
        assert_inside(&format!("{slug}.md"));
        assert_inside(&render::concordance_path(slug));
    }
    if let Ok(locale) = Locale::new(&name) {
        assert!(!is_reserved_on_windows(&name) && !name.contains('/'), "{name:?}");
        assert!(
            name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
            "{name:?}"
        );
        assert_eq!(locale.tag(), name);
        assert_inside(&name);
    }
    let base = slug.unwrap_or_else(|_| Slug::new("2026/01/a").expect("it is a slug"));
    enclosure(&address, &base);
    enclosure(&name, &base);
    output_folder(&name);
    output_folder(&address);
    for text in [&name, &address] {
        let taken = |id: &str| id.len() < 4;
        let id = align::ids::name(text, &Kind::Paragraph, &taken);
        assert_eq!(SegmentId::new(id.as_str()), Some(id.clone()), "{text:?}");
        assert!(!taken(id.as_str()), "{text:?}");
    }
}

/// A file beside a release, or in a folder above it, stays within the folder of releases.
fn enclosure(address: &str, slug: &Slug) {
    let target = Target {
        url: address.to_owned(),
        title: String::new(),
    };
    for span in [Span::Image(target.clone()), Span::Link(target)] {
        for wanted in wanted(&[Inline::Open(span)], slug) {
            let Ok(path) = wanted.path else { continue };
            assert_inside(&path);
            let hidden = path.split('/').any(|part| part.starts_with('.'));
            assert!(
                !hidden && !path.contains(|c: char| c.is_control()),
                "{address:?}: {path:?}"
            );
            let is_release = path
                .rsplit('/')
                .next()
                .is_some_and(|name| name.to_ascii_lowercase().ends_with(".md"));
            assert!(!is_release, "{address:?}: {path:?}");
        }
    }
}

fn output_folder(name: &str) {
    let quoted = serde_json::Value::from(name).to_string();
    if let Ok(config) = Config::parse(Source::new("pressroom.toml", format!("out = {quoted}\n"))) {
        assert_inside(&config.out);
        let first = config.out.split('/').next().unwrap_or_default().to_ascii_lowercase();
        assert!(
            !["releases", "locales", "templates", ".git", ".pressroom"].contains(&first.as_str()),
            "{name:?}"
        );
    }
}

fn assert_portable(name: &str) {
    for part in name.split('/') {
        assert!(!is_reserved_on_windows(part), "{name:?}");
        assert!(!part.ends_with(['.', ' ']) && !part.starts_with(['.', '-']), "{name:?}");
        assert_eq!(
            part,
            part.to_lowercase(),
            "two names would be one where case does not matter"
        );
    }
}

/// The path, taken from anywhere, leads to something below.
fn assert_inside(path: &str) {
    let normal = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    assert!(
        normal && !path.is_empty() && !path.contains(['\\', ':', '\0']),
        "{path:?}"
    );
    assert!(
        path.split('/')
            .all(|part| !part.is_empty() && part != "." && part != ".."),
        "{path:?}"
    );
}
