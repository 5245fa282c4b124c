//! What the command line takes.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum, builder::PossibleValuesParser};
use twicetold::story::Language;

use crate::meaning;

/// Compares two articles: what they share word for word, edited, reworded or moved, and what differs in fact.
#[derive(Debug, Parser)]
#[command(name = "twicetold", version, about, after_help = EXAMPLES, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  twicetold compare draft.txt printed.txt
  twicetold compare draft.md printed.md --side-by-side
  twicetold compare old.docx new.docx --format docx --author \"A. Reader\" -o changes.docx
  twicetold facts agency.txt rewritten.txt || echo \"look at it before it goes out\"
  twicetold compare left.txt right.txt --language de
  twicetold pairs < pairs.jsonl > found.jsonl
  twicetold corpus articles/ > related.jsonl

Text files are read as they are, as UTF-8 or UTF-16, Markdown files without their markup; `-` is standard input, as text.
DOCX, ODT, HTML, EPUB and RTF files are read through pandoc, which has to be installed: https://pandoc.org";

/// A command is a line here, and a file in `commands`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compares two articles and shows or saves what was found
    Compare(Compare),
    /// Tells what differs in fact: ends with 0 if nothing does, 1 if something does, 2 if it could not be found out
    Facts(Facts),
    /// Compares many pairs: a pair a line from standard input, a result a line to standard output
    Pairs(Pairs),
    /// Finds all pairs of a collection that share something: a result a line to standard output
    Corpus(Corpus),
    /// Writes the manual page, or the completions of a shell, to standard output
    Generate(Generate),
}

/// Two articles.
#[derive(Debug, Args)]
pub struct Articles {
    /// The article on the left: a file, or `-` for standard input
    pub left: PathBuf,
    /// The article on the right, likewise
    pub right: PathBuf,
}

/// What counts as equal.
#[derive(Debug, Args)]
pub struct Equality {
    /// The shortest exact run that is a passage, in words, from 2 to 100
    #[arg(long, value_name = "WORDS", default_value_t = 4, value_parser = clap::value_parser!(u8).range(2..=100))]
    min_words: u8,
    /// Capitals and small letters differ
    #[arg(long)]
    match_case: bool,
    /// Punctuation is compared like words
    #[arg(long)]
    match_punctuation: bool,
    /// Any number is any other number
    #[arg(long)]
    ignore_numbers: bool,
    /// `café` is `cafe`
    #[arg(long)]
    ignore_diacritics: bool,
    /// Lines of the page around an article are compared too: menus, date lines, rights notices
    #[arg(long)]
    keep_boilerplate: bool,
    /// Weak matches, names and stock phrases count as shared
    #[arg(long)]
    show_weak: bool,
}

impl Equality {
    /// The engine's options.
    pub fn options(&self) -> twicetold::Options {
        twicetold::Options {
            min_words: usize::from(self.min_words),
            ignore_case: !self.match_case,
            ignore_punctuation: !self.match_punctuation,
            ignore_numbers: self.ignore_numbers,
            ignore_diacritics: self.ignore_diacritics,
            skip_boilerplate: !self.keep_boilerplate,
            show_weak: self.show_weak,
            ..twicetold::Options::default()
        }
    }
}

const COMPARE: &str = "\
Examples:
  twicetold compare draft.txt printed.txt --side-by-side
  twicetold compare draft.txt printed.txt --format markdown
  twicetold compare old.docx new.docx --format docx --author \"A. Reader\" -o changes.docx
  twicetold compare draft.txt printed.txt --format html -o report.html";

/// Compares two articles.
#[derive(Debug, Args)]
#[command(after_help = COMPARE)]
pub struct Compare {
    #[command(flatten)]
    pub articles: Articles,
    /// What to write
    #[arg(long, short, value_enum, default_value_t = Form::Text)]
    pub format: Form,
    /// Where to write it; to standard output if not given, or `-`
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Shows the two texts in columns; for text alone
    #[arg(long)]
    pub side_by_side: bool,
    /// Columns of the text; those of the terminal, or 100, if not given
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..))]
    pub width: Option<u16>,
    /// Whether the text is coloured
    #[arg(long, value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
    /// What is known of the articles, as JSON: {"left": {"title", "outlet", "byline", "date", "address", "name"}, "right": …};
    /// each a text or null, a date as 2031-05-12, an address as https://example.org/article
    #[arg(long, value_name = "FILE")]
    pub about: Option<PathBuf>,
    /// Whose the tracked changes of a DOCX file are
    #[arg(long, value_name = "NAME")]
    pub author: Option<String>,
    /// When it is written, date and time in UTC, as 2031-05-12T10:00:00Z; now if not given
    #[arg(long, value_name = "TIME", value_parser = twicetold::export::time)]
    pub made: Option<String>,
    #[command(flatten)]
    pub said: Said,
    /// For html: the built page, if another than the one inside this program
    #[arg(long, value_name = "FILE")]
    pub page: Option<PathBuf>,
    #[command(flatten)]
    pub meaning: meaning::Given,
    #[command(flatten)]
    pub equality: Equality,
}

impl Compare {
    /// The file that is written; none for standard output.
    pub fn file(&self) -> Option<&Path> {
        let output = self.output.as_deref();
        output.filter(|output| *output != Path::new("-"))
    }
}

