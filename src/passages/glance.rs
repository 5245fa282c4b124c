//! A cheap look at a pair of units, to leave out the many that share too little.

use super::{
    bits::Bits,
    free::{Free, MORE, Match, NAME, NEXT},
};
use crate::{
    span::Side,
    words::features::{Feature, NONE},
};

/// The units of one side, each held against several of the other. Good while no word is taken.
pub struct Glance<'g, 'f> {
    free: &'g Free<'f>,
    side: Side,
    unit: usize,
    /// The features of the unit.
    own: Bits,
    listed: Vec<Feature>,
    /// Summed weight of the free words of the unit, and of those of each of its features.
    all: f64,
    amounts: Vec<f64>,
}

impl<'g, 'f> Glance<'g, 'f> {
    /// For units of a side.
    pub fn new(side: Side, free: &'g Free<'f>) -> Self {
        let features = free.space.features_len();
        Self {
            free,
            side,
            unit: usize::MAX,
            own: Bits::new(features),
            listed: Vec::new(),
            all: 0.0,
            amounts: vec![0.0; features],
        }
    }

    /// How well the free words of two units answer each other at most: no number is less than those of
    /// [`Free::compare`], because what repeats counts each time, neighbours need not be neighbours on both
    /// sides, and a word is a name only where it always is. Cheapest for pairs in order of the units of the
    /// glance's side.
    pub fn at_most(&mut self, left: usize, right: usize) -> Match {
        let (unit, other) = match self.side {
            Side::Left => (left, right),
            Side::Right => (right, left),
        };
        if self.unit != unit {
            self.take(unit);
        }
        self.hold_against(other)
    }

    fn take(&mut self, unit: usize) {
        for feature in self.listed.drain(..) {
            self.own.remove(feature);
            self.amounts[feature as usize] = 0.0;
        }
        (self.unit, self.all) = (unit, 0.0);
        let words = self.free.bodies.get(self.side)[unit].clone();
        let features = self.free.open.get(self.side)[words].iter();
        for &feature in features.filter(|&&feature| feature != NONE) {
            let weight = self.free.weights.of(feature);
            self.own.insert(feature);
            self.listed.push(feature);
            self.amounts[feature as usize] += weight;
            self.all += weight;
        }
    }

    fn hold_against(&self, unit: usize) -> Match {
        let Free { words, weights, .. } = self.free;
        let side = self.side.other();
        let features = &self.free.open.get(side)[self.free.bodies.get(side)[unit].clone()];
        let (mut shared, mut own) = (0.0, 0.0);
        let (mut said, mut named, mut next) = (0.0, 0.0, 0.0);
        let mut before = 0.0;
        for &feature in features {
            // Nearly all words are not shared, and this is all that is asked of them.
            if !self.own.has(feature) {
                before = 0.0;
                continue;
            }
            let weight = weights.of(feature);
            shared += weight;
            own += self.amounts[feature as usize];
            *(if words.is_always_name(feature) {
                &mut named
            } else {
                &mut said
            }) += weight;
            let last = std::mem::replace(&mut before, self.free.next_weight(feature));
            if last > 0.0 {
                next += f64::midpoint(last, before);
            }
        }
        if shared == 0.0 {
            return Match::default();
        }
        let covered =
            (own.min(self.all) / self.all * shared / self.free.amounts.get(side)[unit]).sqrt();
        Match {
            score: (said + NAME * named + NEXT * next) * covered * MORE,
            words: said * MORE,
            next: next * MORE,
        }
    }
}
