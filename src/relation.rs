//! How two articles stand to each other as a whole, and what speaks for it. Never who wrote first.

use crate::{
    document::{Document, TokenKind},
    passages::{Grade, Passage, Region},
    span::{Side, Sides},
    summary::Summary,
    words::Words,
};

/// How two articles stand to each other. Each that is listed says more than those after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RelationKind {
    /// The same words in the same order: at most writing, line breaks and boilerplate differ.
    Same,
    /// One text in two versions: most words of both stand in both.
    Version,
    /// Large parts of both come from one text.
    CommonSource,
    /// Some passages of both come from one text: agency copy, a quotation, a paragraph.
    SharedPassages,
    /// They speak of one matter in wordings of their own.
    SameSubject,
    /// They have nothing to do with each other.
    None,
}

/// How two articles stand to each other, with the counts that say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Relation {
    /// How they stand to each other.
    pub kind: RelationKind,
    /// Words of each side that stand in passages that count, in copies of them, or face the same word in a row.
    pub shared: Sides<usize>,
    /// Words of each side that stand in strong regions.
    pub strong: Sides<usize>,
    /// Different words that both have, function words aside.
    pub subject: usize,
}

impl Relation {
    /// The same with the sides exchanged.
    pub(crate) fn swap(self) -> Self {
        Self {
            shared: self.shared.swap(),
            strong: self.strong.swap(),
            ..self
        }
    }
}

// Shares of words. By measurement on texts of which the relation is known: the PAN 2013 training corpus, news on one event and
// on different ones, versions of encyclopedia articles (docs/measurements.md).

/// Share of the words of the side with the greater share that stand on the other side too, in two versions of one text.
const VERSION_MOST: f64 = 0.6;
/// The same of the side with the smaller share: a text inside a longer one is no version of it.
const VERSION_LEAST: f64 = 0.35;
/// Share of either text in strong regions, the greater of both, when large parts of both come from one text.
const SOURCE_SHARE: f64 = 0.3;
/// Words in common of a passage, not reworded, that comes from one text wherever it stands.
const PASSAGE_WORDS: usize = 8;
/// Share of the different words of two texts that texts on one subject have in common (geometric mean).
const SUBJECT_SHARE: f64 = 0.16;

/// Weighs what was found of two texts. Linear.
#[inline(never)]
pub(crate) fn relate(
    documents: &Sides<Document<'_>>,
    words: &Words,
    regions: &[Region],
    passages: &[Passage],
    summary: &Sides<Summary>,
) -> Relation {
    let sides = || Sides::new(Side::Left, Side::Right);
    let shared = summary.as_ref().map(shared_words);
    let strong = sides().map(|side| strong_words(documents.get(side), regions, side));
    let (subject, subject_share) = words.in_common();
    let all = summary.as_ref().map(|summary| summary.words);
    let share =
        |of: &Sides<usize>, side: Side| *of.get(side) as f64 / (*all.get(side)).max(1) as f64;
    // What a model of meaning found is no copy: its words are not those of the other side.
    let copied_words =
        sides().map(|side| shared.get(side).saturating_sub(by_meaning(passages, side)));
    let shares = sides().map(|side| share(&copied_words, side));
    let (most, least) = (shares.left.max(shares.right), shares.left.min(shares.right));
    let from_source = share(&strong, Side::Left).max(share(&strong, Side::Right));
    let copied =
        |passage: &Passage| passage.grade != Grade::Reworded && passage.common >= PASSAGE_WORDS;
    let mut stated = passages.iter().filter(|passage| passage.is_statement());
    let kind = if summary.left.is_same() && summary.right.is_same() {
        RelationKind::Same
    } else if most >= VERSION_MOST && least >= VERSION_LEAST {
        RelationKind::Version
    } else if from_source >= SOURCE_SHARE {
        RelationKind::CommonSource
    } else if strong.left > 0 || stated.clone().any(copied) {
        RelationKind::SharedPassages
    } else if stated.next().is_some() || subject_share >= SUBJECT_SHARE {
        RelationKind::SameSubject
    } else {
        RelationKind::None
    };
    Relation {
        kind,
        shared,
        strong,
        subject,
    }
}

/// Words that stand on the other side too.
fn shared_words(summary: &Summary) -> usize {
    let Summary {
        verbatim,
        edited,
        reworded,
        repeated_words,
        aligned_words,
        ..
    } = summary;
    verbatim + edited + reworded + repeated_words + aligned_words
}

/// Words of a side in passages that count and that a model of meaning found.
fn by_meaning(passages: &[Passage], side: Side) -> usize {
    let found = passages
        .iter()
        .filter(|one| one.by_meaning && one.is_shared());
    found.map(|one| one.words.get(side).len()).sum()
}

