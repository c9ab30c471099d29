//! What stands on the disk when two write at once, or one did not come to its end.

use super::{
    Change, RETURNING, Staged, TEMPORARY, beside, clear, give_back, prepare, replace, swap_in, sync, take_away,
};
use crate::newsroom::lock::{Busy, FOLDER};
use crate::newsroom::{Newsroom, digest};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder with a file `a` and, where a run was under way, the temporary file beside it.
struct Desk(tempfile::TempDir);

impl Desk {
    fn with(target: Option<&str>, waiting: Option<&str>) -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        for (path, content) in [(desk.target(), target), (desk.beside(), waiting)] {
            if let Some(content) = content {
                fs::write(path, content).unwrap();
            }
        }
        desk
    }

    fn target(&self) -> PathBuf {
        self.0.path().join("a")
    }

    fn beside(&self) -> PathBuf {
        beside(&self.target(), TEMPORARY)
    }

    /// What the two files hold, and that there is no third.
    fn held(&self) -> (Option<String>, Option<String>) {
        let held = [self.target(), self.beside()].map(|path| fs::read_to_string(path).ok());
        let count = fs::read_dir(self.0.path()).unwrap().count();
        assert_eq!(count, held.iter().flatten().count());
        held.into()
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn what_comes_out_of_an_exchange_is_looked_at() {
    for (there, same, left) in [("old", true, "new"), ("saved", false, "saved"), ("new", false, "new")] {
        let desk = Desk::with(Some(there), Some("new"));
        let done = swap_in(&desk.beside(), &desk.target(), b"old", b"new").unwrap();
        assert_eq!((done, desk.held()), (same, (some(left), None)), "{there}");
    }
    // What could not be prepared is not put anywhere.
    let desk = Desk::with(Some("old"), None);
    swap_in(&desk.beside(), &desk.target(), b"old", b"new").unwrap_err();
    assert_eq!(desk.held(), (some("old"), None));
}

#[test]
fn of_two_saves_the_newer_stays() {
    for (there, left) in [("new", ("saved", "new")), ("saved again", ("saved again", "saved"))] {
        let desk = Desk::with(Some(there), Some("saved"));
        give_back(&desk.beside(), &desk.target(), b"new").unwrap();
        assert_eq!(desk.held(), (some(left.0), some(left.1)), "{there}");
    }
}

#[test]
fn what_is_taken_away_is_looked_at() {
    for (there, same, left) in [("old", true, None), ("saved", false, some("saved"))] {
        let desk = Desk::with(Some(there), None);
        let done = take_away(&desk.beside(), &desk.target(), b"old").unwrap();
        assert_eq!((done, desk.held()), (same, (left, None)), "{there}");
    }
}

#[test]
fn a_persons_save_is_not_cleared_away() {
    // What the run wrote, what it found; what stands there, what waits beside it; what then stands there.
    let (new, old, saved) = (Some("new"), Some("old"), Some("saved"));
    for (wrote, found, there, waits, left) in [
        (new, old, old, None, old),
        (new, old, new, None, new),
        (new, old, old, Some("half a n"), old),
        (new, old, old, new, old),
        (new, old, new, old, new),
        (new, old, new, saved, saved),
        (new, old, saved, new, saved),
        (new, old, None, old, None),
        (new, None, new, saved, saved),
        (None, old, None, old, None),
        (None, old, None, saved, saved),
        (None, old, saved, old, saved),
    ] {
        let desk = Desk::with(there, waits);
        let known = |content: Option<&str>| content.map(|text| digest(text.as_bytes()));
        clear(&desk.beside(), &desk.target(), known(wrote), known(found)).unwrap();
        assert_eq!(
            desk.held(),
            (left.map(str::to_owned), None),
            "{wrote:?} {found:?} {there:?} {waits:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_temporary_file_is_not_followed() {
    let desk = Desk::with(Some("new"), None);
    let precious = tempfile::NamedTempFile::new().unwrap();
    std::os::unix::fs::symlink(precious.path(), desk.beside()).unwrap();
    let known = Some(digest(b"new"));
    clear(&desk.beside(), &desk.target(), known, None).unwrap();
    assert_eq!(desk.held(), (some("new"), None));
    assert!(precious.path().exists());
}

#[test]
fn what_cannot_be_looked_at_is_not_cleared_away() {
    let desk = Desk::with(Some("no folder"), None);
    let inside = desk.target().join("b");
    clear(&inside, &desk.target(), None, None).unwrap_err();
    let desk = Desk::with(None, Some("saved"));
    fs::create_dir(desk.target()).unwrap();
    let known = Some(digest(b"new"));
    clear(&desk.beside(), &desk.target(), known, None).unwrap_err();
    assert_eq!(fs::read(desk.beside()).unwrap(), b"saved");
}

#[cfg(unix)]
#[test]
fn a_new_version_has_the_rights_of_the_old() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with(Some("old"), None);
    fs::set_permissions(desk.target(), fs::Permissions::from_mode(0o640)).unwrap();
    prepare(&desk.target(), &desk.beside(), b"new").unwrap();
    assert_eq!(desk.held(), (some("old"), some("new")));
    let mode = fs::metadata(desk.beside()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    let taken = prepare(&desk.target(), &desk.beside(), b"newer").unwrap_err();
    assert_eq!(taken.kind(), io::ErrorKind::AlreadyExists);
    // Where the rights cannot be known, nothing is written with others.
    prepare(&desk.target().join("b"), &desk.0.path().join("c"), b"new").unwrap_err();
    let desk = Desk::with(None, None);
    prepare(&desk.target(), &desk.beside(), b"new").unwrap();
    assert_eq!(desk.held(), (None, some("new")));
}

#[test]
fn a_loose_file_is_replaced_whole_or_not_at_all() {
    let desk = Desk::with(Some("old"), None);
    replace(&desk.target(), b"new").unwrap();
    assert_eq!(desk.held(), (some("new"), None));
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("a/b")).unwrap();
    let told = replace(&folder.path().join("a"), b"new").unwrap_err();
    assert_eq!(told.code, "io");
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "something was left beside it"
    );
}

#[test]
fn a_folder_that_is_not_there_is_not_made_durable() {
    let folder = tempfile::tempdir().unwrap();
    sync(folder.path()).unwrap();
    sync(&folder.path().join("a")).unwrap_err();
}

/// A newsroom in a folder of its own, with these files.
fn newsroom(files: &[(&str, &str)]) -> (tempfile::TempDir, Newsroom) {
    let folder = tempfile::tempdir().unwrap();
    for (path, content) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    let newsroom = Newsroom::found(folder.path()).unwrap();
    (folder, newsroom)
}

fn change(path: &str, read: Option<&str>, write: Option<&str>) -> Change {
    let bytes = |text: &str| text.as_bytes().to_vec();
    Change {
        path: path.to_owned(),
        read: read.map(bytes),
        write: write.map(bytes),
    }
}

fn held(newsroom: &Newsroom, path: &str) -> Option<String> {
    fs::read_to_string(newsroom.root().join(path)).ok()
}

#[test]
fn a_plan_is_carried_out_whole_and_can_be_taken_back() {
    let (_folder, mut newsroom) = newsroom(&[("a", "old"), ("b/c", "gone")]);
    let plan = [
        change("a", Some("old"), Some("new")),
        change("b/c", Some("gone"), None),
        change("d/e/f", None, Some("made")),
    ];
    newsroom.write(&plan).unwrap();
    let all = |newsroom: &Newsroom| ["a", "b/c", "d/e/f"].map(|path| held(newsroom, path));
    assert_eq!(all(&newsroom), [some("new"), None, some("made")]);
    // The same plan again meets files that are not what it was made for.
    assert_eq!(newsroom.write(&plan).unwrap_err().code, "changed");
    assert_eq!(all(&newsroom), [some("new"), None, some("made")]);
    // As if the run had been killed before it could say that it was done; one file was saved since.
    let own = newsroom.root().join(FOLDER);
    fs::rename(own.join("journal"), own.join("journal.open")).unwrap();
    fs::write(newsroom.root().join("d/e/f"), "saved").unwrap();
    assert_eq!(newsroom.claim(Busy::Refuse).unwrap(), ["a", "b/c"]);
    assert_eq!(all(&newsroom), [some("old"), some("gone"), some("saved")]);
    assert!(!own.join("journal.open").exists());
    assert_eq!(newsroom.claim(Busy::Refuse).unwrap(), [""; 0]);
}

#[test]
fn what_a_journal_left_half_written_is_in_nobodys_way() {
    let (_folder, newsroom) = newsroom(&[("a", "old"), (".pressroom/journal.new", "half a jour")]);
    newsroom.write(&[change("a", Some("old"), Some("new"))]).unwrap();
    assert_eq!(held(&newsroom, "a"), some("new"));
}

#[test]
fn the_last_run_is_undone_but_for_what_was_saved_since() {
    let (_folder, newsroom) = newsroom(&[("a", "old"), ("b", "old")]);
    assert_eq!(newsroom.undo().unwrap(), None);
    let plan = ["a", "b"].map(|path| change(path, Some("old"), Some("new")));
    newsroom.write(&plan).unwrap();
    fs::write(newsroom.root().join("b"), "saved").unwrap();
    let undo = newsroom.undo().unwrap().unwrap();
    assert_eq!(undo.plan, [change("a", Some("new"), Some("old"))]);
    assert_eq!(undo.changed, ["b"]);
}

#[test]
fn a_journal_belongs_to_the_folder_it_was_written_in() {
    let (_folder, newsroom) = newsroom(&[("a", "old")]);
    newsroom.write(&[change("a", Some("old"), Some("new"))]).unwrap();
    let own = newsroom.root().join(FOLDER);
    // The first folder lives on, so that the second has another number.
    let first = newsroom.root().join("first");
    fs::rename(&own, &first).unwrap();
    fs::create_dir(&own).unwrap();
    fs::copy(first.join("journal"), own.join("journal")).unwrap();
    assert_eq!(newsroom.undo().unwrap(), None);
}

/// A change on its way through the middle of a run, where somebody may come in between.
fn staged<'c>(newsroom: &Newsroom, change: &'c Change) -> Staged<'c> {
    let target = newsroom.root().join(&change.path);
    let beside = beside(&target, TEMPORARY);
    Staged { change, target, beside }
}

