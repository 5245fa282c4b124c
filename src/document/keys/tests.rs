use super::{super::Document, *};

/// The normal forms of a text, parted by blanks; punctuation included.
fn forms(text: &str, options: &Options) -> String {
    let options = Options {
        ignore_punctuation: false,
        ..options.clone()
    };
    let mut vocabulary = Vocabulary::default();
    let document = Document::new(text, &options, &mut vocabulary);
    let words = 0..document.words.len();
    words
        .map(|word| vocabulary.form(document.key(word)))
        .collect::<Vec<_>>()
        .join(" ")
}

/// What is a matter of typesetting is folded whatever the options.
#[test]
fn spelling_of_the_same_word_is_folded() {
    let options = Options::default();
    let table = [
        ("case", "The SUMMIT", "the summit"),
        (
            "sharp s, final sigma",
            "Straße STRASSE ΟΔΟΣ οδος",
            "strasse strasse οδοσ οδοσ",
        ),
        (
            "quotes",
            "“a” «b» „c“ \"d\" ‘e’ ''f''",
            "\" a \" \" b \" \" c \" \" d \" ' e ' \" f \"",
        ),
        ("dashes", "a – b — c -- d ‐ e − f", "a - b - c - d - e - f"),
        ("ellipses", "a... b… c....", "a … b … c …"),
        (
            "ligatures, full width",
            "ﬁnal ＡＢＣ １２３",
            "final abc 123",
        ),
        ("composed or not", "caf\u{E9} cafe\u{301}", "café café"),
        (
            "soft hyphens, invisible marks",
            "sum\u{AD}mit \u{FEFF}sum\u{2060}mit",
            "summit summit",
        ),
        (
            "Persian half space, Arabic stretch",
            "می\u{200C}خواهم عـــلم",
            "میخواهم علم",
        ),
        (
            "possessives",
            "Lee's Lee’s the boss’s JONES'S",
            "lee lee the boss jones",
        ),
        (
            "no possessives",
            "it's let’s that's who’s",
            "it's let's that's who's",
        ),
        ("apostrophes", "don’t l’été O`Neill", "don't l'été o'neill"),
        ("acronyms", "U.S. US e.g. Ph.D", "us . us eg . ph.d"),
        (
            "thousands",
            "1,400 1400 1'400 1.000.000 1\u{202F}400",
            "1400 1400 1400 1000000 1400",
        ),
        (
            "decimals",
            "3.50 3,50 1,400.5 1.400,5 1.400",
            "3.50 3.50 1400.5 1400.5 1.400",
        ),
        ("digits", "٢٠٢٤ २०२४ ๒๐๒๔", "2024 2024 2024"),
        (
            "apostrophes of every kind",
            "don´t don`t don′t donʹt donʼt don‘t don＇t",
            "don't don't don't don't don't don't don't",
        ),
        ("gershayim", "דו״ח דו\"ח דו”ח", "דו\"ח דו\"ח דו\"ח"),
        (
            "a cedilla for a comma",
            "şi și ţară țară",
            "şi şi ţară ţară",
        ),
        ("points and stress", "שָׁלוֹם كَتَبَ моро́з", "שלום كتب мороз"),
        (
            "capitals of Turkish",
            "ILICA Ilıca ılıca İZMİR İzmir",
            "ilica ilica ilica izmir izmir",
        ),
        (
            "two letters in one",
            "Œuvre oeuvre ſalt ﬀ",
            "oeuvre oeuvre salt ff",
        ),
        ("signs for units", "3 ㎞, 20 ℃ № 4", "3 km , 20 °c no 4"),
        ("half and full width", "ｶﾞｽ ガス Ｂ", "ガ ス ガ ス b"),
        ("a space of no width", "off\u{200B}ice", "office"),
        (
            "entities",
            "can&rsquo;t caf&eacute; &amp; &mdash;",
            "can't café & -",
        ),
    ];
    for (name, text, expected) in table {
        assert_eq!(forms(text, &options), expected, "{name}");
    }
}