/// Words in strong regions, each counted once.
fn strong_words(document: &Document<'_>, regions: &[Region], side: Side) -> usize {
    let mut inside = vec![false; document.words.len()];
    for region in regions.iter().filter(|region| region.strong) {
        let span = *region.spans.get(side);
        let at = |place: u32| {
            document
                .words
                .partition_point(|&token| document.tokens[token as usize].span.start < place)
        };
        inside[at(span.start)..at(span.end)].fill(true);
    }
    let all = document.words.iter().zip(inside);
    all.filter(|&(&token, inside)| {
        inside && document.tokens[token as usize].kind != TokenKind::Punctuation
    })
    .count()
}

#[cfg(test)]
mod tests {
    use super::{RelationKind, shared_words};
    use crate::{Options, compare, summary::Summary};

    const PARAGRAPHS: [&str; 4] = [
        "The lighthouse keeper of Arden counted eleven wrecks between March and May. Nobody had seen so many since the war.",
        "Divers brought up brass lamps, rope and a crate of blue plates. A museum in Torvik wants to show them next summer.",
        "Fishermen blame the sandbanks, which moved after the harbour wall was built. The council denies that the wall did it.",
        "A chart from the last century marks deep water where boats now touch the ground. Surveyors will measure it again.",
    ];
    const OTHERS: [&str; 4] = [
        "Bakers in Lund queue for rye because two mills closed in one week. Prices doubled within days.",
        "A choir of retired drivers sang in the depot. Their bus of 1961 stood beside them with its doors open.",
        "The chess club moved into the old post office. Members painted the walls green on Saturday.",
        "Snow closed the pass for nine hours. A plough from the valley cleared it before dawn.",
    ];

    fn kind(left: &[&str], right: &[&str]) -> RelationKind {
        let text = |paragraphs: &[&str]| paragraphs.join("\n\n");
        compare(&text(left), &text(right), &Options::default())
            .relation
            .kind
    }

    #[test]
    fn each_kind_has_its_texts() {
        let [a, b, c, d] = PARAGRAPHS;
        let [w, x, y, z] = OTHERS;
        let edited = "Divers brought up brass lamps and a crate of green plates. A museum in Torvik will show them next year.";
        let reworded = "The keeper at Arden has counted eleven wrecks this spring, more than anybody has seen since the war.";
        let table = [
            (vec![a, b, c, d], vec![a, b, c, d], RelationKind::Same),
            (vec![a, b, c, d], vec![a, edited, d], RelationKind::Version),
            (vec![a, b, w, x], vec![y, z, a, b, w], RelationKind::Version),
            // All of one stands in the other, which has more.
            (vec![a, b, c], vec![a, b, c, d], RelationKind::Version),
            (
                vec![a, b, w, x, y],
                vec![z, c, a, b, d],
                RelationKind::CommonSource,
            ),
            (
                vec![a, w, x, y, z],
                vec![c, d, b, edited, a],
                RelationKind::SharedPassages,
            ),
            (
                vec![a, w, x],
                vec![reworded, y, z],
                RelationKind::SameSubject,
            ),
            (vec![a, b, c, d], vec![w, x, y, z], RelationKind::None),
            (vec![], vec![w], RelationKind::None),
        ];
        for (at, (left, right, wanted)) in table.into_iter().enumerate() {
            assert_eq!(kind(&left, &right), wanted, "line {at}");
            assert_eq!(kind(&right, &left), wanted, "line {at}, mirrored");
        }
        assert_eq!(kind(&[], &[]), RelationKind::Same);
    }

    #[test]
    fn what_speaks_for_it_is_counted() {
        let [a, b, ..] = PARAGRAPHS;
        let text = [a, OTHERS[0]].join("\n\n");
        let relation = compare(&text, &[a, b].join("\n\n"), &Options::default()).relation;
        assert_eq!(relation.shared.left, 20);
        assert_eq!(relation.shared.right, 20);
        assert_eq!(relation.subject, 9);
        assert_eq!((relation.strong.left, relation.strong.right), (20, 20));
    }

    /// Words that are edited, reworded, repeated or kept in a row are on the other side too; those of weak matches are not.
    #[test]
    fn shared_words_are_of_all_that_counts() {
        let summary = Summary {
            words: 1_000,
            verbatim: 1,
            edited: 20,
            reworded: 300,
            repeated_words: 4_000,
            aligned_words: 50_000,
            ..Summary::default()
        };
        assert_eq!(shared_words(&summary), 54_321);
    }
}
