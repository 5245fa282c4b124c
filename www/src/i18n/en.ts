import { CAPS } from "../model/article";
import type {
  Boilerplate,
  Fact,
  Grade,
  Passage,
  RelationEvidence,
  RelationKind,
  Row,
  RowKind,
  Span,
  Summary,
} from "../model/comparison";
import type { Side } from "../model/side";
import { outEn } from "./export.en";
import { factsEn } from "./facts.en";
import { keptEn } from "./kept.en";
import { meaningEn } from "./meaning.en";
import { numbers } from "./numbers";
import { problem } from "./problems.en";
import { storyEn } from "./story.en";
import { type Texts, textOf } from "./texts";

const { n, percent, date, plural: form } = numbers("en-GB");
const plural = (count: number, one: string, many = `${one}s`) => form(count, one, many);

const sides: Record<Side, string> = { left: "left", right: "right" };
const sideNames: Record<Side, string> = { left: "Left", right: "Right" };
const other: Record<Side, string> = { left: "right", right: "left" };
const grades: Record<Grade, string> = { verbatim: "Verbatim", edited: "Edited", reworded: "Reworded" };

const nameOf = ({ grade, byMeaning }: Passage) =>
  byMeaning ? meaningEn.meaning.inOtherWords : grades[grade];

const boilerplate: Record<Boilerplate, string> = {
  navigation: "navigation",
  dateline: "page date",
  rights: "rights notice",
  promotion: "promotion",
  repeated: "headline repeated",
  metadata: "page clutter",
  byline: "byline",
  "excluded-by-user": "left out by you",
};

const rowKinds: Record<RowKind, string> = {
  same: "The same",
  changed: "Edited",
  reworded: "Reworded",
  moved: "Moved",
  repeated: "Repeated",
  only: "On one side only",
  boilerplate: "Page clutter",
};

