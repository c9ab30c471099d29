//! `pressroom merge-driver`: git's way of asking for catalogs to be merged message by message.

use super::{Context, Outcome};
use pressroom::catalog::guard;
use pressroom::catalog::merge::{self, Unmerged};
use pressroom::diagnostic::Diagnostic;
use pressroom::newsroom;
use pressroom::report::visible::visible;
use std::path::{Path, PathBuf};

/// What `pressroom merge-driver` is told.
#[derive(clap::Args)]
#[command(
    after_help = "Git runs this for the files that `.gitattributes` gives `merge=pressroom`, in every clone that was told once:\n  \
    git config merge.pressroom.name \"catalogs, message by message\"\n  \
    git config merge.pressroom.driver \"pressroom merge-driver %O %A %B %P\"\n\n\
    Exit codes: 0 merged; 1 conflicts, which stand in the file between markers; 2 a file could not be read or written, nothing was changed."
)]
pub(crate) struct Arguments {
    /// The common ancestor (`%O`)
    base: PathBuf,
    /// Our version (`%A`); the result is written here
    ours: PathBuf,
    /// Their version (`%B`)
    theirs: PathBuf,
    /// The path of the file in the repository, for messages (`%P`)
    path: Option<PathBuf>,
}

/// Merges two versions of a catalog over the first.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let shown = arguments
        .path
        .as_deref()
        .unwrap_or(&arguments.ours)
        .display()
        .to_string();
    let [base, ours, theirs] = [&arguments.base, &arguments.ours, &arguments.theirs].map(|file| read(file, &shown));
    let ((base, _), (ours, mark), (theirs, _)) = (base?, ours?, theirs?);
    let (text, outcome) = match merge::merge(&base, &ours, &theirs) {
        Ok(text) => (text, Outcome::Done),
        Err(Unmerged::Conflicts { text, keys }) => {
            let keys: Vec<String> = keys.iter().map(|key| format!("`{}`", visible(key))).collect();
            context
                .console
                .say(&format!("{}: both sides changed {}", visible(&shown), keys.join(", ")));
            (text, Outcome::Findings)
        }
        Err(Unmerged::Unreadable) => {
            context.console.say(&format!(
                "{}: a version has a mistake of syntax, so its messages cannot be merged one by one",
                visible(&shown)
            ));
            (merge::side_by_side(&ours, &theirs), Outcome::Findings)
        }
    };
    newsroom::write::replace(&arguments.ours, &guard::bytes(&text, mark))?;
    Ok(outcome)
}

/// The text of one of git's three files, without its byte order mark, and whether it had one.
fn read(file: &Path, shown: &str) -> Result<(String, bool), Diagnostic> {
    let bytes = newsroom::read_loose(file)?;
    let (source, mark) = guard::decode(shown, &bytes)?;
    Ok((source.text().to_owned(), mark))
}
