//! What is said of texts of our own, and what is not.

use super::{Kind, Language, Story, tell};
use crate::{
    Options, Side, compare,
    span::{Sides, Span},
};

fn story(left: &str, right: &str) -> Story {
    tell(
        &compare(left, right, &Options::default()),
        Language::default(),
    )
}

/// The sentences of a kind in the paragraph.
fn said(left: &str, right: &str, kind: Kind) -> Vec<String> {
    let clauses = story(left, right).clauses.into_iter();
    let of = clauses.filter(|clause| clause.kind == kind);
    of.map(|clause| clause.text).collect()
}

const SHARED: &str = "The lighthouse keeper of Arden counted eleven wrecks between March and May. \
    Divers brought up brass lamps, rope and a crate of blue plates from the deepest of them. \
    Fishermen blame the sandbanks, which moved after the harbour wall was built in autumn.";

#[test]
fn one_line_is_enough_where_there_is_no_more_to_say() {
    let strangers = "Bakers in Lund queue for rye because two mills closed in one week.";
    for (left, right, expected) in [
        (
            SHARED,
            SHARED,
            "Both have the same words in the same order.",
        ),
        (SHARED, strangers, "Nothing was found that both say."),
        ("", SHARED, ""),
        ("", "", ""),
    ] {
        let story = story(left, right);
        assert_eq!(story.paragraph(), expected);
        assert!(story.findings.is_empty());
    }
}

#[test]
fn numbers_that_were_not_compared_are_not_the_same() {
    let options = Options {
        ignore_numbers: true,
        ..Options::default()
    };
    let [left, right] = ["11", "12"].map(|number| SHARED.replace("eleven", number));
    let told = tell(&compare(&left, &right, &options), Language::default()).paragraph();
    assert!(told.ends_with("A number differs in matching sentences: “11” / “12”."));
}

#[test]
fn of_the_edits_of_a_quotation_the_most_telling_is_named() {
    let with = |quotation: &str| format!("{SHARED} The mayor of Arden said: “{quotation}”");
    let table = [
        // What is only left out at an end tells least.
        (
            "The keepers of both lamps, as every child here knows, are not to be blamed and not to be praised.",
            "are not to be blamed and also not to be praised.",
            "“… blamed and not to …” / “… blamed and also not to …”",
        ),
        // A word put for another tells most, wherever it stands.
        (
            "Never were the lamps of this harbour trimmed with so much care as in that long winter.",
            "Never were all the lamps of this harbour trimmed with so much love as in that long winter.",
            "“… so much care as in …” / “… so much love as in …”",
        ),
    ];
    for (left, right, wanted) in table {
        let said = said(&with(left), &with(right), Kind::QuotationAltered);
        assert_eq!(said, [format!("Matching quotations differ: {wanted}.")]);
    }
}

#[test]
fn quotations_are_altered_kept_or_on_one_side() {
    let left = format!(
        "{SHARED} “We highly appreciate the work of the harbour office,” the mayor said. \
         “Nobody asked the fishermen about the sandbanks,” she added."
    );
    let right = format!(
        "{SHARED} “We appreciate the work of the harbour office,” the mayor said. \
         “Nobody asked the fishermen about the sandbanks,” she added. \
         A diver in the crowd shouted: “Those lamps belong to the widows of Arden.”"
    );
    assert_eq!(
        said(&left, &right, Kind::QuotationAltered),
        [
            "Matching quotations differ: “We highly appreciate the work of the harbour office,” / \
             “We appreciate the work of the harbour office,”."
        ]
    );
    assert_eq!(
        said(&left, &right, Kind::QuotationsSame),
        [
            "One quotation stands in both word for word: “Nobody asked the fishermen about the sandbanks,”."
        ]
    );
    assert_eq!(
        said(&left, &right, Kind::QuotationOnly),
        ["Only the right quotes “Those lamps belong to the widows of Arden.”"]
    );
    let findings = story(&left, &right).findings;
    let kinds: Vec<Kind> = findings.iter().map(|finding| finding.kind).collect();
    assert_eq!(
        kinds,
        [Kind::QuotationAltered, Kind::QuotationOnly, Kind::Only]
    );
}

#[test]
fn two_quotations_with_little_in_common_are_not_one() {
    let with = |quotation: &str| {
        format!("{SHARED} “{quotation},” the mayor said on Monday in the town hall.")
    };
    let left = with("There is a lot of thinking to do about the wall");
    for (quotation, count) in [
        ("There is a lot of talking to do about the wall", 1),
        ("There was a whole lot of noise around the wall", 0),
    ] {
        let said = said(&left, &with(quotation), Kind::QuotationAltered);
        assert_eq!(said.len(), count, "{quotation}");
    }
}

