//! What counts as a difference of fact, by examples.

use crate::{Options, compare, span::Side};

use super::*;

/// The differences of fact, one a line, then the quotations that one side has alone.
fn facts(left: &str, right: &str) -> Vec<String> {
    let comparison = compare(left, right, &Options::default());
    let text = |side: Side, span: Span| &comparison.documents.get(side).text[span.range()];
    let both = comparison.facts.differences.iter().map(|fact| {
        let detail = match fact.detail {
            Detail::Different => String::new(),
            detail => format!(" {detail:?}").to_lowercase(),
        };
        let (left, right) = (
            text(Side::Left, fact.spans.left),
            text(Side::Right, fact.spans.right),
        );
        format!("{:?}{detail}: {left} | {right}", fact.kind)
    });
    let mut found: Vec<String> = both.collect();
    for side in Side::BOTH {
        let only = comparison.facts.only.get(side).iter();
        found.extend(only.map(|&span| format!("{side:?} only: {}", text(side, span))));
    }
    found
}

/// Holds a table of left, right and the one fact that is expected; nothing for none.
fn hold(table: &[[&str; 3]]) {
    for [left, right, expected] in table {
        let expected: &[&str] = match expected {
            &"" => &[],
            expected => std::slice::from_ref(expected),
        };
        assert_eq!(facts(left, right), expected, "{left}\n{right}");
    }
}

#[test]
fn values_differ_inside_an_edit_of_eight_words() {
    hold(&[
        [
            "They sold 40 of the best white goats that morning to a dealer.",
            "They sold 700 lambs to a dealer.",
            "Number: 40 | 700",
        ],
        [
            "They sold 40 of the very best white goats that morning to a dealer.",
            "They sold 700 lambs to a dealer.",
            "",
        ],
    ]);
}

/// In a longer edit two counts differ if they are of like size: the greater at most four times the lesser, which is
/// at least ten.
#[test]
fn counts_of_like_size_differ_in_a_longer_edit() {
    let goats = |count: &str| {
        format!("They sold {count} of the very best white goats that morning to a dealer.")
    };
    let lambs = |count: &str| format!("They sold {count} lambs to a dealer.");
    for (left, right, differ) in [
        ("11", "30", true),
        ("9", "30", false),
        ("100", "360", true),
        ("100", "440", false),
    ] {
        let expected = if differ {
            vec![format!("Number: {left} | {right}")]
        } else {
            Vec::new()
        };
        assert_eq!(facts(&goats(left), &lambs(right)), expected);
    }
}

#[test]
fn a_negation_is_denied_where_the_rest_is_alike() {
    hold(&[
        [
            "The old mayor wants to sell the bell on Monday night.",
            "The old mayor never wants to sell the clock at noon today.",
            "Negation denied:  | never",
        ],
        // Less than 3/5 of the words are kept.
        [
            "The mayor wants to sell the bell on Monday night.",
            "The mayor never wants to sell the clock at noon today.",
            "",
        ],
    ]);
}

#[test]
fn a_negation_in_a_clause_of_its_own_denies_nothing() {
    hold(&[
        // Two words that are added may be a negation and no more.
        [
            "Boats sail to the island at noon.",
            "Boats do not sail to the island at noon.",
            "Negation denied:  | not",
        ],
        [
            "They like the old song about the ferry.",
            "They do not really like the old song about the ferry.",
            "",
        ],
        // Five words that are replaced may say the same.
        [
            "She sang rather well and loudly at the fair in May before dawn with her old uncle.",
            "She never even tried at the fair in May before dawn with her old uncle.",
            "Negation denied: sang rather well and loudly | never",
        ],
        [
            "She sang rather well and very loudly at the fair in May before dawn with her old uncle.",
            "She never even tried at the fair in May before dawn with her old uncle.",
            "",
        ],
    ]);
}

#[test]
fn a_quotation_of_four_words_is_missed() {
    hold(&[
        [
            "The mayor left on Monday. He spoke of “another kind of bread” then.",
            "The mayor left on Monday.",
            "Left only: another kind of bread",
        ],
        [
            "The mayor left on Monday. He spoke of “another cheap bread” then.",
            "The mayor left on Monday.",
            "",
        ],
    ]);
}

#[test]
fn a_quotation_of_four_words_may_not_lose_any() {
    hold(&[
        [
            "The mayor said “we will never sell” on Monday in the old town hall.",
            "The mayor said “we will never sell it” on Monday in the old town hall.",
            "Quotation altered: we will never sell | we will never sell it",
        ],
        [
            "The mayor said “we will never sell it” on Monday in the old town hall.",
            "The mayor said “we will never sell it today” on Monday in the old town hall.",
            "Quotation cut: we will never sell it | we will never sell it today",
        ],
    ]);
}

/// A row with more than 16,384 pairs of values is no sentence; the result says that something may be missing.
#[test]
fn values_of_endless_lists_are_not_compared() {
    for (count, complete) in [(115, true), (135, false)] {
        let lots = (1..=count).map(|lot| lot.to_string()).collect::<Vec<_>>();
        let (left, right) = (
            format!("The lots {} were sold.", lots.join(", ")),
            format!("The lots {} were given away.", lots.join(", ")),
        );
        let comparison = compare(&left, &right, &Options::default());
        assert_eq!(comparison.complete, complete, "{count} lots");
    }
}
