//! What sentences mean: vectors as they come in, and what a wrong one is answered.

use js_sys::{Array, Error, Float32Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{call, cut, get, list, number, option, text};

/// The first sentences say the same in other words, but for "ferry" and "bell".
const LEFT: &str = "😀 Divers found the bell of the old ferry on Monday morning, close to the pier of an island where nobody \
                    had lived since spring. Its owners had gone out of business in the year of the great storm.";
const RIGHT: &str = "Swimmers have come upon something heavy that turned out to be a bell from some ferry, lost decades ago \
                     below steep cliffs of a deserted rock. Its owners had gone out of business in the year of the great storm.";

fn set(object: &Object, name: &str, value: &JsValue) {
    Reflect::set(object, &name.into(), value).expect("a property can be set");
}

fn floats(numbers: &[f32]) -> JsValue {
    Float32Array::from(numbers).into()
}

fn meaning(dimensions: &JsValue, left: &JsValue, right: &JsValue) -> JsValue {
    let object = Object::new();
    set(&object, "dimensions", dimensions);
    set(&object, "left", left);
    set(&object, "right", right);
    object.into()
}

fn compared(given: &JsValue) -> Result<JsValue, JsValue> {
    let options = option("meaning", given);
    call(&text(LEFT), &text(RIGHT), &options, &JsValue::UNDEFINED)
}

fn message(thrown: Result<JsValue, JsValue>) -> String {
    let error: Error = thrown.expect_err("an error").unchecked_into();
    error.message().into()
}

#[wasm_bindgen_test]
fn sentences_are_stretches_of_code_units() {
    let whole = text(LEFT);
    let found = twicetold::wasm::sentences(whole.clone().into());
    let found: Array = found.unwrap_or_else(|_| panic!("a text")).unchecked_into();
    let found: Vec<JsString> = found.iter().map(|span| cut(&whole, &span)).collect();
    assert_eq!(found.len(), 2);
    assert!(String::from(found[0].clone()).ends_with("since spring."));
    assert_eq!(
        found[1],
        text("Its owners had gone out of business in the year of the great storm.")
    );
    let none = twicetold::wasm::sentences(" \n".into()).unwrap_or_else(|_| panic!("a text"));
    assert_eq!(none.unchecked_into::<Array>().length(), 0);
}

#[wasm_bindgen_test]
fn a_passage_that_meaning_found_says_so() {
    let same = floats(&[1.0, 0.0, 0.0, 1.0]);
    let result = compared(&meaning(&2.into(), &same, &same)).expect("right vectors");
    let passages = list(&result, "passages");
    assert_eq!(passages.len(), 2);
    assert_eq!(get(&passages[0], "byMeaning"), JsValue::TRUE);
    assert_eq!(get(&passages[1], "byMeaning"), JsValue::FALSE);
    assert_eq!(get(&passages[0], "grade"), JsValue::from("reworded"));
    for absent in [JsValue::UNDEFINED, JsValue::NULL] {
        let result = compared(&absent).expect("no vectors");
        assert_eq!(list(&result, "passages").len(), 1);
    }
}

#[wasm_bindgen_test]
fn a_wrong_vector_is_named() {
    let two = floats(&[1.0, 0.0, 0.0, 1.0]);
    let message = |dimensions: JsValue, left: &JsValue, right: &JsValue| {
        message(compared(&meaning(&dimensions, left, right)))
    };
    for dimensions in [0.into(), 4097.into(), 1.5.into(), JsValue::NULL, "2".into()] {
        assert_eq!(
            message(dimensions, &two, &two),
            "meaning.dimensions must be a whole number from 1 to 4096"
        );
    }
    assert_eq!(
        message(2.into(), &two, &floats(&[1.0, 0.0])),
        "meaning.right must be 4 numbers, 2 for each sentence: it has 2"
    );
    assert_eq!(
        message(1.into(), &two, &two),
        "meaning.left must be 2 numbers, 1 for each sentence: it has 4"
    );
    for other in [
        JsValue::UNDEFINED,
        Array::new().into(),
        js_sys::Float64Array::new_with_length(4).into(),
    ] {
        assert_eq!(
            message(2.into(), &other, &two),
            "meaning.left must be a Float32Array"
        );
    }
    for wrong in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        assert_eq!(
            message(2.into(), &two, &floats(&[1.0, 0.0, wrong, 1.0])),
            "meaning.right[2] must be a finite number"
        );
    }
    assert!(compared(&4.into()).is_err());
}

#[wasm_bindgen_test]
fn a_library_takes_vectors_with_its_articles() {
    let none = || JsValue::UNDEFINED;
    let mut library = twicetold::wasm::Library::new(none()).unwrap_or_else(|_| panic!("nothing"));
    let of = |vectors: &JsValue| {
        let object = Object::new();
        set(&object, "dimensions", &2.into());
        set(&object, "vectors", vectors);
        JsValue::from(object)
    };
    let same = of(&floats(&[1.0, 0.0, 0.0, 1.0]));
    let right = |one: Result<(), wasm_bindgen::JsError>| one.unwrap_or_else(|_| panic!("right"));
    right(library.set("left".into(), LEFT.into(), none(), same.clone()));
    right(library.set("right".into(), RIGHT.into(), none(), none()));
    let shared = |library: &twicetold::wasm::Library| {
        let found = library.overlap("left".into(), "right".into(), none());
        let found = found.unwrap_or_else(|_| panic!("both are there"));
        number(&get(&found, "left"), "reworded")
    };
    assert_eq!(shared(&library), 0.0);
    right(library.set("right".into(), RIGHT.into(), none(), same));
    assert!(shared(&library) > 0.0);
    let short = of(&floats(&[1.0]));
    let thrown = library.set("right".into(), RIGHT.into(), none(), short);
    assert_eq!(
        message(thrown.map(|()| JsValue::NULL).map_err(JsValue::from)),
        "meaning.vectors must be 4 numbers, 2 for each sentence: it has 1"
    );
}
