//! Which scripts put no spaces between words: the one place that says so.

/// How many characters of a script without spaces make a word: about 2 Chinese or Japanese ones, about 4 Thai, Lao,
/// Khmer or Burmese ones. `None` in scripts that put spaces between words. The ranges are the blocks of the scripts that UAX
/// #29 leaves to dictionaries.
pub(crate) fn characters_of_word(c: char) -> Option<u8> {
    match c as u32 {
        0..=0x0DFF => None,
        // Thai, Lao; Myanmar; Khmer; Tai Le, New Tai Lue, Khmer symbols; Tai Tham; Myanmar A, B; Tai Viet.
        0x0E00..=0x0EFF
        | 0x1000..=0x109F
        | 0x1780..=0x17FF
        | 0x1950..=0x19FF
        | 0x1A20..=0x1AAF
        | 0xA9E0..=0xA9FF
        | 0xAA60..=0xAADF => Some(4),
        // Radicals, 々〇, kana, Bopomofo, phonetic extensions; Han; half-width kana; supplements.
        0x2E80..=0x2FDF
        | 0x3005..=0x3007
        | 0x3021..=0x3029
        | 0x3031..=0x303B
        | 0x3041..=0x312F
        | 0x31A0..=0x31BF
        | 0x31F0..=0x31FF
        | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF
        | 0xFF66..=0xFF9F
        | 0x1AFF0..=0x1B16F
        | 0x20000..=0x323AF => Some(2),
        _ => None,
    }
}

/// Whether a character is of Chinese or Japanese.
pub(crate) fn is_east_asian(c: char) -> bool {
    characters_of_word(c) == Some(2)
}

/// Whether a character is of one of the two Japanese syllabaries.
pub(crate) fn is_kana(c: char) -> bool {
    let kana = matches!(c as u32, 0x3031..=0x3035 | 0x3041..=0x30FF | 0x31F0..=0x31FF | 0xFF66..=0xFF9F | 0x1AFF0..=0x1B16F);
    kana && is_east_asian(c)
}

/// Whether a character is Chinese, in whichever language.
pub(crate) fn is_han(c: char) -> bool {
    is_east_asian(c) && !is_kana(c) && !matches!(c as u32, 0x3100..=0x312F | 0x31A0..=0x31BF)
}

/// Whether a character is Thai or Lao, which have no stop.
pub(crate) fn is_thai_or_lao(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}')
}

/// Whether a character is Korean: spaces stand between words, but endings run into them.
pub(crate) fn is_hangul(c: char) -> bool {
    matches!(c as u32, 0x1100..=0x11FF | 0x3130..=0x318F | 0xA960..=0xA97F | 0xAC00..=0xD7FF)
}

/// Whether words run into one another in the script of a character, or their endings do.
pub(crate) fn is_spaceless(c: char) -> bool {
    c >= '\u{E00}' && (characters_of_word(c).is_some() || is_hangul(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_run_together_in_some_scripts() {
        for (what, c, characters, runs_together) in [
            ("Latin", 'a', None, false),
            ("Cyrillic", 'я', None, false),
            ("Hebrew", 'א', None, false),
            ("Devanagari", 'क', None, false),
            ("Thai", 'ก', Some(4), true),
            ("Lao", 'ກ', Some(4), true),
            ("Burmese", 'က', Some(4), true),
            ("Khmer", 'ក', Some(4), true),
            ("Tai Le", 'ᥐ', Some(4), true),
            ("Tai Viet", 'ꪀ', Some(4), true),
            ("Han", '年', Some(2), true),
            ("a sign for one more", '々', Some(2), true),
            ("a radical", '⼀', Some(2), true),
            ("Hiragana", 'あ', Some(2), true),
            ("Katakana", 'ア', Some(2), true),
            ("half-width Katakana", 'ｱ', Some(2), true),
            ("Bopomofo", 'ㄅ', Some(2), true),
            ("rare Han", '𠀀', Some(2), true),
            ("Hangul", '가', None, true),
            ("a letter of Hangul", 'ㄱ', None, true),
            ("a mark", '、', None, false),
            ("a wide letter", 'Ａ', None, false),
        ] {
            assert_eq!(characters_of_word(c), characters, "{what}");
            assert_eq!(is_spaceless(c), runs_together, "{what}");
        }
    }

    #[test]
    fn scripts_without_spaces_have_names() {
        for (c, east_asian, han, kana, thai_or_lao) in [
            ('年', true, true, false, false),
            ('々', true, true, false, false),
            ('〇', true, true, false, false),
            ('𠀀', true, true, false, false),
            ('あ', true, false, true, false),
            ('ー', true, false, true, false),
            ('ｱ', true, false, true, false),
            ('〳', true, false, true, false),
            ('ㄅ', true, false, false, false),
            ('ก', false, false, false, true),
            ('ກ', false, false, false, true),
            ('က', false, false, false, false),
            ('가', false, false, false, false),
            ('a', false, false, false, false),
        ] {
            let found = (is_east_asian(c), is_han(c), is_kana(c), is_thai_or_lao(c));
            assert_eq!(found, (east_asian, han, kana, thai_or_lao), "{c}");
        }
    }
}
