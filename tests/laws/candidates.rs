//! Laws of the pairs of a library that can share something, on generated articles.

use std::collections::BTreeSet;

use proptest::prelude::*;
use twicetold::{
    Options,
    document::{Document, Vocabulary},
    library::Library,
    runs,
    span::Sides,
    summary::Share,
};

/// Words in passages that count, as a share of the words of one of two articles, from which the pair is found. Of two
/// strangers of six sentences chance alone may show two.
const SHARE: f64 = 0.3;
/// Least words of these in each of the two: three sentences of one that hold what one sentence of the other does are
/// chance among 4,000 pairs.
const WORDS: usize = 40;
/// Words of a run that is always found, in fewer than 65 articles.
const RUN: usize = 7;

/// Cases at most, whatever is asked for.
const MOST_CASES: u32 = 40;

/// How an article comes from one before it.
#[derive(Clone, Copy, Debug)]
enum Telling {
    New,
    Copy,
    /// So many words of a hundred replaced.
    Edited(u64),
    /// A stretch of it among other sentences.
    Excerpt,
    /// Its sentences in another order, words replaced and exchanged.
    Retold,
}

/// An article: its seed, how many sentences it has, which one before it it tells again, and how.
type Recipe = (u64, usize, usize, Telling);

fn recipe() -> impl Strategy<Value = Recipe> {
    let telling = prop_oneof![
        4 => Just(Telling::New),
        1 => Just(Telling::Copy),
        2 => (2u64..40).prop_map(Telling::Edited),
        2 => Just(Telling::Excerpt),
        2 => Just(Telling::Retold),
    ];
    (any::<u64>(), 2usize..12, 1usize..5, telling)
}

/// Numbers from a seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ z >> 31) % end
    }

    /// A word: one of the few that are everywhere, or one of 6,000, of which the most frequent is 1 word in 180: as in a
    /// language, it is the ranks after the function words that are left.
    fn word(&mut self) -> String {
        const FEW: [&str; 10] = [
            "the", "of", "and", "to", "in", "a", "that", "was", "for", "with",
        ];
        if self.below(5) < 2 {
            return FEW[self.below(10) as usize].to_owned();
        }
        let rank = 30.0 * 200_f64.powf(self.below(1 << 20) as f64 / (1 << 20) as f64);
        let rank = rank as u64;
        let letter = |at: u32| char::from(b'a' + (rank * 7919 / 13_u64.pow(at) % 23) as u8);
        (0..6).map(letter).collect()
    }

    fn sentence(&mut self) -> Vec<String> {
        (0..7 + self.below(12)).map(|_| self.word()).collect()
    }
}

type Sentences = Vec<Vec<String>>;

fn tell(from: &Sentences, count: usize, telling: Telling, chance: &mut Chance) -> Sentences {
    let new = |chance: &mut Chance| (0..count).map(|_| chance.sentence()).collect::<Sentences>();
    let edited = |sentence: &Vec<String>, share: u64, chance: &mut Chance| -> Vec<String> {
        let words = sentence.iter();
        let edit = words.map(|word| match chance.below(100) < share {
            true => chance.word(),
            false => word.clone(),
        });
        edit.collect()
    };
    match telling {
        Telling::New => new(chance),
        Telling::Copy => from.clone(),
        Telling::Edited(share) => {
            let all = from.iter();
            all.map(|sentence| edited(sentence, share, chance))
                .collect()
        }
        Telling::Excerpt => {
            let mut own = new(chance);
            let at = chance.below(own.len() as u64) as usize;
            own.splice(at..at, from.iter().take(1 + from.len() / 2).cloned());
            own
        }
        Telling::Retold => {
            let turned = from.iter().rev().map(|sentence| {
                let mut sentence = edited(sentence, 25, chance);
                let half = sentence.len() / 2;
                sentence.rotate_left(half);
                sentence
            });
            turned.collect()
        }
    }
}

fn articles(recipes: &[Recipe]) -> Vec<String> {
    let mut all: Vec<Sentences> = Vec::new();
    for &(seed, count, back, telling) in recipes {
        let mut chance = Chance(seed);
        let (from, telling) = match all.len().checked_sub(back) {
            Some(at) => (all[at].clone(), telling),
            None => (Vec::new(), Telling::New),
        };
        all.push(tell(&from, count, telling, &mut chance));
    }
    let line = |sentence: &Vec<String>| {
        let words = sentence.join(" ");
        format!("{}{}. ", words[..1].to_uppercase(), &words[1..])
    };
    all.iter()
        .map(|sentences| sentences.iter().map(line).collect())
        .collect()
}

