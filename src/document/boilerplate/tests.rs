use super::{
    super::{LineOverride, Role, Vocabulary},
    *,
};
use crate::Options;

const TEXT: &str = "The old ferry between Marren and the outer islands will sail for the last time in June, the company said on Monday.\n\
    Most of the islanders had hoped for another year, and some had written to the minister.";

fn roles(text: &str) -> Vec<Role> {
    let document = Document::new(text, &Options::default(), &mut Vocabulary::default());
    document
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.role)
        .collect()
}

/// The letter of each paragraph: title, heading, prose, item; boilerplate as in its name.
fn letters(text: &str) -> String {
    let letter = |role| match role {
        Role::Title => 'T',
        Role::Heading => 'H',
        Role::Prose => '.',
        Role::Item => 'i',
        Role::Boilerplate(Boilerplate::Navigation) => 'n',
        Role::Boilerplate(Boilerplate::Dateline) => 'd',
        Role::Boilerplate(Boilerplate::Rights) => 'r',
        Role::Boilerplate(Boilerplate::Promotion) => 'p',
        Role::Boilerplate(Boilerplate::Repeated) => 't',
        Role::Boilerplate(Boilerplate::Metadata) => 's',
        Role::Boilerplate(Boilerplate::Byline) => 'b',
        Role::Boilerplate(Boilerplate::ExcludedByUser) => 'x',
    };
    roles(text).into_iter().map(letter).collect()
}

/// Lines of verse are neither headings nor items.
#[test]
fn lines_of_verse_are_prose() {
    let stanza = "The boat went out at four,\nThe gulls were still asleep\nAnd someone closed the door,\nTo go, but not to keep.";
    let small = "The boat went out\nand took the lamp\nand all that it had lit.";
    for (text, expected) in [
        (format!("The boat\n\n{stanza}\n\n{stanza}"), "T........"),
        (format!("{small}\n\n{small}"), "......"),
        (
            format!("{TEXT}\n\nFares\n\nTickets are dearer now."),
            "..H.",
        ),
        (
            "Fares\nMarren\nOrlov\nQuist\nThey are all dearer now than in May.".to_owned(),
            "TiiH.",
        ),
    ] {
        assert_eq!(letters(&text), expected, "{text}");
    }
}

/// What stands above, then below the same two paragraphs; then the letters of all.
#[test]
fn lines_around_an_article_are_recognised() {
    let table = [
        ("Last ferry sails in June", "", "T.."),
        ("Will the last ferry sail in June?", "", "T.."),
        ("Tuesday, May 7, 2024\nLast ferry sails in June", "", "dT.."),
        (
            "• 07.05.2024, 14:30 Uhr\nLast ferry sails in June",
            "",
            "dT..",
        ),
        ("7 мая 2024, 10:15\nLast ferry sails in June", "", "dT.."),
        ("2024年5月7日 10:15\nLast ferry sails in June", "", "dT.."),
        (
            "12 °C\nPort Marren\nTuesday, May 7, 2024\n\nLast ferry sails in June",
            "",
            "ssdT..",
        ),
        (
            "Port Marren 12 °C, light rain\nLast ferry sails in June",
            "",
            "sT..",
        ),
        (
            "Share | Print | Save for later\nLast ferry sails in June",
            "",
            "nT..",
        ),
        (
            "HomeNewsIslandsLast ferry sails in June\n\nLast ferry sails in June",
            "",
            "nT..",
        ),
        (
            "Home > News > Islands\nLast ferry sails in June",
            "",
            "nT..",
        ),
        // Two short lines are no menu, also where one names a section.
        ("Last ferry sails in June\nSport\nNo boats", "", "THH.."),
        (
            "Home\nWorld\nSport\nIslands\n\nLast ferry sails in June",
            "",
            "nnnnT..",
        ),
        (
            "Last ferry sails in June\n\nLast ferry sails in June",
            "",
            "Tt..",
        ),
        (
            "Last ferry sails in June\nLast ferry sails in June file photo",
            "",
            "Tt..",
        ),
        (
            "Last ferry sails in June - Marren Post\nLast ferry sails in June",
            "",
            "tT..",
        ),
        (
            "Last ferry sails in June\nIslands Desk |\nUpdated: 2024-05-07 10:15",
            "",
            "Tbd..",
        ),
        (
            "Last ferry sails in June\nBy Ann Lee and Jo Hill",
            "",
            "Tb..",
        ),
        (
            "Last ferry sails in June\nPhoto: the landing at Marren",
            "",
            "Ts..",
        ),
        (
            "Last ferry sails in June\nUpdated May 7, 2024, 8:05 a.m.\nShare | Print | Save for later",
            "",
            "Tdn..",
        ),
        (
            "Last ferry sails in June\nBy our island correspondent, with Marren Press",
            "",
            "Tb..",
        ),
        (
            "07.05.2024 | Read: 1,204 times\nLast ferry sails in June",
            "",
            "dT..",
        ),
        (
            "",
            "Like us? Tell friends!\nPopular for the week\nTen islands to see\nCopying of materials is permitted only with a link to Marren Post.",
            "..pnnr",
        ),
        ("", "Source: Marren Post", "..s"),
        ("", "© 2024 Marren Post", "..r"),
        (
            "",
            "All rights reserved. Nothing on this site may be copied, sold or shown elsewhere without our leave.",
            "..r",
        ),
        ("", "Posted on May 7, 2024 at 10:15 am GMT", "..d"),
        (
            "",
            "Most Popular\nTen islands to see\nHow to cook a pike",
            "..nnn",
        ),
        (
            "",
            "Trending Now:\nRecommended for \"Marren Post\" readers",
            "..nn",
        ),
        ("", "Das könnte Sie auch interessieren\nZehn Inseln", "..nn"),
        (
            "",
            "Sign up for our newsletter and never miss a ferry.",
            "..p",
        ),
    ];
    for (above, below, expected) in table {
        assert_eq!(
            letters(&format!("{above}\n\n{TEXT}\n\n{below}")),
            expected,
            "{above} … {below}"
        );
    }
}

