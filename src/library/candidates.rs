//! Which articles of a library can share something: the others are never held against each other.
//!
//! Grams (the windows of words by which runs are found) and features (by which sentences are held against each other) of
//! all articles are posted, each by the articles that have it. Two articles are candidates if one of these holds:
//!
//! 1. They have [`RARE_GRAMS`] rare grams in common: a run that few other articles have.
//! 2. They have 1 in [`GRAM_PART`] of the grams of the shorter article in common, however frequent these are: a stock
//!    phrase in every article brings no two of them together, copies and versions do.
//! 3. They have 1 in [`FEATURE_PART`] of the features in common, by weight: a story told again in other words.
//!
//! A feature weighs by how rare it is in articles ([`idf`]), and nothing where it stands in more than 1 in
//! [`FREQUENT_PART`] of them.

use std::collections::BTreeMap;

use crate::{
    document::{Document, QuarterWords, Vocabulary},
    index::{self, Postings},
    sorting,
    words::{
        features::{NONE, Numbering},
        idf::{READING_SENTENCES, idf},
    },
};

/// The length of a gram: that of the shortest run of the default options. With two words replaced in every ten, a sentence
/// still has one.
const GRAM: QuarterWords = QuarterWords::of_words(4);

/// Articles up to which a gram is rare and a feature always counts. A bound on work.
const FREQUENT: usize = 64;

/// Rare grams that two articles have in common, at least: a run of seven words. One word less than a run that says something
/// whatever its words are (`passages::grading`).
const RARE_GRAMS: u32 = 4;

/// Grams in common, as a part of those of the article that has fewer: the share of words from which texts are related
/// (`passages::evidence`).
const GRAM_PART: u32 = 20;

/// Weight of the features in common, as a part of that of the article whose features weigh less. By measurement on
/// generated articles and on news (docs/measurements.md, collections).
const FEATURE_PART: u64 = 16;

/// A feature in a greater part of all articles tells no two of them apart.
const FREQUENT_PART: usize = 16;

/// Steps of the weight of a feature in one unit of idf.
const WEIGHT_STEPS: f64 = 16.0;

/// Pairs of articles that are counted, one for each thing they have in common: 16 for each pair there is, and no fewer than
/// 2^28. Where there would be more, only every second, fourth … of the frequent things counts. A bound on work, which
/// only many copies of few articles meet.
const COUNTED: u64 = 16;
const COUNTED_LEAST: u64 = 1 << 28;

/// What stands where in the articles of a library, at the time it was asked for.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Candidates {
    grams: Things,
    features: Things,
    /// How many articles there are.
    pub articles: usize,
    /// False when a limit of work was met, so that a pair may be missing.
    pub complete: bool,
}

/// Things of one kind that articles have.
#[derive(Clone, Debug)]
struct Things {
    /// The articles of each thing that two or more of them have, ascending.
    articles: Postings,
    /// The things of each article, ascending.
    of: Postings,
    /// What each thing weighs.
    weights: Vec<u32>,
    /// What all things of an article weigh, those that it alone has too.
    totals: Vec<u32>,
    complete: bool,
}

/// A thing and an article that has it.
type Posted = (u64, u32);

/// What two articles were found to have in common.
#[derive(Clone, Copy, Debug, Default)]
struct Met {
    rare: u32,
    grams: u32,
    features: u32,
}

/// Asks for the candidates of one article after the other. It keeps its room.
#[derive(Debug)]
pub struct CandidateSearch<'c> {
    candidates: &'c Candidates,
    met: Vec<Met>,
    touched: Vec<u32>,
}

impl Candidates {
    /// Posts what articles have. They must have their keys from the vocabulary. Linear, but for sorting.
    pub(super) fn new<'d>(
        articles: impl ExactSizeIterator<Item = &'d Document<'static>>,
        vocabulary: &Vocabulary,
    ) -> Self {
        let count = articles.len();
        let mut numbering = Numbering::new(vocabulary);
        let (mut grams, mut features) = (Vec::new(), Vec::new());
        for (article, document) in (0..).zip(articles) {
            post_grams(document, article, &mut grams);
            let mut own = numbering.features(document);
            own.retain(|&feature| feature != NONE);
            sorting::numbers(&mut own);
            own.dedup();
            features.extend(own.iter().map(|&feature| (u64::from(feature), article)));
        }
        let grams = Things::new(grams, count, usize::MAX, |_| 1);
        let frequent = FREQUENT.max(count / FREQUENT_PART);
        let weigh = |df: usize| {
            let weight = idf(df as u32, count, READING_SENTENCES) * WEIGHT_STEPS;
            weight.max(1.0) as u32
        };
        let features = Things::new(features, count, frequent, weigh);
        Self {
            articles: count,
            complete: grams.complete && features.complete,
            grams,
            features,
        }
    }

    /// Room for asking.
    pub fn search(&self) -> CandidateSearch<'_> {
        CandidateSearch {
            candidates: self,
            met: vec![Met::default(); self.articles],
            touched: Vec::new(),
        }
    }

    /// All pairs of articles that can share something, by their places in the library, the lower one first; in order.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let mut search = self.search();
        (0..self.articles).flat_map(move |article| {
            let after = search.after(article).into_iter();
            after.map(move |other| (article, other))
        })
    }

    fn are(&self, left: usize, right: usize, met: Met) -> bool {
        let least = |totals: &[u32]| totals[left].min(totals[right]);
        let shorter = least(&self.grams.totals);
        let lighter = u64::from(least(&self.features.totals));
        met.rare >= RARE_GRAMS
            || met.grams > 0 && met.grams >= shorter.div_ceil(GRAM_PART)
            || met.features > 0 && u64::from(met.features) * FEATURE_PART >= lighter
    }
}

