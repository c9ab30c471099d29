//! What `check --fix` writes: the mends that are mechanical, put into a text.

use crate::check::Spotted;

/// `text` with every mend in it. Of mends that overlap the one that begins first counts; the others are told again next time.
pub fn mend(text: &str, spotted: &[Spotted]) -> String {
    let mut mends: Vec<_> = spotted
        .iter()
        .filter_map(|s| Some((s.span.clone(), s.fix.as_deref()?)))
        .collect();
    mends.sort_by_key(|(span, _)| (span.start, span.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (span, fix) in mends {
        let Some(before) = text.get(done..span.start).filter(|_| span.start >= done) else {
            continue;
        };
        out.push_str(before);
        out.push_str(fix);
        done = span.end;
    }
    out + text.get(done..).unwrap_or("")
}
