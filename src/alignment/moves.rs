//! Words that face each other in different places.
//!
//! A clause that stands before the quotation on one side and after it on the other was not deleted and inserted: it
//! moved. The edits of a row leave out a passage of the same words that moved inside it; of everything else that moved
//! they delete the one end and insert the other.

use std::{ops::Range, rc::Rc};

use super::{
    Move, anchors,
    backbone::Backbone,
    blocks::{Gone, InEdits, Tokens, in_step, meet, merge_broken},
    settle::is_word,
};
use crate::{
    chain::{self, Link},
    diff::{Change, Differ, Edits, LinkKind},
    document::Document,
    passages::{Grade, Passage, Verdicts},
    sorting,
    span::{Side, Sides, Span},
};

/// A passage that is not word for word moved if more than this share of its words in a row stands in edits.
/// By eye on news reports.
const IN_EDITS: f64 = 0.4;

/// Words in another order that moved together, at least: fewer are a turn of phrase. By eye on news reports.
const TOGETHER: usize = 3;

/// The edits of one row, and what moved.
pub(super) struct RowEdits {
    pub(super) edits: Rc<Edits>,
    pub(super) changes: Vec<Change>,
    pub(super) moves: Vec<Move>,
}

impl RowEdits {
    /// Edits of which nothing moved.
    fn plain(edits: Rc<Edits>) -> Self {
        Self {
            changes: edits.changes.clone(),
            edits,
            moves: Vec::new(),
        }
    }
}

/// What edits are found from.
pub(super) struct Editor<'e, 'd, 't> {
    pub(super) documents: &'d Sides<Document<'t>>,
    pub(super) passages: &'e [Passage],
    pub(super) backbone: &'e Backbone,
    pub(super) verdicts: &'e Verdicts,
}

/// The part of a passage that stands in a row: words, and the tokens from the first to the last of them.
struct Part {
    passage: usize,
    words: Tokens,
    tokens: Sides<Option<Range<usize>>>,
}

