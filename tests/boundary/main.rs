//! The boundary to JavaScript, in real browsers: what `compare` takes, returns and throws.
#![cfg(target_arch = "wasm32")]

mod cases;
mod meaning;
mod verdicts;
mod wire;

use js_sys::{Array, Error, Function, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsError, JsValue, closure::Closure};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const SHARED: &str =
    "the night ferry crossed the harbour before the storm had reached the outer pier";

/// Calls `compare` as JavaScript does, so that the texts cross the boundary as JavaScript strings.
fn call(
    left: &JsString,
    right: &JsString,
    options: &JsValue,
    progress: &JsValue,
) -> Result<JsValue, JsValue> {
    let compare =
        Closure::<dyn Fn(JsValue, JsValue, JsValue, JsValue) -> Result<JsValue, JsValue>>::new(
            |left, right, options, progress| {
                twicetold::wasm::compare(left, right, options, progress).map_err(JsValue::from)
            },
        );
    let compare: &Function = compare.as_ref().unchecked_ref();
    let arguments = Array::of4(left, right, options, progress);
    compare.apply(&JsValue::NULL, &arguments)
}

fn compare(left: &JsString, right: &JsString) -> JsValue {
    call(left, right, &JsValue::UNDEFINED, &JsValue::UNDEFINED).expect("no option, no error")
}

fn text(text: &str) -> JsString {
    JsString::from(text)
}

fn get(object: &JsValue, name: &str) -> JsValue {
    assert!(object.is_object(), "nothing to read {name} from");
    Reflect::get(object, &name.into()).expect("a property can be read")
}

fn list(object: &JsValue, name: &str) -> Vec<JsValue> {
    get(object, name)
        .dyn_into::<Array>()
        .unwrap_or_else(|_| panic!("{name} is a list"))
        .iter()
        .collect()
}

fn number(object: &JsValue, name: &str) -> f64 {
    get(object, name)
        .as_f64()
        .unwrap_or_else(|| panic!("{name} is a number"))
}

/// What a `{start, end}` cuts out of a JavaScript string.
fn cut(text: &JsString, span: &JsValue) -> JsString {
    let (start, end) = (number(span, "start"), number(span, "end"));
    assert!(0.0 <= start && start <= end && end <= f64::from(text.length()));
    text.slice(start as u32, end as u32)
}

/// The two sides of the passage that has the most words.
fn longest(left: &JsString, right: &JsString) -> (JsString, JsString) {
    let result = compare(left, right);
    let passage = list(&result, "passages")
        .into_iter()
        .max_by_key(|passage| number(passage, "common") as u32)
        .expect("the texts share a passage");
    (
        cut(left, &get(&passage, "left")),
        cut(right, &get(&passage, "right")),
    )
}

/// Both sides of the longest passage are the shared sentence, whatever stands before it.
fn assert_shared(left_before: &JsString, right_before: &JsString) {
    // With a capital, so that it is a sentence of its own.
    let sentence = format!("T{}", &SHARED[1..]);
    let left = left_before.concat(&text(&sentence));
    let right = right_before.concat(&text(&sentence));
    let (left, right) = longest(&left, &right);
    assert_eq!(String::from(left), sentence);
    assert_eq!(String::from(right), sentence);
}

#[wasm_bindgen_test]
fn result_has_every_part() {
    let left = text(&format!(
        "Harbour news\n\nWitnesses said {SHARED}. Nobody was hurt."
    ));
    let right = text(&format!("It was late. Witnesses said {SHARED}."));
    let result = compare(&left, &right);
    for name in ["regions", "passages", "rows"] {
        assert!(Array::is_array(&get(&result, name)), "{name} is a list");
    }
    assert_eq!(get(&result, "complete"), JsValue::TRUE);
    for side in ["left", "right"] {
        let summary = get(&get(&result, "summary"), side);
        assert!(number(&summary, "words") >= number(&summary, "verbatim"));
        assert!(number(&summary, "sentences") >= 2.0);
        assert!(!list(&get(&result, "paragraphs"), side).is_empty());
    }
    for (at, passage) in list(&result, "passages").iter().enumerate() {
        assert_eq!(number(passage, "number"), (at + 1) as f64);
        assert_ne!(cut(&left, &get(passage, "left")).length(), 0);
        assert_ne!(cut(&right, &get(passage, "right")).length(), 0);
    }
}

