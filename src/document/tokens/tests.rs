use super::*;

fn tokens(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    scan(text, 0..text.len(), &mut pieces);
    super::super::hyphens::join_hyphenated(text, &mut pieces);
    pieces
        .iter()
        .map(|piece| &text[piece.range.clone()])
        .collect()
}

/// Tokens are parted by `|`.
#[test]
fn texts_fall_into_tokens() {
    let table = [
        (
            "The mayor’s no-limits plan.",
            "The|mayor’s|no|-|limits|plan|.",
        ),
        ("1,400 people, 3.5 km, 9:30", "1,400|people|,|3.5|km|,|9:30"),
        ("9:30–10:00, 3:2, 1:234", "9:30|–|10:00|,|3|:|2|,|1|:|234"),
        ("the U.S. and e.g. the EU", "the|U.S|.|and|e.g|.|the|EU"),
        ("wait... what -- no!!", "wait|...|what|--|no|!!"),
        ("“Yes,” she said", "“|Yes|,|”|she|said"),
        // A stop without the space after it.
        ("big boats.Nobody came", "big|boats|.|Nobody|came"),
        ("Größe.Über alles", "Größe|.|Über|alles"),
        ("a Ph.D. in Node.js", "a|Ph.D|.|in|Node.js"),
        ("see www.Example.Com now", "see|www.Example.Com|now"),
        ("ask ann.Lee@example.org", "ask|ann.Lee|@|example.org"),
        // Scripts without spaces.
        ("看《新闻》2024年", "看|《|新|闻|》|2024|年"),
        ("ニュース", "ニ|ュ|ー|ス"),
        ("น้ำใจ", "น้ำ|ใจ"),
        ("การท่าเรือกับหนังสือ", "กา|ร|ท่า|เรือ|กับ|ห|นัง|สือ"),
        ("เมียรถยนต์ก็มา", "เมีย|ร|ถ|ย|นต์|ก็|มา"),
        ("ຂ້າວຢູ່ໃນບ້ານ", "ຂ້າ|ວ|ຢູ່|ໃນ|ບ້າ|ນ"),
        ("မြန်မာစာ", "မြန်|မာ|စာ"),
        // Spaces that are none, and the other way round.
        ("1\u{202F}400 cas\u{202F}!", "1\u{202F}400|cas|!"),
        ("«\u{202F}oui\u{202F}»", "«|oui|»"),
        ("co\u{AD}operate", "co\u{AD}operate"),
        ("👩\u{200D}🚒 here 🇫🇷🇩🇪", "👩\u{200D}🚒|here|🇫🇷|🇩🇪"),
        // Marks that are typed for an apostrophe, gershayim, a space of no width.
        ("O´Neill’s l`eau", "O´Neill’s|l`eau"),
        ("5′ and ´so´ `it`", "5|′|and|´|so|´|`|it|`"),
        ("דו”ח “אב”", "דו”ח|“|אב|”"),
        ("off\u{200B}ice ขา\u{200B}ย", "off\u{200B}ice|ขา|\u{200B}|ย"),
        // In Korean it stands around a word, with an ending behind it.
        ("‘간다’고 '간다'며 O’간다", "‘|간다|’|고|'|간다|'|며|O’간다"),
        ("a<<b>> c < d", "a|<<|b|>>|c|<|d"),
        // Entities of HTML.
        (
            "R&amp;D, can&rsquo;t&nbsp;&mdash; it",
            "R|&amp;|D|,|can&rsquo;t|&nbsp;|&mdash;|it",
        ),
        ("A&B; caf&#233;s", "A|&|B|;|caf&#233;s"),
        // Hyphenated at the end of a line.
        ("the agree¬\nment holds", "the|agree¬\nment|holds"),
        ("the agree-\nment holds", "the|agree-\nment|holds"),
        (
            "the agree\u{AD}\r\n  ment holds",
            "the|agree\u{AD}\r\n  ment|holds",
        ),
        (
            "from 3-\nyear loans, Anglo-\nIrish",
            "from|3|-|year|loans|,|Anglo|-|Irish",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(
            tokens(text),
            expected.split('|').collect::<Vec<_>>(),
            "{text}"
        );
    }
}

/// The raised number of a footnote is no word; that of a unit is part of it.
#[test]
fn numbers_of_footnotes_have_no_length() {
    for (text, expected) in [
        ("late.¹²", [4, 4, 0, 0].as_slice()),
        ("harbour² m²", &[4, 0, 4, 4]),
        ("10² ²", &[4, 4, 4]),
    ] {
        let mut pieces = Vec::new();
        scan(text, 0..text.len(), &mut pieces);
        let found: Vec<u8> = pieces.iter().map(|piece| piece.quarters).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn tokens_know_what_they_are_made_of() {
    let kind = |text: &str| {
        let mut pieces = Vec::new();
        scan(text, 0..text.len(), &mut pieces);
        pieces.iter().map(|piece| piece.kind).collect::<Vec<_>>()
    };
    use TokenKind::{Number, Punctuation, Word};
    assert_eq!(
        kind("5th 5 ½ _ a_1"),
        [Word, Number, Number, Punctuation, Word]
    );
    assert_eq!(
        kind("٣ 三 🙂 \u{FEFF}"),
        [Number, Word, Punctuation, Punctuation]
    );
    // A diacritic is one of the letter that it stands on.
    assert_eq!(
        kind("b\u{64B} *\u{64B} \u{64B}"),
        [Word, Punctuation, Punctuation]
    );
}
