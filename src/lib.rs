//! Publishes press releases in many languages from one English source, in a plain git repository.
//!
//! The story, from the disk to the reader. A *release* is one English Markdown document; [`release`] cuts it into
//! *segments*, the blocks that are translated. [`align`] compares them with the committed source *catalog* and says
//! which segment of yesterday is which of today, so that every segment keeps its id for life. Each locale keeps its
//! translations in Fluent files that [`catalog`] reads and edits byte by byte. [`edition`] lays the two side by side
//! and derives, for every segment, whether its translation is missing, stale, a draft, unverified or fresh. From
//! editions come the pages and the wire text ([`render`]), the findings of [`check`] and the figures of [`status`].
//!
//! Everything flows one way, from values to values; the only mutation is a write at the very end, and only
//! [`newsroom`] touches the disk. Imports run downward in the list below; a test holds the floors.
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, reason = "a test that cannot go on should stop at once")
)]

pub mod align;
pub mod catalog;
pub mod check;
pub mod desk;
pub mod diagnostic;
pub mod edition;
pub mod extraction;
pub mod facts;
pub mod gate;
pub mod ledger;
pub mod locale;
pub mod memory;
pub mod names;
pub mod newsroom;
pub mod press;
pub mod publication;
pub mod release;
pub mod render;
pub mod report;
pub mod status;
pub mod updating;
pub mod worksheet;
