//! Which passage each word belongs to.

use super::{Passage, WordClaim};
use crate::{
    document::Document,
    span::{Side, Sides},
};

/// What the passages make of each word of each side, as indexed in [`Document::words`]; none where no passage holds it.
///
/// Of several passages the one that counts holds a word, of those the closest, of those the first. Of a copy only
/// those words are repeated whose counterpart a passage that counts holds, or a copy before it.
pub(crate) fn word_claims(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
) -> Sides<Vec<Option<WordClaim>>> {
    let mut claims = Sides::new(Side::Left, Side::Right)
        .map(|side| own_claims(side, documents.get(side), passages));
    let copies = passages.iter().filter(|passage| passage.primary.is_some());
    for copy in copies {
        let pairs = copy.words.left.clone().zip(copy.words.right.clone());
        for (left, right) in pairs {
            let claim = copy.primary.map(|primary| WordClaim {
                what: copy.coverage,
                passage: primary as u32,
            });
            let own = Sides::new(claims.left[left], claims.right[right]);
            let counts = |claim: Option<WordClaim>| claim.is_some_and(|claim| claim.what.counts());
            match (counts(own.left), counts(own.right)) {
                (true, false) => claims.right[right] = claim,
                (false, true) => claims.left[left] = claim,
                _ => {}
            }
        }
    }
    claims
}

/// What the passages that are no copies make of each word of a side.
fn own_claims(side: Side, document: &Document<'_>, passages: &[Passage]) -> Vec<Option<WordClaim>> {
    let mut claims: Vec<Option<WordClaim>> = vec![None; document.words.len()];
    let mut ranks = vec![u8::MAX; document.words.len()];
    let own = passages.iter().enumerate();
    for (at, passage) in own.filter(|(_, passage)| passage.primary.is_none()) {
        let claim = WordClaim {
            what: passage.coverage,
            passage: at as u32,
        };
        let rank = 4 * passage.coverage as u8 + passage.grade as u8;
        let words = passage.words.get(side).clone();
        for (own, own_rank) in claims[words.clone()].iter_mut().zip(&mut ranks[words]) {
            if rank < *own_rank {
                (*own, *own_rank) = (Some(claim), rank);
            }
        }
    }
    claims
}
