//! The files that a release shows or links to and that lie beside it in `releases/`: photographs, tables, annexes.

use crate::names::Slug;
use crate::release::inline::{Inline, Span};
use percent_encoding::percent_decode_str;

/// A target of a text that means a file of the newsroom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The target as the text has it.
    pub url: String,
    /// The path of the file below `releases/`, or why it can be none.
    pub path: Result<String, Fault>,
    /// Whether the target may be a page of the site if there is no such file.
    pub may_be_page: bool,
}

/// Why a target can be no file that is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It leads out of `releases/`.
    Outside,
    /// A part of it begins with a dot: such files are not meant for others.
    Hidden,
    /// It is the Markdown of a release.
    Markdown,
    /// Its name has characters that no file should have.
    Name,
}

/// The endings that pages of a site have; where there is no such file, a link with one of them, or with none, leads to a page.
const OF_PAGES: [&str; 5] = ["html", "htm", "txt", "xml", "json"];

/// What `inlines` show and link to, in order, as far as it is a file of the newsroom; relative targets are meant from the folder of the
/// release `slug`.
pub fn wanted<'a>(inlines: &'a [Inline], slug: &'a Slug) -> impl Iterator<Item = Wanted> + 'a {
    inlines.iter().filter_map(move |inline| match inline {
        Inline::Open(Span::Image(target)) => one(&target.url, slug, false),
        Inline::Open(Span::Link(target)) => one(&target.url, slug, true),
        _ => None,
    })
}

fn one(url: &str, slug: &Slug, is_link: bool) -> Option<Wanted> {
    let written = &url[..url.find(['?', '#']).unwrap_or(url.len())];
    let has_scheme = written.split('/').next().is_some_and(|head| head.contains(':'));
    if written.is_empty() || written.starts_with('/') || has_scheme {
        return None;
    }
    let decoded = percent_decode_str(written).decode_utf8_lossy();
    let name = decoded.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let may_be_page = is_link && ending.as_ref().is_none_or(|ending| OF_PAGES.contains(&ending.as_str()));
    let path = path(&decoded, slug);
    let is_page = may_be_page && (path.is_err() || name.is_empty());
    (!is_page).then(|| Wanted {
        url: url.to_owned(),
        path,
        may_be_page,
    })
}

/// The path below `releases/`, with every `.` and `..` taken.
fn path(relative: &str, slug: &Slug) -> Result<String, Fault> {
    let mut parts: Vec<&str> = slug.as_str().split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.is_empty() => return Err(Fault::Outside),
            ".." => {
                parts.pop();
            }
            part if part.starts_with('.') => return Err(Fault::Hidden),
            part if part.contains(|c: char| c.is_control() || matches!(c, '\\' | ':' | '\u{fffd}')) => {
                return Err(Fault::Name);
            }
            part => parts.push(part),
        }
    }
    // The folder of all releases is no file of one. `a.md/` and `a.md/.` mean `a.md` as well.
    match parts.last() {
        None => Err(Fault::Outside),
        Some(name) if name.to_ascii_lowercase().ends_with(".md") => Err(Fault::Markdown),
        Some(_) => Ok(parts.join("/")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, wanted};
    use crate::names::Slug;
    use crate::release::inline::parse;

    /// Of each target: the path of the file (with `?` if it may be a page) or the fault.
    fn said(text: &str) -> Vec<String> {
        let slug = Slug::new("2018/dialogue").unwrap();
        let inlines = parse(text).unwrap();
        let show = |wanted: super::Wanted| match wanted.path {
            Ok(path) => format!("{path}{}", if wanted.may_be_page { "?" } else { "" }),
            Err(fault) => format!("{fault:?}"),
        };
        wanted(&inlines, &slug).map(show).collect()
    }

    #[test]
    fn relative_targets_are_files_beside_the_release() {
        let cases = [
            ("![a](photo.jpg)", "2018/photo.jpg"),
            ("![a](./img/../photo.jpg)", "2018/photo.jpg"),
            ("![a](../logo.svg)", "logo.svg"),
            ("![a](a%20photo.jpg#x)", "2018/a photo.jpg"),
            ("![a](page.html)", "2018/page.html"),
            ("[a](annex.pdf#page=3)", "2018/annex.pdf"),
            ("[a](table.txt)", "2018/table.txt?"),
            ("[a](other.html)", "2018/other.html?"),
        ];
        for (text, path) in cases {
            assert_eq!(said(text), [path], "{text}");
        }
    }

    #[test]
    fn the_markdown_of_a_release_is_not_published_however_it_is_written() {
        for text in ["![a](x.md)", "![a](x.MD/)", "![a](y/../x%2emd)", "[a](x.md?v=1)"] {
            assert_eq!(said(text), ["Markdown"], "{text}");
        }
    }

    #[test]
    fn the_folder_of_all_releases_is_no_file() {
        for text in ["![a](..)", "![a](%2e%2e/)", "![a](../x/..)"] {
            assert_eq!(said(text), ["Outside"], "{text}");
        }
    }

    #[test]
    fn other_targets_are_none() {
        for text in [
            "[a](https://example.org/x.pdf) ![b](https://example.org/b.png)",
            "[a](/x.pdf) [b](#p4) [c](?q=1) <press@example.org> [d](tel:+1)",
            "[a](../) [b](../../about.html) [c](../../../about)",
        ] {
            assert_eq!(said(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_must_not_leave_is_a_fault() {
        let cases = [
            ("![a](../../pressroom.toml)", Fault::Outside),
            ("![a](%2e%2e/%2e%2e/pressroom.toml)", Fault::Outside),
            ("![a](..%2f..%2fx.png)", Fault::Outside),
            ("[a](../../x.pdf)", Fault::Outside),
            ("![a](.env)", Fault::Hidden),
            ("[a](.git/config.zip)", Fault::Hidden),
            ("[a](other.md)", Fault::Markdown),
            ("[a](OTHER.MD)", Fault::Markdown),
            ("![a](other.md/)", Fault::Markdown),
            ("![a](other.md/.)", Fault::Markdown),
            ("![a](a%0Ab.png)", Fault::Name),
            ("![a](a%5Cb.png)", Fault::Name),
            ("![a](a%FF.png)", Fault::Name),
        ];
        for (text, fault) in cases {
            assert_eq!(said(text), [format!("{fault:?}")], "{text}");
        }
    }
}
