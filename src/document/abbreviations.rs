//! The words that make a full stop ambiguous, in the languages of large newspapers. No language
//! needs a word here: without them a sentence is cut once too often or once too seldom.

/// What a shortened word tells of the stop behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name: the sentence goes on.
    Title,
    /// Stands before a figure: the sentence goes on if one follows.
    Figure,
    /// Stands anywhere: the sentence goes on unless a word follows that likes to begin one.
    Any,
}

/// Titles, ranks, offices, places named after somebody.
#[rustfmt::skip]
static TITLES: Words = Words::new(&[
    // English
    "adm", "assoc", "asst", "atty", "brig", "capt", "cmdr", "col", "cpl", "dr", "drs", "ens", "fr", "gen", "gov", "hon",
    "insp", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "msgr", "mt", "ph", "pres", "prof", "rep", "reps",
    "rev", "sen", "sens", "sgt", "st", "supt", "vs", "v",
    // German, Dutch, Nordic
    "dipl", "frl", "fru", "hr", "hrn", "ing", "kath", "ev", "mag", "nr", "sog", "bzw", "vgl", "mevr", "dhr", "tzv",
    // French, Italian, Spanish, Portuguese
    "arq", "avv", "dña", "dott", "dra", "drª", "exmo", "lic", "mgr", "mm", "on", "prof", "profa", "sig", "sigg", "sra",
    "sras", "sres", "srta", "sta", "sto", "ud", "uds", "vda", "av", "avda", "pza",
    // Hindi
    "डॉ", "श्री",
    // Russian, Bulgarian, Ukrainian, Polish, Czech, Slovak
    "акад", "бул", "ген", "гр", "им", "наб", "обл", "пер", "пл", "просп", "проф", "св", "см", "ул", "чл",
    "gen", "hab", "inż", "mgr", "np", "ks", "im", "ul", "pl", "napr", "např", "mudr", "judr", "ing", "sv",
]);

/// Numbers, pages, articles of law, money, months and days.
#[rustfmt::skip]
static FIGURES: Words = Words::new(&[
    "no", "nos", "nr", "núm", "num", "n", "p", "pp", "pg", "s", "ss", "pág", "págs", "fig", "figs", "abb", "tab", "tel",
    "vol", "vols", "bd", "ch", "chap", "cap", "sec", "art", "arts", "abs", "ziff", "par", "párr", "párrf", "eq", "ex",
    "rs", "approx", "ca", "c", "circa", "ext", "ft", "lot", "रु", "ver", "op", "стр", "ст", "рис", "табл", "гл",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    "jän", "mär", "okt", "dez", "janv", "févr", "juil", "déc", "ene", "abr", "ago", "dic", "gen", "mag", "giu", "lug",
    "set", "ott", "lun", "mié", "jue", "vie", "sáb", "dom", "mer", "gio", "ven",
]);

/// Firms, sons, streets, states, and what is shortened in running text; not what closes a clause
/// (`etc.`, `usw.`), behind which a capital begins a sentence.
#[rustfmt::skip]
static ANY: Words = Words::new(&[
    "al", "ave", "bldg", "blvd", "bros", "cf", "cie", "co", "corp", "dept", "dist", "div", "ed", "eds", "esp", "est",
    "gmbh", "inc", "incl", "jr", "ltd", "mfg", "mgmt", "oz", "rd", "sq", "sr", "trans", "univ", "viz",
    "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "mass", "md", "mich",
    "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "va", "vt", "wash", "wis",
    "wyo", "ont", "que",
    "bspw", "ca", "evtl", "geb", "gest", "ggf", "inkl", "kap", "mio", "mrd", "str", "verh", "zzgl", "ca", "resp",
    "env", "apr", "tél", "pag", "psicol", "ing", "adm", "admón", "cía", "dpto", "ej", "vid", "др", "пр", "тел",
    "afd", "bl", "dvs", "ekskl", "evt", "fx", "jf", "kl", "mv", "pct", "tlf", "vedr", "tzn", 
    "тыс", "млн", "млрд", "гг", "вв", "кв", "куб", "напр", "т",
]);

