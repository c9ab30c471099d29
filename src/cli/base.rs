//! The newsroom as it was at another revision: the only place where another program, `git`, is asked.

use pressroom::diagnostic::Diagnostic;
use pressroom::newsroom::Newsroom;
use std::io::Read;
use std::path::{Component, Path};
use std::process::{Command, Stdio};

/// The parts of a newsroom that a check reads.
const PARTS: [&str; 3] = ["releases", "locales", "templates"];

/// A newsroom of another revision, in a temporary folder that is gone with the value.
pub(crate) struct Base {
    _folder: tempfile::TempDir,
    /// The newsroom, with the configuration of today, so that both are held to the same measure.
    pub(crate) newsroom: Newsroom,
}

/// The newsroom where this branch left `revision`, or at `revision` itself where the history does not say where that was (a
/// shallow clone).
///
/// # Errors
/// A diagnostic (code `since`) if git is not there, the newsroom lies in no work tree, or the revision is not in this clone.
pub(crate) fn newsroom(here: &Newsroom, revision: &str) -> Result<Base, Diagnostic> {
    let commit = commit(here, revision)?;
    let folder = tempfile::tempdir().map_err(|error| io(&error))?;
    let mut newsroom = Newsroom::found(folder.path())?;
    newsroom.config = here.config.clone();
    let files = files(here, &commit)?;
    let list: String = files.iter().map(|(object, _)| format!("{object}\n")).collect();
    let bytes = objects(here, &list)?;
    let mut rest = bytes.as_slice();
    for (_, path) in &files {
        let content = content(&mut rest).ok_or_else(|| told("git does not give the files of the revision", ""))?;
        put(folder.path(), path, content)?;
    }
    Ok(Base {
        _folder: folder,
        newsroom,
    })
}

fn commit(here: &Newsroom, revision: &str) -> Result<String, Diagnostic> {
    if revision.is_empty() || revision.starts_with('-') {
        let error = Diagnostic::error("usage", format!("`{}` is not a revision", revision.escape_debug()));
        return Err(error.with_help("name a branch or a commit, e.g. `--since origin/main`"));
    }
    if let Err(said) = ask(here, &["rev-parse", "--is-inside-work-tree"])? {
        let error = told("the newsroom is not in a git work tree", &said);
        return Err(error.with_help("leave `--since` out, or use `--baseline FILE`, which needs no git"));
    }
    let name = format!("{revision}^{{commit}}");
    let Ok(tip) = ask(here, &["rev-parse", "--verify", "--quiet", &name])? else {
        let error = Diagnostic::error(
            "since",
            format!("the revision `{}` is not in this clone", revision.escape_debug()),
        );
        return Err(error.with_help(fetch(revision)));
    };
    let tip = tip.trim().to_owned();
    Ok(match ask(here, &["merge-base", &tip, "HEAD"])? {
        Ok(fork) if !fork.trim().is_empty() => fork.trim().to_owned(),
        _ => tip,
    })
}

/// How to bring a revision into a clone that has not got it.
fn fetch(revision: &str) -> String {
    match revision.strip_prefix("origin/") {
        Some(branch) => format!("run `git fetch --depth=1 origin {branch}:refs/remotes/origin/{branch}`"),
        None => format!(
            "check the name, or run `git fetch --depth=1 origin {revision}` (in GitHub Actions: `fetch-depth: 0`)"
        ),
    }
}

/// The files of the newsroom in a commit: object and path from the root of the newsroom. Links are no files.
fn files(here: &Newsroom, commit: &str) -> Result<Vec<(String, String)>, Diagnostic> {
    let mut arguments = vec!["ls-tree", "-r", "-z", commit, "--"];
    arguments.extend(PARTS);
    let listing = ask(here, &arguments)?.map_err(|said| told("git cannot list the files of the revision", &said))?;
    let entry = |line: &str| {
        let (about, path) = line.split_once('\t')?;
        let mut about = about.split(' ');
        let (mode, kind, object) = (about.next()?, about.next()?, about.next()?);
        (kind == "blob" && mode.starts_with("100")).then(|| (object.to_owned(), path.to_owned()))
    };
    Ok(listing.split('\0').filter_map(entry).collect())
}

/// The answer of `git cat-file --batch` to a list of objects.
fn objects(here: &Newsroom, list: &str) -> Result<Vec<u8>, Diagnostic> {
    // The questions come from a file, so that neither side can wait for the other to read.
    let mut questions = tempfile::tempfile().map_err(|error| io(&error))?;
    std::io::Write::write_all(&mut questions, list.as_bytes()).map_err(|error| io(&error))?;
    std::io::Seek::rewind(&mut questions).map_err(|error| io(&error))?;
    let mut git = git(here, &["cat-file", "--batch"])
        .stdin(questions)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| no_git(&error))?;
    let mut bytes = Vec::new();
    if let Some(out) = &mut git.stdout {
        out.read_to_end(&mut bytes).map_err(|error| io(&error))?;
    }
    git.wait().map_err(|error| io(&error))?;
    Ok(bytes)
}

/// The next object of the answer: a line `<object> blob <size>`, so many bytes, a line end.
fn content<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let size: usize = std::str::from_utf8(rest.get(..end)?)
        .ok()?
        .rsplit(' ')
        .next()?
        .parse()
        .ok()?;
    let content = rest.get(end + 1..end + 1 + size)?;
    *rest = rest.get(end + 2 + size..)?;
    Some(content)
}

fn put(folder: &Path, path: &str, content: &[u8]) -> Result<(), Diagnostic> {
    let path = Path::new(path);
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return Ok(());
    }
    let target = folder.join(path);
    let above = target.parent().unwrap_or(folder);
    std::fs::create_dir_all(above)
        .and_then(|()| std::fs::write(&target, content))
        .map_err(|error| io(&error))
}

/// What git answers: its output, or what it says when it fails.
fn ask(here: &Newsroom, arguments: &[&str]) -> Result<Result<String, String>, Diagnostic> {
    let output = git(here, arguments)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| no_git(&error))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(if output.status.success() {
        Ok(text(&output.stdout))
    } else {
        Err(text(&output.stderr))
    })
}

fn git(here: &Newsroom, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command
        .current_dir(here.root())
        .args(["-c", "core.quotepath=false"])
        .args(arguments);
    command
}

/// A failure with what git says about it.
fn told(message: &str, said: &str) -> Diagnostic {
    let error =
        Diagnostic::error("since", message).with_help("check that this is a sound clone, or use `--baseline FILE`");
    match said.lines().next() {
        Some(line) => error.with_note(format!("git says: {line}")),
        None => error,
    }
}

fn no_git(error: &std::io::Error) -> Diagnostic {
    let error = Diagnostic::error("since", format!("`git` cannot be run: {error}"));
    error.with_help("install git, or use `--baseline FILE`, which needs none")
}

fn io(error: &std::io::Error) -> Diagnostic {
    Diagnostic::error(
        "io",
        format!("the earlier state cannot be laid out in a temporary folder: {error}"),
    )
    .with_help("check the disk and your rights")
}