#[wasm_bindgen_test]
fn enumerations_are_kebab_case_words() {
    let left = text(&format!(
        "{SHARED}. A wholly different sentence follows here."
    ));
    let right = text(&format!("{SHARED}. Elsewhere people talked of bread."));
    let result = compare(&left, &right);
    for (name, property) in [
        ("passages", "grade"),
        ("passages", "substance"),
        ("rows", "kind"),
    ] {
        for entry in list(&result, name) {
            let value = get(&entry, property).as_string().expect("a word");
            let kebab = value.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            assert!(kebab && !value.is_empty(), "{property} is {value}");
        }
    }
}

#[wasm_bindgen_test]
fn rows_point_into_their_texts() {
    let left = text(&format!(
        "First 😀 sentence. Then {SHARED}.\r\n\r\nThe end."
    ));
    let right = text(&format!("Then {SHARED}. Something else happened."));
    let result = compare(&left, &right);
    let rows = list(&result, "rows");
    assert!(!rows.is_empty());
    for row in &rows {
        let sides = [("left", &left), ("right", &right)];
        let present = sides.iter().filter(|(side, text)| {
            let span = get(row, side);
            !span.is_null() && !span.is_undefined() && cut(text, &span).length() > 0
        });
        assert!(present.count() >= 1, "a row has at least one side");
    }
}

#[wasm_bindgen_test]
fn offsets_count_utf_16_units() {
    for before in [
        "",
        "Plain letters. ",
        "Ünïcode ľetters. ",
        "Cafe\u{301} and n\u{303}andu. ",
        "😀 👩‍👩‍👧‍👦 🇳🇿 one two. ",
        "First line.\r\nSecond line.\r\n\r\n",
        "港口昨夜關閉了。",
        "الميناء مغلق الليلة. ",
        "הנמל סגור הלילה. ",
        "\u{feff}Marked. ",
        "A nul \0 inside. ",
    ] {
        assert_shared(&text(before), &text(""));
        assert_shared(&text(""), &text(before));
        assert_shared(&text(before), &text("😀 Other words 😀. "));
    }
}

#[wasm_bindgen_test]
fn lone_surrogates_shift_nothing() {
    let (high, low) = (0xD83D_u16, 0xDE00_u16);
    for units in [
        vec![high],
        vec![low],
        vec![low, high],
        vec![high, high, low],
        vec![high, 65],
    ] {
        let broken = JsString::from_char_code(&units).concat(&text(" stood there. "));
        assert!(broken.length() as usize > units.len());
        assert_shared(&broken, &text(""));
        assert_shared(&text("😀. "), &broken);
    }
}

#[wasm_bindgen_test]
fn shared_chinese_is_cut_whole() {
    let shared = "委員會表示港口將在星期一早上重新開放給所有船隻使用";
    let left = text(&format!("😀 {shared}。"));
    let right = text(&format!("昨天，{shared}。"));
    let (left, right) = longest(&left, &right);
    assert!(String::from(left).contains(shared));
    assert!(String::from(right).contains(shared));
}

#[wasm_bindgen_test]
fn shared_arabic_is_cut_whole() {
    let shared = "أعلنت اللجنة أن الميناء سيفتح صباح الاثنين أمام جميع السفن";
    let left = text(&format!("بداية. {shared}."));
    let right = text(&format!("{shared}. نهاية مختلفة تماما."));
    let (left, right) = longest(&left, &right);
    assert!(String::from(left).contains(shared));
    assert!(String::from(right).contains(shared));
}

#[wasm_bindgen_test]
fn changes_point_at_what_differs() {
    let left = text(&format!(
        "😀 In May {SHARED}, the master of the port said on Tuesday."
    ));
    let right = text(&format!(
        "😀 In May {SHARED}, the master of the port said on Friday."
    ));
    let result = compare(&left, &right);
    let edits: Vec<(String, String)> = list(&result, "rows")
        .iter()
        .flat_map(|row| list(row, "changes"))
        .map(|change| {
            let left = cut(&left, &get(&change, "left"));
            (left.into(), cut(&right, &get(&change, "right")).into())
        })
        .collect();
    assert_eq!(edits, [("Tuesday".to_owned(), "Friday".to_owned())]);
}

#[wasm_bindgen_test]
fn empty_texts_are_compared() {
    for (left, right) in [("", ""), ("", SHARED), (SHARED, ""), (" \r\n\t ", "\u{a0}")] {
        let result = compare(&text(left), &text(right));
        assert!(list(&result, "passages").is_empty());
        assert!(list(&result, "regions").is_empty());
        assert_eq!(get(&result, "complete"), JsValue::TRUE);
    }
    assert!(list(&compare(&text(""), &text("")), "rows").is_empty());
    assert!(!list(&compare(&text(""), &text(SHARED)), "rows").is_empty());
}

