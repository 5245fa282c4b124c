//! Original beside translation: the sentences of two texts in different languages, aligned in order by what they mean.
//!
//! Beads of 1 to 4 sentences on a side by dynamic programming, after Thompson and Koehn (vecalign, EMNLP 2019): the distance of two
//! blocks is one minus their cosine, over the mean distance of each to all of the other text. Bounded cells.

use std::ops::Range;

use super::likeness;
use crate::{
    Options,
    document::Document,
    meaning::Vectors,
    span::{Side, Sides},
};

// By F1 of sentence links on a yearbook in German and French (docs/measurements.md).

/// What a sentence costs that faces none.
const ALONE: f64 = 0.6;
/// What each side of a bead costs whose lengths differ as much as can be.
const LENGTH: f64 = 0.3;
/// What each further sentence of a bead costs.
const FURTHER: f64 = 0.05;
/// The product of the sentences of both sides, 1 to 4, to the power of .67: a block is nearer to all than a sentence is.
const GROWTH: [f64; 5] = [0.0, 1.0, 1.591, 2.088, 2.532];
/// The forms of beads; first a sentence that faces none.
const FORMS: [(u8, u8); 10] = [
    (1, 0),
    (0, 1),
    (1, 1),
    (1, 2),
    (2, 1),
    (1, 3),
    (3, 1),
    (1, 4),
    (4, 1),
    (2, 2),
];
/// Most sentences on a side of a bead.
const MOST: usize = 4;
/// Mean distance of sentences that have nothing to do with each other, and for how many sentences it stands: in short texts the
/// mean is that of the matches themselves.
const USUAL: (f64, f64) = (0.9, 10.0);

// By the beads of unrelated texts in two languages, and of other parts of that yearbook.

/// Distance up to which two blocks say the same.
const NEAR: f64 = 0.6;
/// The same beside two that do.
const NEAR_BESIDE: f64 = 0.75;
/// Least beads that near; in a text of fewer sentences all are asked for.
const LEAST: usize = 2;

/// Cells that are looked at, at most: two texts of 1,000 sentences. In longer ones a band around the diagonal. A bound on work.
const CELLS: usize = 1 << 20;

/// A stretch of sentences on both sides that say the same, as ranges of [`Document::sentences`].
pub type Translated = Sides<Range<usize>>;

/// The beads of two texts in different languages, in order, and whether no bound of work was met; none where the languages may
/// be the same, or there are no vectors.
pub fn beads(documents: &Sides<&Document<'_>>, options: &Options) -> (Vec<Translated>, bool) {
    let Some(vectors) = likeness::fitting(documents, options) else {
        return (Vec::new(), true);
    };
    if documents.left.languages.meets(documents.right.languages) {
        return (Vec::new(), true);
    }
    let texts = Sides::new(Side::Left, Side::Right)
        .map(|side| Text::new(documents.get(side), vectors.get(side)));
    let aligner = Aligner::new(&texts);
    let near = nearest(aligner.best(), texts.left.len().min(texts.right.len()));
    let bead =
        |at: &FacingBlocks| Sides::new(texts.left.range(at.left), texts.right.range(at.right));
    (near.iter().map(bead).collect(), aligner.is_complete())
}

/// The beads whose sides are near each other.
#[inline(never)]
fn nearest(all: Vec<FacingBlocks>, sentences: usize) -> Vec<FacingBlocks> {
    let is_near = |at: usize| all.get(at).is_some_and(|one| one.distance <= NEAR);
    let near = (0..all.len()).filter(|&at| is_near(at)).count();
    if near < LEAST.min(sentences.max(1)) {
        return Vec::new();
    }
    let beside = |at: usize| at > 0 && is_near(at - 1) || is_near(at + 1);
    let kept = |at: &usize| is_near(*at) || all[*at].distance <= NEAR_BESIDE && beside(*at);
    (0..all.len()).filter(kept).map(|at| all[at]).collect()
}

/// A bead, as blocks of the sentences that count.
#[derive(Clone, Copy)]
struct FacingBlocks {
    left: SentenceBlock,
    right: SentenceBlock,
    distance: f64,
}

/// The sentences of a text that count: those of boilerplate do not.
struct Text<'v> {
    vectors: &'v Vectors,
    sentences: Vec<usize>,
    /// Bytes before each sentence, and of all.
    bytes: Vec<f64>,
}