#[test]
fn values_are_said_with_both_readings() {
    let right = SHARED.replace("eleven", "twelve").replace("May", "June");
    assert_eq!(
        said(SHARED, &right, Kind::Number),
        ["A number differs in matching sentences: “eleven” / “twelve”."]
    );
    assert_eq!(
        said(SHARED, &right, Kind::Date),
        ["A date differs in matching sentences: “May” / “June”."]
    );
    let denied = SHARED.replace("which moved", "which never moved");
    let denials = said(SHARED, &denied, Kind::Denial);
    assert_eq!(
        denials,
        ["A negation differs in matching sentences: nothing / “never”."]
    );
}

/// The names that only the left has.
fn mentioned(left: &str, right: &str) -> Vec<String> {
    let with = |text: &str| format!("{SHARED}\n\nLater in the week there was more. {text}");
    let clauses = story(&with(left), &with(right)).clauses.into_iter();
    let of =
        clauses.filter(|clause| clause.kind == Kind::Mentions && clause.side == Some(Side::Left));
    of.map(|clause| clause.text).collect()
}

#[test]
fn names_are_mentioned_on_one_side_only_if_no_spelling_stands_on_the_other() {
    let none: [&str; 0] = [];
    let no = "A choir of retired drivers sang in the depot.";
    let right = |text: &str| format!("{no} {text}");
    // A name; with its title; at the start of a sentence.
    let ida = ["Only the left mentions Ida Lundgren."];
    assert_eq!(mentioned("We met Ida Lundgren there.", no), ida);
    assert_eq!(
        mentioned("It was Mayor Ida Lundgren who paid for the boats.", no),
        ida
    );
    assert_eq!(mentioned("Ida Lundgren paid for all of it.", no), ida);
    // The other side has it, a part of it, another spelling, or its first letters.
    for there in [
        "Ida Lundgren sang too.",
        "Lundgren sang too.",
        "It was all LUNDGREN then.",
        "One Lundgrin was there.",
    ] {
        assert_eq!(
            mentioned("We met Ida Lundgren there.", &right(there)),
            none,
            "{there}"
        );
    }
    assert_eq!(
        mentioned(
            "It fell to the Northern Ferry Union.",
            &right("The NFU was there.")
        ),
        none
    );
    // An adjective, a month, a word that begins a sentence, a part of a longer name.
    assert_eq!(mentioned("They met Danish sailors there.", no), none);
    assert_eq!(mentioned("They met in October.", no), none);
    assert_eq!(
        mentioned("They sat in Monday's fog and in Monday's rain.", no),
        none
    );
    assert_eq!(mentioned("Sailors sang.", no), none);
    assert_eq!(mentioned("It was the House of Lundgren.", no), none);
    assert_eq!(
        mentioned(
            "Boats came over from Varberg.",
            &right("Varbergs choir sang.")
        ),
        none
    );
    assert_eq!(
        mentioned(
            "Boats came over from Varberg. Nobody in Varberg, they said, had seen it.",
            no
        ),
        ["Only the left mentions Varberg."]
    );
}

#[test]
fn languages_say_the_same() {
    let right = SHARED.replace("eleven", "twelve");
    let comparison = compare(SHARED, &right, &Options::default());
    let german = tell(&comparison, Language::of("de-AT").expect("a table"));
    let english = tell(&comparison, Language::default());
    assert_eq!(
        german.clauses[1].text,
        "Eine Zahl weicht in entsprechenden Sätzen ab: „eleven“ / „twelve“."
    );
    let rests_on = |story: &Story| -> Vec<_> {
        let all = story.clauses.iter().chain(&story.findings);
        all.map(|one| (one.kind, one.side, one.evidence.clone()))
            .collect()
    };
    assert_eq!(rests_on(&german), rests_on(&english));
}

#[test]
fn every_sentence_rests_on_something() {
    let left = format!(
        "{SHARED}\n\nWe met Ida Lundgren there. “We never asked for a wall of stone,” she said."
    );
    let right = format!(
        "A choir of drivers sang.\n\n{}",
        SHARED.replace("eleven", "twelve")
    );
    let comparison = compare(&left, &right, &Options::default());
    let story = tell(&comparison, Language::default());
    assert!(story.clauses.len() > 4, "{}", story.paragraph());
    for clause in story.clauses.iter().chain(&story.findings) {
        let Sides { left, right } = &clause.evidence.spans;
        assert!(!left.is_empty() || !right.is_empty(), "{}", clause.text);
        let ordered = |spans: &[Span]| spans.is_sorted();
        assert!(ordered(left) && ordered(right) || !clause.evidence.passages.is_empty());
    }
}