/// `{name: value}`.
fn option(name: &str, value: &JsValue) -> JsValue {
    let options = Object::new();
    Reflect::set(&options, &name.into(), value).expect("a property can be set");
    options.into()
}

fn with_options(options: &JsValue) -> Result<JsValue, JsValue> {
    call(&text(SHARED), &text(SHARED), options, &JsValue::UNDEFINED)
}

#[wasm_bindgen_test]
fn option_errors_name_the_option() {
    let wrong: [(&str, JsValue); 13] = [
        ("minWord", 4.into()),
        ("min_words", 4.into()),
        ("minWords", 1.into()),
        ("minWords", 101.into()),
        ("minWords", 4.5.into()),
        ("minWords", f64::NAN.into()),
        ("minWords", f64::INFINITY.into()),
        ("minWords", "4".into()),
        ("minWords", JsValue::NULL),
        ("ignoreCase", 1.into()),
        ("ignorePunctuation", "yes".into()),
        ("ignoreDiacritics", JsValue::NULL),
        ("skipBoilerplate", Array::new().into()),
    ];
    for (name, value) in wrong {
        let thrown = with_options(&option(name, &value)).expect_err(name);
        let error: Error = thrown.dyn_into().expect("an Error is thrown");
        let message = String::from(error.message());
        assert!(message.contains(name), "{message:?} names {name}");
    }
    for no_object in [JsValue::from(4), "minWords".into(), JsValue::TRUE] {
        let thrown = with_options(&no_object).expect_err("not an object");
        let error: Error = thrown.dyn_into().expect("an Error is thrown");
        assert!(String::from(error.message()).contains("options"));
    }
}

#[wasm_bindgen_test]
fn options_may_be_left_out() {
    let right: [JsValue; 6] = [
        JsValue::UNDEFINED,
        JsValue::NULL,
        Object::new().into(),
        option("minWords", &JsValue::UNDEFINED),
        option("minWords", &2.into()),
        option("minWords", &100.into()),
    ];
    for options in &right {
        assert!(with_options(options).is_ok());
    }
}

#[wasm_bindgen_test]
fn options_are_heeded() {
    let (lower, upper) = (text(SHARED), text(&SHARED.to_uppercase()));
    let passages = |ignore: bool| {
        let options = option("ignoreCase", &ignore.into());
        let result = call(&lower, &upper, &options, &JsValue::UNDEFINED).expect("a right option");
        list(&result, "passages").len()
    };
    assert_eq!(passages(true), 1);
    assert_eq!(passages(false), 0);
}

#[wasm_bindgen_test]
fn progress_is_told_every_phase_in_order() {
    let calls = Array::new();
    let heard = calls.clone();
    let progress =
        Closure::<dyn Fn(JsValue, JsValue)>::new(move |phase: JsValue, done: JsValue| {
            heard.push(&Array::of2(&phase, &done));
        });
    call(
        &text(SHARED),
        &text(SHARED),
        &JsValue::NULL,
        progress.as_ref(),
    )
    .expect("no error");
    let phases: Vec<String> = calls
        .iter()
        .filter_map(|call| call.unchecked_into::<Array>().get(0).as_string())
        .collect();
    let shares: Vec<f64> = calls
        .iter()
        .filter_map(|call| call.unchecked_into::<Array>().get(1).as_f64())
        .collect();
    assert_eq!(phases.first().map(String::as_str), Some("Documents"));
    assert_eq!(phases.last().map(String::as_str), Some("Boundary"));
    assert!(phases.len() >= 4 && phases.len() == shares.len());
    assert_eq!(shares[0], 0.0);
    assert!(
        shares.windows(2).all(|pair| pair[0] < pair[1]),
        "{shares:?}"
    );
    assert!(shares.iter().all(|share| (0.0..1.0).contains(share)));
}

#[wasm_bindgen_test]
fn a_throwing_callback_does_no_harm() {
    let throws = Function::new_no_args("throw new Error('from the callback')");
    let result = call(&text(SHARED), &text(SHARED), &JsValue::NULL, &throws).expect("no error");
    assert_eq!(list(&result, "passages").len(), 1);
}

#[wasm_bindgen_test]
fn a_callback_that_is_no_function_does_no_harm() {
    for progress in [
        JsValue::NULL,
        4.into(),
        "progress".into(),
        Object::new().into(),
    ] {
        assert!(call(&text(SHARED), &text(SHARED), &JsValue::NULL, &progress).is_ok());
    }
}

