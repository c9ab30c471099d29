//! A file put together from parts in a new order, with as much of its old white space as possible.

/// An entry of a file, as it will be written.
pub(crate) struct Part<'t> {
    /// The entry, up to its line end.
    pub(crate) text: String,
    /// The white space behind it in the old file.
    pub(crate) gap: &'t str,
    /// Which part of the old file it was, counted without holes; nothing if it is new.
    pub(crate) origin: Option<usize>,
}

/// The file. What stood together in the old file, which had so many parts, keeps the white space between; elsewhere there is a blank
/// line. What stood behind the last part of the old file stands at the end only if that part does.
pub(crate) fn join(lead: &str, parts: &[Part<'_>], old: usize, eol: &str) -> String {
    let mut text = lead.to_owned();
    for (n, part) in parts.iter().enumerate() {
        text.push_str(&part.text);
        let Some(next) = parts.get(n + 1) else {
            if part.origin.is_some_and(|origin| origin + 1 == old) {
                text.push_str(part.gap);
            }
            break;
        };
        if !part.text.ends_with('\n') {
            text.push_str(eol);
        }
        let together = part.origin.is_some_and(|origin| next.origin == Some(origin + 1));
        // white space without a line end would indent what follows
        text.push_str(if together || part.gap.ends_with('\n') {
            part.gap
        } else {
            eol
        });
    }
    text
}
