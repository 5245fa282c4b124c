//! Values and denials of sentences that are told in another order or in other words.

use super::{facts, hold};

/// Two sentences that report a match, with what is written of its goals in each.
fn matches(goals: [&str; 2]) -> Vec<String> {
    let [one, other] = goals;
    facts(
        &format!(
            "Stensby beat Vestera {one} before a large crowd at home in Brunn on Saturday and reached the cup final."
        ),
        &format!(
            "The cup final has Stensby in it, which on Saturday in Brunn beat Vestera {other}."
        ),
    )
}

#[test]
fn numbers_of_a_score_are_joined() {
    for (goals, expected) in [
        (["28-24", "28-26"], "Number: 24 | 26"),
        (["3–1", "3–2"], "Number: 1 | 2"),
        (["3:1", "3:2"], "Number: 1 | 2"),
        (["3：1", "3：2"], "Number: 1 | 2"),
        (["24-28", "26-28"], "Number: 24 | 26"),
    ] {
        assert_eq!(matches(goals), [expected], "{goals:?}");
    }
}

/// A list of numbers is no score, nor is anything that other marks join.
#[test]
fn numbers_of_a_list_are_no_score() {
    for goals in [
        ["2, 3", "2, 4"],
        ["28, 24", "28, 26"],
        ["28,24,30", "28,26,30"],
        ["28;24", "28;26"],
        ["28/24", "28/26"],
        ["28 - 24", "28 - 26"],
    ] {
        assert!(matches(goals).is_empty(), "{goals:?}");
    }
}

#[test]
fn two_sentences_of_one_thing_have_three_words_of_substance_in_common() {
    hold(&[
        // The bell, Brunn and crowns.
        [
            "They paid 40 crowns for the bell of Brunn.",
            "The bell that Brunn had was more than they could give: 45 crowns.",
            "Number: 40 | 45",
        ],
        // The bell and crowns.
        [
            "For her it was 40 crowns that went for the bell, and no less.",
            "The bell was not to be had by him for more than 45 crowns.",
            "",
        ],
    ]);
}

#[test]
fn shares_of_two_groups_do_not_differ() {
    let asked = |parents: &str, teachers: &str| {
        facts(
            &format!(
                "Of {parents} parents asked by the institute Pollex, 64 percent favour a ban on phones in class."
            ),
            &format!(
                "A ban on phones in class is favoured by 41 percent of the {teachers} teachers asked by the institute Pollex."
            ),
        )
    };
    assert!(asked("55", "52").is_empty());
    // So few are no group of which anyone tells a share.
    assert_eq!(asked("45", "42"), ["Number: 64 percent | 41 percent"]);
}

#[test]
fn parts_of_one_denial_stand_close_together() {
    hold(&[
        [
            "The mayor will not, now never, sell the old ferry house to Halden brewers.",
            "The old ferry house goes to brewers of Halden, for the mayor will sell.",
            "Negation denied: not, now never | ",
        ],
        // Two denials: which of them the other side has not is not clear.
        [
            "The mayor will not sell it, nobody sells the old ferry house to Halden brewers.",
            "The old ferry house goes to brewers of Halden, for the mayor will sell.",
            "",
        ],
    ]);
}

#[test]
fn a_sentence_with_another_matter_denies_nothing() {
    hold(&[
        // Five of eight words of substance.
        [
            "The harbour council will not sell the old ferry to brewers from Halden this winter.",
            "In Brunn, brewers hope that the council can sell its old ferry at auction.",
            "",
        ],
        // Six of eight.
        [
            "The harbour council will not sell the old ferry to brewers from Halden this winter.",
            "This winter, brewers hope that the council can sell its old ferry at auction.",
            "Negation denied: not | ",
        ],
    ]);
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

/// Each word has to count one number on either side. Sailors and cooks are two, and sailors and sailors are not.
#[test]
fn counts_of_two_things_are_put_for_each_other() {
    let lost = |place: &str, others: &str| {
        format!("{place} Brunn 7 sailors were lost, 3 {others} live, and 19 boats went down.")
    };
    let ships = |sea: &str| {
        format!("{sea}, 7 ships went down in the storm off Brunn, and 19 sailors were lost to it.")
    };
    // Whichever text is the first in order.
    for (place, sea) in [("At", "In the dark"), ("In", "At night")] {
        assert_eq!(
            facts(&lost(place, "cooks"), &ships(sea)),
            ["Number: 7 | 19", "Number: 19 | 7"]
        );
        assert!(facts(&lost(place, "sailors"), &ships(sea)).is_empty());
    }
}

/// A number that differs in its place leaves another one free to be the only one of its sort.
#[test]
fn a_number_differs_in_its_place_and_another_elsewhere() {
    let found = facts(
        "The ferry with 12 guests on board left 40 boats behind in the old harbour of Brunn on a cold and rainy Monday.",
        "The ferry with 14 guests on board left the old harbour of Brunn on a cold and rainy Monday with 45 boats behind.",
    );
    assert_eq!(found, ["Number: 12 | 14", "Number: 40 | 45"]);
}

#[test]
fn what_is_counted_stands_shortly_behind_its_number() {
    let sold = |boats: &str| {
        format!(
            "Stensby sold {boats} to a large crowd at home in Brunn on Saturday and reached the cup final."
        )
    };
    let turned =
        "The cup final has Stensby in it, which on Saturday in Brunn had sold so many: 45 boats.";
    assert_eq!(facts(&sold("40 of the boats"), turned), ["Number: 40 | 45"]);
    assert!(facts(&sold("40 of all the boats"), turned).is_empty());
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
fn two_values_that_are_turned_round_differ_where_all_else_is_the_same() {
    let table = [
        (
            "The toll rose from 12 to 15 crowns in May, he said.",
            "The toll rose from 15 to 12 crowns in May, he said.",
            true,
        ),
        (
            "The vote on the quay was 12 to 5 on Monday evening.",
            "The vote on the quay was 5 to 12 on Monday evening.",
            true,
        ),
        (
            "The lock stays shut from Monday to Friday for repairs.",
            "The lock stays shut from Friday to Monday for repairs.",
            true,
        ),
        // Only listed, in whichever order.
        (
            "The lock stays shut on Monday and Friday for repairs.",
            "The lock stays shut on Friday and Monday for repairs.",
            false,
        ),
        (
            "Boats of 12, 15 and 20 feet may pass the lock on Monday.",
            "Boats of 15, 12 and 20 feet may pass the lock on Monday.",
            false,
        ),
        // Of names no order is told: who meets is met.
        (
            "Ida Holm met Jan Brook at the lock on Monday.",
            "Jan Brook met Ida Holm at the lock on Monday.",
            false,
        ),
        // More words between them.
        (
            "It took 12 men in the old mill all of May and 15 days.",
            "It took 15 men in the old mill all of May and 12 days.",
            true,
        ),
    ];
    for (left, right, differs) in table {
        assert_eq!(!facts(left, right).is_empty(), differs, "{left}");
        assert_eq!(!facts(right, left).is_empty(), differs, "{right}");
    }
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
