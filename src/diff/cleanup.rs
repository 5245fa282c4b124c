//! From pairs of tokens to the edits a reader sees.

use std::ops::Range;

use super::tokens::{DiffToken, TokenPair};
use crate::{
    document::{Document, Token, TokenKind},
    language,
    span::Sides,
};

/// An edit is split at a word that faces another form of itself only if one of the parts has so many
/// more tokens on one side than on the other: then that part is something added or left out. By measurement on
/// hand-marked edits.
const SPLIT: usize = 5;

/// Slides what only one side has to where a reader would see it. "one, [two,] three" and "one[, two],
/// three" are the same edit; the one that starts after a mark or ends in one is easier to read.
#[inline(never)]
pub(super) fn slide(left: &[DiffToken<'_>], right: &[DiffToken<'_>], pairs: &mut [TokenPair]) {
    for at in 1..=pairs.len() {
        let before = pairs[at - 1];
        let next = pairs
            .get(at)
            .map_or((left.len(), right.len()), |p| (p.left, p.right));
        let gap = (next.0 - before.left - 1, next.1 - before.right - 1);
        match gap {
            (1.., 0) => slide_one(left, at, pairs, |p| &mut p.left),
            (0, 1..) => slide_one(right, at, pairs, |p| &mut p.right),
            _ => {}
        }
    }
}

