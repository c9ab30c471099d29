//! Whatever lies where the cache lay: unless it is what was kept, byte for byte, it is no cache; and not even a file with the right seal
//! makes the program fail.

use crate::properties::input::Input;
use pressroom::gate::kept::Kept;
use pressroom::newsroom::cache::Cache;
use pressroom::newsroom::digest;
use pressroom::newsroom::inventory::{Record, Stamp};
use pressroom::press::printed::{Listed, Printed};
use std::cell::OnceCell;
use std::path::PathBuf;

/// A folder with a cache of the program `program`.
struct Room {
    folder: tempfile::TempDir,
    cache: Cache,
    /// A kept file.
    kept: Vec<u8>,
}

thread_local! {
    static ROOM: OnceCell<Room> = const { OnceCell::new() };
}

/// Rows as the cache keeps them.
type Rows<V> = Vec<(String, String, V)>;

/// Input: the bytes of a file of the cache; how a good one is damaged.
pub(crate) fn holds(data: &[u8]) {
    let mut input = Input::new(data);
    let bytes = input.bytes();
    ROOM.with(|room| {
        let room = room.get_or_init(Room::new);
        room.put(bytes);
        assert_eq!(room.known(), if bytes == room.kept { Some(value()) } else { None });
        room.assert_damaged_is_nothing(bytes, &mut input);
        room.put(&room.sealed(bytes));
        room.read_as_everything();
    });
}

fn value() -> Rows<u64> {
    vec![("2018/dialogue".to_owned(), "key".to_owned(), 17)]
}

impl Room {
    fn new() -> Room {
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        let program = folder.path().join("program");
        std::fs::write(&program, "a program").expect("it can be written");
        let cache = Cache::between(&folder.path().join("cache"), &program).expect("the program can be read");
        cache.save("file", &value());
        let kept = std::fs::read(folder.path().join("cache/file")).expect("it was kept");
        Room { folder, cache, kept }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("cache/file")
    }

    fn put(&self, bytes: &[u8]) {
        std::fs::write(self.path(), bytes).expect("it can be written");
    }

    fn known(&self) -> Option<Rows<u64>> {
        self.cache.load("file").map(|(value, _)| value)
    }

    /// A good file with some bytes at some place replaced by others.
    fn assert_damaged_is_nothing(&self, bytes: &[u8], input: &mut Input<'_>) {
        let from = input.below(self.kept.len() + 1);
        let to = (from + input.below(16)).min(self.kept.len());
        let mut damaged = self.kept.clone();
        damaged.splice(from..to, bytes.iter().copied().take(16));
        if damaged != self.kept {
            self.put(&damaged);
            assert_eq!(self.known(), None, "{damaged:?}");
        }
    }

    /// The bytes under a head that names this program and their digest.
    fn sealed(&self, body: &[u8]) -> Vec<u8> {
        let end = self.kept.iter().position(|byte| *byte == b'\n').unwrap_or_default();
        let head = String::from_utf8_lossy(&self.kept[..end]);
        let (head, _) = head.rsplit_once(' ').expect("the head ends with a digest");
        [format!("{head} {}\n", digest(body)).as_bytes(), body].concat()
    }

    /// As each of the things that are kept: something or nothing, but no panic, and no more memory than the file is worth.
    fn read_as_everything(&self) {
        self.cache.load::<Rows<Printed>>("file");
        self.cache.load::<(String, Listed)>("file");
        self.cache.load::<Vec<(Stamp, String, String)>>("file");
        self.cache.load::<Rows<Kept>>("file");
        Record::load(&self.cache, "file");
    }
}
