//! Text to tokens: the word boundaries of UAX #29 (Unicode 17, crate `unicode-segmentation`), with
//! a fast path for ASCII that gives exactly the same, tailored as the standard invites:
//!
//! - each character (grapheme cluster) of a script without spaces is a token, also in Katakana; in Thai, Lao and
//!   Burmese with what is of the same syllable beyond doubt;
//! - a grapheme cluster is not cut (UAX #29 words cut before Thai SARA AM);
//! - the narrow no-break space is white space but between digits (`1 400`, French `« oui »`);
//! - an invisible character behind a space is no part of the space;
//! - a run of the same mark is one token (`...`, `--`), as it stands for one (`…`, `—`);
//! - a stop without the space after it parts two words (`boats.Nobody`), but not in an address;
//! - whatever mark is typed for an apostrophe, or for the gershayim of Hebrew, joins the letters around it;
//! - nor does a space of no width part a word;
//! - a word hyphenated at the end of a line is one token, over the hyphen and the line break.
//!
//! White space is skipped; every other character is in a token. Linear in the length of the text.

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::language;

use super::{
    TokenKind, entities,
    letters::is_gershayim,
    scripts::{
        is_diacritic, is_invisible, is_prepend, is_written_out, quarters_without_spaces,
        runs_together,
    },
    syllables::are_joined,
};

/// A token before it has a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Byte offsets in the text.
    pub(super) range: Range<usize>,
    pub(super) kind: TokenKind,
    /// Its length in quarters of a word.
    pub(super) quarters: u8,
    /// Whether it is its own normal form: ASCII letters, all lower-case.
    pub(super) plain: bool,
}

/// A syllable is shorter than a word, whatever its spelling, in quarters of a word.
const MOST_OF_SYLLABLE: u8 = 3;

/// What an ASCII byte is to the word boundary rules.
const SPACE: u8 = 0;
const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 3;
const UNDERSCORE: u8 = 4;
const MARK: u8 = 5;
const WIDE: u8 = 6;
/// Not a class: a `.`, `'`, `` ` ``, `:`, `,` or `;` that joins what stands before and after.
const JOINER: u8 = 7;

static CLASS: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [MARK; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'\t'..=b'\r' | b' ' => SPACE,
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'_' => UNDERSCORE,
            0x80.. => WIDE,
            _ => MARK,
        };
        byte += 1;
    }
    table
}

fn class(byte: u8) -> u8 {
    CLASS[byte as usize]
}

fn is_word_byte(byte: u8) -> bool {
    matches!(class(byte), LOWER | UPPER | DIGIT | UNDERSCORE)
}

/// Appends the tokens of a stretch of `text`, whose ends are line or text ends.
#[inline(never)]
pub(super) fn scan(text: &str, range: Range<usize>, pieces: &mut Vec<Piece>) {
    let mut from = range.start;
    for (at, _) in text[range.clone()].match_indices('&') {
        let at = range.start + at;
        if at >= from && language::entity_at(&text[at..range.end]).is_some() {
            let chunk = entities::chunk_around(text, from..range.end, at);
            scan_plain(text, from..chunk.start, pieces);
            from = chunk.end;
            scan_entities(text, chunk, pieces);
        }
    }
    scan_plain(text, from..range.end, pieces);
}

/// Appends the tokens of a chunk that has entities of HTML, which are the characters they stand for.
fn scan_entities(text: &str, chunk: Range<usize>, pieces: &mut Vec<Piece>) {
    for part in entities::decode(text, chunk) {
        match part {
            entities::Decoded::Space(range) => pieces.push(Piece {
                range,
                kind: TokenKind::Punctuation,
                quarters: 0,
                plain: false,
            }),
            entities::Decoded::Plain(plain, places) => {
                let mut found = Vec::new();
                scan_plain(&plain, 0..plain.len(), &mut found);
                pieces.extend(found.into_iter().map(|piece| Piece {
                    range: places[piece.range.start]..places[piece.range.end],
                    plain: false,
                    ..piece
                }));
            }
        }
    }
}

/// The same where `&` is nothing but itself.
fn scan_plain(text: &str, range: Range<usize>, pieces: &mut Vec<Piece>) {
    let bytes = &text.as_bytes()[..range.end];
    let mut at = range.start;
    while let Some(&byte) = bytes.get(at) {
        let class = class(byte);
        if class == SPACE {
            at += 1;
            continue;
        }
        let next = match class {
            WIDE => None,
            MARK => ascii_mark(bytes, at, pieces),
            _ => ascii_word(text, bytes, at, pieces),
        };
        at = next.unwrap_or_else(|| chunk(text, bytes, range.start, at, pieces));
    }
}

