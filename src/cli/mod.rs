//! The face towards people and scripts: one file a command, each of which loads, calls the library, and says what happened.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the one room that reads arguments, environment, clock and terminal"
)]

mod accept;
mod base;
mod build;
mod check;
mod clock;
mod console;
mod diff;
mod explain;
mod extract;
mod init;
mod merge_driver;
mod minor;
mod new;
mod progress;
mod prune;
mod schema;
mod select;
mod status;
mod todo;
mod undo;
mod update;
mod words;

use clap::{Args, Parser, Subcommand, ValueEnum};
use console::Console;
use pressroom::diagnostic::{Diagnostic, Severity};
use pressroom::newsroom::Newsroom;
use pressroom::newsroom::cache::Cache;
use pressroom::newsroom::lock::Busy;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Publish press releases in many languages from one English source.
#[derive(Parser)]
#[command(
    name = "pressroom",
    version,
    propagate_version = true,
    arg_required_else_help = true,
    max_term_width = 100
)]
#[command(
    after_help = "Exit codes: 0 done, nothing found; 1 findings; 2 wrong use, configuration, or a file that could not be read or written."
)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// Options that every command knows.
#[derive(Args)]
struct Global {
    /// Work in this newsroom instead of the one that holds the current folder
    #[arg(long, global = true, value_name = "DIR", help_heading = "Options for every command")]
    root: Option<PathBuf>,
    /// When to use colours
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "Options for every command"
    )]
    color: When,
    /// Do all the work again; neither use nor keep what earlier runs found out
    #[arg(long, global = true, help_heading = "Options for every command")]
    no_cache: bool,
    /// Use so many threads [default: one for each processor]
    #[arg(
        short,
        long,
        global = true,
        value_name = "N",
        help_heading = "Options for every command"
    )]
    jobs: Option<NonZeroUsize>,
    /// Say less: only results and errors
    #[arg(short, long, global = true, help_heading = "Options for every command")]
    quiet: bool,
    /// Say more about what is done
    #[arg(
        short,
        long,
        global = true,
        conflicts_with = "quiet",
        help_heading = "Options for every command"
    )]
    verbose: bool,
}

/// When to use colours.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum When {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How a command ended when nothing failed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Done, nothing found.
    Done,
    /// Findings, or something that would change under `--check`.
    Findings,
    /// Some files could not be read or were refused; what was told says which.
    Refused,
}

/// What a command works with.
struct Context {
    console: Console,
    root: Option<PathBuf>,
    no_cache: bool,
}

impl Context {
    /// The newsroom the command works in.
    fn newsroom(&self) -> Result<Newsroom, Diagnostic> {
        match &self.root {
            Some(root) => Newsroom::open(root),
            None => Newsroom::find(Path::new(".")),
        }
    }

    /// The newsroom, to be written into: until the command ends, no other one writes there. What an interrupted run left is taken back first.
    fn newsroom_to_write(&mut self) -> Result<Newsroom, Diagnostic> {
        let newsroom = self.newsroom()?;
        self.claim(newsroom)
    }

    /// A newsroom, to be written into.
    fn claim(&mut self, mut newsroom: Newsroom) -> Result<Newsroom, Diagnostic> {
        let back = match newsroom.claim(Busy::Refuse) {
            Err(busy) if busy.code == "locked" => {
                self.console.say(&format!("waiting: {}", busy.message));
                newsroom.claim(Busy::Wait)?
            }
            claimed => claimed?,
        };
        if !back.is_empty() {
            let files = back.len();
            let files = if files == 1 {
                "1 file".to_owned()
            } else {
                format!("{files} files")
            };
            self.console.say(&format!(
                "an earlier run was interrupted: what it had written into {files} was taken back"
            ));
        }
        Ok(newsroom)
    }

    /// Where the results of earlier runs are kept: `PRESSROOM_CACHE`, or `pressroom` in the user's cache folder (XDG Base Directory
    /// Specification 0.8); nowhere if there is neither.
    fn cache(&self, newsroom: &Newsroom) -> Cache {
        let named = |name: &str| {
            std::env::var_os(name)
                .filter(|value| !value.is_empty())
                .map(PathBuf::from)
        };
        let base = named("PRESSROOM_CACHE").or_else(|| {
            let caches = named("XDG_CACHE_HOME").filter(|folder| folder.is_absolute());
            let caches = caches.or_else(|| Some(named("HOME")?.join(".cache")));
            caches.map(|folder| folder.join("pressroom"))
        });
        match (base.and_then(|base| std::path::absolute(base).ok()), program()) {
            (Some(base), Ok(program)) if !self.no_cache => Cache::of(newsroom, &base, &program),
            _ => Cache::none(),
        }
    }

