//! The language in which it is said what was found.

use serde_json::Value;

use crate::folder::{LEFT, RIGHT, err, out, two_articles as folder};

#[test]
fn what_was_found_is_said_in_the_language_asked_for() {
    let folder = folder("said");
    for format in ["text", "markdown", "json"] {
        let asked = ["compare", "left.txt", "right.txt", "-f", format];
        let [english, german] = ["en", "de"].map(|code| {
            let output = folder.run(&[&asked[..], &["--language", code]].concat());
            assert_eq!(output.status.code(), Some(0), "{}", err(&output));
            out(&output).to_owned()
        });
        assert!(english.contains("Two versions of one text"), "{english}");
        assert!(german.contains("Zwei Fassungen eines Textes"), "{german}");
    }
    for command in ["compare", "facts"] {
        let none = folder.run(&[command, "left.txt", "right.txt", "--language", "xx"]);
        assert_eq!(none.status.code(), Some(2));
        assert!(err(&none).contains("[possible values: en, de]"));
    }
}

/// `facts`, and all forms that are read, say in one language all that is theirs to say.
#[test]
fn all_that_is_said_is_in_the_language_asked_for() {
    let folder = folder("said-whole");
    let facts = ["facts", "left.txt", "right.txt", "--language", "de"];
    let said = folder.run(&facts);
    assert_eq!(
        (said.status.code(), out(&said)),
        (Some(1), "Zeitangabe, verschieden: Monday | Tuesday\n")
    );
    let json = folder.run(&[&facts[..], &["--json"]].concat());
    let json: Value = serde_json::from_str(out(&json)).expect("JSON");
    assert_eq!(json["facts"][0]["kind"], "date");
    let moved = "Keepers rowed ashore for oil at dawn and came back with two barrels.";
    folder.write("left.txt", format!("The lamp\n\n{moved}\n\n{LEFT}"));
    folder.write("right.txt", format!("The lamp\n\n{RIGHT}\n{moved}\n"));
    let asked = ["compare", "left.txt", "right.txt", "--language", "de"];
    let english = [
        "Left",
        "Shared",
        "Relation",
        "In short",
        "Differences",
        "The texts",
        "paragraph",
        "move ",
        "moved",
    ];
    let forms: [(&[&str], &[&str]); 4] = [
        (
            &[],
            &[
                "Verhältnis: zwei Fassungen",
                "1. Zeitangabe, verschieden: Monday | Tuesday",
                "[-wie sie links stehen-]",
                "(1 Absatz ist gleich)",
                "(Verschiebung 1)",
            ],
        ),
        (
            &["--side-by-side"],
            &["Links │ rechts: [-nur links-]", "(Verschiebung 1 ↓)"],
        ),
        (
            &["--color", "always"],
            &["(Verschiebung 1: von hier)", "(Verschiebung 1: hierher)"],
        ),
        (
            &["-f", "markdown"],
            &["{>>Kurz gesagt: ", "{>>Verschiebung 1: von hier<<}"],
        ),
    ];
    for (further, said) in forms {
        let output = folder.run(&[&asked[..], further].concat());
        for words in said {
            assert!(out(&output).contains(words), "{words}: {}", out(&output));
        }
        for words in english {
            assert!(!out(&output).contains(words), "{words}: {}", out(&output));
        }
    }
}
