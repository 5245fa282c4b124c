//! Offsets in UTF-16 code units, which JavaScript counts, and in UTF-8 bytes, which Rust counts.

use super::types::Span;
use crate::span;

/// The offsets of one text in both units.
pub(super) struct OffsetMap<'t> {
    text: &'t str,
    /// UTF-16 units before every `STEP`-th byte; empty for ASCII, where bytes are units.
    before: Vec<u32>,
}

impl<'t> OffsetMap<'t> {
    /// Bytes between two entries of the table. A look-up counts at most so many from an entry; the table takes 4 bytes for
    /// each 64 of the text.
    const STEP: usize = 64;

    pub(super) fn new(text: &'t str) -> Self {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut units = 0;
            for (at, &byte) in text.as_bytes().iter().enumerate() {
                if at % Self::STEP == 0 {
                    before.push(units);
                }
                units += units_of(byte);
            }
            before.push(units);
        }
        Self { text, before }
    }

    /// The UTF-16 offset of a byte offset, which is on a character boundary.
    pub(super) fn utf16(&self, byte: u32) -> u32 {
        if self.before.is_empty() {
            return byte;
        }
        let byte = byte as usize;
        let step = byte / Self::STEP;
        let rest = &self.text.as_bytes()[step * Self::STEP..byte];
        self.before[step] + rest.iter().map(|&b| units_of(b)).sum::<u32>()
    }

    /// The byte offset of a UTF-16 offset: the end of the text for one behind the end, the start of the character for
    /// one inside a surrogate pair.
    pub(super) fn byte(&self, unit: u32) -> u32 {
        let length = self.text.len() as u32;
        if unit >= self.utf16(length) {
            return length;
        }
        if self.before.is_empty() {
            return unit;
        }
        let step = self.before.partition_point(|&before| before <= unit) - 1;
        let from = step * Self::STEP;
        let mut units = self.before[step];
        for (at, &byte) in self.text.as_bytes()[from..].iter().enumerate() {
            units += units_of(byte);
            if units > unit {
                return (from + at) as u32;
            }
        }
        length
    }

    pub(super) fn span(&self, span: span::Span) -> Span {
        Span {
            start: self.utf16(span.start),
            end: self.utf16(span.end),
        }
    }
}

/// UTF-16 units of the character that a UTF-8 byte begins; none for a byte inside a character.
fn units_of(byte: u8) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0.. => 2,
        _ => 1,
    }
}