impl<'v> Text<'v> {
    fn new(document: &Document<'_>, vectors: &'v Vectors) -> Self {
        let (mut sentences, mut bytes) = (Vec::new(), vec![0.0]);
        let mut sum = 0;
        for (at, sentence) in document.sentences.iter().enumerate() {
            if !sentence.words.is_empty() {
                sum += sentence.span.len();
                sentences.push(at);
                bytes.push(sum as f64);
            }
        }
        Self {
            vectors,
            sentences,
            bytes,
        }
    }

    fn len(&self) -> usize {
        self.sentences.len()
    }

    /// The vector of a sentence; nothing past the end.
    fn vector(&self, at: usize) -> &'v [i8] {
        let sentence = self.sentences.get(at);
        sentence.map_or(&[], |&sentence| self.vectors.get(sentence))
    }

    /// The share of all bytes that a block has.
    fn share(&self, SentenceBlock { from, count }: SentenceBlock) -> f64 {
        (self.bytes[from + count] - self.bytes[from]) / self.bytes[self.len()]
    }

    /// Whether nothing stands between the sentences of a block.
    fn is_run(&self, SentenceBlock { from, count }: SentenceBlock) -> bool {
        self.sentences[from + count - 1] - self.sentences[from] < count
    }

    /// The sentences of a block, as those of the document.
    fn range(&self, SentenceBlock { from, count }: SentenceBlock) -> Range<usize> {
        self.sentences[from]..self.sentences[from + count - 1] + 1
    }

    /// The mean of all vectors, each of length 1.
    fn mean(&self) -> Vec<f64> {
        let mut mean = vec![0.0; self.vectors.dimensions()];
        for at in 0..self.len() {
            let vector = self.vector(at);
            let length = f64::from(dot(vector, vector)).sqrt().max(1.0) * self.len() as f64;
            for (sum, &number) in mean.iter_mut().zip(vector) {
                *sum += f64::from(number) / length;
            }
        }
        mean
    }
}

/// A run of 1 to 4 sentences.
#[derive(Clone, Copy)]
struct SentenceBlock {
    from: usize,
    count: usize,
}

/// What is known of a block.
#[derive(Clone, Copy)]
struct Weighed {
    /// Length of the sum of its vectors.
    length: f64,
    /// Mean distance to the sentences of the other text.
    distance: f64,
}

/// All blocks of a text, [`MOST`] for each sentence. Those past the end are cut.
fn weigh(text: &Text<'_>, other: &Text<'_>) -> Vec<Weighed> {
    let mean = other.mean();
    let mut blocks = Vec::with_capacity(MOST * text.len());
    for from in 0..text.len() {
        let mut sum = vec![0; mean.len()];
        for at in from..from + MOST {
            for (sum, &number) in sum.iter_mut().zip(text.vector(at)) {
                *sum += i64::from(number);
            }
            blocks.push(weighed(&sum, &mean, other.len() as f64));
        }
    }
    blocks
}

#[inline(never)]
fn weighed(sum: &[i64], mean: &[f64], others: f64) -> Weighed {
    let (mut square, mut toward) = (0, 0.0);
    for (&number, mean) in sum.iter().zip(mean) {
        square += number * number;
        toward += number as f64 * mean;
    }
    let length = (square as f64).sqrt();
    let (usual, weight) = USUAL;
    let distances = others * (1.0 - toward / length.max(1.0)) + weight * usual;
    Weighed {
        length,
        distance: distances / (others + weight),
    }
}

#[inline(never)]
fn dot(left: &[i8], right: &[i8]) -> i32 {
    let products = left.iter().zip(right);
    products
        .map(|(&left, &right)| i32::from(left) * i32::from(right))
        .sum()
}

struct Aligner<'t> {
    texts: &'t Sides<Text<'t>>,
    blocks: Sides<Vec<Weighed>>,
    /// How many sentences of the right are looked at for each of the left.
    width: usize,
    /// The products of their vectors, for each sentence of the left.
    products: Vec<i32>,
}

impl<'t> Aligner<'t> {
    fn new(texts: &'t Sides<Text<'t>>) -> Self {
        let Sides { left, right } = texts;
        let mut aligner = Self {
            texts,
            blocks: Sides::new(weigh(left, right), weigh(right, left)),
            width: (CELLS / left.len().max(1)).min(right.len()),
            products: Vec::new(),
        };
        for l in 0..left.len() {
            let first = aligner.first(l);
            for r in first..first + aligner.width {
                aligner.products.push(dot(left.vector(l), right.vector(r)));
            }
        }
        aligner
    }

