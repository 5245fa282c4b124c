//! Edits and differences of fact call a value the same, for both read it in one place.

use super::{FactKind, Options, compare, hold};
use crate::diff::ChangeKind;

/// Sentences that differ in one value, and what sort of value that is.
const PAIRS: &[(&str, &str, FactKind)] = &[
    (
        "The ferry house is sold on 7 March by the board.",
        "The ferry house is sold on 8 March by the board.",
        FactKind::Date,
    ),
    (
        "The ferry house is sold on 6/8 March by the board.",
        "The ferry house is sold on 7/8 March by the board.",
        FactKind::Date,
    ),
    (
        "The ferry house is sold on March 6-8 by the board.",
        "The ferry house is sold on March 6-9 by the board.",
        FactKind::Date,
    ),
    (
        "The ferry house is sold on 2031-03-07 by the board.",
        "The ferry house is sold on 2031-03-08 by the board.",
        FactKind::Date,
    ),
    (
        "The ferry house is sold on 07.03.2031 by the board.",
        "The ferry house is sold on 08.03.2031 by the board.",
        FactKind::Date,
    ),
    (
        "The ferry house was sold in Sept. 2031 by the board.",
        "The ferry house was sold in Oct. 2031 by the board.",
        FactKind::Date,
    ),
    (
        "The ferry house was sold in the 1890s by the board.",
        "The ferry house was sold in the 1880s by the board.",
        FactKind::Date,
    ),
    (
        "The ferry house was sold in 2019-21 by the board.",
        "The ferry house was sold in 2019-22 by the board.",
        FactKind::Date,
    ),
    (
        "The ferry house was sold at 6 pm by the board.",
        "The ferry house was sold at 6 am by the board.",
        FactKind::Date,
    ),
    (
        "Das Haus am Hafen wird am 7. März vom Amt verkauft.",
        "Das Haus am Hafen wird am 8. März vom Amt verkauft.",
        FactKind::Date,
    ),
    (
        "Das Haus am Hafen wurde um 23.40 Uhr geräumt.",
        "Das Haus am Hafen wurde um 22.40 Uhr geräumt.",
        FactKind::Date,
    ),
    (
        "旧渡轮房屋将在3月7日出售给镇上的居民。",
        "旧渡轮房屋将在3月8日出售给镇上的居民。",
        FactKind::Date,
    ),
    (
        "古い渡し船の家は3月7日に港の役所によって売られる。",
        "古い渡し船の家は3月8日に港の役所によって売られる。",
        FactKind::Date,
    ),
    (
        "항구 위원회는 낡은 나루터 집을 3월 7일 정오에 팔기로 했다.",
        "항구 위원회는 낡은 나루터 집을 3월 8일 정오에 팔기로 했다.",
        FactKind::Date,
    ),
    (
        "The ferry house held 7 guests of the board.",
        "The ferry house held 8 guests of the board.",
        FactKind::Number,
    ),
    (
        "The ferry house was sold for $5 million by the board.",
        "The ferry house was sold for $5 billion by the board.",
        FactKind::Number,
    ),
    (
        "The ferry house was sold for $5,000 by the board.",
        "The ferry house was sold for €5,000 by the board.",
        FactKind::Number,
    ),
    (
        "The ferry house lies 5 km from the town of the board.",
        "The ferry house lies 5 miles from the town of the board.",
        FactKind::Number,
    ),
    (
        "The ferry house was the third house of the board.",
        "The ferry house was the fourth house of the board.",
        FactKind::Number,
    ),
];

#[test]
fn an_edit_is_called_as_the_fact_in_it() {
    for (left, right, kind) in PAIRS {
        let comparison = compare(left, right, &Options::default());
        let facts = comparison.facts.differences.iter();
        assert_eq!(
            facts.map(|fact| fact.kind).collect::<Vec<_>>(),
            [*kind],
            "{left}"
        );
        let called = match kind {
            FactKind::Date => ChangeKind::Date,
            _ => ChangeKind::Number,
        };
        let edits = comparison.rows.iter().flat_map(|row| &row.changes);
        let kinds: Vec<ChangeKind> = edits.map(|edit| edit.kind).collect();
        assert_eq!(kinds, [called], "{left}");
    }
}

/// What bounds a number is a word, and so is what stands beside a date; and a value in other words is no other value.
#[test]
fn words_that_change_no_value_are_words() {
    for (left, right) in [
        (
            "The crew was on board for the third time.",
            "The crew was on board for the 3rd time.",
        ),
        (
            "The crew stayed on board for 140 days.",
            "The crew stayed on board for one hundred and forty days.",
        ),
        (
            "The crew came on board at 6 p.m. on Monday.",
            "The crew came on board at 18:00 on Monday.",
        ),
        (
            "The crew had 2 tonnes of gravel on board.",
            "The crew had 2,000 kg of gravel on board.",
        ),
        (
            "Only two men of the crew were on board.",
            "Just two men of the crew were on board.",
        ),
        // A noun of German is no name.
        (
            "Die Fischer sahen die Schiffe am Abend vor der Insel.",
            "Die Fischer sahen die Boote am Abend vor der Insel.",
        ),
        (
            "Before 7 March the crew was on board.",
            "After 7 March the crew was on board.",
        ),
    ] {
        let comparison = compare(left, right, &Options::default());
        let edits = comparison.rows.iter().flat_map(|row| &row.changes);
        let kinds: Vec<ChangeKind> = edits.map(|edit| edit.kind).collect();
        assert_eq!(kinds, [ChangeKind::Word], "{left}");
    }
}

/// 24 characters of Thai, of which several make a syllable. More are a clause.
#[test]
fn the_longest_name_without_capitals() {
    let warning = |name: &str| format!("แพทย์หญิง{name}เตือนประชาชนว่าไม่ควรลงเล่นน้ำในทะเลสาบบัวขาว");
    hold(&[
        [
            &warning("ดวงแก้วมณี ทองประทีปวงศ์"),
            &warning("พิมพ์ใจนารี รัตนวารีสกุล"),
            "Name: ดวงแก้วมณี ทองประทีปวงศ์ | พิมพ์ใจนารี รัตนวารีสกุล",
        ],
        [
            &warning("ดวงแก้วมณี ทองประทีปวงศา"),
            &warning("พิมพ์ใจนารี รัตนวารีสกุลชัย"),
            "",
        ],
    ]);
}

/// Only where a model of meaning tied two languages are names left aside, which it knows in two writings.
#[test]
fn names_differ_in_two_languages_that_share_their_words() {
    hold(&[[
        "En la casa de Dorn canta Ada Brandt para todos los que no tienen casa.",
        "Na casa de Dorn canta Eva Kessler para todos os que não têm casa.",
        "Name: Ada Brandt | Eva Kessler",
    ]]);
}
