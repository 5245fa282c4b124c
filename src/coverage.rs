//! The fate of every word: what every lens, list, share and export reads.
//!
//! Each word of each side has exactly one [`Coverage`]. Passages decide first, then rows: a word of no passage that
//! counts that faces the same word in a row is [`Coverage::Aligned`]. Linear in words, rows and passages.

use std::ops::Range;

use crate::{
    alignment::{Row, RowKind},
    document::{Document, Role, TokenKind},
    passages::{Passage, WordClaim, word_claims},
    sorting,
    span::{Side, Sides, Span},
};

pub use crate::passages::Coverage;

/// A stretch of consecutive words with one fate, inside one paragraph. A mark that counts and that nothing holds ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cover {
    /// From its first to its last word.
    pub span: Span,
    /// How many words it has, punctuation aside; never none.
    pub words: usize,
    /// What becomes of them.
    pub what: Coverage,
    /// The passage that holds them, as an index into the passages; of repeated words the passage they repeat. None
    /// where no passage holds them.
    pub passage: Option<usize>,
}

/// What becomes of one token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TokenCoverage {
    pub(crate) what: Coverage,
    pub(crate) passage: Option<u32>,
}

/// For each token of each side what becomes of it; none of marks, unless a passage holds them or they face each other
/// as a sentence of their own, and of words of which nothing is seen.
pub(crate) fn fates(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
    rows: &[Row],
) -> Sides<Vec<Option<TokenCoverage>>> {
    let claims = word_claims(documents, passages);
    Sides::new(Side::Left, Side::Right).map(|side| {
        let document = documents.get(side);
        let mut fates = claimed(document, claims.get(side));
        align(side, document, rows, &mut fates);
        exclude(document, &mut fates);
        fates
    })
}

/// What passages make of the tokens; of other words that only this side has them.
fn claimed(document: &Document<'_>, claims: &[Option<WordClaim>]) -> Vec<Option<TokenCoverage>> {
    let mut fates = vec![None; document.tokens.len()];
    for (&token, &claim) in document.words.iter().zip(claims) {
        let only = || TokenCoverage {
            what: Coverage::Only,
            passage: None,
        };
        fates[token as usize] = match claim {
            Some(WordClaim { what, passage }) => Some(TokenCoverage {
                what,
                passage: Some(passage),
            }),
            None => is_word(document, token as usize).then(only),
        };
    }
    fates
}

/// Lets tokens of no passage that counts be aligned where they face the same token: outside the edits of a row that can
/// be read as edits, or in a line that moved as a whole.
fn align(side: Side, document: &Document<'_>, rows: &[Row], fates: &mut [Option<TokenCoverage>]) {
    for row in rows {
        let tokens = tokens_of(document, row.sentences.get(side));
        let counts = |fate: &Option<TokenCoverage>| fate.is_some_and(|fate| fate.what.counts());
        let answers = match row.kind {
            RowKind::Same | RowKind::Changed => true,
            RowKind::Moved => !fates[tokens].iter().any(counts),
            _ => false,
        };
        if answers {
            align_row(side, document, row, fates);
        }
    }
}

/// Aligns the tokens of a row that stand outside its edits and of nothing that moved.
fn align_row(side: Side, document: &Document<'_>, row: &Row, fates: &mut [Option<TokenCoverage>]) {
    let moved = row.moves.iter().filter_map(|one| *one.spans.get(side));
    let mut gone: Vec<Span> = row
        .changes
        .iter()
        .map(|change| *change.spans.get(side))
        .collect();
    gone.extend(moved);
    sorting::by_key(&mut gone, |span| {
        sorting::key([0, 0, span.start as usize, span.end as usize])
    });
    let mut gone = gone.into_iter().peekable();
    for sentence in &document.sentences[row.sentences.get(side).clone()] {
        let wordless = !sentence.tokens.clone().any(|at| is_word(document, at));
        for at in sentence.tokens.clone() {
            let span = document.tokens[at].span;
            while gone.next_if(|gone| gone.end <= span.start).is_some() {}
            let kept = !gone.peek().is_some_and(|gone| gone.overlaps(span));
            let open = fates[at].map_or(wordless, |fate| fate.what.is_only());
            if kept && open {
                fates[at] = Some(TokenCoverage {
                    what: Coverage::Aligned,
                    passage: None,
                });
            }
        }
    }
}

/// Words of boilerplate are not compared.
fn exclude(document: &Document<'_>, fates: &mut [Option<TokenCoverage>]) {
    for paragraph in &document.paragraphs {
        if matches!(paragraph.role, Role::Boilerplate(_)) {
            for at in tokens_of(document, &paragraph.sentences) {
                let fate = TokenCoverage {
                    what: Coverage::Boilerplate,
                    passage: None,
                };
                fates[at] = is_word(document, at).then_some(fate);
            }
        }
    }
}

/// Consecutive words with one fate as stretches, in reading order, for each side.
pub(crate) fn covers(
    documents: &Sides<Document<'_>>,
    fates: &Sides<Vec<Option<TokenCoverage>>>,
) -> Sides<Vec<Cover>> {
    Sides::new(Side::Left, Side::Right)
        .map(|side| side_covers(documents.get(side), fates.get(side)))
}

fn side_covers(document: &Document<'_>, fates: &[Option<TokenCoverage>]) -> Vec<Cover> {
    let mut covers: Vec<Cover> = Vec::new();
    for paragraph in &document.paragraphs {
        let first = covers.len();
        let mut open = true;
        for at in tokens_of(document, &paragraph.sentences) {
            let Some(TokenCoverage { what, passage }) = fates[at] else {
                // A mark that counts though nothing holds it parts what stands around it.
                open &= document.words.binary_search(&(at as u32)).is_err();
                continue;
            };
            let passage = passage.map(|passage| passage as usize);
            let span = document.tokens[at].span;
            let words = usize::from(is_word(document, at));
            match covers[first..].last_mut() {
                Some(last) if open && (last.what, last.passage) == (what, passage) => {
                    last.span = last.span.to(span);
                    last.words += words;
                }
                _ => covers.push(Cover {
                    span,
                    words,
                    what,
                    passage,
                }),
            }
            open = true;
        }
    }
    covers.retain(|cover| cover.words > 0);
    covers
}

fn is_word(document: &Document<'_>, token: usize) -> bool {
    document.tokens[token].kind != TokenKind::Punctuation
}

/// The tokens of a range of sentences.
fn tokens_of(document: &Document<'_>, sentences: &Range<usize>) -> Range<usize> {
    let sentences = &document.sentences[sentences.clone()];
    match (sentences.first(), sentences.last()) {
        (Some(first), Some(last)) => first.tokens.start..last.tokens.end,
        _ => 0..0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, compare};

    #[test]
    fn a_mark_that_counts_and_has_no_counterpart_ends_a_stretch() {
        let (first, second) = (
            "The warden shut the lock before the storm came.",
            "Two barges waited at the quay for a day.",
        );
        let left = format!("{first} {second}");
        let right = format!("{first} {second} Nobody spoke.\n\n{second} !!! {first}");
        for (ignore_punctuation, stretches) in [(true, 1), (false, 2)] {
            let options = Options {
                ignore_punctuation,
                ..Options::default()
            };
            let comparison = compare(&left, &right, &options);
            let covers = comparison.coverage.right.iter();
            let repeated: Vec<_> = covers
                .filter(|cover| cover.what == Coverage::Repeated)
                .collect();
            assert_eq!(repeated.len(), stretches, "{repeated:?}");
            assert_eq!(repeated.iter().map(|cover| cover.words).sum::<usize>(), 18);
        }
    }
}
