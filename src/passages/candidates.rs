//! Which units, and which sentences in them, are held against each other. Found once, for passages and rows.
//!
//! Two units are candidates if they share a rare feature; a unit that shares no rare one with the other side
//! asks by the rarest it does share, unless it stands there word for word. A word that half of all sentences have is no evidence for any two of them.

use super::{
    bits::Bits,
    similarity::{Pair, Space, Unit},
};
use crate::{
    document::Document,
    index::Postings,
    runs::Run,
    sorting::{self, pack},
    span::{Side, Sides},
    words::{
        Words,
        features::{Feature, NONE},
    },
};

/// Greatest product of the frequencies of a rare feature on both sides, in units: the most pairs that it brings.
/// By measurement on the PAN 2013 training corpus: with 64 as many seeds, but 1/100 fewer rows than with 256; 1,024
/// brings 1/300 more.
const RARE_PRODUCT: usize = 256;
/// The same where rare features would bring more pairs together than this: at about 5,000 words on each side.
const RARE_PRODUCT_LONG: usize = 64;
const SHORT_PAIRS: usize = 10_000;

/// Least cosine that a unit could have at best for it to ask by a feature that is not rare. A bound on work, a little
/// below the least cosine of a group of seeds.
const LEAST_SHARED: f64 = 0.25;

/// Units of one side that a unit is held against. A bound on work, which only a sentence meets that has words from all
/// over a long text.
const MOST_CANDIDATES: usize = 1024;

/// Pairs of units that are held against each other by features that are not rare, and one more for each unit. Where
/// there would be more, each unit is held against those nearest by place. A bound on work, which few words repeated
/// all over a text meet.
const ASKED_PAIRS: usize = 1000;

/// Least cosine of two units that are compared further. By eye on news pairs (docs/measurements.md, passages).
const LEAST_COSINE: f64 = 0.05;

/// The pairs of units worth a look.
pub struct CandidatePairs {
    /// In order of left, then right unit.
    pub pairs: Vec<Pair>,
    /// False when a bound was met, so that a pair may be missing.
    pub complete: bool,
}

impl CandidatePairs {
    /// All pairs of units that share a feature as said above and are a little alike.
    pub fn new(space: &Space, words: &Words, runs: &[Run]) -> Self {
        let rare = rare_product(space);
        let (asked, mut complete) = Asking::new(space, words, runs, rare).pairs();
        let mut pairs = Vec::new();
        let mut seen = vec![u32::MAX; space.units.right.len()];
        let mut found: Vec<u32> = Vec::new();
        let mut own = vec![(u32::MAX, 0.0); space.features_len()];
        for (left, unit) in space.units.left.iter().enumerate() {
            found.extend(asked.get(left));
            for &(feature, weight) in space.bag(Side::Left, unit) {
                own[feature as usize] = (left as u32, weight);
                if product(space, feature) <= rare {
                    found.extend(space.having(Side::Right, feature));
                }
            }
            found.retain(|&right| {
                std::mem::replace(&mut seen[right as usize], left as u32) != left as u32
            });
            complete &= found.len() <= MOST_CANDIDATES;
            found.truncate(MOST_CANDIDATES);
            found.sort_unstable();
            let alike = found.drain(..).map(|right| {
                let bag = space
                    .bag(Side::Right, &space.units.right[right as usize])
                    .iter();
                let both = bag.filter_map(|&(feature, weight)| {
                    let (unit, other) = own[feature as usize];
                    (unit == left as u32).then_some((other, weight))
                });
                space.alike(left, right as usize, both)
            });
            pairs.extend(alike.filter(|pair| pair.cosine >= LEAST_COSINE));
        }
        Self { pairs, complete }
    }

