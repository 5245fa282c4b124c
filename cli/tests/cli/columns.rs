//! Both texts in columns, as a reader sees them.

use unicode_width::UnicodeWidthStr;

use crate::folder::{Folder, err, out};

const LEFT: &str = "The lamp on Gull Rock\n\nThe lamp on Gull Rock went out on Monday night after a storm from the west.\n\n\
Keepers rowed ashore for oil at dawn and came back with two barrels of it.\n\n\
Nine boats waited outside the bar until the grey morning came at last.\n";
const RIGHT: &str = "The lamp on Gull Rock\n\n\
Nine boats waited outside the bar until the cold morning came at last.\n\n\
After a storm from the west the lamp on Gull Rock went out on Monday night.\n\n\
Keepers rowed ashore for oil at dawn and came back with two barrels of it.\n";

/// The columns of both texts, from the legend on.
fn columns(name: &str, texts: [&str; 2], further: &[&str]) -> String {
    let folder = Folder::new(&format!("columns-{name}"));
    folder.write("left.txt", texts[0]);
    folder.write("right.txt", texts[1]);
    let asked = ["compare", "left.txt", "right.txt", "--side-by-side"];
    let output = folder.run(&[&asked[..], further].concat());
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let (_, shown) = out(&output).split_once("Left │ right: ").expect("a legend");
    shown.to_owned()
}

#[test]
fn what_moved_stands_where_it_is_and_says_where_it_went() {
    let shown = columns("moved", [LEFT, RIGHT], &["--width", "72"]);
    let expected = "\
[-only on the left-], {+only on the right+}, [~moved~]
(move 1 ↓): it stands further down on the other side, or further up (↑)

(1 paragraph is the same)

                                   │ [~Nine boats waited outside the
                                   │ bar until the {+cold+} morning
                                   │ came at last.~] (move 1 ↓)

[-The-] lamp on Gull Rock went out │ {+After a storm from the west
on Monday night [-after a storm    │ the+} lamp on Gull Rock went out
from the west-].                   │ on Monday night.

(1 paragraph is the same)

[~Nine boats waited outside the    │
bar until the [-grey-] morning     │
came at last.~] (move 1 ↑)         │
";
    assert_eq!(shown, expected, "{shown}");
}

#[test]
fn a_sentence_that_moved_inside_its_paragraph_is_shown_once_on_each_side() {
    let first = "The lamp on Gull Rock went out on Monday night after a storm from the west.";
    let second = "Keepers rowed ashore for oil at dawn and came back with two barrels of it.";
    let third = "Nobody on the nine boats was hurt, and the mail came a day late.";
    let left = [first, second, third].join(" ");
    let right = [second, third, first].join(" ");
    let shown = columns("inside", [&left, &right], &["--width", "72"]);
    let shown = shown.replace('\u{a0}', " ");
    let [of_left, of_right] = cells(&shown, 72).map(|cells| cells.join(" ").trim_end().to_owned());
    assert_eq!(of_left, format!("[~{first}~] (move 1 ↓) {second} {third}"));
    assert_eq!(of_right, format!("{second} {third} [~{first}~] (move 1 ↑)"));
}

#[test]
fn colours_mark_the_same() {
    let shown = columns(
        "coloured",
        [LEFT, RIGHT],
        &["--width", "72", "--color", "always"],
    );
    let words = |styles: &str, words: &str| format!("{styles}{words}\u{1b}[0m");
    for part in [
        words("\u{1b}[3m\u{1b}[36m", "until the ") + &words("\u{1b}[9m\u{1b}[31m", "grey"),
        words("\u{1b}[3m\u{1b}[36m", "until the ") + &words("\u{1b}[1m\u{1b}[32m", "cold"),
    ] {
        assert!(shown.contains(&part), "{shown:?}");
    }
    assert!(!shown.contains("[~") && !shown.contains("[-"), "{shown}");
    // In one text both ends of a move are coloured alike, so that each says which it is.
    let folder = Folder::new("columns-one");
    folder.write("left.txt", LEFT);
    folder.write("right.txt", RIGHT);
    let asked = ["compare", "left.txt", "right.txt", "--width", "72"];
    let plain = folder.run(&asked);
    assert!(
        out(&plain).contains("came at\nlast.+}(move 1)"),
        "{}",
        out(&plain)
    );
    let coloured = folder.run(&[&asked[..], &["--color", "always"]].concat());
    for end in [
        "last.\u{1b}[0m\n(move 1: to here)",
        "last.\u{1b}[0m\n(move 1: from here)",
    ] {
        assert!(out(&coloured).contains(end), "{:?}", out(&coloured));
    }
    assert!(out(&plain).starts_with("Left:   left.txt\nRight:  right.txt\n"));
}

