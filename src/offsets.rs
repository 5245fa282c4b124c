//! Offsets in the units that others count: UTF-16 code units, as JavaScript does, or code points.

use crate::span::Span;

/// The offsets of one text in UTF-8 bytes and in another unit.
pub(crate) struct OffsetMap<'t> {
    text: &'t str,
    /// Units of a character of four bytes.
    long: u32,
    /// Units before every `STEP`-th byte; empty for ASCII, where bytes are units.
    before: Vec<u32>,
}

impl<'t> OffsetMap<'t> {
    /// Bytes between two entries of the table. A look-up counts at most so many from an entry; the table takes 4 bytes for
    /// each 64 of the text.
    const STEP: usize = 64;

    /// In UTF-16 code units.
    pub(crate) fn utf16(text: &'t str) -> Self {
        Self::new(text, 2)
    }

    /// In code points.
    pub(crate) fn code_points(text: &'t str) -> Self {
        Self::new(text, 1)
    }

    fn new(text: &'t str, long: u32) -> Self {
        let mut map = Self {
            text,
            long,
            before: Vec::new(),
        };
        if !text.is_ascii() {
            let mut units = 0;
            for (at, &byte) in text.as_bytes().iter().enumerate() {
                if at % Self::STEP == 0 {
                    map.before.push(units);
                }
                units += map.units_of(byte);
            }
            map.before.push(units);
        }
        map
    }

    /// The offset in units of a byte offset, which is on a character boundary.
    pub(crate) fn units(&self, byte: u32) -> u32 {
        if self.before.is_empty() {
            return byte;
        }
        let byte = byte as usize;
        let step = byte / Self::STEP;
        let rest = &self.text.as_bytes()[step * Self::STEP..byte];
        self.before[step] + rest.iter().map(|&b| self.units_of(b)).sum::<u32>()
    }

    /// The byte offset of an offset in units: the end of the text for one behind the end, the start of the character for
    /// one inside a surrogate pair.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn byte(&self, unit: u32) -> u32 {
        let length = self.text.len() as u32;
        if unit >= self.units(length) {
            return length;
        }
        if self.before.is_empty() {
            return unit;
        }
        let step = self.before.partition_point(|&before| before <= unit) - 1;
        let from = step * Self::STEP;
        let mut units = self.before[step];
        for (at, &byte) in self.text.as_bytes()[from..].iter().enumerate() {
            units += self.units_of(byte);
            if units > unit {
                return (from + at) as u32;
            }
        }
        length
    }

    /// A stretch in units.
    pub(crate) fn span(&self, span: Span) -> Span {
        Span {
            start: self.units(span.start),
            end: self.units(span.end),
        }
    }

    /// Units of the character that a UTF-8 byte begins; none for a byte inside a character.
    fn units_of(&self, byte: u8) -> u32 {
        match byte {
            0x80..=0xBF => 0,
            0xF0.. => self.long,
            _ => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::OffsetMap;

    #[test]
    fn offsets_count_what_others_count() {
        let text = "aé€😀".repeat(40);
        let (units, points) = (OffsetMap::utf16(&text), OffsetMap::code_points(&text));
        for (point, (byte, _)) in text.char_indices().enumerate() {
            let unit = text[..byte].encode_utf16().count() as u32;
            assert_eq!(units.units(byte as u32), unit);
            assert_eq!(points.units(byte as u32), point as u32);
            assert_eq!(units.byte(unit), byte as u32);
        }
        assert_eq!(units.units(text.len() as u32), 200);
        assert_eq!(points.units(text.len() as u32), 160);
        assert_eq!(units.byte(999), text.len() as u32);
    }
}
