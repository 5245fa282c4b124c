//! What ties sentences to each other, or to places elsewhere, before beads are made: the words of passages.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{backbone::Backbone, copies::is_wordless, tokens_of};
use crate::{
    diff::{Differ, LinkKind},
    document::{Document, Sentence, TokenKind},
    passages::{Coverage, Grade, Passage, WordClaim, word_claims},
    span::{Side, Sides},
};

/// A sentence of which so large a part is in passages that moved moved with them.
const COVERED: f64 = 0.5;

/// How many words of passages in the order of the backbone tie each pair of sentences: all of a passage
/// that lies in one sentence on both sides, of others the words that face each other.
#[inline(never)]
pub(super) fn ties(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
    differ: &mut Differ<'_, '_>,
    backbone: &Backbone,
    of_token: &Sides<Vec<usize>>,
) -> FxHashMap<(usize, usize), i64> {
    let mut ties: FxHashMap<(usize, usize), i64> = FxHashMap::default();
    for passage in passages {
        if !passage.is_shared() || backbone.crosses(&passage.words) {
            continue;
        }
        let tokens = tokens_of(documents, &passage.words);
        let within = |side: Side| {
            let (of, range) = (of_token.get(side), tokens.get(side));
            let sentence = *of.get(range.start)?;
            (!range.is_empty() && of[range.end - 1] == sentence).then_some(sentence)
        };
        if let (Some(left), Some(right)) = (within(Side::Left), within(Side::Right)) {
            let words = passage.words.left.len().min(passage.words.right.len());
            *ties.entry((left, right)).or_default() += words as i64;
            continue;
        }
        let edits = differ.between(tokens);
        let is_word = |token: usize| documents.left.tokens[token].kind != TokenKind::Punctuation;
        for link in edits.links.iter().filter(|link| is_word(link.tokens.left)) {
            let Sides { left, right } = link.tokens;
            let pair = (of_token.left[left], of_token.right[right]);
            *ties.entry(pair).or_default() += i64::from(link.kind == LinkKind::Equal);
        }
    }
    ties.retain(|_, words| *words > 0);
    ties
}

/// Words that stock phrases have at least for two sentences that both have one to belong together.
const PHRASE_WORDS: usize = 3;

/// The pairs of sentences in which a name or stock phrase in the order of the backbone stands.
#[inline(never)]
pub(super) fn phrases(
    passages: &[Passage],
    backbone: &Backbone,
    documents: &Sides<Document<'_>>,
) -> FxHashSet<(usize, usize)> {
    let stock = passages.iter().filter(|passage| {
        let long = passage.words.left.len().min(passage.words.right.len()) >= PHRASE_WORDS;
        let thin = matches!(passage.coverage, Coverage::Formulaic | Coverage::Weak);
        thin && long && passage.primary.is_none() && !backbone.crosses(&passage.words)
    });
    let sentence = |side: Side, passage: &Passage| {
        let words = passage.words.get(side);
        documents.get(side).sentence_at(words.start)
    };
    let pair = |passage| {
        (
            sentence(Side::Left, passage),
            sentence(Side::Right, passage),
        )
    };
    stock.map(pair).collect()
}

/// How much of what a sentence says stands elsewhere, if not in a sentence that a passage ties to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Claimed {
    /// Less than most of it.
    #[default]
    No,
    /// Most of it.
    Most,
    /// All of it, word for word.
    Whole,
}

/// How much of each sentence verbatim passages and their copies make up, and others that cross the backbone. A verbatim
/// passage faces itself, so that a spare copy of it faces nothing.
#[inline(never)]
pub(super) fn claimed(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
    backbone: &Backbone,
    of_token: &Sides<Vec<usize>>,
) -> Sides<Vec<Claimed>> {
    let elsewhere = |passage: &&Passage| {
        let verbatim = passage.grade == Grade::Verbatim;
        passage.is_shared() && (verbatim || backbone.crosses(&passage.words))
    };
    let elsewhere: Vec<&Passage> = passages.iter().filter(elsewhere).collect();
    let claims = word_claims(documents, passages);
    Sides::new(Side::Left, Side::Right).map(|side| {
        let document = documents.get(side);
        // Marks alone are tied by no passage.
        let sentences = 0..document.sentences.len();
        let can_be_tied: Vec<bool> = sentences.map(|at| !is_wordless(document, at)).collect();
        let mut words = vec![(0_usize, 0_usize); document.sentences.len()];
        for passage in &elsewhere {
            let verbatim = usize::from(passage.grade == Grade::Verbatim);
            let crosses = backbone.crosses(&passage.words);
            for &token in &document.words[passage.words.get(side).clone()] {
                let at = of_token.get(side)[token as usize];
                if crosses || can_be_tied[at] {
                    words[at] = (words[at].0 + 1, words[at].1 + verbatim);
                }
            }
        }
        let claims = document.words.iter().zip(claims.get(side));
        for (&token, _) in claims.filter(|(_, claim)| is_spare(passages, claim)) {
            let at = of_token.get(side)[token as usize];
            if can_be_tied[at] {
                words[at] = (words[at].0 + 1, words[at].1 + 1);
            }
        }
        let much = |(sentence, (all, same)): (&Sentence, (usize, usize))| {
            let of = sentence.words.len();
            match all {
                0 => Claimed::No,
                _ if same >= of => Claimed::Whole,
                _ if all as f64 >= COVERED * of as f64 => Claimed::Most,
                _ => Claimed::No,
            }
        };
        document.sentences.iter().zip(words).map(much).collect()
    })
}

/// Whether a word stands in a copy only, of a verbatim passage.
fn is_spare(passages: &[Passage], claim: &Option<WordClaim>) -> bool {
    claim.is_some_and(|claim| {
        let verbatim = passages[claim.passage as usize].grade == Grade::Verbatim;
        claim.what == Coverage::Repeated && verbatim
    })
}
