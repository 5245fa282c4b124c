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
/// The forms of beads.
const FORMS: [(usize, usize); 8] = [
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
pub type Bead = Sides<Range<usize>>;

/// The beads of two texts in different languages, in order, and whether no bound of work was met; none where the languages may
/// be the same, or there are no vectors.
pub fn beads(documents: &Sides<&Document<'_>>, options: &Options) -> (Vec<Bead>, bool) {
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
    let bead = |at: &Found| Sides::new(texts.left.range(&at.left), texts.right.range(&at.right));
    (near.iter().map(bead).collect(), aligner.complete)
}

/// The beads whose sides are near each other.
fn nearest(all: Vec<Found>, sentences: usize) -> Vec<Found> {
    let near: Vec<bool> = all.iter().map(|one| one.distance <= NEAR).collect();
    if near.iter().filter(|&&near| near).count() < LEAST.min(sentences.max(1)) {
        return Vec::new();
    }
    let beside = |at: usize| at > 0 && near[at - 1] || near.get(at + 1) == Some(&true);
    let kept = |at: usize, one: &Found| near[at] || one.distance <= NEAR_BESIDE && beside(at);
    let all = all.into_iter().enumerate();
    all.filter(|(at, one)| kept(*at, one))
        .map(|(_, one)| one)
        .collect()
}

/// A bead, as ranges of the sentences that count.
struct Found {
    left: Range<usize>,
    right: Range<usize>,
    distance: f64,
}

/// The sentences of a text that count: those of boilerplate do not.
struct Text<'v> {
    sentences: Vec<usize>,
    vectors: Vec<&'v [i8]>,
    /// Bytes before each sentence, and of all.
    bytes: Vec<f64>,
}

impl<'v> Text<'v> {
    fn new(document: &Document<'_>, vectors: &'v Vectors) -> Self {
        let all = document.sentences.iter().enumerate();
        let counting = all.filter(|(_, sentence)| !sentence.words.is_empty());
        let sentences: Vec<usize> = counting.map(|(at, _)| at).collect();
        let mut bytes = vec![0.0];
        for &at in &sentences {
            let before = bytes.last().copied().unwrap_or_default();
            bytes.push(before + document.sentences[at].span.len() as f64);
        }
        Self {
            vectors: sentences.iter().map(|&at| vectors.get(at)).collect(),
            sentences,
            bytes,
        }
    }

    fn len(&self) -> usize {
        self.sentences.len()
    }

    fn all_bytes(&self) -> f64 {
        self.bytes[self.len()].max(1.0)
    }

    /// The share of all bytes that a range has.
    fn share(&self, from: usize, count: usize) -> f64 {
        (self.bytes[from + count] - self.bytes[from]) / self.all_bytes()
    }

    /// Whether nothing stands between the sentences of a block.
    fn is_run(&self, (from, count): (usize, usize)) -> bool {
        self.sentences[from + count - 1] - self.sentences[from] < count
    }

    /// The sentences of a range, as those of the document.
    fn range(&self, at: &Range<usize>) -> Range<usize> {
        self.sentences[at.start]..self.sentences[at.end - 1] + 1
    }

    /// The mean of all vectors, each of length 1.
    fn mean(&self) -> Vec<f64> {
        let dimensions = self.vectors.first().map_or(0, |vector| vector.len());
        let mut mean = vec![0.0; dimensions];
        for vector in &self.vectors {
            let length = f64::from(dot(vector, vector)).sqrt().max(1.0);
            for (sum, &number) in mean.iter_mut().zip(*vector) {
                *sum += f64::from(number) / length;
            }
        }
        let count = self.len().max(1) as f64;
        mean.iter().map(|sum| sum / count).collect()
    }
}

/// The blocks of a text: runs of 1 to 4 sentences from each on.
struct Blocks {
    /// Length of the sum of vectors, by sentences of the block, less one, then by its first sentence.
    lengths: [Vec<f64>; MOST],
    /// Mean distance to the other text, likewise.
    distances: [Vec<f64>; MOST],
}

impl Blocks {
    fn new(text: &Text<'_>, other: &Text<'_>) -> Self {
        let mean = other.mean();
        let toward = |vector: &&[i8]| -> f64 {
            let products = vector.iter().zip(&mean);
            products
                .map(|(&number, mean)| f64::from(number) * mean)
                .sum()
        };
        let toward: Vec<f64> = text.vectors.iter().map(toward).collect();
        let (usual, weight) = USUAL;
        let (mut lengths, mut distances) = <([Vec<f64>; MOST], [Vec<f64>; MOST])>::default();
        for count in 1..=MOST {
            for block in 0..(text.len() + 1).saturating_sub(count) {
                let length = length_of_sum(&text.vectors[block..block + count]);
                let cosine = toward[block..block + count].iter().sum::<f64>() / length.max(1.0);
                let sum = other.len() as f64 * (1.0 - cosine) + weight * usual;
                lengths[count - 1].push(length);
                distances[count - 1].push(sum / (other.len() as f64 + weight));
            }
        }
        Self { lengths, distances }
    }
}

fn dot(left: &[i8], right: &[i8]) -> i32 {
    let products = left.iter().zip(right);
    products
        .map(|(&left, &right)| i32::from(left) * i32::from(right))
        .sum()
}

fn length_of_sum(vectors: &[&[i8]]) -> f64 {
    let all = vectors.iter();
    let products = all.flat_map(|left| vectors.iter().map(|right| i64::from(dot(left, right))));
    (products.sum::<i64>() as f64).sqrt()
}

