//! A Markdown document for a comment on a pull request or a job summary; no text can leave its table cell.

use crate::diagnostic::Diagnostic;
use crate::report::Summary;
use crate::report::visible::visible;

/// Rows of one report: GitHub cuts a comment at 65,536 characters and a job summary at one mebibyte.
const MOST_ROWS: usize = 200;

/// A heading with the counts, then a table, the findings in order; beyond 200 their number.
pub fn render(findings: &[&Diagnostic], summary: &Summary) -> String {
    let mut out = format!("## pressroom check: {}\n", summary.in_words());
    if findings.is_empty() {
        return out;
    }
    out.push_str("\n| Level | Rule | Locale | Place | Finding | What to do |\n|---|---|---|---|---|---|\n");
    for finding in findings.iter().take(MOST_ROWS) {
        out.push_str(&row(finding));
    }
    let left = findings.len().saturating_sub(MOST_ROWS);
    if left > 0 {
        out.push_str(&format!("\nand {left} more\n"));
    }
    out
}

fn row(finding: &Diagnostic) -> String {
    let place = finding
        .place
        .as_ref()
        .map(|place| code(&format!("{}:{}:{}", place.path, place.line, place.column)));
    let cells = [
        finding.severity.as_str().to_owned(),
        code(finding.code),
        cell(finding.subject.locale.as_deref().unwrap_or_default()),
        place.unwrap_or_default(),
        cell(&finding.message),
        cell(finding.help.as_deref().unwrap_or_default()),
    ];
    format!("| {} |\n", cells.join(" | "))
}

/// Text as the content of a table cell: what stands between backticks becomes code, all the rest is plain text.
pub fn cell(text: &str) -> String {
    let text = visible(text);
    let parts: Vec<&str> = text.split('`').collect();
    let pairs = (parts.len() - 1) / 2 * 2;
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        match at {
            _ if at % 2 == 1 && at < pairs => out.push_str(&code(part)),
            // The last backtick of an odd number has no partner.
            _ if at > pairs => out.push_str(&format!("\\`{}", plain(part))),
            _ => out.push_str(&plain(part)),
        }
    }
    out
}

/// Text as a code span within a table cell; text with a backtick as plain text.
fn code(text: &str) -> String {
    let text = visible(text);
    if text.trim().is_empty() || text.contains('`') {
        return plain(&text);
    }
    // GFM: a pipe within a cell is escaped in code spans too; a backslash before it would undo that.
    if text.contains("\\|") || text.ends_with('\\') {
        return plain(&text);
    }
    format!("`{}`", text.replace('|', "\\|"))
}

/// Text with everything escaped that CommonMark, GFM or a code host could read as markup, link or mention.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A comment parts the mark from the name, so that nobody is notified by a text.
            '@' => out.push_str("@<!-- -->"),
            ':' => out.push_str("&#58;"),
            '.' => out.push_str("&#46;"),
            '\\' | '`' | '|' | '*' | '_' | '[' | ']' | '#' | '~' | '^' | '!' | '$' | '-' | '+' | '=' | '(' | ')' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}