/// A run of one ASCII mark. Gives its end, or `None` if what follows is not ASCII and may join it.
fn ascii_mark(bytes: &[u8], start: usize, pieces: &mut Vec<Piece>) -> Option<usize> {
    let mut end = start + 1;
    if runs_together(char::from(bytes[start])) {
        while bytes.get(end) == Some(&bytes[start]) {
            end += 1;
        }
    }
    if bytes.get(end).is_some_and(|&next| class(next) == WIDE) {
        return None;
    }
    pieces.push(Piece {
        range: start..end,
        kind: TokenKind::Punctuation,
        quarters: if bytes[start].is_ascii_control() {
            0
        } else {
            4
        },
        plain: false,
    });
    Some(end)
}

/// An ASCII word or number (rules WB5 to WB13b). Gives its end, or `None` if the rules would have to
/// look at a character that is not ASCII.
fn ascii_word(text: &str, bytes: &[u8], start: usize, pieces: &mut Vec<Piece>) -> Option<usize> {
    let (mut at, mut seen) = (start, 0u8);
    loop {
        while let Some(&byte) = bytes.get(at).filter(|&&byte| is_word_byte(byte)) {
            seen |= 1 << class(byte);
            at += 1;
        }
        let Some(&mark) = bytes.get(at) else { break };
        if class(mark) == WIDE {
            return None;
        }
        let Some(&after) = bytes.get(at + 1) else {
            break;
        };
        if matches!(mark, b'.' | b'\'' | b'`' | b':' | b',' | b';') && class(after) == WIDE {
            return None;
        }
        if !joins(bytes[at - 1], mark, after) && !is_time(bytes, at) {
            break;
        }
        seen |= 1 << JOINER;
        at += 1;
    }
    let piece = Piece {
        range: start..at,
        kind: kind_of(seen),
        quarters: 4,
        plain: seen == 1 << LOWER,
    };
    if seen & 1 << JOINER == 0 {
        pieces.push(piece);
    } else {
        push_parted(text, piece, pieces);
    }
    Some(at)
}

/// Whether an ASCII mark joins the bytes around it into one word (WB6, WB7) or number (WB11, WB12).
fn joins(before: u8, mark: u8, after: u8) -> bool {
    match mark {
        b'`' => before.is_ascii_alphabetic() && after.is_ascii_alphabetic(),
        b'.' | b'\'' => {
            before.is_ascii_alphabetic() && after.is_ascii_alphabetic()
                || before.is_ascii_digit() && after.is_ascii_digit()
        }
        b':' => before.is_ascii_alphabetic() && after.is_ascii_alphabetic(),
        b',' | b';' => before.is_ascii_digit() && after.is_ascii_digit(),
        _ => false,
    }
}

/// Whether a colon stands in a time of day, `9:30` or `21:05:00`. The standard parts these; but a time is one thing to
/// a reader, and neither a passage nor an edit may begin inside it.
fn is_time(bytes: &[u8], colon: usize) -> bool {
    let digits = |range: &mut dyn Iterator<Item = usize>| {
        let digit = |&at: &usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        range.take(3).take_while(digit).count()
    };
    let hour = digits(&mut (0..colon).rev());
    let before = colon.checked_sub(hour + 1).map(|at| bytes[at]);
    bytes[colon] == b':'
        && matches!(hour, 1 | 2)
        && !before.is_some_and(is_word_byte)
        && digits(&mut (colon + 1..bytes.len())) == 2
}

fn kind_of(seen: u8) -> TokenKind {
    if seen & (1 << LOWER | 1 << UPPER) != 0 {
        TokenKind::Word
    } else if seen & 1 << DIGIT != 0 {
        TokenKind::Number
    } else {
        TokenKind::Punctuation
    }
}

/// Everything from `start` to the next ASCII white space, by the full rules. Gives its end.
fn chunk(text: &str, bytes: &[u8], first: usize, start: usize, pieces: &mut Vec<Piece>) -> usize {
    let rest = &bytes[start..];
    let end = start
        + rest
            .iter()
            .position(|&byte| class(byte) == SPACE)
            .unwrap_or(rest.len());
    // A combining mark after a space belongs to the space (WB4), so the space is shown as well.
    let with_space =
        start > first && class(bytes[start]) == WIDE && class(bytes[start - 1]) == SPACE;
    let from = start - usize::from(with_space);
    for (at, segment) in text[from..end].split_word_bound_indices() {
        tailor(text, from + at, segment, pieces);
    }
    end
}

