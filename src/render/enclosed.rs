//! The addresses of the files that are published beside a release, as its page has them and as readers elsewhere need them.

use crate::release::inline::{Inline, Span, plain_text};
use crate::render::body::{Body, each_run};
use crate::render::page::{self, Image};
use crate::render::{EditionInput, Enclosed, Site, escape};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::collections::BTreeMap;

/// The addresses of an edition's files.
#[derive(Debug, Clone, Default)]
pub(crate) struct Addresses {
    /// The address, by the target that the texts have.
    pub(crate) by_url: BTreeMap<String, String>,
    /// Width and height of pictures, by their address.
    pub(crate) sizes: BTreeMap<String, (usize, usize)>,
}

/// What has a meaning of its own in an address or no place there (RFC 3986, `pchar`).
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

impl Addresses {
    /// As seen from the page of the edition.
    pub(crate) fn on_page(input: &EditionInput) -> Addresses {
        // The page lies in the folder of its locale, and as deep below it as its slug says.
        let root = "../".repeat(1 + input.slug.as_str().matches('/').count());
        Addresses::with(input, |path| format!("{root}{path}"))
    }

    /// As seen from anywhere; without `base-url` as from the page.
    pub(crate) fn absolute(site: &Site, input: &EditionInput) -> Addresses {
        match page::absolute(site, "") {
            Some(base) => Addresses::with(input, |path| format!("{base}{path}")),
            None => Addresses::on_page(input),
        }
    }

    fn with(input: &EditionInput, address: impl Fn(&str) -> String) -> Addresses {
        let mut addresses = Addresses::default();
        for (url, Enclosed { path, size }) in input.files.iter() {
            let path = utf8_percent_encode(path, NOT_IN_PATHS).to_string();
            let tail = url.find(['?', '#']).map_or("", |at| &url[at..]);
            let address = format!("{}{tail}", address(&path));
            if let Some(size) = size {
                addresses.sizes.insert(address.clone(), *size);
            }
            addresses.by_url.insert(url.clone(), address);
        }
        addresses
    }
}

/// The first picture of a body, if its address is absolute.
pub(crate) fn first_image(body: &Body) -> Option<Image> {
    let mut found: Option<Option<Image>> = None;
    each_run(&body.pieces, &mut |run| {
        if found.is_none() {
            found = image_in(&run.inlines);
        }
    });
    found.flatten()
}

/// The first picture of a text; none for one that other sites cannot reach.
fn image_in(inlines: &[Inline]) -> Option<Option<Image>> {
    let at = inlines
        .iter()
        .position(|inline| matches!(inline, Inline::Open(Span::Image(_))))?;
    let Some(Inline::Open(Span::Image(target))) = inlines.get(at) else {
        return None;
    };
    let rest = inlines.get(at + 1..).unwrap_or_default();
    let end = rest
        .iter()
        .position(|inline| matches!(inline, Inline::Close(Span::Image(_))));
    let alternative = escape::clean(&plain_text(&rest[..end.unwrap_or(rest.len())]).replace('\n', " "));
    let url = escape::link(&target.url).filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    Some(url.map(|url| Image { url, alternative }))
}