    /// The pairs of sentences in these units that share a feature, packed, in no order, some of them twice.
    pub fn sentences(
        &self,
        documents: &Sides<Document<'_>>,
        words: &Words,
        space: &Space,
    ) -> Vec<u64> {
        let mut left = Parts::new(space.features_len());
        let mut found = Vec::with_capacity(self.pairs.len());
        for pair in &self.pairs {
            if left.unit != pair.left as u32 {
                left.take(pair.left, &documents.left, words, space);
            }
            let range = space.units.right[pair.right].words.clone();
            let sentence = |word: usize| documents.right.sentence_at(word);
            if let [only] = *left.sentences
                && sentence(range.start) == sentence(range.end - 1)
            {
                found.push(pack(only, sentence(range.start)));
                continue;
            }
            let features = &words.features(Side::Right)[range.clone()];
            for (word, &feature) in range.zip(features) {
                left.having(feature)
                    .for_each(|left| found.push(pack(left, sentence(word))));
            }
        }
        found
    }
}

/// How many pairs of units a feature brings.
fn product(space: &Space, feature: Feature) -> usize {
    let having = |side: Side| space.having(side, feature).len();
    having(Side::Left) * having(Side::Right)
}

/// The greatest product of a rare feature in these texts.
fn rare_product(space: &Space) -> usize {
    let products = (0..space.features_len()).map(|feature| product(space, feature as Feature));
    let pairs: usize = products.filter(|&product| product <= RARE_PRODUCT).sum();
    if pairs <= SHORT_PAIRS {
        RARE_PRODUCT
    } else {
        RARE_PRODUCT_LONG
    }
}

/// Looks for the units that share no rare feature with the other side.
struct Asking<'a> {
    space: &'a Space,
    words: &'a Words,
    /// The greatest product of a rare feature.
    rare: usize,
    /// The words of exact runs.
    in_runs: Sides<Bits>,
}

impl<'a> Asking<'a> {
    fn new(space: &'a Space, words: &'a Words, runs: &[Run], rare: usize) -> Self {
        let bits = |side: Side| {
            let mut bits = Bits::new(words.features(side).len());
            for run in runs {
                bits.insert_all(run.words().get(side).clone());
            }
            bits
        };
        Self {
            space,
            words,
            rare,
            in_runs: Sides::new(Side::Left, Side::Right).map(bits),
        }
    }

    /// For each left unit the right ones that it is held against because one of the two shares no rare feature
    /// with the other side. And whether these are all there are.
    fn pairs(&self) -> (Postings, bool) {
        let Sides { left, right } = &self.space.units;
        let asking = Sides::new(Side::Left, Side::Right).map(|side| {
            let units = self.space.units.get(side).iter().enumerate();
            let asks = units.filter_map(|(at, unit)| Some((at, self.rarest(side, unit)?)));
            asks.collect::<Vec<(usize, Feature)>>()
        });
        let number = asking.left.len() + asking.right.len();
        let most = ((ASKED_PAIRS + self.space.len()) / number.max(1)).min(MOST_CANDIDATES);
        let (mut asked, mut complete) = (Vec::new(), true);
        for &(unit, feature) in &asking.left {
            let having = self.space.having(Side::Right, feature);
            complete &= having.len() <= most;
            let near = nearest(having, unit * right.len() / left.len(), most);
            asked.extend(near.iter().map(|&other| pack(unit, other as usize)));
        }
        for &(unit, feature) in &asking.right {
            let having = self.space.having(Side::Left, feature);
            complete &= having.len() <= most;
            let near = nearest(having, unit * left.len() / right.len(), most);
            asked.extend(near.iter().map(|&other| pack(other as usize, unit)));
        }
        sorting::distinct(&mut asked);
        let posted = asked.into_iter().map(sorting::unpack);
        let posted = posted.map(|(left, right)| (left, right as u32));
        (Postings::new(left.len(), posted), complete)
    }

    /// The rarest feature that a unit shares with the other side, of equal ones the first, if it is not rare. None
    /// for a unit that shares too little, or that exact runs tell of anyhow.
    fn rarest(&self, side: Side, unit: &Unit) -> Option<Feature> {
        let mut shared = 0.0;
        for &(feature, weight) in self.space.bag(side, unit) {
            if self.space.having(side.other(), feature).is_empty() {
                continue;
            }
            if product(self.space, feature) <= self.rare {
                return None;
            }
            shared += f64::from(weight) * f64::from(weight);
        }
        let told = 2 * self.in_runs.get(side).count(unit.words.clone()) >= unit.words.len();
        if told || shared == 0.0 || shared.sqrt() < LEAST_SHARED * unit.norm {
            return None;
        }
        let features = self.words.features(side)[unit.words.clone()].iter();
        let product = |feature: Feature| product(self.space, feature);
        let features = features.copied().filter(|&feature| feature != NONE);
        let shared = features.filter(|&feature| product(feature) > 0);
        shared.min_by_key(|&feature| product(feature))
    }
}

