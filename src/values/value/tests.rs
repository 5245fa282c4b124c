//! Which values agree, differ and round each other, by examples.

use super::*;

fn name(words: &str) -> Value {
    Value::Name(words.split(' ').map(str::to_owned).collect())
}

fn amount(value: f64, unit: Option<AmountUnit>) -> Value {
    Value::Number(Amount {
        written: value,
        value,
        unit,
        limit: None,
    })
}

fn clock(minutes: i32, exact: bool, zone: Option<i32>) -> Value {
    Value::Time(Clock {
        minutes,
        exact,
        zone,
    })
}

#[test]
fn values_agree_only_if_they_say_the_same() {
    assert!(clock(570, false, None).agrees(&clock(1290, true, None)));
    assert!(!clock(570, true, None).agrees(&clock(1290, true, None)));
    assert!(clock(570, false, Some(0)).agrees(&clock(630, false, Some(60))));
    assert!(!clock(570, false, Some(0)).agrees(&clock(570, false, Some(60))));
    assert!(!amount(1e3, None).agrees(&amount(1e6, None)));
    assert!(
        !amount(5.0, Some(AmountUnit::Percent)).agrees(&amount(5.0, Some(AmountUnit::Money("$"))))
    );
    assert!(Value::Date(2031, 5, 3).agrees(&Value::Day(5, 3)));
    assert!(!Value::Date(2031, 5, 3).agrees(&Value::Day(5, 4)));
    assert!(Value::Decade(1890).agrees(&Value::Year(1893)));
    assert!(Value::Date(1899, 12, 31).agrees(&Value::Decade(1890)));
    assert!(!Value::Decade(1890).agrees(&Value::Decade(1880)));
    assert!(!Value::Decade(1890).agrees(&Value::Day(5, 3)));
    assert!(name("ada brandt").agrees(&name("brandt")));
    assert!(!name("ada").agrees(&name("ida")));
    assert!(!name("ada brandt").agrees(&name("ida brandt")));
    assert!(name("tony brandt").agrees(&name("antony brandt")));
    assert!(!name("jane brandt").agrees(&name("john brandt")));
    assert!(name("joe brandt").agrees(&name("joseph brandt")));
    assert!(name("j brandt").agrees(&name("jane brandt")));
    assert!(name("harbour office chief ada brandt").is_same(&name("ada brandt")));
    assert!(!name("harbour office chief ada brandt").is_same(&name("harbour master ida hale")));
    assert!(!name("marren university").is_same(&name("dorn university college")));
    assert!(name("uk").agrees(&name("united kingdom")));
    assert!(!name("uk").agrees(&name("upper kells mill")));
}

/// Forms of a name differ at the end: in four letters at most and half of what they have in common, one of them in two.
#[test]
fn forms_of_a_name_are_the_same_but_for_the_end() {
    for (a, b, wanted) in [
        ("dorn", "dorn", true),
        // One is the other, shortened to three letters at least.
        ("ark", "arkansas", true),
        ("ar", "arkansas", false),
        ("orlo", "orlova", true),
        // More than four letters in common.
        ("dornia", "dornix", true),
        ("dornau", "dornex", false),
        // Up to four at the end.
        ("hellertonx", "hellertonabcd", true),
        ("hellertonsx", "hellertonsabcde", false),
        // Half of what they have in common.
        ("dornauabc", "dornaux", true),
        ("dornauabcd", "dornaux", false),
        // Two at the end of the shorter one.
        ("hellertoxy", "hellertoabcd", true),
        ("hellertoxyz", "hellertoabc", false),
    ] {
        assert_eq!(is_form(a, b), wanted, "{a} {b}");
        assert_eq!(is_form(b, a), wanted, "{b} {a}");
    }
}

