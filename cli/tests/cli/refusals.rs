//! What the program refuses or cannot find out: it says why, and ends with 2.

use std::fs;

use serde_json::{Value, json};

use crate::folder::{Folder, err, out};

const MONDAY: &str = "The lamp on Gull Rock went out on Monday night, and nine boats waited.\n";
const TUESDAY: &str = "The lamp on Gull Rock went out on Tuesday night, and nine boats waited.\n";
const STRANGER: &str = "Bakers in Lund queue for rye because two mills closed.\n";

/// A folder with two versions in it.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(&format!("refused-{name}"));
    folder.write("monday.txt", MONDAY);
    folder.write("tuesday.txt", TUESDAY);
    folder
}

/// What is said where nothing is written and the end is 2.
fn refusal(folder: &Folder, arguments: &[&str]) -> String {
    let output = folder.run(arguments);
    let ended = (output.status.code(), out(&output));
    assert_eq!(ended, (Some(2), ""), "{arguments:?}: {}", err(&output));
    err(&output).to_owned()
}

#[test]
fn facts_of_what_has_nothing_in_common_are_unknown() {
    let folder = folder("facts");
    folder.write("stranger.txt", STRANGER);
    folder.write("empty.txt", "");
    folder.write("blank.txt", " \n\n…\n");
    let cases = [
        ("monday.txt", "stranger.txt", "nothing in common: no detail"),
        ("monday.txt", "empty.txt", "the right text has no word"),
        ("blank.txt", "monday.txt", "the left text has no word"),
        ("empty.txt", "blank.txt", "neither text has a word"),
    ];
    for (left, right, why) in cases {
        let told = refusal(&folder, &["facts", left, right]);
        assert!(told.contains(why), "{told}");
        let output = folder.run(&["facts", left, right, "--json"]);
        assert_eq!(output.status.code(), Some(2));
        let told: Value = serde_json::from_str(out(&output)).expect("JSON");
        let expected = json!({"differs": false, "compared": false, "complete": true, "facts": []});
        assert_eq!(told, expected);
        assert!(err(&output).contains(why), "{}", err(&output));
    }
    let output = folder.run(&["facts", "monday.txt", "tuesday.txt", "--json"]);
    let told: Value = serde_json::from_str(out(&output)).expect("JSON");
    assert_eq!(told["compared"], true);
    for short in ["Nine boats.", "Rain.", "渡轮", "Three dead here now and"] {
        folder.write("short.txt", short);
        let same = folder.run(&["facts", "short.txt", "short.txt"]);
        assert_eq!((same.status.code(), err(&same)), (Some(0), ""), "{short}");
    }
}

/// Lists too long to hold each value against each other are no sentences: a limit of work.
#[test]
fn facts_past_a_limit_of_work_are_unknown() {
    let folder = folder("limit");
    let lots = (1..=135).map(|lot| lot.to_string()).collect::<Vec<_>>();
    let sold = format!("The lots {} were sold.", lots.join(", "));
    folder.write("sold.txt", &sold);
    folder.write("given.txt", sold.replace("sold", "given away"));
    let told = refusal(&folder, &["facts", "sold.txt", "given.txt"]);
    assert!(told.contains("a limit of work was met"), "{told}");
    let output = folder.run(&["facts", "sold.txt", "given.txt", "--json"]);
    let told: Value = serde_json::from_str(out(&output)).expect("JSON");
    let ended = (output.status.code(), &told["complete"], &told["differs"]);
    assert_eq!(ended, (Some(2), &json!(false), &json!(false)));
}

#[test]
fn a_file_that_cannot_be_read_takes_no_other_with_it() {
    let folder = folder("collection");
    folder.write("in/a.txt", MONDAY);
    folder.write("in/latin.txt", b"Nine boats waited outside the caf\xe9.");
    folder.write("in/picture.png", b"\x89PNG\r\n\x1a\n\0\0");
    folder.write("in/z/b.txt", TUESDAY);
    let pair = "{\"left\":\"a.txt\",\"right\":\"z/b.txt\"";
    for further in [&[][..], &["--candidates"]] {
        let output = folder.run(&[&["corpus", "in"], further].concat());
        assert_eq!(output.status.code(), Some(2), "{}", err(&output));
        assert!(out(&output).starts_with(pair), "{}", out(&output));
        let told: Vec<&str> = err(&output).lines().collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].contains("latin.txt: not UTF-8 from byte 33 on: save it as UTF-8"));
        assert!(told[1].ends_with("picture.png: not a text file this program reads"));
    }
    fs::create_dir(folder.path().join("none")).expect("a folder");
    let empty = folder.run(&["corpus", "none"]);
    assert_eq!((empty.status.code(), out(&empty)), (Some(0), ""));
    assert!(err(&empty).contains("none: there is no article in it"));
}