impl Editor<'_, '_, '_> {
    /// The edits of a row, given its tokens and the passages with a word in it.
    #[inline(never)]
    pub(super) fn edit(
        &self,
        differ: &mut Differ<'_, '_>,
        row: &Tokens,
        words: &Tokens,
        passages: &[usize],
    ) -> RowEdits {
        let edits = differ.between(row.clone());
        if edits.changes.is_empty() && self.verdicts.refused().is_empty() {
            return RowEdits::plain(edits);
        }
        let counting = passages.iter().filter(|&&at| self.may_move(at));
        let parts: Vec<Part> = counting.map(|&at| self.part(at, words)).collect();
        let mut edits = match self.anchored(differ, row, &edits, &parts) {
            Some(anchored) => Rc::new(anchored),
            None => edits,
        };
        if let Some(allowed) = self.without_refused(differ, row, words, &edits) {
            edits = Rc::new(allowed);
        }
        if let Some(allowed) = self.without_copies(differ, row, &edits, &parts) {
            edits = Rc::new(allowed);
        }
        let moves = self.moves(differ, &edits, &parts, words, passages);
        if moves.is_empty() {
            return RowEdits::plain(edits);
        }
        let apart: Vec<&Move> = moves
            .iter()
            .filter(|one| one.is_apart(self.passages))
            .collect();
        if apart.is_empty() {
            return RowEdits {
                changes: edits.changes.clone(),
                edits,
                moves,
            };
        }
        let gone = Sides::new(Side::Left, Side::Right).map(|side| Gone::new(side, &apart));
        let is_broken = |pair: &Sides<usize>| {
            let gone = |side: Side| {
                gone.get(side)
                    .has(self.documents.get(side), *pair.get(side))
            };
            gone(Side::Left) || gone(Side::Right)
        };
        let changes = self.rewritten(differ, row, &edits.changes, &is_broken, &gone);
        RowEdits {
            edits,
            changes,
            moves,
        }
    }

    /// Whether a passage may stand in edits of a row as a whole: one that counts and is word for word the same, or that
    /// crosses the backbone.
    fn may_move(&self, at: usize) -> bool {
        let passage = &self.passages[at];
        passage.is_shared()
            && (passage.grade == Grade::Verbatim || self.backbone.crosses(&passage.words))
    }

    fn part(&self, passage: usize, row: &Tokens) -> Part {
        let of = &self.passages[passage].words;
        let words = Sides::new(meet(&of.left, &row.left), meet(&of.right, &row.right));
        let tokens =
            Sides::new(Side::Left, Side::Right).map(|side| self.tokens_of(side, words.get(side)));
        Part {
            passage,
            words,
            tokens,
        }
    }

    fn tokens_of(&self, side: Side, words: &Range<usize>) -> Option<Range<usize>> {
        let document = self.documents.get(side);
        let token = |word: usize| document.words[word] as usize;
        (!words.is_empty()).then(|| token(words.start)..token(words.end - 1) + 1)
    }

    /// The words of a part that face each other one by one, for a passage that is word for word the same.
    fn same_words(&self, part: &Part) -> Option<Tokens> {
        let passage = &self.passages[part.passage];
        if passage.grade != Grade::Verbatim {
            return None;
        }
        let offset = |side: Side| {
            let (all, own) = (passage.words.get(side), part.words.get(side));
            own.start - all.start..own.end - all.start
        };
        if part.words.left.is_empty() || part.words.right.is_empty() {
            return None;
        }
        let both = meet(&offset(Side::Left), &offset(Side::Right));
        let Sides { left, right } = &passage.words;
        (!both.is_empty()).then(|| {
            Sides::new(
                left.start + both.start..left.start + both.end,
                right.start + both.start..right.start + both.end,
            )
        })
    }

    /// The edits that keep passages of the same words, if those that were found cut into one: along the heaviest chain of
    /// these passages.
    #[inline(never)]
    fn anchored(
        &self,
        differ: &mut Differ<'_, '_>,
        row: &Tokens,
        edits: &Edits,
        parts: &[Part],
    ) -> Option<Edits> {
        let same: Vec<Tokens> = parts
            .iter()
            .filter_map(|part| self.same_words(part))
            .flat_map(|words| anchors::stretches(self.documents, &words))
            .collect();
        if same.is_empty() {
            return None;
        }
        let in_edits = InEdits::new(differ, &edits.changes);
        let cut = |words: &Tokens| {
            Side::BOTH.into_iter().any(|side| {
                let tokens = self.tokens_of(side, words.get(side));
                tokens.is_some_and(|tokens| in_edits.words(self.documents, side, &tokens) > 0)
            })
        };
        if !same.iter().any(cut) {
            return None;
        }
        let links: Vec<Link> = same
            .into_iter()
            .map(|at| Link {
                weight: at.left.len() as u64,
                at,
            })
            .collect();
        let anchors = chain::heaviest(&links).into_iter().filter_map(|at| {
            let words = &links[at].at;
            Some(Sides::new(
                self.tokens_of(Side::Left, &words.left)?,
                self.tokens_of(Side::Right, &words.right)?,
            ))
        });
        let anchors: Vec<Tokens> = anchors.collect();
        Some(differ.through(row, &anchors))
    }

    /// The edits in which no word of a refused pair faces another of it, if any does.
    fn without_refused(
        &self,
        differ: &Differ<'_, '_>,
        row: &Tokens,
        words: &Tokens,
        edits: &Edits,
    ) -> Option<Edits> {
        if self.verdicts.refused().is_empty() {
            return None;
        }
        let refused: Vec<Tokens> = self
            .verdicts
            .refused()
            .iter()
            .filter_map(|pair| {
                Some(Sides::new(
                    self.tokens_of(Side::Left, &meet(&pair.left, &words.left))?,
                    self.tokens_of(Side::Right, &meet(&pair.right, &words.right))?,
                ))
            })
            .collect();
        let is_refused = |pair: &Sides<usize>| {
            let holds =
                |one: &Tokens| one.left.contains(&pair.left) && one.right.contains(&pair.right);
            refused.iter().any(holds)
        };
        self.without(differ, row, edits, &is_refused)
    }

    /// The edits in which no word of a passage that is word for word the same faces a copy of its counterpart, where that
    /// stands in this row, too.
    #[inline(never)]
    fn without_copies(
        &self,
        differ: &Differ<'_, '_>,
        row: &Tokens,
        edits: &Edits,
        parts: &[Part],
    ) -> Option<Edits> {
        let same: Vec<Tokens> = parts
            .iter()
            .filter_map(|part| self.same_words(part))
            .collect();
        if same.is_empty() {
            return None;
        }
        let in_edits = InEdits::new(differ, &edits.changes);
        let edited = |side: Side, words: &Tokens| {
            let words = words.get(side).clone();
            let stretches = in_edits.stretches(self.documents.get(side), side, words.clone());
            let from_start = |one: Range<usize>| one.start - words.start..one.end - words.start;
            stretches.into_iter().map(from_start).collect::<Vec<_>>()
        };
        let torn = |words: &Tokens| edited(Side::Left, words) != edited(Side::Right, words);
        let torn: Vec<Tokens> = same.into_iter().filter(torn).collect();
        let place = |side: Side, token: usize, words: &Tokens| {
            let at = self
                .documents
                .get(side)
                .words
                .binary_search(&(token as u32))
                .ok()?;
            let words = words.get(side);
            words.contains(&at).then(|| at - words.start)
        };
        let is_copy = |pair: &Sides<usize>| {
            torn.iter().any(|words| {
                place(Side::Left, pair.left, words) != place(Side::Right, pair.right, words)
            })
        };
        if torn.is_empty() {
            return None;
        }
        self.without(differ, row, edits, &is_copy)
    }

    /// The edits in which pairs of tokens that faced each other no longer do, if there are any.
    fn without(
        &self,
        differ: &Differ<'_, '_>,
        row: &Tokens,
        edits: &Edits,
        is_broken: &dyn Fn(&Sides<usize>) -> bool,
    ) -> Option<Edits> {
        let kept = differ.kept(row, &edits.changes);
        let mut changes = edits.changes.iter();
        if !kept.iter().any(is_broken)
            && !changes.any(|change| is_broken_writing(differ, change, is_broken))
        {
            return None;
        }
        let left = kept.iter().filter(|pair| !is_broken(pair));
        let words = left.filter(|pair| is_word(&self.documents.left, pair.left));
        let links = edits.links.iter().copied();
        Some(Edits {
            kept: words.count(),
            links: links.filter(|one| !is_broken(&one.tokens)).collect(),
            changes: self.rewritten(differ, row, &edits.changes, is_broken, &Sides::default()),
        })
    }

    /// What moved: parts of passages whose words stand in edits here, and words that face each other in another order.
    #[inline(never)]
    fn moves(
        &self,
        differ: &Differ<'_, '_>,
        edits: &Edits,
        parts: &[Part],
        words: &Tokens,
        passages: &[usize],
    ) -> Vec<Move> {
        let together = self.moved_together(differ, edits);
        if parts.is_empty() && together.is_empty() {
            return Vec::new();
        }
        let in_edits = InEdits::new(differ, &edits.changes);
        let parted = parts
            .iter()
            .flat_map(|part| self.moved_part(&in_edits, part));
        let mut moves: Vec<Move> = parted.collect();
        for stretch in together
            .into_iter()
            .filter(|one| in_edits.hold(self.documents, one))
        {
            let spans = self.spans(&stretch.as_ref().map(|range| Some(range.clone())));
            let meets = |one: &Move| {
                Side::BOTH.into_iter().any(|side| {
                    let (own, other) = (one.spans.get(side), spans.get(side));
                    own.zip(*other)
                        .is_some_and(|(own, other)| own.overlaps(other))
                })
            };
            if !moves.iter().any(meets) {
                let holds_it = |&&at: &&usize| {
                    self.passages[at].is_shared() && holds(&self.part(at, words).tokens, &stretch)
                };
                let passage = passages.iter().find(holds_it).copied();
                moves.push(Move { spans, passage });
            }
        }
        sorting::by_key(&mut moves, Move::place);
        moves
    }

    /// The stretches of a part of a passage that moved: its words that stand in edits.
    fn moved_part(&self, in_edits: &InEdits, part: &Part) -> Vec<Move> {
        let passage = &self.passages[part.passage];
        let verbatim = passage.grade == Grade::Verbatim;
        if !verbatim && !self.backbone.crosses(&passage.words) {
            return Vec::new();
        }
        let edited = Sides::new(Side::Left, Side::Right).map(|side| {
            let words = part.words.get(side).clone();
            in_edits.stretches(self.documents.get(side), side, words)
        });
        let has_moved = |side: Side| {
            let words = part.words.get(side).len();
            let count: usize = edited.get(side).iter().map(Range::len).sum();
            words == 0 || count as f64 > IN_EDITS * words as f64
        };
        if !verbatim && !Side::BOTH.into_iter().all(has_moved) {
            return Vec::new();
        }
        let starts = Sides::new(passage.words.left.start, passage.words.right.start);
        let pairs = if verbatim {
            by_offset(&edited, &starts)
        } else {
            in_pairs(edited)
        };
        let moves = pairs.into_iter().map(|words| {
            let tokens = Sides::new(Side::Left, Side::Right).map(|side| {
                let words = words.get(side).as_ref()?;
                self.tokens_of(side, words)
            });
            Move {
                spans: self.spans(&tokens),
                passage: Some(part.passage),
            }
        });
        moves.collect()
    }

    /// Stretches of words that face each other one by one in another order than the rest.
    #[inline(never)]
    fn moved_together(&self, differ: &Differ<'_, '_>, edits: &Edits) -> Vec<Tokens> {
        let mut stretches: Vec<Tokens> = Vec::new();
        let moved = edits
            .links
            .iter()
            .filter(|link| link.kind == LinkKind::Moved);
        for pair in moved.map(|link| link.tokens) {
            match stretches.last_mut() {
                Some(last) if self.goes_on(last, &pair) => {
                    (last.left.end, last.right.end) = (pair.left + 1, pair.right + 1);
                }
                _ => stretches.push(Sides::new(
                    pair.left..pair.left + 1,
                    pair.right..pair.right + 1,
                )),
            }
        }
        let words = |range: &Range<usize>| {
            let tokens = range.clone();
            tokens
                .filter(|&at| is_word(&self.documents.left, at))
                .count()
        };
        stretches.retain(|stretch| {
            words(&stretch.left) >= TOGETHER
                && stretch.left.clone().any(|at| differ.says(Side::Left, at))
        });
        disjoint(stretches)
    }

    /// Whether a pair of tokens is the next of a stretch on both sides, with the same marks between.
    fn goes_on(&self, last: &Tokens, pair: &Sides<usize>) -> bool {
        let Sides { left, right } = self.documents;
        let (l, r) = (last.left.end..pair.left, last.right.end..pair.right);
        let text = |document: &Document<'_>, at: usize| {
            document.text[document.tokens[at].span.range()].to_owned()
        };
        last.left.end <= pair.left
            && last.right.end <= pair.right
            && l.len() == r.len()
            && l.zip(r)
                .all(|(l, r)| !is_word(left, l) && text(left, l) == text(right, r))
    }

    fn spans(&self, tokens: &Sides<Option<Range<usize>>>) -> Sides<Option<Span>> {
        Sides::new(Side::Left, Side::Right).map(|side| {
            let range = tokens.get(side).as_ref()?;
            let tokens = &self.documents.get(side).tokens;
            Some(tokens[range.start].span.to(tokens[range.end - 1].span))
        })
    }

    /// Edits in which some tokens that faced each other no longer do, and without what is gone on each side.
    #[inline(never)]
    fn rewritten(
        &self,
        differ: &Differ<'_, '_>,
        row: &Tokens,
        changes: &[Change],
        is_broken: &dyn Fn(&Sides<usize>) -> bool,
        gone: &Sides<Gone>,
    ) -> Vec<Change> {
        let kept = differ
            .kept(row, changes)
            .into_iter()
            .filter(|pair| is_broken(pair));
        let broken =
            kept.map(|Sides { left, right }| (Sides::new(left..left + 1, right..right + 1), true));
        let blocks = changes.iter().map(|change| {
            (
                differ.block(change),
                is_broken_writing(differ, change, is_broken),
            )
        });
        let mut blocks: Vec<(Tokens, bool)> = blocks.chain(broken).collect();
        sorting::by_key(&mut blocks, |(Sides { left, right }, _)| {
            sorting::key([left.start, right.start, left.end, right.end])
        });
        let first = Sides::new(row.left.start, row.right.start);
        let blocks = merge_broken(blocks).into_iter();
        blocks
            .flat_map(|(block, broken)| {
                let rest = Sides::new(Side::Left, Side::Right).map(|side| {
                    gone.get(side)
                        .rest(self.documents.get(side), block.get(side))
                });
                let parts = in_step(&block, &rest).into_iter();
                parts.flat_map(move |part| self.parted(part, broken))
            })
            .filter_map(|part| differ.edit(part, first))
            .collect()
    }

    /// An edit, or, where both sides have the same words but must not face each other, one that deletes the left and one
    /// that inserts the right.
    fn parted(&self, part: Tokens, broken: bool) -> Vec<Tokens> {
        let key = |side: Side| move |at: usize| self.documents.get(side).tokens[at].key;
        let Sides { left, right } = &part;
        let lefts = left.clone().map(key(Side::Left));
        if !broken || left.is_empty() || !lefts.eq(right.clone().map(key(Side::Right))) {
            return vec![part];
        }
        vec![
            Sides::new(left.clone(), right.start..right.start),
            Sides::new(left.end..left.end, right.clone()),
        ]
    }
}

