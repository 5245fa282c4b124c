//! Offsets in UTF-16 code units.

use super::out::Span;
use crate::span;

/// UTF-16 offsets of one text.
pub(super) struct Units<'t> {
    text: &'t str,
    /// UTF-16 units before every `STEP`-th byte; empty for ASCII, where bytes are units.
    before: Vec<u32>,
}

impl<'t> Units<'t> {
    /// Bytes between two entries of the table: small enough to count on from one of them at every look-up.
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

    /// UTF-16 units before a byte offset on a character boundary.
    pub(super) fn at(&self, byte: u32) -> u32 {
        if self.before.is_empty() {
            return byte;
        }
        let byte = byte as usize;
        let step = byte / Self::STEP;
        let rest = &self.text.as_bytes()[step * Self::STEP..byte];
        self.before[step] + rest.iter().map(|&b| units_of(b)).sum::<u32>()
    }

    pub(super) fn span(&self, span: span::Span) -> Span {
        Span {
            start: self.at(span.start),
            end: self.at(span.end),
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

/// Offsets in UTF-16 code units, ascending, as bytes; what lies behind the end is the end, inside a surrogate pair its
/// start.
pub(super) fn to_bytes(text: &str, units: &[u32]) -> Vec<u32> {
    let mut bytes = Vec::with_capacity(units.len());
    let mut at = 0;
    let mut chars = text.char_indices().peekable();
    for &unit in units {
        while let Some((_, next)) = chars.peek()
            && at + next.len_utf16() as u32 <= unit
        {
            at += next.len_utf16() as u32;
            chars.next();
        }
        bytes.push(chars.peek().map_or(text.len(), |(byte, _)| *byte) as u32);
    }
    bytes
}
