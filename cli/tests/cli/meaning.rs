//! A model of meaning beside the words: what it adds, and which files are none.

use serde_json::{Value, json};

use crate::{
    folder::{Folder, err, out},
    synthetic,
};

/// The first sentences say the same in other words; those of the small model are near each other whatever they say.
const LEFT: &str = "Divers found the bell of the old ferry on Monday morning, close to the pier of an island where nobody \
                    had lived since spring. Its owners had gone out of business in the year of the great storm.";
const RIGHT: &str = "Swimmers have come upon something heavy that turned out to be a bell from some ferry, lost decades ago \
                     below steep cliffs of a deserted rock. Its owners had gone out of business in the year of the great \
                     storm.";

/// A folder with two articles and a small model.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("in/left.txt", LEFT);
    folder.write("in/right.txt", RIGHT);
    folder.write("small.meaning", synthetic::seal(1, &synthetic::contents()));
    folder
}

/// Whether each passage of an answer was found by meaning.
fn by_meaning(answer: &Value) -> Vec<bool> {
    let passages = answer["passages"].as_array().expect("passages");
    let flags = passages
        .iter()
        .map(|passage| passage["byMeaning"].as_bool());
    flags.map(|flag| flag.expect("a flag")).collect()
}

#[test]
fn a_model_finds_what_is_said_in_other_words() {
    let folder = folder("meaning");
    let pair = json!({ "left": LEFT, "right": RIGHT }).to_string();
    let with = ["--meaning", "small.meaning"];
    let commands: [(&[&str], &str); 3] = [
        (
            &["compare", "in/left.txt", "in/right.txt", "-f", "json-line"],
            "",
        ),
        (&["pairs"], &pair),
        (&["corpus", "in"], ""),
    ];
    for (command, input) in commands {
        let run = |more: &[&str]| {
            let output = folder.given(&[command, more].concat(), input.as_bytes());
            assert_eq!(output.status.code(), Some(0), "{}", err(&output));
            let answer: Value = serde_json::from_str(out(&output)).expect("JSON");
            by_meaning(&answer)
        };
        assert_eq!(run(&[]), [false], "{command:?}");
        assert_eq!(run(&with), [true, false], "{command:?}");
    }
    let text = folder.run(&[&["compare", "in/left.txt", "in/right.txt"][..], &with].concat());
    assert!(out(&text).contains("One passage says the same in other words"));
}

/// What has passages in other words alone has something to compare.
#[test]
fn facts_are_compared_in_other_words_too() {
    let folder = folder("meaning-facts");
    let left = LEFT.replace("Monday morning", "4 May");
    let right = RIGHT.replace("some ferry", "some ferry on 5 May");
    folder.write("in/left.txt", left);
    folder.write("in/right.txt", right);
    let asked = ["facts", "in/left.txt", "in/right.txt"];
    let differs = |more: &[&str]| {
        let output = folder.run(&[&asked[..], more].concat());
        (output.status.code(), out(&output).to_owned())
    };
    assert_eq!(differs(&[]), (Some(0), String::new()));
    let (code, told) = differs(&["--meaning", "small.meaning"]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("4 May | 5 May"), "{told}");
}

#[test]
fn a_file_that_is_no_model_is_told() {
    let folder = folder("meaning-files");
    let whole = synthetic::seal(1, &synthetic::contents());
    let mut damaged = whole.clone();
    damaged[500] ^= 1;
    let files: [(&str, Vec<u8>, &str); 5] = [
        (
            "foreign",
            b"PK\x03\x04 an archive".to_vec(),
            "not a model file of Twicetold",
        ),
        ("empty", Vec::new(), "not a model file of Twicetold"),
        (
            "newer",
            synthetic::seal(2, &synthetic::contents()),
            "format 2",
        ),
        (
            "cut",
            whole[..whole.len() - 9].to_vec(),
            "the end of this model file is missing",
        ),
        ("damaged", damaged, "this model file is damaged"),
    ];
    let commands: [&[&str]; 4] = [
        &["compare", "in/left.txt", "in/right.txt"],
        &["facts", "in/left.txt", "in/right.txt"],
        &["pairs"],
        &["corpus", "in"],
    ];
    for (name, bytes, reason) in files {
        folder.write(name, bytes);
        for command in commands {
            let output = folder.run(&[command, &["--meaning", name]].concat());
            assert_eq!(output.status.code(), Some(2), "{name}");
            let told = err(&output).to_lowercase();
            assert!(told.contains(&format!("twicetold: {name}: ")), "{told}");
            assert!(told.contains(&reason.to_lowercase()), "{told}");
            assert_eq!(out(&output), "");
        }
    }
    let none = folder.run(&["pairs", "--meaning", "none.meaning"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(err(&none).contains("none.meaning: "), "{}", err(&none));
}

#[test]
fn a_model_is_refused_where_it_makes_no_difference() {
    let folder = folder("meaning-refused");
    let with = ["--meaning", "small.meaning"];
    let compare = ["compare", "in/left.txt", "in/right.txt"];
    let refused: [(&[&str], &[&str], &str); 3] = [
        (&compare, &["-f", "html"], "for all forms but html"),
        (
            &compare,
            &["-o", "small.meaning"],
            "which is read: name another file",
        ),
        (
            &["corpus", "in"],
            &["--candidates"],
            "no difference to --candidates",
        ),
    ];
    for (command, more, reason) in refused {
        let output = folder.run(&[command, more, &with].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains(reason), "{}", err(&output));
    }
}
