//! The wire against the slow way: `compare` makes its result from one list of numbers, `compare_by_field` with one
//! call for each field. Both must give equal objects, for every case.

use std::collections::BTreeMap;

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{
    SHARED,
    cases::{CASES, Case},
    get, list, text,
};

/// Fields that may be null. The texts must give each of them both with and without a value.
const NULLABLE: [&str; 14] = [
    "story",
    "story.clauses.side",
    "story.findings.side",
    "coverage.left.passage",
    "coverage.right.passage",
    "paragraphs.left.boilerplate",
    "paragraphs.right.boilerplate",
    "passages.primary",
    "passages.region",
    "rows.counterpart",
    "rows.left",
    "rows.moves.left",
    "rows.moves.right",
    "rows.right",
];

/// Fields that are null in texts only that no reader would give. The decoder reads them as it reads the others.
const RARELY_NULL: [&str; 2] = ["facts.differences.passage", "rows.moves.passage"];

/// How often a field was null, and how often not, by its path without indices.
type Seen = BTreeMap<String, (usize, usize)>;

/// Both values are equal: the same fields in the same order, and nothing undefined.
fn assert_equal(path: &str, fast: &JsValue, slow: &JsValue, seen: &mut Seen) {
    let (null, value) = seen.entry(path.to_owned()).or_default();
    *if slow.is_null() { null } else { value } += 1;
    assert!(!fast.is_undefined() && !slow.is_undefined(), "{path}");
    if let Some(slow) = slow.dyn_ref::<Array>() {
        let fast: &Array = fast.dyn_ref().unwrap_or_else(|| panic!("{path} is a list"));
        assert_eq!(fast.length(), slow.length(), "entries of {path}");
        for (fast, slow) in fast.iter().zip(slow.iter()) {
            assert_equal(path, &fast, &slow, seen);
        }
    } else if slow.is_object() {
        let keys = |object: &JsValue| -> Vec<String> {
            let object: &Object = object.unchecked_ref();
            let keys = Object::keys(object).into_iter();
            keys.filter_map(|key| key.as_string()).collect()
        };
        assert!(fast.is_object(), "{path} is an object");
        assert_eq!(keys(fast), keys(slow), "fields of {path}");
        for key in keys(slow) {
            let field = format!("{path}.{key}");
            let field = field.trim_start_matches('.');
            assert_equal(field, &get(fast, &key), &get(slow, &key), seen);
        }
    } else {
        assert!(Object::is(fast, slow), "{path}: {fast:?}, not {slow:?}");
    }
}

fn assert_both_ways(left: &str, right: &str, options: &JsValue, seen: &mut Seen) {
    let fast = super::call(&text(left), &text(right), options, &JsValue::UNDEFINED);
    let fast = fast.expect("right options");
    let slow = twicetold::wasm::compare_by_field(left, right, options);
    let slow = slow.unwrap_or_else(|_| panic!("right options"));
    assert_equal("", &fast, &slow, seen);
}

/// Options that leave out as little as possible.
fn all_in() -> JsValue {
    let options = r#"{"minWords":2,"ignoreCase":false,"ignorePunctuation":false,"skipBoilerplate":false,"showWeak":true,"language":"de"}"#;
    js_sys::JSON::parse(options).expect("options")
}

/// Texts for what no case has: no words; many.
fn other_texts() -> Vec<(String, String)> {
    let lines = (0..400).map(|at| format!("Entry {at}: {SHARED} 😀 on day {}.\n", at * 7 % 31));
    let long: String = lines.collect();
    let texts = ["", " \u{a0}\n", SHARED, long.as_str()];
    let pairs = texts.map(|left| texts.map(|right| (left, right)));
    let all = pairs.into_iter().flatten();
    all.map(|(left, right)| (left.to_owned(), right.to_owned()))
        .collect()
}

#[wasm_bindgen_test]
fn both_ways_give_equal_objects() {
    let mut seen = Seen::new();
    for Case { left, right, .. } in CASES {
        assert_both_ways(left, right, &JsValue::UNDEFINED, &mut seen);
        assert_both_ways(right, left, &all_in(), &mut seen);
    }
    for (left, right) in other_texts() {
        assert_both_ways(&left, &right, &JsValue::UNDEFINED, &mut seen);
    }
    for (path, (null, value)) in &seen {
        let is_nullable = NULLABLE.contains(&path.as_str());
        let may_be_null = is_nullable || RARELY_NULL.contains(&path.as_str());
        assert!(*null == 0 || may_be_null, "{path} was null");
        assert!(*null > 0 || !is_nullable, "{path} was never null");
        assert!(*value > 0, "{path} was never anything but null");
    }
    let never: Vec<_> = NULLABLE
        .iter()
        .filter(|path| !seen.contains_key(**path))
        .collect();
    assert!(never.is_empty(), "never met: {never:?}");
}

/// An edit that a row and one of its passages have is one object, so that it is made once.
#[wasm_bindgen_test]
fn an_edit_of_a_passage_and_a_row_is_one_object() {
    let mut shared = 0;
    for Case { name, left, right } in CASES {
        let result = super::compare(&text(left), &text(right));
        let passages = list(&result, "passages");
        for row in list(&result, "rows") {
            let of_passages: Vec<JsValue> = list(&row, "passages")
                .iter()
                .filter_map(JsValue::as_f64)
                .flat_map(|number| list(&passages[number as usize - 1], "changes"))
                .collect();
            for change in list(&row, "changes") {
                let equal: Vec<&JsValue> = of_passages
                    .iter()
                    .filter(|other| plain(other) == plain(&change))
                    .collect();
                let same = equal.iter().any(|other| Object::is(other, &change));
                assert!(same || equal.is_empty(), "{name}: {}", plain(&change));
                shared += usize::from(same);
            }
        }
    }
    assert!(shared > 0, "no edit is in both");
}

fn plain(value: &JsValue) -> String {
    let json = js_sys::JSON::stringify(value).expect("plain data");
    json.into()
}
