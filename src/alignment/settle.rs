//! What stands alone in its row although the other side has it: moved there, or repeated.

use rustc_hash::FxHashMap;

use super::{Row, RowKind};
use crate::{
    document::{Document, TokenKind},
    passages::{Coverage, WordClaim},
    sorting,
    span::{Side, Sides},
};

/// Says of every row of one side with words that count whether they moved or are repeated, joins rows of one passage
/// that follow each other, and lets rows that moved and their counterparts name each other where they can: a row of which
/// the parts stand in several rows names one of these. Linear in words and rows.
#[inline(never)]
pub(super) fn settle(
    documents: &Sides<Document<'_>>,
    claims: &Sides<Vec<Option<WordClaim>>>,
    rows: Vec<Row>,
) -> Vec<Row> {
    let held: Vec<Option<Held>> = rows
        .iter()
        .map(|row| held(documents, claims, row))
        .collect();
    let (mut rows, held) = join_neighbours(rows, held);
    let places = PassageRows::new(documents, claims, &rows);
    let mut links = Vec::new();
    for (at, (row, held)) in rows.iter_mut().zip(&held).enumerate() {
        let Some(held) = held else { continue };
        row.kind = held.kind;
        if held.kind == RowKind::Moved
            && let Some((there, words)) = places.other_end(held.side.other(), held.passage)
        {
            links.push((words.min(held.words), at, there));
        }
    }
    // The strongest first, so that two rows that have most of one passage name each other.
    sorting::by_key(&mut links, |&(words, at, _)| {
        sorting::key([0, 0, u32::MAX as usize - words, at])
    });
    for (_, at, there) in links {
        rows[at].counterpart = Some(there);
        rows[there].counterpart.get_or_insert(at);
    }
    rows
}

/// What a row of one side holds of the passages that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Held {
    side: Side,
    kind: RowKind,
    /// The passage with most words in the row, of equal ones the first.
    passage: u32,
    /// How many words of it the row has.
    words: usize,
}

/// None for a row of two sides, of boilerplate, or without a word that counts.
#[inline(never)]
fn held(
    documents: &Sides<Document<'_>>,
    claims: &Sides<Vec<Option<WordClaim>>>,
    row: &Row,
) -> Option<Held> {
    if row.kind != RowKind::Only {
        return None;
    }
    let side = row.side()?;
    let (mut moved, mut repeated) = (WordCounts::default(), WordCounts::default());
    for_claims(documents, claims, row, side, |claim| match claim.what {
        Coverage::Shared => moved.add(claim.passage),
        Coverage::Repeated => repeated.add(claim.passage),
        _ => {}
    });
    if moved.all + repeated.all == 0 {
        return held_between(documents, claims, row, side);
    }
    let (kind, tally) = if moved.all >= repeated.all {
        (RowKind::Moved, moved)
    } else {
        (RowKind::Repeated, repeated)
    };
    let (passage, words) = tally.most()?;
    Some(Held {
        side,
        kind,
        passage,
        words,
    })
}

/// A line of marks alone goes with the passage that stands on both sides of it.
fn held_between(
    documents: &Sides<Document<'_>>,
    claims: &Sides<Vec<Option<WordClaim>>>,
    row: &Row,
    side: Side,
) -> Option<Held> {
    let words = &documents.get(side).sentences[row.sentences.get(side).start].words;
    if !words.is_empty() {
        return None;
    }
    let claims = claims.get(side);
    let before = claims.get(words.start.checked_sub(1)?).copied().flatten()?;
    let after = claims.get(words.start).copied().flatten()?;
    let kind = match before.what {
        Coverage::Shared => RowKind::Moved,
        Coverage::Repeated => RowKind::Repeated,
        _ => return None,
    };
    (before == after).then_some(Held {
        side,
        kind,
        passage: before.passage,
        words: 0,
    })
}

/// How many words each passage has.
#[derive(Default)]
struct WordCounts {
    all: usize,
    of: Vec<(u32, usize)>,
}

impl WordCounts {
    fn add(&mut self, passage: u32) {
        self.all += 1;
        match self.of.iter_mut().find(|(known, _)| *known == passage) {
            Some((_, words)) => *words += 1,
            None => self.of.push((passage, 1)),
        }
    }

    fn most(&self) -> Option<(u32, usize)> {
        self.of
            .iter()
            .copied()
            .max_by_key(|&(passage, words)| (words, std::cmp::Reverse(passage)))
    }
}

/// Calls `found` with what the passages make of each word of a side of a row.
fn for_claims(
    documents: &Sides<Document<'_>>,
    claims: &Sides<Vec<Option<WordClaim>>>,
    row: &Row,
    side: Side,
    mut found: impl FnMut(&WordClaim),
) {
    let document = documents.get(side);
    for sentence in &document.sentences[row.sentences.get(side).clone()] {
        for claim in claims.get(side)[sentence.words.clone()].iter().flatten() {
            found(claim);
        }
    }
}

/// Neighbours that hold one passage that moved become one row.
#[inline(never)]
fn join_neighbours(rows: Vec<Row>, held: Vec<Option<Held>>) -> (Vec<Row>, Vec<Option<Held>>) {
    let mut joined: (Vec<Row>, Vec<Option<Held>>) = Default::default();
    for (row, held) in rows.into_iter().zip(held) {
        if let (Some(last), Some(Some(known)), Some(held)) =
            (joined.0.last_mut(), joined.1.last_mut(), held)
            && (known.side, known.kind, known.passage) == (held.side, held.kind, held.passage)
            && known.kind == RowKind::Moved
        {
            let own = last.sentences.get_mut(held.side);
            own.end = row.sentences.get(held.side).end;
            known.words += held.words;
            continue;
        }
        joined.0.push(row);
        joined.1.push(held);
    }
    joined
}

/// In which rows the words of each passage stand.
struct PassageRows {
    /// By side and passage: the row with most of its words, of equal ones the first, and how many.
    most: Sides<FxHashMap<u32, (usize, usize)>>,
}

impl PassageRows {
    fn new(
        documents: &Sides<Document<'_>>,
        claims: &Sides<Vec<Option<WordClaim>>>,
        rows: &[Row],
    ) -> Self {
        let most = Sides::new(Side::Left, Side::Right).map(|side| {
            let mut most: FxHashMap<u32, (usize, usize)> = FxHashMap::default();
            for (at, row) in rows.iter().enumerate() {
                let mut tally = WordCounts::default();
                for_claims(documents, claims, row, side, |claim| {
                    if claim.what == Coverage::Shared {
                        tally.add(claim.passage);
                    }
                });
                for (passage, words) in tally.of {
                    let entry = most.entry(passage).or_insert((at, words));
                    if words > entry.1 {
                        *entry = (at, words);
                    }
                }
            }
            most
        });
        Self { most }
    }

    /// Where on a side most words of a passage stand.
    fn other_end(&self, side: Side, passage: u32) -> Option<(usize, usize)> {
        self.most.get(side).get(&passage).copied()
    }
}

/// Whether a token is a word.
pub(super) fn is_word(document: &Document<'_>, token: usize) -> bool {
    document.tokens[token].kind != TokenKind::Punctuation
}
