//! Tables: paired by equal cells, then column by column and row by row; cells follow their rows.

use crate::align::matching::Work;
use crate::align::sequence;
use std::collections::{BTreeMap, HashMap};

/// The likeness that a row needs between two paired rows.
const BETWEEN: f64 = 0.44;
/// The same where as many new as old rows are free, so that position speaks too.
const EVEN: f64 = 0.2;
/// From this likeness on a row is found wherever it moved in its table.
const STRONG: f64 = 0.75;
/// Up to this product of lengths every old row is compared with every new one.
const EVERY: usize = 4_096;
/// A cell's text that stands in more rows than this does not lead to candidates.
const RARE: usize = 40;

type Row = Vec<usize>;

/// Pairs the cells of all tables.
pub(crate) fn pair(work: &mut Work) {
    for (old, new) in tables(work) {
        let (Some(before), Some(after)) = (work.old.tables.get(old).cloned(), work.new.tables.get(new).cloned()) else {
            continue;
        };
        // Rows decide: what equal cells elsewhere found is taken apart.
        after.iter().flatten().for_each(|cell| work.part(*cell));
        for old in before.iter().flatten() {
            if let Some(new) = work.new_of(*old) {
                work.part(new);
            }
        }
        let columns = Columns::of(work, &before, &after);
        for (old, new) in rows(work, &before, &after, &columns) {
            pair_cells(work, &old, &new, &columns);
        }
    }
}

/// Which old table is which new one: by the weight of equal cells, then by order in the same release.
fn tables(work: &Work) -> Vec<(usize, usize)> {
    let mut votes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (new, block) in work.new.blocks.iter().enumerate() {
        let old = work
            .old_of(new)
            .and_then(|old| work.old_block(old))
            .and_then(|old| old.cell);
        if let (Some(old), Some(place)) = (old, block.cell) {
            *votes.entry((old.table, place.table)).or_default() += 1 + block.words.len();
        }
    }
    let mut votes = votes.into_iter().collect::<Vec<_>>();
    votes.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut found = Pairing::new(work.old.tables.len(), work.new.tables.len());
    for ((old, new), _) in votes {
        found.pair(old, new);
    }
    let first = |table: &Vec<Row>| table.first().and_then(|row| row.first()).copied();
    let mut waiting: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (old, table) in work
        .old
        .tables
        .iter()
        .enumerate()
        .rev()
        .filter(|(old, _)| found.is_free_old(*old))
    {
        if let Some(block) = first(table).and_then(|cell| work.old_block(cell)) {
            waiting
                .entry((block.file, table.first().map_or(0, Vec::len)))
                .or_default()
                .push(old);
        }
    }
    for (new, table) in work.new.tables.iter().enumerate() {
        let file = first(table)
            .and_then(|cell| work.new_block(cell))
            .and_then(|block| work.mate(block.file));
        let key = file
            .map(|file| (file, table.first().map_or(0, Vec::len)))
            .filter(|_| found.is_free_new(new));
        if let Some(old) = key.and_then(|key| waiting.get_mut(&key)).and_then(Vec::pop) {
            found.pair(old, new);
        }
    }
    found.pairs
}

/// A one-to-one pairing in the making.
struct Pairing {
    old: Vec<bool>,
    new: Vec<bool>,
    pairs: Vec<(usize, usize)>,
}

impl Pairing {
    fn new(old: usize, new: usize) -> Pairing {
        Pairing {
            old: vec![true; old],
            new: vec![true; new],
            pairs: Vec::new(),
        }
    }

    fn is_free_old(&self, old: usize) -> bool {
        self.old.get(old) == Some(&true)
    }

    fn is_free_new(&self, new: usize) -> bool {
        self.new.get(new) == Some(&true)
    }

    fn pair(&mut self, old: usize, new: usize) {
        if self.is_free_old(old) && self.is_free_new(new) {
            self.old.get_mut(old).into_iter().for_each(|free| *free = false);
            self.new.get_mut(new).into_iter().for_each(|free| *free = false);
            self.pairs.push((old, new));
        }
    }
}