    /// Tells everything that is wrong with files; whether any of it is an error.
    fn tell_all(&mut self, told: &[Diagnostic]) -> bool {
        for diagnostic in told {
            self.console.tell(diagnostic);
        }
        told.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Writes a report where the user asked for it.
    fn save(&self, file: &Path, text: &str) -> Result<(), Diagnostic> {
        pressroom::newsroom::write::save(file, text.as_bytes())
    }
}

/// The file of this program.
fn program() -> Result<PathBuf, Diagnostic> {
    std::env::current_exe().map_err(|error| {
        Diagnostic::error("io", format!("the program does not know where it lies: {error}"))
            .with_help("start it by its full path")
    })
}

macro_rules! commands {
    ($($(#[$about:meta])* $variant:ident($module:ident)),* $(,)?) => {
        #[derive(Subcommand)]
        enum Command {
            $($(#[$about])* $variant($module::Arguments),)*
        }

        impl Command {
            fn run(self, context: &mut Context) -> Result<Outcome, Diagnostic> {
                match self {
                    $(Command::$variant(arguments) => $module::run(arguments, context),)*
                }
            }
        }
    };
}

commands! {
    /// Make a new newsroom with a sample release in three languages
    Init(init),
    /// Begin a release: a Markdown file with its front matter filled in
    New(new),
    /// Bring the source catalogs up to date with the English, and say whose translations become stale
    Extract(extract),
    /// Declare that a change of the English alters nothing for translators, after it was extracted
    Minor(minor),
    /// Bring the files of locales up to date: what is new, what is stale and why, in the source's order
    Update(update),
    /// Show how far every locale is
    Status(status),
    /// List what a translator has to do, in order
    Todo(todo),
    /// Show what the English said and says now, for stale translations
    Diff(diff),
    /// Confirm that translations say what the English says now
    Accept(accept),
    /// Take back what the last command wrote into releases and catalogs
    Undo(undo),
    /// Remove what is obsolete from the files of a locale, for good
    Prune(prune),
    /// Look for everything that must not be published
    Check(check),
    /// Make the pages, the text, the indexes and the feeds
    Build(build),
    /// Merge two versions of a catalog message by message, for git
    MergeDriver(merge_driver),
    /// Explain a rule of `check`: what it looks for, why, and how to mend what it finds
    Explain(explain),
    /// Print the JSON Schema of a report or of pressroom.toml, for editors and scripts
    Schema(schema),
}

/// Does something; a panic in it is a fault of this program, and told as that. What was half done is taken back by the next run.
fn unbroken(work: impl FnOnce() -> Result<Outcome, Diagnostic>) -> Result<Outcome, Diagnostic> {
    // Nothing but the terminal is used afterwards.
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Diagnostic::error(
            "internal",
            "this program broke while it worked; that is a fault of the program itself",
        )
        .with_note("every file is old or new; the next command that writes takes back what was half done")
        .with_help("report the lines above, and what the newsroom holds, to those who make pressroom"))
    })
}

/// Runs the program.
pub(crate) fn main() -> ExitCode {
    let cli = Cli::parse();
    let console = Console::new(cli.global.color, cli.global.quiet, cli.global.verbose);
    let mut context = Context {
        console,
        root: cli.global.root,
        no_cache: cli.global.no_cache,
    };
    if let Some(jobs) = cli.global.jobs {
        // The pool can only be made once, and this is the once.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build_global();
    }
    let outcome = unbroken(|| cli.command.run(&mut context));
    let code = match outcome {
        Ok(Outcome::Done) => 0,
        Ok(Outcome::Findings) => 1,
        Ok(Outcome::Refused) => 2,
        Err(diagnostic) => {
            context.console.tell(&diagnostic);
            2
        }
    };
    ExitCode::from(context.console.close(code))
}

#[cfg(test)]
mod tests {
    use super::{Outcome, unbroken};

    #[test]
    fn a_panic_is_told_as_a_fault_of_the_program() {
        let told = unbroken(|| panic!("planted")).err().unwrap();
        assert_eq!(told.code, "internal");
        assert!(unbroken(|| Ok(Outcome::Done)).is_ok());
    }
}
