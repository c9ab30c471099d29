//! Releases whose source catalog could be written but not read again.

use crate::catalog::guard::{MAX_ENTRY, MAX_FILE};
use crate::catalog::source::SourceCatalog;
use crate::diagnostic::{Diagnostic, Subject};
use crate::release::Release;

/// What is too long for a catalog: the first text of the release that makes an entry above [`MAX_ENTRY`], else all of them together
/// if they make a file above [`MAX_FILE`]; an error (code `syntax`) at its place in the release.
pub(super) fn too_long(release: &Release, catalog: &SourceCatalog) -> Option<Diagnostic> {
    let mut texts = release.document.segments.iter().zip(&catalog.entries);
    let error = match texts.find(|(_, entry)| entry.message().len() > MAX_ENTRY) {
        Some((segment, _)) => {
            let start = segment.span.start;
            let message = format!("the text is longer than {} KiB in a catalog", MAX_ENTRY >> 10);
            Diagnostic::error("syntax", message)
                .at(release.source.place(start..start))
                .with_help("divide it into several paragraphs")
        }
        None => {
            let size = catalog.write(&release.slug).len();
            if size <= MAX_FILE {
                return None;
            }
            let message = format!("the catalog of the release would have {size} bytes; {MAX_FILE} is the limit");
            Diagnostic::error("syntax", message)
                .at(release.source.place(0..0))
                .with_help("split it into several releases")
        }
    };
    Some(error.about(Subject {
        release: Some(release.slug.to_string()),
        ..Subject::default()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::source::SourceEntry;
    use crate::diagnostic::Source;
    use crate::names::{SegmentId, Slug};

    /// What is said of a catalog of so many texts of so many bytes.
    fn said(texts: usize, bytes: usize) -> Option<String> {
        let slug = Slug::new("a").unwrap();
        let text = format!(
            "+++\ntitle = \"T\"\ndate = 2026-01-01\n+++\n\n{}",
            "A word.\n\n".repeat(texts)
        );
        let (release, _) = crate::release::parse(Source::new("releases/a.md", text), slug);
        let entry = |at: usize| SourceEntry {
            id: SegmentId::new(&format!("p{at}")).unwrap(),
            kind: "paragraph".to_owned(),
            note: None,
            minor: Vec::new(),
            origin: None,
            text: "x".repeat(bytes),
        };
        let catalog = SourceCatalog {
            entries: (0..texts).map(entry).collect(),
            ..SourceCatalog::default()
        };
        too_long(&release, &catalog).map(|error| error.message)
    }

    #[test]
    fn what_can_be_read_again_is_taken_and_no_byte_more() {
        let overhead = "p0 = \n".len();
        assert_eq!(said(1, MAX_ENTRY - overhead), None);
        assert!(
            said(1, MAX_ENTRY - overhead + 1)
                .unwrap()
                .contains("longer than 64 KiB")
        );
        assert_eq!(said(64, 60_000), None);
        assert!(said(70, 60_000).unwrap().contains("is the limit"));
    }
}
