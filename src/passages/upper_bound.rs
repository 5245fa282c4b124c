//! An upper bound of the score of a pair of units, cheap enough to leave out the many that share too little.

use super::{
    bits::Bits,
    unclaimed::{Claims, Match, NAME_SHARE, NEIGHBOUR_SHARE, ROUNDING},
};
use crate::{
    span::Side,
    words::features::{Feature, NONE},
};

/// Upper bounds for the pairs of one unit at a time. Valid only until the first word is claimed.
pub struct UpperBound<'g, 'f> {
    claims: &'g Claims<'f>,
    side: Side,
    unit: usize,
    /// The features of the unit.
    own: Bits,
    listed: Vec<Feature>,
    /// Summed weight of the unclaimed words of the unit, and of those of each of its features.
    all: f64,
    amounts: Vec<f64>,
}

impl<'g, 'f> UpperBound<'g, 'f> {
    /// For units of a side.
    pub fn new(side: Side, claims: &'g Claims<'f>) -> Self {
        let features = claims.space.features_len();
        Self {
            claims,
            side,
            unit: usize::MAX,
            own: Bits::new(features),
            listed: Vec::new(),
            all: 0.0,
            amounts: vec![0.0; features],
        }
    }

    /// How well the unclaimed words of two units answer each other at most: no number is less than those of
    /// [`Claims::compare`], because what repeats counts each time, neighbours need not be neighbours on both
    /// sides, and a word is a name only where it always is. Cheapest for pairs in order of the units of the
    /// bound's side.
    pub fn score(&mut self, left: usize, right: usize) -> Match {
        let (unit, other) = match self.side {
            Side::Left => (left, right),
            Side::Right => (right, left),
        };
        if self.unit != unit {
            self.set_unit(unit);
        }
        self.bound(other)
    }

    fn set_unit(&mut self, unit: usize) {
        for feature in self.listed.drain(..) {
            self.own.remove(feature);
            self.amounts[feature as usize] = 0.0;
        }
        (self.unit, self.all) = (unit, 0.0);
        let words = self.claims.bodies.get(self.side)[unit].clone();
        let features = self.claims.unclaimed.get(self.side)[words].iter();
        for &feature in features.filter(|&&feature| feature != NONE) {
            let weight = self.claims.weights.of(feature);
            self.own.insert(feature);
            self.listed.push(feature);
            self.amounts[feature as usize] += weight;
            self.all += weight;
        }
    }

    fn bound(&self, unit: usize) -> Match {
        let Claims { words, weights, .. } = self.claims;
        let side = self.side.other();
        let features = &self.claims.unclaimed.get(side)[self.claims.bodies.get(side)[unit].clone()];
        let (mut shared, mut own) = (0.0, 0.0);
        let (mut content_weight, mut name_weight, mut next) = (0.0, 0.0, 0.0);
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
                &mut name_weight
            } else {
                &mut content_weight
            }) += weight;
            let last = std::mem::replace(&mut before, self.claims.next_weight(feature));
            if last > 0.0 {
                next += f64::midpoint(last, before);
            }
        }
        if shared == 0.0 {
            return Match::default();
        }
        let covered = (own.min(self.all) / self.all * shared
            / self.claims.unclaimed_weight.get(side)[unit])
            .sqrt();
        Match {
            score: (content_weight + NAME_SHARE * name_weight + NEIGHBOUR_SHARE * next)
                * covered
                * ROUNDING,
            content_weight: content_weight * ROUNDING,
            neighbour_weight: next * ROUNDING,
        }
    }
}
