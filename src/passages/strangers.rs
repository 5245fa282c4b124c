//! Sentences inside a pair of stretches that answer nothing: a row put into a table, a sentence put between two others.
//!
//! A passage that reached over them would say of them that the other side says them too. So it parts there.

use std::{cmp::Ordering, ops::Range};

use rustc_hash::FxHashSet;

use super::unclaimed::{Claims, WordRanges};
use crate::{
    document::TokenKind,
    span::{Side, Sides},
    words::features::{Feature, NONE},
};

/// At least 2/3 of a sentence must be repeated for it to say nothing new. By eye on refrains and on news.
const REPEATED_SHARE: (usize, usize) = (2, 3);

/// A sentence of which the other side has at most 1/3, by weight, is a stranger there. By eye on tables.
const STRANGER_SHARE: f64 = 1.0 / 3.0;

impl Claims<'_> {
    /// The parts of a pair of stretches before and behind whole sentences inside it that the other side has not. One part
    /// if neither side has more of them, or if the other side has no sentence's end where it could part too.
    #[inline(never)]
    pub fn without_strangers(&self, words: WordRanges) -> Vec<WordRanges> {
        let strangers =
            Sides::new(Side::Left, Side::Right).map(|side| self.strangers(side, &words));
        // As many on both sides were put in place of each other.
        let side = match strangers.left.len().cmp(&strangers.right.len()) {
            Ordering::Equal => return vec![words],
            Ordering::Greater => Side::Left,
            Ordering::Less => Side::Right,
        };
        for &stranger in strangers.get(side) {
            if let Some([before, behind]) = self.part(side, &words, stranger) {
                let mut parts = self.without_strangers(before);
                parts.extend(self.without_strangers(behind));
                return parts;
            }
        }
        vec![words]
    }

    /// The sentences of a side, neither the first nor the last, of which the other side has too little.
    fn strangers(&self, side: Side, words: &WordRanges) -> Vec<usize> {
        let (document, own) = (self.documents.get(side), words.get(side));
        let inside = document.sentence_at(own.start) + 1..document.sentence_at(own.end - 1);
        if inside.is_empty() {
            return Vec::new();
        }
        let others = self.features_in(side.other(), words.get(side.other()).clone());
        let is_stranger = |&at: &usize| {
            let features = &self.words.features(side)[document.sentences[at].words.clone()];
            let weight = |features: &mut dyn Iterator<Item = &Feature>| -> f64 {
                let known = features.filter(|&&feature| feature != NONE);
                known.map(|&feature| self.weights.of(feature)).sum()
            };
            let all = weight(&mut features.iter());
            let shared = weight(&mut features.iter().filter(|feature| others.contains(feature)));
            all > 0.0 && shared <= STRANGER_SHARE * all
        };
        inside.filter(is_stranger).collect()
    }

    fn features_in(&self, side: Side, words: Range<usize>) -> FxHashSet<Feature> {
        let features = self.words.features(side)[words].iter().copied();
        features.filter(|&feature| feature != NONE).collect()
    }

    /// What is before a sentence of a side and what is behind it, with the parts of the other side, cut between two
    /// sentences, that have most in common with them.
    fn part(&self, side: Side, words: &WordRanges, stranger: usize) -> Option<[WordRanges; 2]> {
        let (own, others) = (words.get(side), words.get(side.other()));
        let sentence = &self.documents.get(side).sentences[stranger].words;
        let (before, behind) = (own.start..sentence.start, sentence.end..own.end);
        let document = self.documents.get(side.other());
        let inside = document.sentence_at(others.start) + 1..=document.sentence_at(others.end - 1);
        let known = [before.clone(), behind.clone()].map(|words| self.features_in(side, words));
        let common = |part: usize, words: Range<usize>| -> f64 {
            let found = self.features_in(side.other(), words);
            let mut both: Vec<Feature> = found.intersection(&known[part]).copied().collect();
            both.sort_unstable();
            both.into_iter()
                .map(|feature| self.weights.of(feature))
                .sum()
        };
        let cuts = inside.map(|at| document.sentences[at].words.start);
        let cuts = cuts.filter(|&cut| others.start < cut && cut < others.end);
        let mut best: Option<(f64, usize)> = None;
        for cut in cuts {
            let (first, last) = (common(0, others.start..cut), common(1, cut..others.end));
            let better = best.is_none_or(|(most, _)| first + last > most);
            if first > 0.0 && last > 0.0 && better {
                best = Some((first + last, cut));
            }
        }
        let (_, cut) = best?;
        let pair = |own, others| match side {
            Side::Left => Sides::new(own, others),
            Side::Right => Sides::new(others, own),
        };
        Some([
            pair(before, others.start..cut),
            pair(behind, cut..others.end),
        ])
    }

    /// A copy, word for word, without the parts of sentences at its ends that say something new: of which no passage has
    /// a word, and which are repeated for less than 2/3. None if nothing is left.
    pub fn without_new_sentences(&self, mut words: WordRanges) -> Option<WordRanges> {
        for side in Side::BOTH {
            let document = self.documents.get(side);
            let range = words.get(side);
            let first = &document.sentences[document.sentence_at(range.start)].words;
            let skipped = match self.is_new(side, first, range) {
                true => first.end - range.start,
                false => 0,
            };
            let last = &document.sentences[document.sentence_at(range.end - 1)].words;
            let dropped = match self.is_new(side, last, range) {
                true => range.end - last.start.max(range.start),
                false => 0,
            };
            if skipped + dropped >= range.len() {
                return None;
            }
            for side in Side::BOTH {
                let range = words.get_mut(side);
                *range = range.start + skipped..range.end - dropped;
            }
        }
        Some(words)
    }

    /// Whether no passage has a word of a sentence, and a copy too few.
    fn is_new(&self, side: Side, sentence: &Range<usize>, copy: &Range<usize>) -> bool {
        let repeated = sentence.end.min(copy.end) - sentence.start.max(copy.start);
        repeated * REPEATED_SHARE.1 < sentence.len() * REPEATED_SHARE.0
            && !self.any_claimed(side, sentence.clone())
    }

    /// A pair of stretches without a number or letter at its end that only counts the line it begins: `2.` of the next
    /// clause, the number of the next subtitle. What ends both texts counts nothing.
    pub fn without_label(&self, mut words: WordRanges) -> WordRanges {
        loop {
            let Sides { left, right } = &words;
            if left.len() < 2 || right.len() < 2 {
                return words;
            }
            let (l, r) = (left.end - 1, right.end - 1);
            let is_label = Sides::new(self.is_label(Side::Left, l), self.is_label(Side::Right, r));
            let ends = left.end == self.owner.left.len() && right.end == self.owner.right.len();
            if ends || !is_label.left && !is_label.right {
                return words;
            }
            let both = self.same(l, r);
            words.left.end -= usize::from(is_label.left || both);
            words.right.end -= usize::from(is_label.right || both);
        }
    }

    /// Whether a word is a number that begins a line, or a letter that does so as `(a)`.
    fn is_label(&self, side: Side, word: usize) -> bool {
        let document = self.documents.get(side);
        let token = &document.tokens[document.words[word] as usize];
        let number = token.kind == TokenKind::Number;
        // Most words have more letters.
        if !number && document.word_text(word).chars().nth(1).is_some() {
            return false;
        }
        let sentence = document.sentence_at(word);
        let line = document
            .paragraphs
            .partition_point(|line| line.sentences.end <= sentence);
        let begins = document.paragraphs[line].sentences.start == sentence
            && document.sentences[sentence].words.start == word;
        let next = document.tokens.get(document.words[word] as usize + 1);
        let closed = next.is_some_and(|next| {
            next.span.start == token.span.end
                && document.text[next.span.range()].starts_with([')', '.'])
        });
        begins && (number || closed)
    }
}
