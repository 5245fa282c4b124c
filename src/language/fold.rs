//! Letters as the tables have them, and where words end.

use super::is_spaceless;

/// Whether a mark tells a learner how a word is read, so that most texts leave it out: the points of Hebrew and
/// Arabic.
pub(crate) fn is_point(c: char) -> bool {
    matches!(c as u32, 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C2 | 0x05C4..=0x05C5 | 0x05C7
        | 0x0610..=0x061A | 0x064B..=0x0652 | 0x0670 | 0x06D6..=0x06DC | 0x06DF..=0x06E8 | 0x06EA..=0x06ED)
}

/// A word as the tables have it: small letters, straight apostrophes, plain blanks, no points, nothing that is not
/// seen.
pub(super) fn fold(c: char) -> impl Iterator<Item = char> {
    // Most characters are of ASCII.
    let folded = match c {
        '`' => Some('\''),
        '\n' | '\t' => Some(' '),
        c if c.is_ascii() => Some(c),
        c => beyond_ascii(c),
    };
    folded.into_iter().flat_map(char::to_lowercase)
}

fn beyond_ascii(c: char) -> Option<char> {
    match c {
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => {
            None
        }
        '\u{2060}'..='\u{2069}' | '\u{FEFF}' => None,
        c if is_point(c) => None,
        // The geresh of Hebrew is a letter of the tables.
        '׳' => Some(c),
        c if is_apostrophe(c) => Some('\''),
        '\u{A0}' | '\u{202F}' | '\u{2009}' => Some(' '),
        // Units of areas and volumes.
        '²' => Some('2'),
        '³' => Some('3'),
        c => Some(c),
    }
}

/// Whether a mark is typed for an apostrophe inside a word.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | '‚' | '‛' | '`' | '´' | '′' | '‵' | '׳' | '＇' | 'ʹ'
            ..='ʿ' | 'ˈ' | 'ˊ' | 'ˋ' | 'ꞌ'
    )
}

/// Whether a word begins with a capital.
pub(crate) fn has_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a character is part of a word: letters with their marks, figures, apostrophes, Hebrew gershayim.
pub(crate) fn is_word_char(c: char) -> bool {
    match c {
        '\'' => true,
        c if c.is_ascii() => c.is_ascii_alphanumeric(),
        '’' | 'ʼ' | '\u{5F3}' | '\u{5F4}' | '॰' => true,
        '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5C7}'
        | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' => true,
        // Signs of Indian scripts that join letters.
        '\u{93C}' | '\u{94D}' | '\u{9BC}' | '\u{9CD}' | '\u{200C}' | '\u{200D}' => true,
        c => c.is_alphanumeric(),
    }
}

/// The first word of a text that begins with one: a single character in scripts without spaces. Empty if the
/// text begins with a mark.
pub(crate) fn head(text: &str) -> &str {
    // Most words are of ASCII.
    let is_plain = |byte: &u8| byte.is_ascii() && is_word_char(char::from(*byte));
    let plain = text.bytes().take_while(|byte| is_plain(byte)).count();
    if text.as_bytes().get(plain).is_none_or(u8::is_ascii) {
        return &text[..plain];
    }
    match text.chars().next() {
        Some(first) if is_spaceless(first) => &text[..first.len_utf8()],
        _ => {
            let end = text.find(|c: char| !is_word_char(c) || is_spaceless(c));
            &text[..end.unwrap_or(text.len())]
        }
    }
}

/// The length of the start of a text that is a word or phrase of the tables, whatever its case.
pub(super) fn matching(text: &str, phrase: &str) -> Option<usize> {
    let mut wanted = phrase.chars().peekable();
    let mut blank = false;
    for (at, c) in text.char_indices() {
        if wanted.peek().is_none() && !is_point(c) {
            return Some(at);
        }
        // Any white space stands for one blank.
        if c.is_whitespace() {
            if !blank && wanted.next() != Some(' ') {
                return None;
            }
            blank = true;
            continue;
        }
        blank = false;
        for folded in fold(c) {
            if wanted.next() != Some(folded) {
                return None;
            }
        }
    }
    wanted.peek().is_none().then_some(text.len())
}