    /// Whether all pairs of sentences are looked at.
    fn is_complete(&self) -> bool {
        self.width == self.texts.right.len()
    }

    /// The first sentence of the right that is looked at for one of the left.
    fn first(&self, left: usize) -> usize {
        let Sides { left: l, right: r } = self.texts;
        let middle = left * r.len() / l.len().max(1);
        middle
            .saturating_sub(self.width / 2)
            .min(r.len() - self.width)
    }

    /// The distance of two blocks, over the mean distance of both to the other text; none outside of what is looked at.
    #[inline(never)]
    fn distance(&self, left: SentenceBlock, right: SentenceBlock) -> Option<f64> {
        let mut product = 0;
        for l in left.from..left.from + left.count {
            let column = right.from.checked_sub(self.first(l))?;
            if column + right.count > self.width {
                return None;
            }
            let row = &self.products[l * self.width + column..][..right.count];
            product += row.iter().map(|&one| i64::from(one)).sum::<i64>();
        }
        let weighed = |side: Side, block: SentenceBlock| {
            self.blocks.get(side)[MOST * block.from + block.count - 1]
        };
        let (one, other) = (weighed(Side::Left, left), weighed(Side::Right, right));
        let cosine = product as f64 / (one.length * other.length).max(1.0);
        Some((1.0 - cosine) / ((one.distance + other.distance) / 2.0))
    }

    /// What two blocks are worth as a bead: more than 0 if that is more than to leave all of them alone.
    #[inline(never)]
    fn worth(&self, left: SentenceBlock, right: SentenceBlock) -> Option<f64> {
        let Sides { left: l, right: r } = self.texts;
        if !l.is_run(left) || !r.is_run(right) {
            return None;
        }
        let (one, other) = (l.share(left), r.share(right));
        let alike = one.min(other) / one.max(other);
        let count = (left.count + right.count) as f64;
        let cost = self.distance(left, right)? * GROWTH[left.count * right.count]
            + LENGTH * (1.0 - alike) * count / 2.0
            + FURTHER * (count - 2.0);
        Some(ALONE * count - cost)
    }

    /// The beads that are worth most together.
    #[inline(never)]
    fn best(&self) -> Vec<FacingBlocks> {
        let (rows, columns) = (self.texts.left.len(), self.texts.right.len() + 1);
        // By sentences before: those of the left, then those of the right.
        let mut best = vec![0.0_f64; (rows + 1) * columns];
        let mut forms = vec![(0, 0); best.len()];
        for at in 1..best.len() {
            let (left, right) = (at / columns, at % columns);
            let mut most = f64::NEG_INFINITY;
            for form in FORMS {
                let (m, n) = (usize::from(form.0), usize::from(form.1));
                if m > left || n > right {
                    continue;
                }
                let (from, to) = (
                    SentenceBlock::before(left, m),
                    SentenceBlock::before(right, n),
                );
                let worth = match (m, n) {
                    (0, _) | (_, 0) => Some(0.0),
                    _ => self.worth(from, to),
                };
                let sum = worth.map(|worth| best[from.from * columns + to.from] + worth);
                if let Some(sum) = sum.filter(|&sum| sum > most) {
                    (most, forms[at]) = (sum, form);
                }
            }
            best[at] = most;
        }
        self.follow(&forms)
    }

    /// The beads on the way back from the end.
    fn follow(&self, forms: &[(u8, u8)]) -> Vec<FacingBlocks> {
        let (mut left, mut right) = (self.texts.left.len(), self.texts.right.len());
        let columns = right + 1;
        let mut found = Vec::new();
        while left > 0 || right > 0 {
            let (m, n) = forms[left * columns + right];
            let (from, to) = (
                SentenceBlock::before(left, usize::from(m)),
                SentenceBlock::before(right, usize::from(n)),
            );
            (left, right) = (from.from, to.from);
            if m > 0
                && n > 0
                && let Some(distance) = self.distance(from, to)
            {
                found.push(FacingBlocks {
                    left: from,
                    right: to,
                    distance,
                });
            }
        }
        found.reverse();
        found
    }
}