/// For each article itself and the one that it tells again.
fn tellings(recipes: &[Recipe]) -> Vec<[usize; 2]> {
    let all = recipes.iter().enumerate();
    all.map(|(at, &(_, _, back, telling))| {
        let from = at.checked_sub(back);
        let told = from.filter(|_| !matches!(telling, Telling::New));
        [at, told.unwrap_or(at)]
    })
    .collect()
}

fn name(at: usize) -> String {
    format!("{at:03}")
}

fn library(articles: &[String]) -> Library {
    let mut library = Library::new(Options::default());
    for (at, text) in articles.iter().enumerate() {
        library.set(&name(at), text.clone(), &[]);
    }
    library
}

fn candidates(library: &Library) -> BTreeSet<(usize, usize)> {
    let candidates = library.candidates();
    assert!(candidates.complete);
    candidates.pairs().collect()
}

fn all_pairs(articles: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..articles).flat_map(move |left| (left + 1..articles).map(move |right| (left, right)))
}

/// Whether so much of two articles stands in passages that the pair must be found.
fn shares_much(shares: &Sides<Share>) -> bool {
    let shared = |share: &Share| share.verbatim + share.edited + share.reworded + share.repeated;
    let both = [&shares.left, &shares.right];
    let is_most = |share: &Share| shared(share) as f64 >= SHARE * share.words as f64;
    both.into_iter().all(|share| shared(share) >= WORDS) && both.into_iter().any(is_most)
}

/// A case is up to 4,000 pairs.
fn cases() -> ProptestConfig {
    let asked = crate::generated::cases(12);
    ProptestConfig {
        cases: asked.cases.min(MOST_CASES),
        // Smaller collections hardly tell more, and each costs all its pairs.
        max_shrink_iters: 20,
        ..asked
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn every_pair_that_shares_much_is_a_candidate(recipes in prop::collection::vec(recipe(), 2..90)) {
        let articles = articles(&recipes);
        let library = library(&articles);
        let found = candidates(&library);
        let tellings = tellings(&recipes);
        for (left, right) in all_pairs(articles.len()) {
            // One tells the other, or both tell a third. What others share is chance: 1 in 160,000 shows two sentences.
            let related = tellings[left].iter().any(|at| tellings[right].contains(at));
            if found.contains(&(left, right)) || !related {
                continue;
            }
            let overlap = library.overlap(&name(left), &name(right), &[]);
            let much = overlap.is_some_and(|overlap| shares_much(&overlap.shares));
            prop_assert!(!much, "{} and {}", articles[left], articles[right]);
        }
    }

    #[test]
    fn every_pair_with_a_run_of_seven_words_is_a_candidate(recipes in prop::collection::vec(recipe(), 2..40)) {
        let articles = articles(&recipes);
        let found = candidates(&library(&articles));
        let options = Options { min_words: RUN, ..Options::default() };
        for (left, right) in all_pairs(articles.len()) {
            let mut vocabulary = Vocabulary::default();
            let texts = Sides::new(&articles[left], &articles[right]);
            let documents = texts.map(|text| Document::new(text, &options, &mut vocabulary));
            let runs = runs::find_runs(&documents, &options).runs;
            // Grams are told apart by what they are, not by where: a run that repeats one word has one.
            let varied = runs.iter().any(|run| {
                let keys = &documents.left.keys()[run.words().left];
                let grams: BTreeSet<&[u32]> = keys.windows(4).collect();
                grams.len() > 3
            });
            prop_assert!(!varied || found.contains(&(left, right)), "{} and {}", left, right);
        }
    }

    #[test]
    fn more_articles_and_names_change_nothing_of_a_pair(recipes in prop::collection::vec(recipe(), 2..30)) {
        let articles = articles(&recipes);
        let found = candidates(&library(&articles));
        // Under names in the opposite order.
        let reversed: Vec<String> = articles.iter().rev().cloned().collect();
        let last = articles.len() - 1;
        let turned = candidates(&library(&reversed)).into_iter();
        let turned: BTreeSet<_> = turned.map(|(left, right)| (last - right, last - left)).collect();
        prop_assert_eq!(&found, &turned);
        // After articles that left.
        let mut used = library(&articles);
        used.set("zzz", "Another text that leaves again.".to_owned(), &[]);
        used.remove("zzz");
        prop_assert_eq!(&found, &candidates(&used));
    }
}
