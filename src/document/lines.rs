//! Lines to paragraphs. A line is a paragraph of its own, unless the text was wrapped at a fixed
//! width: then the lines that were filled up are joined again.

use std::ops::Range;

use super::scripts::{is_bullet, is_wide};

/// The lines of one paragraph.
pub(super) struct Block {
    /// From the start of the first to the end of the last line, in bytes.
    pub(super) range: Range<usize>,
    /// How many there are, at least one.
    pub(super) lines: usize,
}

struct Line {
    range: Range<usize>,
    /// Whether a blank line, or the start of the text, stands before.
    opens: bool,
    /// Columns, but for white space at the ends.
    width: usize,
}

/// Wider lines were not wrapped by hand or by a mailer; they are paragraphs. PDFs set in one
/// column stay below it as well.
const WIDEST: usize = 120;

/// Lists and verse have narrower lines than any text that was wrapped.
const NARROWEST: usize = 40;

/// The paragraphs of a text, in order. Nothing but white space lies between them.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let mut blocks: Vec<Block> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let rest = &lines[at + 1..];
        let len = 1 + rest
            .iter()
            .position(|line| line.opens)
            .unwrap_or(rest.len());
        join(text, &lines[at..at + len], &mut blocks);
        at += len;
    }
    blocks
}

/// All lines that are not blank.
fn lines(text: &str) -> Vec<Line> {
    let (mut lines, mut start, mut blank) = (Vec::new(), 0, true);
    while start < text.len() {
        let (end, next) = line_end(text.as_bytes(), start);
        let trimmed = text[start..end].trim();
        if !trimmed.is_empty() {
            lines.push(Line {
                range: start..end,
                opens: blank,
                width: width(trimmed),
            });
        }
        blank = trimmed.is_empty();
        start = next;
    }
    lines
}

/// Where a line ends, and where the next one begins: the hard breaks of UAX #14 (LF, CR, CR LF, VT,
/// FF, NEL, LS, PS).
fn line_end(bytes: &[u8], start: usize) -> (usize, usize) {
    let rest = &bytes[start..];
    let is_break = |at: usize| match rest[at] {
        b'\n' | 0x0B | 0x0C => Some(1),
        b'\r' => Some(1 + usize::from(rest.get(at + 1) == Some(&b'\n'))),
        0xC2 => (rest.get(at + 1) == Some(&0x85)).then_some(2),
        0xE2 => matches!(rest.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9])).then_some(3),
        _ => None,
    };
    (0..rest.len())
        .find_map(|at| is_break(at).map(|len| (start + at, start + at + len)))
        .unwrap_or((bytes.len(), bytes.len()))
}

fn width(line: &str) -> usize {
    if line.is_ascii() {
        return line.len();
    }
    line.chars().map(|c| 1 + usize::from(is_wide(c))).sum()
}

/// Appends the paragraphs of lines without a blank line between them.
fn join(text: &str, lines: &[Line], blocks: &mut Vec<Block>) {
    let widest = lines.iter().map(|line| line.width).max().unwrap_or(0);
    let may_wrap = lines.len() > 1 && (NARROWEST..=WIDEST).contains(&widest);
    let full: Vec<bool> = lines
        .windows(2)
        .map(|pair| may_wrap && is_full(text, &pair[0], &pair[1], widest))
        .collect();
    // A headline above a paragraph is often as long as the longest line; three lines are a pattern.
    let wrapped = full.len() > 1 && full.iter().filter(|&&full| full).count() * 3 >= full.len() * 2;
    for (at, line) in lines.iter().enumerate() {
        let goes_on =
            at > 0 && full[at - 1] && (wrapped || starts_lower(&text[line.range.clone()]));
        match blocks.last_mut().filter(|_| goes_on) {
            Some(block) => {
                block.range.end = line.range.end;
                block.lines += 1;
            }
            None => blocks.push(Block {
                range: line.range.clone(),
                lines: 1,
            }),
        }
    }
}

/// Whether the next line's first word would not have fitted on this line.
fn is_full(text: &str, line: &Line, next: &Line, widest: usize) -> bool {
    let start = text[next.range.clone()].trim_start();
    if start.starts_with(is_bullet) || is_marker(start) {
        return false;
    }
    let first = match start.chars().next() {
        Some(c) if is_wide(c) => 2,
        _ => width(start.split(char::is_whitespace).next().unwrap_or_default()),
    };
    line.width + 1 + first > widest
}

/// Whether a line begins as an item of a list does: `- `, `* `, `1. `, `2) `, `(a) `.
fn is_marker(line: &str) -> bool {
    let word = line.split(char::is_whitespace).next().unwrap_or_default();
    let value = word.trim_start_matches('(').trim_end_matches(['.', ')']);
    matches!(word, "-" | "*" | "–" | "—")
        || value.len() < word.len()
            && (value.bytes().all(|byte| byte.is_ascii_digit()) && value.len() <= 3
                || value.len() == 1 && value.bytes().all(|byte| byte.is_ascii_lowercase()))
}

fn starts_lower(line: &str) -> bool {
    line.trim_start().starts_with(char::is_lowercase)
}
