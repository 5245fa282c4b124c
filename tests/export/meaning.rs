//! Passages that a model of meaning found: what each form says of them, and that all stays as it was without one.

use twicetold::{
    Options, Sides, compare,
    export::{Format, Source},
    meaning::Vectors,
    story::Language,
};

/// The first sentences say the same in other words, but for "ferry" and "bell".
const LEFT: &str = "Divers found the bell of the old ferry on Monday morning, close to the pier of an island where nobody \
                    had lived since spring. Its owners had gone out of business in the year of the great storm.";
const RIGHT: &str = "Swimmers have come upon something heavy that turned out to be a bell from some ferry, lost decades ago \
                     below steep cliffs of a deserted rock. Its owners had gone out of business in the year of the great storm.";

fn written(format: &str, language: &str, meaning: bool) -> String {
    let vectors = || Vectors::new(2, &[1.0, 0.0, 0.0, 1.0]);
    let options = Options {
        meaning: meaning.then(|| Sides::new(vectors(), vectors())),
        ..Options::default()
    };
    let comparison = compare(LEFT, RIGHT, &options);
    let source = Source {
        language: Language::of(language).expect("a table"),
        ..Source::new(&comparison, &options)
    };
    let format = Format::named(format).expect("a format");
    String::from_utf8_lossy(&format.write(&source)).into_owned()
}

#[test]
fn each_form_says_what_meaning_found() {
    let said = [
        ("json", "\"byMeaning\": true"),
        ("json", "\"meaning\": true"),
        ("json", "\"kind\": \"in-other-words\""),
        ("json-line", "\"byMeaning\":true"),
        ("csv", "1,reworded,statement,shared,false,true,false,"),
        ("annotation", "\"value\": \"in other words\""),
        ("markdown", "One passage says the same in other words"),
        ("text", "One passage says the same in other words"),
    ];
    for (format, words) in said {
        assert!(written(format, "en", true).contains(words), "{format}");
        assert!(!written(format, "en", false).contains(words), "{format}");
    }
    let german = written("text", "de", true);
    assert!(german.contains("Eine Stelle sagt dasselbe in anderen Worten"));
}

/// Tracked changes and TEI tell words: a passage without common words in a row is replaced as a whole.
#[test]
fn forms_of_words_give_both_texts_back() {
    let tei = written("tei", "en", true);
    for word in ["Divers", "Swimmers", "storm"] {
        assert!(tei.contains(word), "{word}");
    }
    assert!(written("docx", "en", true).contains("Swimmers"));
}