/// Whether an edit of how words are written joins two tokens that must not face each other.
fn is_broken_writing(
    differ: &Differ<'_, '_>,
    change: &Change,
    is_broken: &dyn Fn(&Sides<usize>) -> bool,
) -> bool {
    let Sides { left, right } = differ.block(change);
    differ.is_writing(change)
        && left
            .zip(right)
            .any(|(left, right)| is_broken(&Sides::new(left, right)))
}

/// Stretches of words on each side as pairs: those that stand in the same place of a passage together.
fn by_offset(
    stretches: &Sides<Vec<Range<usize>>>,
    starts: &Sides<usize>,
) -> Vec<Sides<Option<Range<usize>>>> {
    let on_right = |left: &Range<usize>| {
        left.start - starts.left + starts.right..left.end - starts.left + starts.right
    };
    let lefts = stretches.left.iter().map(|left| {
        let right = stretches
            .right
            .iter()
            .find(|right| **right == on_right(left));
        Sides::new(Some(left.clone()), right.cloned())
    });
    let alone =
        |right: &&Range<usize>| !stretches.left.iter().any(|left| on_right(left) == **right);
    let rights = stretches.right.iter().filter(alone);
    lefts
        .chain(rights.map(|right| Sides::new(None, Some(right.clone()))))
        .collect()
}

