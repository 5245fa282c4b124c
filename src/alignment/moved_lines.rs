//! Short lines that moved: a heading, an item of a list, a byline, too short for a passage.
//!
//! A line that stands alone, though the same line stands alone on the other side too, was put elsewhere: in
//! order it would face it. Lines whose words stand twice on a side are left as they are, for which of them
//! moved cannot be told. Linear in words.

use rustc_hash::FxHashMap;

use super::{Row, RowKind, row_words};
use crate::{
    document::{Document, Key, Paragraph, Role, Token, TokenKind},
    passages::Verdicts,
    span::{Side, Sides},
};

/// Where the same words stand as a sentence.
#[derive(Default)]
struct SameWords {
    /// In how many sentences of each side.
    count: Sides<usize>,
    /// In which row they are a line that stands alone, if they are.
    row: Sides<Option<usize>>,
}

/// Ties the rows of lines that moved to each other, but for pairs that the reader refused. `of_row` is the row of each
/// sentence.
#[inline(never)]
pub(super) fn tie_lines(
    documents: &Sides<Document<'_>>,
    verdicts: &Verdicts,
    rows: &mut [Row],
    of_row: &Sides<Vec<usize>>,
) {
    let mut places: FxHashMap<Vec<Key>, SameWords> = FxHashMap::default();
    lines(&documents.left, |line, sentence| {
        if rows[of_row.left[sentence]].kind == RowKind::Only && is_line(line) {
            let mut key = Vec::new();
            words(&documents.left, line, sentence, &mut key);
            places.entry(key).or_default();
        }
    });
    if places.is_empty() {
        return;
    }
    let mut key = Vec::new();
    for side in Side::BOTH {
        let document = documents.get(side);
        lines(document, |line, sentence| {
            words(document, line, sentence, &mut key);
            let Some(places) = places.get_mut(&key) else {
                return;
            };
            let row = of_row.get(side)[sentence];
            *places.count.get_mut(side) += 1;
            let alone = rows[row].kind == RowKind::Only && is_line(line);
            *places.row.get_mut(side) = alone.then_some(row);
        });
    }
    for SameWords { count, row } in places.into_values() {
        if let (1, 1, Some(left), Some(right)) = (count.left, count.right, row.left, row.right) {
            let lines = Sides::new(&rows[left].sentences.left, &rows[right].sentences.right);
            if verdicts.touch(&row_words(documents, &lines.map(Clone::clone))) {
                continue;
            }
            for (row, other) in [(left, right), (right, left)] {
                rows[row].kind = RowKind::Moved;
                rows[row].counterpart = Some(other);
            }
        }
    }
}

/// Calls `found` with every sentence that holds a word, signs aside even where they count, and the line it is in.
fn lines(document: &Document<'_>, mut found: impl FnMut(&Paragraph, usize)) {
    let is_word = |token: &u32| document.tokens[*token as usize].kind != TokenKind::Punctuation;
    for line in &document.paragraphs {
        for sentence in line.sentences.clone() {
            let words = &document.words[document.sentences[sentence].words.clone()];
            if words.iter().any(is_word) {
                found(line, sentence);
            }
        }
    }
}

/// Whether a line is one sentence.
fn is_line(line: &Paragraph) -> bool {
    line.sentences.len() == 1
}

/// The keys of the words of a sentence. The number of an item says where it stands and not what it is.
fn words(document: &Document<'_>, line: &Paragraph, sentence: usize, keys: &mut Vec<Key>) {
    let tokens = document.words[document.sentences[sentence].words.clone()]
        .iter()
        .map(|&token| &document.tokens[token as usize]);
    let mut words = tokens.filter(|token| token.kind != TokenKind::Punctuation);
    keys.clear();
    let numbered = line.role == Role::Item && sentence == line.sentences.start;
    let first = words.next();
    keys.extend(words.map(|token| token.key));
    let is_place = |token: &&Token| numbered && token.kind == TokenKind::Number;
    match first {
        Some(first) if keys.is_empty() || !is_place(&first) => keys.insert(0, first.key),
        _ => {}
    }
}