/// The grams of an article, each once: of one that is shorter than a gram, all its words.
fn post_grams(document: &Document<'_>, article: u32, posted: &mut Vec<Posted>) {
    let words = 0..document.keys().len();
    let least = GRAM.min(document.length(words.clone()));
    let lengths = document.lengths(words);
    let mut own: Vec<u64> = index::grams(document.keys(), &lengths, least)
        .map(|gram| gram.hash)
        .collect();
    sorting::by_key(&mut own, |&hash| u128::from(hash));
    own.dedup();
    posted.extend(own.into_iter().map(|hash| (hash, article)));
}

impl Things {
    /// `posted` has each article of a thing once. Things of more than `most` articles are left out.
    fn new(
        mut posted: Vec<Posted>,
        articles: usize,
        most: usize,
        weigh: impl Fn(usize) -> u32,
    ) -> Self {
        sorting::by_key_copied(&mut posted, |&(thing, article)| {
            u128::from(thing) << 32 | u128::from(article)
        });
        let level = Self::level(&posted, articles, most);
        let mut totals = vec![0; articles];
        let mut weights = Vec::new();
        let mut kept: Vec<(u32, u32)> = Vec::new();
        for having in posted.chunk_by(|a, b| a.0 == b.0) {
            let df = having.len();
            if df > most || df > FREQUENT && level_of(having[0].0) < level {
                continue;
            }
            let weight = weigh(df);
            for &(_, article) in having {
                totals[article as usize] += weight;
                if df > 1 {
                    kept.push((weights.len() as u32, article));
                }
            }
            if df > 1 {
                weights.push(weight);
            }
        }
        let by_thing = kept.iter().map(|&(thing, at)| (thing as usize, at));
        let by_article = kept.iter().map(|&(thing, at)| (at as usize, thing));
        Self {
            articles: Postings::new(weights.len(), by_thing),
            of: Postings::new(articles, by_article),
            weights,
            totals,
            complete: level == 0,
        }
    }

    /// The lowest level from which on frequent things count, so that the bound holds.
    fn level(posted: &[Posted], articles: usize, most: usize) -> u32 {
        let bound = (COUNTED * (articles * articles) as u64).max(COUNTED_LEAST);
        let mut counted: BTreeMap<u32, u64> = BTreeMap::new();
        let mut rare = 0;
        for having in posted.chunk_by(|a, b| a.0 == b.0) {
            let pairs = (having.len() * having.len()) as u64;
            if having.len() <= FREQUENT {
                rare += pairs;
            } else if having.len() <= most {
                *counted.entry(level_of(having[0].0)).or_default() += pairs;
            }
        }
        let from = |level: u32| rare + counted.range(level..).map(|(_, pairs)| pairs).sum::<u64>();
        (0..u64::BITS)
            .find(|&level| from(level) <= bound)
            .unwrap_or(u64::BITS)
    }
}