#[test]
fn who_comes_between_is_told_from_a_disk_that_fails() {
    let (_folder, newsroom) = newsroom(&[("a", "old"), (".a.tmp-pressroom", "somebody's"), ("f", "no folder")]);
    let new = change("a", Some("old"), Some("new"));
    let told = newsroom.stage(&staged(&newsroom, &new)).unwrap_err();
    assert!(told.message.contains("in the way"), "{}", told.message);
    let inside = change("f/b", None, Some("new"));
    let told = newsroom.stage(&staged(&newsroom, &inside)).unwrap_err();
    assert!(told.message.contains("cannot be written"), "{}", told.message);
    // Its own name the file system bears, but not the longer one of the file beside it.
    let long = change(&"x".repeat(250), None, Some("new"));
    let told = newsroom.stage(&staged(&newsroom, &long)).unwrap_err();
    assert!(told.message.contains("cannot be written"), "{}", told.message);
    // The file is gone that was to be put in its place, or a folder has the name that the old file was to get.
    fs::remove_file(beside(&newsroom.root().join("a"), TEMPORARY)).unwrap();
    let told = newsroom.settle(&staged(&newsroom, &new)).unwrap_err();
    assert_eq!(told.code, "changed");
    fs::create_dir(beside(&newsroom.root().join("a"), TEMPORARY)).unwrap();
    let gone = change("a", Some("old"), None);
    let told = newsroom.settle(&staged(&newsroom, &gone)).unwrap_err();
    assert_eq!(told.code, "io");
    assert_eq!(held(&newsroom, "a"), some("old"));
}