struct Aligner<'t> {
    texts: &'t Sides<Text<'t>>,
    blocks: Sides<Blocks>,
    /// For each sentence of the left the sentences of the right that are looked at.
    windows: Vec<Range<usize>>,
    /// The products of the vectors, for each sentence of the left.
    products: Vec<Vec<i32>>,
    complete: bool,
}

impl<'t> Aligner<'t> {
    fn new(texts: &'t Sides<Text<'t>>) -> Self {
        let (rows, columns) = (texts.left.len(), texts.right.len());
        let width = (CELLS / rows.max(1)).min(columns);
        let window = |row: usize| {
            let middle = (row * columns).checked_div(rows).unwrap_or_default();
            let from = middle.saturating_sub(width / 2).min(columns - width);
            from..from + width
        };
        let windows: Vec<Range<usize>> = (0..rows).map(window).collect();
        let product = |(row, window): (usize, &Range<usize>)| {
            let right = texts.right.vectors[window.clone()].iter();
            right
                .map(|right| dot(texts.left.vectors[row], right))
                .collect()
        };
        Self {
            texts,
            blocks: Sides::new(
                Blocks::new(&texts.left, &texts.right),
                Blocks::new(&texts.right, &texts.left),
            ),
            products: windows.iter().enumerate().map(product).collect(),
            windows,
            complete: width == columns,
        }
    }

    /// The product of two sentences; none outside of the window.
    fn product(&self, left: usize, right: usize) -> Option<i64> {
        let window = &self.windows[left];
        let column = right.checked_sub(window.start)?;
        self.products[left].get(column).map(|&one| i64::from(one))
    }

    /// The distance of two blocks, over the mean distance of both to the other text.
    fn distance(&self, (left, m): (usize, usize), (right, n): (usize, usize)) -> Option<f64> {
        let mut product = 0;
        for l in left..left + m {
            for r in right..right + n {
                product += self.product(l, r)?;
            }
        }
        let Sides {
            left: one,
            right: other,
        } = &self.blocks;
        let lengths = one.lengths[m - 1][left] * other.lengths[n - 1][right];
        let cosine = if lengths > 0.0 {
            product as f64 / lengths
        } else {
            0.0
        };
        let means = one.distances[m - 1][left] + other.distances[n - 1][right];
        Some((1.0 - cosine) / (means / 2.0))
    }

    /// What two blocks are worth as a bead, and how far they are apart; more than 0 if that is more than to leave all of them
    /// alone.
    fn worth(&self, left: (usize, usize), right: (usize, usize)) -> Option<(f64, f64)> {
        if !self.texts.left.is_run(left) || !self.texts.right.is_run(right) {
            return None;
        }
        let distance = self.distance(left, right)?;
        let shares = (
            self.texts.left.share(left.0, left.1),
            self.texts.right.share(right.0, right.1),
        );
        let alike = shares.0.min(shares.1) / shares.0.max(shares.1);
        let count = (left.1 + right.1) as f64;
        let cost = distance * GROWTH[left.1 * right.1]
            + LENGTH * (1.0 - alike) * count / 2.0
            + FURTHER * (count - 2.0);
        Some((ALONE * count - cost, distance))
    }

    /// The beads that are worth most together.
    fn best(&self) -> Vec<Found> {
        let (rows, columns) = (self.texts.left.len(), self.texts.right.len());
        // By sentences before: those of the left, then those of the right.
        let mut best = vec![vec![0.0_f64; columns + 1]; rows + 1];
        let mut last: Vec<Vec<u8>> = vec![vec![0; columns + 1]; rows + 1];
        for left in 0..=rows {
            for right in 0..=columns {
                let (mut most, mut by) = (0.0, 0);
                if left > 0 {
                    (most, by) = (best[left - 1][right], LEFT_ALONE);
                }
                if right > 0 && (by == 0 || best[left][right - 1] > most) {
                    (most, by) = (best[left][right - 1], RIGHT_ALONE);
                }
                for (form, &(m, n)) in FORMS.iter().enumerate() {
                    let (Some(l), Some(r)) = (left.checked_sub(m), right.checked_sub(n)) else {
                        continue;
                    };
                    if let Some((worth, _)) = self.worth((l, m), (r, n))
                        && best[l][r] + worth > most
                    {
                        (most, by) = (best[l][r] + worth, form as u8);
                    }
                }
                (best[left][right], last[left][right]) = (most, by);
            }
        }
        self.follow(&last)
    }

    /// The beads on the way back from the end.
    fn follow(&self, last: &[Vec<u8>]) -> Vec<Found> {
        let (mut left, mut right) = (self.texts.left.len(), self.texts.right.len());
        let mut found = Vec::new();
        while left > 0 || right > 0 {
            match last[left][right] {
                LEFT_ALONE => left -= 1,
                RIGHT_ALONE => right -= 1,
                form => {
                    let (m, n) = FORMS[usize::from(form)];
                    (left, right) = (left - m, right - n);
                    let distance = self.distance((left, m), (right, n));
                    found.push(Found {
                        left: left..left + m,
                        right: right..right + n,
                        distance: distance.unwrap_or(1.0),
                    });
                }
            }
        }
        found.reverse();
        found
    }
}

/// A sentence that faces none, where the number of a form would stand.
const LEFT_ALONE: u8 = 254;
const RIGHT_ALONE: u8 = 255;

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
}
