//! The scripts of `docs/recipes`, with the program that was built.

use std::{
    env, fs,
    path::Path,
    process::{Command, Output},
};

use crate::folder::{Folder, err, out};

/// Runs a program in a folder, with `twicetold` on the PATH.
fn run(folder: &Folder, program: &str, arguments: &[&str]) -> Output {
    let built = Path::new(env!("CARGO_BIN_EXE_twicetold"))
        .parent()
        .expect("a folder");
    let path = env::var_os("PATH").unwrap_or_default();
    let all = [built.to_owned()]
        .into_iter()
        .chain(env::split_paths(&path));
    let mut command = Command::new(program);
    command
        .current_dir(folder.path())
        .env("PATH", env::join_paths(all).expect("a path"))
        .args(arguments);
    command.output().expect("it runs")
}

fn recipe(folder: &Folder, name: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../docs/recipes")
        .join(name);
    let script = script.to_str().expect("a path");
    let output = run(folder, "sh", &[&[script], arguments].concat());
    (output.status.code(), out(&output).to_owned())
}

fn git(folder: &Folder, arguments: &[&str]) {
    let own = [
        "user.name=A",
        "user.email=a@example.org",
        "commit.gpgsign=false",
    ];
    let own = own.map(|setting| ["-c", setting]).concat();
    let output = run(folder, "git", &[&own[..], arguments].concat());
    assert!(output.status.success(), "{}", err(&output));
}

const MONDAY: &str = "The lamp on Gull Rock went out on Monday night.\n";
const TUESDAY: &str = "The lamp on Gull Rock went out on Tuesday night.\n";

#[test]
fn the_gate_lets_pass_what_has_the_same_facts() {
    let folder = Folder::new("gate");
    folder.write("originals/lamp.txt", MONDAY);
    folder.write(
        "rewritten/lamp.txt",
        "On Monday night the lamp on Gull Rock went out.\n",
    );
    assert_eq!(
        recipe(&folder, "gate.sh", &["originals", "rewritten"]),
        (Some(0), "passes    lamp.txt\n".to_owned())
    );
    folder.write("rewritten/lamp.txt", TUESDAY);
    let told = "look at   lamp.txt\ndate, different: Monday | Tuesday\n".to_owned();
    assert_eq!(
        recipe(&folder, "gate.sh", &["originals", "rewritten"]),
        (Some(1), told)
    );
    folder.write("rewritten/other.txt", TUESDAY);
    assert_eq!(
        recipe(&folder, "gate.sh", &["originals", "rewritten"]).0,
        Some(2)
    );
}

#[test]
fn the_gate_lets_nothing_pass_that_was_not_compared() {
    let folder = Folder::new("gate-unknown");
    folder.write("originals/empty.txt", MONDAY);
    folder.write("originals/lamp.txt", MONDAY);
    folder.write("originals/stranger.txt", MONDAY);
    folder.write("rewritten/empty.txt", "");
    folder.write(
        "rewritten/stranger.txt",
        "Bakers in Lund queue for rye because two mills closed.\n",
    );
    let told = "unknown   empty.txt\n\
        twicetold: the right text has no word to compare: no detail could be compared\n\
        unknown   stranger.txt\n\
        twicetold: nothing in common: no detail could be compared\n\
        missing   lamp.txt: no rewrite of it\n";
    assert_eq!(
        recipe(&folder, "gate.sh", &["originals", "rewritten"]),
        (Some(2), told.to_owned())
    );
    fs::create_dir(folder.path().join("none")).expect("a folder");
    let wrong: [&[&str]; 5] = [
        &["originals", "nowhere"],
        &["nowhere", "rewritten"],
        &["none", "none"],
        &["originals"],
        &[],
    ];
    for arguments in wrong {
        assert_eq!(recipe(&folder, "gate.sh", arguments).0, Some(2));
    }
}

#[test]
fn a_pull_request_is_told_what_its_texts_change() {
    let folder = Folder::new("prose");
    git(&folder, &["init", "--quiet", "--initial-branch", "main"]);
    folder.write("docs/a lamp.md", format!("# Lamp\n\n{MONDAY}"));
    folder.write("same.md", MONDAY);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "-m", "first"]);
    git(&folder, &["checkout", "--quiet", "-b", "branch"]);
    assert_eq!(
        recipe(&folder, "prose.sh", &["main"]).1,
        "## What changed in the texts\n\nNo text was changed.\n"
    );
    folder.write("docs/a lamp.md", format!("# Lamp\n\n{TUESDAY}"));
    folder.write("new.md", TUESDAY);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "-m", "second"]);
    let (ended, told) = recipe(&folder, "prose.sh", &["main"]);
    assert_eq!(ended, Some(0), "{told}");
    assert!(told.contains("<summary>docs/a lamp.md</summary>"), "{told}");
    assert!(told.contains("on [-Monday-]{+Tuesday+} night."), "{told}");
    assert!(
        !told.contains("same.md") && !told.contains("new.md"),
        "{told}"
    );
    // A file that cannot be compared takes no other with it.
    fs::write(folder.path().join("same.md"), b"caf\xe9").expect("a file");
    git(&folder, &["commit", "--quiet", "--all", "-m", "third"]);
    let (ended, told) = recipe(&folder, "prose.sh", &["main"]);
    assert_eq!(ended, Some(0), "{told}");
    assert!(told.contains("[-Monday-]{+Tuesday+}"), "{told}");
    assert!(told.contains("This file could not be compared."), "{told}");
}