/// Moves the gap before the pair `at` towards the start as long as the tokens allow it, and leaves it
/// at the best place.
fn slide_one(
    tokens: &[DiffToken<'_>],
    at: usize,
    pairs: &mut [TokenPair],
    side: impl Fn(&mut TokenPair) -> &mut usize,
) {
    let end = pairs.get_mut(at).map_or(tokens.len(), |p| *side(p));
    let start = *side(&mut pairs[at - 1]) + 1;
    let (mut best, mut best_by) = (place(tokens, start..end), 0);
    for by in 1..=at {
        let before = pairs[at - by];
        let mut here = before;
        let joined = by == 1 || {
            let after = pairs[at - by + 1];
            after.left == before.left + 1 && after.right == before.right + 1
        };
        if !before.equal || !joined || !tokens[*side(&mut here)].same(&tokens[end - by]) {
            break;
        }
        let worth = place(tokens, start - by..end - by);
        if worth > best {
            (best, best_by) = (worth, by);
        }
    }
    for pair in &mut pairs[at - best_by..at] {
        *side(pair) += end - start;
    }
}

/// How good a place for an edit this is: whole clauses with the mark that ends them, brackets with what
/// is between them.
fn place(tokens: &[DiffToken<'_>], edit: Range<usize>) -> i32 {
    let mark = |at: usize| tokens[at].kind == TokenKind::Punctuation;
    let begins = |at: usize, marks: &[char]| tokens[at].text.starts_with(marks);
    let opens = |at: usize| {
        let opening = |c| OPENING.contains(&c) || language::opens(c, false);
        mark(at) && tokens[at].text.starts_with(opening)
    };
    let (first, last) = (edit.start, edit.end - 1);
    let mut worth = 0;
    if opens(first) && begins(last, &CLOSING) {
        worth += 4;
    } else if begins(first, &CLOSING) || opens(last) {
        worth -= 4;
    }
    if first == 0 || begins(first - 1, &ENDS) {
        worth += 1 + i32::from(mark(last));
    } else if begins(first, &STOPS) && !mark(last) {
        worth += 2;
    } else if begins(first - 1, &STOPS) && mark(last) {
        worth += 1;
    }
    worth
}

const OPENING: [char; 3] = ['(', '[', '{'];
const CLOSING: [char; 6] = [')', ']', '}', '”', '»', '」'];
const ENDS: [char; 6] = ['.', '!', '?', '…', '。', '؟'];
const STOPS: [char; 12] = [
    '.', ',', ';', ':', '!', '?', '…', '。', '，', '、', '؟', '،',
];

/// Words that are common everywhere which in a row are a turn of phrase. By eye on reworded news.
const KEPT_PHRASE_WORDS: usize = 3;

/// The pairs without kept stretches that say nothing between two edits: a lone "with" in a sentence that was written
/// anew only happens to stand on both sides. What begins or ends both stretches stays.
pub(super) fn without_islands(
    left: &[DiffToken<'_>],
    right: &[DiffToken<'_>],
    pairs: &[TokenPair],
) -> Vec<TokenPair> {
    let joined = |a: &TokenPair, b: &TokenPair| {
        a.equal && b.equal && (b.left, b.right) == (a.left + 1, a.right + 1)
    };
    let stays = |run: &[TokenPair]| {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            return false;
        };
        !first.equal
            || (first.left, first.right) == (0, 0)
            || (last.left + 1, last.right + 1) == (left.len(), right.len())
            || run
                .iter()
                .any(|pair| left[pair.left].says_something() || right[pair.right].says_something())
            || run.len() >= KEPT_PHRASE_WORDS
    };
    let runs = pairs.chunk_by(joined).filter(|run| stays(run));
    runs.flatten().copied().collect()
}

/// The edits: all that is not kept to the letter, in order, disjoint, not empty.
#[inline(never)]
pub(super) fn blocks(
    left: &[DiffToken<'_>],
    right: &[DiffToken<'_>],
    pairs: &[TokenPair],
) -> Vec<Sides<Range<usize>>> {
    let mut blocks = Vec::new();
    let stretches = Sides::new(left, right);
    let mut from = (0, 0);
    let mut inside: Vec<TokenPair> = Vec::new();
    let end = TokenPair {
        left: left.len(),
        right: right.len(),
        equal: true,
    };
    for pair in pairs.iter().chain([&end]) {
        if !pair.equal {
            inside.push(*pair);
            continue;
        }
        let near = inside
            .drain(..)
            .filter(|p| left[p.left].is_variant_of(&right[p.right]));
        let gap = Sides::new(from.0..pair.left, from.1..pair.right);
        if !gap.left.is_empty() || !gap.right.is_empty() {
            split(gap, &stretches, near, &mut blocks);
        }
        let kept = left.get(pair.left).zip(right.get(pair.right));
        let next = (pair.left + 1, pair.right + 1);
        let follows = from == (pair.left, pair.right) && pair.left > 0;
        if follows && kept.is_some_and(|(a, b)| a.goes_on != b.goes_on) {
            join_last(&mut blocks, next);
        } else if kept.is_some_and(|(a, b)| a.goes_on != b.goes_on && a.text != b.text)
            && let Some(last) = blocks.last_mut()
            && (last.left.end, last.right.end) == (pair.left, pair.right)
        {
            // The hyphen of a compound and the capital behind it go together.
            (last.left.end, last.right.end) = next;
        } else if kept.is_some_and(|(a, b)| a.text != b.text) {
            blocks.push(Sides::new(pair.left..next.0, pair.right..next.1));
        }
        from = next;
    }
    blocks
}

/// Takes the rest of a number into the edit that changes a part of it: `35 000` is one number. Edits as tokens of the
/// texts.
#[inline(never)]
pub(super) fn take_in_figures(
    documents: &Sides<Document<'_>>,
    edits: &mut Vec<Sides<Range<usize>>>,
) {
    let Sides { left, right } = documents;
    for edit in edits
        .iter_mut()
        .filter(|edit| !edit.left.is_empty() && !edit.right.is_empty())
    {
        let groups = |document: &Document<'_>, at: usize| {
            let before = (0..=at)
                .rev()
                .take_while(|&at| is_group(document, at))
                .count();
            (before > 0).then_some(before)
        };
        if let Some(before) = groups(left, edit.left.start)
            && Some(before) == groups(right, edit.right.start)
        {
            edit.left.start -= before;
            edit.right.start -= before;
        }
        while is_group(left, edit.left.end) && is_group(right, edit.right.end) {
            edit.left.end += 1;
            edit.right.end += 1;
        }
    }
    edits.dedup_by(|next, last| {
        // As many tokens are taken in on both sides: they overlap on both or on none.
        let one = next.left.start < last.left.end;
        if one {
            last.left.end = last.left.end.max(next.left.end);
            last.right.end = last.right.end.max(next.right.end);
        }
        one
    });
}

/// Whether a token is three figures that go on with the number of the token before: the thousands of `35 000`.
#[inline(never)]
fn is_group(document: &Document<'_>, at: usize) -> bool {
    let Some([before, token]) = at
        .checked_sub(1)
        .and_then(|last| document.tokens.get(last..=at))
    else {
        return false;
    };
    let text = |from: u32, to: u32| &document.text[from as usize..to as usize];
    let figures = |token: &Token| {
        let text = text(token.span.start, token.span.end);
        let plain =
            token.kind == TokenKind::Number && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then_some(text.len())
    };
    let gap = text(before.span.end, token.span.start);
    figures(token) == Some(3)
        && figures(before).is_some_and(|len| len <= 3)
        && matches!(gap, " " | "\u{A0}" | "\u{202F}" | "\u{2009}")
}

/// Two words that one side writes together and the other apart are one edit of writing, with all that belongs to it.
/// `end` is behind the second.
fn join_last(blocks: &mut Vec<Sides<Range<usize>>>, end: (usize, usize)) {
    match blocks.last_mut() {
        Some(last) if (last.left.end + 1, last.right.end + 1) == end => {
            (last.left.end, last.right.end) = end;
        }
        _ => blocks.push(Sides::new(end.0 - 2..end.0, end.1 - 2..end.1)),
    }
}

/// One edit, or several if it is a word in another form beside something added or left out.
fn split(
    Sides { left, right }: Sides<Range<usize>>,
    tokens: &Sides<&[DiffToken<'_>]>,
    near: impl Iterator<Item = TokenPair>,
    blocks: &mut Vec<Sides<Range<usize>>>,
) {
    let uneven = |l: &Range<usize>, r: &Range<usize>| l.len().abs_diff(r.len()) >= SPLIT;
    let (mut l, mut r) = (left.start, right.start);
    let mut push = |l: Range<usize>, r: Range<usize>| {
        if l.is_empty() && r.is_empty() {
            return;
        }
        if unrelated(
            words(&tokens.left[l.clone()]),
            words(&tokens.right[r.clone()]),
        ) {
            blocks.push(Sides::new(l.clone(), r.start..r.start));
            blocks.push(Sides::new(l.end..l.end, r));
        } else {
            blocks.push(Sides::new(l, r));
        }
    };
    // Where the words in another form that are not yet in an edit begin.
    let mut pending = (l, r);
    for pair in near {
        if uneven(&(pending.0..pair.left), &(pending.1..pair.right)) {
            push(l..pending.0, r..pending.1);
            push(pending.0..pair.left, pending.1..pair.right);
            (l, r) = (pair.left, pair.right);
        }
        pending = (pair.left + 1, pair.right + 1);
    }
    if uneven(&(pending.0..left.end), &(pending.1..right.end)) {
        push(l..pending.0, r..pending.1);
        (l, r) = pending;
    }
    push(l..left.end, r..right.end);
}

/// Words on each side from which two stretches without a word in common are not one for the other ...
const UNRELATED_WORDS: usize = 6;
/// ... and how many times as many words, and so many more, one of them must have. By measurement on hand-marked edits.
const UNEVEN_FACTOR: usize = 6;
const UNEVEN_WORDS: usize = 3;

/// Whether two stretches without a word in common are too long, or too uneven, for one to stand for
/// the other: then the one is left out and the other added. Otherwise a value was replaced.
fn unrelated(left: usize, right: usize) -> bool {
    let (few, many) = (left.min(right), left.max(right));
    few > 0 && (few >= UNRELATED_WORDS || many >= UNEVEN_FACTOR * few + UNEVEN_WORDS)
}

/// How many words some tokens are, marks aside: "2018-08-05" is a value of three, several characters of a script without
/// spaces are one. Marks alone are one.
fn words(tokens: &[DiffToken<'_>]) -> usize {
    let is_word = |token: &&DiffToken<'_>| token.kind != TokenKind::Punctuation;
    let words = tokens.iter().filter(is_word);
    let quarters: usize = words.map(|token| usize::from(token.quarters)).sum();
    quarters.div_ceil(4).max(usize::from(!tokens.is_empty()))
}
