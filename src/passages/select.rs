//! Passages at reading scale: what a careful reader would underline on both sides.
//!
//! Three steps, each on words that no passage has yet:
//!
//! 1. Whole sentences that stand on both sides word for word, with what continues them, and exact runs that one side
//!    parts by a stop.
//! 2. Pairs of sentences that say the same, best first. A pair takes the words that answer each other;
//!    what is left of a sentence may answer another one, so that a sentence that answers two gets two.
//! 3. The exact runs that are left, and whole quotations that are too short for a run. Where a stretch has its
//!    passage already, a further counterpart.
//!
//! On short news two sentences on one topic share names without saying the same. So names weigh little,
//! common words next to nothing, words that stand next to each other on both sides more, and the sum
//! counts only by the share of both sentences that it makes up.

use std::{cmp::Ordering, collections::BinaryHeap, ops::Range};

use rustc_hash::FxHashSet;

use super::{
    Coverage, Grade, Passage, Substance,
    likeness::Likeness,
    marks::span_with_marks,
    similarity::{Pair, Space},
    term_weights::TermWeights,
    translation,
    unclaimed::{Claims, LEAST_CONTENT_WEIGHT, Match, UNCLAIMED, WordRanges},
    upper_bound::UpperBound,
    verdicts::Verdicts,
};
use crate::{
    Options,
    document::{Document, QuarterWords},
    runs::Run,
    sorting,
    span::{Side, Sides},
    words::Words,
};

// Weights and scores are in units of idf (see `words::idf`), lengths in words. By eye on pairs of news reports, on one
// event and on different ones, and held against unrelated texts of the PAN 2013 training corpus.

/// Least score of two sentences of short texts that say the same.
const LEAST_SCORE: f64 = 2.0;
/// Least weight of their shared words, those that stand next to each other counted twice.
const LEAST_PHRASE_WEIGHT: f64 = 3.0;
/// Factor of the score of a pair when sentences beside it correspond already.
const BESIDE_FACTOR: f64 = 1.3;
/// Least share of its first score that a pair keeps when words of it have gone to a better pair.
const LEAST_REST: f64 = 0.5;
/// Copies that are told, the longest first: 1,000, and one more for every 64 words of both texts. A bound on work, which
/// only texts made of a few words come near.
const MOST_COPIES: usize = 1000;
const COPY_WORDS: usize = 64;

/// Selects passages greedily: the best of what is left, until nothing is good enough.
pub struct PassageSelector<'r> {
    pub(super) claims: Claims<'r>,
    pub(super) options: &'r Options,
    pub(super) verdicts: &'r Verdicts,
    passages: Vec<Passage>,
    complete: bool,
    likeness: Likeness,
    /// The passages that are translations.
    translated: Range<usize>,
}

/// A pair of units waiting for its turn.
struct Waiting {
    score: f64,
    first: f64,
    left: u32,
    right: u32,
    /// How often words of its units had been taken when the score was found.
    age: u32,
}

impl<'r> PassageSelector<'r> {
    pub fn new(
        documents: &'r Sides<&'r Document<'r>>,
        words: &'r Words,
        space: &'r Space,
        weights: &'r TermWeights,
        options: &'r Options,
        verdicts: &'r Verdicts,
    ) -> Self {
        let claims = Claims::new(documents, words, space, weights);
        Self {
            claims,
            options,
            verdicts,
            passages: Vec::new(),
            complete: true,
            likeness: Likeness::new(documents, space, options),
            translated: 0..0,
        }
    }