#[test]
fn a_line_that_is_no_article_takes_no_other_with_it() {
    let folder = folder("lines");
    let line = |id: Value, text: &str| json!({ "id": id, "text": text }).to_string();
    let lines = [
        line("a".into(), MONDAY).into_bytes(),
        b"{\"text\": \"caf\xe9\"}".to_vec(),
        b"{\"text\"".to_vec(),
        line("a".into(), STRANGER).into_bytes(),
        line("b".into(), TUESDAY).into_bytes(),
        line(json!(7), STRANGER).into_bytes(),
        line(Value::Null, STRANGER).into_bytes(),
    ];
    folder.write("articles.jsonl", lines.join(&b'\n'));
    let output = folder.run(&["corpus", "articles.jsonl"]);
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    assert!(out(&output).starts_with("{\"left\":\"a\",\"right\":\"b\","));
    assert_eq!(out(&output).lines().count(), 1);
    let told: Vec<&str> = err(&output).lines().collect();
    let expected = [
        "line 2: not UTF-8",
        "line 3: no JSON",
        "line 4: an article before it has the id \"a\"",
        "line 7: an article before it has the id 7",
    ];
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn what_is_no_collection_is_told_in_a_few_lines() {
    let folder = folder("no-collection");
    folder.write("text.txt", MONDAY.repeat(1000));
    let told = refusal(&folder, &["corpus", "text.txt"]);
    let told: Vec<&str> = told.lines().collect();
    assert_eq!(told.len(), 22, "{told:?}");
    assert!(
        told[19].starts_with("twicetold: left out: line 20: no JSON"),
        "{told:?}"
    );
    assert_eq!(told[20], "twicetold: left out: 980 more");
    assert!(told[21].contains("text.txt: nothing in it is an article: it takes a folder"));
}

#[test]
fn a_time_that_is_none_is_refused() {
    let folder = folder("time");
    let made = |time| {
        [
            "compare",
            "monday.txt",
            "tuesday.txt",
            "-f",
            "json",
            "--made",
            time,
        ]
    };
    for time in ["yesterday", "2031-05-12", "2031-05-12T10:00:00+02:00", ""] {
        let told = refusal(&folder, &made(time));
        assert!(told.contains("in UTC, as 2031-05-12T10:00:00Z"), "{told}");
    }
    for time in ["2031-02-30T10:00:00Z", "2031-05-12T25:00:00Z"] {
        let told = refusal(&folder, &made(time));
        assert!(told.contains("there is no such date and time"), "{told}");
    }
    let output = folder.run(&made("2028-02-29T10:00:00.5Z"));
    let found: Value = serde_json::from_str(out(&output)).expect("JSON");
    assert_eq!(found["made"], "2028-02-29T10:00:00.5Z");
}

#[test]
fn what_is_said_of_articles_has_known_keys_and_types() {
    let folder = folder("about");
    let asked = [
        "compare",
        "monday.txt",
        "tuesday.txt",
        "-f",
        "json",
        "--about",
        "about.json",
    ];
    for (about, why) in [
        ("[]", "about.json: write {\"left\""),
        ("null", "about.json: write {\"left\""),
        ("{\"first\": {}}", "first is unknown: write left or right"),
        ("{\"left\": \"a\"}", "left must be an object"),
        (
            "{\"left\": {\"titel\": \"a\"}}",
            "left.titel is unknown: write title",
        ),
        ("{\"right\": {\"title\": 5}}", "right.title must be a text"),
        (
            "{\"right\": {\"date\": \"12 May\"}}",
            "right.date must be a day, as",
        ),
        (
            "{\"left\": {\"date\": \"2031-02-30\"}}",
            "left.date must be a day, as",
        ),
        (
            "{\"left\": {\"address\": \"www.example.org\"}}",
            "left.address must be an address on the web, as https://",
        ),
        (
            "{\"left\": {\"a\\u001b[2J\\nb\": 1}}",
            "left.a\\u{1b}[2J\\nb must be a text",
        ),
    ] {
        folder.write("about.json", about);
        let told = refusal(&folder, &asked);
        assert!(told.contains(why), "{told}");
    }
    folder.write(
        "about.json",
        "{\"left\": {\"title\": null, \"name\": null}, \"right\": null}",
    );
    let output = folder.run(&asked);
    let found: Value = serde_json::from_str(out(&output)).expect("JSON");
    assert_eq!(found["articles"]["left"]["name"], "monday.txt");
}

#[test]
fn what_is_no_text_is_named() {
    let folder = folder("no-text");
    fs::create_dir_all(folder.path().join("folder.docx")).expect("a folder");
    let utf16: Vec<u8> = MONDAY.bytes().flat_map(|byte| [byte, 0]).collect();
    let cases: [(&str, &[u8], &str); 6] = [
        (
            "report.txt",
            b"%PDF-1.4\nplain",
            "a PDF file, which the page reads",
        ),
        ("packed.txt", b"PK\x03\x04", "let its name end so"),
        (
            "rich.txt",
            b"{\\rtf1 Nine boats}",
            "let its name end with .rtf",
        ),
        (
            "wide.txt",
            &utf16,
            "UTF-16 without a byte order mark: save it as UTF-8",
        ),
        (
            "zero.txt",
            b"Nine\0boats",
            "not a text file this program reads",
        ),
        (
            "old.txt",
            b"caf\xe9",
            "not UTF-8 from byte 3 on: save it as UTF-8 text",
        ),
    ];
    for (name, bytes, why) in cases {
        folder.write(name, bytes);
        let told = refusal(&folder, &["compare", name, "monday.txt"]);
        assert!(
            told.starts_with(&format!("twicetold: {name}: ")) && told.contains(why),
            "{told}"
        );
        let output = folder.given(&["facts", "-", "monday.txt"], bytes);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains(why), "{}", err(&output));
    }
    for name in ["folder.docx", "."] {
        let told = refusal(&folder, &["compare", "monday.txt", name]);
        assert_eq!(told, format!("twicetold: {name}: a folder, not a file\n"));
    }
}