#[wasm_bindgen_test]
fn phases_are_measured() {
    compare(&text(SHARED), &text(SHARED));
    let performance = get(&js_sys::global(), "performance");
    let entries: Function = get(&performance, "getEntriesByType").unchecked_into();
    let measures: Array = entries
        .call1(&performance, &"measure".into())
        .expect("measures can be read")
        .unchecked_into();
    let names: Vec<String> = measures
        .iter()
        .filter_map(|measure| get(&measure, "name").as_string())
        .collect();
    for phase in ["Documents", "Runs", "Passages", "Alignment", "Boundary"] {
        let wanted = format!("Twicetold {phase}");
        assert!(names.contains(&wanted), "{wanted} is among {names:?}");
    }
}

#[wasm_bindgen_test]
fn the_same_call_gives_the_same_answer() {
    let left = text(&format!(
        "{SHARED}. Some more words about the weather. {SHARED}."
    ));
    let right = text(&format!(
        "Words about the weather again. {SHARED}. And an end."
    ));
    let once = js_sys::JSON::stringify(&compare(&left, &right)).expect("plain data");
    let again = js_sys::JSON::stringify(&compare(&left, &right)).expect("plain data");
    assert_eq!(String::from(once), String::from(again));
}

/// A library of three articles, two of which share a sentence with the first.
fn library() -> twicetold::wasm::Library {
    let mut library = twicetold::wasm::Library::new(JsValue::UNDEFINED)
        .unwrap_or_else(|_| panic!("no option, no error"));
    library
        .set(
            "one".into(),
            format!("It was late. {SHARED}.").into(),
            JsValue::UNDEFINED,
            JsValue::UNDEFINED,
        )
        .unwrap_or_else(|_| panic!("no line overrides"));
    library
        .set(
            "two".into(),
            format!("{SHARED}. Nobody was hurt on that night.").into(),
            JsValue::UNDEFINED,
            JsValue::UNDEFINED,
        )
        .unwrap_or_else(|_| panic!("no line overrides"));
    library
        .set(
            "three".into(),
            format!("People talked of bread. {SHARED}.").into(),
            JsValue::UNDEFINED,
            JsValue::UNDEFINED,
        )
        .unwrap_or_else(|_| panic!("no line overrides"));
    library
}

#[wasm_bindgen_test]
fn an_overlap_is_what_compare_counts() {
    let found = library().overlap("one".into(), "two".into(), JsValue::UNDEFINED);
    let found = found.unwrap_or_else(|_| panic!("both are there"));
    let (left, right) = (
        text(&format!("It was late. {SHARED}.")),
        text(&format!("{SHARED}. Nobody was hurt on that night.")),
    );
    let summary = get(&compare(&left, &right), "summary");
    for side in ["left", "right"] {
        for name in ["words", "verbatim", "edited", "reworded"] {
            let (share, whole) = (get(&found, side), get(&summary, side));
            assert_eq!(number(&share, name), number(&whole, name), "{side} {name}");
        }
    }
    assert!(number(&get(&found, "left"), "verbatim") > 0.0);
    assert_eq!(get(&found, "complete"), JsValue::TRUE);
}

#[wasm_bindgen_test]
fn passages_name_the_other_articles_they_stand_in() {
    let found = library().elsewhere("one".into(), "two".into(), JsValue::UNDEFINED);
    let found = found.unwrap_or_else(|_| panic!("both are there"));
    let found = js_sys::JSON::stringify(&found).expect("plain data");
    assert_eq!(
        String::from(found),
        r#"{"articles":[["three"]],"complete":true}"#
    );
}

