//! A text as pieces: of all ways to cut it the one whose scores sum to most, as sentencepiece does for unigram models (Kudo
//! 2018, <https://arxiv.org/abs/1804.10959>).

use crate::vocabulary::Vocabulary;

/// The most pieces of a text that are read: a bound on memory, 6 kB each. A long sentence of a newspaper has 100.
pub(crate) const MOST_PIECES: usize = 512;
/// The most bytes of a normal form that are cut: pieces of 8 bytes on average, and ample.
const MOST_BYTES: usize = 16 * MOST_PIECES;

/// The best way to reach a place.
#[derive(Clone, Copy)]
struct Step {
    score: f32,
    from: usize,
    piece: u32,
}

/// The pieces of a normal form, in order, without those before and after it. Unknown characters in a row are one piece.
pub(crate) fn pieces(vocabulary: &Vocabulary, normal: &str) -> Vec<u32> {
    let normal = &normal[..normal.floor_char_boundary(MOST_BYTES)];
    let steps = best_steps(vocabulary, normal);
    let mut pieces: Vec<u32> = Vec::new();
    let mut at = normal.len();
    while at > 0 {
        let step = steps[at];
        if step.piece != vocabulary.unknown || pieces.last() != Some(&vocabulary.unknown) {
            pieces.push(step.piece);
        }
        at = step.from;
    }
    pieces.reverse();
    pieces.truncate(MOST_PIECES);
    pieces
}

/// The best way to each place in the text.
fn best_steps(vocabulary: &Vocabulary, normal: &str) -> Vec<Step> {
    let none = Step {
        score: f32::NEG_INFINITY,
        from: 0,
        piece: vocabulary.unknown,
    };
    let mut steps = vec![none; normal.len() + 1];
    steps[0].score = 0.0;
    for (start, c) in normal.char_indices() {
        let so_far = steps[start].score;
        let mut single = false;
        let mut offer = |length: usize, piece: u32, score: f32| {
            let step = &mut steps[start + length];
            if so_far + score > step.score {
                *step = Step {
                    score: so_far + score,
                    from: start,
                    piece,
                };
            }
            single |= length == c.len_utf8();
        };
        vocabulary.prefixes(&normal.as_bytes()[start..], &mut offer);
        if !single {
            let step = &mut steps[start + c.len_utf8()];
            let score = so_far + vocabulary.unknown_score;
            // A way there may start earlier; without any, this one is taken whatever its score.
            if score > step.score || step.score == f32::NEG_INFINITY {
                *step = Step {
                    score,
                    from: start,
                    piece: vocabulary.unknown,
                };
            }
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{file::Cursor, synthetic::write_vocabulary};

    const PIECES: [(&str, f32); 9] = [
        ("<s>", f32::NEG_INFINITY),
        ("a", -3.0),
        ("ab", -4.0),
        ("abc", -9.0),
        ("b", -3.0),
        ("bc", -4.5),
        ("c", -3.0),
        ("▁", -1.0),
        ("▁a", -2.0),
    ];

    fn cut(normal: &str) -> Vec<&'static str> {
        let mut bytes = Vec::new();
        write_vocabulary(&mut bytes, &PIECES);
        let vocabulary = Vocabulary::read(&mut Cursor::new(&bytes, 0)).unwrap();
        let pieces = pieces(&vocabulary, normal).into_iter();
        pieces.map(|piece| PIECES[piece as usize].0).collect()
    }

    #[test]
    fn the_best_sum_wins() {
        assert_eq!(cut("▁abc"), ["▁a", "bc"]);
        assert_eq!(cut("abc"), ["ab", "c"]);
        assert_eq!(cut(""), [""; 0]);
    }

    #[test]
    fn unknown_characters_in_a_row_are_one_piece() {
        assert_eq!(cut("axéb"), ["a", "<s>", "b"]);
        assert_eq!(cut("xx"), ["<s>"]);
    }

    #[test]
    fn pieces_without_a_score_are_not_found() {
        assert_eq!(cut("a<s>b"), ["a", "<s>", "b"]);
        assert_eq!(cut("<a>"), ["<s>", "a", "<s>"]);
    }

    #[test]
    fn long_texts_are_cut_off() {
        assert_eq!(cut(&"ab".repeat(MOST_BYTES)).len(), MOST_PIECES);
        assert_eq!(cut(&"é".repeat(MOST_BYTES)).len(), 1);
    }
}
