//! `pressroom init`: a working newsroom to begin with.

use super::{Context, Outcome};
use pressroom::diagnostic::Diagnostic;
use pressroom::newsroom::Newsroom;
use pressroom::newsroom::write::Change;
use pressroom::render::templates::BUILT_IN;
use std::path::PathBuf;

/// What `pressroom init` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder of the new newsroom; it is made if it does not exist
    #[arg(default_value = ".")]
    dir: PathBuf,
}

/// The files of a new newsroom; the templates are written beside them.
const FILES: [(&str, &str); 14] = [
    ("pressroom.toml", include_str!("init/pressroom.toml")),
    (".gitattributes", include_str!("init/gitattributes")),
    (".gitignore", include_str!("init/gitignore")),
    (".github/workflows/pressroom.yml", include_str!("init/workflow.yml")),
    ("releases/2026/reading-room.md", include_str!("init/release.md")),
    ("locales/en/releases/2026/reading-room.ftl", include_str!("init/en.ftl")),
    ("locales/fr/releases/2026/reading-room.ftl", include_str!("init/fr.ftl")),
    ("locales/ar/releases/2026/reading-room.ftl", include_str!("init/ar.ftl")),
    ("locales/en/glossary.ftl", include_str!("init/glossary-en.ftl")),
    ("locales/fr/glossary.ftl", include_str!("init/glossary-fr.ftl")),
    ("locales/ar/glossary.ftl", include_str!("init/glossary-ar.ftl")),
    ("locales/en/site.ftl", include_str!("../../locales/en/site.ftl")),
    ("locales/fr/site.ftl", include_str!("../../locales/fr/site.ftl")),
    ("locales/ar/site.ftl", include_str!("../../locales/ar/site.ftl")),
];

/// Writes the files of a newsroom into a folder that holds none of them.
pub(crate) fn run(arguments: Arguments, context: &mut Context) -> Result<Outcome, Diagnostic> {
    let mut newsroom = Newsroom::found(&arguments.dir)?;
    // Where an earlier `init` was interrupted, its files go before anybody's place could seem taken; nothing is left in a folder of others.
    if newsroom.has_working_files() {
        newsroom = context.claim(newsroom)?;
    }
    let templates = BUILT_IN.iter().map(|(name, text)| (format!("templates/{name}"), *text));
    let files = FILES
        .iter()
        .map(|(path, text)| ((*path).to_owned(), *text))
        .chain(templates);
    let mut plan = Vec::new();
    for (path, text) in files {
        if newsroom.read(&path)?.is_some() {
            let error = Diagnostic::error(
                "usage",
                format!("`{path}` exists already in `{}`", arguments.dir.display()),
            );
            return Err(error.with_help("choose an empty folder: `pressroom init DIR`"));
        }
        plan.push(Change {
            path,
            read: None,
            write: Some(text.as_bytes().to_vec()),
        });
    }
    newsroom.write(&plan)?;
    let dir = arguments.dir.display().to_string();
    context
        .console
        .line(&format!("made a newsroom in {dir}: {} files", plan.len()));
    let enter = if dir == "." {
        String::new()
    } else {
        format!("  cd {dir}\n")
    };
    context.console.say(&format!(
        "\nNext:\n{enter}  pressroom build      the pages are in public/\n  pressroom status     how far every locale is\n  pressroom new TITLE  begin a release of your own\n\n\
         Edit releases/2026/reading-room.md, run `pressroom update`, and see in locales/fr what became stale."
    ));
    Ok(Outcome::Done)
}
