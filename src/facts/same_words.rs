//! Values of the same words that the sides read in two ways: what is around them was cut otherwise, or is of another
//! language. They state the same, whatever it is.

use std::ops::Range;

use crate::{
    diff::{Edits, LinkKind},
    sorting::{self, pack},
    span::{Side, Sides},
    values::Item,
};

/// Tokens of a side, in order, with the equal ones that they face on the other.
type Facing = Vec<(usize, usize)>;

/// For each value of each side, whether it is of the same words as what it faces and that is another value, several
/// values, or none. What it touches on the other side must be of the same words too: `11 per cent` and `11` are not.
#[inline(never)]
pub(super) fn read_otherwise(edits: &Edits, items: &Sides<&[Item]>) -> Sides<Vec<bool>> {
    let mut found = items.map(|items| vec![false; items.len()]);
    if items.left.is_empty() && items.right.is_empty() {
        return found;
    }
    let faces = faces(edits);
    for side in Side::BOTH {
        for item in *items.get(side) {
            let Some(stretch) = same_words(side, item, items, &faces) else {
                continue;
            };
            let inside = Sides::new(
                touching(items.left, &stretch.left),
                touching(items.right, &stretch.right),
            );
            if !are_read_alike(items, &inside, &stretch) {
                found.left[inside.left].fill(true);
                found.right[inside.right].fill(true);
            }
        }
    }
    found
}

fn faces(edits: &Edits) -> Sides<Facing> {
    let is_same = |kind: LinkKind| matches!(kind, LinkKind::Equal | LinkKind::Moved);
    let links = edits.links.iter().filter(|link| is_same(link.kind));
    let left: Facing = links
        .map(|link| (link.tokens.left, link.tokens.right))
        .collect();
    let mut right: Facing = left.iter().map(|&(l, r)| (r, l)).collect();
    sorting::by_key(&mut right, |&(r, l)| u128::from(pack(r, l)));
    Sides::new(left, right)
}

fn facing(faces: &Facing, at: usize) -> Option<usize> {
    let place = faces.partition_point(|(own, _)| *own < at);
    let (own, other) = *faces.get(place)?;
    (own == at).then_some(other)
}

/// The stretch of an item and of all that it touches on either side, if its words are the same, one by one.
fn same_words(
    side: Side,
    item: &Item,
    items: &Sides<&[Item]>,
    faces: &Sides<Facing>,
) -> Option<Sides<Range<usize>>> {
    let own = item.tokens.clone();
    let start = facing(faces.get(side), own.start)?;
    let other = start..start + own.len();
    let mut stretch = match side {
        Side::Left => Sides::new(own, other),
        Side::Right => Sides::new(other, own),
    };
    loop {
        let (mut before, mut behind) = (0, 0);
        for side in Side::BOTH {
            let tokens = stretch.get(side);
            for item in &items.get(side)[touching(items.get(side), tokens)] {
                before = before.max(tokens.start.saturating_sub(item.tokens.start));
                behind = behind.max(item.tokens.end.saturating_sub(tokens.end));
            }
        }
        if (before, behind) == (0, 0) {
            break;
        }
        for side in Side::BOTH {
            let tokens = stretch.get_mut(side);
            *tokens = tokens.start.checked_sub(before)?..tokens.end + behind;
        }
    }
    let Sides { left, right } = stretch.clone();
    let mut tokens = left.zip(right);
    let same = tokens.all(|(l, r)| facing(&faces.left, l) == Some(r));
    same.then_some(stretch)
}

/// Which items share a token with a range.
fn touching(items: &[Item], tokens: &Range<usize>) -> Range<usize> {
    let first = items.partition_point(|item| item.tokens.end <= tokens.start);
    let end = items.partition_point(|item| item.tokens.start < tokens.end);
    first..end.max(first)
}

/// Whether the items of two stretches are the same, one by one.
fn are_read_alike(
    items: &Sides<&[Item]>,
    inside: &Sides<Range<usize>>,
    stretch: &Sides<Range<usize>>,
) -> bool {
    let (lefts, rights) = (
        &items.left[inside.left.clone()],
        &items.right[inside.right.clone()],
    );
    let mut both = lefts.iter().zip(rights);
    lefts.len() == rights.len()
        && both.all(|(l, r)| {
            l.tokens.start - stretch.left.start == r.tokens.start - stretch.right.start
                && l.tokens.len() == r.tokens.len()
                && l.value == r.value
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diff::WordLink, values::Value};

    fn item(tokens: Range<usize>, value: Value) -> Item {
        Item {
            tokens,
            bound: 0,
            value,
        }
    }

    /// Which values are read otherwise, where some tokens of the left face equal ones of the right, so many behind.
    fn otherwise(
        left: &[Item],
        right: &[Item],
        tokens: Range<usize>,
        behind: usize,
    ) -> [Vec<bool>; 2] {
        let links = tokens.map(|at| WordLink {
            tokens: Sides::new(at, at + behind),
            kind: LinkKind::Equal,
        });
        let edits = Edits {
            changes: Vec::new(),
            kept: 0,
            links: links.collect(),
        };
        let found = read_otherwise(&edits, &Sides::new(left, right));
        [found.left, found.right]
    }

    #[test]
    fn the_same_words_are_found_however_they_are_read() {
        let date = [item(2..5, Value::Date(2031, 5, 7))];
        // "am 7." ends a sentence, and the next one begins with the month.
        let cut = [
            item(12..13, Value::Ordinal(7)),
            item(13..15, Value::Period(2031, 5)),
        ];
        let all = [vec![true], vec![true, true]];
        let none = [vec![false], vec![false, false]];
        assert_eq!(otherwise(&date, &cut, 0..6, 10), all);
        assert_eq!(otherwise(&date, &[], 0..6, 10), [vec![true], vec![]]);
        assert_eq!(otherwise(&[], &cut, 0..6, 10), [vec![], vec![true, true]]);
        // The year is another word.
        assert_eq!(otherwise(&date, &cut, 0..4, 10), none);
        // What the date faces stands elsewhere.
        assert_eq!(
            otherwise(&date, &cut, 0..6, 20),
            [vec![true], vec![false; 2]]
        );
        let same = [item(12..15, Value::Date(2031, 5, 7))];
        assert_eq!(
            otherwise(&date, &same, 0..6, 10),
            [vec![false], vec![false]]
        );
        // One side goes on with words that the other has not: 11 per cent, 11.
        let (eleven, share) = (
            item(2..3, Value::Ordinal(11)),
            item(12..15, Value::Ordinal(11)),
        );
        assert_eq!(
            otherwise(&[eleven], &[share], 0..3, 10),
            [vec![false], vec![false]]
        );
    }
}
