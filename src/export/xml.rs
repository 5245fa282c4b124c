//! XML 1.0: what stands in an element or an attribute.

/// Writes text that may stand in an element, and in an attribute in quotation marks. Characters that XML 1.0 forbids
/// become U+FFFD.
#[inline(never)]
pub(super) fn escape(text: &str, to: &mut String) {
    for c in text.chars() {
        match c {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\t' => to.push_str("&#9;"),
            '\n' => to.push_str("&#10;"),
            '\r' => to.push_str("&#13;"),
            c if is_forbidden(c) => to.push(char::REPLACEMENT_CHARACTER),
            c => to.push(c),
        }
    }
}

/// Whether XML 1.0 knows no way to write the character.
fn is_forbidden(c: char) -> bool {
    c < ' ' && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Writes parts as they are.
#[inline(never)]
pub(super) fn put(to: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| to.push_str(part));
}

#[cfg(test)]
mod tests {
    fn escaped(text: &str) -> String {
        let mut written = String::new();
        super::escape(text, &mut written);
        written
    }

    #[test]
    fn nothing_that_is_written_breaks_a_document() {
        assert_eq!(
            escaped("a <b> & \"c\" 'd'"),
            "a &lt;b&gt; &amp; &quot;c&quot; 'd'"
        );
        assert_eq!(
            escaped("\0\u{1f}\u{fffe}\t\r\n\u{85}"),
            "\u{fffd}\u{fffd}\u{fffd}&#9;&#13;&#10;\u{85}"
        );
    }
}
