//! Passages at reading scale: what a careful reader would underline on both sides.
//!
//! Three steps, each on words that no passage has yet:
//!
//! 1. Whole sentences that stand on both sides word for word, with what continues them.
//! 2. Pairs of sentences that say the same, best first. A pair takes the words that answer each other;
//!    what is left of a sentence may answer another one, so that a sentence that answers two gets two.
//! 3. The exact runs that are left. Where a stretch has its passage already, a further counterpart.
//!
//! On short news two sentences on one topic share names without saying the same. So names weigh little,
//! common words next to nothing, words that stand next to each other on both sides more, and the sum
//! counts only by the share of both sentences that it makes up.

use std::{cmp::Ordering, collections::BinaryHeap, ops::Range};

use rustc_hash::FxHashSet;

use super::{
    Grade, Passage, Substance,
    lexicon::Lexicon,
    sentence_at, sentence_of,
    similarity::{NONE, Pair, Space},
};
use crate::{
    Options,
    document::Document,
    runs::Run,
    span::{Side, Sides},
};

// By eye on pairs of news reports, on one event and on different ones, and held against unrelated
// texts of the PAN 2013 training corpus.

/// Score from which two sentences of short texts say the same.
const SAME: f64 = 2.0;
/// Weight of shared words other than names that a pair needs besides.
const SAME_WORDS: f64 = 2.0;
/// The same with the words that stand next to each other counted again.
const SAME_PHRASES: f64 = 3.0;
/// What the weight of a name is worth.
const NAME: f64 = 0.4;
/// What the weight of two words that stand next to each other on both sides is worth, once more.
const NEXT: f64 = 0.7;
/// Most that one word may add in that way: two rare words in a row are one piece of evidence.
const NEXT_MOST: f64 = 3.0;
/// How much a pair gains when sentences beside it correspond already.
const BESIDE: f64 = 1.3;
/// Share of its first score that a pair must keep when words of it have gone to a better pair.
const REST: f64 = 0.5;
/// Share of its own density that a passage loses for every word: what is less dense is cut off.
const DENSITY_COST: f64 = 0.5;
/// Cosine of two units below which they are not looked at.
const LEAST_COSINE: f64 = 0.05;
/// Rounds of finding edges; one side's edges move the other's.
const ROUNDS: usize = 4;
/// Words that a passage has at least on both sides, unless shorter runs are asked for.
const LEAST_WORDS: usize = 4;
/// Words to the edge of a clause up to which a passage goes out to it on both sides.
const CLAUSE: usize = 5;
/// The same when only one side is near one.
const CLAUSE_ALONE: usize = 2;
/// ln(n m) for which the scores above were found, for n and m sentences. More sentences make more
/// pairs that are alike by chance.
const PAIRS: f64 = 6.8;
/// Words of a sentence that stands on both sides word for word, to be taken before all else.
const WHOLE: usize = 5;
/// Share of the words of the longer side from which a passage is edited rather than reworded.
const EDITED: f64 = 0.6;
/// Weight from which a run says something; below it is a stock phrase.
const STATEMENT: f64 = 3.8;
/// Words from which a run says something, whatever they are.
const LONG: usize = 8;

/// A range of words on each side.
type Words = Sides<Range<usize>>;

/// Finds passages.
pub struct Reader<'r> {
    documents: &'r Sides<Document<'r>>,
    space: &'r Space,
    lexicon: &'r Lexicon,
    runs: &'r [Run],
    options: &'r Options,
    /// The passage of every word, `FREE` where it has none.
    taken: Sides<Vec<u32>>,
    passages: Vec<Passage>,
    stamps: Sides<Stamps>,
    /// How much more than in short texts a score must be.
    scale: f64,
}

const FREE: u32 = u32::MAX;

