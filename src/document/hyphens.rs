//! Words that were hyphenated where a line was full.

use super::{TokenKind, tokens::Piece};

/// Joins words that were hyphenated where a line was full: `agree-` and `ment`. Now and then a
/// compound loses its hyphen by it (`high-` and `tech`); far more often a word is made whole.
/// `pieces` are those of one paragraph, which has more than one line.
#[inline(never)]
pub(super) fn join_hyphenated(text: &str, pieces: &mut Vec<Piece>) {
    let mut kept = 0;
    let mut at = 0;
    while at < pieces.len() {
        let joined = hyphenated(text, &pieces[at..]);
        let (len, end) = joined.unwrap_or((1, pieces[at].range.end));
        let mut piece = pieces[at].clone();
        piece.plain &= len == 1;
        piece.range.end = end;
        pieces[kept] = piece;
        kept += 1;
        at += len;
    }
    pieces.truncate(kept);
}

/// How many pieces the word has that begins here and goes on in the next line, and where it ends.
fn hyphenated(text: &str, pieces: &[Piece]) -> Option<(usize, usize)> {
    let first = pieces
        .first()
        .filter(|piece| piece.kind == TokenKind::Word)?;
    let soft = text[first.range.clone()].ends_with('\u{AD}');
    let len = if soft { 2 } else { 3 };
    let (hyphen, last) = (pieces.get(len - 2)?, pieces.get(len - 1)?);
    let hard = hyphen.range.start == first.range.end
        && matches!(&text[hyphen.range.clone()], "-" | "‐" | "¬" | "\u{AD}");
    let begins = text[first.range.clone()]
        .trim_end_matches('\u{AD}')
        .ends_with(char::is_lowercase);
    let goes_on =
        last.kind == TokenKind::Word && text[last.range.clone()].starts_with(char::is_lowercase);
    let gap = &text[hyphen.range.end..last.range.start];
    let breaks = gap.contains(['\n', '\r']);
    ((soft || hard) && begins && goes_on && breaks).then_some((len, last.range.end))
}
