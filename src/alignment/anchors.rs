//! Words of a verbatim passage that face each other whatever its edits would rather keep.
//!
//! A line of the page may stand inside a passage on one side. It is not compared, but it is text between the words of
//! the passage, and if it repeats them an edit would slide onto them.

use super::{
    blocks::{InEdits, Tokens},
    settle::is_word,
};
use crate::{
    diff::{Change, Differ},
    document::Document,
    span::{Side, Sides},
};

/// The words of a verbatim passage, cut where words that are not compared stand between them on either side. `words` has
/// as many of each side. Linear in tokens.
pub(super) fn stretches(documents: &Sides<Document<'_>>, words: &Tokens) -> Vec<Tokens> {
    let Sides { left, right } = words;
    let mut stretches: Vec<Tokens> = Vec::new();
    for (l, r) in left.clone().zip(right.clone()) {
        match stretches.last_mut() {
            Some(last) if follows(&documents.left, l) && follows(&documents.right, r) => {
                (last.left.end, last.right.end) = (l + 1, r + 1);
            }
            _ => stretches.push(Sides::new(l..l + 1, r..r + 1)),
        }
    }
    stretches
}

/// Whether no word that is not compared stands between a word and the one before it.
fn follows(document: &Document<'_>, word: usize) -> bool {
    let token = |word: usize| document.words[word] as usize;
    let between = word
        .checked_sub(1)
        .map(|before| token(before) + 1..token(word));
    between.is_some_and(|mut between| !between.any(|at| is_word(document, at)))
}

/// The tokens from the first to the last of some words of each side; never empty.
fn tokens(documents: &Sides<Document<'_>>, words: &Tokens) -> Tokens {
    let of = |side: Side| {
        let (document, words) = (documents.get(side), words.get(side));
        document.words[words.start] as usize..document.words[words.end - 1] as usize + 1
    };
    Sides::new(of(Side::Left), of(Side::Right))
}

/// The edits of a verbatim passage, given those that were found: none changes a word of it, but in how it is written.
/// `all` are the tokens of the passage.
pub(super) fn edits_around(
    documents: &Sides<Document<'_>>,
    differ: &mut Differ<'_, '_>,
    words: &Tokens,
    all: &Tokens,
    found: Vec<Change>,
) -> Vec<Change> {
    let mut changes = found;
    for anchors in [stretches, one_by_one] {
        if !cut(documents, differ, words, &changes) {
            break;
        }
        let anchors = anchors(documents, words).into_iter();
        let anchors: Vec<Tokens> = anchors.map(|one| tokens(documents, &one)).collect();
        changes = differ.through(all, &anchors).changes;
    }
    changes
}

/// Each word of a verbatim passage with the one it faces.
fn one_by_one(_: &Sides<Document<'_>>, words: &Tokens) -> Vec<Tokens> {
    let pairs = words.left.clone().zip(words.right.clone());
    pairs.map(|(l, r)| Sides::new(l..l + 1, r..r + 1)).collect()
}

/// Whether some edit that changes words has a word of the passage.
fn cut(
    documents: &Sides<Document<'_>>,
    differ: &Differ<'_, '_>,
    words: &Tokens,
    changes: &[Change],
) -> bool {
    if changes.is_empty() {
        return false;
    }
    let in_edits = InEdits::new(differ, changes);
    Side::BOTH.into_iter().any(|side| {
        let words = words.get(side).clone();
        let inside = in_edits.stretches(documents.get(side), side, words);
        !inside.is_empty()
    })
}
