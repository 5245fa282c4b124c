//! The normal form of a text, as sentencepiece makes it: NFKC with a few rules more, blanks as `▁`, none at the ends and no two
//! in a row, one before the first word.

use crate::{FileError, file::Cursor};

/// What stands for a blank.
pub(crate) const BLANK: &str = "\u{2581}";
/// The node has a value.
const HAS_VALUE: u32 = 1 << 8;
/// The bits of a node that must equal the byte that leads there.
const LABEL: u32 = 1 << 31 | 0xFF;

/// Replacements of longest prefixes, in a double-array trie as `darts-clone` writes it.
pub(crate) struct Rules {
    nodes: Vec<u32>,
    replacements: String,
}

impl Rules {
    pub(crate) fn read(from: &mut Cursor<'_>) -> Result<Self, FileError> {
        Ok(Self {
            nodes: from.words()?,
            replacements: from.text()?,
        })
    }

    /// The normal form of a text: empty, or starting with `▁`.
    pub(crate) fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + text.len() / 4 + BLANK.len());
        let mut blank = true;
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let (replacement, length) = self
                .longest(rest)
                .unwrap_or((&rest[..first.len_utf8()], first.len_utf8()));
            for c in replacement.chars() {
                if c != ' ' {
                    if std::mem::take(&mut blank) {
                        out.push_str(BLANK);
                    }
                    out.push(c);
                } else {
                    blank = true;
                }
            }
            rest = &rest[length..];
        }
        out
    }

    /// What stands for the longest prefix that a rule has, and the prefix's length.
    fn longest(&self, text: &str) -> Option<(&str, usize)> {
        let offset = |node: u32| ((node >> 10) << ((node & 1 << 9) >> 6)) as usize;
        let mut at = offset(*self.nodes.first()?);
        let mut best = None;
        for (length, byte) in (1..).zip(text.bytes()) {
            at ^= usize::from(byte);
            let Some(&node) = self.nodes.get(at) else {
                break;
            };
            if node & LABEL != u32::from(byte) {
                break;
            }
            at ^= offset(node);
            if node & HAS_VALUE != 0 {
                best = self.nodes.get(at).map(|value| (value & !(1 << 31), length));
            }
        }
        let (start, length) = best.filter(|&(_, length)| text.is_char_boundary(length))?;
        let replacement = self.replacements.get(start as usize..)?;
        let (replacement, _) = replacement.split_once('\0')?;
        Some((replacement, length))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::synthetic::rules;

    /// `A` to `a`, `æ` to `ae`, tab to a blank, `é` in two characters to one, a soft hyphen to nothing.
    fn apply(text: &str) -> String {
        let entries = [
            ("A", "a"),
            ("æ", "ae"),
            ("\t", " "),
            ("e\u{301}", "é"),
            ("\u{ad}", ""),
        ];
        let bytes = rules(&entries);
        Rules::read(&mut Cursor::new(&bytes, 0))
            .unwrap()
            .apply(text)
    }

    #[test]
    fn longest_prefixes_are_replaced() {
        assert_eq!(apply("Aæe\u{301}e\u{ad}B"), "▁aaeéeB");
    }

    #[test]
    fn blanks_are_single_and_inside() {
        assert_eq!(apply(" \t a \t\tb  "), "▁a▁b");
        assert_eq!(apply("a \u{ad} b"), "▁a▁b");
        assert_eq!(apply(" \t"), "");
        assert_eq!(apply(""), "");
    }

    #[test]
    fn broken_rules_leave_the_text() {
        let rules = |nodes: &[u32]| Rules {
            nodes: nodes.to_vec(),
            replacements: "x".to_owned(),
        };
        for nodes in [&[][..], &[u32::MAX; 300], &[1 << 10; 300], &[0x161; 300]] {
            assert_eq!(rules(nodes).apply("a b"), "▁a▁b");
        }
    }
}
