//! The order of two texts: the only place that puts two texts in order and mirrors a result.
//!
//! Every step of a comparison may break ties by order. So that swapping the sides mirrors the result and
//! changes nothing else, the steps always see the two texts in one order, whichever is left, and what they
//! find is turned back.

use std::ops::Range;

use crate::{
    Options,
    alignment::{Move, Row},
    comparison::Comparison,
    coverage::Cover,
    diff::Change,
    facts::{self, Fact, Facts},
    passages::{self, Passage, Region},
    sorting,
    span::{Side, Sides},
};

/// Whether two texts have to be exchanged to stand in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Order {
    swapped: bool,
}

impl Order {
    /// The lesser text first; of equal texts the one of which the reader said the lesser.
    pub(crate) fn of(left: &str, right: &str, options: &Options) -> Self {
        let by_text = left.cmp(right);
        let order = by_text.then_with(|| {
            options
                .said_of(Side::Left)
                .cmp(&options.said_of(Side::Right))
        });
        Self {
            swapped: order.is_gt(),
        }
    }

    /// Two things in order, or back from it.
    pub(crate) fn apply<T>(self, sides: Sides<T>) -> Sides<T> {
        if self.swapped { sides.swap() } else { sides }
    }

    /// The options of two texts in order.
    pub(crate) fn options(self, options: &Options) -> Options {
        let options = options.clone();
        if self.swapped {
            options.swap()
        } else {
            options
        }
    }

    /// What was found of two texts in order, as it is of the texts as they were given.
    pub(crate) fn restore(self, comparison: Comparison<'_>) -> Comparison<'_> {
        if self.swapped {
            comparison.mirror()
        } else {
            comparison
        }
    }

    /// The same of passages alone.
    pub(crate) fn restore_passages(self, passages: Vec<Passage>) -> Vec<Passage> {
        if self.swapped {
            mirror_passages(passages).0
        } else {
            passages
        }
    }
}

impl Comparison<'_> {
    /// The comparison of the same texts with the sides exchanged. Linear but for sorting.
    #[must_use]
    pub fn mirror(self) -> Self {
        let (regions, region_places) = mirror_regions(self.regions);
        let (mut passages, places) = mirror_passages(self.passages);
        for passage in &mut passages {
            passage.region = passage.region.map(|region| region_places[region]);
        }
        let rows = mirror_rows(self.rows, &places);
        let renumbered = |covers: Vec<Cover>| -> Vec<Cover> {
            let covers = covers.into_iter();
            covers
                .map(|cover| Cover {
                    passage: cover.passage.map(|passage| places[passage]),
                    ..cover
                })
                .collect()
        };
        Self {
            regions,
            passages,
            rows,
            facts: mirror_facts(self.facts, &places),
            coverage: self.coverage.swap().map(renumbered),
            left_out: self.left_out.swap(),
            summary: self.summary.swap(),
            relation: self.relation.swap(),
            complete: self.complete,
            documents: self.documents.swap(),
        }
    }
}

/// The regions in the new left order, and the new place of each.
fn mirror_regions(regions: Vec<Region>) -> (Vec<Region>, Vec<usize>) {
    let mut mirrored: Vec<(usize, Region)> =
        regions.into_iter().map(Region::swap).enumerate().collect();
    sorting::by_key(&mut mirrored, |(_, region)| {
        sorting::ranges(&region.spans.left.range(), &region.spans.right.range())
    });
    let mut places = vec![0; mirrored.len()];
    for (new, (old, _)) in mirrored.iter().enumerate() {
        places[*old] = new;
    }
    (
        mirrored.into_iter().map(|(_, region)| region).collect(),
        places,
    )
}

/// The passages in the new order, and the new place of each.
fn mirror_passages(passages: Vec<Passage>) -> (Vec<Passage>, Vec<usize>) {
    passages::number(passages.into_iter().map(Passage::swap).collect())
}

/// The rows, with those of one side between two facing ones again first of the left, then of the right.
fn mirror_rows(rows: Vec<Row>, places: &[usize]) -> Vec<Row> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let faces = |row: &Row| !row.sentences.left.is_empty() && !row.sentences.right.is_empty();
    for group in order.chunk_by_mut(|&a, &b| !faces(&rows[a]) && !faces(&rows[b])) {
        // The right of these rows is the left of the mirrored ones.
        let first = |&at: &usize| usize::from(rows[at].sentences.right.is_empty());
        sorting::by_key(group, |at| sorting::key([0, 0, first(at), *at]));
    }
    let mut place = vec![0; rows.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    let mut rows: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    let mut reached = Sides::new(0, 0);
    let in_order = order.into_iter().filter_map(|old| rows[old].take());
    let mirrored = in_order.map(|row| {
        let Sides { left, right } = row.sentences.swap();
        let here = |range: Range<usize>, reached: &mut usize| {
            let range = if range.is_empty() {
                *reached..*reached
            } else {
                range
            };
            *reached = range.end;
            range
        };
        let sentences = Sides::new(
            here(left, &mut reached.left),
            here(right, &mut reached.right),
        );
        let mut passages: Vec<usize> = row.passages.iter().map(|&at| places[at]).collect();
        sorting::by_key(&mut passages, |&at| at as u128);
        let mut moves: Vec<Move> = row
            .moves
            .into_iter()
            .map(|one| mirror_move(one, places))
            .collect();
        sorting::by_key(&mut moves, Move::place);
        Row {
            sentences,
            kind: row.kind,
            passages,
            counterpart: row.counterpart.map(|at| place[at]),
            changes: row
                .changes
                .into_iter()
                .map(|change| change.swap())
                .collect(),
            moves,
        }
    });
    mirrored.collect()
}

fn mirror_move(one: Move, places: &[usize]) -> Move {
    Move {
        spans: one.spans.swap(),
        passage: one.passage.map(|passage| places[passage]),
    }
}

fn mirror_facts(facts: Facts, places: &[usize]) -> Facts {
    let differences = facts.differences.into_iter().map(|fact| Fact {
        spans: fact.spans.swap(),
        passage: fact.passage.map(|passage| places[passage]),
        changes: fact.changes.into_iter().map(Change::swap).collect(),
        ..fact
    });
    let mut mirrored = Facts {
        differences: differences.collect(),
        agree: facts.agree,
        only: facts.only.swap(),
    };
    for agreement in &mut mirrored.agree {
        agreement.spans = agreement.spans.swap();
    }
    facts::put_in_order(&mut mirrored);
    mirrored
}