/// How well two sentences answer each other, in the words no passage has yet.
#[derive(Clone, Debug)]
struct Match {
    score: f64,
    /// Weight of the shared words that are no names.
    words: f64,
    /// Weight of the shared words that stand next to each other on both sides.
    next: f64,
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

impl<'r> Reader<'r> {
    pub fn new(
        documents: &'r Sides<Document<'r>>,
        space: &'r Space,
        lexicon: &'r Lexicon,
        runs: &'r [Run],
        options: &'r Options,
    ) -> Self {
        let taken = documents
            .as_ref()
            .map(|document| vec![FREE; document.words.len()]);
        let stamps = Sides::new((), ()).map(|()| Stamps::new(space.features_len()));
        let pairs = (space.units.left.len() * space.units.right.len()).max(1) as f64;
        let scale = (pairs.ln() / PAIRS).max(1.0);
        Self {
            documents,
            space,
            lexicon,
            runs,
            options,
            taken,
            passages: Vec::new(),
            stamps,
            scale,
        }
    }

    /// The passages, in left order. `pairs` are all pairs of units worth looking at.
    pub fn find(mut self, pairs: &[Pair]) -> Vec<Passage> {
        self.take_whole();
        self.take_pairs(pairs);
        self.take_runs();
        self.widen();
        self.finish()
    }

    // ---- 1. whole sentences

    fn take_whole(&mut self) {
        let mut runs: Vec<&Run> = self.runs.iter().collect();
        runs.sort_by_key(|run| {
            (
                std::cmp::Reverse(run.len),
                run.left.abs_diff(run.right),
                run.left,
            )
        });
        for run in runs {
            let mut from = 0;
            for (start, end) in self.whole_sentences(run) {
                if start < from {
                    continue;
                }
                from = end;
                let words = Sides::new(
                    run.left + start..run.left + end,
                    run.right + start..run.right + end,
                );
                self.take(words);
            }
        }
    }

    /// The stretches of a run, in words from its start, that are whole sentences on both sides and free.
    fn whole_sentences(&self, run: &Run) -> Vec<(usize, usize)> {
        let all_left = run.len == self.documents.left.words.len();
        if all_left && run.len == self.documents.right.words.len() {
            return vec![(0, run.len)];
        }
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        let mut at = 0;
        let document = &self.documents.left;
        let mut sentence = sentence_at(document, run.left);
        while at < run.len {
            let words = document.sentences[sentence].words.clone();
            sentence += 1;
            if words.is_empty() {
                continue;
            }
            let end = words.end - run.left;
            let start = at;
            at = end;
            if words.start < run.left
                || end > run.len
                || !self.sentence_on_right(run.right + start, run.right + end)
            {
                continue;
            }
            if self.busy(Side::Left, run.left + start..run.left + end)
                || self.busy(Side::Right, run.right + start..run.right + end)
            {
                continue;
            }
            match stretches.last_mut() {
                Some(last) if last.1 == start => last.1 = end,
                _ => stretches.push((start, end)),
            }
        }
        stretches.retain(|(start, end)| end - start >= WHOLE.max(self.options.min_words));
        stretches
    }

    fn sentence_on_right(&self, start: usize, end: usize) -> bool {
        let document = &self.documents.right;
        let first = &document.sentences[sentence_at(document, start)];
        let last = &document.sentences[sentence_at(document, end - 1)];
        first.words.start == start && last.words.end == end
    }

    fn busy(&self, side: Side, words: Range<usize>) -> bool {
        self.taken.get(side)[words]
            .iter()
            .any(|&taken| taken != FREE)
    }

    fn take(&mut self, words: Words) {
        for side in Side::BOTH {
            self.taken.get_mut(side)[words.get(side).clone()].fill(self.passages.len() as u32);
        }
        self.passages.push(Passage::new(words));
    }

    // ---- 2. pairs of sentences

