//! Denials, and numbers and dates of several words, by examples.

use super::hold;

#[test]
fn a_denial_is_told_once_however_it_is_worded() {
    hold(&[
        [
            "The mayor did not deny that the quay was unsafe.",
            "The mayor denied that the quay was unsafe.",
            "Negation denied: not | denied",
        ],
        [
            "The mayor never denied that the quay was unsafe.",
            "The mayor did not deny that the quay was unsafe.",
            "",
        ],
        // Two verbs that deny, which begin alike in two letters only.
        [
            "The owner did not refuse the offer for the quay.",
            "The owner rejected the offer for the quay.",
            "",
        ],
        [
            "The crew was able to reach the quay by noon.",
            "The crew was unable to reach the quay by noon.",
            "Negation denied: able | unable",
        ],
        [
            "The crew was not able to reach the quay by noon.",
            "The crew was unable to reach the quay by noon.",
            "",
        ],
        [
            "The plan is legal under the law of the sea.",
            "The plan is illegal under the law of the sea.",
            "Negation denied: legal | illegal",
        ],
        [
            "The outcome was not clear to the owners of the boat.",
            "The outcome was unclear to the owners of the boat.",
            "",
        ],
        [
            "Das ist möglich, sagte der Kapitän der Fähre am Abend.",
            "Das ist unmöglich, sagte der Kapitän der Fähre am Abend.",
            "Negation denied: möglich | unmöglich",
        ],
        [
            "Der Fall der Fähre wird am Abend beraten, sagte der Kapitän.",
            "Der Unfall der Fähre wird am Abend beraten, sagte der Kapitän.",
            "",
        ],
        [
            "Это возможно, сказал капитан парома вечером в порту.",
            "Это невозможно, сказал капитан парома вечером в порту.",
            "Negation denied: возможно | невозможно",
        ],
    ]);
}

#[test]
fn numbers_and_dates_are_read_whole() {
    hold(&[
        [
            "Nearly 300 people came to the market on Monday.",
            "More than 300 people came to the market on Monday.",
            "Number: Nearly 300 | More than 300",
        ],
        [
            "Nearly 300 people came to the market on Monday.",
            "Some 300 people came to the market on Monday.",
            "",
        ],
        [
            "He was chosen with twenty one votes in the council.",
            "He was chosen with 21 votes in the council.",
            "",
        ],
        [
            "He bought twenty one-way tickets for the ferry.",
            "He bought 20 one-way tickets for the ferry.",
            "",
        ],
        // An article is no one.
        [
            "Der Kapitän der Fähre gab zwanzig einem Kind am Hafen.",
            "Der Kapitän der Fähre gab 20 einem Kind am Hafen.",
            "",
        ],
        [
            "From Dec. 22 the harbour was closed, said the mayor.",
            "From Dec. 21 the harbour was closed, said the mayor.",
            "Date: Dec. 22 | Dec. 21",
        ],
        [
            "Die Brücke wird am 3. 5. 2031 gesperrt, sagte die Stadt.",
            "Die Brücke wird am 4. 5. 2031 gesperrt, sagte die Stadt.",
            "Date: 3. 5. 2031 | 4. 5. 2031",
        ],
        [
            "Die Brücke wird am 3. 5. 2031 gesperrt, sagte die Stadt.",
            "Die Brücke wird am 3.5.2031 gesperrt, sagte die Stadt.",
            "",
        ],
        [
            "President Joe Brandt met the crew in Dorn on Monday.",
            "US President Joseph Brandt met the crew in Dorn on Monday.",
            "",
        ],
        [
            "President Joe Brandt met the crew in Dorn on Monday.",
            "US President Ada Brandt met the crew in Dorn on Monday.",
            "Name: President Joe Brandt | US President Ada Brandt",
        ],
    ]);
}

/// A clause of its own is long in a script without spaces, too.
#[test]
fn a_long_edit_without_spaces_denies_nothing() {
    let bridge = "村里的老桥昨天上午在镇长和三十名工人的面前重新开放给所有的行人和车辆";
    hold(&[
        [
            &format!("{bridge}。"),
            &format!("{bridge}，但是磨坊的老板还没有同意修理屋顶。"),
            "",
        ],
        [
            &format!("{bridge}。"),
            &bridge.replace("重新", "没有重新"),
            "Negation denied:  | 没有",
        ],
    ]);
}
