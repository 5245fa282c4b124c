//! The pieces of words that the model knows, in the order of their bytes. A piece's number is its place in that order.

use std::{cmp::Ordering, ops::Range};

use crate::{FileError, file::Cursor, normal::BLANK};

/// The most pieces: a bound on memory. The model in use has 128,000.
const MOST_PIECES: usize = 1 << 19;
/// What is told when the part does not fit.
const WRONG: FileError = FileError::Inconsistent("the vocabulary");

/// All pieces.
pub(crate) struct Vocabulary {
    /// All pieces, one behind the other.
    bytes: Vec<u8>,
    /// Where each piece starts in `bytes`, and where the last one ends.
    starts: Vec<u32>,
    scores: Vec<f32>,
    /// The pieces that start with each byte, and where the last ones end.
    firsts: Vec<u32>,
    /// The piece for what no piece has.
    pub(crate) unknown: u32,
    /// The piece before each text.
    pub(crate) first: u32,
    /// The piece after each text.
    pub(crate) last: u32,
    pub(crate) unknown_score: f32,
}

impl Vocabulary {
    pub(crate) fn read(from: &mut Cursor<'_>) -> Result<Self, FileError> {
        let count = from.count(MOST_PIECES)?;
        let mut named = || from.count(count.saturating_sub(1)).map(|at| at as u32);
        let (unknown, first, last) = (named()?, named()?, named()?);
        let unknown_score = from.f32()?;
        let scores = from.floats(count)?;
        let (bytes, starts) = read_pieces(from.bytes()?, count)?;
        let mut vocabulary = Self {
            bytes,
            starts,
            scores,
            firsts: Vec::new(),
            unknown,
            first,
            last,
            unknown_score,
        };
        vocabulary.check()?;
        vocabulary.firsts = vocabulary.count_firsts();
        Ok(vocabulary)
    }

    pub(crate) fn len(&self) -> usize {
        self.scores.len()
    }

    /// A piece as text.
    pub(crate) fn text(&self, piece: u32) -> &str {
        std::str::from_utf8(self.piece(piece as usize)).unwrap_or_default()
    }

    /// Whether a piece is the mark for a blank alone.
    pub(crate) fn is_blank(&self, piece: u32) -> bool {
        self.piece(piece as usize) == BLANK.as_bytes()
    }

    fn piece(&self, at: usize) -> &[u8] {
        &self.bytes[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// Pieces are texts, and each is behind the one before.
    fn check(&self) -> Result<(), FileError> {
        let numbers = 0..self.len();
        let are_texts = numbers.clone().all(|at| {
            let piece = self.piece(at);
            !piece.is_empty() && std::str::from_utf8(piece).is_ok()
        });
        let in_order = numbers
            .skip(1)
            .all(|at| self.piece(at - 1) < self.piece(at));
        (self.len() > 0 && are_texts && in_order)
            .then_some(())
            .ok_or(WRONG)
    }

    fn count_firsts(&self) -> Vec<u32> {
        let mut firsts = vec![0; 257];
        for at in 0..self.len() {
            firsts[usize::from(self.piece(at)[0]) + 1] += 1;
        }
        for byte in 0..256 {
            firsts[byte + 1] += firsts[byte];
        }
        firsts
    }

    /// Calls `found` with the length, number and score of each piece that `text` starts with, shortest first.
    pub(crate) fn prefixes(&self, text: &[u8], mut found: impl FnMut(usize, u32, f32)) {
        let Some(&first) = text.first() else {
            return;
        };
        let range = &self.firsts[usize::from(first)..][..2];
        let mut range = range[0] as usize..range[1] as usize;
        for length in 1..=text.len() {
            if length > 1 {
                range = self.narrowed(range, length - 1, text[length - 1]);
            }
            if range.is_empty() {
                return;
            }
            // The shortest of those with this prefix is the first.
            if self.piece(range.start).len() == length {
                let score = self.scores[range.start];
                if score > f32::NEG_INFINITY {
                    found(length, range.start as u32, score);
                }
            }
        }
    }

    /// Of pieces with a common prefix of `at` bytes, those whose next byte is `byte`.
    fn narrowed(&self, range: Range<usize>, at: usize, byte: u8) -> Range<usize> {
        let order = |piece: usize| match self.piece(piece).get(at) {
            Some(found) => found.cmp(&byte),
            None => Ordering::Less,
        };
        let start = partition(range.clone(), |piece| order(piece) == Ordering::Less);
        let end = partition(start..range.end, |piece| order(piece) == Ordering::Equal);
        start..end
    }
}

/// The first number in `range` of which `before` does not hold, where it holds up to some number and of none behind it.
fn partition(mut range: Range<usize>, before: impl Fn(usize) -> bool) -> usize {
    while !range.is_empty() {
        let middle = range.start + range.len() / 2;
        if before(middle) {
            range.start = middle + 1;
        } else {
            range.end = middle;
        }
    }
    range.start
}

/// The pieces, each written as the difference to the one before.
fn read_pieces(mut coded: &[u8], count: usize) -> Result<(Vec<u8>, Vec<u32>), FileError> {
    let mut bytes: Vec<u8> = Vec::new();
    let mut starts = vec![0];
    let mut before = 0..0;
    for _ in 0..count {
        let (&[kept, further], rest) = coded.split_first_chunk().ok_or(WRONG)?;
        let kept = usize::from(kept);
        if kept > before.len() || usize::from(further) > rest.len() {
            return Err(WRONG);
        }
        let (further, rest) = rest.split_at(usize::from(further));
        let start = bytes.len();
        bytes.extend_from_within(before.start..before.start + kept);
        bytes.extend_from_slice(further);
        before = start..bytes.len();
        starts.push(u32::try_from(bytes.len()).map_err(|_| WRONG)?);
        coded = rest;
    }
    coded.is_empty().then_some((bytes, starts)).ok_or(WRONG)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::synthetic::write_vocabulary;

    fn read(pieces: &[(&str, f32)]) -> Result<Vocabulary, FileError> {
        let mut bytes = Vec::new();
        write_vocabulary(&mut bytes, pieces);
        Vocabulary::read(&mut Cursor::new(&bytes, 0))
    }

    #[test]
    fn prefixes_are_found_shortest_first() {
        let pieces = [
            ("a", -1.0),
            ("ab", -2.0),
            ("abcd", -3.0),
            ("abd", f32::NEG_INFINITY),
            ("b", -4.0),
            ("é", -5.0),
            ("éa", -6.0),
        ];
        let vocabulary = read(&pieces).unwrap();
        let found = |text: &str| {
            let mut found = Vec::new();
            vocabulary.prefixes(text.as_bytes(), |length, piece, score| {
                assert_eq!(score, pieces[piece as usize].1);
                assert_eq!(length, pieces[piece as usize].0.len());
                found.push(pieces[piece as usize].0);
            });
            found
        };
        assert_eq!(found("abcde"), ["a", "ab", "abcd"]);
        assert_eq!(found("abd"), ["a", "ab"]);
        assert_eq!(found("éab"), ["é", "éa"]);
        assert!(found("x").is_empty() && found("").is_empty());
    }

    #[test]
    fn pieces_out_of_order_are_refused() {
        for pieces in [
            &[("b", 0.0), ("a", 0.0)][..],
            &[("a", 0.0), ("a", 0.0)],
            &[],
        ] {
            assert_eq!(read(pieces).err(), Some(WRONG));
        }
    }
}