/// Words that begin a sentence far more often than they are a name.
#[rustfmt::skip]
static STARTERS: Words = Words::new(&[
    "a", "after", "all", "also", "although", "an", "and", "are", "as", "at", "because", "before", "both", "but", "by",
    "can", "could", "did", "do", "does", "during", "each", "earlier", "even", "for", "from", "had", "has", "have", "he",
    "he's", "her", "his", "how", "however", "i", "i'm", "i've", "if", "in", "instead", "is", "it", "it's", "its",
    "last", "later", "many", "meanwhile", "more", "most", "my", "no", "not", "now", "officials", "on", "one", "only",
    "or", "other", "our", "others", "please", "several", "she", "should", "since", "so", "some", "such", "that",
    "that's", "the", "their", "then", "there", "these", "they", "this", "those", "though", "to", "today", "two",
    "under", "until", "was", "we", "we're", "were", "what", "when", "where", "which", "while", "who", "why", "will",
    "with", "would", "yesterday", "yet", "you", "your",
    // German, Danish, Norwegian, Swedish, Dutch
    "aber", "auch", "bei", "das", "dem", "den", "der", "die", "doch", "ein", "eine", "er", "es", "im", "nach", "sie",
    "und", "wer", "wie", "wir", "zu", "de", "det", "han", "hun", "hva", "hvad", "hvem", "hvor", "hon", "vad", "vi",
    "het", "wat", "zij",
    // French, Spanish, Italian, Portuguese
    "ce", "cette", "elle", "elles", "en", "et", "il", "ils", "la", "le", "les", "mais", "nous", "on", "un", "une",
    "vous", "el", "ella", "ellos", "los", "las", "pero", "una", "y", "ma", "si", "o", "os", "ele", "ela",
    // Russian, Bulgarian, Ukrainian
    "това", "той", "тя", "те", "то", "все", "его", "её", "их", "там", "тогда", "он", "за", "из", "с", "у", "к", "от", "при",
    "а", "в", "и", "как", "когда", "на", "но", "об", "он", "она", "они", "по", "что", "это", "мы",
]);

/// After these a figure with a stop is an ordinal, not the end: `am 3. Platz`, `vom 9. Mai`.
static BEFORE_ORDINALS: Words = Words::new(&[
    "ab", "am", "auf", "beim", "bis", "das", "dem", "den", "der", "des", "die", "im", "ins", "ihr",
    "ihre", "sein", "seine", "seit", "vom", "zum", "zur",
]);

/// What a word, taken without its stop, is short for; `None` if it is not known as shortened.
/// A title is met more often than a month of the same letters.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    let groups = [
        (&TITLES, Abbreviation::Title),
        (&FIGURES, Abbreviation::Figure),
        (&ANY, Abbreviation::Any),
    ];
    groups
        .into_iter()
        .find(|(words, _)| is_in(word, words))
        .map(|(_, abbreviation)| abbreviation)
}

/// Whether a capitalised word is likely to begin a sentence after an abbreviation.
pub(super) fn begins_sentences(word: &str) -> bool {
    is_in(word, &STARTERS)
}

/// Whether a figure with a stop after this word is an ordinal.
pub(super) fn takes_ordinal(word: &str) -> bool {
    is_in(word, &BEFORE_ORDINALS)
}

fn is_in(word: &str, words: &Words) -> bool {
    if word.is_ascii() {
        return words.may_have(word.as_bytes())
            && words
                .all
                .iter()
                .any(|known| known.eq_ignore_ascii_case(word));
    }
    let lower: String = word
        .chars()
        .map(|c| if c == '’' { '\'' } else { c })
        .flat_map(char::to_lowercase)
        .collect();
    words.all.contains(&lower.as_str())
}

/// Words in small letters. Most words of ASCII that are not among them are told from their first and last
/// letter and their length.
struct Words {
    all: &'static [&'static str],
    /// For each length, the last one for all that are longer, and each first letter the last letters as bits.
    shapes: [[u32; LETTERS]; LENGTHS],
}

const LENGTHS: usize = 8;
const LETTERS: usize = 32;

/// The place of a word that is not empty in the shapes. Capitals do not matter.
const fn shape(word: &[u8]) -> (usize, usize, u32) {
    let long = if word.len() < LENGTHS {
        word.len()
    } else {
        LENGTHS - 1
    };
    let (first, last) = (word[0] as usize, word[word.len() - 1] as usize);
    (long, first % LETTERS, 1 << (last % LETTERS))
}

impl Words {
    const fn new(all: &'static [&'static str]) -> Self {
        let (mut shapes, mut at) = ([[0; LETTERS]; LENGTHS], 0);
        while at < all.len() {
            let (long, first, last) = shape(all[at].as_bytes());
            shapes[long][first] |= last;
            at += 1;
        }
        Self { all, shapes }
    }

    fn may_have(&self, word: &[u8]) -> bool {
        if word.is_empty() {
            return false;
        }
        let (long, first, last) = shape(word);
        self.shapes[long][first] & last != 0
    }
}
