//! Test cases that are texts: `tests/cases/*.txt`, a newsroom, commands, what they say and what they leave.
//!
//! ```text
//! What the case shows, in a sentence or two.
//! --- releases/a.md             a file of the newsroom, with its content
//! $ pressroom check             a command, run in the root of the newsroom
//! 1 error in 2 editions         what it says on stdout; a line `...` stands for any number of lines
//! ! error: …                    what it says on stderr, compared only if there is such a line
//! ? 1                           its exit code, 0 if not given
//! --- locales/fr/a.ftl          after a command: what the file must contain now
//! --- public/x.html (gone)      … that it must not be there
//! --- public/ (only)            … the files below the folder, one a line, and no other
//! $ pressroom …                 and so on
//! ```
//! A file given between two commands on a line `--- path (edit)` is written, not compared.

use crate::support::Newsroom;
use std::fmt::Write as _;

/// One step of a case.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    Write(String, String),
    Run(Run),
    Contains(String, String),
    Gone(String),
    Only(String, String),
}

/// A command and what is expected of it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Run {
    arguments: Vec<String>,
    stdout: Vec<String>,
    stderr: Vec<String>,
    code: i32,
}

#[test]
fn every_case_ends_as_written() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    let mut failures = String::new();
    for path in names
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
    {
        let text = std::fs::read_to_string(path).unwrap();
        if let Err(failure) = run_case(&text) {
            writeln!(failures, "== {}\n{failure}", path.display()).unwrap();
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

fn run_case(text: &str) -> Result<(), String> {
    let newsroom = Newsroom::empty();
    for step in steps(text) {
        match step {
            Step::Write(path, content) => newsroom.write(&path, &content),
            Step::Run(run) => run_command(&newsroom, &run)?,
            Step::Contains(path, content) => {
                let is = newsroom.read(&path).ok_or(format!("{path} is missing"))?;
                same(&path, &lines(&content), &lines(&is))?;
            }
            Step::Gone(path) if newsroom.read(&path).is_some() => return Err(format!("{path} is still there")),
            Step::Gone(_) => {}
            Step::Only(folder, names) => {
                let is: Vec<String> = newsroom.tree(&folder).into_keys().collect();
                same(&folder, &lines(&names), &is)?;
            }
        }
    }
    Ok(())
}

fn run_command(newsroom: &Newsroom, run: &Run) -> Result<(), String> {
    let arguments: Vec<&str> = run.arguments.iter().map(String::as_str).collect();
    let outcome = newsroom.run(&arguments);
    let what = format!("$ pressroom {}", arguments.join(" "));
    let all = format!("stdout:\n{}\nstderr:\n{}", outcome.stdout, outcome.stderr);
    if outcome.code != run.code {
        return Err(format!(
            "{what}\nended with {} instead of {}\n{all}",
            outcome.code, run.code
        ));
    }
    same(&format!("{what}: stdout"), &run.stdout, &lines(&outcome.stdout))
        .map_err(|error| format!("{error}\n{all}"))?;
    if !run.stderr.is_empty() {
        same(&format!("{what}: stderr"), &run.stderr, &lines(&outcome.stderr))?;
    }
    Ok(())
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// Whether the lines are those expected; if not, the two side by side as a diff.
fn same(what: &str, expected: &[String], is: &[String]) -> Result<(), String> {
    if matches(expected, is) {
        return Ok(());
    }
    let (expected, is) = (expected.join("\n") + "\n", is.join("\n") + "\n");
    let diff = similar::TextDiff::from_lines(&expected, &is);
    Err(format!(
        "{what} differs\n{}",
        diff.unified_diff().header("expected", "is")
    ))
}

/// Whether `is` has the lines of `pattern`, where a line `...` stands for any number of lines.
fn matches(pattern: &[String], is: &[String]) -> bool {
    match pattern.split_first() {
        None => is.is_empty(),
        Some((first, rest)) if first == "..." => (0..=is.len()).any(|skipped| matches(rest, &is[skipped..])),
        Some((first, rest)) => is
            .split_first()
            .is_some_and(|(line, others)| line == first && matches(rest, others)),
    }
}

fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut has_run = false;
    for line in text.split_inclusive('\n') {
        if let Some(command) = line.strip_prefix("$ pressroom") {
            has_run = true;
            let arguments = words(command);
            steps.push(Step::Run(Run {
                arguments,
                ..Run::default()
            }));
        } else if let Some(path) = line.strip_prefix("--- ") {
            steps.push(file_step(path.trim(), has_run));
        } else if let Some(step) = steps.last_mut() {
            add_line(step, line);
        }
    }
    steps
}

fn file_step(header: &str, has_run: bool) -> Step {
    let (path, word) = match header.strip_suffix(')').and_then(|header| header.rsplit_once(" (")) {
        Some((path, word)) => (path.to_owned(), word),
        None => (header.to_owned(), ""),
    };
    match word {
        "gone" => Step::Gone(path),
        "only" => Step::Only(path, String::new()),
        "edit" => Step::Write(path, String::new()),
        "" if has_run => Step::Contains(path, String::new()),
        "" => Step::Write(path, String::new()),
        other => panic!("`({other})` is not a word of a case: gone, only, edit"),
    }
}

fn add_line(step: &mut Step, line: &str) {
    match step {
        Step::Write(_, content) | Step::Contains(_, content) | Step::Only(_, content) => content.push_str(line),
        Step::Gone(path) => assert!(line.trim().is_empty(), "nothing can follow {path} (gone)"),
        Step::Run(run) => {
            let line = line.trim_end_matches('\n');
            if let Some(code) = line.strip_prefix("? ") {
                run.code = code.trim().parse().unwrap();
            } else if let Some(message) = line.strip_prefix('!') {
                run.stderr.push(message.strip_prefix(' ').unwrap_or(message).to_owned());
            } else {
                run.stdout.push(line.to_owned());
            }
        }
    }
}

/// The words of a command line; quotes of either kind hold words together.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in command.trim().chars() {
        match (quote, c) {
            (None, ' ') => words.extend(word.take()),
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (Some(open), _) if open == c => quote = None,
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[test]
fn a_case_is_read_step_by_step() {
    let text = "What it shows.\n--- a.md\n# A\n$ pressroom check --note 'two words'\nout\n! err\n? 1\n--- a.md\n# A\n--- b (gone)\n--- c (edit)\nx\n";
    let run = Run {
        arguments: ["check", "--note", "two words"].map(str::to_owned).to_vec(),
        stdout: vec!["out".to_owned()],
        stderr: vec!["err".to_owned()],
        code: 1,
    };
    let expected = [
        Step::Write("a.md".to_owned(), "# A\n".to_owned()),
        Step::Run(run),
        Step::Contains("a.md".to_owned(), "# A\n".to_owned()),
        Step::Gone("b".to_owned()),
        Step::Write("c".to_owned(), "x\n".to_owned()),
    ];
    assert_eq!(steps(text), expected);
}

#[test]
fn three_dots_stand_for_any_lines_and_nothing_else_does() {
    let matches = |pattern: &str, is: &str| matches(&lines(pattern), &lines(is));
    assert!(matches("a\n...\nd", "a\nb\nc\nd"));
    assert!(matches("...", ""));
    assert!(!matches("a\n...\nd", "a\nb"));
    assert!(!matches("a", "a\nb"));
    assert!(!matches("", "a"));
}

#[test]
fn a_file_that_differs_is_missing_or_is_too_many_fails_the_case() {
    assert!(run_case("--- a\nx\n--- a (gone)\n").is_err());
    assert!(run_case("--- d/a\nx\n--- d/b\nx\n--- d (only)\na\n").is_err());
    assert_eq!(run_case("--- d/a\nx\n--- d/b\nx\n--- d (only)\na\nb\n"), Ok(()));
}
