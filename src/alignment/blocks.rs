//! Edits as blocks of tokens: which words stand in them, and what is left of them.

use std::ops::Range;

use super::{Move, settle::is_word};
use crate::{
    diff::{Change, Differ},
    document::Document,
    sorting,
    span::{Side, Sides, Span},
};

/// A range of tokens on each side.
pub(super) type Tokens = Sides<Range<usize>>;

/// Blocks that no longer face each other become one with the blocks that they touch; whether each has such a part.
pub(super) fn merge_broken(blocks: Vec<(Tokens, bool)>) -> Vec<(Tokens, bool)> {
    let mut merged: Vec<(Tokens, bool)> = Vec::with_capacity(blocks.len());
    for (block, broken) in blocks {
        match merged.last_mut() {
            Some((last, known))
                if (*known || broken)
                    && last.left.end == block.left.start
                    && last.right.end == block.right.start =>
            {
                (last.left.end, last.right.end) = (block.left.end, block.right.end);
                *known |= broken;
            }
            _ => merged.push((block, broken)),
        }
    }
    merged
}

/// What is left of both sides of a block, the first part with the first, and so on.
pub(super) fn in_step(block: &Tokens, rest: &Sides<Vec<Range<usize>>>) -> Vec<Tokens> {
    let mut at = Sides::new(block.left.start, block.right.start);
    let next = |ranges: &[Range<usize>], part: usize, at: &mut usize| {
        let range = ranges.get(part).cloned().unwrap_or(*at..*at);
        *at = range.end;
        range
    };
    let parts = 0..rest.left.len().max(rest.right.len());
    parts
        .map(|part| {
            Sides::new(
                next(&rest.left, part, &mut at.left),
                next(&rest.right, part, &mut at.right),
            )
        })
        .collect()
}

/// Stretches of one side that moved, in order.
#[derive(Default)]
pub(super) struct Gone(Vec<Span>);

impl Gone {
    pub(super) fn new(side: Side, moves: &[&Move]) -> Self {
        let mut spans: Vec<Span> = moves
            .iter()
            .filter_map(|one| *one.spans.get(side))
            .collect();
        sorting::by_key(&mut spans, |span| {
            sorting::key([0, 0, span.start as usize, span.end as usize])
        });
        Self(spans)
    }

    /// Whether a token stands in one.
    pub(super) fn has(&self, document: &Document<'_>, token: usize) -> bool {
        let span = document.tokens[token].span;
        let next = self.0.partition_point(|gone| gone.end <= span.start);
        self.0.get(next).is_some_and(|gone| gone.overlaps(span))
    }

    /// The tokens of a range that stand in none, as ranges.
    pub(super) fn rest(&self, document: &Document<'_>, tokens: &Range<usize>) -> Vec<Range<usize>> {
        let mut rest: Vec<Range<usize>> = Vec::new();
        for at in tokens.clone().filter(|&at| !self.has(document, at)) {
            match rest.last_mut() {
                Some(last) if last.end == at => last.end += 1,
                _ => rest.push(at..at + 1),
            }
        }
        rest
    }
}

/// Which tokens stand in edits that change words.
pub(super) struct InEdits {
    blocks: Vec<Tokens>,
}

impl InEdits {
    pub(super) fn new(differ: &Differ<'_, '_>, changes: &[Change]) -> Self {
        let changes = changes.iter().filter(|change| !differ.is_writing(change));
        Self {
            blocks: changes.map(|change| differ.block(change)).collect(),
        }
    }

    /// The stretches of a range of words that stand in one.
    pub(super) fn stretches(
        &self,
        document: &Document<'_>,
        side: Side,
        words: Range<usize>,
    ) -> Vec<Range<usize>> {
        let mut stretches: Vec<Range<usize>> = Vec::new();
        let mut block = words.clone().next().map_or(0, |word| {
            let token = document.words[word] as usize;
            self.blocks
                .partition_point(|block| block.get(side).end <= token)
        });
        for word in words {
            let token = document.words[word] as usize;
            while self
                .blocks
                .get(block)
                .is_some_and(|next| next.get(side).end <= token)
            {
                block += 1;
            }
            let inside = self
                .blocks
                .get(block)
                .is_some_and(|next| next.get(side).contains(&token));
            match stretches.last_mut() {
                _ if !inside => {}
                Some(last) if last.end == word => last.end += 1,
                _ => stretches.push(word..word + 1),
            }
        }
        stretches
    }

    /// Whether all words of a stretch stand in edits, on both sides.
    pub(super) fn hold(&self, documents: &Sides<Document<'_>>, stretch: &Tokens) -> bool {
        Side::BOTH.into_iter().all(|side| {
            let tokens = stretch.get(side);
            let words = tokens
                .clone()
                .filter(|&at| is_word(documents.get(side), at));
            self.words(documents, side, tokens) == words.count()
        })
    }

    /// How many words of a range of tokens stand in one.
    pub(super) fn words(
        &self,
        documents: &Sides<Document<'_>>,
        side: Side,
        tokens: &Range<usize>,
    ) -> usize {
        let first = self
            .blocks
            .partition_point(|block| block.get(side).end <= tokens.start);
        let near = self.blocks[first..].iter().map(|block| block.get(side));
        let near = near.take_while(|block| block.start < tokens.end);
        let inside = near.flat_map(|block| meet(block, tokens));
        inside
            .filter(|&at| is_word(documents.get(side), at))
            .count()
    }
}

/// What two ranges have in common.
pub(super) fn meet(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    let (start, end) = (a.start.max(b.start), a.end.min(b.end));
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_that_no_longer_face_each_other_join_what_they_touch() {
        let block =
            |start: usize, end: usize, broken: bool| (Sides::new(start..end, start..end), broken);
        let merged = |blocks: Vec<(Tokens, bool)>| {
            let merged = merge_broken(blocks).into_iter();
            merged
                .map(|(block, _)| (block.left.start, block.left.end))
                .collect::<Vec<_>>()
        };
        let (whole, broken) = (false, true);
        assert_eq!(
            merged(vec![block(0, 1, whole), block(1, 2, whole)]),
            [(0, 1), (1, 2)]
        );
        assert_eq!(
            merged(vec![block(0, 1, broken), block(1, 2, whole)]),
            [(0, 2)]
        );
        assert_eq!(
            merged(vec![block(0, 1, whole), block(1, 2, broken)]),
            [(0, 2)]
        );
        assert_eq!(
            merged(vec![block(0, 1, broken), block(2, 3, broken)]),
            [(0, 1), (2, 3)]
        );
        let three = vec![block(0, 1, whole), block(1, 2, broken), block(2, 3, whole)];
        assert_eq!(merged(three), [(0, 3)]);
        let one_side = vec![
            (Sides::new(0..1, 0..1), broken),
            (Sides::new(1..2, 3..4), broken),
        ];
        assert_eq!(merged(one_side), [(0, 1), (1, 2)]);
    }
}
