//! Tables in plain text: in columns where they fit, otherwise row by row with each cell behind the name of its column.

use crate::diagnostic::Diagnostic;
use crate::locale::{Direction, Locale};
use crate::release::{Alignment, Block};
use crate::render::body::{Held, Piece};
use crate::render::html::blocks;
use crate::render::strings::Args;
use crate::render::text::{Layout, Line, indent, join, paragraph};
use crate::render::wrap::width;

/// The space between two columns.
const GAP: &str = "  ";

/// A table as text, cell by cell.
struct Grid {
    /// The names of the columns, and their languages.
    head: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
}

/// A cell: its text, and the language that breaks its lines.
#[derive(Clone)]
struct Cell {
    text: String,
    locale: Locale,
}

/// The table in at most `columns` columns.
pub(super) fn lay(
    layout: &Layout<'_>,
    held: &Held,
    alignments: &[Alignment],
    columns: usize,
) -> Result<Vec<Line>, Diagnostic> {
    let grid = grid(layout, held)?;
    let widths = widths(&grid);
    let total = widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1);
    let one_line = |cell: &Cell| !cell.text.contains('\n');
    let plain = grid.head.iter().chain(grid.rows.iter().flatten()).all(one_line);
    // Columns of a right-to-left table would need every program to lay out spaces from the right; records read well everywhere.
    if total <= columns && plain && layout.strings.locale().direction() == Direction::Ltr {
        Ok(in_columns(&grid, &widths, alignments))
    } else {
        in_records(layout, &grid, columns)
    }
}

fn grid(layout: &Layout<'_>, held: &Held) -> Result<Grid, Diagnostic> {
    let mut grid = Grid {
        head: Vec::new(),
        rows: Vec::new(),
    };
    for row in blocks(&held.pieces) {
        let cells = blocks(&row.pieces)
            .map(|cell| text_of(layout, cell))
            .collect::<Result<Vec<Cell>, _>>()?;
        if row.block == Block::TableHead {
            grid.head = cells;
        } else {
            grid.rows.push(cells);
        }
    }
    Ok(grid)
}

fn text_of(layout: &Layout<'_>, held: &Held) -> Result<Cell, Diagnostic> {
    let mut text = String::new();
    let mut locale = layout.strings.locale().clone();
    for piece in &held.pieces {
        if let Piece::Run(run) = piece {
            text.push_str(&layout.run(run)?);
            locale = run.locale.clone();
        }
    }
    Ok(Cell {
        text: text.trim().to_owned(),
        locale,
    })
}

fn widths(grid: &Grid) -> Vec<usize> {
    let count = grid.rows.iter().map(Vec::len).max().unwrap_or(0).max(grid.head.len());
    let widest = |column: usize| {
        let cells = std::iter::once(&grid.head).chain(&grid.rows);
        cells
            .filter_map(|row| row.get(column))
            .map(|cell| width(&cell.text))
            .max()
    };
    (0..count).map(|column| widest(column).unwrap_or(0)).collect()
}

fn in_columns(grid: &Grid, widths: &[usize], alignments: &[Alignment]) -> Vec<Line> {
    let line = |row: &[Cell]| {
        let cells = widths.iter().enumerate().map(|(column, wide)| {
            let text = row.get(column).map_or("", |cell| cell.text.as_str());
            let space = wide.saturating_sub(width(text));
            let before = match alignments.get(column) {
                Some(Alignment::End) => space,
                Some(Alignment::Center) => space / 2,
                _ => 0,
            };
            format!("{}{text}{}", " ".repeat(before), " ".repeat(space - before))
        });
        Line {
            text: cells.collect::<Vec<_>>().join(GAP).trim_end().to_owned(),
            soft: false,
        }
    };
    let mut lines = Vec::new();
    if grid.head.iter().any(|cell| !cell.text.is_empty()) {
        lines.push(line(&grid.head));
        let rules: Vec<String> = widths.iter().map(|wide| "-".repeat(*wide)).collect();
        lines.push(Line {
            text: rules.join(GAP),
            soft: false,
        });
    }
    lines.extend(grid.rows.iter().map(|row| line(row)));
    lines
}

/// Each row by itself: `name of the column: what stands in the cell`.
fn in_records(layout: &Layout<'_>, grid: &Grid, columns: usize) -> Result<Vec<Line>, Diagnostic> {
    let mut records = Vec::new();
    for row in &grid.rows {
        let mut record = Vec::new();
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty()) {
            let name = grid.head.get(column).map_or("", |head| head.text.as_str());
            let text = if name.is_empty() {
                cell.text.clone()
            } else {
                let args = Args::none().text("label", name).text("value", cell.text.as_str());
                layout.strings.get("label-value", &args)?
            };
            let mut lines = paragraph(&text, columns.saturating_sub(2), &cell.locale);
            lines.iter_mut().for_each(|line| line.soft = false);
            let rest = lines.split_off(1.min(lines.len()));
            record.extend(lines);
            record.extend(indent(rest, "  "));
        }
        records.push(record);
    }
    if records.is_empty() {
        let names: Vec<String> = grid.head.iter().map(|cell| cell.text.clone()).collect();
        records.push(paragraph(&names.join(GAP), columns, layout.strings.locale()));
    }
    Ok(join(records))
}
