//! What is said counts, not the script it is written in: the same text in another script of its kind
//! compares alike.

use twicetold::{Comparison, Options, compare};

const LEFT: &str = "うみべのまちではきのうからつよいかぜがふきつづけている。さかなをとるふねは\
                    みなとにもどった。しやくしょはひとびとにいえをでないようによびかけた。";

/// The sentences in another order, one with a word replaced, one with its clauses exchanged.
const RIGHT: &str = "しやくしょはひとびとにそとへでないようによびかけた。みなとにさかなをとる\
                     ふねはもどった。うみべのまちではきのうからつよいかぜがふきつづけている。";

fn in_katakana(hiragana: &str) -> String {
    let letter = |c: char| match c {
        'ぁ'..='ゖ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        _ => c,
    };
    hiragana.chars().map(letter).collect()
}

/// Some words of the texts in half-width letters, each longer than the character it stands for.
fn in_half_width(katakana: &str) -> String {
    let pairs = [
        ('カ', "ｶ"),
        ('ガ', "ｶﾞ"),
        ('ミ', "ﾐ"),
        ('デ', "ﾃﾞ"),
        ('ョ', "ｮ"),
    ];
    pairs
        .iter()
        .fold(katakana.to_owned(), |text, (full, half)| {
            text.replace(*full, half)
        })
}

/// What is found, in words and not in bytes.
fn found(comparison: &Comparison<'_>) -> String {
    let passages = comparison.passages.iter();
    let passages: Vec<_> = passages
        .map(|passage| {
            (
                &passage.words,
                passage.grade,
                passage.moved,
                passage.substance,
            )
        })
        .collect();
    let rows: Vec<_> = comparison
        .rows
        .iter()
        .map(|row| (&row.sentences, row.kind, row.changes.len()))
        .collect();
    let strong = |region: &&twicetold::passages::Region| region.strong;
    let strong = comparison.regions.iter().filter(strong).count();
    format!("{passages:?} {rows:?} {strong} {:?}", comparison.summary)
}

#[test]
fn kana_of_both_kinds_compare_alike() {
    for right in [LEFT, RIGHT] {
        let options = Options::default();
        let hiragana = compare(LEFT, right, &options);
        let (left, right) = (in_katakana(LEFT), in_katakana(right));
        let katakana = compare(&left, &right, &options);
        assert_eq!(found(&katakana), found(&hiragana));
        let (left, right) = (in_half_width(&left), in_half_width(&right));
        assert_eq!(found(&compare(&left, &right, &options)), found(&hiragana));
    }
}

#[test]
fn all_of_a_rewritten_kana_text_is_shared() {
    for (left, right) in [
        (LEFT.to_owned(), RIGHT.to_owned()),
        (in_katakana(LEFT), in_katakana(RIGHT)),
    ] {
        let comparison = compare(&left, &right, &Options::default());
        let of = &comparison.summary.left;
        let shared = of.verbatim + of.edited + of.reworded;
        assert!(shared == of.words, "{shared} of {} words", of.words);
        assert!(comparison.regions.iter().any(|region| region.strong));
    }
}