/// Stretches of words on each side as pairs: one and one together, others alone.
fn in_pairs(mut stretches: Sides<Vec<Range<usize>>>) -> Vec<Sides<Option<Range<usize>>>> {
    if (stretches.left.len(), stretches.right.len()) == (1, 1) {
        return vec![Sides::new(stretches.left.pop(), stretches.right.pop())];
    }
    let lefts = stretches
        .left
        .into_iter()
        .map(|left| Sides::new(Some(left), None));
    let rights = stretches
        .right
        .into_iter()
        .map(|right| Sides::new(None, Some(right)));
    lefts.chain(rights).collect()
}

/// Of stretches in left order those that meet no earlier one on the right.
fn disjoint(stretches: Vec<Tokens>) -> Vec<Tokens> {
    let mut kept: Vec<Tokens> = Vec::new();
    for stretch in stretches {
        let meets = |one: &Tokens| !meet(&one.right, &stretch.right).is_empty();
        if !kept.iter().any(meets) {
            kept.push(stretch);
        }
    }
    kept
}

/// Whether the tokens of a part hold a stretch on both sides.
fn holds(part: &Sides<Option<Range<usize>>>, stretch: &Tokens) -> bool {
    Side::BOTH.into_iter().all(|side| {
        let (part, own) = (part.get(side).as_ref(), stretch.get(side));
        part.is_some_and(|part| part.start <= own.start && own.end <= part.end)
    })
}
