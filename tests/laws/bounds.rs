//! Every limit of work is met by a text made for it, says so, and stands in nobody's way below.

use twicetold::{Options, compare};

fn complete(left: &str, right: &str) -> bool {
    compare(left, right, &Options::default()).complete
}

/// A word of its own for every number and use.
fn word(name: &str, number: usize) -> String {
    let letters = b"abcdefghij";
    let digits = number.to_string();
    let ending: String = digits
        .bytes()
        .map(|digit| char::from(letters[usize::from(digit - b'0')]))
        .collect();
    format!("{ending}{name}")
}

fn words(name: &str, count: usize) -> String {
    let all: Vec<String> = (0..count).map(|number| word(name, number)).collect();
    all.join(" ")
}

/// One sentence whose words stand in so many sentences of the other side, each word in other ones.
fn with_candidates(sentences: usize) -> (String, String) {
    const EACH: usize = 60;
    let rare = sentences.div_ceil(EACH);
    let left = format!("Zand {}.", words("kor", rare));
    let right: Vec<String> = (0..sentences)
        .map(|at| {
            let own: Vec<String> = (0..6).map(|w| word("vel", 6 * at + w)).collect();
            format!("Zund {} {}.", own.join(" "), word("kor", at / EACH))
        })
        .collect();
    (left, right.join(" "))
}

#[test]
fn candidates_of_a_sentence_are_bounded() {
    let (left, right) = with_candidates(900);
    assert!(complete(&left, &right));
    // They are looked for from the left.
    let (left, right) = with_candidates(1100);
    assert!(!complete(&left, &right));
}

/// A sentence without stops: the same words at both ends, others between.
fn with_gap(words_between: usize) -> (String, String) {
    let text = |between: &str| {
        let (head, tail) = (words("mar", 60), words("lod", 60));
        format!("{head} {} {tail}", words(between, words_between))
    };
    (text("bes"), text("dul"))
}

#[test]
fn edits_between_two_anchors_are_bounded() {
    let (left, right) = with_gap(200);
    assert!(complete(&left, &right));
    let (left, right) = with_gap(2000);
    assert!(!complete(&left, &right) && !complete(&right, &left));
}

/// A sentence of so many figures, and the same with another word.
fn with_values(figures: usize) -> (String, String) {
    let list: Vec<String> = (0..figures).map(|at| (1000 + 7 * at).to_string()).collect();
    let text = |word: &str| {
        format!(
            "The {word} of the harbour counted {} crates.",
            list.join(" then ")
        )
    };
    (text("keeper"), text("master"))
}

#[test]
fn values_of_a_pair_are_bounded() {
    let (left, right) = with_values(40);
    assert!(complete(&left, &right));
    let (left, right) = with_values(140);
    assert!(!complete(&left, &right) && !complete(&right, &left));
}

/// Some phrases so often on the one side and three times as often on the other: the likely counterparts, counted from the
/// start and from the end, leave some places alone.
fn with_copies(phrases: usize, often: usize) -> (String, String) {
    let text = |side: &str, often: usize| {
        let all: Vec<String> = (0..phrases * often)
            .map(|at| {
                let phrase: Vec<String> = (0..4)
                    .map(|w| word("ner", 4 * (at % phrases) + w))
                    .collect();
                format!(
                    "{} {} {}",
                    word(side, 2 * at),
                    phrase.join(" "),
                    word(side, 2 * at + 1)
                )
            })
            .collect();
        all.join(" ")
    };
    (text("gol", often), text("tam", 3 * often))
}

#[test]
fn further_counterparts_are_bounded() {
    let (left, right) = with_copies(2, 20);
    assert!(complete(&left, &right));
    let (left, right) = with_copies(2, 36);
    assert!(!complete(&left, &right) && !complete(&right, &left));
}

/// One phrase so often on both sides, between words of its own.
#[test]
fn places_of_a_gram_are_bounded() {
    let (left, right) = with_copies(1, 10);
    assert!(complete(&left, &right));
    let (left, right) = with_copies(1, 70);
    assert!(!complete(&left, &right) && !complete(&right, &left));
}

/// So many lines of marks alone, the same on both sides, some more on the right, below what `between` tells of each.
fn with_rules(rules: usize, between: impl Fn(usize) -> String) -> (String, String) {
    let text = |rules: usize| {
        let lines: Vec<String> = (0..rules)
            .map(|at| format!("{} stood here.\n\n* * *", between(at)))
            .collect();
        lines.join("\n\n")
    };
    (text(rules), text(rules + 10))
}

#[test]
fn copies_of_a_line_are_bounded() {
    let nobody = |_| "Nobody".to_owned();
    let (left, right) = with_rules(100, nobody);
    assert!(complete(&left, &right));
    let (left, right) = with_rules(250, nobody);
    assert!(!complete(&left, &right) && !complete(&right, &left));
    // Other lines between them tell which face each other.
    let (left, right) = with_rules(250, |at| word("gol", at));
    assert!(complete(&left, &right) && complete(&right, &left));
}

/// So many lines that lead to other articles, of each side's own, above the same sentence.
fn with_links(lines: usize) -> (String, String) {
    let text = |side: &str| {
        let lines = (0..lines).map(|at| format!("Read more: {}\n\n", word(side, at)));
        let lines: String = lines.collect();
        format!("{lines}The old ferry sank in the harbour early on Sunday.")
    };
    (text("gol"), text("tam"))
}

#[test]
fn pairs_of_lines_of_boilerplate_are_bounded() {
    let (left, right) = with_links(99);
    assert!(complete(&left, &right));
    let (left, right) = with_links(101);
    assert!(!complete(&left, &right) && !complete(&right, &left));
}