impl SentenceBlock {
    fn before(end: usize, count: usize) -> Self {
        let from = end - count;
        Self { from, count }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{alignment::RowKind, compare, facts::FactKind, sentences};

    const ENGLISH: &str = "The crane of 1911 lifted its first load in 42 years on Tuesday. It raised a boat of 9 tonnes from the \
                           water. Volunteers had worked on it for years, and they made the floor anew. The town paid a third \
                           of it. Nobody was hurt when the rope broke.";
    const GERMAN: &str = "Der Kran von 1911 hat am Dienstag zum ersten Mal seit 42 Jahren eine Last gehoben. Er hob ein Boot von \
                          8 Tonnen aus dem Wasser. Freiwillige hatten jahrelang daran gearbeitet. Auch den Boden haben sie \
                          erneuert. Das Wetter war an diesem Tag sehr schön. Ein Drittel davon hat die Stadt bezahlt.";
    /// What each sentence says, by a number; a bead of two says both.
    const SAID_IN_ENGLISH: [&[usize]; 5] = [&[0], &[1], &[2, 3], &[4], &[5]];
    const SAID_IN_GERMAN: [&[usize]; 6] = [&[0], &[1], &[2], &[3], &[6], &[4]];
    const STATEMENTS: usize = 7;

    fn vectors(said: &[&[usize]]) -> Vectors {
        let vector = |all: &&[usize]| {
            let length = (all.len() as f32).sqrt();
            let mut vector = [0.0; STATEMENTS];
            all.iter().for_each(|&one| vector[one] = 1.0 / length);
            vector
        };
        Vectors::new(
            STATEMENTS,
            &said.iter().flat_map(vector).collect::<Vec<_>>(),
        )
    }

    fn options(left: &[&[usize]], right: &[&[usize]]) -> Options {
        Options {
            meaning: Some(Sides::new(vectors(left), vectors(right))),
            ..Options::default()
        }
    }

    /// The sentences of rows that face each other, by their numbers.
    fn facing(left: &str, right: &str, options: &Options) -> Vec<(Range<usize>, Range<usize>)> {
        let comparison = compare(left, right, options);
        let rows = comparison.rows.into_iter();
        let rows = rows.filter(|row| row.side().is_none() && row.kind != RowKind::Boilerplate);
        rows.map(|row| (row.sentences.left, row.sentences.right))
            .collect()
    }

    #[test]
    fn a_translation_faces_its_original() {
        assert_eq!((sentences(ENGLISH).len(), sentences(GERMAN).len()), (5, 6));
        let options = options(&SAID_IN_ENGLISH, &SAID_IN_GERMAN);
        let found = facing(ENGLISH, GERMAN, &options);
        assert_eq!(
            found,
            [(0..1, 0..1), (1..2, 1..2), (2..3, 2..4), (3..4, 5..6)]
        );
        let comparison = compare(ENGLISH, GERMAN, &options);
        assert!(comparison.complete);
        assert!(
            comparison
                .passages
                .iter()
                .all(|one| one.by_meaning && !one.weak)
        );
        let only = |side: Side| comparison.left_out.get(side).len();
        assert_eq!((only(Side::Left), only(Side::Right)), (1, 1));
        assert!(facing(ENGLISH, GERMAN, &Options::default()).is_empty());
    }

    #[test]
    fn figures_are_compared_and_what_needs_a_language_is_not() {
        let comparison = compare(ENGLISH, GERMAN, &options(&SAID_IN_ENGLISH, &SAID_IN_GERMAN));
        let [fact] = &comparison.facts.differences[..] else {
            panic!("{:?}", comparison.facts.differences);
        };
        assert_eq!(fact.kind, FactKind::Number);
        assert_eq!(&GERMAN[fact.spans.right.range()], "8 Tonnen");
    }

    #[test]
    fn strangers_in_two_languages_show_nothing() {
        let others: [&[usize]; 6] = [&[6], &[6], &[6], &[6], &[6], &[6]];
        let one_alike: [&[usize]; 6] = [&[6], &[6], &[1], &[6], &[6], &[6]];
        for right in [others, one_alike] {
            let options = options(&SAID_IN_ENGLISH, &right);
            assert!(compare(ENGLISH, GERMAN, &options).passages.is_empty());
        }
    }

    #[test]
    fn one_sentence_is_enough_where_there_is_one() {
        let (left, right) = (
            "The town paid a third of it.",
            "Ein Drittel davon hat die Stadt bezahlt.",
        );
        let found = facing(left, right, &options(&[&[4]], &[&[4]]));
        assert_eq!(found, [(0..1, 0..1)]);
        assert!(facing(left, right, &options(&[&[4]], &[&[3]])).is_empty());
    }

    /// Within one language vectors are no witness alone.
    #[test]
    fn one_language_is_no_translation() {
        let other = "A hoist had its maiden pull after decades. The vessel weighed much. Helpers toiled for ages. New planks lay \
                     there. Sunshine was plentiful. Taxes bore part.";
        assert_eq!(sentences(other).len(), 6);
        let options = options(&SAID_IN_ENGLISH, &SAID_IN_GERMAN);
        assert!(compare(ENGLISH, other, &options).passages.is_empty());
    }

    /// Past the bound a band around the diagonal is looked at, and the result says so.
    #[test]
    fn long_texts_are_aligned_in_a_band() {
        let many = 1_300;
        let english = "The town paid a third of it. ".repeat(many);
        let german = "Ein Drittel davon hat die Stadt bezahlt. ".repeat(many);
        // Neighbours are unlike each other.
        let said: Vec<Vec<usize>> = (0..many).map(|at| vec![at % STATEMENTS]).collect();
        let said: Vec<&[usize]> = said.iter().map(Vec::as_slice).collect();
        let comparison = compare(&english, &german, &options(&said, &said));
        assert!(!comparison.complete);
        let words = comparison.summary.left;
        assert!(words.reworded > words.words * 9 / 10, "{words:?}");
    }

    /// A text of as many sentences as there are cosines, its translation, and vectors: each sentence has that cosine with
    /// its like, and 0 with all others.
    fn translated(cosines: &[f32]) -> (String, String, Options) {
        let names: Vec<char> = ('a'..='z').take(cosines.len()).collect();
        let text = |frame: [&str; 2]| {
            let sentences = names.iter().map(|name| {
                let [before, behind] = frame;
                format!("{before} {name}x{name}x{name} {behind}.")
            });
            sentences.collect::<Vec<_>>().join(" ")
        };
        let left = text(["They all saw", "with their own eyes"]);
        let right = text(["Dort sah man", "mit eigenen Augen an"]);
        let size = 2 * cosines.len();
        let vectors = |side: Side| {
            let mut numbers = vec![0.0; size * cosines.len()];
            for (at, &cosine) in cosines.iter().enumerate() {
                let own = &mut numbers[size * at..];
                match side {
                    Side::Left => own[at] = 1.0,
                    Side::Right => {
                        own[at] = cosine;
                        own[cosines.len() + at] = (1.0 - cosine * cosine).sqrt();
                    }
                }
            }
            Vectors::new(size, &numbers)
        };
        let meaning = Some(Sides::new(vectors(Side::Left), vectors(Side::Right)));
        (
            left,
            right,
            Options {
                meaning,
                ..Options::default()
            },
        )
    }

    /// Which sentences face their like.
    fn faced(cosines: &[f32]) -> Vec<usize> {
        let (left, right, options) = translated(cosines);
        let found = facing(&left, &right, &options);
        found
            .iter()
            .map(|(left, right)| {
                assert_eq!(left, right);
                left.start
            })
            .collect()
    }

    /// Distances of .6 and .75, over the mean of sentences that have nothing to do with each other.
    #[test]
    fn how_alike_sentences_of_a_translation_are() {
        assert_eq!(faced(&[0.48; 6]), [0, 1, 2, 3, 4, 5]);
        assert!(faced(&[0.44; 6]).is_empty());
        // Beside two that face each other less is enough.
        assert_eq!(faced(&[1.0, 1.0, 0.34, 1.0, 1.0]), [0, 1, 2, 3, 4]);
        assert_eq!(faced(&[1.0, 1.0, 0.29, 1.0, 1.0]), [0, 1, 3, 4]);
        // Two are wanted.
        assert_eq!(faced(&[0.0, 0.0, 0.9, 0.0, 0.0, 0.9]), [2, 5]);
        assert!(faced(&[0.0, 0.0, 0.9, 0.0, 0.0, 0.0]).is_empty());
    }

    /// A translation may take many more words.
    #[test]
    fn sentences_of_another_length_face_each_other_too() {
        let (left, right, options) = translated(&[1.0, 1.0, 0.6, 1.0, 1.0]);
        let long = format!("cxcxc {}", "mit eigenen Augen ".repeat(12));
        let right = right.replace("cxcxc ", &long);
        let found = facing(&left, &right, &options);
        assert_eq!(
            found,
            [
                (0..1, 0..1),
                (1..2, 1..2),
                (2..3, 2..3),
                (3..4, 3..4),
                (4..5, 4..5)
            ]
        );
    }
}
