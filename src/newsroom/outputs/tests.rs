//! What an output folder holds after a build, and what a build leaves alone.

use super::folder::{open, remove, stays_inside};
use super::parts::Parts;
use super::{Extent, MANIFEST, Nowhere, Output, Published, Sink, Tree, Written, names};
use crate::names::Shard;
use crate::newsroom::cache::Cache;
use crate::newsroom::inventory::Record;
use crate::newsroom::write::sweep;
use crate::newsroom::{Digest, Newsroom, digest};
use std::fs;
use std::path::Path;

fn newsroom(files: &[&str]) -> (tempfile::TempDir, Newsroom) {
    let folder = tempfile::tempdir().unwrap();
    for path in files {
        put(folder.path(), path, "text");
    }
    let newsroom = Newsroom::found(folder.path()).unwrap();
    (folder, newsroom)
}

fn put(folder: &Path, path: &str, content: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// The files below a folder, by their path from there, without the list of them; a folder that is empty ends in `/`.
fn files(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    let mut open = vec![String::new()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(folder.join(&at)).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{at}{}", entry.file_name().to_string_lossy());
            if !entry.file_type().unwrap().is_dir() {
                files.push(path);
            } else if fs::read_dir(entry.path()).unwrap().next().is_none() {
                files.push(format!("{path}/"));
            } else {
                open.push(format!("{path}/"));
            }
        }
    }
    files.retain(|path| path != MANIFEST);
    files.sort();
    files
}

fn output(path: &str, content: &str) -> Output {
    Output {
        path: path.to_owned(),
        bytes: content.as_bytes().to_vec(),
    }
}

fn tree(newsroom: &Newsroom, outputs: &[(&str, &str)]) -> Tree {
    let tree = newsroom
        .place(Path::new("public"))
        .unwrap()
        .tree(&Cache::none())
        .unwrap();
    for (path, content) in outputs {
        let written = tree.put(output(path, content)).unwrap();
        assert_eq!(
            (written.path.as_str(), written.digest),
            (*path, digest(content.as_bytes()))
        );
    }
    tree
}

#[test]
fn no_folder_that_holds_something_else_is_published_into() {
    let own = [
        "releases/a.md",
        "locales/fr/a.ftl",
        "templates/a.html",
        ".git/HEAD",
        ".pressroom/lock",
    ];
    let (folder, newsroom) = newsroom(&[&own[..], &["full/a", "file"]].concat());
    let root = newsroom.root().to_owned();
    for out in [
        "../out",
        "public/../../out",
        ".",
        "",
        "releases",
        "releases/new",
        "locales/fr",
        "templates",
    ]
    .into_iter()
    .chain([".git", ".git/new", ".pressroom", "full", "file", "file/out"])
    {
        assert_eq!(newsroom.output_folder(Path::new(out)).unwrap_err().code, "io", "{out}");
    }
    newsroom.output_folder(&root).unwrap_err();
    newsroom.output_folder(root.parent().unwrap()).unwrap_err();
    newsroom.output_folder(&root.join("releases")).unwrap_err();
    for name in ["new", "new/deep", "releases-of-others"] {
        assert_eq!(newsroom.output_folder(Path::new(name)).unwrap(), root.join(name));
    }
    // What lies above is no concern of a full path.
    let elsewhere = root.join("full/../elsewhere");
    fs::create_dir(root.join("elsewhere")).unwrap();
    assert_eq!(newsroom.output_folder(&elsewhere).unwrap(), root.join("elsewhere"));
    for (ours, is_ours) in [
        ("half/.a.1.tmp-pressroom", true),
        ("part/.pressroom-shard-1-of-2", true),
        ("hidden/.a", false),
        ("named/a.pressroom-shard-1-of-2", false),
    ] {
        put(folder.path(), ours, "");
        let out = ours.split('/').next().unwrap();
        assert_eq!(newsroom.output_folder(Path::new(out)).is_ok(), is_ours, "{ours}");
    }
    // The list makes the folder ours, whatever else is in it; a folder of its name does not.
    put(folder.path(), &format!("full/{MANIFEST}"), "");
    newsroom.output_folder(Path::new("full")).unwrap();
    put(folder.path(), &format!("like/{MANIFEST}/a"), "");
    newsroom.output_folder(Path::new("like")).unwrap_err();
}

