//! The files that a release shows or links to, as a part of the output tree: each once for all languages, under an address that changes
//! with its content.

use crate::diagnostic::{Diagnostic, Place, Subject};
use crate::names::Slug;
use crate::newsroom::outputs::Output;
use crate::newsroom::{Newsroom, digest};
use crate::release::enclosures::{Fault, Wanted, wanted};
use crate::release::inline::Inline;
use crate::release::{Node, Release};
use crate::render::{EditionInput, Enclosed};
use std::collections::BTreeMap;

/// What becomes of the files of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enclosing {
    /// They are read and published.
    Publish,
    /// It is only looked whether they are there.
    Look,
}

/// The files of a release.
#[derive(Debug, Default)]
pub(crate) struct Enclosures {
    /// Where they lie in the output tree, by the target that the texts have.
    pub(crate) by_url: BTreeMap<String, Enclosed>,
    /// The files themselves.
    pub(crate) outputs: Vec<Output>,
    /// The files of the newsroom that were looked for, there or not.
    pub(crate) files: Vec<String>,
    /// What is wrong with targets and files.
    pub(crate) told: Vec<Diagnostic>,
}

/// The folder of the output tree in which the files of a release lie and nothing else; `~` stands in no slug.
pub(crate) fn folder(slug: &Slug) -> String {
    format!("assets/{}/", slug.as_str().replace('/', "~"))
}

/// The files that these editions of a release show or link to. A withdrawn release has none.
pub(crate) fn of(newsroom: &Newsroom, release: &Release, inputs: &[EditionInput], enclosing: Enclosing) -> Enclosures {
    let mut enclosures = Enclosures::default();
    if release.front.withdrawn.is_some() {
        return enclosures;
    }
    let mut all: BTreeMap<String, Wanted> = BTreeMap::new();
    for wanted in inputs
        .iter()
        .flat_map(texts)
        .flat_map(|text| wanted(text, &release.slug))
    {
        let may_be_page = wanted.may_be_page;
        all.entry(wanted.url.clone()).or_insert(wanted).may_be_page &= may_be_page;
    }
    for wanted in all.values() {
        enclosures
            .files
            .extend(wanted.path.iter().map(|path| format!("releases/{path}")));
        match fetch(newsroom, wanted, enclosing) {
            Ok(Some(bytes)) => enclosures.add(&release.slug, wanted, bytes),
            Ok(None) => {}
            Err(error) => enclosures.told.push(located(error, release, &wanted.url)),
        }
    }
    enclosures.outputs.sort_by(|a, b| a.path.cmp(&b.path));
    enclosures.outputs.dedup();
    enclosures
}

impl Enclosures {
    fn add(&mut self, slug: &Slug, wanted: &Wanted, bytes: Vec<u8>) {
        let name = wanted
            .path
            .as_ref()
            .map_or("", |path| path.rsplit('/').next().unwrap_or(path));
        let path = format!("{}{:.12}/{name}", folder(slug), digest(&bytes));
        let size = imagesize::blob_size(&bytes).ok().map(|size| (size.width, size.height));
        let enclosed = Enclosed {
            path: path.clone(),
            size,
        };
        self.by_url.insert(wanted.url.clone(), enclosed);
        self.outputs.push(Output { path, bytes });
    }
}

/// The texts of the body of an edition.
fn texts(input: &EditionInput) -> impl Iterator<Item = &[Inline]> {
    input.document.nodes.iter().filter_map(|node| match node {
        Node::Segment(index) => input.copies.get(*index).map(|copy| copy.inlines.as_slice()),
        Node::Verbatim(inlines) => Some(inlines.as_slice()),
        _ => None,
    })
}

/// The bytes of a file (none of them if it is only looked for); nothing if the target is a page.
fn fetch(newsroom: &Newsroom, wanted: &Wanted, enclosing: Enclosing) -> Result<Option<Vec<u8>>, Diagnostic> {
    let shown = wanted.url.escape_debug();
    let path = match &wanted.path {
        Ok(path) => path,
        Err(Fault::Outside) => {
            let help = "put the file into `releases/`, or begin the address with `/` if it is a place on the site";
            return Err(link(format!("`{shown}` leads out of `releases/`"), help));
        }
        Err(Fault::Hidden) => {
            let help = "give the file a name that does not begin with a dot";
            return Err(link(
                format!("`{shown}` is a hidden file; such files are not published"),
                help,
            ));
        }
        Err(Fault::Markdown) => {
            let page = wanted.url.replace(".md", ".html");
            let help = format!("link to its page, `{}`", page.escape_debug());
            return Err(link(format!("`{shown}` is Markdown, which is not published"), &help));
        }
        Err(Fault::Name) => {
            let help = "give the file a name without control characters, `:` and `\\`, in UTF-8";
            return Err(link(format!("`{shown}` is no name for a file"), help));
        }
    };
    let found = match enclosing {
        Enclosing::Publish => newsroom.enclosure(path),
        Enclosing::Look => newsroom.has_enclosure(path).map(|is_there| is_there.then(Vec::new)),
    };
    match found {
        Ok(None) if !wanted.may_be_page => {
            let help = "put the file there, or mend the address (`/…` for a place on the site)";
            Err(link(
                format!("the file `releases/{}` does not exist", path.escape_debug()),
                help,
            ))
        }
        Ok(found) => Ok(found),
        Err(error) => Err(link(error.message, &error.help.unwrap_or_default())),
    }
}

fn link(message: String, help: &str) -> Diagnostic {
    Diagnostic::error("link", message).with_help(help)
}

/// The diagnostic with the place where the release has the target; where only a translation has it, with that of the release.
fn located(error: Diagnostic, release: &Release, url: &str) -> Diagnostic {
    let subject = Subject {
        release: Some(release.slug.to_string()),
        ..Subject::default()
    };
    error.at(place(release, url)).about(subject)
}

fn place(release: &Release, url: &str) -> Place {
    let text = release.source.text();
    let body = text.match_indices("\n+++").next().map_or(0, |(at, _)| at);
    let begins = |at: &usize| text[..*at].ends_with(['(', '<', ' ', '\n', '\t']);
    let found = text.match_indices(url).map(|(at, _)| at).filter(|at| *at >= body);
    match found.clone().find(begins).or_else(|| found.clone().next()) {
        Some(at) => release.source.place(at..at + url.len()),
        None => release.source.place(0..0),
    }
}
