//! Text that has characters as entities of HTML: `can&rsquo;t`.

use std::ops::Range;

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

/// A part of a chunk.
pub(super) enum Decoded {
    /// White space, as a range of the text.
    Space(Range<usize>),
    /// What stands between white space, with the characters that its entities stand for; and where each of its bytes
    /// stands in the text, and its end.
    Plain(String, Vec<usize>),
}

/// A chunk with the characters that its entities of HTML stand for, in parts.
pub(super) fn decode(text: &str, chunk: Range<usize>) -> Vec<Decoded> {
    let mut parts = Vec::new();
    let (mut plain, mut places) = (String::new(), Vec::new());
    let mut at = chunk.start;
    while let Some(c) = text[at..chunk.end].chars().next() {
        let entity = language::entity_at(&text[at..chunk.end]);
        let (seen, len) = entity.unwrap_or_else(|| (c.to_string(), c.len_utf8()));
        if seen.starts_with(char::is_whitespace) {
            places.push(at);
            parts.push(Decoded::Plain(
                std::mem::take(&mut plain),
                std::mem::take(&mut places),
            ));
            parts.push(Decoded::Space(at..at + len));
        } else {
            places.resize(places.len() + seen.len(), at);
            plain.push_str(&seen);
        }
        at += len;
    }
    places.push(at);
    parts.push(Decoded::Plain(plain, places));
    parts
}