export const en = {
  language: "en",
  brand: "Twicetold",
  number: n,
  percent,
  dots: "…",
  quoted: (text: string) => `“${text}”`,

  skip: "Skip to the articles",
  question: "What do two articles share, what did each change, and what did each leave out?",
  drop: "Drop two or more articles, paste, or open files",
  dropOne: "Drop or paste the other article here, or open a file",
  dropToAdd: "Drop to add to this comparison",
  dropToStart: "Drop to compare",
  openFiles: "Open files",
  openFolder: "Open a folder",
  pasteText: "Paste text",
  formats: "Web pages (HTML), Word (DOCX), PDF, ODT, EPUB, RTF, Markdown, plain text, and ZIP files of these",
  trySample: "Or try a sample",
  sampleTitle: (count: number) =>
    `${["No", "One", "Two", "Three", "Four", "Five"][count] ?? n(count)} reports of one invented event`,
  sampleNote: "Shared quotations, reworded sentences, moved paragraphs and page clutter",
  privacyStart:
    "Your articles stay on this computer. This page works offline and sends nothing. What you open is kept in this browser until you forget it under More.",
  privacy: "Compared on this computer. Nothing was uploaded.",
  reading: ({ done, all }: { done: number; all: number }) =>
    all > 1 ? `Reading file ${n(done + 1)} of ${n(all)}…` : "Reading the file…",

  problem,
  problems: "Files that could not be read",
  unread: (count: number) => `${plural(count, "file")} could not be read.`,
  closeProblems: "Close these notes",

  noHeadline: "No headline in this file",
  date,
  words: (count: number) => plural(count, "word"),
  pastedName: (count: number) => `Pasted text ${n(count)}`,

  pickers: { left: "Left article", right: "Right article" } satisfies Record<Side, string>,
  choose: { left: "Choose the left article", right: "Choose the right article" } satisfies Record<
    Side,
    string
  >,
  noArticle: "None yet",
  onSide: { left: "on the left", right: "on the right" } satisfies Record<Side, string>,
  sharedShare: (share: string) => `${share} shared`,
  swapWith: (side: Side) => `on the ${sides[side]}: swap`,
  removeArticle: (title: string) => `Remove ${title}`,
  swap: "Swap sides",
  relation: {
    label: "Relation",
    kinds: {
      same: "Same text",
      version: "Two versions of one text",
      "common source": "Large parts from one text",
      "shared passages": "Some passages from one text",
      "same subject": "Same subject, own wording",
      none: "Nothing in common",
    } satisfies Record<RelationKind, string>,
    evidence: ({ shared, strong, subject }: RelationEvidence) =>
      `Words shared: ${n(shared.left)} on the left, ${n(shared.right)} on the right. In longer stretches from one text: ${n(strong.left)} and ${n(strong.right)}. Different words that both have, function words aside: ${n(subject)}.`,
  },
  addArticle: "Add article",
  more: "More",
  lensesLabel: "Lenses",

  lenses: { shared: "Shared", sidebyside: "Side by side", onlyinone: "Only in one", facts: "Facts" },

  menu: {
    theme: "Theme",
    language: "Language",
    themes: { auto: "Auto", light: "Light", dark: "Dark" },
    size: "Text size",
    smaller: "Smaller text",
    larger: "Larger text",
    compare: "What counts as equal",
    ignoreCase: "Ignore capitals",
    ignorePunctuation: "Ignore punctuation",
    ignoreNumbers: "Ignore numbers",
    ignoreDiacritics: "Ignore accents",
    boilerplate: "Compare page clutter too",
    together: "Scroll together",
    list: "Show the list",
    inline: "Side by side in one column",
    keyboard: "Keyboard and marks",
    clear: "Close all articles",
  },

  edit: {
    open: "Edit this article",
    done: "Done",
    title: "Title",
    byline: "Author",
    outlet: "Outlet",
    date: "Date",
    tooLong: () =>
      `This text is longer than what can be edited here: ${n(CAPS.typed)} characters, ${n(CAPS.paragraphs)} lines, or ${n(CAPS.typedLine)} characters in a line. Edit it in a program of its own and open it again.`,
    full: () =>
      `This was not put in: a field holds up to ${n(CAPS.typed)} characters, ${n(CAPS.paragraphs)} lines, and ${n(CAPS.typedLine)} characters in a line. Save it as a text file and open that.`,
    refused: (why: string) => `Not taken over: this text ${why}`,
  },

  lines: {
    putBack: "Include this line",
    leaveOut: "Leave out",
    choose: "Choose what is compared",
    done: "Done choosing",
    isBack: "The line is compared again.",
    isOut: "The paragraph is left out of the comparison.",
  },

  alternative: {
    page: "Take the whole page",
    article: "Take only the article",
  },

  paste: {
    title: "Add an article",
    label: "Text of the article",
    titleLabel: "Title (optional)",
    add: "Add article",
    again: "Add and paste another",
    cancel: "Cancel",
    empty: "There is no text to add yet.",
  },

  help: {
    title: "Keyboard",
    close: "Close",
    to: "to",
    keys: [
      [["N", "P"], "Next, previous"],
      [["Enter"], "Compare the passage in focus"],
      [["Esc"], "Close the passage, a menu or a dialog"],
      [["S"], "Swap sides"],
      [["A"], "All pairs"],
      [["1", "4"], "Shared, Side by side, Only in one, Facts"],
      [["F"], "Filter passages"],
      [["L"], "Show or hide the list"],
      [["/"], "Find in both articles"],
      [["C", "Q"], "Copy the passage, its quotations"],
      [["Ctrl", "Z"], "Take back pinning, “not a match”, removing or closing"],
      [["?"], "This help"],
    ] as [string[], string][],
    marks: "How passages are marked",
    grades: {
      verbatim: "The same words",
      edited: "Mostly the same words",
      reworded: "The same statement in other words",
    } satisfies Record<Grade, string>,
    licences: "Licences",
    licencesWhat:
      "Twicetold is free software. These are the works in this page, and the licences they come under.",
    licencesMissing: "They are gathered when the page is built as one file.",
    copy: { name: "Repeated", what: "Says a passage again, once more than the other side" },
    arrow: "An arrow beside a number: the passage stands in another place on the other side.",
  },

  busy: "Comparing. You can read on.",
  cancel: "Cancel",
  cancelled: "Comparison cancelled.",
  compareNow: "Compare",
  incomplete: "These texts repeat themselves so much that some passages may be missing.",
  elsewhereIncomplete:
    "Some passages may stand in more articles than is shown: the articles are many or repeat themselves.",
  failures: {
    engine: "The comparison failed. Your articles are still here, and what was compared stays.",
    other: "The comparison could not be made. Your articles are still here.",
  },
  tryAgain: "Try again",

  shared: {
    share: (side: Side, part: number, whole: number): readonly [string, string] => [
      percent(part, whole),
      ` of the ${sides[side]} article’s words are shared (${n(part)} of ${n(whole)})`,
    ],
    repeated: "repeated",
    repeatedLabel: (count: number) =>
      `${plural(count, "word")} repeated here: the other side says this once less often. Show the first`,
    repeats: (number: number) => `Repeats passage ${n(number)}. Go there`,
    aligned: "in matching lines",
    alignedLabel: (count: number) =>
      `${plural(count, "word")} in no passage, but the same in lines that match. Open Side by side`,
    onlyHere: "only here",
    onlyHereLabel: (count: number) => `${plural(count, "word")} only here. Open Only in one`,
    gradeLabel: (grade: Grade, count: number) =>
      `${plural(count, "word")} ${grades[grade].toLowerCase()}. Filter`,
    none: "No passage appears in both.",
    noneNext: "Choose another article, or see what each says in Only in one.",
    together: "Scroll together",
  },
  grades,
  gradesLow: { verbatim: "verbatim", edited: "edited", reworded: "reworded" } satisfies Record<Grade, string>,

  sidebyside: {
    share: (side: Side, { sentences, only, repeated }: Summary): readonly [string, string] => [
      `${n(sentences - only - repeated)} of ${n(sentences)}`,
      ` sentences on the ${sides[side]} have a counterpart${repeated > 0 ? `, ${n(repeated)} repeat one` : ""}.`,
    ],
    parts: {
      same: "unchanged",
      changed: "changed",
      moved: "moved",
      repeated: "repeated",
      only: "only here",
    },
    partLabel: (part: string, count: number) => `${plural(count, "sentence")} ${part}. Show these`,
    inline: "One column, edits in place",
    fold: "Hide sentences only one side has",
    unfold: (count: number) => `${plural(count, "row")} on one side only. Show`,
    blank: (count: number) => `${plural(count, "sentence")} with no counterpart here`,
    legend: {
      replaced: "replaced",
      only: "on one side only",
      moved: "in another place",
      kept: "same words (the rest is reworded)",
      other: "other words, in a reworded sentence",
      out: "only left",
      in: "only right",
      oneSide: "sentence on one side only",
      elsewhere: "sentence in another place",
      repeated: "sentence that repeats another",
    },
    word: "word",
    list: "Changed sentences",
    listLit: "Sentences",
    more: (count: number) => `and ${n(count)} more`,
    jump: (side: Side) => `Elsewhere on the ${sides[side]}, go there: passage`,
    jumpLine: (side: Side) => `The same line stands elsewhere on the ${sides[side]}, go there:`,
    repeats: "Repeats",
    cell: (side: Side, kind: RowKind) => `${sideNames[side]}, ${rowKinds[kind].toLowerCase()}: `,
    rowOf: (kind: RowKind) => `${rowKinds[kind]}: `,
    rowKinds: { changed: "Edited", reworded: "Reworded", moved: "Moved", repeated: "Repeated" },
    onlyOn: { left: "only left", right: "only right" } satisfies Record<Side, string>,
    moved: "moved",
    repeated: "repeated",
    wordSigns: {
      moved: (number: number | null) => (number === null ? "moved: " : `moved, passage ${n(number)}: `),
      repeated: (number: number | null) =>
        number === null ? "repeated: " : `repeats passage ${n(number)}: `,
    },
  },

  onlyinone: {
    share: (_: Side, part: number, whole: number): readonly [string, string] => [
      percent(part, whole),
      ` of the words are in this article only (${n(part)} of ${n(whole)}).`,
    ],
    stretches: (count: number) => `${plural(count, "passage")} only here`,
    list: "Only in one",
    only: { left: "Only on the left", right: "Only on the right" } satisfies Record<Side, string>,
    sentences: (count: number) => (count === 0 ? "part of a sentence" : plural(count, "sentence")),
    nothing: "Nothing is only here.",
    longestFirst: "Longest first",
  },

  facts: factsEn,

  ...storyEn,
  ...meaningEn,

  list: {
    passages: "Passages",
    of: (shown: number, all: number) => (shown === all ? n(all) : `${n(shown)} of ${n(all)}`),
    order: "Order",
    orders: {
      left: "In left order",
      right: "In right order",
      longest: "Longest first",
      "least-alike": "Least alike first",
    },
    filter: "Filter",
    close: "Hide the list",
    open: "Show the list",
    atLeast: "At least",
    anyLength: "any length",
    quotations: "Quotations",
    wanted: { all: "all", only: "only", none: "none" },
    moved: "Moved passages only",
    movedPart: "moved",
    stocks: "In three or more articles",
    inArticles: (count: number) => `in ${n(count)} articles`,
    showWeak: "Count weak matches, names and stock phrases",
    uncounted: (count: number) =>
      count === 1
        ? "1 weak match, name or stock phrase does not count."
        : `${n(count)} weak matches, names or stock phrases do not count.`,
    count: (count: number): string => (count === 1 ? "Count it" : "Count them"),
    hidden: (count: number) => `${plural(count, "passage")} hidden by the filter.`,
    showAll: "Show all",
    refused: "is not a match.",
    moreRefused: (count: number) => `${n(count)} older ones are no match either.`,
    pass: (count: number) => `${plural(count, "passage")} shown.`,
    restore: "Restore",
    empty: "No passage passes the filter.",
    none: "No passage appears in both.",
    lengths: (passage: Passage) => {
      const { left, right } = passage.words;
      const other = left === right ? "" : `${n(left)} and `;
      return `${nameOf(passage)}, ${other}${plural(right, "word")}`;
    },
    later: "later",
    earlier: "earlier",
    quotation: "in quotation marks",
    pinned: "pinned",
    names: "names",
    formulaic: "stock phrase",
  },

  pairs: {
    open: "All pairs",
    back: "Back to the comparison",
    title: (articles: number, pairs: number) => `${plural(articles, "article")}, ${plural(pairs, "pair")}`,
    how: "Read across: how much of the article in the row is also in the article of the column. Choose a cell to compare the two.",
    cap: (most: number, all: number) =>
      `The first ${n(most)} of ${n(all)} articles: more are not compared with each other.`,
    busy: (done: number, all: number) => `Comparing pairs: ${n(done)} of ${n(all)}.`,
    sifting: "Looking for pairs that can share something.",
    sifted: (apart: number, all: number) =>
      `${n(apart)} of ${plural(all, "article")} share nothing with any other and are not in the table. Only pairs with rare runs or words in common are compared.`,
    mayMiss: "The articles repeat themselves so much that pairs may be missing.",
    told: (most: number) => `Of the ${n(most)} articles that have most to do with each other.`,
    find: "Find by title or outlet",
    found: (found: number, all: number) => `${n(found)} of ${plural(all, "pair")}`,
    finished: (all: number) => `${plural(all, "pair")} compared.`,
    cancelled: "Cancelled before all pairs were compared.",
    goOn: "Continue",
    dash: (none: number, all: number) =>
      `– nothing shared (${n(none)} of ${plural(all, "pair")}). Compared on this computer.`,
    incomplete: (count: number) =>
      count === 1
        ? "1 pair repeats itself so much that its share may be larger."
        : `${n(count)} pairs repeat themselves so much that their shares may be larger.`,
    grid: "Shares of all pairs",
    article: "Article",
    self: (title: string) => `${title}: the same article`,
    unknown: (one: string, other: string) => `${one} and ${other}: not compared yet`,
    cell: (one: string, other: string, share: string, count: number, back: string) =>
      `${one} and ${other}: ${share} (${plural(count, "word")}) of the first, ${back} of the second`,
    likest: "Most alike first",
    of: "of",
    more: (count: number) => `${plural(count, "more pair")} that share passages`,
  },

  find: {
    open: "Find in both articles",
    label: "Find in both articles",
    counts: (left: number, right: number, most: number) => {
      const count = (found: number) => (found === most ? `${n(most)} or more` : n(found));
      return `${count(left)} left, ${count(right)} right`;
    },
    position: (at: number, all: number) => `${n(at)} of ${n(all)}`,
    nothing: "No matches.",
    spoken: (at: number, all: number, side: Side) => `${n(at)} of ${n(all)}, on the ${sides[side]}.`,
    next: "Next place",
    previous: "Previous place",
    close: "Close search",
  },

  verdicts: {
    pinned: (words: string) => `Pinned to the top of the list: “${words}”`,
    refused: (words: string) => `Set aside, no longer counted: “${words}”`,
    takenBack: (words: string) => `Restored: “${words}”`,
    undo: "Undo",
    dismiss: "Close this note",
  },

  tray: {
    label: "The passage on both sides",
    common: ({ common, words }: Passage): readonly [string, string] => [
      `${plural(common, "word")} in common`,
      `, of ${n(words.left)} left and ${n(words.right)} right`,
    ],
    sameOrder: "In the same order",
    later: (side: Side) => `Appears further down on the ${sides[side]}`,
    quotation: "In quotation marks",
    facts: (count: number) => (count === 1 ? "1 detail differs" : `${n(count)} details differ`),
    alsoAt: "also further at",
    repeats: "repeats",
    uncounted: ({ substance }: Passage) =>
      ({
        names: "Names: not counted",
        formulaic: "Stock phrase: not counted",
        statement: "Weak: not counted",
      })[substance],
    differs: "differs",
    onlyHere: "only here",
    kept: "kept",
    movedInside: "moved",
    pin: "Pin to the top of the list",
    unpin: "Unpin",
    refuse: "Not a match",
    previous: "Previous",
    next: "Next",
    position: (at: number, all: number) => (at > 0 ? `${n(at)} of ${n(all)}` : `– of ${n(all)}`),
    close: "Close the passage",
    has: { left: "Left has", right: "Right has" } satisfies Record<Side, string>,
  },

  passageLabel: (passage: Passage, side: Side) =>
    `Passage ${n(passage.number)}, ${nameOf(passage).toLowerCase()}, ${plural(passage.words[side], "word")}. Compare with the ${other[side]} article`,
  goTo: (number: number, side: Side) => `Passage ${n(number)} on the ${sides[side]}: go there`,
  spokenPassage: (passage: Passage, all: number, texts: Texts) => {
    const read = (side: Side) => textOf(texts, side, passage[side]);
    return `Passage ${n(passage.number)}, of ${n(all)} shown. ${nameOf(passage)}. ${plural(passage.common, "word")} in common. ${passage.moved ? "Moved: in another place on the other side." : "In the same order."} Left: ${read("left")} Right: ${read("right")}`;
  },

  spoken: {
    row: ({ kind, left, right }: Row, texts: Texts) => {
      const read = (side: Side, span: Span | null) => (span ? textOf(texts, side, span) : "no counterpart.");
      return `${rowKinds[kind]}. Left: ${read("left", left)} Right: ${read("right", right)}`;
    },
    stretch: (at: number, all: number, stretch: Span & { side: Side }, texts: Texts) =>
      `${n(at)} of ${n(all)}. Only on the ${sides[stretch.side]}: ${textOf(texts, stretch.side, stretch)}`,
    fact: (at: number, all: number, { left, right }: Fact, texts: Texts) => {
      const read = (side: Side, span: Span) => textOf(texts, side, span) || "nothing";
      return `${n(at)} of ${n(all)}. Left: ${read("left", left)}. Right: ${read("right", right)}.`;
    },
  },

  boilerplate: (kind: Boilerplate) => `${boilerplate[kind]}, not compared`,
  pageLines: {
    count: (count: number) => `${plural(count, "page line")} not compared`,
    hide: (count: number) => `Fold ${plural(count, "page line")}`,
  },
  compareClutter: "Compare page clutter too",
  articleOf: { left: "Left article", right: "Right article" } satisfies Record<Side, string>,
  phone: {
    sides: sideNames,
    letters: { left: "L", right: "R" } satisfies Record<Side, string>,
    list: "List of passages",
    choose: "Which side is shown",
  },
  ...outEn,
  ...keptEn,
};
