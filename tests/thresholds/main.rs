//! Every threshold by an example on each side of it, in texts of invented words.
//!
//! A table has an example a line: left, right, and what is found, as `texts` tells it. `#` tells what the examples
//! below it show. `UPDATE=1 cargo test --test thresholds` writes what is found anew. Read the difference before
//! committing it.

mod texts;

use std::{fs, path::Path};

/// A line with what is found behind left and right; other lines as they are.
fn renewed(line: &str, found: fn(&str, &str) -> String) -> String {
    let mut columns = line.split('|').map(str::trim);
    match (columns.next(), columns.next()) {
        (Some(left), Some(right)) if !line.starts_with('#') => {
            format!("{left} | {right} | {}", found(left, right))
                .trim_end()
                .to_owned()
        }
        _ => line.to_owned(),
    }
}

/// Holds a table against what is found, or writes it anew.
fn hold(name: &str, found: fn(&str, &str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/thresholds")
        .join(name);
    let table = fs::read_to_string(&path).expect("the table can be read");
    let renewed: Vec<String> = table.lines().map(|line| renewed(line, found)).collect();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, renewed.join("\n") + "\n").expect("the table can be written");
        return;
    }
    let wrong: Vec<String> = table
        .lines()
        .zip(&renewed)
        .filter(|(line, renewed)| line != renewed)
        .map(|(line, renewed)| format!("wanted {line}\nfound  {renewed}"))
        .collect();
    assert!(wrong.is_empty(), "{name}\n{}", wrong.join("\n"));
    assert!(renewed.len() > 1, "{name} is empty");
}

#[test]
fn regions() {
    hold("regions.txt", texts::regions);
}

#[test]
fn passages() {
    hold("passages.txt", texts::passages);
}

#[test]
fn rows() {
    hold("rows.txt", texts::rows);
}

#[test]
fn whole() {
    hold("whole.txt", texts::whole);
}

#[test]
fn relation() {
    hold("relation.txt", texts::relation);
}

#[test]
fn fates() {
    hold("fates.txt", texts::fates);
}
