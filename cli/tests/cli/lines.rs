//! Lines of JSON as programs write them.

use serde_json::Value;

use crate::folder::{Folder, err, out};

const PAIR: &str = r#""left": "Nine boats waited there.", "right": "So nine boats waited there."}"#;

/// The id of each answer, as it is written.
fn ids(input: &str) -> Vec<String> {
    let output = Folder::new("lines-ids").given(&["pairs"], input.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    let lines = out(&output).lines();
    let ids = lines.filter_map(|line| line.strip_prefix("{\"id\":")?.split_once(",\"complete\":"));
    ids.map(|(id, _)| id.to_owned()).collect()
}

#[test]
fn an_id_comes_back_as_it_was_written() {
    let given = [
        "1e3",
        "10000000000000000000001",
        "1.0",
        "-0",
        "0.1000",
        "[1.50, {\"b\":  2, \"a\": 1}]",
        "\"caf\\u00e9\"",
        "\"\\ud800\"",
        "true",
        "null",
    ];
    let lines = given.map(|id| format!("{{\"id\": {id}, {PAIR}\n"));
    assert_eq!(ids(&lines.concat()), given);
    assert_eq!(ids(&format!("{{{PAIR}\n")), ["null"]);
}

#[test]
fn an_id_of_a_collection_comes_back_as_it_was_written() {
    let text = "\"The lamp on Gull Rock went out on Monday night, and nine boats waited.\"";
    let line = |id: &str| format!("{{\"id\": {id}, \"text\": {text}}}\n");
    let lines = [line("1e3"), line("1000.0"), line("\"a\"")].concat();
    let folder = Folder::new("lines-collection");
    for further in [&[][..], &["--candidates"]] {
        let output = folder.given(&[&["corpus", "-"], further].concat(), lines.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        let begins = [("1e3", "1000.0"), ("1e3", "\"a\""), ("1000.0", "\"a\"")];
        for (line, (left, right)) in out(&output).lines().zip(begins) {
            assert!(
                line.starts_with(&format!("{{\"left\":{left},\"right\":{right}")),
                "{line}"
            );
        }
        assert_eq!(out(&output).lines().count(), 3);
    }
    // The same words are one id, however they are written.
    let output = folder.given(
        &["corpus", "-"],
        [line("\"a\""), line("\"\\u0061\"")].concat().as_bytes(),
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).contains("line 2: an article before it has the id"),
        "{}",
        err(&output)
    );
}

#[test]
fn half_a_character_is_compared_as_one_that_nobody_knows() {
    let folder = Folder::new("lines-half");
    let line = r#"{"id": 1, "left": "Nine \ud800 boats \ud83d\ude00 waited", "right": "Nine \ud800 boats \ud83d\ude00 waited"}"#;
    let output = folder.given(&["pairs"], line.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    let found: Value = serde_json::from_str(out(&output)).expect("JSON");
    assert_eq!(found["relation"]["kind"], "same");
    let passage = &found["passages"][0]["left"];
    assert_eq!(passage["text"], "Nine \u{fffd} boats 😀 waited");
    // Half a character is one unit of UTF-16, the whole one two.
    assert_eq!(passage["end"], "Nine ? boats ?? waited".len());
    let lines = [
        r#"{"text": "Nine \udfff boats"}"#,
        r#"{"text": "Nine \udfff boats"}"#,
    ]
    .join("\n");
    let output = folder.given(&["corpus", "-"], lines.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(
        out(&output).contains("Nine \u{fffd} boats"),
        "{}",
        out(&output)
    );
}

#[test]
fn a_line_that_is_no_pair_stops_no_other() {
    let folder = Folder::new("lines-bad");
    let good = format!("{{\"id\": 1, {PAIR}");
    let lines = [
        good.as_bytes(),
        b"",
        b" \t\r",
        b"{\"left\"",
        b"{\"id\": 1.0, \"left\": \"caf\xe9\"}",
        b"[1, \"a\", \"b\"]",
        b"{\"id\": 1.0, \"left\": \"a\"}",
        good.as_bytes(),
    ];
    let output = folder.given(&["pairs"], &lines.join(&b'\n'));
    assert_eq!(output.status.code(), Some(2));
    let told: Vec<&str> = out(&output).lines().collect();
    let expected = [
        "{\"id\":1,\"complete\":true",
        "{\"id\":null,\"error\":\"line 4: no JSON: it ends before its object does\"}",
        "{\"id\":null,\"error\":\"line 5: not UTF-8\"}",
        "{\"id\":null,\"error\":\"line 6: no JSON object\"}",
        "{\"id\":1.0,\"error\":\"line 7: right must be a text\"}",
        "{\"id\":1,\"complete\":true",
    ];
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.starts_with(expected), "{told}");
    }
}

#[test]
fn nothing_but_empty_lines_is_no_failure() {
    let folder = Folder::new("lines-empty");
    for input in ["", "\n", "\u{feff}\n\r\n\n"] {
        let output = folder.given(&["pairs"], input.as_bytes());
        assert_eq!(
            (output.status.code(), out(&output)),
            (Some(0), ""),
            "{input:?}"
        );
    }
    // As some programs begin a file.
    let marked = format!("\u{feff}{{{PAIR}\r\n");
    let output = folder.given(&["pairs"], marked.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
}

/// What cannot be read on ends the work, for it would fail for ever.
#[cfg(target_os = "linux")]
#[test]
fn input_that_cannot_be_read_is_told_once() {
    let folder = Folder::new("lines-folder");
    let input = std::fs::File::open(folder.path()).expect("a folder");
    let output = folder
        .command(&["pairs"])
        .stdin(input)
        .output()
        .expect("it ends");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(out(&output).lines().count(), 1, "{}", out(&output));
    assert!(out(&output).starts_with("{\"id\":null,\"error\":\"line 1: "));
}
