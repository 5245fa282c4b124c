//! Quotations that are parted, or stand in another place.

use super::{facts, hold};

#[test]
fn a_quotation_in_another_place_has_three_words_in_common() {
    let source = "the mayor of Brunn said on Monday in the old town hall";
    let pair = |left: &str, right: &str| {
        facts(
            &format!("“{left},” {source}."),
            &format!("On Monday in the old town hall the mayor of Brunn said: “{right}.”"),
        )
    };
    assert_eq!(
        pair("It was not you", "It was not them"),
        ["Quotation altered: It was not you, | It was not them."]
    );
    assert!(pair("It was you", "It was them").is_empty());
}

/// Who said it stands between the parts of a quotation in at most 20 words.
#[test]
fn a_quotation_is_parted_by_who_said_it() {
    let whole = "“We sell the bell and we keep the old rope,” the mayor said.";
    for (end, joined) in [("it", true), ("it with him", false)] {
        let parted = format!(
            "“We sell the bell,” the mayor of the town said to all of the people who had come to the hall \
             for {end}, “and we keep the old rope.”"
        );
        for found in [facts(whole, &parted), facts(&parted, whole)] {
            assert_eq!(found.is_empty(), joined, "{end}: {found:?}");
        }
    }
    // Other words between two marks are words of the quotation.
    hold(&[
        [
            "“We will sell, sadly enough, the old bell of the town,” the mayor said.",
            "“We will sell the old bell of the town,” the mayor said.",
            "Quotation altered: We will sell, sadly enough, the old bell of the town, | We will sell the old bell of the town,",
        ],
        // One word is no source.
        [
            "“We will sell, Brandt, the old bell of the town.”",
            "“We will sell the old bell of the town,” Brandt said.",
            "Quotation altered: We will sell, Brandt, the old bell of the town. | We will sell the old bell of the town,",
        ],
    ]);
}

/// A word that ends one part and begins the next is said twice.
#[test]
fn parts_of_a_quotation_end_and_begin_with_one_word() {
    hold(&[
        [
            "“We sell the bell, the bell of our fathers,” the mayor said.",
            "“We sell the bell,” the mayor said, “the bell of our fathers.”",
            "",
        ],
        [
            "“They will go, go now, and go for ever,” the mayor said.",
            "“They will go,” the mayor said, “go now, and go for ever.”",
            "",
        ],
    ]);
}

#[test]
fn marks_of_many_writings_quote() {
    hold(&[
        [
            "방앗간 주인은 ‘우리는 빵을 굽는다’고 말했다.",
            "방앗간 주인은 “우리는 빵을 굽는다”고 말했다.",
            "",
        ],
        [
            "방앗간 주인은 ‘우리는 빵을 굽는다’고 말했다.",
            "방앗간 주인은 “우리는 빵을 판다”고 말했다.",
            "Quotation altered: 우리는 빵을 굽는다 | 우리는 빵을 판다",
        ],
        [
            "The miller said <<we bake all night>> to the paper.",
            "The miller said “we bake all night” to the paper.",
            "",
        ],
        [
            "Der Müller sagte ,,wir backen die Nacht durch'' und ging.",
            "Der Müller sagte „wir backen die Nacht durch“ und ging.",
            "",
        ],
        [
            "磨坊主說〝我們整夜烤麵包〞然後走了。",
            "磨坊主說「我們整夜烤麵包」然後走了。",
            "",
        ],
        // Not closed.
        [
            "The list shows 5 << 50 for the miller of the town.",
            "The list shows 5 < 50 for the miller of the town.",
            "",
        ],
    ]);
}
