//! Which passages stand in more than two articles: the rule, by examples.

use twicetold::{Options, Sides, compare, library::Library, meaning::Vectors};

const WIRE: &str = "The night ferry to Quenna struck the outer pier in thick fog early on Sunday, the \
                    harbour office said, and all of its ninety passengers were brought ashore unhurt.";

const LEFT: &str = "Bakers in the old town sold every loaf before noon. ";
const RIGHT: &str = "Elsewhere a chess club marked its hundredth year. ";

/// Names of the articles that have the one passage of two articles built around the wire.
fn elsewhere(others: &[(&str, &str)]) -> Vec<String> {
    let mut library = Library::new(Options::default());
    let (left, right) = (format!("{LEFT}{WIRE}"), format!("{RIGHT}{WIRE}"));
    library.set("left", left.clone(), &[]);
    library.set("right", right.clone(), &[]);
    for (name, text) in others {
        library.set(name, (*text).to_owned(), &[]);
    }
    let found = library
        .elsewhere("left", "right", &[])
        .expect("both are there");
    assert_eq!(
        compare(&left, &right, &Options::default()).passages.len(),
        1
    );
    assert!(found.complete && found.articles.len() == 1);
    found.articles[0]
        .iter()
        .map(|&name| name.to_owned())
        .collect()
}

#[test]
fn a_passage_stands_where_its_words_stand() {
    let held = format!("Tides were high. {WIRE} Nobody knew why.");
    assert_eq!(elsewhere(&[("b", &held), ("a", WIRE)]), ["a", "b"]);
    assert_eq!(
        elsewhere(&[("stranger", "Tides were high all week.")]),
        [""; 0]
    );
    assert_eq!(elsewhere(&[("empty", ""), ("space", " \n ")]), [""; 0]);
}

#[test]
fn a_few_other_words_do_not_hide_it() {
    let edited = "The night ferry to Quenna hit the outer pier in thick fog early on Monday, the harbour \
                  office said, and all of its ninety passengers were brought ashore safely.";
    assert_eq!(elsewhere(&[("edited", edited)]), ["edited"]);
    let inserted = "The night ferry to Quenna struck the outer pier, which had been rebuilt only last \
                    spring, in thick fog early on Sunday, the harbour office said, and all of its ninety \
                    passengers were brought ashore unhurt.";
    assert_eq!(elsewhere(&[("inserted", inserted)]), ["inserted"]);
}

#[test]
fn half_of_it_is_not_enough() {
    let half = "The night ferry to Quenna struck the outer pier in thick fog. Nobody was hurt.";
    assert_eq!(elsewhere(&[("half", half)]), [""; 0]);
}

#[test]
fn its_words_strewn_over_an_article_are_not_it() {
    let between =
        "People talked of bread and weather all that long and windy day in town. ".repeat(3);
    let parts = [
        "The night ferry to Quenna",
        "struck the outer pier",
        "in thick fog early on Sunday",
        "the harbour office said",
        "all of its ninety passengers",
        "were brought ashore unhurt",
    ];
    let strewn = parts.map(|part| format!("{part}. {between}")).concat();
    assert_eq!(elsewhere(&[("strewn", &strewn)]), [""; 0]);
}

#[test]
fn either_version_of_an_edited_passage_counts() {
    let other = WIRE
        .replace("ninety passengers", "ninety guests and crew")
        .replace("early on", "late on");
    let third = WIRE.replace("thick fog", "dense mist");
    let mut library = Library::new(Options::default());
    library.set("left", format!("{LEFT}{WIRE}"), &[]);
    library.set("right", format!("{RIGHT}{other}"), &[]);
    library.set("like-left", WIRE.to_owned(), &[]);
    library.set("like-right", other, &[]);
    library.set("like-both", third, &[]);
    let found = library
        .elsewhere("left", "right", &[])
        .expect("both are there");
    assert_eq!(found.articles, [["like-both", "like-left", "like-right"]]);
}

#[test]
fn scripts_without_spaces_count_by_characters() {
    let wire = "河上的大桥在星期二早上正式向公众开放";
    let mut library = Library::new(Options::default());
    for (name, before) in [
        ("left", "天气很好。"),
        ("right", "市场关门了。"),
        ("third", "人们说，"),
    ] {
        library.set(name, format!("{before}{wire}。"), &[]);
    }
    let found = library
        .elsewhere("left", "right", &[])
        .expect("both are there");
    let third = |names: &Vec<&str>| names == &["third"];
    assert!(found.articles.iter().any(third), "{found:?}");
}

/// Vectors count in pairs of which both articles have some, and go with the article.
#[test]
fn meaning_counts_where_both_articles_have_vectors() {
    let left = "Divers found the bell of the old ferry on Monday morning, close to the pier of an island where nobody \
                had lived since spring. Its owners had gone out of business in the year of the great storm.";
    let right = "Swimmers have come upon something heavy that turned out to be a bell from some ferry, lost decades ago \
                 below steep cliffs of a deserted rock. Its owners had gone out of business in the year of the great storm.";
    let vectors = || Vectors::new(2, &[1.0, 0.0, 0.0, 1.0]);
    let mut library = Library::new(Options::default());
    let reworded = |library: &Library| {
        let found = library.overlap("left", "right", &[]);
        found.expect("both are there").shares.left.reworded
    };
    library.set("left", left.to_owned(), &[]);
    library.set("right", right.to_owned(), &[]);
    assert!(library.set_meaning("left", vectors()));
    assert_eq!(reworded(&library), 0);
    assert!(library.set_meaning("right", vectors()));
    let options = Options {
        meaning: Some(Sides::new(vectors(), vectors())),
        ..Options::default()
    };
    let compared = compare(left, right, &options).summary.left.reworded;
    assert!(compared > 0);
    assert_eq!(reworded(&library), compared);
    library.set("right", right.to_owned(), &[]);
    assert_eq!(reworded(&library), 0);
    assert!(!library.set_meaning("third", vectors()));
}

#[test]
fn unknown_names_give_nothing() {
    let mut library = Library::new(Options::default());
    library.set("one", WIRE.to_owned(), &[]);
    assert_eq!(library.overlap("one", "two", &[]), None);
    assert_eq!(library.elsewhere("two", "one", &[]), None);
    assert!(!library.remove("two"));
    assert!(library.remove("one"));
    assert_eq!(library.overlap("one", "one", &[]), None);
}

/// A gram with more places than are looked at holds the first of them only: the work stays bounded, and
/// a passage that is nothing but repeats is not recognised.
#[test]
fn repeats_without_end_are_no_work_without_end() {
    let text = "the same words again and again and ".repeat(3_000);
    let mut library = Library::new(Options::default());
    for name in ["left", "right", "third"] {
        library.set(name, format!("{name} {text}"), &[]);
    }
    let found = library
        .elsewhere("left", "right", &[])
        .expect("both are there");
    assert!(found.articles.iter().all(Vec::is_empty));
    assert!(!found.complete);
}