/// Turns a segment of UAX #29 into tokens.
fn tailor(text: &str, start: usize, segment: &str, pieces: &mut Vec<Piece>) {
    if let Some(quarters) = plain_letters(segment) {
        let piece = Piece {
            range: start..start + segment.len(),
            kind: TokenKind::Word,
            quarters,
            plain: false,
        };
        return push(text, piece, pieces);
    }
    if segment.chars().all(char::is_whitespace) {
        return;
    }
    if segment.is_ascii() {
        return push(text, ascii_piece(start, segment), pieces);
    }
    if segment.contains(NARROW_SPACE) {
        return split_at_narrow_spaces(text, start, segment, pieces);
    }
    if let Some(seen) = without_space(segment) {
        return push(
            text,
            piece(start + segment.len() - seen.len(), seen),
            pieces,
        );
    }
    if segment
        .chars()
        .any(|c| quarters_without_spaces(c).is_some() && !c.is_numeric())
    {
        for (at, grapheme) in segment.grapheme_indices(true) {
            push(text, piece(start + at, grapheme), pieces);
        }
        return;
    }
    push(text, piece(start, segment), pieces);
}

/// The length in quarters of a segment that is one Han, Kana or Thai character, or nothing but letters
/// of the Latin, Greek, Cyrillic, Hebrew and Arabic scripts: most of what is not ASCII, told at a glance.
fn plain_letters(segment: &str) -> Option<u8> {
    let mut chars = segment.chars();
    let first = chars.next()?;
    if matches!(first, '\u{4E00}'..='\u{9FFF}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}')
    {
        return chars.next().is_none().then_some(2);
    }
    if matches!(first, '\u{E01}'..='\u{E2E}' | '\u{E40}'..='\u{E44}') {
        let is_mark =
            |c: char| matches!(c, '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}');
        return chars.all(is_mark).then_some(1);
    }
    let is_letter = |c: char| {
        c.is_ascii_alphabetic()
            || matches!(c, '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}' | '\u{388}'..='\u{3FF}'
                | '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}' | '\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}')
    };
    (!first.is_ascii() && segment.chars().all(is_letter)).then_some(4)
}

/// A segment without the space before it, where the two are no cluster: UAX #29 gives a space what is
/// invisible behind it.
fn without_space(segment: &str) -> Option<&str> {
    let seen = segment.trim_start();
    let space = segment.len() - seen.len();
    let parts = space > 0
        && GraphemeCursor::new(space, segment.len(), true)
            .is_boundary(segment, 0)
            .unwrap_or(false);
    parts.then_some(seen)
}

const NARROW_SPACE: char = '\u{202F}';

fn split_at_narrow_spaces(text: &str, start: usize, segment: &str, pieces: &mut Vec<Piece>) {
    let is_number = |c: char| c.is_numeric() || matches!(c, NARROW_SPACE | ',' | '.');
    if segment.chars().all(is_number)
        && !segment.starts_with(NARROW_SPACE)
        && !segment.ends_with(NARROW_SPACE)
    {
        return push(text, piece(start, segment), pieces);
    }
    let mut at = start;
    for part in segment.split(NARROW_SPACE) {
        if !part.is_empty() {
            tailor(text, at, part, pieces);
        }
        at += part.len() + NARROW_SPACE.len_utf8();
    }
}

fn ascii_piece(start: usize, segment: &str) -> Piece {
    let seen = segment
        .bytes()
        .fold(0, |seen, byte| seen | 1 << class(byte));
    Piece {
        range: start..start + segment.len(),
        kind: kind_of(seen),
        quarters: 4,
        plain: seen == 1 << LOWER,
    }
}

fn piece(start: usize, segment: &str) -> Piece {
    // Of a letter that only lengthens or fills, alone, nothing is seen; a diacritic that stands on no letter is a mark.
    let mut seen = segment
        .chars()
        .filter(|&c| c.is_alphanumeric() && !is_invisible(c) && !is_diacritic(c));
    let kind = match seen.next() {
        Some(first) if first.is_alphabetic() || seen.any(char::is_alphabetic) => TokenKind::Word,
        Some(_) => TokenKind::Number,
        None if segment.contains(is_written_out) => TokenKind::Word,
        None => TokenKind::Punctuation,
    };
    let quarters = match segment.chars().find_map(quarters_without_spaces) {
        Some(quarters) if kind == TokenKind::Word => quarters,
        _ if segment
            .chars()
            .all(|c| is_invisible(c) || c.is_whitespace()) =>
        {
            0
        }
        _ => 4,
    };
    Piece {
        range: start..start + segment.len(),
        kind,
        quarters,
        plain: false,
    }
}

