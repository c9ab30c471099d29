//! What the user is told: one list of findings, many faces; formatting only, nothing is decided here.

pub mod github;
pub mod gitlab;
pub mod human;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod markdown;
pub mod order;
pub mod sarif;
pub mod short;
pub mod visible;

use crate::diagnostic::{Diagnostic, Severity};

/// The faces of a list of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal: the line, the part meant, the English, what to do.
    Human,
    /// One line a finding, `path:line:column: level[rule]: message`, as compilers write it and editors read it.
    Short,
    /// One JSON document with `"schema": 1`.
    Json,
    /// One JSON object a line and finding.
    Jsonl,
    /// SARIF 2.1.0 (OASIS), for code scanning.
    Sarif,
    /// JUnit XML, for test reports.
    Junit,
    /// Workflow commands of GitHub Actions, shown as annotations.
    Github,
    /// The code quality report of GitLab.
    Gitlab,
    /// A Markdown document, for a comment or a job summary.
    Markdown,
}

impl Format {
    /// All faces, in the order of the manual.
    pub const ALL: [Format; 9] = [
        Format::Human,
        Format::Short,
        Format::Json,
        Format::Jsonl,
        Format::Sarif,
        Format::Junit,
        Format::Github,
        Format::Gitlab,
        Format::Markdown,
    ];

    /// The word used on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Human => "human",
            Format::Short => "short",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Sarif => "sarif",
            Format::Junit => "junit",
            Format::Github => "github",
            Format::Gitlab => "gitlab",
            Format::Markdown => "markdown",
        }
    }

    /// The face with this name.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.as_str() == name)
    }
}

/// What a run looked at, and how much it found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// How many findings are errors.
    pub errors: usize,
    /// How many findings are warnings.
    pub warnings: usize,
    /// How many findings are notes.
    pub notes: usize,
    /// Findings left out because they stood before this change (`--since`, a baseline).
    pub known: usize,
    /// The least severity at which the run fails; none if it never does.
    pub fail_on: Option<Severity>,
    /// What was looked at: every edition, with or without findings.
    pub editions: Vec<Checked>,
    /// The way from the root of the repository to the newsroom, empty or ending in `/`: code hosts count paths from the root.
    pub prefix: String,
}

/// One edition that a run looked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Checked {
    /// The locale tag.
    pub locale: String,
    /// The slug of the release.
    pub release: String,
}

impl Summary {
    /// Counts `findings`; the run looked at `editions` and fails at errors.
    pub fn of(findings: &[Diagnostic], editions: Vec<Checked>) -> Summary {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Summary {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            known: 0,
            fail_on: Some(Severity::Error),
            editions,
            prefix: String::new(),
        }
    }

    /// Whether a finding of this severity makes the run fail.
    pub fn fails(&self, severity: Severity) -> bool {
        self.fail_on.is_some_and(|least| severity >= least)
    }

    /// The counts in words, e.g. `2 errors, 1 warning in 12 editions`.
    pub fn in_words(&self) -> String {
        let counts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let found: Vec<String> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| plural(count, noun))
            .collect();
        let found = if found.is_empty() {
            "no findings".to_owned()
        } else {
            found.join(", ")
        };
        let known = match self.known {
            0 => String::new(),
            known => format!(" ({} known before not shown)", plural(known, "finding")),
        };
        format!("{found} in {}{known}", plural(self.editions.len(), "edition"))
    }
}

/// The report, in plain text without colours.
pub fn render(format: Format, findings: &[Diagnostic], summary: &Summary) -> String {
    let findings = order::sorted(findings);
    match format {
        Format::Human => human::plain(&findings, summary),
        Format::Short => short::render(&findings),
        Format::Json => json::render(&findings, summary),
        Format::Jsonl => jsonl::render(&findings),
        Format::Sarif => sarif::render(&findings, summary),
        Format::Junit => junit::render(&findings, summary),
        Format::Github => github::render(&findings, summary),
        Format::Gitlab => gitlab::render(&findings, summary),
        Format::Markdown => markdown::render(&findings, summary),
    }
}

/// The report for a terminal that shows colours; only the human face has any.
pub fn render_in_colour(format: Format, findings: &[Diagnostic], summary: &Summary) -> String {
    match format {
        Format::Human => human::coloured(&order::sorted(findings), summary),
        _ => render(format, findings, summary),
    }
}

/// `count` and the noun in its form, e.g. `1 error`, `2 errors`.
fn plural(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

#[cfg(test)]
mod tests;