/// What looks like boilerplate but is the article's own: nothing of it may be lost.
#[test]
fn sentences_of_an_article_are_kept() {
    let table = [
        ("The islands", "By land and sea they came to see it off."),
        (
            "The islands",
            "“Sign up for our boats,” the company says, “and we will sail.”",
        ),
        (
            "The islands",
            "The phrase “all rights reserved” was painted on the wheelhouse by some wag, and nobody ever took it down again.",
        ),
        (
            "The islands",
            "It was 12 degrees on Tuesday, May 7, when the decision came.",
        ),
        (
            "The islands",
            "Sources close to the company say it may sail on.",
        ),
        (
            "The islands",
            "Photo albums of it fill a shelf at the library.",
        ),
        (
            "The islands",
            "Read by thousands, the letter changed nothing.",
        ),
        (
            "The islands",
            "Home is where the ferry lands, they say on Marren.",
        ),
        (
            "7 May",
            "Most popular was the evening boat, on which there was music.",
        ),
        (
            "Background",
            "Copyright law protects even the timetable of the ferry, a court found.",
        ),
    ];
    for (heading, sentence) in table {
        let text = format!(
            "Last ferry sails in June\n\n{TEXT}\n{heading}\n{sentence}\n{TEXT}\n\n{sentence}"
        );
        assert_eq!(letters(&text), "T..H....", "{heading}: {sentence}");
    }
}

#[test]
fn a_text_without_running_text_has_no_boilerplate() {
    for text in ["Home\nWorld\nSport", "12 C", "Most Popular", "a\nb\nc\nd"] {
        assert!(
            !roles(text)
                .iter()
                .any(|role| matches!(role, Role::Boilerplate(_))),
            "{text}"
        );
    }
}

#[test]
fn boilerplate_is_kept_by_option() {
    let text = format!("Tuesday, May 7, 2024\nLast ferry sails in June\n{TEXT}\nMost Popular");
    let count = |skip_boilerplate| {
        let options = Options {
            skip_boilerplate,
            ..Options::default()
        };
        let document = Document::new(&text, &options, &mut Vocabulary::default());
        let boilerplate = document
            .paragraphs
            .iter()
            .filter(|paragraph| matches!(paragraph.role, Role::Boilerplate(_)))
            .count();
        (boilerplate, document.tokens.len(), document.words.len())
    };
    let ((found, tokens, words), (none, all_tokens, all_words)) = (count(true), count(false));
    assert_eq!((found, none), (2, 0));
    assert_eq!(tokens, all_tokens);
    assert_eq!(words + 6, all_words);
}