#[test]
fn one_file_that_was_saved_keeps_all_from_being_written() {
    let (_folder, newsroom) = newsroom(&[("a", "old"), ("b", "saved")]);
    for second in [
        change("b", Some("old"), Some("new")),
        change("b", None, Some("new")),
        change("b", Some("old"), None),
        change("c", Some("old"), Some("new")),
        change("c", Some("old"), None),
    ] {
        let told = newsroom
            .write(&[change("a", Some("old"), Some("new")), second.clone()])
            .unwrap_err();
        assert_eq!(told.code, "changed", "{second:?}");
        assert_eq!(held(&newsroom, "a"), some("old"), "{second:?}");
        assert_eq!(held(&newsroom, "b"), some("saved"), "{second:?}");
        assert_eq!(held(&newsroom, "c"), None, "{second:?}");
    }
}

#[test]
fn a_plan_that_changes_nothing_writes_nothing() {
    let (_folder, newsroom) = newsroom(&[("a", "old")]);
    newsroom.write(&[]).unwrap();
    newsroom.write(&[change("a", Some("old"), Some("old"))]).unwrap();
    assert!(!newsroom.root().join(FOLDER).exists());
}

#[cfg(unix)]
#[test]
fn two_names_of_one_file_are_refused() {
    let (_folder, newsroom) = newsroom(&[("a", "old")]);
    std::os::unix::fs::symlink("a", newsroom.root().join("b")).unwrap();
    let plan = ["a", "b"].map(|path| change(path, Some("old"), Some(path)));
    let told = newsroom.write(&plan).unwrap_err();
    assert!(told.message.contains("`b` is refused"), "{}", told.message);
    assert_eq!(held(&newsroom, "a"), some("old"));
}