#[test]
fn a_tree_holds_what_was_put_and_what_others_put() {
    let (folder, newsroom) = newsroom(&[]);
    let public = folder.path().join("public");
    let done = tree(&newsroom, &[("a", "1"), ("b/c", "2"), ("d/e/f", "3")])
        .finish(&Extent::Whole)
        .unwrap();
    assert_eq!((done.written, done.unchanged), (3, 0));
    put(&public, "b/mine", "4");
    let done = tree(&newsroom, &[("a", "1"), ("b/c", "5")])
        .finish(&Extent::Whole)
        .unwrap();
    assert_eq!((done.written, done.unchanged), (1, 1));
    assert_eq!(
        (done.removed.as_slice(), done.left.len()),
        (&["d/e/f".to_owned()][..], 0)
    );
    assert_eq!(files(&public), ["a", "b/c", "b/mine"]);
    assert_eq!(fs::read(public.join("b/c")).unwrap(), b"5");
    // What somebody changed is theirs.
    put(&public, "a", "6");
    let done = tree(&newsroom, &[("h", "7")]).finish(&Extent::Whole).unwrap();
    assert_eq!(
        (done.removed, done.left),
        (vec!["b/c".to_owned()], vec!["a".to_owned()])
    );
    assert_eq!(files(&public), ["a", "b/mine", "h"]);
}

#[test]
fn a_part_leaves_the_rest_but_for_what_it_names() {
    let (folder, newsroom) = newsroom(&[]);
    let public = folder.path().join("public");
    let all = [("a", "1"), ("b/c", "2"), ("b/d", "3"), ("bc", "4")];
    tree(&newsroom, &all).finish(&Extent::Whole).unwrap();
    let part = Extent::Part(vec!["b/".to_owned()]);
    let done = tree(&newsroom, &[("b/d", "3")]).finish(&part).unwrap();
    assert_eq!(
        (done.written, done.unchanged, done.removed),
        (0, 1, vec!["b/c".to_owned()])
    );
    assert_eq!(files(&public), ["a", "b/d", "bc"]);
    // It still is known whose the rest is.
    tree(&newsroom, &[("b/d", "3")]).finish(&Extent::Whole).unwrap();
    assert_eq!(files(&public), ["b/d"]);
}

#[test]
fn a_name_stands_for_itself_and_a_folder_for_all_in_it() {
    let gone = ["a".to_owned(), "b/".to_owned()];
    for (path, is_named) in [
        ("a", true),
        ("a/b", false),
        ("ab", false),
        ("b/c", true),
        ("b/c/d", true),
        ("b", false),
        ("c/b/d", false),
    ] {
        assert_eq!(names(&gone, path), is_named, "{path}");
    }
}