    fn take_pairs(&mut self, pairs: &[Pair]) {
        let mut ages = self
            .space
            .units
            .as_ref()
            .map(|units| vec![0_u32; units.len()]);
        let mut linked: FxHashSet<(u32, u32)> = FxHashSet::default();
        let mut heap = BinaryHeap::new();
        for pair in pairs.iter().filter(|pair| pair.cosine >= LEAST_COSINE) {
            if let Some(found) = self
                .compare(pair.left, pair.right)
                .filter(|m| self.may_count(m))
            {
                let (left, right) = (pair.left as u32, pair.right as u32);
                heap.push(Waiting {
                    score: found.score,
                    first: found.score,
                    left,
                    right,
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
                        BESIDE
                    } else {
                        1.0
                    };
                next.age = age;
                if next.score >= REST * next.first && self.may_count(&found) {
                    heap.push(next);
                }
                continue;
            }
            if next.score < SAME * self.scale {
                break;
            }
            let Some(words) = self.trim(left, right) else {
                continue;
            };
            self.take(words);
            linked.insert((next.left, next.right));
            ages.left[left] += 1;
            ages.right[right] += 1;
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
        let score = found.score * BESIDE;
        heap.push(Waiting {
            score,
            first: found.score,
            left: left as u32,
            right: right as u32,
            age,
        });
    }

    /// Whether a match says more than names and chance.
    fn may_count(&self, found: &Match) -> bool {
        found.score * BESIDE >= SAME * self.scale
            && found.words >= SAME_WORDS * self.scale
            && found.words + found.next >= SAME_PHRASES * self.scale
    }

    /// How well the free words of two units answer each other.
    fn compare(&mut self, left: usize, right: usize) -> Option<Match> {
        let words = Sides::new(
            self.space.units.left[left].words.clone(),
            self.space.units.right[right].words.clone(),
        );
        self.weigh(&words)
    }

    /// How well the free words of two stretches answer each other.
    fn weigh(&mut self, words: &Words) -> Option<Match> {
        self.stamp(words);
        let (left, right) = (
            self.tally(Side::Left, &words.left),
            self.tally(Side::Right, &words.right),
        );
        if left.shared == 0.0 || right.shared == 0.0 {
            return None;
        }
        let next = self.neighbours(words);
        let covered = (left.shared / left.all * right.shared / right.all).sqrt();
        let sum = left.words + NAME * left.names + NEXT * next;
        Some(Match {
            score: sum * covered,
            words: left.words,
            next,
        })
    }

    /// Notes the free features of both stretches.
    fn stamp(&mut self, words: &Words) {
        for side in Side::BOTH {
            let stamps = self.stamps.get_mut(side);
            stamps.begin();
            let range = words.get(side).clone();
            let features = &self.space.features.get(side)[range.clone()];
            for (&feature, &taken) in features.iter().zip(&self.taken.get(side)[range]) {
                if feature != NONE && taken == FREE {
                    stamps.mark(feature);
                }
            }
        }
    }

    /// Adds up the weights of the free words of a stretch: of all, and of those the other side has.
    fn tally(&mut self, side: Side, words: &Range<usize>) -> Tally {
        let mut tally = Tally::default();
        let (own, other) = match side {
            Side::Left => (&mut self.stamps.left, &self.stamps.right),
            Side::Right => (&mut self.stamps.right, &self.stamps.left),
        };
        for word in words.clone() {
            let feature = self.space.features.get(side)[word];
            if feature == NONE || self.taken.get(side)[word] != FREE {
                continue;
            }
            let weight = self.lexicon.weight(feature);
            tally.all += weight;
            if other.has(feature) {
                tally.shared += weight;
                if own.first(feature) {
                    *(if self.lexicon.is_name(feature) {
                        &mut tally.names
                    } else {
                        &mut tally.words
                    }) += weight;
                }
            }
        }
        tally
    }

    /// Weight of the free words that stand next to each other on both sides.
    fn neighbours(&self, words: &Words) -> f64 {
        let pairs = |side: Side| {
            let range = words.get(side).clone();
            let (features, taken) = (self.space.features.get(side), self.taken.get(side));
            let other = self.stamps.get(side.other());
            range.clone().zip(range.skip(1)).filter_map(move |(a, b)| {
                let pair = (features[a], features[b]);
                let free = taken[a] == FREE && taken[b] == FREE;
                (free && pair.0 != NONE && pair.1 != NONE && other.has(pair.0) && other.has(pair.1))
                    .then_some(pair)
            })
        };
        let mut left: Vec<_> = pairs(Side::Left).collect();
        if left.is_empty() {
            return 0.0;
        }
        left.sort_unstable();
        left.dedup();
        let right: FxHashSet<_> = pairs(Side::Right).collect();
        let most = NEXT_MOST * self.scale;
        let weight = |feature| self.lexicon.weight(feature).min(most);
        left.iter()
            .filter(|pair| right.contains(pair))
            .map(|pair| f64::midpoint(weight(pair.0), weight(pair.1)))
            .sum()
    }

    /// The words of two units that answer each other: on each side the free stretch with the greatest
    /// sum of shared weight less a share of all weight.
    fn trim(&mut self, left: usize, right: usize) -> Option<Words> {
        let mut words = Sides::new(
            self.space.units.left[left].words.clone(),
            self.space.units.right[right].words.clone(),
        );
        for _ in 0..ROUNDS {
            self.stamp(&words);
            let next = Sides::new(
                self.densest(Side::Left, &words.left),
                self.densest(Side::Right, &words.right),
            );
            if next.left.is_empty() || next.right.is_empty() {
                return None;
            }
            if next == words {
                break;
            }
            words = next;
        }
        let words = self.tidy(words);
        let enough =
            words.left.len().min(words.right.len()) >= self.options.min_words.min(LEAST_WORDS);
        (enough && self.weigh(&words)?.words >= SAME_WORDS * self.scale).then_some(words)
    }

    fn densest(&mut self, side: Side, words: &Range<usize>) -> Range<usize> {
        let tally = self.tally(side, words);
        let cost = DENSITY_COST * tally.shared / tally.all.max(1e-9);
        let other = self.stamps.get(side.other());
        let (mut best, mut kept) = (0.0, words.start..words.start);
        let (mut sum, mut start) = (0.0_f64, words.start);
        for word in words.clone() {
            if self.taken.get(side)[word] != FREE {
                (sum, start) = (0.0, word + 1);
                continue;
            }
            let feature = self.space.features.get(side)[word];
            let weight = if feature == NONE {
                0.0
            } else {
                self.lexicon.weight(feature)
            };
            let gain = if feature != NONE && other.has(feature) {
                weight
            } else {
                0.0
            };
            if sum <= 0.0 {
                (sum, start) = (0.0, word);
            }
            sum += gain - cost * weight;
            if sum > best {
                (best, kept) = (sum, start..word + 1);
            }
        }
        kept
    }

    /// Sets the edges of a passage where a reader would: little words that only happen to stand on both
    /// sides are cut off, what continues word for word or ends the sentence soon is taken in.
    fn tidy(&self, mut words: Words) -> Words {
        // A little word at an edge stays when it continues the other side's edge word for word.
        loop {
            let (l, r) = (words.left.clone(), words.right.clone());
            if l.len() < 2 || r.len() < 2 {
                break;
            }
            let light = |side: Side, word: usize| {
                let feature = self.space.features.get(side)[word];
                feature == NONE || self.lexicon.is_common(feature)
            };
            if light(Side::Left, l.start) && !self.same(l.start, r.start) {
                words.left.start += 1;
            } else if light(Side::Right, r.start) && !self.same(l.start, r.start) {
                words.right.start += 1;
            } else if light(Side::Left, l.end - 1) && !self.same(l.end - 1, r.end - 1) {
                words.left.end -= 1;
            } else if light(Side::Right, r.end - 1) && !self.same(l.end - 1, r.end - 1) {
                words.right.end -= 1;
            } else {
                break;
            }
        }
        let words = self.extend(words);
        self.snap(words)
    }

    /// Goes out to the edge of the clause where it is near on both sides, or very near on one.
    fn snap(&self, mut words: Words) -> Words {
        let Sides { left, right } = &words;
        if left.len() == right.len()
            && left
                .clone()
                .zip(right.clone())
                .all(|(l, r)| self.same(l, r))
        {
            return self.snap_verbatim(words);
        }
        let near = |l: Option<usize>, r: Option<usize>| match (l, r) {
            (Some(l), Some(r)) => (l, r),
            (Some(l), None) if l <= CLAUSE_ALONE => (l, 0),
            (None, Some(r)) if r <= CLAUSE_ALONE => (0, r),
            _ => (0, 0),
        };
        let starts = near(
            self.to_start(Side::Left, left.start),
            self.to_start(Side::Right, right.start),
        );
        let ends = near(
            self.to_end(Side::Left, left.end),
            self.to_end(Side::Right, right.end),
        );
        words.left.start -= starts.0;
        words.right.start -= starts.1;
        words.left.end += ends.0;
        words.right.end += ends.1;
        words
    }

    /// Goes out from an exact run to the edges of the sentences when few words are missing on both sides,
    /// and some of them answer each other: the sentence as a whole is what was edited.
    fn snap_verbatim(&self, words: Words) -> Words {
        let mut wide = words.clone();
        for side in Side::BOTH {
            let document = self.documents.get(side);
            let range = wide.get_mut(side);
            range.start = sentence_of(document, range.start).words.start;
            range.end = sentence_of(document, range.end - 1).words.end;
        }
        let before = Sides::new(
            wide.left.start..words.left.start,
            wide.right.start..words.right.start,
        );
        let after = Sides::new(
            words.left.end..wide.left.end,
            words.right.end..wide.right.end,
        );
        let mut snapped = words;
        if self.completes(&before) {
            snapped.left.start = before.left.start;
            snapped.right.start = before.right.start;
        }
        if self.completes(&after) {
            snapped.left.end = after.left.end;
            snapped.right.end = after.right.end;
        }
        snapped
    }

    /// Whether the few free words beside an exact run belong to it on both sides.
    fn completes(&self, words: &Words) -> bool {
        let few = |side: Side| {
            let range = words.get(side).clone();
            (1..=CLAUSE).contains(&range.len()) && !self.busy(side, range)
        };
        let features = |side: Side| &self.space.features.get(side)[words.get(side).clone()];
        let answers = |&feature: &u32| feature != NONE && features(Side::Right).contains(&feature);
        few(Side::Left) && few(Side::Right) && features(Side::Left).iter().any(answers)
    }

    /// Free words before a word up to the start of its clause, if they are few.
    fn to_start(&self, side: Side, word: usize) -> Option<usize> {
        let document = self.documents.get(side);
        (0..=CLAUSE.min(word)).find_map(|steps| {
            if steps > 0 && self.taken.get(side)[word - steps] != FREE {
                return Some(None);
            }
            self.lexicon
                .starts_clause(document, word - steps)
                .then_some(Some(steps))
        })?
    }

    /// Free words from the end of a stretch up to the end of its clause, if they are few.
    fn to_end(&self, side: Side, word: usize) -> Option<usize> {
        let document = self.documents.get(side);
        (0..=CLAUSE.min(document.words.len() - word)).find_map(|steps| {
            if steps > 0 && self.taken.get(side)[word + steps - 1] != FREE {
                return Some(None);
            }
            let end = word + steps;
            (end == document.words.len() || self.lexicon.starts_clause(document, end))
                .then_some(Some(steps))
        })?
    }

    /// Whether two words are the same.
    fn same(&self, left: usize, right: usize) -> bool {
        self.documents.left.key(left) == self.documents.right.key(right)
    }

    /// Takes in the free words on both ends that are the same on both sides.
    fn extend(&self, mut words: Words) -> Words {
        let free = |l: usize, r: usize| {
            self.taken.left[l] == FREE && self.taken.right[r] == FREE && self.same(l, r)
        };
        let (left, right) = (self.taken.left.len(), self.taken.right.len());
        while words.left.start > 0
            && words.right.start > 0
            && free(words.left.start - 1, words.right.start - 1)
        {
            words.left.start -= 1;
            words.right.start -= 1;
        }
        while words.left.end < left
            && words.right.end < right
            && free(words.left.end, words.right.end)
        {
            words.left.end += 1;
            words.right.end += 1;
        }
        words
    }

    // ---- 3. runs

    fn take_runs(&mut self) {
        let mut runs: Vec<&Run> = self.runs.iter().collect();
        runs.sort_by_key(|run| {
            (
                std::cmp::Reverse(run.len),
                run.left.abs_diff(run.right),
                run.left,
            )
        });
        let mut further = Vec::new();
        for run in runs {
            let words = Sides::new(run.left..run.left + run.len, run.right..run.right + run.len);
            let free = Sides::new(
                self.free(Side::Left, &words.left),
                self.free(Side::Right, &words.right),
            );
            // The free part that both sides have in the same place of the run.
            let start = (free.left.start - run.left).max(free.right.start - run.right);
            let end = (free.left.end - run.left).min(free.right.end - run.right);
            if start < end && end - start >= self.options.min_words.min(run.len) {
                self.take(Sides::new(
                    run.left + start..run.left + end,
                    run.right + start..run.right + end,
                ));
            } else if free.left.len().max(free.right.len()) * 2 >= run.len {
                further.push(words);
            }
        }
        for words in further {
            self.add_further(words);
        }
    }

    /// The longest free stretch.
    fn free(&self, side: Side, words: &Range<usize>) -> Range<usize> {
        let taken = self.taken.get(side);
        let mut best = words.start..words.start;
        let mut start = words.start;
        for word in words.clone() {
            if taken[word] != FREE {
                start = word + 1;
            } else if word + 1 - start > best.len() {
                best = start..word + 1;
            }
        }
        best
    }

    /// A run of which one side has its passage already: a further counterpart of that side.
    fn add_further(&mut self, words: Words) {
        let primary = Side::BOTH.into_iter().find_map(|side| {
            let taken = &self.taken.get(side)[words.get(side).clone()];
            let known = taken.iter().copied().find(|&t| t != FREE)?;
            self.passages[known as usize]
                .primary
                .is_none()
                .then_some(known)
        });
        let Some(primary) = primary else { return };
        let number = self.passages.len() as u32;
        for side in Side::BOTH {
            for taken in &mut self.taken.get_mut(side)[words.get(side).clone()] {
                if *taken == FREE {
                    *taken = number;
                }
            }
        }
        let mut passage = Passage::new(words);
        passage.primary = Some(primary as usize);
        self.passages.push(passage);
    }

    // ---- edges and grades

    /// Takes into every passage the free words beside it that continue it word for word.
    fn widen(&mut self) {
        for at in 0..self.passages.len() {
            if self.passages[at].primary.is_some() {
                continue;
            }
            let words = self.extend(self.passages[at].words.clone());
            for side in Side::BOTH {
                self.taken.get_mut(side)[words.get(side).clone()].fill(at as u32);
            }
            self.passages[at].words = words;
        }
    }

    fn finish(mut self) -> Vec<Passage> {
        let mut passages = std::mem::take(&mut self.passages);
        for passage in &mut passages {
            passage.spans = Sides::new(
                self.documents.left.span_of(passage.words.left.clone()),
                self.documents.right.span_of(passage.words.right.clone()),
            );
            (passage.common, passage.grade) = self.grade(&passage.words);
            passage.substance = self.substance(&passage.words, passage.grade);
            passage.quotation = Side::BOTH
                .into_iter()
                .all(|side| self.lexicon.quoted(side, passage.words.get(side)));
        }
        number(passages)
    }

    /// Words in common, and how close the two sides are.
    fn grade(&self, words: &Words) -> (usize, Grade) {
        let keys = |side: Side| {
            words
                .get(side)
                .clone()
                .map(move |word| self.documents.get(side).key(word))
        };
        if words.left.len() == words.right.len() && keys(Side::Left).eq(keys(Side::Right)) {
            return (words.left.len(), Grade::Verbatim);
        }
        let mut left: Vec<_> = keys(Side::Left).collect();
        let mut right: Vec<_> = keys(Side::Right).collect();
        left.sort_unstable();
        right.sort_unstable();
        let common = common_sorted(&left, &right);
        let longer = words.left.len().max(words.right.len());
        let edited = common as f64 >= EDITED * longer as f64;
        (
            common,
            if edited {
                Grade::Edited
            } else {
                Grade::Reworded
            },
        )
    }

    /// What a passage is worth to a reader.
    fn substance(&mut self, words: &Words, grade: Grade) -> Substance {
        if grade != Grade::Verbatim || words.left.len() >= LONG {
            return Substance::Statement;
        }
        let mut seen = FxHashSet::default();
        let (mut said, mut named) = (0.0, 0.0);
        for &feature in &self.space.features.left[words.left.clone()] {
            if feature != NONE && !self.lexicon.is_common(feature) && seen.insert(feature) {
                *(if self.lexicon.is_name(feature) {
                    &mut named
                } else {
                    &mut said
                }) += self.lexicon.weight(feature);
            }
        }
        match (
            said + NAME * named >= STATEMENT * self.scale && said > 0.0,
            named > said,
        ) {
            (true, _) => Substance::Statement,
            (false, true) => Substance::Names,
            (false, false) => Substance::Stock,
        }
    }
}

/// Sums of weights of a stretch.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// Of all words.
    all: f64,
    /// Of the words the other side has, each as often as it occurs.
    shared: f64,
    /// Of the different words the other side has that are no names.
    words: f64,
    /// Of the different names the other side has.
    names: f64,
}

/// Which features a stretch has. Beginning anew costs nothing.
struct Stamps {
    turn: u32,
    marks: Vec<u32>,
    counted: Vec<u32>,
}

impl Stamps {
    fn new(features: usize) -> Self {
        Self {
            turn: 0,
            marks: vec![0; features],
            counted: vec![0; features],
        }
    }

