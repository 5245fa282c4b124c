//! Whether the evidence for a passage is thin: any two texts on like subjects might share as much.
//!
//! Of two sentences alone this cannot be told: reports on different events share offices, names and turns of phrase that
//! weigh as much as what two reports on one event share. But those share one such pair, these many. So the evidence of a
//! passage is also what surrounds it: passages beside it, and how many words the two texts share for their length.

use std::ops::Range;

use super::{
    Grade, Passage, Substance,
    grading::LONG_RUN_WORDS,
    unclaimed::{Claims, UNCLAIMED},
};
use crate::span::{Side, Sides};

// By measurement on news: 1,500 pairs of reports on different events, of which these show a passage in 21 in 1,000 (180 in
// 1,000 without them), and 36 pairs on one event judged by meaning, F1 .60 with and without. Tried as well, with no better
// result: logistic regression over score, rarest word, longest run, names, cosine, place and the summed scores.

/// Share of the words of two texts, by the geometric mean of their lengths, that passages have in common from which the texts
/// are related and no passage is thin.
const RELATED_SHARE: f64 = 0.045;
/// Least words in common of texts that are related; in shorter texts this share of them is enough.
const RELATED_WORDS: f64 = 8.0;
const RELATED_SHARE_SHORT: f64 = 0.25;
/// Score with which a passage stands by itself, in short texts: more than an office with its holder's name.
const ALONE_SCORE: f64 = 10.0;

/// Words before and behind a passage in which passages beside it are looked for: texts without stops are one sentence. A bound
/// on work.
const BESIDE_WORDS: usize = 256;

impl Claims<'_> {
    /// For each passage whether its evidence is thin. Words may be unclaimed after that.
    pub fn thin_passages(&mut self, passages: &[Passage]) -> Vec<bool> {
        if self.are_related(passages) {
            return vec![false; passages.len()];
        }
        self.release();
        let all = passages.iter().enumerate();
        all.map(|(at, passage)| self.is_thin(at, passage, passages))
            .collect()
    }

    /// Whether neither a passage itself nor one beside it says enough.
    fn is_thin(&mut self, at: usize, passage: &Passage, passages: &[Passage]) -> bool {
        let verbatim = passage.grade == Grade::Verbatim;
        if passage.pinned
            || passage.primary.is_some()
            || passage.substance != Substance::Statement
            || verbatim && (passage.quotation || passage.words.left.len() >= LONG_RUN_WORDS)
        {
            return false;
        }
        let score = self.weigh(&passage.words).map_or(0.0, |found| found.score);
        score < ALONE_SCORE * self.scale && !self.has_neighbour(at, passage, passages)
    }

    /// Whether a passage that says something has words beside this one on both sides: in the same sentences or the next.
    fn has_neighbour(&self, at: usize, passage: &Passage, passages: &[Passage]) -> bool {
        let beside = Sides::new(Side::Left, Side::Right)
            .map(|side| self.owners_around(side, passage.words.get(side)));
        beside.left.iter().any(|&other| {
            other as usize != at
                && passages[other as usize].substance == Substance::Statement
                && passages[other as usize].primary.is_none()
                && beside.right.contains(&other)
        })
    }

    /// The passages that own words in the sentences of a stretch, the one before and the one behind, each once.
    fn owners_around(&self, side: Side, words: &Range<usize>) -> Vec<u32> {
        let document = self.documents.get(side);
        let last = document.sentences.len() - 1;
        let from = document.sentence_at(words.start).saturating_sub(1);
        let to = (document.sentence_at(words.end - 1) + 1).min(last);
        let first = document.sentences[from].words.start;
        let end = document.sentences[to].words.end;
        let around =
            first.max(words.start.saturating_sub(BESIDE_WORDS))..end.min(words.end + BESIDE_WORDS);
        let mut owners: Vec<u32> = self.owner.get(side)[around].to_vec();
        owners.retain(|&owner| owner != UNCLAIMED);
        owners.sort_unstable();
        owners.dedup();
        owners
    }

    /// Whether the passages that say something have enough words in common for the length of both texts.
    fn are_related(&self, passages: &[Passage]) -> bool {
        let stating = passages.iter().filter(|passage| {
            passage.primary.is_none() && passage.substance == Substance::Statement
        });
        let common: usize = stating.map(|passage| passage.common).sum();
        let Sides { left, right } = &self.owner;
        let words = (left.len() as f64 * right.len() as f64).sqrt();
        common as f64 >= (RELATED_SHARE * words).max(RELATED_WORDS.min(RELATED_SHARE_SHORT * words))
    }
}