/// Half of all things have level 0, a quarter level 1, and so on.
fn level_of(thing: u64) -> u32 {
    // 2^64 divided by the golden ratio spreads what is numbered; the highest bits are the best spread.
    let spread = (thing ^ thing >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    spread.leading_zeros()
}

impl CandidateSearch<'_> {
    /// The articles after this one that are candidates with it, ascending. None for an article that is not there.
    pub fn after(&mut self, article: usize) -> Vec<usize> {
        if article >= self.candidates.articles {
            return Vec::new();
        }
        let Candidates {
            grams, features, ..
        } = self.candidates;
        self.count(grams, article, |met, _, rare| {
            met.grams += 1;
            met.rare += u32::from(rare);
        });
        self.count(features, article, |met, weight, _| met.features += weight);
        sorting::numbers(&mut self.touched);
        let mut found = Vec::new();
        for other in self.touched.drain(..) {
            let met = std::mem::take(&mut self.met[other as usize]);
            if self.candidates.are(article, other as usize, met) {
                found.push(other as usize);
            }
        }
        found
    }

    fn count(&mut self, things: &Things, article: usize, add: impl Fn(&mut Met, u32, bool)) {
        for &thing in things.of.get(article) {
            let having = things.articles.get(thing as usize);
            let weight = things.weights[thing as usize];
            let rare = having.len() <= FREQUENT;
            let after = having.partition_point(|&other| other as usize <= article);
            for &other in &having[after..] {
                let met = &mut self.met[other as usize];
                if met.grams | met.features == 0 {
                    self.touched.push(other);
                }
                add(met, weight, rare);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Library, Options};

    fn library(texts: &[String]) -> Library {
        let mut library = Library::new(Options::default());
        for (at, text) in texts.iter().enumerate() {
            library.set(&format!("{at:05}"), text.clone(), &[]);
        }
        library
    }

    fn pairs(texts: &[String]) -> Vec<(usize, usize)> {
        library(texts).candidates().pairs().collect()
    }

    /// A text of words that no other number has.
    fn own(number: usize, words: usize) -> String {
        (0..words)
            .map(|at| format!("own{number}x{at} "))
            .collect::<String>()
    }

    fn phrase(words: usize) -> String {
        (0..words).map(|at| format!("both{at} ")).collect()
    }

    #[test]
    fn rare_runs_of_seven_words_bring_articles_together() {
        for (words, expected) in [(7, vec![(0, 2)]), (6, vec![])] {
            let shared = phrase(words);
            let texts = [
                own(0, 200) + &shared,
                own(1, 200),
                own(2, 100) + &shared + &own(3, 100),
            ];
            assert_eq!(pairs(&texts), expected, "{words} words");
        }
    }

    #[test]
    fn a_run_that_more_articles_have_is_not_rare() {
        for articles in [64, 65] {
            let texts: Vec<String> = (0..articles).map(|at| own(at, 200) + &phrase(7)).collect();
            let expected = if articles == 64 { 64 * 63 / 2 } else { 0 };
            assert_eq!(pairs(&texts).len(), expected, "{articles}");
        }
    }

    #[test]
    fn a_word_that_more_than_a_sixteenth_has_tells_nothing() {
        for having in [69, 70] {
            let text = |at: usize| match at < having {
                true => format!("both {}", own(at, 3)),
                false => own(at, 4),
            };
            let texts: Vec<String> = (0..69 * 16).map(text).collect();
            let expected = if having == 69 { 69 * 68 / 2 } else { 0 };
            assert_eq!(pairs(&texts).len(), expected, "{having}");
        }
    }

    #[test]
    fn frequent_runs_count_as_parts() {
        // 70 articles have the phrase, which is 1 in 20 of their grams, or a little less.
        let texts = |words: usize| -> Vec<String> {
            (0..70).map(|at| own(at, words) + &phrase(13)).collect()
        };
        assert_eq!(pairs(&texts(190)).len(), 70 * 69 / 2);
        assert_eq!(pairs(&texts(191)), []);
    }

    #[test]
    fn rare_words_in_another_order_bring_articles_together() {
        let telling = |order: [usize; 5], number: usize, words: usize| {
            let rare = order.map(|at| format!("rare{at} with{number}a{at} and{number}b{at} "));
            own(number, words) + &rare.concat()
        };
        for (words, expected) in [(50, vec![(0, 2)]), (58, vec![])] {
            let texts = [
                telling([0, 1, 2, 3, 4], 0, words),
                own(1, 60),
                telling([3, 1, 4, 0, 2], 2, words),
            ];
            assert_eq!(pairs(&texts), expected, "{words} words");
        }
    }

    #[test]
    fn articles_of_few_words_or_none_are_found_as_any_other() {
        let texts = ["", "the boat", "", "The boat!", "other"].map(str::to_owned);
        assert_eq!(pairs(&texts), [(1, 3)]);
        assert_eq!(pairs(&[]), []);
        assert_eq!(library(&texts).candidates().search().after(9), [0; 0]);
    }

    #[test]
    fn many_copies_are_found_by_a_part_of_their_grams() {
        let (articles, grams) = (900, 400_u64);
        let posted = |article: u32| (0..grams).map(move |gram| (gram, article));
        let posted = (0..articles).flat_map(posted).collect();
        let things = Things::new(posted, articles as usize, usize::MAX, |_| 1);
        assert!(!things.complete);
        let total = things.totals[0];
        assert!((120..=280).contains(&total), "{total}");
        assert_eq!(things.of.count(899), total);
        let few = (0..64).flat_map(|article| [(7, article), (u64::from(article) + 9, article)]);
        let few = Things::new(few.collect(), 64, usize::MAX, |_| 1);
        assert!(few.complete && few.totals == [2; 64] && few.weights == [1]);
    }

    #[test]
    fn what_too_many_articles_have_weighs_nothing() {
        let posted = (0..5).map(|article| (1, article)).chain([(2, 0), (2, 1)]);
        let things = Things::new(posted.collect(), 5, 4, |df| df as u32);
        assert_eq!(things.totals, [2, 2, 0, 0, 0]);
        assert_eq!(things.articles.get(0), [0, 1]);
    }
}