    /// The passages, in no order, and whether no limit of work was met. `pairs` are all pairs of units worth
    /// looking at, in order of the units of one side, `runs` all runs.
    pub fn select(
        mut self,
        pairs: &[Pair],
        order: Side,
        mut runs: Vec<Run>,
    ) -> (Vec<Passage>, bool) {
        // Longest first; of equal ones those that stand at about the same place.
        sorting::by_key_copied(&mut runs, |run| {
            let apart = run.left.abs_diff(run.right);
            sorting::key([0, u32::MAX as usize - run.len, apart, run.left])
        });
        self.take_pinned();
        self.take_translations();
        self.take_whole(&runs);
        self.take_over_stops(&runs);
        self.take_stock_quotations();
        self.take_pairs(pairs, order);
        self.take_runs(&runs);
        self.take_quotations();
        self.widen();
        self.drop_labels();
        // Runs and words that an edge has let go.
        let further = self.take_runs(&runs);
        self.widen_verbatim(0);
        self.drop_labels();
        self.add_copies(further);
        let complete = self.complete;
        (self.finish(), complete)
    }

    // ---- 0. what the reader pinned

    fn take_pinned(&mut self) {
        for words in self.verdicts.pinned().to_vec() {
            self.take(words);
            if let Some(passage) = self.passages.last_mut() {
                passage.pinned = true;
            }
        }
    }

    /// Takes what faces each other in two languages.
    #[inline(never)]
    fn take_translations(&mut self) {
        let (beads, complete) = translation::beads(self.claims.documents, self.options);
        self.complete &= complete;
        let first = self.passages.len();
        for bead in beads {
            let words = Sides::new(Side::Left, Side::Right).map(|side| {
                let sentences = &self.claims.documents.get(side).sentences;
                let Range { start, end } = *bead.get(side);
                sentences[start].words.start..sentences[end - 1].words.end
            });
            let is_free = |side: Side| {
                let owners = &self.claims.owner.get(side)[words.get(side).clone()];
                owners.iter().all(|&owner| owner == UNCLAIMED)
            };
            if Side::BOTH.into_iter().all(is_free) && !self.verdicts.refuse(&words) {
                self.take(words);
                if let Some(passage) = self.passages.last_mut() {
                    passage.by_meaning = true;
                }
            }
        }
        self.translated = first..self.passages.len();
    }

    pub(super) fn take(&mut self, words: WordRanges) {
        self.claims.claim(&words, self.passages.len() as u32);
        self.passages.push(Passage::new(words));
    }

    // ---- 2. pairs of sentences

    #[inline(never)]
    fn take_pairs(&mut self, pairs: &[Pair], order: Side) {
        let mut ages = self
            .claims
            .space
            .units
            .as_ref()
            .map(|units| vec![0_u32; units.len()]);
        let mut linked: FxHashSet<(u32, u32)> = FxHashSet::default();
        let mut heap = BinaryHeap::new();
        for side in Side::BOTH {
            for unit in 0..ages.get(side).len() {
                self.claims.sum_unclaimed(side, unit);
            }
        }
        for pair in self.worth_a_look(pairs, order) {
            let found = self.compare(pair.left, pair.right);
            if let Some(found) = found.filter(|m| self.may_count(m)) {
                heap.push(Waiting {
                    score: found.score,
                    first: found.score,
                    left: pair.left as u32,
                    right: pair.right as u32,
                    age: 0,
                });
            }
        }
        while let Some(mut next) = heap.pop() {
            let (left, right) = (next.left as usize, next.right as usize);
            let age = ages.left[left] + ages.right[right];
            if age != next.age {
                let Some(found) = self.compare(left, right) else {
                    continue;
                };
                next.score = found.score
                    * if beside(&linked, next.left, next.right) {
                        BESIDE_FACTOR
                    } else {
                        1.0
                    };
                next.age = age;
                if next.score >= LEAST_REST * next.first && self.may_count(&found) {
                    heap.push(next);
                }
                continue;
            }
            if next.score < LEAST_SCORE * self.claims.scale {
                break;
            }
            let trimmed = self.claims.trim(left, right, self.options);
            let Some(words) = trimmed.filter(|words| !self.verdicts.refuse(words)) else {
                continue;
            };
            let by_words = next.score / self.likeness.factor(left, right);
            let by_meaning = by_words < LEAST_SCORE * self.claims.scale;
            for part in self.claims.without_strangers(words) {
                if !self.verdicts.refuse(&part) && self.claims.have_words(&part) {
                    self.take(part);
                    if let Some(passage) = self.passages.last_mut() {
                        passage.by_meaning = by_meaning;
                    }
                }
            }
            linked.insert((next.left, next.right));
            for (side, unit) in [(Side::Left, left), (Side::Right, right)] {
                ages.get_mut(side)[unit] += 1;
                self.claims.sum_unclaimed(side, unit);
            }
            // Neighbours are looked at anew: they may have gained.
            for (l, r) in around(next.left, next.right) {
                let (l, r) = (l as usize, r as usize);
                if l < ages.left.len()
                    && r < ages.right.len()
                    && !linked.contains(&(l as u32, r as u32))
                {
                    self.push_neighbour(&mut heap, (l, r), &ages);
                }
            }
        }
    }