/// Appends a token, or makes it part of the last one where they may not be parted.
fn push(text: &str, piece: Piece, pieces: &mut Vec<Piece>) {
    if let Some(last) = pieces.last_mut()
        && last.range.end == piece.range.start
        && belong_together(text, last, &piece)
    {
        last.range.end = piece.range.end;
        if last.kind == TokenKind::Punctuation {
            last.kind = piece.kind;
        }
        last.quarters = last.quarters.max(piece.quarters);
        last.plain = false;
        return;
    }
    if let Some(last) = pieces.last_mut()
        && last.quarters <= MOST_OF_SYLLABLE
        && piece.quarters == 1
        && (last.kind, piece.kind) == (TokenKind::Word, TokenKind::Word)
        && last.range.end == piece.range.start
        && are_joined(&text[last.range.clone()], &text[piece.range.clone()])
    {
        last.range.end = piece.range.end;
        last.quarters = MOST_OF_SYLLABLE.min(last.quarters + piece.quarters);
        return;
    }
    if joins_letters(text, pieces, &piece) {
        pieces.pop();
        if let Some(word) = pieces.last_mut() {
            word.range.end = piece.range.end;
            word.plain = false;
        }
        return;
    }
    if let [.., hour, colon] = pieces.as_mut_slice()
        && (hour.kind, piece.kind) == (TokenKind::Number, TokenKind::Number)
        && (hour.range.end, colon.range.end) == (colon.range.start, piece.range.start)
        && is_time(text.as_bytes(), colon.range.start)
    {
        hour.range.end = piece.range.end;
        pieces.pop();
        return;
    }
    let refers = is_reference(text, pieces.last(), &piece);
    push_parted(text, piece, pieces);
    if let Some(reference) = pieces.last_mut().filter(|_| refers) {
        reference.quarters = 0;
    }
}

/// Whether a piece is the raised number of a footnote: behind a mark or a word too long for a unit (`m²`). It is no
/// word of its sentence.
fn is_reference(text: &str, last: Option<&Piece>, piece: &Piece) -> bool {
    const UNIT_LETTERS: usize = 3;
    let raised = |c| matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹');
    let Some(last) = last.filter(|last| last.range.end == piece.range.start) else {
        return false;
    };
    let long = || text[last.range.clone()].chars().count() > UNIT_LETTERS;
    text[piece.range.clone()].chars().all(raised)
        && match last.kind {
            TokenKind::Punctuation => last.quarters > 0,
            TokenKind::Word => long(),
            // A further figure of the same number.
            TokenKind::Number => last.quarters == 0,
        }
}

/// Whether the last of some tokens is a mark inside a word that goes on with a piece: an apostrophe of any kind
/// (`O´Neill`), gershayim between Hebrew letters, a space of no width.
fn joins_letters(text: &str, pieces: &[Piece], piece: &Piece) -> bool {
    let [.., word, mark] = pieces else {
        return false;
    };
    let glued = (word.range.end, mark.range.end) == (mark.range.start, piece.range.start);
    let is_word = |piece: &Piece| (piece.kind, piece.quarters) == (TokenKind::Word, 4);
    if !glued || !is_word(word) || !is_word(piece) {
        return false;
    }
    let mut marks = text[mark.range.clone()].chars();
    let (Some(mark), None) = (marks.next(), marks.next()) else {
        return false;
    };
    let before = text[word.range.clone()].chars().next_back();
    let after = text[piece.range.clone()].chars().next();
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    let is_hebrew = |c| ('\u{5D0}'..='\u{5EA}').contains(&c);
    before.is_alphabetic()
        && after.is_alphabetic()
        && (mark == '\u{200B}'
            || matches!(mark, '´' | '`' | '′' | '‵' | '‛')
            || is_gershayim(mark) && is_hebrew(before) && is_hebrew(after))
}

