//! Files that are more than text. The program asks pandoc for them: a stand-in where it need not be installed.

use std::process::Command;

use serde_json::Value;

use crate::folder::{Folder, err, out};

/// What a reader reads of each file below.
const READ: &str = "The lamp\n\nIt went out.\n\ncranes\n\nsheds and\n\ngates\n\nCity\nBoats\n\nOslo\n12\n\nA last line.\n";

const HTML: &str = "<h1>The lamp</h1><p>It <b>went</b> out.</p><ul><li>cranes</li><li>sheds and<ol><li>gates</li></ol></li></ul>\
<hr><table><tr><td>City</td><td>Boats</td></tr><tr><td>Oslo</td><td>12</td></tr></table><p>A last line.</p>";

/// The text of a file as the program reads it.
fn text(folder: &Folder, name: &str, command: &mut Command) -> String {
    let output = command.output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{name}: {}", err(&output));
    let found: Value = serde_json::from_str(out(&output)).expect("JSON");
    assert!(folder.path().join(name).exists());
    found["articles"]["left"]["text"]
        .as_str()
        .expect("a text")
        .to_owned()
}

fn comparing(name: &str) -> [&str; 5] {
    ["compare", name, "other.txt", "-f", "json"]
}

#[cfg(unix)]
#[test]
fn pandoc_is_asked_for_what_it_understood() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("pandoc-stand-in");
    folder.write("other.txt", "");
    folder.write("-left.html", "");
    folder.write("deep.html", "");
    folder.write("zero.html", "");
    let script = "#!/bin/sh\necho \"$*\" >>asked\ncase $* in\n\
        *deep*) awk 'BEGIN { for (i = 0; i < 9000; i++) printf \"[\" }' ;;\n\
        *zero*) printf '%s' '{\"blocks\": [{\"t\": \"Plain\", \"c\": [{\"t\": \"Str\", \"c\": \"n\\u0000\"}]}]}' ;;\n\
        *) echo '{\"blocks\": [{\"t\": \"BulletList\", \"c\": [[{\"t\": \"Plain\", \"c\": [{\"t\": \"Str\", \"c\": \"one\"}]}]]}]}' ;;\nesac\n";
    folder.write("bin/pandoc", script);
    let program = folder.path().join("bin/pandoc");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).expect("a program");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(
        [folder.path().join("bin")]
            .into_iter()
            .chain(std::env::split_paths(&path)),
    );
    let path = path.expect("a path");
    let run = |name| {
        let mut command = folder.command(&["compare", "-f", "json", "--", name, "other.txt"]);
        command.env("PATH", &path);
        command
    };
    assert_eq!(text(&folder, "-left.html", &mut run("-left.html")), "one\n");
    let asked = std::fs::read_to_string(folder.path().join("asked")).expect("it was asked");
    assert_eq!(asked, "--sandbox --from html --to json ./-left.html\n");
    let refused = [
        ("deep.html", "nested too deep"),
        ("zero.html", "save it as UTF-8"),
    ];
    for (name, why) in refused {
        let output = run(name).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains(why), "{}", err(&output));
    }
}

/// `make test-pandoc` runs it.
#[test]
#[ignore = "needs pandoc"]
fn a_reader_reads_the_same_in_every_format() {
    let folder = Folder::new("pandoc-formats");
    folder.write("other.txt", "");
    folder.write("left.html", HTML);
    for ending in ["docx", "odt", "epub", "rtf"] {
        let name = format!("left.{ending}");
        let made = Command::new("pandoc")
            .current_dir(folder.path())
            .args([
                "--standalone",
                "--metadata",
                "title=T",
                "left.html",
                "-o",
                &name,
            ])
            .output()
            .expect("pandoc");
        assert!(made.status.success(), "{}", err(&made));
    }
    for ending in ["html", "docx", "odt", "epub", "rtf"] {
        let name = format!("left.{ending}");
        let read = text(&folder, &name, &mut folder.command(&comparing(&name)));
        // The title of the file made is a paragraph in some formats.
        let read = read.strip_prefix("T\n\n").unwrap_or(&read);
        // What pandoc writes as RTF has its numbers as text that anybody may have typed.
        let read = read.replace("a. gates", "gates");
        assert_eq!(read, READ, "{name}");
    }
}
