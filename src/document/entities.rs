//! Tokens of text that has characters as entities of HTML: `can&rsquo;t`.

use std::ops::Range;

use super::{
    TokenKind,
    tokens::{Piece, scan_plain},
};
use crate::language;

/// What stands around a place between white space.
pub(super) fn chunk_around(text: &str, range: Range<usize>, at: usize) -> Range<usize> {
    let before = text[range.start..at].rfind(char::is_whitespace);
    let start = before.map_or(range.start, |space| {
        let len = text[range.start + space..]
            .chars()
            .next()
            .map_or(1, char::len_utf8);
        range.start + space + len
    });
    let end = text[at..range.end].find(char::is_whitespace);
    start..end.map_or(range.end, |len| at + len)
}

/// Appends the tokens of a chunk that has entities of HTML, which are the characters they stand for.
pub(super) fn scan(text: &str, chunk: Range<usize>, pieces: &mut Vec<Piece>) {
    // What was read since the last space, and where each of its bytes stands in the text.
    let (mut plain, mut places) = (String::new(), Vec::new());
    let mut at = chunk.start;
    while let Some(c) = text[at..chunk.end].chars().next() {
        let entity = language::entity_at(&text[at..chunk.end]);
        let (seen, len) = entity.unwrap_or_else(|| (c.to_string(), c.len_utf8()));
        if seen.starts_with(char::is_whitespace) {
            take_plain(&mut plain, &mut places, at, pieces);
            pieces.push(Piece {
                range: at..at + len,
                kind: TokenKind::Punctuation,
                quarters: 0,
                plain: false,
            });
        } else {
            places.resize(places.len() + seen.len(), at);
            plain.push_str(&seen);
        }
        at += len;
    }
    take_plain(&mut plain, &mut places, at, pieces);
}

/// Appends the tokens of what was read, which ends at a place of the text.
fn take_plain(plain: &mut String, places: &mut Vec<usize>, end: usize, pieces: &mut Vec<Piece>) {
    places.push(end);
    let mut found = Vec::new();
    scan_plain(plain, 0..plain.len(), &mut found);
    pieces.extend(found.into_iter().map(|piece| Piece {
        range: places[piece.range.start]..places[piece.range.end],
        plain: false,
        ..piece
    }));
    plain.clear();
    places.clear();
}