#[test]
fn a_file_in_the_way_is_named_and_kept() {
    for (path, name, read) in [
        ("a", ".a.tmp-pressroom", Some("old")),
        ("c/d", "c/.d.tmp-pressroom", None),
    ] {
        let (_folder, newsroom) = newsroom(&[("a", "old"), ("b", "old"), (name, "somebody's")]);
        let plan = [change("b", Some("old"), Some("new")), change(path, read, Some("new"))];
        let told = newsroom.write(&plan).unwrap_err();
        assert!(told.message.contains(name), "{}", told.message);
        assert_eq!(held(&newsroom, name), some("somebody's"));
        assert_eq!(held(&newsroom, "b"), some("old"));
        assert_eq!(held(&newsroom, path), read.map(str::to_owned));
    }
}

#[test]
fn names_that_a_journal_cannot_hold_are_refused() {
    for path in ["a\tb", "a\nb"] {
        let (_folder, newsroom) = newsroom(&[]);
        let told = newsroom.write(&[change(path, None, Some("new"))]).unwrap_err();
        assert!(told.message.contains("tab or a line end"), "{}", told.message);
        assert_eq!(held(&newsroom, path), None);
    }
}

#[test]
fn a_path_that_leads_nowhere_is_found_part_by_part() {
    let (_folder, newsroom) = newsroom(&[("a", "text"), ("b/c", "text")]);
    let root = newsroom.root().to_owned();
    for path in ["a", "b/c", "b/d/e/f", "g/h"] {
        assert_eq!(newsroom.resolve(path).unwrap(), root.join(path));
    }
    let told = newsroom.resolve("a/b").unwrap_err();
    assert!(told.message.contains("cannot be written"), "{}", told.message);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nothing", root.join("l")).unwrap();
        std::os::unix::fs::symlink("b", root.join("m")).unwrap();
        let told = newsroom.resolve("l").unwrap_err();
        assert!(told.message.contains("leads nowhere"), "{}", told.message);
        assert_eq!(newsroom.resolve("m/n").unwrap(), root.join("b/n"));
    }
}

#[test]
fn a_return_that_was_interrupted_leaves_no_temporary_file() {
    let (_folder, mut newsroom) = newsroom(&[("a", "old")]);
    newsroom.write(&[change("a", Some("old"), Some("new"))]).unwrap();
    let own = newsroom.root().join(FOLDER);
    fs::rename(own.join("journal"), own.join("journal.open")).unwrap();
    let returning = beside(&newsroom.root().join("a"), RETURNING);
    // What was to come back waits; then what was to go came out of the exchange.
    for (there, waits) in [("new", "ol"), ("old", "new")] {
        fs::write(newsroom.root().join("a"), there).unwrap();
        fs::write(&returning, waits).unwrap();
        let open = fs::read(own.join("journal.open")).unwrap();
        newsroom.claim(Busy::Refuse).unwrap();
        assert_eq!(held(&newsroom, "a"), some("old"), "{there} {waits}");
        assert!(!returning.exists(), "{there} {waits}");
        fs::write(own.join("journal.open"), open).unwrap();
    }
}

#[test]
fn only_what_may_be_open_elsewhere_is_written_in_place() {
    for (path, is) in [
        ("/dev/stdout", true),
        ("/dev/fd/1", true),
        ("/proc/self/fd/1", true),
        ("/dev/shm/baseline.txt", false),
        ("/home/dev/baseline.txt", false),
        ("dev/baseline.txt", false),
    ] {
        assert_eq!(super::is_open_elsewhere(Path::new(path)), is, "{path}");
    }
}