/// A line of the page's that a reader puts back in is no headline: that is the one below it.
#[test]
fn what_is_put_back_is_no_title() {
    let date = "Tuesday, May 7, 2024";
    let text = format!("{date}\nLast ferry sails in June\nBy Ann Lee\n{TEXT}");
    let put_back = |lines: &[&str]| -> Vec<Role> {
        let line_overrides: Vec<LineOverride> = lines
            .iter()
            .map(|&line| LineOverride {
                line: line.to_owned(),
                boilerplate: false,
            })
            .collect();
        let options = Options::default();
        let document =
            Document::with_overrides(&text, &options, &line_overrides, &mut Vocabulary::default());
        let roles = document.paragraphs.iter().map(|paragraph| paragraph.role);
        roles.take(3).collect()
    };
    let (prose, title) = (Role::Prose, Role::Title);
    let byline = Role::Boilerplate(Boilerplate::Byline);
    assert_eq!(put_back(&[date]), [prose, title, byline]);
    assert_eq!(put_back(&[date, "By Ann Lee"]), [prose, title, prose]);
    assert_eq!(
        put_back(&[]),
        [Role::Boilerplate(Boilerplate::Dateline), title, byline]
    );
}

#[test]
fn a_reader_has_the_last_word() {
    let text = format!(
        "Tuesday, May 7, 2024\nLast ferry sails in June\n{TEXT}\nMost Popular\nMost Popular"
    );
    let decided = |line_overrides: &[(&str, bool)], skip_boilerplate| {
        let options = Options {
            skip_boilerplate,
            ..Options::default()
        };
        let line_overrides: Vec<LineOverride> = line_overrides
            .iter()
            .map(|&(line, boilerplate)| LineOverride {
                line: line.to_owned(),
                boilerplate,
            })
            .collect();
        let document =
            Document::with_overrides(&text, &options, &line_overrides, &mut Vocabulary::default());
        let paragraphs = document.paragraphs.iter();
        let boilerplate: Vec<bool> = paragraphs
            .map(|paragraph| matches!(paragraph.role, Role::Boilerplate(_)))
            .collect();
        (boilerplate, document.words.len())
    };
    let (recognised, words) = decided(&[], true);
    let put_back = decided(&[("Most Popular", false)], true);
    assert_eq!(put_back.1, words + 4, "both lines of these words");
    let taken_out = decided(&[("Last ferry sails in June", true)], true);
    assert_eq!(taken_out.1, words - 5);
    assert_eq!(
        decided(&[("No such line", true)], true),
        (recognised.clone(), words)
    );
    assert_eq!(
        decided(&[("Most Popular", false), (" Most Popular ", true)], true),
        (recognised, words),
        "the later decision holds"
    );
    let kept = decided(&[("Most Popular", true)], false);
    assert_eq!(
        kept.0.iter().filter(|&&out| out).count(),
        2,
        "also where boilerplate is kept"
    );
}

/// Put back by the reader, or compared because all are: a line of the page is prose, and the headline stays.
#[test]
fn a_line_of_the_page_that_is_compared_is_no_headline() {
    let lines = [
        "Tuesday, May 7, 2024",
        "Published on 3 March 2024, updated 5 March 2024 at 09:41",
        "Home | News | Sport | Weather",
        "Port Marren 12 °C, light rain",
        "Last ferry sails in June | The Marren Mail",
    ];
    for (line, title) in lines
        .iter()
        .flat_map(|line| [(*line, Some("Last ferry sails in June")), (*line, None)])
    {
        let head: Vec<&str> = [Some(line), title].into_iter().flatten().collect();
        let text = format!("{}\n\n{TEXT}", head.join("\n"));
        if title.is_some() {
            assert!(
                matches!(roles(&text)[0], Role::Boilerplate(_)),
                "{line} is recognised"
            );
        } else if roles(&text)[0] == Role::Title {
            // Without the headline that it repeats it is one.
            continue;
        }
        let put_back = LineOverride {
            line: line.to_owned(),
            boilerplate: false,
        };
        for (skip_boilerplate, line_overrides) in [(true, vec![put_back]), (false, vec![])] {
            let options = Options {
                skip_boilerplate,
                ..Options::default()
            };
            let document = Document::with_overrides(
                &text,
                &options,
                &line_overrides,
                &mut Vocabulary::default(),
            );
            let mut found = document.paragraphs.iter().map(|paragraph| paragraph.role);
            assert_eq!(found.next(), Some(Role::Prose), "{text}");
            assert_eq!(found.next() == Some(Role::Title), title.is_some(), "{text}");
            assert!(found.all(|role| role == Role::Prose), "{text}");
        }
    }
}

#[test]
fn lists_and_headings_are_told_apart() {
    let text = format!(
        "Last ferry sails in June\n\n{TEXT}\n\nWhat it means\n{TEXT}\n\nThe islands are:\n- Marren\n- Dorn\n1. Hilt\n{TEXT}"
    );
    assert_eq!(letters(&text), "T..H...iii..");
}
