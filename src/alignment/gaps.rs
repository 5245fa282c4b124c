//! What faces what between two beads though it shares no word: lines of figures, and lines of the page around the
//! articles.
//!
//! The times of a subtitle that were put off, a score that rose: a line of figures alone in its gap faces one of the same
//! shape. A line of boilerplate is not compared, but what changed in it is shown: it faces the same line or one like it,
//! and in two versions of one text whatever stands in its place.

use std::ops::Range;

use super::{joins::Bead, row_words};
use crate::{
    chain::{self, Link},
    document::{Document, Key, Role, TokenKind},
    passages::Verdicts,
    span::{Side, Sides},
};

/// Pairs of lines that are tried in one gap. A bound on work: 100 lines of boilerplate against 100.
const GAP_PAIRS: usize = 10_000;
/// Least Dice coefficient of the tokens of two lines of boilerplate that are one line, in hundredths. By eye on
/// revisions.
const ALIKE: usize = 50;
/// Two texts are versions of one if at least 2/3 of the sentences of each face the other.
const VERSION_SHARE: (usize, usize) = (2, 3);

/// Weight of two lines that only stand in the same place, and of two of figures with the same shape; of others their Dice
/// coefficient in hundredths.
const IN_PLACE: u64 = 1;
const SAME_SHAPE: u64 = 100;

/// The beads with those of lines that face each other between them, and whether no bound was met. `boilerplate` says
/// which sentences are such. Lines of a pair that the reader refused do not face each other.
#[inline(never)]
pub(super) fn fill(
    documents: &Sides<Document<'_>>,
    boilerplate: &Sides<Vec<bool>>,
    verdicts: &Verdicts,
    beads: &[Bead],
) -> (Vec<Bead>, bool) {
    let filler = Filler {
        documents,
        boilerplate,
        verdicts,
        version: is_version(boilerplate, beads),
    };
    let end = documents
        .as_ref()
        .map(|d| d.sentences.len()..d.sentences.len());
    let (mut filled, mut complete, mut from) = (Vec::new(), true, Sides::new(0, 0));
    for bead in beads.iter().chain([&end]) {
        let gap = Sides::new(from.left..bead.left.start, from.right..bead.right.start);
        complete &= filler.fill(&gap, &mut filled);
        from = Sides::new(bead.left.end, bead.right.end);
        filled.push(bead.clone());
    }
    filled.pop();
    (filled, complete)
}

/// Whether most sentences of both sides face each other.
fn is_version(boilerplate: &Sides<Vec<bool>>, beads: &[Bead]) -> bool {
    Side::BOTH.into_iter().all(|side| {
        let own = boilerplate.get(side);
        let all = own.iter().filter(|&&boilerplate| !boilerplate).count();
        let facing: usize = beads.iter().map(|bead| bead.get(side).len()).sum();
        all > 0 && facing * VERSION_SHARE.1 >= all * VERSION_SHARE.0
    })
}

/// A line that may face one without a word in common.
struct Line {
    sentence: usize,
    /// None of boilerplate.
    shape: Option<Vec<LineMark>>,
    /// Ascending.
    keys: Vec<Key>,
}

/// A figure, or a mark.
#[derive(PartialEq, Eq)]
enum LineMark {
    Figure,
    Mark(Key),
}

struct Filler<'f, 't> {
    documents: &'f Sides<Document<'t>>,
    boilerplate: &'f Sides<Vec<bool>>,
    verdicts: &'f Verdicts,
    version: bool,
}

impl Filler<'_, '_> {
    /// Adds the beads of a gap; whether all of its pairs were tried.
    fn fill(&self, gap: &Bead, beads: &mut Vec<Bead>) -> bool {
        if gap.left.is_empty() || gap.right.is_empty() {
            return true;
        }
        let lines = Sides::new(Side::Left, Side::Right).map(|side| self.lines(side, gap.get(side)));
        if lines.left.len() * lines.right.len() > GAP_PAIRS {
            return false;
        }
        let figures = lines
            .as_ref()
            .map(|lines| lines.iter().filter(|line| line.shape.is_some()).count());
        let mut links = Vec::new();
        for left in &lines.left {
            for right in &lines.right {
                let weight = match (&left.shape, &right.shape) {
                    (None, None) => self.likeness(left, right),
                    (Some(l), Some(r)) if l == r && figures.left == figures.right => SAME_SHAPE,
                    _ => continue,
                };
                let (l, r) = (left.sentence, right.sentence);
                let at = Sides::new(l..l + 1, r..r + 1);
                if !self.verdicts.touch(&row_words(self.documents, &at)) {
                    links.push(Link { at, weight });
                }
            }
        }
        let facing = chain::heaviest(&links).into_iter();
        beads.extend(facing.map(|at| links[at].at.clone()));
        true
    }

