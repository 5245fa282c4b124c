//! Exact runs: maximal stretches of equal keys on both sides, in any order.

use rustc_hash::FxHashMap;

use crate::{Options, document::Document, span::Sides};

/// A maximal stretch of equal keys: it can be extended on neither end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run {
    /// Its first word on the left, as an index of [`Document::words`].
    pub left: usize,
    /// Its first word on the right, likewise.
    pub right: usize,
    /// Its length in words.
    pub len: usize,
}

/// Runs in order of their left, then right start.
#[derive(Clone, Debug)]
pub struct Runs {
    /// The runs.
    pub runs: Vec<Run>,
    /// False when a gram was too frequent for all its pairs to be tried.
    pub complete: bool,
}

/// Occurrences on the right beyond which a gram is not followed.
const FREQUENT: usize = 64;

/// Finds all runs of at least `min_words` words.
pub fn find(documents: &Sides<Document<'_>>, options: &Options) -> Runs {
    let keys = documents
        .as_ref()
        .map(|d| (0..d.words.len()).map(|w| d.key(w)).collect::<Vec<_>>());
    let n = options.min_words;
    let mut index: FxHashMap<&[u32], Vec<usize>> = FxHashMap::default();
    for (at, gram) in keys.right.windows(n).enumerate() {
        index.entry(gram).or_default().push(at);
    }
    let mut found = Runs {
        runs: Vec::new(),
        complete: true,
    };
    for (left, gram) in keys.left.windows(n).enumerate() {
        let Some(places) = index.get(gram) else {
            continue;
        };
        if places.len() > FREQUENT {
            found.complete = false;
            continue;
        }
        for &right in places {
            if left > 0 && right > 0 && keys.left[left - 1] == keys.right[right - 1] {
                continue;
            }
            let len = keys.left[left..]
                .iter()
                .zip(&keys.right[right..])
                .take_while(|(a, b)| a == b)
                .count();
            found.runs.push(Run { left, right, len });
        }
    }
    found
}
