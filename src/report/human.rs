//! For people at a terminal: what, where with the line itself, why, what to do.

use crate::diagnostic::{Diagnostic, Excerpt, Place, Severity};
use crate::report::Summary;
use crate::report::visible::visible;
use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

/// The styles of the parts of a report.
struct Palette {
    error: Style,
    warning: Style,
    note: Style,
    strong: Style,
    frame: Style,
}

const PLAIN: Palette = Palette {
    error: Style::new(),
    warning: Style::new(),
    note: Style::new(),
    strong: Style::new(),
    frame: Style::new(),
};

const COLOURS: Palette = Palette {
    error: AnsiColor::BrightRed.on_default().bold(),
    warning: AnsiColor::Yellow.on_default().bold(),
    note: AnsiColor::BrightGreen.on_default().bold(),
    strong: Style::new().bold(),
    frame: AnsiColor::BrightBlue.on_default().bold(),
};

/// The report without colours: for files, pipes and `NO_COLOR`.
pub fn plain(findings: &[&Diagnostic], summary: &Summary) -> String {
    report(findings, summary, &PLAIN)
}

/// The report with the colours of the terminal (ANSI).
pub fn coloured(findings: &[&Diagnostic], summary: &Summary) -> String {
    report(findings, summary, &COLOURS)
}

/// One diagnostic without colours and without counts: how a failure of a command is told.
pub fn one(diagnostic: &Diagnostic) -> String {
    show(diagnostic, &PLAIN)
}

/// One diagnostic with the colours of the terminal (ANSI).
pub fn one_coloured(diagnostic: &Diagnostic) -> String {
    show(diagnostic, &COLOURS)
}

fn report(findings: &[&Diagnostic], summary: &Summary, palette: &Palette) -> String {
    let mut out = String::new();
    for finding in findings {
        out.push_str(&show(finding, palette));
        out.push('\n');
    }
    out.push_str(&summary.in_words());
    out.push('\n');
    out
}

fn show(finding: &Diagnostic, palette: &Palette) -> String {
    let style = severity_style(finding.severity, palette);
    let title = format!("{}[{}]", finding.severity.as_str(), finding.code);
    let (strong, message) = (palette.strong, visible(&finding.message));
    let mut out = format!("{style}{title}{style:#}{strong}: {message}{strong:#}\n");
    let places = || {
        finding
            .place
            .iter()
            .chain(finding.related.iter().map(|related| &related.place))
    };
    let gutter = places().map(|place| place.line.to_string().len()).max().unwrap_or(1);
    if let Some(place) = &finding.place {
        out.push_str(&header(place, None, gutter, palette));
        out.push_str(&snippet(place, '^', style, gutter, palette));
    }
    for related in &finding.related {
        out.push_str(&header(&related.place, Some(&related.label), gutter, palette));
        out.push_str(&snippet(&related.place, '-', palette.frame, gutter, palette));
    }
    for note in &finding.notes {
        out.push_str(&aside("note", note, gutter, palette));
    }
    if let Some(help) = &finding.help {
        out.push_str(&aside("help", help, gutter, palette));
    }
    out
}

/// `  --> path:line:column (label)`.
fn header(place: &Place, label: Option<&str>, gutter: usize, palette: &Palette) -> String {
    let (frame, path) = (palette.frame, visible(&place.path));
    let label = label.map(|label| format!(" ({})", visible(label))).unwrap_or_default();
    format!(
        "{:gutter$}{frame}-->{frame:#} {path}:{}:{}{label}\n",
        "", place.line, place.column
    )
}

/// The line with its number, and under it the marks below the part meant.
fn snippet(place: &Place, mark: char, style: Style, gutter: usize, palette: &Palette) -> String {
    let Some(excerpt) = &place.excerpt else {
        return String::new();
    };
    let frame = palette.frame;
    let bar = format!("{:gutter$} {frame}|{frame:#}", "");
    let (before, meant, after) = visible_parts(excerpt);
    // A point is marked by one mark, at the character that follows it.
    let marks = mark.to_string().repeat(meant.width().max(1));
    let (indent, number) = (before.width(), place.line);
    let line = format!("{before}{meant}{after}");
    let numbered = format!("{frame}{number:>gutter$} |{frame:#} {line}");
    format!(
        "{bar}\n{}\n{bar} {:indent$}{style}{marks}{style:#}\n",
        numbered.trim_end(),
        ""
    )
}

/// `   = help: …`.
fn aside(kind: &str, text: &str, gutter: usize, palette: &Palette) -> String {
    let (frame, strong) = (palette.frame, palette.strong);
    format!(
        "{:gutter$} {frame}={frame:#} {strong}{kind}{strong:#}: {}\n",
        "",
        visible(text)
    )
}

/// The line fit to be shown: before the part meant, the part itself, after it.
fn visible_parts(excerpt: &Excerpt) -> (String, String, String) {
    let part = |range: std::ops::Range<usize>| excerpt.line.get(range).unwrap_or_default();
    let (start, end) = (excerpt.span.start, excerpt.span.end);
    let parts = [part(0..start), part(start..end), part(end..excerpt.line.len())];
    // Parts that are harmless one by one may command a build log together.
    let [before, meant, after] = parts.map(|part| visible(part).into_owned());
    let whole = format!("{before}{meant}{after}");
    if visible(&whole) == whole {
        return (before, meant, after);
    }
    let apart = |text: String| text.replace('#', "\\u{23}").replace("::", "\\u{3a}:");
    (apart(before), apart(meant), apart(after))
}

fn severity_style(severity: Severity, palette: &Palette) -> Style {
    match severity {
        Severity::Error => palette.error,
        Severity::Warning => palette.warning,
        Severity::Note => palette.note,
    }
}
