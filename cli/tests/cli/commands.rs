//! The program as scripts use it: what it writes, and what it ends with.

use std::{
    fs,
    io::{Read, Write},
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

use crate::folder::{LEFT, RIGHT, err, out, two_articles as folder};

#[test]
fn text_is_for_reading() {
    let folder = folder("text");
    let plain = folder.run(&["compare", "left.txt", "right.txt"]);
    assert_eq!(plain.status.code(), Some(0));
    assert!(out(&plain).contains("night.") && !out(&plain).contains('\u{1b}'));
    assert!(
        out(&plain).contains("on [-Monday-]{+Tuesday+} night."),
        "{}",
        out(&plain)
    );
    assert!(out(&plain).contains("date, different: Monday | Tuesday"));
    let coloured = folder.run(&[
        "compare",
        "left.txt",
        "right.txt",
        "--color",
        "always",
        "--width",
        "30",
    ]);
    assert!(
        out(&coloured).contains("\u{1b}[9m\u{1b}[31mMonday\u{1b}[0m"),
        "{:?}",
        out(&coloured)
    );
    let columns = folder.run(&[
        "compare",
        "left.txt",
        "right.txt",
        "--side-by-side",
        "--width",
        "60",
    ]);
    let line = out(&columns)
        .lines()
        .find(|line| line.contains("Rock went"))
        .expect("columns");
    let (left, right) = line.split_once(" │ ").expect("two of them");
    assert_eq!(
        (left.trim_end(), right),
        ("The lamp on Gull Rock went", "The lamp on Gull Rock went")
    );
    assert!(
        out(&columns).contains("on [-Monday-] night.")
            && out(&columns).contains("on {+Tuesday+} night.")
    );
}

#[test]
fn every_form_is_written_to_output_or_file() {
    let folder = folder("forms");
    let begins = [
        ("json", "{\n  \"format\": \"twicetold-comparison\""),
        ("json-line", "{\"complete\":true"),
        ("csv", "\u{feff}number,grade"),
        ("csv-facts", "\u{feff}kind,detail"),
        ("docx", "PK\u{3}\u{4}"),
        ("tei", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI "),
        (
            "annotation",
            "{\n  \"@context\": \"http://www.w3.org/ns/anno.jsonld\"",
        ),
        ("markdown", "{>>In short: Two versions of one text"),
        ("text", "Left:   left.txt"),
    ];
    for (format, begin) in begins {
        let author: &[&str] = if format == "docx" {
            &["--author", "A. Reader"]
        } else {
            &[]
        };
        let made = [&["--made", "2031-05-12T10:00:00Z"], author].concat();
        let asked = ["compare", "left.txt", "right.txt", "--format", format];
        let printed = folder.run(&[&asked[..], &made].concat());
        assert_eq!(
            printed.status.code(),
            Some(0),
            "{format}: {}",
            err(&printed)
        );
        assert!(printed.stdout.starts_with(begin.as_bytes()), "{format}");
        let saved = folder.run(&[&asked[..], &made, &["-o", "saved"]].concat());
        assert_eq!(
            (saved.status.code(), saved.stdout.len()),
            (Some(0), 0),
            "{format}"
        );
        assert_eq!(
            fs::read(folder.path().join("saved")).expect("a file"),
            printed.stdout,
            "{format}"
        );
    }
}

#[test]
fn markdown_is_read_without_its_markup() {
    let folder = folder("markdown");
    let left = "---\ntitle: Lamp\n---\n\n## The lamp\n\nIt *went out* on [Monday](a.html) night.\n";
    fs::write(folder.path().join("left.md"), left).expect("a file");
    fs::write(
        folder.path().join("right.txt"),
        "The lamp\n\nIt went out on Monday night.\n",
    )
    .expect("a file");
    let output = folder.run(&["compare", "left.md", "right.txt", "-f", "json"]);
    let found: Value = serde_json::from_str(out(&output)).expect("JSON");
    assert_eq!(
        found["articles"]["left"]["text"],
        found["articles"]["right"]["text"]
    );
    assert_eq!(found["relation"]["kind"], "same");
}

#[test]
fn help_has_examples_and_the_rest_is_generated() {
    let folder = folder("help");
    let help = folder.run(&["--help"]);
    assert!(help.status.success());
    assert!(out(&help).contains("Examples:\n  twicetold compare "));
    for command in ["compare", "facts", "pairs", "corpus", "generate"] {
        assert!(
            out(&help).contains(&format!("\n  {command} ")),
            "{}",
            out(&help)
        );
        let help = folder.run(&[command, "--help"]);
        assert!(out(&help).contains("Example"), "{command}: {}", out(&help));
    }
    // A line that is broken inside a text is no JSON: examples go into the narrowest terminal.
    for command in ["pairs", "corpus"] {
        let help = folder.run(&[command, "--help"]);
        let example = out(&help)
            .lines()
            .skip_while(|line| !line.starts_with("Example"));
        let widest = example.map(|line| line.chars().count()).max();
        assert!(
            widest.is_some_and(|width| width <= 80),
            "{command}: {widest:?}"
        );
    }
    let begins = [
        ("man", ".ie"),
        ("bash", "_twicetold()"),
        ("zsh", "#compdef twicetold"),
        ("fish", "# Print"),
        ("elvish", "\nuse builtin;"),
        ("power-shell", "\nusing namespace"),
    ];
    for (what, begin) in begins {
        let output = folder.run(&["generate", what]);
        assert!(
            out(&output).starts_with(begin),
            "{what}: {:.60}",
            out(&output)
        );
        assert!(output.status.success(), "{what}");
        let written = out(&output).replace('\\', "");
        assert!(written.contains("side-by-side"), "{what} names the options");
    }
    // One page tells all; it sends nobody to pages that are not there.
    let manual = out(&folder.run(&["generate", "man"])).replace('\\', "");
    assert!(!manual.contains("(1)"), "{manual}");
    for command in ["compare", "facts", "pairs", "corpus", "generate"] {
        let call = format!("twicetold {command}");
        assert!(manual.matches(&call).count() > 1, "{command}: {manual}");
        let section = format!("\n.SH \"TWICETOLD {}\"\n", command.to_uppercase());
        let (_, section) = manual.split_once(&section).expect("a section");
        let (section, _) = section.split_once("\n.SH ").unwrap_or((section, ""));
        for part in ["SYNOPSIS", "DESCRIPTION", "OPTIONS", "NOTES"] {
            assert!(
                section.contains(&format!(".SS {part}\n")),
                "{command}: {section}"
            );
        }
    }
}

#[test]
fn articles_are_described_by_a_file() {
    let folder = folder("about");
    let about =
        r#"{"left": {"title": "First", "date": "2031-05-12"}, "right": {"name": "second"}}"#;
    fs::write(folder.path().join("about.json"), about).expect("a file");
    let output = folder.run(&[
        "compare",
        "left.txt",
        "right.txt",
        "-f",
        "json",
        "--about",
        "about.json",
    ]);
    let found: Value = serde_json::from_str(out(&output)).expect("JSON");
    assert_eq!(found["articles"]["left"]["title"], "First");
    assert_eq!(found["articles"]["left"]["name"], "left.txt");
    assert_eq!(found["articles"]["right"]["name"], "second");
    assert!(found["made"].as_str().expect("a time").ends_with('Z'));
}

#[test]
fn facts_end_with_what_scripts_ask_for() {
    let folder = folder("facts");
    let differs = folder.run(&["facts", "left.txt", "right.txt"]);
    assert_eq!(differs.status.code(), Some(1));
    assert_eq!(out(&differs), "date, different: Monday | Tuesday\n");
    let same = folder.run(&["facts", "left.txt", "left.txt"]);
    assert_eq!((same.status.code(), out(&same)), (Some(0), ""));
    let json = folder.run(&["facts", "left.txt", "right.txt", "--json"]);
    assert_eq!(json.status.code(), Some(1));
    let told: Value = serde_json::from_str(out(&json)).expect("JSON");
    assert_eq!(told["differs"], true);
    assert_eq!(told["facts"][0]["left"]["text"], "Monday");
    let json = folder.run(&["facts", "left.txt", "left.txt", "--json"]);
    assert_eq!(json.status.code(), Some(0));
    assert_eq!(
        serde_json::from_str::<Value>(out(&json)).expect("JSON")["differs"],
        false
    );
    let piped = folder.given(&["facts", "-", "right.txt"], LEFT.as_bytes());
    assert_eq!(piped.status.code(), Some(1));
}

#[test]
fn what_cannot_be_done_is_said_and_ends_with_2() {
    let folder = folder("failures");
    fs::write(folder.path().join("latin.txt"), b"caf\xe9").expect("a file");
    fs::write(folder.path().join("a.docx"), b"").expect("a file");
    let cases: [(&[&str], &str); 7] = [
        (&["facts", "left.txt", "none.txt"], "none.txt"),
        (&["facts", "left.txt", "latin.txt"], "not UTF-8 from byte 3"),
        (&["facts", "-", "-"], "only one of the two"),
        (&["facts", "left.txt"], "required arguments"),
        (
            &["compare", "left.txt", "right.txt", "--format", "pdf"],
            "possible values",
        ),
        (
            &["compare", "left.txt", "right.txt", "--min-words", "1"],
            "2..=100",
        ),
        (
            &["compare", "left.txt", "right.txt", "-o", "none/x"],
            "none/x",
        ),
    ];
    for (arguments, told) in cases {
        let output = folder.run(arguments);
        assert_eq!(
            (output.status.code(), out(&output)),
            (Some(2), ""),
            "{arguments:?}"
        );
        assert!(
            err(&output).contains(told),
            "{arguments:?}: {}",
            err(&output)
        );
    }
    let mut alone = folder.command(&["facts", "a.docx", "left.txt"]);
    let output = alone.env("PATH", folder.path()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).contains("pandoc, which is not on the PATH"),
        "{}",
        err(&output)
    );
}

#[test]
fn pairs_come_back_in_order_and_bad_lines_are_told() {
    let folder = folder("pairs");
    let mut lines = String::new();
    for id in 0..60 {
        // Long and short ones in turn, so that some would overtake others.
        let left = LEFT.repeat(1 + id % 7 * 3);
        lines += &serde_json::json!({ "id": id, "left": left, "right": RIGHT }).to_string();
        lines.push('\n');
    }
    let output = folder.given(&["pairs", "--threads", "4"], lines.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let found: Vec<Value> = out(&output)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(found.len(), 60);
    for (at, one) in found.iter().enumerate() {
        assert_eq!(one["id"], at);
        assert_eq!(one["facts"][0]["right"]["text"], "Tuesday");
        assert!(
            one["relation"]["kind"].is_string() && one["passages"][0]["left"]["start"].is_u64()
        );
    }
    let lines = "{\"left\": \"a\", \"right\": \"b\"}\nnonsense\n{\"id\": [1], \"left\": 1}\n";
    let output = folder.given(&["pairs"], lines.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    let told: Vec<&str> = out(&output).lines().collect();
    assert!(told[0].starts_with("{\"id\":null,\"complete\":true"));
    assert!(told[1].starts_with("{\"id\":null,\"error\":\"line 2: no JSON"));
    assert_eq!(
        told[2],
        "{\"id\":[1],\"error\":\"line 3: left must be a text\"}"
    );
}

/// Articles of a collection: one and its version, an excerpt of both, a stranger.
const COLLECTION: [(&str, &str); 4] = [
    ("b.txt", LEFT),
    ("a/deep.md", RIGHT),
    (
        "c.txt",
        "A choir sang in the depot on Friday. Nine boats waited outside the bar until the morning. Bread was free.",
    ),
    (
        "d.txt",
        "Bakers in Lund queue for rye because two mills closed.",
    ),
];

fn related(output: &Output) -> Vec<[String; 2]> {
    assert_eq!(output.status.code(), Some(0), "{}", err(output));
    let lines = out(output).lines().map(|line| {
        let line: Value = serde_json::from_str(line).expect("JSON");
        ["left", "right"].map(|side| line[side].to_string())
    });
    lines.collect()
}

#[test]
fn a_folder_gives_all_pairs_that_share_something() {
    let folder = folder("corpus");
    for (name, text) in COLLECTION.iter().chain(&[(".hidden", LEFT)]) {
        let path = folder.path().join("articles").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let output = folder.run(&["corpus", "articles", "--threads", "3"]);
    let named = |left: &str, right: &str| [left, right].map(|name| format!("\"{name}\""));
    let expected = [
        named("a/deep.md", "b.txt"),
        named("a/deep.md", "c.txt"),
        named("b.txt", "c.txt"),
    ];
    assert_eq!(related(&output), expected);
    assert!(output.stderr.is_empty());
    // A line is what `pairs` writes of the two, but for the ids.
    let line = out(&output).lines().next().expect("a line");
    let pair = serde_json::json!({ "id": 1, "left": RIGHT, "right": LEFT }).to_string();
    let pair = folder.given(&["pairs"], pair.as_bytes());
    let fields = |line: &str, from: &str| {
        line.trim_end()
            .split_once(from)
            .map(|(_, rest)| rest.to_owned())
    };
    assert_eq!(fields(line, "\"b.txt\","), fields(out(&pair), "\"id\":1,"));
    let listed = folder.run(&["corpus", "articles", "--candidates"]);
    // Of texts of a sentence a word may be enough to look at them.
    assert_eq!(related(&listed)[..3], expected);
    assert_eq!(
        out(&listed).lines().next(),
        Some("{\"left\":\"a/deep.md\",\"right\":\"b.txt\"}")
    );
}

#[test]
fn lines_are_a_collection_in_their_order() {
    let folder = folder("corpus-lines");
    let line = |id: Value, text: &str| serde_json::json!({ "id": id, "text": text }).to_string();
    let [b, a, c, d] = COLLECTION.map(|(_, text)| text);
    let lines = [
        line(Value::Null, d),
        line(serde_json::json!([1, "x"]), b),
        String::new(),
        line("z".into(), a),
        serde_json::json!({ "text": c }).to_string(),
    ];
    let expected = [["[1,\"x\"]", "\"z\""], ["[1,\"x\"]", "5"], ["\"z\"", "5"]];
    for threads in ["1", "4"] {
        let arguments = ["corpus", "-", "--threads", threads];
        let output = folder.given(&arguments, lines.join("\n").as_bytes());
        assert_eq!(
            related(&output),
            expected.map(|pair| pair.map(str::to_owned))
        );
    }
    fs::write(folder.path().join("articles.jsonl"), lines.join("\n")).expect("a file");
    assert_eq!(related(&folder.run(&["corpus", "articles.jsonl"])).len(), 3);
    assert_eq!(related(&folder.given(&["corpus", "-"], b"")).len(), 0);
    let marked = format!("\u{feff}{}", lines.join("\r\n"));
    let output = folder.given(&["corpus", "-"], marked.as_bytes());
    assert_eq!(related(&output).len(), 3);
    for (wrong, message) in [
        ("{\"id\": 1}", "line 1: text must be a text"),
        ("{\"text\": \"a\"}\nnonsense", "line 2: no JSON"),
        ("[1, 2]", "line 1: no JSON object"),
        ("{\"text\": \"a\"}\n5", "line 2: no JSON object"),
        ("null", "line 1: no JSON object"),
    ] {
        let output = folder.given(&["corpus", "-"], wrong.as_bytes());
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains(message), "{}", err(&output));
    }
    assert_eq!(folder.run(&["corpus", "missing"]).status.code(), Some(2));
    let help = folder.run(&["corpus", "--help"]);
    assert!(out(&help).contains("Examples:") && out(&help).contains("jq"));
}

/// Far more articles than are compared at once, most of them strangers: the order of the lines does not depend on threads.
#[test]
fn many_articles_come_back_in_order() {
    let folder = folder("corpus-many");
    let mut lines = String::new();
    for at in 0..300 {
        let own: String = (0..40).map(|word| format!("word{at}x{word} ")).collect();
        let shared = if at % 10 == 3 { LEFT } else { "" };
        lines +=
            &serde_json::json!({ "id": at, "text": format!("{own}.\n\n{shared}") }).to_string();
        lines.push('\n');
    }
    let found = ["1", "5"].map(|threads| {
        folder
            .given(&["corpus", "-", "--threads", threads], lines.as_bytes())
            .stdout
    });
    assert_eq!(found[0], found[1]);
    let pairs: Vec<[u64; 2]> = str::from_utf8(&found[0])
        .expect("UTF-8")
        .lines()
        .map(|line| {
            let line: Value = serde_json::from_str(line).expect("JSON");
            ["left", "right"].map(|side| line[side].as_u64().expect("a number"))
        })
        .collect();
    assert!(pairs.is_sorted() && pairs.len() == 30 * 29 / 2);
    assert_eq!((pairs[0], pairs[434]), ([3, 13], [283, 293]));
}

/// A program at the other end may wait for each answer before it asks again.
#[test]
fn pairs_are_answered_one_by_one() {
    let folder = folder("one-by-one");
    let mut command = folder.command(&["pairs"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut stdin = child.stdin.take().expect("it reads");
    let mut stdout = child.stdout.take().expect("it writes");
    for _ in 0..3 {
        stdin
            .write_all(b"{\"id\": 1, \"left\": \"a\", \"right\": \"b\"}\n")
            .expect("it reads");
        stdin.flush().expect("it reads");
        let mut byte = [0];
        while byte != *b"\n" {
            stdout.read_exact(&mut byte).expect("it answers");
        }
    }
    drop(stdin);
    assert!(child.wait().expect("it ends").success());
}

const PAGE: &str = "<!doctype html>\n<html><head><title>Twicetold</title></head>\n<body>\n<div id=\"page\"></div>\n\
<noscript>n</noscript>\n<script>1</script><script type=\"application/octet-stream\" id=\"engine-bytes\">x</script>\
<script type=\"application/octet-stream\" id=\"pdf-bytes\" data-length=\"1\">pdf</script></body></html>\n";

#[test]
fn a_page_holds_both_articles_and_nothing_ends_them() {
    let folder = folder("html");
    fs::write(folder.path().join("page.html"), PAGE).expect("a file");
    fs::write(
        folder.path().join("left.txt"),
        "</script><b>\u{2028}& \"one\"",
    )
    .expect("a file");
    let asked = [
        "compare",
        "left.txt",
        "right.txt",
        "-f",
        "html",
        "--made",
        "2031-05-12T10:00:00Z",
    ];
    let output = folder.run(&[&asked[..], &["--page", "page.html"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).contains("<title>left.txt – right.txt · Twicetold</title>"));
    assert!(!out(&output).contains("pdf-bytes") && out(&output).contains("engine-bytes"));
    let (_, data) = out(&output).split_once("id=\"report\"").expect("a report");
    let (_, data) = data.split_once('>').expect("it begins");
    let (data, _) = data.split_once("</script>").expect("it ends");
    let data: Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(
        data["articles"]["left"]["text"],
        "</script><b>\u{2028}& \"one\""
    );
    assert_eq!(data["articles"]["right"]["text"], RIGHT);
    let no_page = folder.run(&[&asked[..], &["--page", "left.txt"]].concat());
    assert_eq!(no_page.status.code(), Some(2));
}

/// The forms of three pairs, which the package and the page are held against too.
#[test]
fn forms_are_those_of_the_package_and_the_page() {
    let forms = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/forms");
    let formats = [
        ("json", "json"),
        ("json-line", "jsonl"),
        ("csv", "passages.csv"),
        ("csv-facts", "facts.csv"),
        ("docx", "docx"),
        ("tei", "tei.xml"),
        ("annotation", "annotations.jsonld"),
        ("text", "txt"),
        ("markdown", "md"),
    ];
    for pair in ["lamp", "scripts", "signs"] {
        let kept = forms.join(pair);
        let about = fs::read_to_string(kept.join("about.json")).expect("a file");
        let about: Value = serde_json::from_str(&about).expect("JSON");
        // The package and the page take the time and the author from the same file.
        let sides = serde_json::json!({ "left": about["left"], "right": about["right"] });
        let own = folder(&format!("forms-{pair}"));
        let known = own.path().join("known.json");
        fs::write(&known, sides.to_string()).expect("a file");
        for (format, ending) in formats {
            let mut command = Command::new(env!("CARGO_BIN_EXE_twicetold"));
            command.current_dir(&kept);
            command.args(["compare", "left.txt", "right.txt", "--about"]);
            command.arg(&known);
            command.args([
                "--format",
                format,
                "--made",
                about["made"].as_str().expect("a time"),
            ]);
            if let Some(author) = about["author"].as_str().filter(|_| format == "docx") {
                command.args(["--author", author]);
            }
            let output = command.output().expect("it runs");
            let expected = fs::read(kept.join(format!("form.{ending}"))).expect("a form");
            assert!(
                output.stdout == expected,
                "{format} of {pair}: {}",
                err(&output)
            );
        }
    }
}