#[test]
fn two_outputs_of_one_name_are_refused_and_nothing_is_left_of_them() {
    let (folder, newsroom) = newsroom(&[]);
    let tree = tree(&newsroom, &[("a/b", "1"), ("c", "2")]);
    assert_eq!(tree.put(output("a/b", "3")).unwrap_err().code, "template");
    let public = folder.path().join("public");
    assert_eq!(files(&public).len(), 2, "both wait");
    drop(tree);
    assert!(!public.exists());
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_through_a_link_that_leads_out() {
    let (folder, newsroom) = newsroom(&["elsewhere/b"]);
    let public = folder.path().join("public");
    tree(&newsroom, &[("a/b", "text")]).finish(&Extent::Whole).unwrap();
    fs::remove_file(public.join("a/b")).unwrap();
    fs::remove_dir(public.join("a")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", public.join("a")).unwrap();
    let one = newsroom
        .place(Path::new("public"))
        .unwrap()
        .tree(&Cache::none())
        .unwrap();
    let told = one.put(output("a/c", "new")).unwrap_err();
    assert!(told.message.contains("leads out"), "{}", told.message);
    drop(one);
    let done = tree(&newsroom, &[("d", "1")]).finish(&Extent::Whole).unwrap();
    assert_eq!(done.left, ["a/b"]);
    assert_eq!(files(&folder.path().join("elsewhere")), ["b"]);
    let real = fs::canonicalize(&public).unwrap();
    open(&real, &real.join("a/new")).unwrap_err();
    open(&real, &real.join("e/new")).unwrap();
    assert!(real.join("e/new").is_dir());
    // A link that leads nowhere may lead anywhere tomorrow.
    std::os::unix::fs::symlink("../nothing", real.join("nowhere")).unwrap();
    stays_inside(&real, &real.join("nowhere/new")).unwrap_err();
    assert!(stays_inside(&real, &real.join("somewhere/new")).unwrap());
    assert!(!stays_inside(&real, folder.path()).unwrap());
}

#[test]
fn only_what_is_ours_is_removed_with_the_folders_that_it_leaves_empty() {
    let folder = tempfile::tempdir().unwrap();
    let root = fs::canonicalize(folder.path()).unwrap();
    for path in ["a/b/c", "a/b/d", "e/f/g", "h"] {
        put(&root, path, path);
    }
    let ours = [digest(b"a/b/c"), digest(b"e/f/g")];
    let mut done = Published::default();
    for path in ["a/b/c", "e/f/g", "h", "none", "h/none", "a"] {
        remove(&root, path, &ours, &mut done).unwrap();
    }
    assert_eq!(done.removed, ["a/b/c", "e/f/g"]);
    assert_eq!(done.left, ["h", "a"]);
    // What cannot be looked at is not taken for gone.
    remove(&root, &"x".repeat(300), &ours, &mut done).unwrap_err();
    assert_eq!(files(&root), ["a/b/d", "h"]);
}

#[cfg(target_os = "linux")]
#[test]
fn only_what_dead_builds_left_is_swept_away() {
    let folder = tempfile::tempdir().unwrap();
    let ours = format!(".a.{}.tmp-pressroom", std::process::id());
    // No process has a number so high; the first is always there.
    let kept = [
        ".a.1.tmp-pressroom",
        ".a.tmp-pressroom",
        ".a.4194305.tmp",
        "a.4194305.tmp-pressroom",
        ".a.x.tmp-pressroom",
    ];
    for name in [&kept[..], &[".a.4194305.tmp-pressroom", ours.as_str()]].concat() {
        put(folder.path(), name, "");
    }
    sweep(folder.path());
    let mut kept = kept.to_vec();
    kept.sort_unstable();
    assert_eq!(files(folder.path()), kept);
}

#[test]
fn a_damaged_list_names_nothing_outside() {
    let folder = tempfile::tempdir().unwrap();
    let digests: Vec<Digest> = (0..9u8).map(|n| digest(&[n])).collect();
    let list = ["a", "b/c", "../d", "/e", "", "x", "a\ng", "./h"];
    let lines = digests
        .iter()
        .zip(list)
        .map(|(digest, path)| format!("{digest}  {path}\n"));
    let strange = ["1  i\n".to_owned(), format!("{} j\n", digests[8])];
    put(folder.path(), MANIFEST, &lines.chain(strange).collect::<String>());
    let known = super::manifest::read(folder.path()).unwrap();
    let known: Vec<(&str, Digest)> = known.lines().collect();
    let mut expected = [
        ("a", digests[0]),
        ("a", digests[6]),
        ("b/c", digests[1]),
        ("x", digests[5]),
    ];
    expected.sort_unstable();
    assert_eq!(known, expected);
}

#[test]
fn what_was_built_before_is_held_while_it_is_as_it_was() {
    let (folder, newsroom) = newsroom(&["program"]);
    let cache = Cache::of(&newsroom, &folder.path().join("cache"), &folder.path().join("program"));
    let begin = || newsroom.place(Path::new("public")).unwrap().tree(&cache).unwrap();
    let first = begin();
    let written = [("a", "1"), ("b/c", "2")].map(|(path, content)| first.put(output(path, content)).unwrap());
    assert!(!Nowhere.holds(&written));
    first.finish(&Extent::Whole).unwrap();
    let second = begin();
    assert!(second.record.is_of(2), "what was seen is written down");
    assert!(second.holds(&written));
    let done = second.finish(&Extent::Whole).unwrap();
    assert_eq!((done.written, done.unchanged, done.removed.len()), (0, 2, 0));
    // What is not as it was is not held, and nothing beside it.
    let public = folder.path().join("public");
    put(&public, "b/c", "3");
    let third = begin();
    assert!(!third.holds(&written));
    third.put(output("a", "1")).unwrap();
    third.put(output("b/c", "2")).unwrap();
    let done = third.finish(&Extent::Whole).unwrap();
    assert_eq!((done.written, done.unchanged), (1, 1));
    let none = Written {
        path: "none".to_owned(),
        digest: digest(b""),
    };
    assert!(!begin().holds(&[none]));
}

#[test]
fn what_somebody_changes_while_it_is_put_in_place_is_not_taken_for_ours() {
    type Deed = fn(&Path);
    let deeds: [(Deed, usize); 4] = [
        (|_| {}, 1),
        (|path| fs::write(path, "2").unwrap(), 0),
        (|path| fs::write(path, "12").unwrap(), 0),
        (|path| fs::remove_file(path).unwrap(), 0),
    ];
    for (deed, remembered) in deeds {
        let (folder, newsroom) = newsroom(&["program"]);
        let cache = Cache::of(&newsroom, &folder.path().join("cache"), &folder.path().join("program"));
        let tree = newsroom.place(Path::new("public")).unwrap().tree(&cache).unwrap();
        tree.put(output("a", "1")).unwrap();
        let (now, waiting) = {
            let mut made = tree.made();
            (std::mem::take(&mut made.now), made.waiting.clone())
        };
        tree.place(&waiting).unwrap();
        // The clock of a file system may tick every few milliseconds only.
        std::thread::sleep(std::time::Duration::from_millis(20));
        deed(&folder.path().join("public/a"));
        tree.remember(now, &waiting);
        assert!(Record::load(&cache, &tree.name).is_of(remembered));
    }
}

#[test]
fn the_parts_of_one_build_are_put_together_and_of_no_other() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "program", "one");
    put(folder.path(), "other", "two");
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let parts = |program: &str| Parts::of(&out, &folder.path().join(program)).unwrap();
    let (ours, others) = (parts("program"), parts("other"));
    let leave = |parts: &Parts, number: u32, of: u32, kind: &str, results: &[u32]| {
        parts.leave(Shard { number, of }, kind, &results).unwrap();
    };
    let refused = |kind: &str| ours.take::<u32>(kind).unwrap_err();
    assert!(refused("pages").message.contains("no part"));
    leave(&ours, 2, 2, "pages", &[3]);
    assert!(refused("pages").message.contains("part 1 of 2 is not there"));
    leave(&ours, 1, 2, "pages", &[1, 2]);
    put(&out, "mine", "");
    assert_eq!(ours.take::<u32>("pages").unwrap(), [1, 2, 3]);
    for (parts, kind) in [(&ours, "preview"), (&others, "pages")] {
        leave(parts, 2, 2, kind, &[3]);
        let told = refused("pages");
        assert!(
            told.message.contains("part 2 of 2 was made by another"),
            "{}",
            told.message
        );
    }
    leave(&ours, 2, 2, "pages", &[3]);
    leave(&ours, 1, 3, "pages", &[]);
    assert!(refused("pages").message.contains("different numbers of parts"));
    ours.clear().unwrap();
    assert_eq!(files(&out), ["mine"]);
}
