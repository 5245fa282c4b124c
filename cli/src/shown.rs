//! What a terminal may be sent: no command to it, and nothing that turns the direction of what follows.

use std::{fmt::Write, path::Path};

/// The name of a file; what would not be seen as it is has its escape: `\u{1b}`, `\n`.
pub fn path(path: &Path) -> String {
    escaped(&path.to_string_lossy())
}

/// A text on one line, likewise.
pub fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        // Writing into a string cannot fail.
        let _ = match c {
            c if c.is_control() => write!(shown, "{}", c.escape_default()),
            c if turns(c) => write!(shown, "{}", c.escape_unicode()),
            c => shown.write_char(c),
        };
    }
    shown
}

/// Lines, each likewise.
pub fn lines(text: &str) -> String {
    text.lines().map(escaped).collect::<Vec<_>>().join("\n")
}

/// Whether a character sets the direction of those behind it: embeddings, overrides, isolates.
pub fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{escaped, lines};

    #[test]
    fn what_commands_a_terminal_is_escaped() {
        for (text, shown) in [
            ("plain café 渡轮.txt", "plain café 渡轮.txt"),
            ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"),
            ("a\nb\tc\r", "a\\nb\\tc\\r"),
            ("\u{9b}31m\u{7f}", "\\u{9b}31m\\u{7f}"),
            ("a\u{202e}txt.b", "a\\u{202e}txt.b"),
        ] {
            assert_eq!(escaped(text), shown);
        }
        assert_eq!(lines("a\u{1b}\nb\n"), "a\\u{1b}\nb");
    }
}