#[test]
fn a_paragraph_that_one_side_alone_ends_is_seen() {
    let whole = "Nine boats waited outside the bar. Keepers rowed ashore for oil.\n";
    let [left, right] = [whole.to_owned(), whole.replacen(". ", ".\n\n", 1)];
    let shown = columns("split", [&left, &right], &["--width", "72"]);
    let expected = "\
[-only on the left-], {+only on the right+}

Nine boats waited outside the bar. │ Nine boats waited outside the bar.
Keepers rowed ashore for oil.      │
                                   │ Keepers rowed ashore for oil.
";
    assert_eq!(shown, expected, "{shown}");
}

/// The left and the right column, which begin at the same place in every line.
fn cells(shown: &str, width: usize) -> [Vec<String>; 2] {
    let mut cells = [Vec::new(), Vec::new()];
    for line in shown.lines() {
        assert!(line.width() <= width, "{line}");
        if let Some((left, right)) = line.split_once(" │") {
            assert_eq!(left.width(), (width - 3) / 2, "{line}");
            cells[0].push(left.trim().to_owned());
            cells[1].push(right.trim().to_owned());
        }
    }
    cells
}

#[test]
fn wide_letters_and_marks_keep_the_columns() {
    let wide = [
        "港口在星期一重新开放，工人们修理了东侧的水闸。\n\n第三段没有改变。\n",
        "港口在星期二重新开放，工人们修理了东侧的水闸。\n\n第三段没有改变。\n",
    ];
    let marked = [
        "Le cafe\u{301} du port a rouvert lundi apre\u{300}s trois semaines de travaux sur l'e\u{301}cluse.\n",
        "Le cafe\u{301} du port a rouvert mardi apre\u{300}s trois semaines de travaux sur l'e\u{301}cluse.\n",
    ];
    for width in [24, 60, 80, 120] {
        let text = width.to_string();
        let [left, right] = cells(
            &columns(&format!("wide-{width}"), wide, &["--width", &text]),
            width,
        );
        assert_eq!(
            left.concat().replace("[-一-]", "一"),
            "港口在星期一重新开放，工人们修理了东侧的水闸。"
        );
        assert!(right.concat().contains("{+二+}"));
        // No line begins with a mark that ends something.
        let begins = |cell: &String| cell.starts_with(['，', '。']);
        assert!(!left.iter().chain(&right).any(begins), "{left:?} {right:?}");
        let [left, _] = cells(
            &columns(&format!("marked-{width}"), marked, &["--width", &text]),
            width,
        );
        assert!(
            !left
                .iter()
                .any(|cell| cell.starts_with(['\u{300}', '\u{301}']))
        );
    }
}

#[test]
fn what_is_written_from_right_to_left_stays_in_its_column() {
    let texts = [
        "הנמל נפתח מחדש ביום שני לאחר תיקונים בשער המזרחי.\n",
        "הנמל נפתח מחדש ביום שלישי לאחר תיקונים בשער המזרחי.\n",
    ];
    let shown = columns("rtl", texts, &["--width", "60"]);
    let lines: Vec<&str> = shown.lines().filter(|line| line.contains(" │")).collect();
    assert!(!lines.is_empty());
    for line in lines {
        assert!(line.starts_with('\u{200e}'), "{line:?}");
        assert_eq!(
            line.matches('\u{2068}').count(),
            line.matches('\u{2069}').count()
        );
        let (left, right) = line.split_once(" │ ").expect("two columns");
        for cell in [left.trim_start_matches('\u{200e}').trim_end(), right] {
            let is_isolated = cell.starts_with('\u{2068}') && cell.ends_with('\u{2069}');
            assert!(is_isolated || cell.is_empty(), "{line:?}");
        }
    }
    assert!(!columns("ltr", [LEFT, RIGHT], &["--width", "60"]).contains(['\u{200e}', '\u{2068}']));
}
