//! What a character is for the reader: how long it is, which marks end a sentence, open or close something, or are not
//! seen at all.

use std::{iter::Sum, ops::Add};

use crate::language;

/// A length in quarters of a word: 4 for a word between spaces, 2 for a Chinese or Japanese character,
/// 1 for a Thai, Lao, Khmer or Burmese one, 0 for what is not seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuarterWords(u32);

impl QuarterWords {
    /// The length of a number of words between spaces.
    pub const fn of_words(words: usize) -> Self {
        Self(4 * words as u32)
    }

    /// The length of a number of quarters.
    pub(super) const fn new(quarters: u32) -> Self {
        Self(quarters)
    }

    /// The number of quarters.
    pub const fn get(self) -> usize {
        self.0 as usize
    }
}

impl Add for QuarterWords {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for QuarterWords {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::default(), Self::add)
    }
}

/// How much of a word a character of a script without spaces stands for, in quarters of a word; `None` in scripts that put
/// spaces between words. Tokens carry it as their length.
pub(super) fn quarters_without_spaces(c: char) -> Option<u8> {
    language::characters_of_word(c).map(|characters| 4 / characters)
}

/// Whether a character takes two columns, as Chinese, Japanese and Korean ones do.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c as u32, 0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFF00..=0xFF60 | 0x20000..=0x3FFFF)
}

/// Whether a character is of a script that is written from right to left: blocks of Hebrew to Arabic, their presentation
/// forms, and those of the supplementary plane.
pub(crate) fn is_right_to_left(c: char) -> bool {
    matches!(c as u32, 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}

/// Whether a character turns the direction of what stands behind it.
pub(crate) fn is_directional(c: char) -> bool {
    matches!(c as u32, 0x061C | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069)
}

/// Whether a character joins the next one into one grapheme cluster (`GCB=Prepend`).
pub(super) fn is_prepend(c: char) -> bool {
    matches!(c as u32, 0x0600..=0x0605 | 0x06DD | 0x070F | 0x0890..=0x0891 | 0x08E2 | 0x0D4E
        | 0x110BD | 0x110CD | 0x111C2..=0x111C3 | 0x113D1 | 0x1193F | 0x11941 | 0x11A3A
        | 0x11A84..=0x11A89 | 0x11D46 | 0x11F02)
}

/// Whether a character is not seen: controls, zero-width and directional marks, soft hyphens,
/// variation selectors, the Arabic stretch. None of them makes a word another word.
pub(super) fn is_invisible(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    matches!(c as u32, 0x80..=0x9F | 0xAD | 0x034F | 0x061C | 0x0640 | 0x115F..=0x1160 | 0x17B4..=0x17B5
        | 0x180B..=0x180F | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x3164
        | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF9..=0xFFFB | 0xE0000..=0xE0FFF)
}

/// Whether a character is a mark that is written for learners or left out on the web; never the vowel signs of Indic
/// scripts, without which a word is another.
pub(super) fn is_diacritic(c: char) -> bool {
    matches!(c as u32, 0x0300..=0x036F | 0x0483..=0x0487 | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C2 | 0x05C4..=0x05C5
        | 0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06DC | 0x06DF..=0x06E8 | 0x06EA..=0x06ED
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F)
}

/// Whether a sign stands for letters, as those for units do: `㎞`, `℃`, `№`.
pub(super) fn is_written_out(c: char) -> bool {
    matches!(c, '\u{3300}'..='\u{33FF}' | '℃' | '℉' | '№')
}

/// Full stops, question and exclamation marks that are nothing else, so that what follows them is
/// always a new sentence: `Sentence_Terminal` but for the ones of the Latin script.
pub(super) fn is_certain_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．' | '։' | '؟' | '۔' | '؝' | '܀'..='܂' | '।' | '॥' | '။' | '።' | '፧' | '፨'
        | '។' | '៕' | '᙮' | '᠃' | '᠉' | '᪨'..='᪫' | '᭚' | '᭛' | '᭞' | '᭟' | '᰻' | '᰼' | '᱾' | '᱿' | '꓿' | '꘎' | '꘏' | '꛳' | '꛷'
        | '꡶' | '꡷' | '꣎' | '꣏' | '꤯' | '꧈' | '꧉' | '꩝'..='꩟' | '꫰' | '꫱' | '꯫' | '﹒' | '﹖' | '﹗')
}

/// Stops of the Latin, Greek and Cyrillic scripts, some of which also end abbreviations.
pub(super) fn is_western_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '⸮')
}

/// Whether a line that ends so ends a sentence.
pub(crate) fn is_stop(c: char) -> bool {
    is_western_stop(c) || is_certain_stop(c)
}

/// What may stand between a stop and the white space after it: closing quotes and brackets.
pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '”' | '’' | '“' | '‘' | '»' | '«' | '›' | '‹'
    ) || is_closing_bracket(c)
}

/// Closing brackets, and the corner and title brackets of East Asia.
pub(super) fn is_closing_bracket(c: char) -> bool {
    matches!(
        c,
        ')' | ']' | '}' | '」' | '』' | '》' | '〉' | '）' | '】' | '〕' | '］' | '｣'
    )
}

/// The closing bracket of an opening one.
pub(super) fn closing_of(c: char) -> Option<char> {
    Some(match c {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '〈' => '〉',
        '（' => '）',
        '【' => '】',
        '〔' => '〕',
        '［' => '］',
        '｢' => '｣',
        _ => return None,
    })
}

/// What may stand before the first word of a sentence: opening quotes and brackets.
pub(super) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '`' | '“' | '‘' | '„' | '‚' | '«' | '»' | '‹' | '›' | '¿' | '¡'
    ) || closing_of(c).is_some()
}

/// Dashes, also as long as a word.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−' | '⸺' | '⸻' | '﹘' | '﹣' | '－')
}

/// What marks an item of a list at the start of a line.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '‣'
            | '⁃'
            | '◦'
            | '▪'
            | '▫'
            | '●'
            | '○'
            | '■'
            | '□'
            | '∙'
            | '·'
            | '►'
            | '▸'
            | '✓'
            | '✔'
            | '➢'
            | '➤'
            | '・'
    )
}

/// Marks of which several in a row stand for one.
pub(super) fn runs_together(c: char) -> bool {
    matches!(
        c,
        '.' | '-'
            | '!'
            | '?'
            | '\''
            | '`'
            | ','
            | '<'
            | '>'
            | '*'
            | '='
            | '~'
            | '#'
            | '…'
            | '–'
            | '—'
    )
}
