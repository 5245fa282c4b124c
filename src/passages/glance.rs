//! A cheap look at a pair of units, to leave out the many that share too little.

use super::{
    free::{Free, Match, NAME, NEXT},
    similarity::NONE,
};
use crate::span::Side;

/// A unit that is held against several of the other side.
pub struct Glance {
    side: Side,
    unit: usize,
    /// Summed weight of the free words of the unit, and of those of each of its features.
    all: f64,
    amounts: Vec<f64>,
}

impl Glance {
    /// For units of a side, in a space with so many features.
    pub fn new(side: Side, features: usize) -> Self {
        Self {
            side,
            unit: usize::MAX,
            all: 0.0,
            amounts: vec![0.0; features],
        }
    }

    /// How well the free words of two units answer each other at most: no number is less than those of
    /// [`Free::compare`], because what repeats counts each time, neighbours need not be neighbours on both
    /// sides, and a word is a name only where it always is. Cheapest for pairs in order of the units of the glance's side, while no word is taken.
    pub fn at_most(&mut self, free: &mut Free<'_>, left: usize, right: usize) -> Match {
        let (unit, other) = match self.side {
            Side::Left => (left, right),
            Side::Right => (right, left),
        };
        if self.unit != unit {
            self.take(free, unit);
        }
        self.hold_against(free, other)
    }

    fn take(&mut self, free: &mut Free<'_>, unit: usize) {
        let words = free.bodies.get(self.side)[unit].clone();
        free.stamp_side(self.side, words.clone());
        let features = &free.open.get(self.side)[words];
        for &feature in features.iter().filter(|&&feature| feature != NONE) {
            self.amounts[feature as usize] = 0.0;
        }
        (self.unit, self.all) = (unit, 0.0);
        for &feature in features {
            if feature != NONE {
                let weight = free.worth.weight(feature);
                self.amounts[feature as usize] += weight;
                self.all += weight;
            }
        }
    }

    fn hold_against(&self, free: &Free<'_>, unit: usize) -> Match {
        let side = self.side.other();
        let features = &free.open.get(side)[free.bodies.get(side)[unit].clone()];
        let stamps = free.stamps.get(self.side);
        let (mut all, mut shared, mut own) = (0.0, 0.0, 0.0);
        let (mut said, mut named, mut next) = (0.0, 0.0, 0.0);
        let mut before = 0.0;
        for &feature in features {
            let last = std::mem::take(&mut before);
            if feature == NONE {
                continue;
            }
            let weight = free.worth.weight(feature);
            all += weight;
            if stamps.has(feature) {
                shared += weight;
                own += self.amounts[feature as usize];
                *(if free.worth.is_always_name(feature) {
                    &mut named
                } else {
                    &mut said
                }) += weight;
                before = free.next_weight(feature);
                if last > 0.0 {
                    next += f64::midpoint(last, before);
                }
            }
        }
        if shared == 0.0 {
            return Match::default();
        }
        let covered = (own.min(self.all) / self.all * shared / all).sqrt();
        // Sums in another order differ in their last digits.
        let more = 1.0 + 1e-9;
        Match {
            score: (said + NAME * named + NEXT * next) * covered * more,
            words: said * more,
            next: next * more,
        }
    }
}
