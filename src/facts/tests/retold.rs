//! Values and denials of sentences that are told in another order or in other words.

use super::{facts, hold};

#[test]
fn numbers_of_a_score_are_joined() {
    hold(&[[
        "Stensby beat Vestera 28-24 on Saturday and reached the cup final.",
        "The cup final has Stensby in it, which on Saturday beat Vestera 28-26.",
        "Number: 24 | 26",
    ]]);
}

#[test]
fn values_are_put_for_each_other() {
    let frame = |one: &str, other: &str| {
        format!("Rain fell all day. Turnout was {one} per cent in Brunn and {other} in Halden.")
    };
    assert_eq!(
        facts(&frame("55", "45"), &frame("45", "55")),
        ["Number: 55 per cent | 45 per cent", "Number: 45 | 55"]
    );
    // The sentence turned round.
    let turned = "Rain fell all day. Turnout was 45 per cent in Halden and 55 in Brunn.";
    assert!(facts(&frame("55", "45"), turned).is_empty());
}

#[test]
fn names_differ_behind_one_office() {
    hold(&[
        [
            "The treaty with Orlia was signed on Monday by minister Lena Hartwig in the old town hall.",
            "In the old town hall on Monday minister Ruth Sommer signed the treaty with Orlia.",
            "Name: Lena Hartwig | Ruth Sommer",
        ],
        // "And" is no office, and both towns stand on both sides.
        [
            "Brunn sold 300 boats and Halden sold 500 boats to the northern islands.",
            "Halden sold 500 boats and Brunn sold 300 boats to the northern islands.",
            "",
        ],
    ]);
}

#[test]
fn a_score_that_is_turned_round_differs_where_all_else_is_the_same() {
    let won = "The Lions of Halden won 3-2 against Brunn on Saturday evening.";
    let two = ["Number: 2 | 3", "Number: 3 | 2"];
    for (right, expected) in [
        (
            "The Lions of Halden won 2-3 against Brunn on Saturday evening.",
            &two[..],
        ),
        (
            "The Lions of Halden won 2–3 against Brunn on Saturday evening.",
            &two[..],
        ),
        (
            "The Lions of Halden won 3–2 against Brunn on Saturday evening.",
            &[],
        ),
        (
            "The men of Brunn lost 2-3 to the Lions of Halden on Saturday evening.",
            &[],
        ),
    ] {
        let mut told = facts(won, right);
        told.sort_unstable();
        assert_eq!(told, expected, "{right}");
    }
}
