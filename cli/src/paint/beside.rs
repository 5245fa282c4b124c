//! Both texts in columns: which paragraphs face each other.

use std::ops::Range;

use twicetold::{
    export::{Fate, Track},
    span::{Side, Sides},
};

/// What is shown between two blank lines.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// So many paragraphs are the same.
    Same(usize),
    /// The tracks of the paragraphs of each side, as indices; on one side there may be none.
    Differs(Sides<Vec<usize>>),
}

/// The blocks of both texts, in the order of each. Paragraphs with words in common face each other; one that moved as a whole
/// faces nothing. Linear.
pub(super) fn blocks(list: &[Track]) -> Vec<Block> {
    let paragraphs = Sides::new(Side::Left, Side::Right).map(|side| Paragraphs::new(list, side));
    let mut blocks = Vec::new();
    let mut at = Sides::new(0, 0);
    for linked in linked(list, &paragraphs) {
        let gap = Sides::new(at.left..linked.left.start, at.right..linked.right.start);
        unlinked(&paragraphs, gap, &mut blocks);
        at = Sides::new(linked.left.end, linked.right.end);
        let block = Sides::new(
            paragraphs.left.tracks(&linked.left),
            paragraphs.right.tracks(&linked.right),
        );
        let is_pair = linked.left.len() == 1 && linked.right.len() == 1;
        let is_kept = |&at: &usize| list[at].fate == Fate::Kept || list[at].is_break;
        let is_same = is_pair && block.left.iter().chain(&block.right).all(is_kept);
        match (is_same, blocks.last_mut()) {
            (true, Some(Block::Same(count))) => *count += 1,
            (true, _) => blocks.push(Block::Same(1)),
            (false, _) => blocks.push(Block::Differs(block)),
        }
    }
    let rest = Sides::new(
        at.left..paragraphs.left.all.len(),
        at.right..paragraphs.right.all.len(),
    );
    unlinked(&paragraphs, rest, &mut blocks);
    blocks
}

/// The paragraphs of one side.
struct Paragraphs {
    /// The tracks of each, as indices; the one that ends it is the last.
    all: Vec<Vec<usize>>,
    /// Whether all words of each moved.
    moved: Vec<bool>,
}

impl Paragraphs {
    fn new(list: &[Track], side: Side) -> Self {
        let own = list.iter().enumerate();
        let own: Vec<usize> = own
            .filter(|(_, track)| track.fate.is_on(side))
            .map(|(at, _)| at)
            .collect();
        let all: Vec<Vec<usize>> = own
            .split_inclusive(|&at| list[at].is_break)
            .map(<[usize]>::to_vec)
            .collect();
        let has_moved = |tracks: &Vec<usize>| {
            let mut words = tracks.iter().filter(|&&at| !list[at].is_break);
            words.all(|&at| list[at].moved.is_some())
        };
        let moved = all.iter().map(has_moved).collect();
        Self { all, moved }
    }

    fn tracks(&self, range: &Range<usize>) -> Vec<usize> {
        self.all[range.clone()].concat()
    }

    /// The first paragraph of a range, if it moved.
    fn moved(&self, range: &Range<usize>) -> Range<usize> {
        let is_moved = !range.is_empty() && self.moved[range.start];
        range.start..range.start + usize::from(is_moved)
    }

    /// The paragraphs at the start of a range that did not move.
    fn in_place(&self, range: &Range<usize>) -> Range<usize> {
        let run = self.moved[range.clone()]
            .iter()
            .take_while(|moved| !**moved);
        range.start..range.start + run.count()
    }
}

/// The paragraphs that have something in common, in order.
fn linked(list: &[Track], paragraphs: &Sides<Paragraphs>) -> Vec<Sides<Range<usize>>> {
    let place = paragraphs.as_ref().map(|paragraphs| {
        let mut place = vec![None; list.len()];
        for (number, tracks) in paragraphs.all.iter().enumerate() {
            for &at in tracks {
                place[at] = Some(number);
            }
        }
        place
    });
    let mut found: Vec<Sides<Range<usize>>> = Vec::new();
    for (at, track) in list.iter().enumerate() {
        let (Some(left), Some(right)) = (place.left[at], place.right[at]) else {
            continue;
        };
        if track.is_break {
            continue;
        }
        match found.last_mut() {
            Some(last) if left < last.left.end || right < last.right.end => {
                last.left.end = last.left.end.max(left + 1);
                last.right.end = last.right.end.max(right + 1);
            }
            _ => found.push(Sides::new(left..left + 1, right..right + 1)),
        }
    }
    found
}

/// Adds the blocks of paragraphs that have nothing in common: each that moved alone, the others beside each other.
fn unlinked(paragraphs: &Sides<Paragraphs>, gap: Sides<Range<usize>>, to: &mut Vec<Block>) {
    let Sides { left, right } = paragraphs;
    let (mut of_left, mut of_right) = (gap.left, gap.right);
    while !of_left.is_empty() || !of_right.is_empty() {
        let mut block = Sides::new(left.moved(&of_left), of_right.start..of_right.start);
        if block.left.is_empty() {
            block.right = right.moved(&of_right);
        }
        if block.left.is_empty() && block.right.is_empty() {
            block = Sides::new(left.in_place(&of_left), right.in_place(&of_right));
        }
        (of_left.start, of_right.start) = (block.left.end, block.right.end);
        to.push(Block::Differs(Sides::new(
            left.tracks(&block.left),
            right.tracks(&block.right),
        )));
    }
}
