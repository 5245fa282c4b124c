//! How much each text shares with the other.

use crate::{
    alignment::{Row, RowKind},
    document::Document,
    passages::{Grade, Passage},
    span::{Side, Sides},
};

/// What one side shares with the other. Words are those of [`Document::words`] that are not punctuation,
/// each counted once, under the closest grade of the statements it is in: names, stock phrases and
/// further counterparts do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// All words, boilerplate aside.
    pub words: usize,
    /// Words in verbatim passages.
    pub verbatim: usize,
    /// Words in edited passages, but in no verbatim one.
    pub edited: usize,
    /// Words in reworded passages, but in none of the above.
    pub reworded: usize,
    /// Sentences, boilerplate aside.
    pub sentences: usize,
    /// Sentences in rows whose sides are the same.
    pub same: usize,
    /// Sentences in rows with edits, reworded ones among them.
    pub changed: usize,
    /// Sentences whose counterpart stands elsewhere.
    pub moved: usize,
    /// Sentences with no counterpart.
    pub only: usize,
}

/// How many words one side shares with the other: the part of [`Summary`] that needs no rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// All words, boilerplate aside.
    pub words: usize,
    /// Words in verbatim passages.
    pub verbatim: usize,
    /// Words in edited passages, but in no verbatim one.
    pub edited: usize,
    /// Words in reworded passages, but in none of the above.
    pub reworded: usize,
}

/// Counts the shares of both sides.
pub fn summarise(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
    rows: &[Row],
) -> Sides<Summary> {
    Sides::new(Side::Left, Side::Right).map(|side| one(side, documents.get(side), passages, rows))
}

fn one(side: Side, document: &Document<'_>, passages: &[Passage], rows: &[Row]) -> Summary {
    let share = share(side, document, passages);
    let mut summary = Summary {
        words: share.words,
        verbatim: share.verbatim,
        edited: share.edited,
        reworded: share.reworded,
        ..Summary::default()
    };
    for row in rows {
        let sentences = row.sentences.get(side).len();
        summary.sentences += if row.kind == RowKind::Boilerplate {
            0
        } else {
            sentences
        };
        match row.kind {
            RowKind::Same => summary.same += sentences,
            RowKind::Changed | RowKind::Reworded => summary.changed += sentences,
            RowKind::Moved => summary.moved += sentences,
            RowKind::Only => summary.only += sentences,
            RowKind::Boilerplate => {}
        }
    }
    summary
}

/// Counts the words of one side that are in statements.
pub fn share(side: Side, document: &Document<'_>, passages: &[Passage]) -> Share {
    let mut best: Vec<Option<Grade>> = vec![None; document.words.len()];
    for passage in passages.iter().filter(|passage| passage.is_statement()) {
        for grade in &mut best[passage.words.get(side).clone()] {
            *grade = Some(grade.map_or(passage.grade, |g| g.min(passage.grade)));
        }
    }
    let mut share = Share::default();
    for (&token, grade) in document.words.iter().zip(&best) {
        if document.tokens[token as usize].kind == crate::document::TokenKind::Punctuation {
            continue;
        }
        share.words += 1;
        match grade {
            Some(Grade::Verbatim) => share.verbatim += 1,
            Some(Grade::Edited) => share.edited += 1,
            Some(Grade::Reworded) => share.reworded += 1,
            None => {}
        }
    }
    share
}
