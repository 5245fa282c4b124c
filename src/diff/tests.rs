//! Which edits a reader is shown, and which word stands for which, by examples.

use super::*;
use crate::{Options, document::Vocabulary, span::Side};

mod figures;

/// Calls `see` with two texts taken apart and what differs between them.
fn with_edits<T>(
    left: &str,
    right: &str,
    see: impl FnOnce(&Sides<Document<'_>>, &Edits) -> T,
) -> T {
    let (options, mut vocabulary) = (Options::default(), Vocabulary::default());
    let documents =
        Sides::new(left, right).map(|text| Document::new(text, &options, &mut vocabulary));
    let tokens = documents.as_ref().map(|document| 0..document.tokens.len());
    let words = Words::new(&documents, &vocabulary);
    let edits = Differ::new(&documents, &words).between(tokens);
    see(&documents, &edits)
}

/// The left with the edits in it: `[old|new]`, `[-left only-]`, `[+right only+]`. The kind stands behind an edit of
/// anything but words.
fn marked(left: &str, right: &str) -> String {
    with_edits(left, right, |_, edits| {
        let (mut out, mut from) = (String::new(), 0);
        for change in &edits.changes {
            let (old, new) = (change.spans.left.range(), change.spans.right.range());
            out.push_str(&left[from..old.start]);
            out.push_str(&match change.operation {
                Operation::Replace => format!("[{}|{}]", &left[old.clone()], &right[new]),
                Operation::Delete => format!("[-{}-]", &left[old.clone()]),
                Operation::Insert => format!("[+{}+]", &right[new]),
            });
            if change.kind != ChangeKind::Word {
                out.push_str(&format!("({:?})", change.kind).to_lowercase());
            }
            from = old.end;
        }
        out + &left[from..]
    })
}

/// The words that stand for others, as `left=right`; `~` between forms of one word, `^` where a word moved.
fn links(left: &str, right: &str) -> String {
    with_edits(left, right, |documents, edits| {
        let text = |side: Side, token: usize| {
            let document = documents.get(side);
            document.text[document.tokens[token].span.range()].to_owned()
        };
        let others = edits.links.iter().filter_map(|link| {
            let sign = match link.kind {
                LinkKind::Equal => return None,
                LinkKind::Variant => '~',
                LinkKind::Moved => '^',
                LinkKind::Substitution => '=',
            };
            let (left, right) = (
                text(Side::Left, link.tokens.left),
                text(Side::Right, link.tokens.right),
            );
            Some(format!("{left}{sign}{right}"))
        });
        others.collect::<Vec<_>>().join(" ")
    })
}

/// Holds a table of left, right and what is expected of them.
fn hold(found: impl Fn(&str, &str) -> String, table: &[[&str; 3]]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|[left, right, expected]| {
            let found = found(left, right);
            (found != *expected)
                .then(|| format!("{left}\n{right}\n  wanted {expected}\n  found  {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_word_beside_another_form_of_itself_is_parted_from_five_more() {
    hold(
        marked,
        &[
            [
                "He carried it.",
                "He carries it.",
                "He [carried|carries] it.",
            ],
            [
                "He had once very slowly carried it.",
                "He carries it.",
                "He [had once very slowly carried|carries] it.",
            ],
            [
                "He had once very slowly indeed carried it.",
                "He carries it.",
                "He [-had once very slowly indeed-] [carried|carries] it.",
            ],
            [
                "Men carried old sacks of barley inland.",
                "Men carries inland.",
                "Men [carried old sacks of barley|carries] inland.",
            ],
            [
                "Men carried old wet sacks of barley inland.",
                "Men carries inland.",
                "Men [carried|carries] [-old wet sacks of barley-] inland.",
            ],
        ],
    );
}

#[test]
fn six_words_for_six_others_are_left_out_and_added() {
    hold(
        marked,
        &[
            [
                "Four boats sank near Dorn.",
                "Some ships fell over rocks.",
                "[Four boats sank near Dorn|Some ships fell over rocks].",
            ],
            [
                "Four old boats sank near Dorn.",
                "Some ships fell over sharp rocks.",
                "[-Four old boats sank near Dorn-][+Some ships fell over sharp rocks+].",
            ],
            // One word for eight may be the same in other words, one for nine is not.
            [
                "They sang.",
                "They ate the cold brown bread by the stove.",
                "They [sang|ate the cold brown bread by the stove].",
            ],
            [
                "They sang.",
                "They ate the cold brown bread by the stove again.",
                "They [-sang-][+ate the cold brown bread by the stove again+].",
            ],
            // Marks do not count: a date is three words, whatever stands between them.
            [
                "Seen: 2011-09-30.",
                "Seen: 2016-02-14.",
                "Seen: [2011-09-30|2016-02-14](date).",
            ],
        ],
    );
}

#[test]
fn three_common_words_stay_kept_in_a_sentence_written_anew() {
    hold(
        marked,
        &[
            [
                "Some people slept long while it was very cold.",
                "Bakers rose early while it was still dark outside.",
                "[Some people slept long|Bakers rose early] while it was [very cold|still dark outside].",
            ],
            [
                "Bakers rose early while as usual it snowed hard.",
                "Some people slept long while as they dreamt quietly.",
                "[-Bakers rose early while as usual it snowed hard-]\
                 [+Some people slept long while as they dreamt quietly+].",
            ],
        ],
    );
}

/// Which of two parts that changed places is kept, and whether a short kept part is worth two edits instead of one:
/// by the prices of `table` and the weights of `tokens`.
#[test]
fn what_is_kept_outweighs_what_is_edited() {
    hold(
        marked,
        &[
            // The weightier part stays, here the date ...
            [
                "Nobody bought sheep in May 2031.",
                "In May 2031, nobody bought the ferry.",
                "[-Nobody bought sheep-](negation) [in|In](case) May 2031[+, nobody bought the ferry+](negation).",
            ],
            [
                "Nobody praised the paper mill on 7 March.",
                "On 7 March, nobody found the paper miller.",
                "[-Nobody praised the paper mill-](negation) [on|On](case) 7 March\
                 [+, nobody found the paper miller+](negation).",
            ],
            // ... and here who did it.
            [
                "The mayor bought the market in the winter.",
                "In the winter, their mayor bought kettles.",
                "[The|In the winter, their] mayor bought [the market in the winter|kettles].",
            ],
            [
                "Fishermen inspected the old pier on Monday, it said.",
                "On Monday, fishermen inspects the old wall.",
                "[+On Monday,+](date)[Fishermen|fishermen](case) [inspected|inspects] the old \
                 [pier on Monday, it said|wall].",
            ],
            [
                "Pupils rented the reading room this year.",
                "This year, the clerk rented the room.",
                "[-Pupils rented the reading room this year-][+This year, the clerk rented the room+].",
            ],
            // A mark and a little word part two edits, two marks do not.
            [
                "The mayor said, the boats sank near the old mill.",
                "The mayor wrote, The ships burned near the old mill.",
                "The mayor [said|wrote], [the|The](case) [boats sank|ships burned] near the old mill.",
            ],
            [
                "The mayor said: “Boats sank near the old mill.”",
                "The mayor wrote: “Ships burned near the old mill.”",
                "The mayor [said: “Boats sank|wrote: “Ships burned] near the old mill.”",
            ],
            // One mark does not even part an edit of marks from one of words.
            [
                "The mill burned). Nobody was hurt.",
                "The mill burned. Somebody was hurt.",
                "The mill burned[). Nobody|. Somebody](negation) was hurt.",
            ],
            [
                "He came by it: it fell.",
                "He went it: fell.",
                "He [came by it:|went] it[+:+](punctuation) fell.",
            ],
        ],
    );
}

#[test]
fn two_characters_of_chinese_are_worth_a_number() {
    hold(
        marked,
        &[
            [
                "镇长1950去世了",
                "1950镇长去世了",
                "[+1950+](date)镇长[-1950-](date)去世了",
            ],
            [
                "镇议会！ 12 30 到达",
                "12 30 镇议会！ 到达",
                "[-镇议会！-] 12 30[+镇议会！+] 到达",
            ],
        ],
    );
}

#[test]
fn a_capital_behind_the_first_word_tells_a_name() {
    hold(
        marked,
        &[
            ["Dorn burned.", "Orsa burned.", "[Dorn|Orsa] burned."],
            [
                "In Dorn it burned.",
                "In Orsa it burned.",
                "In [Dorn|Orsa](name) it burned.",
            ],
            // Up to four marks open a sentence; more are none of its words either, but not looked through.
            [
                "((((Dorn burned.",
                "((((Orsa burned.",
                "(((([Dorn|Orsa] burned.",
            ],
            [
                "(((((Dorn burned.",
                "(((((Orsa burned.",
                "((((([Dorn|Orsa](name) burned.",
            ],
        ],
    );
}

#[test]
fn one_word_stands_for_a_phrase_of_six() {
    hold(
        links,
        &[
            [
                "She baked cakes.",
                "She baked seven little round honey almond cookies.",
                "cakes=seven cakes=little cakes=round cakes=honey cakes=almond cakes=cookies",
            ],
            [
                "She baked cakes.",
                "She baked seven little round sweet honey almond cookies.",
                "",
            ],
        ],
    );
}

#[test]
fn words_of_short_edits_stand_for_each_other() {
    hold(
        links,
        &[
            // Little words: two for two, not three for two.
            ["He sat in it.", "He sat on me.", "in=on it=me"],
            ["He ate it all.", "He ate the by up.", ""],
            // A little word for one that says something: the same.
            [
                "She said it flew.",
                "She said ships as.",
                "it=ships flew=as",
            ],
            // Words that say something: four for four, not five for four.
            [
                "Boats carried young herons.",
                "Carts brought some lambs.",
                "Boats=Carts carried=brought young=some herons=lambs",
            ],
            [
                "Then boats carried three young herons inland.",
                "Then carts brought some lambs inland.",
                "",
            ],
        ],
    );
}

#[test]
fn the_same_word_and_forms_of_it_face_each_other_in_any_order() {
    hold(
        links,
        &[
            [
                "The walking men sang.",
                "The very old and tired walker sang.",
                "walking~walker men=old men=and",
            ],
            // Up to fourteen words on both sides together.
            [
                "The walking young men of the old town sang.",
                "The old and very tired but happy walker sang.",
                "walking~walker old=old",
            ],
            [
                "The walking young men of the old sea town sang.",
                "The old and very tired but happy walker sang.",
                "",
            ],
        ],
    );
}

#[test]
fn edits_are_readable_where_two_fifths_of_the_words_are_kept() {
    for (kept, words, expected) in [(0, 0, true), (4, 20, true), (7, 40, false), (3, 20, false)] {
        assert_eq!(readable(kept, words), expected, "{kept} of {words}");
    }
}

/// In sentences of more than 90 words 8 words before an edit may belong to it, as all do in shorter ones.
#[test]
fn an_edit_takes_in_words_before_it_in_long_sentences_too() {
    let rest: String = (0..100).map(|at| format!(" item{at}")).collect();
    for (same, other, expected) in [
        ("the", "The", "[+The Herald wrote after+](name) the council"),
        (
            "the red boats lay in the old port",
            "The Red Boats Lay In The Old Port",
            "[+The Red Boats Lay In The Old Port Herald wrote after+](name) the red boats",
        ),
        // Beyond that the first word is kept where it is.
        (
            "the big red boats lay in the old port",
            "The Big Red Boats Lay In The Old Port",
            " [the|The](case)[+Big Red Boats Lay In The Old Port Herald wrote after the+](name) big red",
        ),
    ] {
        let left = format!("This year, {same} council decided, there is money for{rest}.");
        let right = format!(
            "This year, {other} Herald wrote after {same} council decided, there is money for{rest}."
        );
        let found = marked(&left, &right);
        let expected = format!("This year,{expected}");
        assert!(found.starts_with(&expected), "{found}");
    }
}

#[test]
fn forms_of_a_word_in_its_place_face_each_other_in_an_edit_of_any_length() {
    let around = [
        "amber birch cedar dune elder fern gorse heath",
        "iris juniper kelp laurel maple nettle oak pine",
        "quartz reed sedge thyme umber vetch willow yarrow",
        "anvil bellows chisel drill emery forge gimlet hammer",
    ];
    let text =
        |before: usize, forms: &str| format!("{} {forms} {}.", around[before], around[before + 2]);
    for (left, right, expected) in [
        (
            "farmers planted",
            "farmer plants",
            "farmers~farmer planted~plants",
        ),
        ("farmers slept", "farmer sang", "farmers~farmer"),
    ] {
        assert_eq!(links(&text(0, left), &text(1, right)), expected);
    }
}

/// What differs in writing alone is named so; what is another word is not.
#[test]
fn writing_is_told_from_words() {
    hold(
        marked,
        &[
            [
                "The THREE men.",
                "The three men.",
                "The [THREE|three](case) men.",
            ],
            ["IŞIK söndü.", "Işık söndü.", "[IŞIK|Işık](case) söndü."],
            [
                "Der Fluß fiel.",
                "Der Fluss fiel.",
                "Der [Fluß|Fluss](punctuation) fiel.",
            ],
            [
                "The ﬁle is here.",
                "The file is here.",
                "The [ﬁle|file](punctuation) is here.",
            ],
            [
                "It isn´t so.",
                "It isn’t so.",
                "It [isn´t|isn’t](punctuation) so.",
            ],
            [
                "Das ist groß´.",
                "Das ist klein´.",
                "Das ist [groß|klein]´.",
            ],
            [
                "It cost 1.5 crowns.",
                "It cost 15 crowns.",
                "It cost [1.5|15](number) crowns.",
            ],
            [
                "It does not float.",
                "It doesn’t float.",
                "It [does not|doesn’t] float.",
            ],
            [
                "It does float.",
                "It doesn’t float.",
                "It [does|doesn’t](negation) float.",
            ],
            ["Ó ní ọkọ̀ kan.", "Ó ní ọkọ kan.", "Ó ní [ọkọ̀|ọkọ] kan."],
            ["เขาขี่มา", "เขาขี่ม้า", "เขาขี่[มา|ม้า]"],
        ],
    );
}

/// Five characters of a script without spaces are not five words.
#[test]
fn characters_are_measured_as_words() {
    hold(
        marked,
        &[[
            "船长在码头上等了很久才走。",
            "船长和大家去岸边才走。",
            "船长[在码头上等了很久|和大家去岸边]才走。",
        ]],
    );
}

/// The edits as `old|new`, in order.
fn edits_of(left: &str, right: &str) -> Vec<String> {
    with_edits(left, right, |_, edits| {
        let texts = edits.changes.iter().map(|change| {
            let (old, new) = (change.spans.left.range(), change.spans.right.range());
            format!("{}|{}", &left[old], &right[new])
        });
        texts.collect()
    })
}

/// In a sentence too long for one table every edit is found as in a short one, be its words all different, or the same
/// few again and again.
#[test]
fn an_endless_sentence_has_the_edits_of_a_short_one() {
    let edits: [(usize, usize, &str); 6] = [
        (0, 1, "alder"),
        (60, 0, "birch cedar dune"),
        (131, 3, "elder"),
        (200, 4, ""),
        (261, 2, "fern gorse heath iris"),
        (397, 1, "juniper"),
    ];
    for (words, cycle) in [(400, 400), (300, 150), (399, 41), (600, 7)] {
        let word = |at: usize| format!("item{}", at % cycle);
        let left: Vec<String> = (0..words).map(word).collect();
        let (mut right, mut wanted, mut from) = (Vec::new(), Vec::new(), 0);
        for (at, len, new) in edits.iter().filter(|(at, ..)| *at < words) {
            right.extend(left[from..*at].iter().cloned());
            right.extend(new.split_whitespace().map(str::to_owned));
            from = at + len;
            wanted.push(format!("{}|{new}", left[*at..from].join(" ")));
        }
        right.extend(left[from..].iter().cloned());
        let (left, right) = (left.join(" "), right.join(" "));
        assert_eq!(edits_of(&left, &right), wanted, "{words} of {cycle}");
        let mirrored = |edit: &String| {
            let (old, new) = edit.split_once('|').expect("old|new");
            format!("{new}|{old}")
        };
        let mirrored: Vec<String> = wanted.iter().map(mirrored).collect();
        assert_eq!(
            edits_of(&right, &left),
            mirrored,
            "{words} of {cycle}, mirrored"
        );
    }
}

/// What stands on both sides in another order is kept once, and the longer part of it.
#[test]
fn of_two_long_parts_that_changed_places_the_longer_is_kept() {
    let words = |range: Range<usize>| {
        let words: Vec<String> = range.map(|at| format!("item{at}")).collect();
        words.join(" ")
    };
    let (short, long, rest) = (words(0..120), words(120..260), words(260..320));
    assert_eq!(
        edits_of(
            &format!("{short} {long} {rest}"),
            &format!("{long} {short} {rest}")
        ),
        [format!("{short}|"), format!("|{short}")]
    );
}

/// Two texts of one word each that have nothing in common but their length are one edit, whatever their length.
#[test]
fn endless_sentences_without_a_word_in_common_are_one_edit() {
    for words in [100, 300, 600] {
        let text = |word: &str| {
            (0..words)
                .map(|at| format!("{word}{at} "))
                .collect::<String>()
        };
        let (left, right) = (text("left"), text("right"));
        let whole = format!("{}|{}", left.trim(), right.trim());
        let parts = [format!("{}|", left.trim()), format!("|{}", right.trim())];
        let found = edits_of(&left, &right);
        assert!(found == [whole] || found == parts, "{words}: {found:?}");
    }
}

/// Also where the options make all numbers one, a number is only itself, however its thousands are parted.
#[test]
fn a_number_is_only_itself() {
    let options = Options {
        ignore_numbers: true,
        ..Options::default()
    };
    let (writing, number) = (Some(ChangeKind::Punctuation), Some(ChangeKind::Number));
    for (left, right, kind) in [
        ("1,250", "1,250", None),
        ("1,250", "1250", writing),
        ("1,250", "1,520", number),
        ("1,250", "1,251", number),
        ("12", "13", number),
        ("12", "120", number),
        ("7", "07", writing),
    ] {
        let sold = |number: &str| format!("They sold {number} boats in the old harbour.");
        let (one, other) = (sold(left), sold(right));
        let comparison = crate::compare(&one, &other, &options);
        assert_eq!(comparison.rows.len(), 1, "{left} {right}");
        let kinds = comparison.rows[0].changes.iter().map(|change| change.kind);
        assert!(kinds.eq(kind), "{left} {right}");
    }
}
