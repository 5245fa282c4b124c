//! What may not be parted in Thai, Lao and Burmese, which put no spaces between words: a vowel sign before or behind its
//! consonant, a consonant that closes a syllable. No word begins or ends there, whatever the word.
//!
//! After the character clusters of Theeramunkong and others ("Character cluster based Thai information retrieval",
//! 2000): only what the spelling alone tells.

/// Whether two neighbours are of one syllable. `before` is what stands before so far, as much of the syllable as was
/// joined, and `after` the next cluster.
pub(super) fn are_joined(before: &str, after: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    match first {
        '\u{0E00}'..='\u{0E7F}' => thai(before, last, after, first),
        '\u{0E80}'..='\u{0EFF}' => lao(before, last, after, first),
        '\u{1000}'..='\u{109F}' => is_burmese(last) && (is_behind(first) || is_killed(after)),
        _ => false,
    }
}

fn thai(before: &str, last: char, after: &str, first: char) -> bool {
    let is_consonant = |c| ('\u{0E01}'..='\u{0E2E}').contains(&c);
    let leads = |c| ('\u{0E40}'..='\u{0E44}').contains(&c);
    // SARA A, SARA AA and LAKKHANGYAO stand behind their consonant, THANTHAKHAT silences its own.
    if matches!(first, '\u{0E30}' | '\u{0E32}' | '\u{0E45}') || after.contains('\u{0E4C}') {
        return is_consonant(last) || ('\u{0E31}'..='\u{0E4E}').contains(&last) && !leads(last);
    }
    is_consonant(first)
        && (leads(last)
            // MAI HAN-AKAT, SARA UEE and MAITAIKHU need a consonant behind them, but in the word for "also".
            || needs_end(before, &['\u{0E31}', '\u{0E37}', '\u{0E47}']) && before != "ก็"
            // SARA E … SARA II … YO YAK is one vowel.
            || first == 'ย' && before.starts_with('\u{0E40}') && needs_end(before, &['\u{0E35}']))
}

fn lao(before: &str, last: char, after: &str, first: char) -> bool {
    let is_consonant = |c| matches!(c, '\u{0E81}'..='\u{0EAE}' | '\u{0EDC}'..='\u{0EDF}');
    let leads = |c| ('\u{0EC0}'..='\u{0EC4}').contains(&c);
    if matches!(first, '\u{0EB0}' | '\u{0EB2}' | '\u{0EBD}') || after.contains('\u{0ECC}') {
        return is_consonant(last) || ('\u{0EB1}'..='\u{0ECD}').contains(&last) && !leads(last);
    }
    is_consonant(first) && (leads(last) || needs_end(before, &['\u{0EB1}', '\u{0EBB}']))
}

/// Whether the last letter of a stretch has one of some vowels, perhaps with a tone mark.
fn needs_end(stretch: &str, vowels: &[char]) -> bool {
    let is_tone = |c: char| matches!(c, '\u{0E48}'..='\u{0E4B}' | '\u{0EC8}'..='\u{0ECB}');
    stretch.trim_end_matches(is_tone).ends_with(vowels)
}

fn is_burmese(c: char) -> bool {
    ('\u{1000}'..='\u{109F}').contains(&c)
}

/// Vowels and tones of Burmese and its neighbours that stand behind their consonant.
fn is_behind(c: char) -> bool {
    matches!(c as u32, 0x102B..=0x102C | 0x1038 | 0x1062..=0x1064 | 0x1067..=0x106D | 0x1083 | 0x1087..=0x108C
        | 0x108F | 0x109A..=0x109C)
}

/// Whether a cluster is a consonant without its vowel, as it closes a syllable of Burmese.
fn is_killed(cluster: &str) -> bool {
    cluster.chars().skip(1).find(|&c| c != '\u{1037}') == Some('\u{103A}')
}