/// Which old column is which new one.
struct Columns {
    new_of: BTreeMap<usize, usize>,
    old_count: usize,
    new_count: usize,
}

impl Columns {
    fn of(work: &Work, before: &[Row], after: &[Row]) -> Columns {
        let width = |rows: &[Row]| rows.iter().map(Vec::len).max().unwrap_or(0);
        let (old_count, new_count) = (width(before), width(after));
        let mut new_of: BTreeMap<usize, usize> = (0..old_count.min(new_count)).map(|c| (c, c)).collect();
        if old_count != new_count
            && let (Some(old), Some(new)) = (before.first(), after.first())
        {
            let one = old.iter().map(|cell| old_text(work, *cell)).collect::<Vec<_>>();
            let other = new.iter().map(|cell| new_text(work, *cell)).collect::<Vec<_>>();
            let common = sequence::common(&one, &other);
            if !common.is_empty() {
                new_of = common.into_iter().collect();
            }
        }
        Columns {
            new_of,
            old_count,
            new_count,
        }
    }

    /// How alike two rows are, 0 to 1; the first column, which names the row, and longer texts count for more.
    fn likeness(&self, work: &Work, old: &Row, new: &Row) -> f64 {
        let (mut alike, mut whole) = (0.0, 0.0);
        for (column, cell) in old.iter().enumerate() {
            let Some(before) = work.old_block(*cell) else { continue };
            let weight = (if column == 0 { 1.5 } else { 1.0 }) * (1.0 + 0.1 * before.words.len().min(10) as f64);
            whole += weight;
            let Some(other) = self.new_of.get(&column).and_then(|c| new.get(*c)) else {
                continue;
            };
            let Some(after) = work.new_block(*other) else { continue };
            if before.text == after.text {
                alike += weight;
            } else if before.words.len() + after.words.len() > 2 {
                let parts = work.similarity.parts(&work.old, *cell, &work.new, *other);
                alike += weight * 0.8 * crate::align::similarity::Similarity::symmetric(before, after, &parts);
            }
        }
        whole += 0.3 * self.new_count.saturating_sub(self.new_of.len()) as f64;
        if whole > 0.0 { alike / whole } else { 0.0 }
    }
}

fn old_text(work: &Work, cell: usize) -> u64 {
    work.old_block(cell).map_or(u64::MAX, |b| u64::from(b.text))
}

fn new_text(work: &Work, cell: usize) -> u64 {
    work.new_block(cell).map_or(u64::MAX, |b| u64::from(b.text))
}

/// Which old row is which new one: equal rows in order, strong pairs anywhere, then in order between the equal ones.
fn rows(work: &Work, before: &[Row], after: &[Row], columns: &Columns) -> Vec<(Row, Row)> {
    let mut found = Pairing::new(before.len(), after.len());
    let exact = equal_rows(work, before, after, columns);
    exact.iter().for_each(|(i, j)| found.pair(*i, *j));
    let free_old = (0..before.len()).filter(|i| found.is_free_old(*i)).collect::<Vec<_>>();
    let free_new = (0..after.len()).filter(|j| found.is_free_new(*j)).collect::<Vec<_>>();
    let mut strong = Vec::new();
    for (i, j) in row_candidates(work, before, after, &free_old, &free_new) {
        if let (Some(old), Some(new)) = (before.get(i), after.get(j)) {
            strong.push((columns.likeness(work, old, new), i.abs_diff(j), i, j));
        }
    }
    strong.retain(|(likeness, ..)| *likeness >= STRONG);
    strong.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2, a.3).cmp(&(b.1, b.2, b.3))));
    strong.iter().for_each(|(_, _, i, j)| found.pair(*i, *j));
    let (mut from, mut to) = (0, 0);
    for (i, j) in exact.into_iter().chain([(before.len(), after.len())]) {
        let old = (from..i).filter(|i| found.is_free_old(*i)).collect::<Vec<_>>();
        let new = (to..j).filter(|j| found.is_free_new(*j)).collect::<Vec<_>>();
        (from, to) = (i + 1, j + 1);
        let threshold = if old.len() == new.len() { EVEN } else { BETWEEN };
        let mut pairs = Vec::new();
        for (i, j) in row_candidates(work, before, after, &old, &new) {
            if let (Some(old), Some(new)) = (before.get(i), after.get(j)) {
                let likeness = columns.likeness(work, old, new);
                if likeness >= threshold {
                    pairs.push((i, j, likeness));
                }
            }
        }
        pairs.sort_by_key(|(i, j, _)| (*i, *j));
        sequence::increasing(&pairs)
            .into_iter()
            .for_each(|(i, j)| found.pair(i, j));
    }
    let row = |rows: &[Row], at: usize| rows.get(at).cloned().unwrap_or_default();
    found
        .pairs
        .iter()
        .map(|(i, j)| (row(before, *i), row(after, *j)))
        .collect()
}