#[test]
fn any_name_of_a_file_is_shown_as_it_is() {
    let names = [
        "a \"quoted\" lamp.md",
        "café/фонарь 灯.md",
        " a <b> & 'c' \\ $HOME `id`*.MD",
        "-dash.markdown",
        "two\nlines.md",
        "tab\there.md",
    ];
    let folder = Folder::new("prose-names");
    git(&folder, &["init", "--quiet", "--initial-branch", "main"]);
    for name in names {
        folder.write(name, MONDAY);
    }
    folder.write("other.txt", MONDAY);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "-m", "first"]);
    git(&folder, &["checkout", "--quiet", "-b", "branch"]);
    for name in names {
        folder.write(name, TUESDAY);
    }
    folder.write("other.txt", TUESDAY);
    git(&folder, &["commit", "--quiet", "--all", "-m", "second"]);
    let (ended, told) = recipe(&folder, "prose.sh", &["main"]);
    assert_eq!(ended, Some(0), "{told}");
    let titles = [
        "a \"quoted\" lamp.md",
        "café/фонарь 灯.md",
        " a &lt;b&gt; &amp; 'c' \\ $HOME `id`*.MD",
        "-dash.markdown",
        "two lines.md",
        "tab\there.md",
    ];
    for title in titles {
        assert!(
            told.contains(&format!("<summary>{title}</summary>")),
            "{title}: {told}"
        );
    }
    assert_eq!(
        told.matches("[-Monday-]{+Tuesday+}").count(),
        names.len(),
        "{told}"
    );
    assert_eq!(told.matches("<details>").count(), names.len(), "{told}");
}

#[test]
fn a_renamed_file_is_compared_with_what_it_was() {
    let folder = Folder::new("prose-renamed");
    git(&folder, &["init", "--quiet", "--initial-branch", "main"]);
    let long = MONDAY.repeat(8);
    folder.write("old \"name\".md", &long);
    folder.write("only moved.md", "Bakers in Lund queue for rye.\n".repeat(8));
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "-m", "first"]);
    git(&folder, &["checkout", "--quiet", "-b", "branch"]);
    git(&folder, &["mv", "old \"name\".md", "new name.md"]);
    git(&folder, &["mv", "only moved.md", "moved.md"]);
    folder.write("new name.md", MONDAY.repeat(7) + TUESDAY);
    git(&folder, &["commit", "--quiet", "--all", "-m", "second"]);
    let (ended, told) = recipe(&folder, "prose.sh", &["main"]);
    assert_eq!(ended, Some(0), "{told}");
    assert!(
        told.contains("<summary>old \"name\".md → new name.md</summary>"),
        "{told}"
    );
    assert!(told.contains("[-Monday-]{+Tuesday+}"), "{told}");
    assert!(!told.contains("moved.md"), "{told}");
}

#[test]
fn too_much_for_a_comment_is_a_list_of_names() {
    let folder = Folder::new("prose-long");
    git(&folder, &["init", "--quiet", "--initial-branch", "main"]);
    let text = |day: &str| {
        let lines = (0..900)
            .map(|at| format!("On {day} boat {at} waited for the lamp of keeper {at}.\n\n"));
        lines.collect::<String>()
    };
    folder.write("a <long> \"one\".md", text("Monday"));
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "-m", "first"]);
    git(&folder, &["checkout", "--quiet", "-b", "branch"]);
    folder.write("a <long> \"one\".md", text("Tuesday"));
    git(&folder, &["commit", "--quiet", "--all", "-m", "second"]);
    let (ended, told) = recipe(&folder, "prose.sh", &["main"]);
    let listed = "## What changed in the texts\n\nToo much for a comment: run `twicetold compare` on these files.\n\n\
        <ul>\n<li>a &lt;long&gt; \"one\".md</li>\n</ul>\n";
    assert_eq!((ended, told.as_str()), (Some(0), listed));
    for wrong in [&[][..], &["main", "branch"], &["nowhere"]] {
        assert_ne!(recipe(&folder, "prose.sh", wrong).0, Some(0), "{wrong:?}");
    }
}
