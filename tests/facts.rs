//! How many differences of fact are found that careful readers noted, and how many that they did not: `tests/facts`.
//! Each entry comes out as it is written: what is not found yet is marked there.
//!
//! `found.md` in each folder holds what is told of each entry, letter by letter: what differs, what agrees, what one side
//! quotes alone. `UPDATE=1 cargo test --test facts` writes it anew. Read the difference before committing it.

use std::{
    collections::BTreeMap,
    fmt::{self, Write as _},
    fs,
    path::Path,
};

use twicetold::{
    Options, compare,
    facts::{Detail, Fact, FactKind},
    span::{Side, Sides, Span},
};

/// A folder with files of entries, and what has to be found of them. Of the day that it was last raised.
struct Table {
    folder: &'static str,
    /// Found of all that is right, at least: of the whole table, and of each language.
    recall: f64,
    recall_of_each: f64,
    /// Right of all that is found, at least.
    precision: f64,
}

const TABLES: [Table; 2] = [
    Table {
        folder: "tests/facts",
        recall: 0.98,
        recall_of_each: 0.85,
        precision: 0.99,
    },
    // Sentences of two desks, told in another order and in other words.
    Table {
        folder: "tests/facts/retold",
        recall: 0.77,
        recall_of_each: 0.25,
        precision: 0.99,
    },
];

/// Two sentences and what differs between them, by reading.
struct Entry {
    what: String,
    left: String,
    right: String,
    noted: Vec<Noted>,
}

/// A difference that a reader noted.
#[derive(Clone)]
struct Noted {
    kind: FactKind,
    /// The words of each side that differ, as ranges of bytes; `None` where a side has none.
    left: Option<(usize, usize)>,
    right: Option<(usize, usize)>,
    /// Whether it is known that it is not found.
    is_missed: bool,
}

/// How the answers compare with the table.
#[derive(Clone, Copy, Default)]
struct Score {
    noted: usize,
    right: usize,
    wrong: usize,
    /// Differences that are found though marked as missed, or missed though not marked.
    unmarked: usize,
}

impl Score {
    fn recall(self) -> f64 {
        self.right as f64 / self.noted.max(1) as f64
    }

    fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn add(&mut self, other: Self) {
        self.noted += other.noted;
        self.right += other.right;
        self.wrong += other.wrong;
        self.unmarked += other.unmarked;
    }
}

impl Entry {
    fn read(text: &str) -> Self {
        let of = |sign: &str| -> Vec<&str> {
            let lines = text.lines().filter_map(|line| line.strip_prefix(sign));
            lines.collect()
        };
        let [left, right] = ["< ", "> "].map(|sign| of(sign)[0].to_owned());
        let noted = |sign: &str, is_missed: bool| {
            let lines = of(sign).into_iter().filter(|line| *line != "none");
            let read = |line| Noted::read(line, &left, &right, is_missed);
            lines.map(read).collect::<Vec<_>>()
        };
        let noted = [noted("= ", false), noted("? ", true)].concat();
        Self {
            what: of("# ").join(" "),
            left,
            right,
            noted,
        }
    }

    /// Holds what is found against what was noted. Tells what is missed and what is wrong.
    fn score(&self, tell: &mut String) -> Score {
        let comparison = compare(&self.left, &self.right, &Options::default());
        let mut open: Vec<&Noted> = self.noted.iter().collect();
        let mut score = Score {
            noted: open.len(),
            ..Score::default()
        };
        let mut lines = String::new();
        for fact in &comparison.facts.differences {
            if let Some(at) = open.iter().position(|noted| noted.is(fact)) {
                score.unmarked += usize::from(open.remove(at).is_missed);
                score.right += 1;
            } else if !matches!(fact.detail, Detail::Cut | Detail::Unquoted) {
                score.wrong += 1;
                let [left, right] = [(&self.left, Side::Left), (&self.right, Side::Right)]
                    .map(|(text, side)| &text[fact.spans.get(side).range()]);
                let (kind, detail) = (fact.kind, fact.detail);
                let _ = writeln!(lines, "  wrong: {kind:?} {detail:?}: {left} | {right}");
            }
        }
        for noted in open {
            let Noted {
                kind, left, right, ..
            } = noted;
            score.unmarked += usize::from(!noted.is_missed);
            let [left, right] = [(&self.left, left), (&self.right, right)]
                .map(|(text, range)| range.map_or("-", |(start, end)| &text[start..end]));
            let _ = writeln!(lines, "  missed: {kind:?}: {left} | {right}");
        }
        if !lines.is_empty() {
            let (what, left, right) = (&self.what, &self.left, &self.right);
            let _ = write!(tell, "{what}\n  < {left}\n  > {right}\n{lines}");
        }
        score
    }
}