/// At most so many of some units, those around a place.
fn nearest(units: &[u32], place: usize, most: usize) -> &[u32] {
    let most = most.min(units.len());
    let before = units.partition_point(|&unit| (unit as usize) < place);
    let start = before.saturating_sub(most / 2).min(units.len() - most);
    &units[start..start + most]
}

/// The sentences of a unit, by the features they have.
struct Parts {
    unit: u32,
    sentences: Vec<usize>,
    /// For every feature the unit that had it last, and its sentences with it, as bits.
    having: Vec<(u32, u32)>,
}

impl Parts {
    fn new(features: usize) -> Self {
        Self {
            unit: u32::MAX,
            sentences: Vec::new(),
            having: vec![(u32::MAX, 0); features],
        }
    }

    fn take(&mut self, unit: usize, document: &Document<'_>, words: &Words, space: &Space) {
        self.unit = unit as u32;
        self.sentences.clear();
        for word in space.units.left[unit].words.clone() {
            let sentence = document.sentence_at(word);
            if self.sentences.last() != Some(&sentence) {
                self.sentences.push(sentence);
            }
            let feature = words.features(Side::Left)[word];
            if feature != NONE && !words.is_short(feature) {
                let (of, bits) = &mut self.having[feature as usize];
                if *of != self.unit {
                    (*of, *bits) = (self.unit, 0);
                }
                // A unit is joined of fewer sentences with words than there are bits.
                *bits |= 1 << (self.sentences.len() - 1);
            }
        }
    }

    /// The sentences with a feature.
    fn having(&self, feature: Feature) -> impl Iterator<Item = usize> {
        let known = self.having.get(feature as usize).copied();
        let bits = known.map_or(0, |(unit, bits)| if unit == self.unit { bits } else { 0 });
        let sentences = self.sentences.iter().enumerate();
        sentences
            .filter(move |(at, _)| bits >> at & 1 == 1)
            .map(|(_, &sentence)| sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, document::Vocabulary};

    /// The number of pairs of two texts, and whether these are all.
    fn found(left: &str, right: &str) -> (usize, bool) {
        let mut vocabulary = Vocabulary::default();
        let documents = Sides::new(left, right)
            .map(|text| Document::new(text, &Options::default(), &mut vocabulary));
        let words = Words::new(&documents, &vocabulary);
        let space = Space::new(&documents, &words);
        let CandidatePairs { pairs, complete } = CandidatePairs::new(&space, &words, &[]);
        (pairs.len(), complete)
    }

    /// So many sentences of the same eight words with one of their own, and thrice as many of their own words only.
    fn alike(sentences: usize, side: &str) -> String {
        let sentence = |at: usize| {
            let words: Vec<String> = (0..8).map(|word| format!("Common{word}")).collect();
            let own = |word: usize| format!("Other{side}{at}x{word} and more{side}{at}y{word}. ");
            let others: String = (0..3).map(own).collect();
            format!("{} {side}{at}. {others}", words.join(" "))
        };
        (0..sentences).map(sentence).collect()
    }

    #[test]
    fn sentences_with_a_rare_word_in_common_are_candidates() {
        let (left, right) = (
            "Grey herons nested early. Nobody had seen one before.",
            "The herons are back. A baker closed.",
        );
        assert_eq!(found(left, right), (1, true));
        assert_eq!(found(left, ""), (0, true));
    }

    #[test]
    fn sentences_of_frequent_words_ask_by_the_rarest_up_to_a_bound() {
        assert_eq!(found(&alike(17, "left"), &alike(17, "right")), (289, true));
        let (pairs, complete) = found(&alike(200, "left"), &alike(200, "right"));
        assert!(!complete && (200..=2600).contains(&pairs), "{pairs}");
    }
}