    /// The pairs that may say the same, as far as a glance tells.
    #[inline(never)]
    fn worth_a_look<'p>(&self, pairs: &'p [Pair], order: Side) -> Vec<&'p Pair> {
        let mut bound = UpperBound::new(order, &self.claims);
        let may = |pair: &&Pair| {
            let found = bound.score(pair.left, pair.right);
            self.may_count(&self.with_meaning(found, pair.left, pair.right))
        };
        pairs.iter().filter(may).collect()
    }

    #[inline(never)]
    fn push_neighbour(
        &mut self,
        heap: &mut BinaryHeap<Waiting>,
        (left, right): (usize, usize),
        ages: &Sides<Vec<u32>>,
    ) {
        let Some(found) = self.compare(left, right).filter(|m| self.may_count(m)) else {
            return;
        };
        let age = ages.left[left] + ages.right[right];
        let score = found.score * BESIDE_FACTOR;
        heap.push(Waiting {
            score,
            first: found.score,
            left: left as u32,
            right: right as u32,
            age,
        });
    }

    /// How well two units answer each other, in their unclaimed words and in meaning.
    fn compare(&mut self, left: usize, right: usize) -> Option<Match> {
        let found = self.claims.compare(left, right)?;
        Some(self.with_meaning(found, left, right))
    }

    fn with_meaning(&self, found: Match, left: usize, right: usize) -> Match {
        Match {
            score: found.score * self.likeness.factor(left, right),
            ..found
        }
    }

    /// Whether a match says more than names and chance.
    fn may_count(&self, found: &Match) -> bool {
        found.score * BESIDE_FACTOR >= LEAST_SCORE * self.claims.scale
            && found.content_weight >= LEAST_CONTENT_WEIGHT * self.claims.scale
            && found.content_weight + found.neighbour_weight
                >= LEAST_PHRASE_WEIGHT * self.claims.scale
    }

    // ---- 3. runs

    /// Takes what is free of the runs; returns the runs of which one side has a passage.
    fn take_runs(&mut self, runs: &[Run]) -> Vec<WordRanges> {
        let mut further = Vec::new();
        for run in runs {
            let words = run.words();
            let free = Sides::new(
                self.claims.longest_unclaimed(Side::Left, &words.left),
                self.claims.longest_unclaimed(Side::Right, &words.right),
            );
            // The free part that both sides have in the same place of the run.
            let start = (free.left.start - run.left).max(free.right.start - run.right);
            let end = (free.left.end - run.left).min(free.right.end - run.right);
            let enough = start < end && end - start >= self.options.min_words.min(run.len);
            let words_of = |start: usize, end: usize| {
                Sides::new(
                    run.left + start..run.left + end,
                    run.right + start..run.right + end,
                )
            };
            if enough && self.claims.have_words(&words_of(start, end)) {
                self.take(words_of(start, end));
            } else if free.left.len().max(free.right.len()) >= self.options.min_words {
                further.push(words);
            }
        }
        further
    }

    /// Adds what runs say again, up to the bound.
    #[inline(never)]
    fn add_copies(&mut self, further: Vec<WordRanges>) {
        let words = &self.claims.owner;
        let most = MOST_COPIES + (words.left.len() + words.right.len()) / COPY_WORDS;
        self.complete &= further.len() <= most;
        for words in further.into_iter().take(most) {
            self.add_copy(words);
        }
    }

    /// A run of which one side has its passage already: the part of it that the other side has once more is a copy of
    /// that passage, unless it is shorter than a run.
    fn add_copy(&mut self, words: WordRanges) {
        let is_taken = |side: Side, at: usize| self.claims.owner.get(side)[at] != UNCLAIMED;
        let pairs = words.left.clone().zip(words.right.clone());
        let mut once = pairs.filter(|&(l, r)| is_taken(Side::Left, l) != is_taken(Side::Right, r));
        let Some(first) = once.next() else { return };
        let last = once.next_back().unwrap_or(first);
        let words = Sides::new(first.0..last.0 + 1, first.1..last.1 + 1);
        let Some(words) = self.claims.without_new_sentences(words) else {
            return;
        };
        let words = self.claims.without_label(words);
        let long = self.claims.documents.left.length(words.left.clone());
        let Some(primary) = self
            .most_of(&words)
            .filter(|_| long >= QuarterWords::of_words(self.options.min_words))
            .filter(|_| self.claims.have_words(&words))
        else {
            return;
        };
        let number = self.passages.len() as u32;
        self.claims.claim_remaining(&words, number);
        let mut passage = Passage::new(words);
        passage.primary = Some(primary);
        self.passages.push(passage);
    }

    /// The passage that has most of some words on one side; of equal ones that of the left, then the first.
    fn most_of(&self, words: &WordRanges) -> Option<usize> {
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for side in Side::BOTH {
            let taken = &self.claims.owner.get(side)[words.get(side).clone()];
            for part in taken
                .chunk_by(|a, b| a == b)
                .filter(|part| part[0] != UNCLAIMED)
            {
                let passage = &self.passages[part[0] as usize];
                counts.push((part.len(), passage.primary.unwrap_or(part[0] as usize)));
            }
        }
        let longest = counts.iter().map(|&(len, _)| len).max()?;
        let first = counts.into_iter().find(|&(len, _)| len == longest);
        first.map(|(_, passage)| passage)
    }

    // ---- edges and grades

    /// Takes into every passage the free words beside it that continue it word for word, and sets its edges. What that
    /// leaves off may continue a passage that is word for word the same.
    fn widen(&mut self) {
        for at in 0..self.passages.len() {
            // The reader has set the edges of what is pinned, and sentences those of a translation.
            let pinned = self.passages[at].pinned || self.translated.contains(&at);
            self.widen_one(at, |claims, words, verdicts| {
                let wide = claims.extend(words, verdicts);
                match pinned {
                    true => wide,
                    false => claims.set_edges(wide, at as u32, verdicts),
                }
            });
        }
        self.widen_verbatim(0);
    }

    /// Takes into the passages from a number on that are word for word the same the free words that continue them.
    fn widen_verbatim(&mut self, first: usize) {
        for at in first..self.passages.len() {
            if self.claims.is_verbatim(&self.passages[at].words) {
                self.widen_one(at, |claims, words, verdicts| claims.extend(words, verdicts));
            }
        }
    }

    /// Takes from the ends of passages what only counts the next line.
    fn drop_labels(&mut self) {
        for at in 0..self.passages.len() {
            if !self.passages[at].pinned && !self.translated.contains(&at) {
                self.widen_one(at, |claims, words, _| claims.without_label(words));
            }
        }
    }

    /// Gives a passage that is no copy other words.
    fn widen_one(
        &mut self,
        at: usize,
        wider: impl Fn(&Claims<'_>, WordRanges, &Verdicts) -> WordRanges,
    ) {
        if self.passages[at].primary.is_some() {
            return;
        }
        let before = self.passages[at].words.clone();
        let words = wider(&self.claims, before.clone(), self.verdicts);
        // What is left of a passage without its edges may be what the reader refused, or marks.
        if self.verdicts.refuse(&words) || !self.claims.have_words(&words) {
            return;
        }
        self.claims.unclaim(&before);
        self.claims.claim(&words, at as u32);
        self.passages[at].words = words;
    }

    #[inline(never)]
    fn finish(mut self) -> Vec<Passage> {
        let mut passages = std::mem::take(&mut self.passages);
        for passage in &mut passages {
            let Sides { left, right } = self.claims.documents;
            let Sides { left: l, right: r } = passage.words.clone();
            // Marks that are compared are words, of which each belongs to one passage.
            passage.spans = match self.options.ignore_punctuation {
                true => Sides::new(span_with_marks(left, l), span_with_marks(right, r)),
                false => Sides::new(left.span_of(l), right.span_of(r)),
            };
            (passage.common, passage.grade) = self.claims.grade(&passage.words);
            passage.by_meaning &= passage.grade == Grade::Reworded;
            passage.substance = self.claims.substance(&passage.words, passage.grade);
            passage.quotation = Side::BOTH
                .into_iter()
                .all(|side| self.claims.weights.quoted(side, passage.words.get(side)));
            if passage.quotation && self.is_whole_quotation(passage) {
                passage.substance = Substance::Statement;
            }
        }
        let thin = self.claims.thin_passages(&passages);
        for (at, (passage, thin)) in passages.iter_mut().zip(thin).enumerate() {
            passage.weak = thin && !self.translated.contains(&at);
        }
        self.set_coverage(&mut passages);
        passages
    }

    /// Whether a passage is all that one side quotes, word for word: what somebody said is no stock phrase.
    fn is_whole_quotation(&self, passage: &Passage) -> bool {
        let weights = self.claims.weights;
        let whole = |side: Side| weights.is_quotation(side, passage.words.get(side));
        passage.grade == Grade::Verbatim && Side::BOTH.into_iter().any(whole)
    }

    /// Says what becomes of the words of every passage. A copy goes with the passage it repeats.
    fn set_coverage(&self, passages: &mut [Passage]) {
        for passage in passages.iter_mut() {
            let counts = passage.pinned || self.options.show_weak;
            passage.coverage = match (counts, passage.substance) {
                (true, _) => Coverage::Shared,
                (false, Substance::Statement) if passage.weak => Coverage::Weak,
                (false, Substance::Statement) => Coverage::Shared,
                (false, _) => Coverage::Formulaic,
            };
        }
        for at in 0..passages.len() {
            if let Some(primary) = passages[at].primary {
                passages[at].coverage = match passages[primary].coverage {
                    Coverage::Shared => Coverage::Repeated,
                    other => other,
                };
                passages[at].substance = passages[primary].substance;
                passages[at].weak = passages[primary].weak;
            }
        }
    }
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Waiting {}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Waiting {
    /// Best score first; of equal ones the pair nearer the start, so that the order is always the same.
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |w: &Self| (w.left + w.right, w.left.abs_diff(w.right), w.left);
        self.score
            .total_cmp(&other.score)
            .then_with(|| place(other).cmp(&place(self)))
    }
}

fn around(left: u32, right: u32) -> impl Iterator<Item = (u32, u32)> {
    let steps = [(1, 1), (-1, -1), (0, 1), (1, 0), (0, -1), (-1, 0)];
    steps
        .into_iter()
        .filter_map(move |(l, r)| Some((left.checked_add_signed(l)?, right.checked_add_signed(r)?)))
}

fn beside(linked: &FxHashSet<(u32, u32)>, left: u32, right: u32) -> bool {
    around(left, right).any(|pair| linked.contains(&pair))
}