impl Noted {
    /// Reads `number: 3 boats | 4 boats`.
    fn read(line: &str, left: &str, right: &str, is_missed: bool) -> Self {
        let (kind, values) = line.split_once(": ").expect(line);
        let (l, r) = values.split_once(" | ").expect(line);
        let place = |text: &str, words: &str| {
            let start = (words != "-").then(|| text.find(words).expect(line));
            start.map(|start| (start, start + words.len()))
        };
        let kind = match kind {
            "quotation" => FactKind::Quotation,
            "number" => FactKind::Number,
            "date" => FactKind::Date,
            "name" => FactKind::Name,
            "negation" => FactKind::Negation,
            _ => panic!("{line}"),
        };
        Self {
            kind,
            left: place(left, l),
            right: place(right, r),
            is_missed,
        }
    }

    /// Whether a fact is this one: of its kind, and on each side in words that differ.
    fn is(&self, fact: &Fact) -> bool {
        let meets = |place: Option<(usize, usize)>, side: Side| {
            let span = fact.spans.get(side).range();
            place.is_none_or(|(start, end)| span.start < end && start < span.end)
        };
        self.kind == fact.kind && meets(self.left, Side::Left) && meets(self.right, Side::Right)
    }
}

/// All entries of a folder, by language.
fn entries(folder: &str) -> BTreeMap<String, Vec<Entry>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(path).expect(folder);
    let files = files.map(|file| file.expect(folder).path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let read = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).expect("UTF-8");
        let entries = text.split("\n\n").filter(|entry| entry.contains("< "));
        let code = path.file_stem().unwrap_or_default().to_string_lossy();
        (code.into_owned(), entries.map(Entry::read).collect())
    };
    files.map(read).collect()
}

#[test]
fn facts_are_those_that_readers_noted() {
    for table in &TABLES {
        let (score, low, report) = table.measure();
        println!("{report}");
        let (recall, precision) = (score.recall(), score.precision());
        assert!(
            recall >= table.recall && precision >= table.precision && low.is_empty(),
            "{low:?}"
        );
        assert_eq!(
            (score.wrong, score.unmarked),
            (0, 0),
            "wrong ones, and ones found or missed against their mark"
        );
    }
}

impl Table {
    /// The score of all, the languages with too low a recall, and a report.
    fn measure(&self) -> (Score, Vec<String>, String) {
        let (mut all, mut tell, mut lines) = (Score::default(), String::new(), String::new());
        let mut low = Vec::new();
        for (code, entries) in entries(self.folder) {
            let mut score = Score::default();
            let _ = writeln!(tell, "== {code}");
            entries
                .iter()
                .for_each(|entry| score.add(entry.score(&mut tell)));
            let _ = writeln!(lines, "{code}  {score}");
            if score.recall() < self.recall_of_each {
                low.push(code);
            }
            all.add(score);
        }
        let report = format!("{tell}\n{lines}\n{}: {all}", self.folder);
        (all, low, report)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            noted,
            right,
            wrong,
            ..
        } = self;
        let (recall, precision) = (self.recall(), self.precision());
        write!(
            f,
            "{noted:3} noted  {right:3} right  {wrong:3} wrong  recall {recall:.3}  precision {precision:.3}"
        )
    }
}

/// What is told of an entry, one a line: what differs with its detail, what agrees behind `=`, and the quotations of one
/// side behind `<` or `>`.
fn told(entry: &Entry) -> String {
    let comparison = compare(&entry.left, &entry.right, &Options::default());
    let facts = &comparison.facts;
    let text = |spans: &Sides<Span>| {
        let [left, right] = [(&entry.left, Side::Left), (&entry.right, Side::Right)]
            .map(|(text, side)| &text[spans.get(side).range()]);
        format!("{left} | {right}")
    };
    let mut out = String::new();
    for fact in &facts.differences {
        let detail = match fact.detail {
            Detail::Different => String::new(),
            detail => format!(" {detail:?}").to_lowercase(),
        };
        let kind = format!("{:?}", fact.kind).to_lowercase();
        let _ = writeln!(out, "{kind}{detail}: {}", text(&fact.spans));
    }
    for same in &facts.agree {
        let kind = format!("{:?}", same.kind).to_lowercase();
        let _ = writeln!(out, "= {kind}: {}", text(&same.spans));
    }
    for (sign, side, text) in [
        ('<', Side::Left, &entry.left),
        ('>', Side::Right, &entry.right),
    ] {
        for span in facts.only.get(side) {
            let _ = writeln!(out, "{sign} {}", &text[span.range()]);
        }
    }
    out
}

#[test]
fn each_pair_is_told_as_before() {
    for table in &TABLES {
        tell_as_before(table.folder);
    }
}

fn tell_as_before(folder: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(folder)
        .join("found.md");
    let mut out = String::new();
    for (code, entries) in entries(folder) {
        for (at, entry) in entries.iter().enumerate() {
            let _ = write!(out, "{code} {}: {}\n{}\n", at + 1, entry.what, told(entry));
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, out).expect("the file can be written");
        return;
    }
    let held = fs::read_to_string(&path).expect("the file can be read");
    let wrong = held.lines().zip(out.lines()).find(|(a, b)| a != b);
    assert_eq!(wrong, None, "held and found");
    assert_eq!(held, out);
}
