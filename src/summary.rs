//! How much each text shares with the other: the coverage, counted.

use crate::{
    alignment::{Row, RowKind},
    coverage::{Cover, Coverage},
    document::{Document, TokenKind},
    passages::{Grade, Passage, WordClaim, word_claims},
    span::{Side, Sides},
};

/// What one side shares with the other. Words are those of [`Document::words`] that are not punctuation, each counted
/// once: `verbatim`, `edited`, `reworded`, `repeated_words`, `aligned_words`, `weak_words`, `formulaic_words` and `only_words` add up to `words`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// All words, boilerplate aside.
    pub words: usize,
    /// Words in verbatim passages.
    pub verbatim: usize,
    /// Words in edited passages, but in no verbatim one.
    pub edited: usize,
    /// Words in reworded passages, but in none of the above.
    pub reworded: usize,
    /// Words in copies of passages, but in none of the above.
    pub repeated_words: usize,
    /// Words in none of the above that face the same word in a row.
    pub aligned_words: usize,
    /// Words in weak matches, but in none of the above.
    pub weak_words: usize,
    /// Words in names and stock phrases that both sides have, but in none of the above.
    pub formulaic_words: usize,
    /// Words that only this side has.
    pub only_words: usize,
    /// Words of boilerplate, which is not compared.
    pub boilerplate_words: usize,
    /// Sentences, boilerplate aside.
    pub sentences: usize,
    /// Sentences in rows whose sides are the same.
    pub same: usize,
    /// Sentences in rows with edits, reworded ones among them.
    pub changed: usize,
    /// Sentences of rows that moved.
    pub moved: usize,
    /// Sentences of rows that are repeated.
    pub repeated: usize,
    /// Sentences with no counterpart.
    pub only: usize,
}

/// How many words one side shares with the other: the part of [`Summary`] that needs no rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Share {
    /// All words, boilerplate aside.
    pub words: usize,
    /// Words in verbatim passages.
    pub verbatim: usize,
    /// Words in edited passages, but in no verbatim one.
    pub edited: usize,
    /// Words in reworded passages, but in none of the above.
    pub reworded: usize,
    /// Words in copies of passages, but in none of the above.
    pub repeated: usize,
}

/// Counts the coverage and the rows of both sides.
pub(crate) fn summarise(
    passages: &[Passage],
    coverage: &Sides<Vec<Cover>>,
    rows: &[Row],
) -> Sides<Summary> {
    Sides::new(Side::Left, Side::Right).map(|side| {
        let mut summary = Summary::default();
        for cover in coverage.get(side) {
            summary.add_words(cover, passages);
        }
        for row in rows {
            summary.add_sentences(row.kind, row.sentences.get(side).len());
        }
        summary
    })
}

impl Summary {
    /// Whether all words are the same as on the other side, in the same order.
    pub(crate) fn is_same(&self) -> bool {
        self.words == self.verbatim + self.aligned_words && self.sentences == self.same
    }

    fn add_words(&mut self, cover: &Cover, passages: &[Passage]) {
        let grade = cover.passage.map(|passage| passages[passage].grade);
        let count = match (cover.what, grade) {
            (Coverage::Shared, Some(Grade::Verbatim)) => &mut self.verbatim,
            (Coverage::Shared, Some(Grade::Edited)) => &mut self.edited,
            (Coverage::Shared, _) => &mut self.reworded,
            (Coverage::Repeated, _) => &mut self.repeated_words,
            (Coverage::Weak, _) => &mut self.weak_words,
            (Coverage::Formulaic, _) => &mut self.formulaic_words,
            (Coverage::Aligned, _) => &mut self.aligned_words,
            (Coverage::Only, _) => &mut self.only_words,
            (Coverage::Boilerplate, _) => &mut self.boilerplate_words,
        };
        *count += cover.words;
        if cover.what != Coverage::Boilerplate {
            self.words += cover.words;
        }
    }

    fn add_sentences(&mut self, kind: RowKind, sentences: usize) {
        let count = match kind {
            RowKind::Same => &mut self.same,
            RowKind::Changed | RowKind::Reworded => &mut self.changed,
            RowKind::Moved => &mut self.moved,
            RowKind::Repeated => &mut self.repeated,
            RowKind::Only => &mut self.only,
            RowKind::Boilerplate => return,
        };
        *count += sentences;
        self.sentences += sentences;
    }
}

/// Counts the words of each side that are in passages that count, or in copies of them.
pub(crate) fn share(documents: &Sides<Document<'_>>, passages: &[Passage]) -> Sides<Share> {
    let claims = word_claims(documents, passages);
    Sides::new(Side::Left, Side::Right)
        .map(|side| share_of(documents.get(side), claims.get(side), passages))
}

fn share_of(document: &Document<'_>, claims: &[Option<WordClaim>], passages: &[Passage]) -> Share {
    let mut share = Share::default();
    for (&token, claim) in document.words.iter().zip(claims) {
        if document.tokens[token as usize].kind == TokenKind::Punctuation {
            continue;
        }
        share.words += 1;
        let Some(claim) = claim else { continue };
        match (claim.what, passages[claim.passage as usize].grade) {
            (Coverage::Shared, Grade::Verbatim) => share.verbatim += 1,
            (Coverage::Shared, Grade::Edited) => share.edited += 1,
            (Coverage::Shared, Grade::Reworded) => share.reworded += 1,
            (Coverage::Repeated, _) => share.repeated += 1,
            _ => {}
        }
    }
    share
}
