//! Verdicts and weak matches: what comes in as UTF-16 offsets, and what a wrong value is answered.

use js_sys::{Array, Error, JSON, JsString};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{SHARED, call, cut, get, library, list, number, option, text};

/// What JSON says.
fn json(text: &str) -> JsValue {
    JSON::parse(text).unwrap_or_else(|_| panic!("{text} is JSON"))
}

/// One verdict, in JSON; each span is its start and its end.
fn verdict(kind: &str, left: (u32, u32), right: (u32, u32)) -> String {
    let span = |(start, end)| format!(r#"{{"start":{start},"end":{end}}}"#);
    let (left, right) = (span(left), span(right));
    format!(r#"{{"kind":"{kind}","left":{left},"right":{right}}}"#)
}

fn verdicts(all: &[String]) -> JsValue {
    json(&format!("[{}]", all.join(",")))
}

fn judged(left: &JsString, right: &JsString, all: &[String]) -> JsValue {
    let options = option("verdicts", &verdicts(all));
    call(left, right, &options, &JsValue::UNDEFINED).expect("right verdicts")
}

/// Where a word stands in a text, in UTF-16 code units.
fn place(of: &str, inside: &str) -> (u32, u32) {
    let at = inside.find(of).expect("the text has the word");
    let units = |text: &str| text.encode_utf16().count() as u32;
    (units(&inside[..at]), units(&inside[..at + of.len()]))
}

fn message(thrown: Result<JsValue, JsValue>) -> String {
    let error: Error = thrown.expect_err("an error").unchecked_into();
    error.message().into()
}

/// 1, 2, 3 and 4 bytes to a character, and 1 and 2 units, so that no count of one is right as a count of another.
const MIXED: [&str; 9] = [
    "vale",
    "größe",
    "цена",
    "\u{1d4b3}\u{1d4b4}",
    "été",
    "n\u{303}u",
    "λόγος",
    "zenith",
    "İx",
];

#[wasm_bindgen_test]
fn pins_point_at_words_behind_characters_of_every_width() {
    let words: Vec<String> = (0..30)
        .flat_map(|at| MIXED.map(|word| format!("{word}{at}q")))
        .collect();
    let left = format!("😀 {}", words.join(" 👩‍👧 "));
    let right = "Loaf 😀 market tide";
    for word in &words {
        let pin = verdict("pinned", place(word, &left), place("market", right));
        let result = judged(&text(&left), &text(right), &[pin]);
        let [passage] = list(&result, "passages").try_into().expect("one passage");
        assert_eq!(get(&passage, "pinned"), JsValue::TRUE);
        let shown = cut(&text(&left), &get(&passage, "left"));
        assert_eq!(&String::from(shown), word);
        let shown = cut(&text(right), &get(&passage, "right"));
        assert_eq!(String::from(shown), "market");
    }
}

#[wasm_bindgen_test]
fn refused_stretches_are_no_passage() {
    let (left, right) = (format!("😀😀 {SHARED}."), format!("漢 😀. {SHARED}."));
    let refused = verdict("refused", place(SHARED, &left), place(SHARED, &right));
    let result = judged(&text(&left), &text(&right), &[refused]);
    assert!(list(&result, "passages").is_empty());
    let without = judged(&text(&left), &text(&right), &[]);
    assert_eq!(list(&without, "passages").len(), 1);
}

#[wasm_bindgen_test]
fn an_offset_inside_a_surrogate_pair_is_the_start_of_the_pair() {
    // 𝒳 and 𝒴 are letters of two units each: the word stands from 2 to 6.
    let (left, right) = (text("a \u{1d4b3}\u{1d4b4} b"), text("tide loaf"));
    let shown = |start, end| {
        let result = judged(&left, &right, &[verdict("pinned", (start, end), (0, 4))]);
        let passages = list(&result, "passages");
        let spans = passages.iter().map(|one| cut(&left, &get(one, "left")));
        spans.map(String::from).collect::<Vec<_>>()
    };
    let word = ["\u{1d4b3}\u{1d4b4}"];
    assert_eq!(shown(2, 6), word);
    assert_eq!(shown(3, 5), word, "3 is 2, 5 is 4");
    assert_eq!(shown(5, 6), word, "5 is 4");
    assert!(shown(2, 3).is_empty(), "3 is 2: nothing is inside");
    assert!(shown(6, 7).is_empty(), "the space alone");
}

#[wasm_bindgen_test]
fn an_offset_behind_the_end_is_the_end() {
    for (left, right) in [("loaf tide", "market"), ("loaf 😀 tide", "маркет")] {
        let (last, all) = (place("tide", left), (0, u32::MAX));
        let result = judged(
            &text(left),
            &text(right),
            &[verdict("pinned", (last.0, u32::MAX), all)],
        );
        let [passage] = list(&result, "passages").try_into().expect("one passage");
        assert_eq!(number(&get(&passage, "left"), "start"), f64::from(last.0));
        assert_eq!(number(&get(&passage, "left"), "end"), f64::from(last.1));
        for behind in [(500, 900), (last.1, last.1), (last.1, 900)] {
            let nothing = verdict("pinned", behind, all);
            let result = judged(&text(left), &text(right), &[nothing]);
            assert!(list(&result, "passages").is_empty(), "{behind:?}");
        }
    }
}

/// `(what is given as verdicts, what the message names)`.
const WRONG: [(&str, &str); 15] = [
    ("4", "verdicts must be a list"),
    ("null", "verdicts must be a list"),
    (r#"{"length":1}"#, "verdicts must be a list"),
    ("[null]", "verdicts[0].kind"),
    (r#"[{"kind":"pinned"}]"#, "verdicts[0].left.start"),
    (
        r#"[{"kind":"gone",SPANS}]"#,
        "verdicts[0].kind must be pinned or refused",
    ),
    (r#"[{"kind":"Pinned",SPANS}]"#, "verdicts[0].kind"),
    (r#"[{SPANS}]"#, "verdicts[0].kind"),
    (
        r#"[{"kind":"pinned",SPANS},{"kind":1,SPANS}]"#,
        "verdicts[1].kind",
    ),
    (
        r#"[{"kind":"pinned","left":{"start":2,"end":1},"right":{"start":0,"end":1}}]"#,
        "verdicts[0].left must be",
    ),
    (
        r#"[{"kind":"refused","left":{"start":0,"end":1},"right":{"start":9,"end":8}}]"#,
        "verdicts[0].right must be",
    ),
    (
        r#"[{"kind":"pinned","left":{"start":-1,"end":1},"right":{"start":0,"end":1}}]"#,
        "verdicts[0].left.start",
    ),
    (
        r#"[{"kind":"pinned","left":{"start":0,"end":1.5},"right":{"start":0,"end":1}}]"#,
        "verdicts[0].left.end",
    ),
    (
        r#"[{"kind":"pinned","left":{"start":0,"end":1},"right":{"start":"0","end":1}}]"#,
        "verdicts[0].right.start",
    ),
    (
        r#"[{"kind":"pinned","left":{"start":0,"end":4294967296},"right":{"start":0,"end":1}}]"#,
        "verdicts[0].left.end",
    ),
];

#[wasm_bindgen_test]
fn wrong_verdicts_are_named() {
    let spans = r#""left":{"start":0,"end":1},"right":{"start":0,"end":1}"#;
    for (given, named) in WRONG {
        let given = json(&given.replace("SPANS", spans));
        let options = option("verdicts", &given);
        let thrown = call(&text("a"), &text("b"), &options, &JsValue::UNDEFINED);
        let said = message(thrown);
        assert!(said.starts_with(named), "{said:?} names {named}");
        if !given.is_null() {
            let thrown = library().overlap("one".into(), "two".into(), given.clone());
            assert_eq!(message(thrown.map_err(JsValue::from)), said);
            let thrown = library().elsewhere("one".into(), "two".into(), given);
            assert_eq!(message(thrown.map_err(JsValue::from)), said);
        }
    }
}

#[wasm_bindgen_test]
fn wrong_line_overrides_are_named() {
    for (given, named) in [
        (r#"{"left":[]}"#, "lineOverrides.right must be a list"),
        (
            r#"{"left":[{"line":"a"}],"right":[]}"#,
            "lineOverrides.left[0].boilerplate",
        ),
        (
            r#"{"left":[],"right":[{"line":4,"boilerplate":true}]}"#,
            "lineOverrides.right[0].line must be a text",
        ),
    ] {
        let options = option("lineOverrides", &json(given));
        let thrown = call(&text("a"), &text("b"), &options, &JsValue::UNDEFINED);
        let said = message(thrown);
        assert!(said.starts_with(named), "{said:?} names {named}");
    }
    let set = library().set(
        "four".into(),
        "Text".into(),
        json(r#"[{"line":"a"}]"#),
        JsValue::UNDEFINED,
    );
    let said = message(set.map(|()| JsValue::NULL).map_err(JsValue::from));
    assert!(said.starts_with("lineOverrides[0].boilerplate"), "{said}");
}

#[wasm_bindgen_test]
fn stock_phrases_are_shared_if_weak_matches_are_wanted() {
    let left = text("At the end of the day it was what it was, they said.");
    let right = text("The baker paid in full. At the end of the day nothing was left.");
    let words = |options: &JsValue| {
        let result = call(&left, &right, options, &JsValue::UNDEFINED).expect("right options");
        let [passage] = list(&result, "passages").try_into().expect("one passage");
        assert_eq!(get(&passage, "substance"), "formulaic");
        let covers = list(&get(&result, "coverage"), "left");
        let first = get(&covers[0], "what").as_string();
        assert_eq!(get(&passage, "passage"), JsValue::UNDEFINED);
        let summary = get(&get(&result, "summary"), "left");
        (first, number(&summary, "verbatim"))
    };
    let (first, verbatim) = words(&option("showWeak", &JsValue::TRUE));
    assert_eq!((first.as_deref(), verbatim), (Some("shared"), 6.0));
    let (first, verbatim) = words(&JsValue::UNDEFINED);
    assert_ne!(first.as_deref(), Some("shared"));
    assert_eq!(verbatim, 0.0);
}

#[wasm_bindgen_test]
fn an_overlap_heeds_verdicts_as_compare_does() {
    let (left, right) = (
        format!("It was late. {SHARED}."),
        format!("{SHARED}. Nobody was hurt on that night."),
    );
    for all in [
        vec![],
        vec![verdict(
            "refused",
            place(SHARED, &left),
            place(SHARED, &right),
        )],
        vec![verdict(
            "pinned",
            place("It was late", &left),
            place("Nobody was hurt", &right),
        )],
    ] {
        let compared = judged(&text(&left), &text(&right), &all);
        let overlap = library().overlap("one".into(), "two".into(), verdicts(&all));
        let overlap = overlap.unwrap_or_else(|_| panic!("both are there"));
        assert_eq!(get(&overlap, "complete"), get(&compared, "complete"));
        for side in ["left", "right"] {
            let summary = get(&get(&compared, "summary"), side);
            let share = get(&overlap, side);
            for name in ["words", "verbatim", "edited", "reworded"] {
                assert_eq!(
                    number(&share, name),
                    number(&summary, name),
                    "{name} {all:?}"
                );
            }
            assert_eq!(
                number(&share, "repeated"),
                number(&summary, "repeatedWords")
            );
        }
    }
}

#[wasm_bindgen_test]
fn elsewhere_has_an_entry_for_each_passage_that_verdicts_leave() {
    let (left, right) = (
        format!("It was late. {SHARED}."),
        format!("{SHARED}. Nobody was hurt on that night."),
    );
    let shared = (place(SHARED, &left), place(SHARED, &right));
    let others = (
        place("It was late", &left),
        place("Nobody was hurt", &right),
    );
    for (all, names) in [
        (vec![], vec!["three"]),
        (vec![verdict("refused", shared.0, shared.1)], vec![]),
        (
            vec![verdict("pinned", others.0, others.1)],
            vec!["", "three"],
        ),
    ] {
        let found = library().elsewhere("one".into(), "two".into(), verdicts(&all));
        let found = found.unwrap_or_else(|_| panic!("both are there"));
        assert_eq!(get(&found, "complete"), JsValue::TRUE);
        let found = list(&found, "articles").into_iter().map(|one| {
            let names = one.unchecked_into::<Array>().join(" ");
            String::from(names)
        });
        let mut found: Vec<String> = found.collect();
        found.sort();
        assert_eq!(found, names, "{all:?}");
    }
}

#[wasm_bindgen_test]
fn verdicts_of_a_library_may_be_left_out() {
    for none in [JsValue::UNDEFINED, JsValue::NULL, Array::new().into()] {
        assert!(
            library()
                .overlap("one".into(), "two".into(), none.clone())
                .is_ok()
        );
        assert!(
            library()
                .elsewhere("one".into(), "two".into(), none)
                .is_ok()
        );
    }
}