/// The name of a file is whatever somebody gave it: no command to a terminal, and no line of its own.
#[cfg(unix)]
#[test]
fn names_are_shown_without_commands_to_a_terminal() {
    const NAME: &str = "a\u{1b}[2J\nb\u{9b}31m\u{202e}.txt";
    const SHOWN: &str = "a\\u{1b}[2J\\nb\\u{9b}31m\\u{202e}.txt";
    let folder = folder("names");
    let two = ["monday.txt", "tuesday.txt"];
    let calls: [Vec<&str>; 9] = [
        vec!["compare", NAME, "monday.txt"],
        vec!["facts", "monday.txt", NAME],
        vec!["corpus", NAME],
        vec!["pairs", "--meaning", NAME],
        [&["compare"], &two[..], &["--about", NAME]].concat(),
        [&["compare"], &two[..], &["-f", "html", "--page", NAME]].concat(),
        [&["compare"], &two[..], &["--made", NAME]].concat(),
        [&["compare"], &two[..], &[NAME]].concat(),
        vec![NAME],
    ];
    for call in &calls {
        let told = refusal(&folder, call);
        assert!(told.contains(SHOWN), "{call:?}: {told:?}");
        let bare = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!told.contains(bare), "{call:?}: {told:?}");
    }
    folder.write(NAME, "no page");
    for (call, why) in [
        (&calls[4], "expected "),
        (&calls[5], "not the built page"),
        (&calls[2], "nothing in it is an article"),
    ] {
        let told = refusal(&folder, call);
        assert!(told.contains(&format!("{SHOWN}: {why}")), "{told:?}");
    }
    let folder_of = format!("{NAME}/x/{NAME}");
    folder.write("in/latin.txt", b"caf\xe9");
    fs::rename(
        folder.path().join("in/latin.txt"),
        folder.path().join("in").join(NAME),
    )
    .expect("a file");
    let told = refusal(&folder, &["corpus", "in"]);
    assert!(told.contains(&format!("in/{SHOWN}: not UTF-8")), "{told:?}");
    let told = refusal(
        &folder,
        &[&["compare"], &two[..], &["-o", &folder_of]].concat(),
    );
    assert!(told.contains(&format!("no folder {SHOWN}/x")), "{told:?}");
}