    fn lines(&self, side: Side, sentences: &Range<usize>) -> Vec<Line> {
        let document = self.documents.get(side);
        let line = |sentence: usize| {
            let tokens = &document.tokens[document.sentences[sentence].tokens.clone()];
            let is_boilerplate = self.boilerplate.get(side)[sentence];
            let is_figures = tokens.iter().all(|token| token.kind != TokenKind::Word)
                && tokens.iter().any(|token| token.kind == TokenKind::Number);
            let mark = |token: &crate::document::Token| match token.kind {
                TokenKind::Number => LineMark::Figure,
                _ => LineMark::Mark(token.key),
            };
            if !is_boilerplate && !is_figures {
                return None;
            }
            let mut keys: Vec<Key> = tokens.iter().map(|token| token.key).collect();
            keys.sort_unstable();
            Some(Line {
                sentence,
                shape: (!is_boilerplate).then(|| tokens.iter().map(mark).collect()),
                keys,
            })
        };
        sentences.clone().filter_map(line).collect()
    }

    /// How alike two lines of boilerplate are; nothing if they have too little in common to be one line.
    fn likeness(&self, left: &Line, right: &Line) -> u64 {
        let (l, r) = (&left.keys, &right.keys);
        let (mut i, mut j, mut common) = (0, 0, 0);
        while i < l.len() && j < r.len() {
            common += usize::from(l[i] == r[j]);
            let (a, b) = (l[i], r[j]);
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        let dice = 200 * common / (l.len() + r.len()).max(1);
        match dice {
            ALIKE.. => dice as u64,
            _ if self.version => IN_PLACE,
            _ => 0,
        }
    }
}

/// Which sentences are of the page around the article.
pub(super) fn boilerplate(document: &Document<'_>) -> Vec<bool> {
    let mut boilerplate = vec![false; document.sentences.len()];
    for paragraph in &document.paragraphs {
        boilerplate[paragraph.sentences.clone()]
            .fill(matches!(paragraph.role, Role::Boilerplate(_)));
    }
    boilerplate
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, document::Vocabulary};

    /// Sentences of a side: `s` of the article, `b` of boilerplate. Beads: how many sentences of each side face each other.
    #[test]
    fn two_texts_are_versions_if_two_thirds_of_both_face_each_other() {
        let table: [(&str, &str, &[[usize; 2]], bool); 10] = [
            ("sss", "sss", &[[1, 1], [1, 1]], true),
            ("sss", "sss", &[[1, 1]], false),
            ("ssssssss", "ssssssss", &[[3, 3], [2, 2]], false),
            ("sss", "sss", &[[2, 2]], true),
            // Both sides have to.
            ("ss", "ssss", &[[2, 2]], false),
            ("ssss", "ss", &[[2, 2]], false),
            ("ss", "sss", &[[2, 2]], true),
            // Boilerplate does not count, and there has to be something else.
            ("bbsssb", "sssbbb", &[[2, 2]], true),
            ("bb", "bb", &[], false),
            ("", "", &[], false),
        ];
        for (left, right, facing, wanted) in table {
            let side = |text: &str| text.chars().map(|c| c == 'b').collect::<Vec<_>>();
            let beads: Vec<Bead> = facing
                .iter()
                .map(|&[l, r]| Sides::new(0..l, 0..r))
                .collect();
            let found = is_version(&Sides::new(side(left), side(right)), &beads);
            assert_eq!(found, wanted, "{left} {right} {facing:?}");
        }
    }

    /// The likeness of two lines of boilerplate in hundredths: in versions of one text any two lines stand in one place.
    #[test]
    fn lines_are_one_if_half_of_their_tokens_are() {
        let (options, mut vocabulary) = (Options::default(), Vocabulary::default());
        let documents =
            Sides::new("", "").map(|text| Document::new(text, &options, &mut vocabulary));
        let boilerplate = Sides::new(Vec::new(), Vec::new());
        let line = |keys: &[Key]| Line {
            sentence: 0,
            shape: None,
            keys: keys.to_vec(),
        };
        let table: [(&[Key], &[Key], [u64; 2]); 8] = [
            (&[1, 2, 3], &[1, 2, 3], [100, 100]),
            (&[1, 2, 3, 4], &[2, 4, 5, 6], [50, 50]),
            (&[2, 4, 5, 6], &[1, 2, 3, 4], [50, 50]),
            (&[1, 2, 3, 4, 7], &[2, 4, 5, 6], [0, 1]),
            (&[1, 1, 1, 2], &[1, 2, 2, 2], [50, 50]),
            (&[1, 9], &[9], [66, 66]),
            (&[1], &[2], [0, 1]),
            (&[], &[], [0, 1]),
        ];
        for (left, right, wanted) in table {
            let found = [false, true].map(|version| {
                let filler = Filler {
                    documents: &documents,
                    boilerplate: &boilerplate,
                    verdicts: &Verdicts::default(),
                    version,
                };
                filler.likeness(&line(left), &line(right))
            });
            assert_eq!(found, wanted, "{left:?} {right:?}");
        }
    }
}
