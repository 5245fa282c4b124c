//! Short lines that moved: too short for a passage of their own, but a whole line each, and the only one of its kind.
//!
//! In running text two words that both texts have say nothing. A line of a list says that it is the same item; where
//! it stands once on each side and no row could join the two, it moved.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{Relation, Row};
use crate::{
    document::{Document, Key, Role},
    passages::{self, Passage},
    span::{Side, Sides},
};

/// Lines of one word in all, such as a heading, may be there for another reason.
const WORDS: usize = 2;

/// Adds to the passages those lines, and lines in a row, that stand alone in `rows` on both sides and have the same
/// words; `passages` stay in their order. What could be longer, or has a passage, is left as it is. In linear time.
pub(super) fn add_moved(
    documents: &Sides<Document<'_>>,
    rows: &[Row],
    passages: &mut Vec<Passage>,
) {
    let mut found = blocks(documents, &pairs(documents, rows));
    let mut held = documents.as_ref().map(|d| vec![usize::MAX; d.words.len()]);
    for (at, passage) in passages.iter().enumerate() {
        for side in Side::BOTH {
            held.get_mut(side)[passage.words.get(side).clone()].fill(at);
        }
    }
    found.retain(|words| {
        let (l, r) = (held.left[words.left.start], held.right[words.right.start]);
        words.left.len() >= WORDS
            && !is_part(documents, &held, words)
            && (l != r || l == usize::MAX)
    });
    if !found.is_empty() {
        let lines = found
            .into_iter()
            .map(|words| Passage::of_line(documents, words));
        passages.extend(lines);
        *passages = passages::number(std::mem::take(passages));
    }
}

/// The sentences of lines with the same words, in left order.
fn pairs(documents: &Sides<Document<'_>>, rows: &[Row]) -> Vec<Sides<usize>> {
    let alone = documents.as_ref().map(|d| vec![false; d.sentences.len()]);
    let alone = rows.iter().fold(alone, |mut alone, row| {
        for side in Side::BOTH {
            let only = row.relation == Relation::Only;
            alone.get_mut(side)[row.sentences.get(side).clone()].fill(only);
        }
        alone
    });
    let lines =
        Sides::new(Side::Left, Side::Right).map(|side| lines(documents.get(side), alone.get(side)));
    let pair = |(keys, left): (&Vec<Key>, &Option<usize>)| {
        Some(Sides::new((*left)?, (*lines.right.get(keys)?)?))
    };
    let mut pairs: Vec<Sides<usize>> = lines.left.iter().filter_map(pair).collect();
    pairs.sort_unstable_by_key(|pair| pair.left);
    pairs
}

/// The words of the pairs, those of one block in one.
fn blocks(documents: &Sides<Document<'_>>, pairs: &[Sides<usize>]) -> Vec<Sides<Range<usize>>> {
    let mut blocks: Vec<Sides<Range<usize>>> = Vec::new();
    for pair in pairs {
        let words = Sides::new(
            documents.left.sentences[pair.left].words.clone(),
            documents.right.sentences[pair.right].words.clone(),
        );
        match blocks.last_mut() {
            Some(last)
                if (last.left.end, last.right.end) == (words.left.start, words.right.start) =>
            {
                (last.left.end, last.right.end) = (words.left.end, words.right.end);
            }
            _ => blocks.push(words),
        }
    }
    blocks
}

/// Whether a word beside two stretches is the same on both sides and in no passage, so that they are part of something
/// longer.
fn is_part(
    documents: &Sides<Document<'_>>,
    held: &Sides<Vec<usize>>,
    words: &Sides<Range<usize>>,
) -> bool {
    let same = |l: Option<usize>, r: Option<usize>| {
        let (Some(l), Some(r)) = (l, r) else {
            return false;
        };
        let (Some(&left), Some(&right)) = (held.left.get(l), held.right.get(r)) else {
            return false;
        };
        (left, right) == (usize::MAX, usize::MAX) && documents.left.key(l) == documents.right.key(r)
    };
    let Sides { left, right } = words;
    same(left.start.checked_sub(1), right.start.checked_sub(1))
        || same(Some(left.end), Some(right.end))
}

/// The lines of one sentence, by their keys; none for keys that more than one sentence has.
fn lines(document: &Document<'_>, alone: &[bool]) -> FxHashMap<Vec<Key>, Option<usize>> {
    let mut lines: FxHashMap<Vec<Key>, Option<usize>> = FxHashMap::default();
    for paragraph in &document.paragraphs {
        let is_line =
            paragraph.sentences.len() == 1 && !matches!(paragraph.role, Role::Furniture(_));
        for at in paragraph.sentences.clone() {
            let words = document.sentences[at].words.clone();
            if words.is_empty() {
                continue;
            }
            let keys = words.map(|word| document.key(word)).collect();
            let line = (is_line && alone[at]).then_some(at);
            lines
                .entry(keys)
                .and_modify(|line| *line = None)
                .or_insert(line);
        }
    }
    lines
}
