//! The manual of a rule is the doc comment of its file, so that what is promised stands beside what is done.

/// The doc comment at the top of a source file, without its `//!`.
pub fn of(file: &str) -> String {
    let lines = file.lines().take_while(|line| line.starts_with("//!"));
    let text = |line: &str| line.trim_start_matches("//!").trim_start_matches(' ').to_owned();
    let mut manual: Vec<String> = lines
        .map(|line| {
            if line.starts_with("//!  ") {
                line[4..].to_owned()
            } else {
                text(line)
            }
        })
        .collect();
    manual.push(String::new());
    manual.join("\n")
}
