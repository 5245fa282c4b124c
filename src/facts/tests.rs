//! What counts as a difference of fact, by examples.

use crate::{Options, compare, span::Side};

use super::*;

mod counting;
mod languages;
mod naming;
mod quoting;
mod reading;
mod retold;
mod translated;
mod words;
mod writing;

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
        // 3/5 of the words are kept.
        [
            "The old mayor sang here.",
            "The old mayor never drank.",
            "Negation denied: sang here | never",
        ],
        // Fewer.
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

#[test]
fn a_difference_names_the_passage_it_stands_in() {
    let report = |boats: &str, crowns: &str| {
        let sunk = format!("The storm sank {boats} old boats in the harbour of Brunn.");
        let paid = format!("The council paid {crowns} crowns for the new bell of the church.");
        (sunk, paid)
    };
    let ((sunk, paid), (sank, cost)) = (report("3", "40"), report("4", "45"));
    let left = format!("{sunk} Nobody came to look. {paid}");
    for right in [
        format!("{sank} Rain fell. {cost}"),
        format!("{cost} Rain fell. {sank}"),
    ] {
        let comparison = compare(&left, &right, &Options::default());
        let passages = comparison.facts.differences.iter().map(|fact| fact.passage);
        assert_eq!(passages.collect::<Vec<_>>(), [Some(0), Some(1)], "{right}");
    }
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

#[test]
fn one_moment_in_two_zones_is_no_difference() {
    let leaves = |time: &str| format!("The night train leaves at {time} from the old town.");
    for (left, right, differ) in [
        ("14:30 EST", "11:30 PST", false),
        ("14:30 EDT", "11:30 PDT", false),
        ("13:30 MSK", "11:30 CET", false),
        ("13:30 MSK", "12:30 CEST", false),
        ("12:30 CET", "11:30 GMT", false),
        ("14:30 EST", "11:30 PDT", true),
        ("13:30 MSK", "11:30 CEST", true),
        ("2:30 p.m.", "14:30", false),
        ("12:10 a.m.", "0:10", false),
        ("24:00", "23:00", true),
        ("24:00", "0:00", false),
        ("14:59", "15:59", true),
        ("12:30 p.m.", "12:30", false),
    ] {
        let expected = if differ {
            vec![format!("Date: {left} | {right}")]
        } else {
            Vec::new()
        };
        assert_eq!(facts(&leaves(left), &leaves(right)), expected);
    }
}

#[test]
fn figures_differ_by_value_however_they_are_written() {
    let costs = |figure: &str| format!("A loaf of the dark bread costs {figure} crowns in town.");
    for (left, right, differ) in [
        ("3,50", "3.50", false),
        ("3,50", "350", true),
        ("1,250", "1250", false),
        ("1,250.5", "1250.5", false),
        ("2 million", "2,000,000", false),
        ("twelve", "12", false),
        ("12", "13", true),
    ] {
        let expected = if differ {
            vec![format!("Number: {left} | {right}")]
        } else {
            Vec::new()
        };
        assert_eq!(facts(&costs(left), &costs(right)), expected);
    }
}

#[test]
fn the_number_of_an_item_states_nothing_its_figures_do() {
    hold(&[
        [
            "Wanted for the fair:\n1. Two bells from the mill\n2. A rope for the flag\n3. Chalk",
            "Wanted for the fair:\n2. A rope for the flag\n1. Two bells from the mill\n3. Chalk",
            "",
        ],
        [
            "Sold at the fair:\n- 40% of the white goats\n- all of the old hens",
            "Sold at the fair:\n- 50% of the white goats\n- all of the old hens",
            "Number: 40% | 50%",
        ],
    ]);
}

#[test]
fn a_quotation_is_altered_by_a_word_on_either_side() {
    hold(&[
        [
            "The mayor said “we will never ever sell the old bell” on Monday in the hall.",
            "The mayor said “we will never sell the old bell” on Monday in the hall.",
            "Quotation altered: we will never ever sell the old bell | we will never sell the old bell",
        ],
        [
            "The mayor said “we will never sell the old bell” on Monday in the hall.",
            "The mayor said “we will never sell the very old bell” on Monday in the hall.",
            "Quotation altered: we will never sell the old bell | we will never sell the very old bell",
        ],
    ]);
}

#[test]
fn quotations_with_half_of_their_words_in_common_face_each_other() {
    hold(&[[
        "The mayor said “we will sell more new bells” on Monday in the hall.",
        "The mayor said “we will mend our old bells” on Monday in the hall.",
        "Quotation altered: we will sell more new bells | we will mend our old bells",
    ]]);
}

#[test]
fn what_is_quoted_may_stand_unquoted_with_words_between() {
    hold(&[
        [
            "The mayor said the town would “sell no bell to anyone” on Monday night.",
            "The mayor said the town would sell, as ever, no bell to anyone on Monday night.",
            "Quotation unquoted: sell no bell to anyone | sell, as ever, no bell to anyone",
        ],
        [
            "The mayor said the town would “sell no bell to anyone” on Monday night.",
            "The mayor said the town would sell, as it always has been, no bell to anyone on Monday night.",
            "",
        ],
    ]);
}

#[test]
fn two_words_with_capitals_are_a_name_at_the_start_too() {
    hold(&[
        [
            "Ada Brandt opened the old fair on Monday.",
            "Ida Brandt opened the old fair on Monday.",
            "Name: Ada Brandt | Ida Brandt",
        ],
        [
            "They took tram no 5 to the old mill today.",
            "They took tram 5 to the old mill today.",
            "",
        ],
    ]);
}

/// Points tell how a word is read: with them or without, it denies as much.
/// At an end of a quotation four words that are replaced alter it; more are another clause, which one side leaves out.
#[test]
fn four_words_replaced_at_an_end_alter_a_quotation() {
    let says = |quoted: &str| format!("The mayor said “{quoted}” on Monday in the hall.");
    for (left, right, told) in [
        (
            "we shall all dance before we sell the old bell in May",
            "nobody here ever laughed before we sell the old bell in May",
            "altered",
        ),
        (
            "we shall all dance now before we sell the old bell in May",
            "nobody here ever laughed once before we sell the old bell in May",
            "cut",
        ),
        (
            "we sell the old bell in May and all shall dance",
            "we sell the old bell in May because nobody here laughed",
            "altered",
        ),
        (
            "we sell the old bell in May and then all shall dance",
            "we sell the old bell in May because nobody here ever laughed",
            "cut",
        ),
    ] {
        let wanted = format!("Quotation {told}: {left} | {right}");
        let found = facts(&says(left), &says(right));
        assert!(found.contains(&wanted), "{found:?}");
    }
}

/// A sentence that was turned round: at least 3/5 of the words of both stand in the other.
#[test]
fn values_in_other_places_differ_in_sentences_that_are_alike() {
    hold(&[
        [
            "In 1950 the old mill at Kells burned to the ground.",
            "The old mill at Kells fell to a storm in 1960.",
            "Date: 1950 | 1960",
        ],
        [
            "In 1950 the old mill at Kells burned to the ground.",
            "The old barn at Kells fell to a storm in 1960.",
            "",
        ],
    ]);
}

/// An institute and another: three words, of which the first has a capital.
#[test]
fn the_name_of_a_body_goes_on_in_small_letters() {
    hold(&[
        [
            "She has worked for Kolpin water works since May.",
            "She has worked for Dornau gas board since May.",
            "Name: Kolpin | Dornau",
        ],
        [
            "She has worked for Kolpin old water works since May.",
            "She has worked for Dornau new gas board since May.",
            "",
        ],
        [
            "She has worked for Kolpin works since May.",
            "She has worked for Dornau board since May.",
            "",
        ],
    ]);
}

#[test]
fn four_words_may_stand_inside_a_negation() {
    hold(&[
        [
            "Le maire vend demain sans doute la cloche de la ville.",
            "Le maire ne vend demain sans doute pas la cloche de la ville.",
            "Negation denied:  | ne vend demain sans doute pas",
        ],
        [
            "Le maire vend demain soir sans doute la cloche de la ville.",
            "Le maire ne vend demain soir sans doute pas la cloche de la ville.",
            "",
        ],
    ]);
}

/// A name has at most four words, or twelve characters.
#[test]
fn names_without_capitals_are_short() {
    hold(&[
        [
            "افتتح الرئيس ناصر سالم فؤاد البدراوي المتحف يوم الاثنين.",
            "افتتح الرئيس مراد حليم رامي الحلواني المتحف يوم الاثنين.",
            "Name: ناصر سالم فؤاد البدراوي | مراد حليم رامي الحلواني",
        ],
        [
            "افتتح الرئيس ناصر سالم فؤاد كريم البدراوي المتحف يوم الاثنين.",
            "افتتح الرئيس مراد حليم رامي عادل الحلواني المتحف يوم الاثنين.",
            "",
        ],
        [
            "周一阿卜杜拉赫曼诺夫斯基维奇市长参观了老磨坊。",
            "周一克里斯托弗罗马诺索洛约翰市长参观了老磨坊。",
            "Name: 阿卜杜拉赫曼诺夫斯基维奇 | 克里斯托弗罗马诺索洛约翰",
        ],
        [
            "周一阿卜杜拉赫曼诺夫斯基维奇娜市长参观了老磨坊。",
            "周一克里斯托弗罗马诺索洛约翰森市长参观了老磨坊。",
            "",
        ],
    ]);
}

/// What a text states of a kind, as it is written, told by a text that agrees with it.
fn stated(text: &str, kind: FactKind) -> Vec<&str> {
    let comparison = compare(text, text, &Options::default());
    let agree = comparison.facts.agree.iter();
    let own = agree.filter(|one| one.kind == kind);
    own.map(|one| &text[one.spans.left.range()]).collect()
}

/// Holds a table of texts and what they state of a kind.
fn hold_stated(kind: FactKind, table: &[(&str, &[&str])]) {
    for (text, wanted) in table {
        assert_eq!(stated(text, kind), *wanted, "{text}");
    }
}

#[test]
fn what_belongs_to_a_name() {
    hold_stated(
        FactKind::Name,
        &[
            ("He met Ada B. Brandt there.", &["Ada B. Brandt"]),
            ("He met Ada B Brandt there.", &["Ada", "Brandt"]),
            ("He met Ada B. there.", &["Ada"]),
            ("He met Ada B at Dorn again.", &["Ada", "Dorn"]),
            ("She sails to Kells-on-Dorn today.", &["Kells-on-Dorn"]),
            ("She sails to Kells-Dorn today.", &["Kells-Dorn"]),
            ("She sails to Kells - Dorn today.", &["Kells"]),
            ("She sails to Kells- Dorn today.", &["Kells"]),
            ("She sails to Kells-on-sea today.", &["Kells"]),
            ("She sails to Kells-on Dorn today.", &["Kells", "Dorn"]),
            ("He met Mr. Brandt there.", &["Mr. Brandt"]),
            ("He met Mr. again.", &[]),
            ("He left Dorn. Brandt stayed.", &["Dorn"]),
            ("He met Dr. Ada Brandt there.", &["Dr. Ada Brandt"]),
            ("It was the Dockers' Union again.", &["Dockers' Union"]),
            ("It was the Dockers' first union.", &["Dockers"]),
            ("It was the Dockers 'Union' again.", &["Dockers"]),
            ("It was the Union of Dockers again.", &["Union of Dockers"]),
            (
                "It was the Bank of the North again.",
                &["Bank of the North"],
            ),
            ("It was the Bank of it.", &["Bank"]),
            (
                "It was Ada Brandt of the Union again.",
                &["Ada Brandt", "Union"],
            ),
            ("It was the Herald, Dorn.", &["Herald", "Dorn"]),
            ("Dorn slept.", &[]),
            ("He said: “Dorn slept.”", &[]),
            ("He said that Dorn slept on Monday in May.", &["Dorn"]),
        ],
    );
}

#[test]
fn what_belongs_to_a_number() {
    hold_stated(
        FactKind::Number,
        &[
            ("There came twenty-one men.", &["twenty-one"]),
            ("There came twenty-twelve men.", &["twenty", "twelve"]),
            (
                "There came one hundred and five men.",
                &["one hundred and five"],
            ),
            ("There came one hundred five men.", &["one hundred five"]),
            (
                "There came two hundred and twelve men.",
                &["two hundred and twelve"],
            ),
            ("There came five and twenty men.", &["five", "twenty"]),
            ("There came twenty and five men.", &["twenty", "five"]),
            ("There came thirty and forty men.", &["thirty", "forty"]),
            (
                "Vinieron treinta y cinco hombres de la casa.",
                &["treinta y cinco"],
            ),
            (
                "Vinieron treinta y cuarenta hombres de la casa.",
                &["treinta", "cuarenta"],
            ),
            ("There came a thousand and one men.", &["thousand and one"]),
            (
                "There came two thousand and six men.",
                &["two thousand and six"],
            ),
            ("There came ten five men.", &["ten", "five"]),
            (
                "There came twenty-one hundred men.",
                &["twenty-one hundred"],
            ),
            ("There came one hundred and men.", &["one hundred"]),
            ("There came %15 of them.", &["%15"]),
            ("It is 8%15 of them.", &["8%", "15"]),
            (
                "There came at least about 200 men.",
                &["at least about 200"],
            ),
            ("There came some 200 men.", &["200"]),
            ("There came no more than 200 men.", &["no more than 200"]),
            ("There came -5 men.", &["-5"]),
            ("It is 3-5 men.", &["3", "5"]),
            ("It fell to −5 degrees.", &["−5"]),
            ("There came half a million men.", &["half a million"]),
            ("There came 5kg of it.", &["5kg"]),
            ("There came a 3D man.", &[]),
            ("They ran 190-mile ways.", &["190-mile"]),
        ],
    );
}

#[test]
fn what_belongs_to_a_date() {
    hold_stated(
        FactKind::Date,
        &[
            ("It was in 2019/20 again.", &["2019", "20"]),
            ("It was in 2019-21 again.", &["2019", "21"]),
            ("It was in 2019-18 again.", &["2019"]),
            ("It was in May 2031 again.", &["May 2031"]),
            ("It was in May 31 again.", &["May 31"]),
            ("It was in May of 2031 again.", &["May of 2031"]),
            ("It was at 9:30 again.", &["9:30"]),
            ("It was at 9:30:15 again.", &[]),
            ("It was at 9.30.15 again.", &[]),
            ("It was on 3 May 2031 again.", &["3 May 2031"]),
            ("It was in 1990 and 2031 again.", &["1990", "2031"]),
        ],
    );
}
