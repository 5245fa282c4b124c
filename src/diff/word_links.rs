//! Which word stands for which, also where words were replaced or put in another order.

use std::ops::Range;

use super::{LinkKind, tokens::DiffToken, tokens::TokenPair};
use crate::{
    language::Languages,
    lexicon,
    sorting::{self, pack},
    words::TokenClass,
};

// Greatest lengths, in words of both sides of an edit together unless said otherwise. By measurement on sentence pairs
// with hand-made word links.

/// A phrase for which one word may stand, in words: "sat down with" for "met".
const PARAPHRASE_WORDS: usize = 6;
/// An edit in which light words, or marks, stand for each other.
const LIGHT_EDIT_WORDS: usize = 4;
/// An edit in which a light word stands for another one.
const MIXED_EDIT_WORDS: usize = 4;
/// An edit in which words that say something stand for each other.
const CONTENT_EDIT_WORDS: usize = 8;
/// An edit in which the same light word, or forms of one word, face each other.
const LIKE_EDIT_WORDS: usize = 14;

/// What faces what, as pairs of indices, ascending: kept tokens; forms of one word; words that were put
/// elsewhere; and what is left in an edit whose sides are of like length.
#[inline(never)]
pub(super) fn link_words(
    left: &[DiffToken<'_>],
    right: &[DiffToken<'_>],
    pairs: &[TokenPair],
) -> Vec<(usize, usize, LinkKind)> {
    let mut found: Vec<(usize, usize, LinkKind)> = Vec::with_capacity(pairs.len());
    let mut free = (vec![true; left.len()], vec![true; right.len()]);
    for pair in pairs {
        let how = match pair.equal {
            true => LinkKind::Equal,
            false if left[pair.left].is_variant_of(&right[pair.right]) => LinkKind::Variant,
            false => continue,
        };
        (free.0[pair.left], free.1[pair.right]) = (false, false);
        found.push((pair.left, pair.right, how));
    }
    let moved = elsewhere(left, right, &free);
    if !moved.is_empty() {
        let swapped = replaced(left.len(), right.len(), pairs);
        for (l, r) in lone(moved, &swapped) {
            (free.0[l], free.1[r]) = (false, false);
            found.push((l, r, LinkKind::Moved));
        }
    }
    let edits = edits(left.len(), right.len(), pairs);
    for (l, r) in edits.filter(|(l, r)| !l.is_empty() && !r.is_empty()) {
        let mut l: Vec<usize> = l.filter(|&at| free.0[at]).collect();
        let mut r: Vec<usize> = r.filter(|&at| free.1[at]).collect();
        let light =
            |a: &DiffToken<'_>, b: &DiffToken<'_>| a.class() == TokenClass::Light && a.same(b);
        let akin = |a: &DiffToken<'_>, b: &DiffToken<'_>| {
            (a.class(), b.class()) == (TokenClass::Content, TokenClass::Content) && a.shares_stem(b)
        };
        for (pairs, how) in [
            (
                only_ones(left, right, &l, &r, light),
                LinkKind::Substitution,
            ),
            (only_ones(left, right, &l, &r, akin), LinkKind::Variant),
        ] {
            for (a, b) in pairs {
                l.retain(|&at| at != a);
                r.retain(|&at| at != b);
                found.push((a, b, how));
            }
        }
        let phrase = l.len().min(r.len()) == 1 && l.len().max(r.len()) <= PARAPHRASE_WORDS;
        if phrase || !unrelated(l.len(), r.len()) {
            found.extend(stand_ins(left, right, &l, &r, pairs));
        }
    }
    sorting::by_key(&mut found, |&(l, r, _)| u128::from(pack(l, r)));
    found
}

/// Words on each side from which the words of an edit do not stand for each other one by one.
const ONE_BY_ONE_WORDS: usize = 5;

/// Whether the two sides of an edit are too long, or too uneven, for words of one to stand for words of the other.
fn unrelated(left: usize, right: usize) -> bool {
    let (few, many) = (left.min(right), left.max(right));
    few > 0 && (few >= ONE_BY_ONE_WORDS || many >= 4 * few + 2)
}

/// Words of an edit that are like one word of the other side, and that like no other: "the" in a rewritten phrase, which
/// is no reason to part it; "uttering" and "utterances", in whatever order.
fn only_ones(
    left: &[DiffToken<'_>],
    right: &[DiffToken<'_>],
    l: &[usize],
    r: &[usize],
    like: impl Fn(&DiffToken<'_>, &DiffToken<'_>) -> bool,
) -> Vec<(usize, usize)> {
    if l.len() + r.len() > LIKE_EDIT_WORDS {
        return Vec::new();
    }
    let pairs = l.iter().filter_map(|&a| {
        let mut rights = r.iter().copied().filter(|&b| like(&left[a], &right[b]));
        let b = rights.next()?;
        let mut lefts = l.iter().filter(|&&a| like(&left[a], &right[b]));
        let only = rights.next().is_none() && lefts.nth(1).is_none();
        only.then_some((a, b))
    });
    pairs.collect()
}

/// The pairs without those that stand alone and of which an end simply replaces one other word: in "their .. the" and
/// "a .. their" nothing moved.
fn lone(mut pairs: Vec<(usize, usize)>, replaced: &(Vec<bool>, Vec<bool>)) -> Vec<(usize, usize)> {
    pairs.sort_unstable();
    let is_pair = |l: usize, r: usize| pairs.binary_search(&(l, r)).is_ok();
    let beside = |(l, r)| is_pair(l + 1, r + 1) || l > 0 && r > 0 && is_pair(l - 1, r - 1);
    let kept = |&(l, r): &(usize, usize)| beside((l, r)) || !replaced.0[l] && !replaced.1[r];
    pairs.iter().copied().filter(kept).collect()
}

/// Which words are alone in an edit that has one word on the other side.
fn replaced(left: usize, right: usize, pairs: &[TokenPair]) -> (Vec<bool>, Vec<bool>) {
    let mut replaced = (vec![false; left], vec![false; right]);
    for (l, r) in edits(left, right, pairs) {
        if (l.len(), r.len()) == (1, 1) {
            (replaced.0[l.start], replaced.1[r.start]) = (true, true);
        }
    }
    replaced
}

/// The stretches between kept tokens.
fn edits(
    left: usize,
    right: usize,
    pairs: &[TokenPair],
) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let kept = pairs.iter().filter(|pair| pair.equal);
    let ends = kept
        .map(|pair| (pair.left, pair.right))
        .chain([(left, right)]);
    let mut from = (0, 0);
    ends.map(move |(l, r)| {
        let edit = (from.0..l, from.1..r);
        from = (l + 1, r + 1);
        edit
    })
}

/// Equal words in edits, as often on the one side as on the other, with the equal words around them.
#[inline(never)]
fn elsewhere(
    left: &[DiffToken<'_>],
    right: &[DiffToken<'_>],
    free: &(Vec<bool>, Vec<bool>),
) -> Vec<(usize, usize)> {
    let of_left = places(left, &free.0);
    if of_left.is_empty() {
        return Vec::new();
    }
    let of_right = places(right, &free.1);
    let mut seeds: Vec<(usize, usize)> = Vec::new();
    for l in of_left.chunk_by(|a, b| a.0 == b.0) {
        let from = of_right.partition_point(|place| place.0 < l[0].0);
        let r = &of_right[from..];
        if r.iter().take_while(|place| place.0 == l[0].0).count() == l.len() {
            seeds.extend(l.iter().zip(r).map(|(&(_, l), &(_, r))| (l, r)));
        }
    }
    if seeds.is_empty() {
        return seeds;
    }
    let mut open = free.clone();
    for &(l, r) in &seeds {
        (open.0[l], open.1[r]) = (false, false);
    }
    let mut found = seeds.clone();
    for (l, r) in seeds {
        let back = (1..=l.min(r)).map(|by| (l - by, r - by));
        found.extend(grown(left, right, &open, back));
        let on = (1..left.len().saturating_sub(l).min(right.len() - r)).map(|by| (l + by, r + by));
        found.extend(grown(left, right, &open, on));
    }
    sorting::by_key(&mut found, |&(l, r)| u128::from(pack(l, r)));
    found.dedup();
    undisputed(found, left.len(), right.len())
}

/// The pairs of which no word is in another one as well: two that want one word would have to be put in an order, and
/// the sides have none.
fn undisputed(mut found: Vec<(usize, usize)>, left: usize, right: usize) -> Vec<(usize, usize)> {
    let mut claims = (vec![0_u8; left], vec![0_u8; right]);
    for &(l, r) in &found {
        claims.0[l] = claims.0[l].saturating_add(1);
        claims.1[r] = claims.1[r].saturating_add(1);
    }
    found.retain(|&(l, r)| claims.0[l] == 1 && claims.1[r] == 1);
    found
}

/// The free words that say something, ascending, each with the places where it stands, in order.
fn places(tokens: &[DiffToken<'_>], free: &[bool]) -> Vec<(u64, usize)> {
    let all = tokens.iter().zip(free).enumerate();
    let says =
        |token: &DiffToken<'_>| matches!(token.class(), TokenClass::Content | TokenClass::Number);
    let mut places: Vec<(u64, usize)> = all
        .filter(|(_, (token, free))| **free && says(token))
        .map(|(at, (token, _))| (token.identity, at))
        .collect();
    sorting::by_key(&mut places, |&(identity, _)| u128::from(identity));
    places
}

/// The equal words along a way, as far as they are free.
fn grown<'p>(
    left: &'p [DiffToken<'_>],
    right: &'p [DiffToken<'_>],
    open: &'p (Vec<bool>, Vec<bool>),
    way: impl Iterator<Item = (usize, usize)> + 'p,
) -> impl Iterator<Item = (usize, usize)> + 'p {
    way.take_while(|&(l, r)| open.0[l] && open.1[r] && left[l].same(&right[r]))
}

/// What stands for what among the words of an edit that nothing else faces.
#[inline(never)]
fn stand_ins(
    left: &[DiffToken<'_>],
    right: &[DiffToken<'_>],
    l: &[usize],
    r: &[usize],
    pairs: &[TokenPair],
) -> Vec<(usize, usize, LinkKind)> {
    if l.is_empty() || r.is_empty() {
        return Vec::new();
    }
    let class = |(l, r): (usize, usize)| (left[l].class(), right[r].class());
    let stand_in = |pair: (usize, usize)| {
        let stands = left[pair.0].same(&right[pair.1]) || may_stand(class(pair), l.len(), r.len());
        stands.then_some((pair.0, pair.1, LinkKind::Substitution))
    };
    if l.len() == r.len() {
        let pairs = l.iter().copied().zip(r.iter().copied());
        return pairs.filter_map(stand_in).collect();
    }
    if let ([one], many) | (many, [one]) = (l, r)
        && many.len() <= PARAPHRASE_WORDS
    {
        let (tokens, phrase) = if l.len() == 1 {
            (left, right)
        } else {
            (right, left)
        };
        let words: Vec<&DiffToken<'_>> = many.iter().map(|&at| &phrase[at]).collect();
        let stand = in_phrase(&tokens[*one], &words);
        let standing = many.iter().zip(stand).filter(|(_, stands)| *stands);
        let pair = |(&at, _): (&usize, bool)| match l.len() {
            1 => (*one, at, LinkKind::Substitution),
            _ => (at, *one, LinkKind::Substitution),
        };
        return standing.map(pair).collect();
    }
    pairs
        .iter()
        .filter(|pair| !pair.equal && l.contains(&pair.left) && r.contains(&pair.right))
        .filter(|pair| may_stand(class((pair.left, pair.right)), l.len(), r.len()))
        .map(|pair| (pair.left, pair.right, LinkKind::Substitution))
        .collect()
}

/// Which words of a phrase stand for the one word on the other side. For a word that says something all of them
/// do: "playing" for "portraying the role of". For a light one those that are light, but for a verb with its
/// particle: "of" for "given to". Words joined by "and" are no one word.
fn in_phrase(one: &DiffToken<'_>, many: &[&DiffToken<'_>]) -> Vec<bool> {
    let all =
        |stand: &dyn Fn(&DiffToken<'_>) -> bool| many.iter().map(|word| stand(word)).collect();
    let joined = many
        .iter()
        .any(|word| lexicon::is_conjunction(word.text, word.languages));
    if joined && one.class() == TokenClass::Content {
        return all(&|_| false);
    }
    if many.iter().any(|word| word.says_as(one)) {
        return all(&|word| word.says_as(one));
    }
    let says = one.class() == TokenClass::Content
        && many.iter().any(|word| word.class() == TokenClass::Content);
    let particle = one.class() == TokenClass::Light
        && matches!(many, [verb, particle]
            if verb.class() == TokenClass::Content && particle.class() == TokenClass::Light);
    let alike = |word: &DiffToken<'_>| word.class() == one.class();
    if says || particle || !many.iter().any(|word| alike(word)) {
        return all(&|word| {
            (word.class() == TokenClass::Mark) == (one.class() == TokenClass::Mark)
        });
    }
    all(&|word| alike(word) && !is_odd_article(one, word))
}

/// Whether one of two words is an article and the other stands in no place of one: "the" for "to".
fn is_odd_article(a: &DiffToken<'_>, b: &DiffToken<'_>) -> bool {
    let is =
        |ask: fn(&str, Languages) -> bool| (ask(a.text, a.languages), ask(b.text, b.languages));
    let (articles, determiners) = (is(lexicon::is_article), is(lexicon::is_determiner));
    articles.0 != articles.1 && !(determiners.0 && determiners.1)
}

/// Whether words of two classes may stand for each other in an edit of so many words on each side: what only happens to
/// be as far from the start of a long edit does not. By measurement on hand-made word links.
fn may_stand(classes: (TokenClass, TokenClass), left: usize, right: usize) -> bool {
    let all = left + right;
    match classes {
        (TokenClass::Mark, TokenClass::Mark) => all <= LIGHT_EDIT_WORDS,
        (TokenClass::Mark, _) | (_, TokenClass::Mark) => false,
        (TokenClass::Light, TokenClass::Light) => all <= LIGHT_EDIT_WORDS,
        (TokenClass::Light, _) | (_, TokenClass::Light) => all <= MIXED_EDIT_WORDS,
        _ => all <= CONTENT_EDIT_WORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_stands_alone_and_replaces_one_has_not_moved() {
        let none = || (vec![false; 9], vec![false; 9]);
        let with = |l: Option<usize>, r: Option<usize>| {
            let mut replaced = none();
            l.into_iter().for_each(|at| replaced.0[at] = true);
            r.into_iter().for_each(|at| replaced.1[at] = true);
            replaced
        };
        assert_eq!(lone(vec![(2, 5)], &none()), [(2, 5)]);
        assert_eq!(lone(vec![(2, 5)], &with(Some(2), None)), []);
        assert_eq!(lone(vec![(2, 5)], &with(None, Some(5))), []);
        assert_eq!(
            lone(vec![(2, 5)], &with(Some(3), Some(6))),
            [(2, 5)],
            "others"
        );
        // Two side by side moved, whatever else.
        let two = vec![(2, 5), (3, 6)];
        assert_eq!(lone(two.clone(), &with(Some(2), Some(6))), two);
        assert_eq!(lone(two.clone(), &with(Some(3), Some(5))), two);
        let first = vec![(0, 4), (4, 0)];
        assert_eq!(lone(first, &with(Some(0), None)), [(4, 0)], "apart");
        let steps = vec![(2, 5), (3, 7)];
        assert_eq!(lone(steps, &with(Some(3), None)), [(2, 5)], "not in step");
    }

    /// Five words and more on both sides, or one side more than four times as long as the other, are other words.
    #[test]
    fn words_of_long_or_uneven_edits_are_unrelated() {
        for (left, right, wanted) in [
            (4, 4, false),
            (5, 5, true),
            (4, 5, false),
            (1, 5, false),
            (1, 6, true),
            (2, 9, false),
            (2, 10, true),
            (0, 9, false),
            (9, 0, false),
        ] {
            assert_eq!(unrelated(left, right), wanted, "{left} {right}");
            assert_eq!(unrelated(right, left), wanted, "{right} {left}");
        }
    }
}