#[wasm_bindgen_test]
fn candidates_are_pairs_of_places_among_the_names() {
    let names = ["three", "none", "one"].map(str::to_owned).to_vec();
    let found = library().candidates(names);
    let found = found.unwrap_or_else(|_| panic!("names that are not there have no pairs"));
    let found = js_sys::JSON::stringify(&found).expect("plain data");
    assert_eq!(String::from(found), r#"{"pairs":[2,0],"complete":true}"#);
}

#[wasm_bindgen_test]
fn an_article_that_is_not_there_is_named() {
    let mut library = library();
    assert!(library.remove("two"));
    assert!(!library.remove("two"));
    for result in [
        library.overlap("one".into(), "two".into(), JsValue::UNDEFINED),
        library.overlap("two".into(), "one".into(), JsValue::UNDEFINED),
        library.elsewhere("one".into(), "two".into(), JsValue::UNDEFINED),
    ] {
        let error = JsValue::from(result.expect_err("an error"));
        let error: Error = error.unchecked_into();
        assert_eq!(error.message(), "there is no article two");
    }
}

#[wasm_bindgen_test]
fn a_library_refuses_what_compare_refuses() {
    let error = twicetold::wasm::Library::new(option("minWords", &1.into())).err();
    let error: Error = JsValue::from(error.expect("an error")).unchecked_into();
    assert!(String::from(error.message()).starts_with("minWords"));
    let error = twicetold::wasm::Library::new(option("minWord", &4.into())).err();
    assert!(error.is_some());
}

/// JavaScript may give anything in place of a text: it is told which it was, and the instance goes on.
#[wasm_bindgen_test]
fn what_is_no_text_is_named() {
    let told = |thrown: Option<JsError>| {
        let error: Error = JsValue::from(thrown.expect("an error")).unchecked_into();
        String::from(error.message())
    };
    let none = || JsValue::UNDEFINED;
    for other in [
        JsValue::NULL,
        none(),
        1.into(),
        true.into(),
        Object::new().into(),
        Uint8Array::new_with_length(3).into(),
    ] {
        let text = || JsValue::from(SHARED);
        let compare = |left, right| twicetold::wasm::compare(left, right, none(), none()).err();
        assert!(told(compare(other.clone(), text())).starts_with("left "));
        assert!(told(compare(text(), other.clone())).starts_with("right "));
        let export =
            |format, left| twicetold::wasm::export_as(format, left, text(), none(), none()).err();
        assert!(told(export("csv".into(), other.clone())).starts_with("left "));
        assert!(told(export(other.clone(), text())).starts_with("format "));
        let set = |name, text| library().set(name, text, none(), none()).err();
        assert!(told(set(other.clone(), text())).starts_with("name "));
        assert!(told(set("one".into(), other.clone())).starts_with("text "));
        let overlap = library().overlap("one".into(), other.clone(), none()).err();
        assert!(told(overlap).starts_with("right "));
        let sentences = twicetold::wasm::sentences(other.clone()).err();
        assert!(told(sentences).starts_with("text "));
        let date = twicetold::wasm::read_date(other, none()).err();
        assert!(told(date).starts_with("text "));
    }
    compare(&text(SHARED), &text(SHARED));
}

/// What is said of the articles is written, or refused with its place.
#[wasm_bindgen_test]
fn what_is_unknown_of_an_export_is_named() {
    let export = |info: &str| {
        let info = js_sys::JSON::parse(info).expect("JSON");
        let text = || JsValue::from(SHARED);
        twicetold::wasm::export_as("json".into(), text(), text(), JsValue::UNDEFINED, info)
    };
    for (info, told) in [
        ("5", "info must be an object"),
        ("[]", "info must be an object"),
        (r#"{"author": 5}"#, "info.author must be a text"),
        (
            r#"{"auther": "A"}"#,
            "there is no info.auther: info has left, ",
        ),
        (r#"{"left": "a.txt"}"#, "info.left must be an object"),
        (
            r#"{"right": {"title": ["A"]}}"#,
            "info.right.title must be a text",
        ),
        (
            r#"{"left": {"titel": "A"}}"#,
            "there is no info.left.titel: info.left has title, ",
        ),
        (
            r#"{"left": {"address": "a.html"}}"#,
            "info.left.address must be an address",
        ),
        (
            r#"{"right": {"date": "2031-02-30"}}"#,
            "info.right.date must be a day of the calendar",
        ),
        (
            r#"{"made": "2031-05-12T10:00:00+02:00"}"#,
            "info.made must be a date and time in UTC",
        ),
    ] {
        let error = JsValue::from(export(info).expect_err(info));
        let error: Error = error.unchecked_into();
        let message = String::from(error.message());
        assert!(message.starts_with(told), "{info}: {message}");
    }
    let known = r#"{"made": "2031-05-12T10:00:00.125Z", "left": {"title": "A", "date": null, "address": "https://example.org/a"}, "right": null}"#;
    for info in ["null", "{}", known] {
        assert!(export(info).is_ok(), "{info}");
    }
}

#[wasm_bindgen_test]
fn a_date_is_a_day_or_null() {
    let read = |text: &str, language: JsValue| {
        twicetold::wasm::read_date(text.into(), language).unwrap_or_else(|_| panic!("a text"))
    };
    let none = JsValue::UNDEFINED;
    assert_eq!(
        read("7. Mai 2031", none.clone()),
        JsValue::from("2031-05-07")
    );
    assert_eq!(
        read("3/4/2031", JsValue::from("fr")),
        JsValue::from("2031-04-03")
    );
    assert_eq!(read("3/4/2031", JsValue::NULL), JsValue::NULL);
    assert_eq!(read("0000-00-00", none), JsValue::NULL);
}
