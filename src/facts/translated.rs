//! Which values differ of two sentences of which one is a translation of the other. They have no words in common that could
//! speak for it: the values themselves must.

use super::{FactKind, FactSearch, retold::may_face};
use crate::{
    span::Sides,
    values::{Item, Value},
};

// By eye on a yearbook in German and French, and on sentences in four languages.

/// Counts below this are no figures to a translator: one, a, both, a pair.
const FIGURE: f64 = 3.0;

impl FactSearch<'_, '_, '_> {
    /// Tells the one figure or date that differs, where all others agree.
    pub(super) fn translated(&mut self, open: &Sides<Vec<Item>>) {
        let figures = open.as_ref().map(|items| {
            let figures = items.iter().filter(|item| is_figure(item));
            figures.collect::<Vec<&Item>>()
        });
        let ([l], [r]) = (figures.left.as_slice(), figures.right.as_slice()) else {
            return;
        };
        let spans = self.spans(l, r);
        let told = self.differences.iter().any(|fact| {
            fact.spans.left.overlaps(spans.left) || fact.spans.right.overlaps(spans.right)
        });
        if may_face(l, r) && !told {
            self.tell(FactKind::of(&l.value), spans);
        }
    }
}

/// Whether a value is one that a translation keeps: a date, or an amount that is not small.
fn is_figure(item: &Item) -> bool {
    match &item.value {
        Value::Number(amount) => amount.unit.is_some() || amount.written >= FIGURE,
        value => value.is_date(),
    }
}