#[test]
fn round_figures_are_no_other_number() {
    for (round, exact, wanted) in [
        (3000.0, 2987.0, true),
        (10_000.0, 10_140.0, true),
        (3000.0, 2499.0, false),
        (5.0, 4.8, true),
        (5.0, 5.3, false),
        // 1/20 off at most.
        (20_000.0, 19_100.0, true),
        (20_000.0, 18_900.0, false),
        // Counts below 100 are not rounded.
        (100.0, 99.0, true),
        (90.0, 89.0, false),
        (1400.0, 1500.0, false),
    ] {
        let amount = |value: f64| Amount {
            written: value,
            value,
            unit: None,
            limit: None,
        };
        assert_eq!(
            amount(round).rounds(amount(exact)),
            wanted,
            "{round} {exact}"
        );
        assert!(!amount(exact).rounds(amount(round)), "{exact} {round}");
    }
}

/// More than 10 and 12 do not contradict each other; more than 10 and 9 do.
#[test]
fn a_bound_holds_what_is_on_its_side() {
    let number = |value: f64, limit: Option<Limit>| Amount {
        written: value,
        value,
        unit: None,
        limit,
    };
    let (less, same, more) = (number(9.0, None), number(10.0, None), number(11.0, None));
    for (limit, wanted) in [
        (Some(Limit::Least), [false, false, true]),
        (Some(Limit::More), [false, false, true]),
        (Some(Limit::Most), [true, false, false]),
        (Some(Limit::Less), [true, false, false]),
        (Some(Limit::Only), [false, false, false]),
        (None, [false, false, false]),
    ] {
        let bound = number(10.0, limit);
        let found = [less, same, more].map(|other| bound.holds(other));
        assert_eq!(found, wanted, "{limit:?}");
    }
    let bounded = number(10.0, Some(Limit::Least));
    assert!(!bounded.holds(number(11.0, Some(Limit::Least))));
}

#[test]
fn parts_agree_with_ranks_and_numbers() {
    let third = Value::Part(1.0 / 3.0);
    assert!(third.agrees(&Value::Ordinal(3)) && Value::Ordinal(3).agrees(&third));
    assert!(!third.agrees(&Value::Ordinal(2)) && !Value::Ordinal(4).agrees(&third));
    assert!(!Value::Part(0.5).agrees(&Value::Ordinal(3)));
    assert!(Value::Part(0.5).agrees(&amount(0.5, None)));
    assert!(!Value::Part(0.5).agrees(&amount(2.0, None)));
}

#[test]
fn letters_stand_for_words() {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    for (short, long, wanted) in [
        ("uk", "united kingdom", true),
        ("u.k.", "united kingdom", true),
        ("uk", "united", false),
        ("u", "united", false),
        ("uk", "upper mill", false),
        ("u k", "united kingdom", false),
    ] {
        assert_eq!(
            stands_for(&words(short), &words(long)),
            wanted,
            "{short} {long}"
        );
    }
}

#[test]
fn what_is_of_another_sort_cannot_differ() {
    let money = |value, sign| amount(value, Some(AmountUnit::Money(sign)));
    assert!(money(5.0, "$").comparable(&money(5.0, "€")));
    assert!(!money(5.0, "$").comparable(&money(4.6, "€")));
    let metres = |value, rough| amount(value, Some(AmountUnit::Measure { of: "m", rough }));
    assert!(metres(305e3, false).agrees(&metres(305_775.0, true)));
    assert!(!metres(3.5e3, false).agrees(&metres(5_632.7, true)));
    // A distance in round miles is off by 3 % at most.
    assert!(metres(100e3, false).agrees(&metres(102.7e3, true)));
    assert!(!metres(100e3, false).agrees(&metres(103.3e3, true)));
    let km = Amount {
        written: 12.0,
        value: 12e3,
        unit: Some(AmountUnit::Measure {
            of: "m",
            rough: false,
        }),
        limit: None,
    };
    assert!(Value::Number(km).agrees(&amount(12.0, None)));
    assert!(!metres(5.0, false).comparable(&amount(5.0, Some(AmountUnit::Percent))));
    assert!(!Value::Weekday(1).comparable(&Value::Year(2031)));
}
