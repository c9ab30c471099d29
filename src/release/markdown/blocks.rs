//! From the parser's blocks to ours.

use crate::release::{Alert, Alignment, Block};
use pulldown_cmark::{BlockQuoteKind, Tag, TagEnd};

/// The block that begins with this tag, unless the tag is an inline one or a leaf's.
pub(crate) fn block(tag: Tag<'_>) -> Option<Block> {
    Some(match tag {
        Tag::Paragraph => Block::Paragraph,
        Tag::Heading { level, id, .. } => Block::Heading {
            level: level as u8,
            anchor: id.map(|id| id.into_string()),
        },
        Tag::BlockQuote(None) => Block::Quote,
        Tag::BlockQuote(Some(kind)) => Block::Alert(alert(kind)),
        // Whether it is tight is known at its end.
        Tag::List(start) => Block::List { start, tight: true },
        Tag::Item => Block::Item,
        Tag::FootnoteDefinition(label) => Block::Footnote(label.into_string()),
        Tag::DefinitionList => Block::DefinitionList,
        Tag::DefinitionListTitle => Block::DefinitionTitle,
        Tag::DefinitionListDefinition => Block::DefinitionDetails,
        Tag::Table(columns) => Block::Table(columns.into_iter().map(alignment).collect()),
        Tag::TableHead => Block::TableHead,
        Tag::TableRow => Block::TableRow,
        Tag::TableCell => Block::TableCell,
        _ => return None,
    })
}

/// Whether the tag ends a block that [`block`] begins.
pub(crate) fn is_block_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
    )
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Start,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::End,
    }
}