    fn begin(&mut self) {
        self.turn += 1;
    }

    fn mark(&mut self, feature: u32) {
        self.marks[feature as usize] = self.turn;
        self.counted[feature as usize] = 0;
    }

    fn has(&self, feature: u32) -> bool {
        self.marks[feature as usize] == self.turn
    }

    /// Whether a marked feature is asked for the first time.
    fn first(&mut self, feature: u32) -> bool {
        std::mem::replace(&mut self.counted[feature as usize], 1) == 0
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

/// How many elements two sorted lists have in common, each as often as in both.
fn common_sorted(left: &[u32], right: &[u32]) -> usize {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < left.len() && j < right.len() {
        match left[i].cmp(&right[j]) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    common
}

/// Puts passages in left order and lets further counterparts point at their passage again.
fn number(passages: Vec<Passage>) -> Vec<Passage> {
    let mut order: Vec<usize> = (0..passages.len()).collect();
    order.sort_by_key(|&at| {
        let Sides { left, right } = &passages[at].words;
        (left.start, left.end, right.start, right.end, at)
    });
    let mut place = vec![0; passages.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    let mut passages: Vec<Option<Passage>> = passages.into_iter().map(Some).collect();
    let mut sorted = Vec::with_capacity(passages.len());
    for old in order {
        if let Some(mut passage) = passages[old].take() {
            passage.primary = passage.primary.map(|primary| place[primary]);
            sorted.push(passage);
        }
    }
    sorted
}