/// How what was found is said.
#[derive(Debug, Args)]
pub struct Said {
    /// The language in which it is said what was found. The languages of the two articles are found out by themselves
    #[arg(long, value_name = "CODE", default_value = "en", value_parser = languages())]
    language: String,
}

impl Said {
    pub fn language(&self) -> Language {
        Language::of(&self.language).unwrap_or_default()
    }
}

/// The languages that the engine says what it found in.
fn languages() -> PossibleValuesParser {
    PossibleValuesParser::new(Language::codes())
}

/// What a comparison is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// What differs, to be read
    Text,
    /// Everything found, for programs
    Json,
    /// The same on one line, without the texts
    JsonLine,
    /// The passages, for spreadsheets
    Csv,
    /// The differences of fact, for spreadsheets
    CsvFacts,
    /// Tracked changes, for word processors
    Docx,
    /// Both texts as a TEI P5 edition with two witnesses
    Tei,
    /// W3C Web Annotations of both texts
    Annotation,
    /// Markdown with changes after CriticMarkup
    Markdown,
    /// The page with both articles inside
    Html,
}

/// Whether text is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// In a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

const FACTS: &str = "\
Ends with 0 if nothing differs, 1 if something does, 2 if it could not be found out: a text cannot be read or has no words, \
the two have nothing in common, or a limit of work was met before anything was found that differs.

Examples:
  twicetold facts agency.txt rewritten.txt && echo \"no difference of fact was found\"
  twicetold facts agency.txt rewritten.txt --language de
  twicetold facts agency.txt rewritten.txt --json";

/// Tells what differs in fact.
#[derive(Debug, Args)]
#[command(after_help = FACTS)]
pub struct Facts {
    #[command(flatten)]
    pub articles: Articles,
    /// Writes JSON, in words for programs whatever the language: {"differs", "compared", "complete", "facts": […]}; "compared" is false where nothing is in common
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub meaning: meaning::Given,
    #[command(flatten)]
    pub said: Said,
    #[command(flatten)]
    pub equality: Equality,
}

/// Compares many pairs.
#[derive(Debug, Args)]
#[command(after_help = PAIRS)]
pub struct Pairs {
    /// How many pairs are compared at the same time; as many as there are cores if not given
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    #[command(flatten)]
    pub meaning: meaning::Given,
    #[command(flatten)]
    pub equality: Equality,
}

const PAIRS: &str = "\
Each line is {\"id\": …, \"left\": \"…\", \"right\": \"…\"}; the id is any JSON, or missing. Each result is a line in the same \
order: {\"id\": …, \"complete\", \"summary\", \"relation\", \"passages\", \"facts\"}, places in UTF-16 units; or \
{\"id\": …, \"error\": \"…\"} for a line that is no pair, and the others go on. The id comes back as it was written: 1e3 is 1e3. \
An empty line has no result. Half a character in a text (\\ud800) is compared as U+FFFD. Ends with 0 if all lines were pairs, \
with 2 if not.

Example:
  echo '{\"left\": \"Nine boats waited.\", \"right\": \"So nine boats waited.\"}' |
    twicetold pairs";

/// Finds all pairs of a collection that share something.
#[derive(Debug, Args)]
#[command(after_help = CORPUS)]
pub struct Corpus {
    /// A folder of articles, folders in it too; or a file of {"id", "text"} lines, `-` for standard input
    #[arg(value_name = "FOLDER|FILE.jsonl")]
    pub collection: PathBuf,
    /// Lists the pairs that would be compared, without comparing them
    #[arg(long)]
    pub candidates: bool,
    /// How many pairs are compared at the same time; as many as there are cores if not given
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    #[command(flatten)]
    pub meaning: meaning::Given,
    #[command(flatten)]
    pub equality: Equality,
}

const CORPUS: &str = "\
Each related pair is a line: {\"left\": id, \"right\": id, \"complete\", \"summary\", \"relation\", \"passages\", \"facts\"}, \
places in UTF-16 units. Pairs are in the order of their left, then their right article: as the lines of the file stand, or by \
path in a folder, where the path is the id. An id comes back as it was written; a line without one has its number. Pairs without a passage that counts are left \
out.

Pairs that have neither a rare run, nor 1 in 20 of their runs, nor rare words in common are never compared: docs/corpus.md. \
Ends with 0, or with 2 if an article was left out: one that cannot be read, or has the id of one before it. It is told on standard \
error, and the others go on.

Examples:
  twicetold corpus articles/ > related.jsonl
  twicetold corpus articles.jsonl | jq -c '[.left, .right, .relation.kind]'
  printf '{\"text\": \"%s\"}\\n' 'Nine boats lay there.' 'So nine boats lay there.' |
    twicetold corpus -";

const GENERATE: &str = "\
Examples:
  twicetold generate man > twicetold.1
  twicetold generate bash > ~/.local/share/bash-completion/completions/twicetold";

/// Writes what is installed beside the program.
#[derive(Debug, Args)]
#[command(after_help = GENERATE)]
pub struct Generate {
    /// What to write
    #[arg(value_enum)]
    pub what: Generated,
}

/// What is installed beside the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Generated {
    /// The manual page
    Man,
    /// Completions of a shell
    Bash,
    Elvish,
    Fish,
    PowerShell,
    Zsh,
}