/// Rows whose cells are equal column by column, in order.
fn equal_rows(work: &Work, before: &[Row], after: &[Row], columns: &Columns) -> Vec<(usize, usize)> {
    let mut numbers: HashMap<Vec<(usize, u64)>, u64> = HashMap::new();
    let mut number = |row: Vec<(usize, u64)>| {
        let next = numbers.len() as u64;
        *numbers.entry(row).or_insert(next)
    };
    let old_key = |row: &Row| {
        let cells = row.iter().enumerate();
        let mut key = cells
            .filter_map(|(c, cell)| Some((*columns.new_of.get(&c)?, old_text(work, *cell))))
            .collect::<Vec<_>>();
        key.sort_unstable();
        key
    };
    let kept = columns.new_of.values().copied().collect::<Vec<_>>();
    let new_key = |row: &Row| {
        let cells = row.iter().enumerate().filter(|(c, _)| kept.contains(c));
        cells.map(|(c, cell)| (c, new_text(work, *cell))).collect::<Vec<_>>()
    };
    let one = before.iter().map(|row| number(old_key(row))).collect::<Vec<_>>();
    let other = after.iter().map(|row| number(new_key(row))).collect::<Vec<_>>();
    sequence::common(&one, &other)
}

/// The pairs of rows worth a look: all of them if they are few, else those with a rare cell in common.
fn row_candidates(work: &Work, before: &[Row], after: &[Row], old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    if old.len() * new.len() <= EVERY {
        return old.iter().flat_map(|i| new.iter().map(move |j| (*i, *j))).collect();
    }
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    for i in old {
        for cell in before.get(*i).into_iter().flatten() {
            places.entry(old_text(work, *cell)).or_default().push(*i);
        }
    }
    let mut pairs = Vec::new();
    for j in new {
        for cell in after.get(*j).into_iter().flatten() {
            let rows = places.get(&new_text(work, *cell)).filter(|rows| rows.len() <= RARE);
            pairs.extend(rows.into_iter().flatten().map(|i| (*i, *j)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Pairs the cells of two rows: by column if both rows are complete, else equal cells first and the others in order.
fn pair_cells(work: &mut Work, old: &Row, new: &Row, columns: &Columns) {
    let mut pairs = Vec::new();
    if old.len() == columns.old_count && new.len() == columns.new_count {
        let by_column = columns
            .new_of
            .iter()
            .filter_map(|(c, d)| Some((*old.get(*c)?, *new.get(*d)?)));
        pairs.extend(by_column);
    } else {
        let one = old.iter().map(|cell| old_text(work, *cell)).collect::<Vec<_>>();
        let other = new.iter().map(|cell| new_text(work, *cell)).collect::<Vec<_>>();
        let (mut from, mut to) = (0, 0);
        for (i, j) in sequence::common(&one, &other)
            .into_iter()
            .chain([(old.len(), new.len())])
        {
            let before = old.get(from..i).unwrap_or_default();
            let after = new.get(to..j).unwrap_or_default();
            if before.len() == after.len() {
                pairs.extend(before.iter().copied().zip(after.iter().copied()));
            }
            if let (Some(before), Some(after)) = (old.get(i), new.get(j)) {
                pairs.push((*before, *after));
            }
            (from, to) = (i + 1, j + 1);
        }
    }
    for (old, new) in pairs {
        let likeness = work.score(old, new).max(0.0);
        work.pair(old, new, likeness);
    }
}
