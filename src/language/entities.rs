//! Characters that a text has as entities of HTML: `&rsquo;`, `&#8217;`, `&#x2019;`. They come with text that was
//! copied from the source of a page.

use std::borrow::Cow;

/// Bytes of the longest entity, from `&` to `;`: `&#x10FFFF;`.
const LONGEST_ENTITY: usize = 10;

/// The names of HTML 4 that stand in texts, each before its character.
const NAMED: [(&str, char); 52] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{A0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("shy", '\u{AD}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("lrm", '\u{200E}'),
    ("rlm", '\u{200F}'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("deg", '°'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("sect", '§'),
    ("para", '¶'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("times", '×'),
    ("minus", '−'),
    ("iexcl", '¡'),
    ("iquest", '¿'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("prime", '′'),
    ("szlig", 'ß'),
    ("aring", 'å'),
    ("Aring", 'Å'),
];

/// The marks over letters, by the end of the name: `eacute` is `e` with an acute.
const ACCENTS: [(&str, char); 7] = [
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("circ", '\u{302}'),
    ("tilde", '\u{303}'),
    ("uml", '\u{308}'),
    ("cedil", '\u{327}'),
    ("caron", '\u{30C}'),
];

/// The letters that are two in one, or have a stroke.
const LETTERS: [(&str, char); 6] = [
    ("aelig", 'æ'),
    ("AElig", 'Æ'),
    ("oelig", 'œ'),
    ("OElig", 'Œ'),
    ("oslash", 'ø'),
    ("Oslash", 'Ø'),
];

/// The character of the entity with which a text begins, as a string of one or two characters, and the length of the
/// entity in bytes.
pub(crate) fn entity_at(text: &str) -> Option<(String, usize)> {
    let rest = text.strip_prefix('&')?;
    let end = rest
        .bytes()
        .take(LONGEST_ENTITY)
        .position(|byte| byte == b';')?;
    let name = &rest[..end];
    let len = end + "&;".len();
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        let seen = char::from_u32(code).filter(|c| !c.is_control())?;
        return Some((seen.to_string(), len));
    }
    let mut named = NAMED.iter().chain(&LETTERS);
    if let Some((_, c)) = named.find(|(known, _)| *known == name) {
        return Some((c.to_string(), len));
    }
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let (_, accent) = ACCENTS.iter().find(|(known, _)| *known == &name[1..])?;
    Some(([letter, *accent].iter().collect(), len))
}

/// A text with the characters in the place of their entities.
pub(crate) fn without_entities(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('&') else {
        return Cow::Borrowed(text);
    };
    let mut plain = text[..first].to_owned();
    let mut rest = &text[first..];
    while let Some(c) = rest.chars().next() {
        match entity_at(rest) {
            Some((seen, len)) => {
                plain.push_str(&seen);
                rest = &rest[len..];
            }
            None => {
                plain.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_read_as_their_characters() {
        for (text, expected) in [
            ("plain", "plain"),
            (
                "can&rsquo;t, can&#8217;t, can&#x2019;T",
                "can’t, can’t, can’T",
            ),
            (
                "caf&eacute; gar&ccedil;on &Uuml;bung &oelig;uf",
                "cafe\u{301} garc\u{327}on U\u{308}bung œuf",
            ),
            ("R&amp;D &lt;b&gt;", "R&D <b>"),
            (
                "AT&T; a & b; &nosuch; &; &#; &#0; &",
                "AT&T; a & b; &nosuch; &; &#; &#0; &",
            ),
            // Once, as a browser would.
            ("&amp;amp;", "&amp;"),
        ] {
            assert_eq!(without_entities(text), expected, "{text}");
        }
    }
}