/// What makes another word of a word is no matter of typesetting.
#[test]
fn marks_that_make_another_word_are_kept() {
    for (one, other) in [
        ("มา", "ม้า"),
        ("ຂາ", "ຂ້າ"),
        ("ọkọ̀", "ọkọ"),
        ("कल", "कला"),
        ("ё", "е"),
        ("й", "и"),
        ("côte", "cote"),
    ] {
        let options = Options::default();
        assert_ne!(forms(one, &options), forms(other, &options), "{one}");
    }
}

#[test]
fn a_stretch_is_bare_however_it_is_written() {
    let bare = |text: &str| {
        let document = Document::new(text, &Options::default(), &mut Vocabulary::default());
        super::bare(text, &document.tokens)
    };
    for (one, other, same) in [
        ("re-elected", "reelected", true),
        ("low price", "lowprice", true),
        ("1.200", "1200", true),
        ("12 400", "12,400", true),
        ("3,50", "3.5", false),
        ("1.5", "15", false),
        ("10²", "102", false),
        ("2 3", "23", false),
        ("มา", "ม้า", false),
        ("It’s", "its", true),
    ] {
        assert_eq!(bare(one) == bare(other), same, "{one} and {other}");
    }
}

#[test]
fn a_word_hyphenated_at_the_end_of_a_line_is_whole() {
    let text = "The two sides of the long dispute have reached an agree-\nment on the use of the river, and of the four ports near\nits mouth.";
    let found = forms(text, &Options::default());
    assert!(found.contains(" agreement "), "{found}");
}

/// Each option, with a text whose two halves are equal with it and differ without.
#[test]
fn options_fold_more() {
    let all = Options {
        ignore_case: false,
        ..Options::default()
    };
    let table = [
        (
            "case",
            Options {
                ignore_case: true,
                ..all.clone()
            },
            "Summit ÉTÉ",
            "summit été",
        ),
        (
            "numbers",
            Options {
                ignore_numbers: true,
                ..all.clone()
            },
            "80 dead, 3.5 km",
            "9,000 dead, ٣ km",
        ),
        (
            "diacritics",
            Options {
                ignore_diacritics: true,
                ..all.clone()
            },
            "café Ørsted עִבְרִית",
            "cafe Orsted עברית",
        ),
    ];
    for (name, with, left, right) in table {
        assert_eq!(forms(left, &with), forms(right, &with), "with {name}");
        assert_ne!(forms(left, &all), forms(right, &all), "without {name}");
    }
}

#[test]
fn punctuation_is_compared_only_by_option() {
    let words = |ignore_punctuation| {
        let options = Options {
            ignore_punctuation,
            ..Options::default()
        };
        Document::new("Yes, “no”.", &options, &mut Vocabulary::default())
            .words
            .len()
    };
    assert_eq!((words(true), words(false)), (2, 6));
}

/// Without its vowel signs a word of an Indic script is another word.
#[test]
fn vowel_signs_are_no_diacritics() {
    let options = Options {
        ignore_diacritics: true,
        ..Options::default()
    };
    assert_ne!(forms("की", &options), forms("का", &options));
}

#[test]
fn a_vocabulary_gives_each_form_one_key() {
    let mut vocabulary = Vocabulary::default();
    assert!(vocabulary.is_empty());
    let keys: Vec<Key> = ["b", "a", "", "b", "ab", "a"]
        .iter()
        .map(|form| vocabulary.key(form))
        .collect();
    assert_eq!(keys, [0, 1, 2, 0, 3, 1]);
    assert_eq!(vocabulary.len(), 4);
    assert_eq!(
        [0, 1, 2, 3, 9].map(|key| vocabulary.form(key)),
        ["b", "a", "", "ab", ""]
    );
}

/// Letters that look like those of the word they stand in are those.
#[test]
fn letters_of_another_script_are_those_they_look_like() {
    let options = Options::default();
    for (disguised, plain) in [
        ("мeльницa", "мельница"),
        ("thе mіll", "the mill"),
        ("μύλoς", "μύλος"),
        ("ЕЛЬ", "EЛЬ"),
    ] {
        assert_eq!(
            forms(disguised, &options),
            forms(plain, &options),
            "{plain}"
        );
    }
    // Words of one script stay in it.
    assert_ne!(forms("сон", &options), forms("coh", &options));
    assert_ne!(forms("IT-шник", &options), forms("ІТ-шник", &options));
}