#[test]
fn a_text_without_words_is_compared_and_told() {
    let folder = folder("wordless");
    folder.write("empty.txt", "");
    let output = folder.run(&["compare", "empty.txt", "monday.txt"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        err(&output),
        "twicetold: the left text has no word to compare\n"
    );
}

#[test]
fn a_file_goes_where_there_is_a_folder() {
    let folder = folder("output");
    // It is told before anything is read.
    let told = refusal(
        &folder,
        &["compare", "none.txt", "monday.txt", "-o", "none/x"],
    );
    assert!(told.contains("none/x: there is no folder none"), "{told}");
    let printed = folder.run(&["compare", "monday.txt", "tuesday.txt", "-o", "-"]);
    assert!(out(&printed).starts_with("Left: "), "{}", err(&printed));
    assert!(!folder.path().join("-").exists());
}

/// An option that would change nothing is refused in words.
#[test]
fn options_are_for_the_forms_that_read_them() {
    let folder = folder("columns");
    let table: [(&[&str], &str, &[&str]); 4] = [
        (
            &["--side-by-side"],
            "text",
            &["json", "markdown", "docx", "html"],
        ),
        (&["--width", "72"], "text", &["json", "csv", "tei"]),
        (
            &["--author", "A. Reader"],
            "docx",
            &["text", "json", "annotation"],
        ),
        (&["--page", "page.html"], "html", &["text", "docx"]),
    ];
    for (option, form, others) in table {
        for other in others {
            let asked = ["compare", "monday.txt", "tuesday.txt", "--format", other];
            let told = refusal(&folder, &[&asked[..], option].concat());
            let expected = format!("{} is for --format {form} alone", option[0]);
            assert!(told.contains(&expected), "{told}");
        }
    }
}

#[test]
fn no_file_that_is_read_is_written_over() {
    let folder = folder("over");
    folder.write("in/about.json", "{}");
    let mut outputs = vec![
        "monday.txt",
        "./tuesday.txt",
        "in/../monday.txt",
        "in/about.json",
    ];
    if cfg!(unix) {
        fs::hard_link(
            folder.path().join("monday.txt"),
            folder.path().join("hard.txt"),
        )
        .expect("a link");
        outputs.push("hard.txt");
    }
    #[cfg(unix)]
    {
        let link = folder.path().join("soft.txt");
        std::os::unix::fs::symlink("tuesday.txt", link).expect("a link");
        outputs.push("soft.txt");
    }
    let asked = [
        "compare",
        "monday.txt",
        "tuesday.txt",
        "--about",
        "in/about.json",
        "-o",
    ];
    for output in outputs {
        let told = refusal(&folder, &[&asked[..], &[output]].concat());
        assert!(told.contains("which is read: name another file"), "{told}");
    }
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
    assert_eq!([read("monday.txt"), read("tuesday.txt")], [MONDAY, TUESDAY]);
    // One that is there, but not read, is written over.
    folder.write("old.txt", "old");
    let output = folder.run(&[&asked[..], &["old.txt"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(read("old.txt").contains("Monday"));
}

#[cfg(unix)]
#[test]
fn a_corpus_reads_links_to_files_and_tells_of_others() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new("links");
    folder.write("a.txt", MONDAY);
    folder.write("in/a.txt", MONDAY);
    let inside = folder.path().join("in");
    symlink("../a.txt", inside.join("b.txt")).expect("a link");
    let found = folder.run(&["corpus", "in"]);
    assert_eq!(found.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&found.stdout).contains("\"b.txt\""));
    symlink("nowhere", inside.join("c.txt")).expect("a link");
    symlink("..", inside.join("d")).expect("a link");
    let found = folder.run(&["corpus", "in"]);
    let told = String::from_utf8_lossy(&found.stderr).into_owned();
    assert_eq!(found.status.code(), Some(2), "{told}");
    for name in ["c.txt", "d"] {
        assert!(
            told.contains(&format!("in/{name}: neither a file")),
            "{told}"
        );
    }
}