fn belong_together(text: &str, last: &Piece, piece: &Piece) -> bool {
    let (Some(before), Some(after)) = (
        text[last.range.clone()].chars().next_back(),
        text[piece.range.clone()].chars().next(),
    ) else {
        return false;
    };
    if before == after && runs_together(after) && piece.range.len() == after.len_utf8() {
        // Nothing but runs of one mark begins with it and goes on with it.
        return text[last.range.clone()].starts_with(after);
    }
    let may_be_one = is_prepend(before) || may_extend(after) || is_torn_flag(before, after, last);
    let around = &text[last.range.start..piece.range.end];
    may_be_one
        && !GraphemeCursor::new(last.range.len(), around.len(), true)
            .is_boundary(around, 0)
            .unwrap_or(true)
}

/// Whether a character that begins a word may go on a cluster: Thai and Lao AM, and the lower
/// consonants of the other scripts without spaces.
fn may_extend(after: char) -> bool {
    match after {
        '\u{0E00}'..='\u{0EFF}' => matches!(after, '\u{0E33}' | '\u{0EB3}'),
        _ => quarters_without_spaces(after) == Some(1),
    }
}

/// Whether two halves of flags may be one. Words pair them also over an invisible character between
/// them, clusters do not. To keep the cost linear, only short tokens are asked.
fn is_torn_flag(before: char, after: char, last: &Piece) -> bool {
    const FLAG: usize = 8;
    let is_half = |c: char| ('\u{1F1E6}'..='\u{1F1FF}').contains(&c);
    is_half(before) && is_half(after) && last.range.len() != FLAG && last.range.len() < 8 * FLAG
}

/// Appends a token, parted at each stop that lacks the space after it.
fn push_parted(text: &str, piece: Piece, pieces: &mut Vec<Piece>) {
    let Range { mut start, end } = piece.range;
    let mut stop = parting(text, start..end);
    if piece.kind != TokenKind::Word || stop.is_none() || is_in_address(text, &piece.range) {
        return pieces.push(piece);
    }
    while let Some(mark) = stop {
        for part in [start..mark.start, mark.clone()] {
            pieces.push(self::piece(part.start, &text[part]));
        }
        start = mark.end;
        stop = parting(text, start..end);
    }
    pieces.push(self::piece(start, &text[start..end]));
}

/// The first mark in a word that parts two: a stop, or a quotation mark between Hangul letters, which have no apostrophes.
fn parting(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let word = &text[range.clone()];
    if !word.starts_with(language::is_hangul) {
        let at = stop_without_space(text, range)?;
        return Some(at..at + 1);
    }
    let at = word.find(['\'', '‘', '’'])?;
    let mut mark = word[at..].chars();
    let len = mark.next()?.len_utf8();
    let goes_on = mark.next().is_some_and(language::is_hangul);
    goes_on.then_some(range.start + at..range.start + at + len)
}

/// The first full stop in a word after which a new sentence begins: after a lower-case letter that
/// is not the first, before a capital; but not in `Ph.D` and before initials.
fn stop_without_space(text: &str, range: Range<usize>) -> Option<usize> {
    let word = &text[range.clone()];
    let at = word.match_indices('.').find_map(|(at, _)| {
        let (mut before, mut after) = (word[..at].chars().rev(), word[at + 1..].chars());
        let begins = before.next()?.is_lowercase() && before.next()?.is_alphabetic();
        let long = before.next().is_some_and(char::is_alphabetic);
        let stands_alone = long && !text[range.end..].starts_with(['.', '@', '/']);
        let goes_on = after.next()?.is_uppercase()
            && (after.next().is_some_and(char::is_alphabetic) || stands_alone);
        (begins && goes_on).then_some(at)
    })?;
    Some(range.start + at)
}

/// Whether a word is part of a web or mail address. Only words with an inner stop are asked for, and
/// no further than this many bytes around them.
fn is_in_address(text: &str, range: &Range<usize>) -> bool {
    const AROUND: usize = 100;
    let bytes = text.as_bytes();
    let from = range.start.saturating_sub(AROUND);
    let before = bytes[from..range.start].iter().rev();
    let start = range.start - before.take_while(|&&byte| class(byte) != SPACE).count();
    let to = bytes.len().min(range.end + AROUND);
    let after = bytes[range.end..to].iter();
    let end = range.end + after.take_while(|&&byte| class(byte) != SPACE).count();
    let around = &bytes[start..end];
    let has = |what: &[u8]| around.windows(what.len()).any(|window| window == what);
    has(b"@") || has(b"://") || has(b"www.")
}

#[cfg(test)]
mod tests;
