import { CAPS } from "../model/article";
import type { Boilerplate, Grade, Passage, RowKind, Span, Summary } from "../model/comparison";
import type { Side } from "../model/side";
import type { Catalogue } from ".";
import { outDe } from "./export.de";
import { factsDe } from "./facts.de";
import { keptDe } from "./kept.de";
import { meaningDe } from "./meaning.de";
import { numbers } from "./numbers";
import { problem } from "./problems.de";
import { storyDe } from "./story.de";
import { textOf } from "./texts";

const { n, percent, date, plural } = numbers("de");
const words = (count: number) => plural(count, "Wort", "Wörter");
const sentences = (count: number) => plural(count, "Satz", "Sätze");
const passages = (count: number) => plural(count, "Stelle", "Stellen");

const sides: Record<Side, string> = { left: "links", right: "rechts" };
const sideNames: Record<Side, string> = { left: "Links", right: "Rechts" };
const other: Record<Side, string> = { left: "rechten", right: "linken" };
const grades: Record<Grade, string> = {
  verbatim: "Wörtlich",
  edited: "Bearbeitet",
  reworded: "Umformuliert",
};

const nameOf = ({ grade, byMeaning }: Passage) =>
  byMeaning ? meaningDe.meaning.inOtherWords : grades[grade];

const boilerplate: Record<Boilerplate, string> = {
  navigation: "Navigation",
  dateline: "Datum der Seite",
  rights: "Rechtehinweis",
  promotion: "Werbung",
  repeated: "wiederholte Überschrift",
  metadata: "Seitenbeiwerk",
  byline: "Autorenzeile",
  "excluded-by-user": "von Ihnen weggelassen",
};

const rowKinds: Record<RowKind, string> = {
  same: "Gleich",
  changed: "Bearbeitet",
  reworded: "Umformuliert",
  moved: "Verschoben",
  repeated: "Wiederholt",
  only: "Nur auf einer Seite",
  boilerplate: "Seitenbeiwerk",
};

export const de: Catalogue = {
  language: "de",
  brand: "Twicetold",
  number: n,
  percent,
  dots: "…",
  quoted: (text) => `„${text}“`,

  skip: "Zu den Artikeln springen",
  question: "Was haben zwei Artikel gemeinsam, was hat jeder geändert, und was lässt jeder weg?",
  drop: "Zwei oder mehr Artikel ablegen, einfügen oder öffnen",
  dropOne: "Den anderen Artikel hier ablegen, einfügen oder öffnen",
  dropToAdd: "Ablegen, um zum Vergleich hinzuzufügen",
  dropToStart: "Ablegen, um zu vergleichen",
  openFiles: "Dateien öffnen",
  openFolder: "Ordner öffnen",
  pasteText: "Text einfügen",
  formats: "Webseiten (HTML), Word (DOCX), PDF, ODT, EPUB, RTF, Markdown, Text und ZIP-Dateien davon",
  trySample: "Oder ein Beispiel ansehen",
  sampleTitle: (count) =>
    `${["Keine", "Ein", "Zwei", "Drei", "Vier", "Fünf"][count] ?? n(count)} Berichte über ein erfundenes Ereignis`,
  sampleNote: "Gleiche Zitate, umformulierte Sätze, verschobene Absätze und Seitenbeiwerk (englisch)",
  privacyStart:
    "Die Artikel bleiben auf diesem Rechner. Die Seite arbeitet ohne Netz und sendet nichts. Was geöffnet wird, behält dieser Browser, bis es unter „Mehr“ vergessen wird.",
  privacy: "Auf diesem Rechner verglichen. Nichts wurde hochgeladen.",
  reading: ({ done, all }) =>
    all > 1 ? `Datei ${n(done + 1)} von ${n(all)} wird gelesen…` : "Die Datei wird gelesen…",

  problem,
  problems: "Dateien, die sich nicht lesen ließen",
  unread: (count) => `${n(count)} Dateien ließen sich nicht lesen.`,
  closeProblems: "Diese Hinweise schließen",

  noHeadline: "Keine Überschrift in dieser Datei",
  date,
  words,
  pastedName: (count) => `Eingefügter Text ${n(count)}`,

  pickers: { left: "Linker Artikel", right: "Rechter Artikel" },
  choose: { left: "Den linken Artikel wählen", right: "Den rechten Artikel wählen" },
  noArticle: "Noch keiner",
  onSide: sides,
  sharedShare: (share) => `${share} gemeinsam`,
  swapWith: (side) => `${sides[side]}: tauschen`,
  removeArticle: (title) => `${title} entfernen`,
  swap: "Seiten tauschen",
  relation: {
    label: "Verhältnis",
    kinds: {
      same: "Derselbe Text",
      version: "Zwei Fassungen eines Textes",
      "common source": "Große Teile aus einem Text",
      "shared passages": "Einige Stellen aus einem Text",
      "same subject": "Gleiches Thema, eigene Worte",
      none: "Nichts gemeinsam",
    },
    evidence: ({ shared, strong, subject }) =>
      `Gemeinsame Wörter: ${n(shared.left)} links, ${n(shared.right)} rechts. In längeren Strecken aus einem Text: ${n(strong.left)} und ${n(strong.right)}. Verschiedene Wörter, die beide haben, ohne Funktionswörter: ${n(subject)}.`,
  },
  addArticle: "Artikel hinzufügen",
  more: "Mehr",
  lensesLabel: "Ansichten",

  lenses: { shared: "Gemeinsam", sidebyside: "Nebeneinander", onlyinone: "Nur in einem", facts: "Fakten" },

  menu: {
    theme: "Farben",
    language: "Sprache",
    themes: { auto: "Auto", light: "Hell", dark: "Dunkel" },
    size: "Schriftgröße",
    smaller: "Kleinere Schrift",
    larger: "Größere Schrift",
    compare: "Was als gleich gilt",
    ignoreCase: "Groß und klein gleich",
    ignorePunctuation: "Ohne Satzzeichen",
    ignoreNumbers: "Ohne Zahlen",
    ignoreDiacritics: "Ohne Akzente",
    boilerplate: "Seitenbeiwerk mitvergleichen",
    together: "Gemeinsam rollen",
    list: "Liste zeigen",
    inline: "Nebeneinander in einer Spalte",
    keyboard: "Tasten und Zeichen",
    clear: "Alle Artikel schließen",
  },

  edit: {
    open: "Diesen Artikel bearbeiten",
    done: "Fertig",
    title: "Titel",
    byline: "Autor",
    outlet: "Medium",
    date: "Datum",
    tooLong: () =>
      `Dieser Text ist länger, als sich hier bearbeiten lässt: ${n(CAPS.typed)} Zeichen, ${n(CAPS.paragraphs)} Zeilen oder ${n(CAPS.typedLine)} Zeichen in einer Zeile. Bitte in einem eigenen Programm bearbeiten und neu öffnen.`,
    full: () =>
      `Dies wurde nicht eingefügt: ein Feld fasst bis zu ${n(CAPS.typed)} Zeichen, ${n(CAPS.paragraphs)} Zeilen und ${n(CAPS.typedLine)} Zeichen in einer Zeile. Bitte als Textdatei speichern und diese öffnen.`,
    refused: (why) => `Nicht übernommen: dieser Text ${why}`,
  },

  lines: {
    putBack: "Diese Zeile aufnehmen",
    leaveOut: "Weglassen",
    choose: "Wählen, was verglichen wird",
    done: "Fertig gewählt",
    isBack: "Die Zeile wird wieder verglichen.",
    isOut: "Der Absatz wird nicht mehr verglichen.",
  },

  alternative: {
    page: "Die ganze Seite nehmen",
    article: "Nur den Artikel nehmen",
  },

  paste: {
    title: "Einen Artikel hinzufügen",
    label: "Text des Artikels",
    titleLabel: "Titel (freiwillig)",
    add: "Artikel hinzufügen",
    again: "Hinzufügen und weiteren einfügen",
    cancel: "Abbrechen",
    empty: "Hier steht noch kein Text.",
  },

  help: {
    title: "Tasten",
    close: "Schließen",
    to: "bis",
    keys: [
      [["N", "P"], "Nächste, vorige Stelle"],
      [["Enter"], "Die Stelle im Fokus vergleichen"],
      [["Esc"], "Stelle, Menü oder Dialog schließen"],
      [["S"], "Seiten tauschen"],
      [["A"], "Alle Paare"],
      [["1", "4"], "Gemeinsam, Nebeneinander, Nur in einem, Fakten"],
      [["F"], "Stellen filtern"],
      [["L"], "Liste zeigen oder verbergen"],
      [["/"], "In beiden Artikeln suchen"],
      [["C", "Q"], "Die Stelle, ihre Zitate kopieren"],
      [["Ctrl", "Z"], "Anheften, „keine Entsprechung“, Entfernen oder Schließen zurücknehmen"],
      [["?"], "Diese Hilfe"],
    ],
    marks: "Wie Stellen ausgezeichnet sind",
    grades: {
      verbatim: "Dieselben Wörter",
      edited: "Größtenteils dieselben Wörter",
      reworded: "Dieselbe Aussage in anderen Wörtern",
    },
    licences: "Lizenzen",
    licencesWhat: "Twicetold ist freie Software. Dies sind die Werke in dieser Seite und ihre Lizenzen.",
    licencesMissing: "Sie werden gesammelt, wenn die Seite als eine Datei gebaut wird.",
    copy: { name: "Wiederholt", what: "Sagt eine Stelle noch einmal, einmal mehr als die andere Seite" },
    arrow: "Ein Pfeil neben der Nummer: Die Stelle steht auf der anderen Seite an einem anderen Ort.",
  },

  busy: "Es wird verglichen. Sie können weiterlesen.",
  cancel: "Abbrechen",
  cancelled: "Vergleich abgebrochen.",
  compareNow: "Vergleichen",
  incomplete: "Diese Texte wiederholen sich so sehr, dass einige Stellen fehlen können.",
  elsewhereIncomplete:
    "Einige Stellen können in mehr Artikeln stehen als angezeigt: Die Artikel sind viele oder wiederholen sich.",
  failures: {
    engine: "Der Vergleich ist fehlgeschlagen. Die Artikel sind noch da, und was verglichen war, bleibt.",
    other: "Der Vergleich war nicht möglich. Die Artikel sind noch da.",
  },
  tryAgain: "Noch einmal versuchen",

  shared: {
    share: (side, part, whole) => [
      percent(part, whole),
      ` der Wörter ${sides[side]} sind gemeinsam (${n(part)} von ${n(whole)})`,
    ],
    repeated: "wiederholt",
    repeatedLabel: (count) =>
      `${words(count)} hier wiederholt: Die andere Seite sagt dies einmal weniger. Die erste Stelle zeigen`,
    repeats: (number) => `Wiederholt Stelle ${n(number)}. Dorthin`,
    aligned: "in Zeilen mit Gegenstück",
    alignedLabel: (count) =>
      `${words(count)} in keiner Stelle, aber gleich in Zeilen mit Gegenstück. „Nebeneinander“ öffnen`,
    onlyHere: "nur hier",
    onlyHereLabel: (count) => `${words(count)} nur hier. „Nur in einem“ öffnen`,
    gradeLabel: (grade, count) => `${words(count)} ${grades[grade].toLowerCase()}. Filtern`,
    none: "Keine Stelle steht in beiden.",
    noneNext: "Einen anderen Artikel wählen, oder unter „Nur in einem“ lesen, was jeder sagt.",
    together: "Gemeinsam rollen",
  },
  grades,
  gradesLow: { verbatim: "wörtlich", edited: "bearbeitet", reworded: "umformuliert" },

  sidebyside: {
    share: (side, { sentences: all, only, repeated }: Summary) => [
      `${n(all - only - repeated)} von ${n(all)}`,
      ` Sätzen ${sides[side]} haben ein Gegenstück${repeated > 0 ? `, ${n(repeated)} wiederholen eines` : ""}.`,
    ],
    parts: {
      same: "unverändert",
      changed: "geändert",
      moved: "verschoben",
      repeated: "wiederholt",
      only: "nur hier",
    },
    partLabel: (part, count) => `${sentences(count)} ${part}. Zeigen`,
    inline: "Eine Spalte, Änderungen im Text",
    fold: "Sätze nur einer Seite verbergen",
    unfold: (count) => `${plural(count, "Zeile", "Zeilen")} nur auf einer Seite. Zeigen`,
    blank: (count) => `${sentences(count)} ohne Gegenstück hier`,
    legend: {
      replaced: "ersetzt",
      only: "nur auf einer Seite",
      moved: "an anderem Ort",
      kept: "gleiche Wörter (der Rest ist umformuliert)",
      other: "andere Wörter in einem umformulierten Satz",
      out: "nur links",
      in: "nur rechts",
      oneSide: "Satz nur auf einer Seite",
      elsewhere: "Satz an anderem Ort",
      repeated: "Satz, der einen anderen wiederholt",
    },
    word: "Wort",
    list: "Geänderte Sätze",
    listLit: "Sätze",
    more: (count) => `und ${n(count)} weitere`,
    jump: (side) => `An anderem Ort ${sides[side]}, dorthin: Stelle`,
    jumpLine: (side) => `Dieselbe Zeile steht an anderem Ort ${sides[side]}, dorthin:`,
    repeats: "Wiederholt",
    cell: (side, kind) => `${sideNames[side]}, ${rowKinds[kind]}: `,
    rowOf: (kind) => `${rowKinds[kind]}: `,
    rowKinds: {
      changed: "Bearbeitet",
      reworded: "Umformuliert",
      moved: "Verschoben",
      repeated: "Wiederholt",
    },
    onlyOn: { left: "nur links", right: "nur rechts" },
    moved: "verschoben",
    repeated: "wiederholt",
    wordSigns: {
      moved: (number) => (number === null ? "verschoben: " : `verschoben, Stelle ${n(number)}: `),
      repeated: (number) => (number === null ? "wiederholt: " : `wiederholt Stelle ${n(number)}: `),
    },
  },

  onlyinone: {
    share: (_, part, whole) => [
      percent(part, whole),
      ` der Wörter stehen nur in diesem Artikel (${n(part)} von ${n(whole)}).`,
    ],
    stretches: (count) => `${plural(count, "Stelle", "Stellen")} nur hier`,
    list: "Nur in einem",
    only: { left: "Nur links", right: "Nur rechts" },
    sentences: (count) => (count === 0 ? "Teil eines Satzes" : sentences(count)),
    nothing: "Nichts steht nur hier.",
    longestFirst: "Längste zuerst",
  },

  facts: factsDe,

  ...storyDe,
  ...meaningDe,

  list: {
    passages: "Stellen",
    of: (shown, all) => (shown === all ? n(all) : `${n(shown)} von ${n(all)}`),
    order: "Reihenfolge",
    orders: {
      left: "Wie links",
      right: "Wie rechts",
      longest: "Längste zuerst",
      "least-alike": "Unähnlichste zuerst",
    },
    filter: "Filter",
    close: "Liste verbergen",
    open: "Liste zeigen",
    atLeast: "Mindestens",
    anyLength: "jede Länge",
    quotations: "Zitate",
    wanted: { all: "alle", only: "nur sie", none: "keine" },
    moved: "Nur verschobene Stellen",
    movedPart: "verschoben",
    stocks: "In drei oder mehr Artikeln",
    inArticles: (count) => `in ${n(count)} Artikeln`,
    showWeak: "Schwache Treffer, Namen, feste Wendungen mitzählen",
    uncounted: (count) =>
      count === 1
        ? "1 schwacher Treffer, Name oder feste Wendung zählt nicht."
        : `${n(count)} schwache Treffer, Namen oder feste Wendungen zählen nicht.`,
    count: () => "Mitzählen",
    hidden: (count) => `${passages(count)} vom Filter verborgen.`,
    showAll: "Alle zeigen",
    refused: "ist keine Entsprechung.",
    moreRefused: (count) => `${n(count)} ältere sind ebenfalls keine Entsprechung.`,
    pass: (count) => `${passages(count)} gezeigt.`,
    restore: "Zurückholen",
    empty: "Keine Stelle passt zum Filter.",
    none: "Keine Stelle steht in beiden.",
    lengths: (passage: Passage) => {
      const { left, right } = passage.words;
      const other = left === right ? "" : `${n(left)} und `;
      return `${nameOf(passage)}, ${other}${words(right)}`;
    },
    later: "später",
    earlier: "früher",
    quotation: "in Anführungszeichen",
    pinned: "angeheftet",
    names: "Namen",
    formulaic: "feste Wendung",
  },

  pairs: {
    open: "Alle Paare",
    back: "Zurück zum Vergleich",
    title: (articles, pairs) =>
      `${plural(articles, "Artikel", "Artikel")}, ${plural(pairs, "Paar", "Paare")}`,
    how: "Zeilenweise gelesen: wie viel vom Artikel der Zeile auch im Artikel der Spalte steht. Ein Feld öffnet die beiden.",
    cap: (most, all) =>
      `Die ersten ${n(most)} von ${n(all)} Artikeln: mehr werden nicht miteinander verglichen.`,
    busy: (done, all) => `Paare werden verglichen: ${n(done)} von ${n(all)}.`,
    sifting: "Paare werden gesucht, die etwas gemeinsam haben können.",
    sifted: (apart, all) =>
      `${n(apart)} von ${plural(all, "Artikel", "Artikeln")} haben mit keinem anderen etwas gemeinsam und stehen nicht in der Tabelle. Nur Paare mit seltenen Wortfolgen oder Wörtern werden verglichen.`,
    mayMiss: "Die Artikel wiederholen sich so sehr, dass Paare fehlen können.",
    told: (most) => `Von den ${n(most)} Artikeln, die am meisten miteinander zu tun haben.`,
    find: "Nach Titel oder Medium suchen",
    found: (found, all) => `${n(found)} von ${plural(all, "Paar", "Paaren")}`,
    finished: (all) => `${plural(all, "Paar", "Paare")} verglichen.`,
    cancelled: "Abgebrochen, bevor alle Paare verglichen waren.",
    goOn: "Fortfahren",
    dash: (none, all) =>
      `– nichts gemeinsam (${n(none)} von ${plural(all, "Paar", "Paaren")}). Auf diesem Rechner verglichen.`,
    incomplete: (count) =>
      count === 1
        ? "1 Paar wiederholt sich so sehr, dass sein Anteil größer sein kann."
        : `${n(count)} Paare wiederholen sich so sehr, dass ihre Anteile größer sein können.`,
    grid: "Anteile aller Paare",
    article: "Artikel",
    self: (title) => `${title}: derselbe Artikel`,
    unknown: (one, other) => `${one} und ${other}: noch nicht verglichen`,
    cell: (one, other, share, count, back) =>
      `${one} und ${other}: ${share} (${words(count)}) des ersten, ${back} des zweiten`,
    likest: "Ähnlichste zuerst",
    of: "von",
    more: (count) => `${n(count)} weitere mit gemeinsamen Stellen`,
  },

  find: {
    open: "In beiden Artikeln suchen",
    label: "In beiden Artikeln suchen",
    counts: (left, right, most) => {
      const count = (found: number) => (found === most ? `${n(most)} oder mehr` : n(found));
      return `${count(left)} links, ${count(right)} rechts`;
    },
    position: (at, all) => `${n(at)} von ${n(all)}`,
    nothing: "Keine Treffer.",
    spoken: (at, all, side) => `${n(at)} von ${n(all)}, ${sides[side]}.`,
    next: "Nächster Fund",
    previous: "Voriger Fund",
    close: "Suche schließen",
  },

  verdicts: {
    pinned: (text) => `Oben an die Liste geheftet: „${text}“`,
    refused: (text) => `Beiseitegelegt, zählt nicht mehr: „${text}“`,
    takenBack: (text) => `Wiederhergestellt: „${text}“`,
    undo: "Rückgängig",
    dismiss: "Hinweis schließen",
  },

  tray: {
    label: "Die Stelle auf beiden Seiten",
    common: ({ common, words: { left, right } }: Passage) => [
      `${words(common)} gemeinsam`,
      `, von ${n(left)} links und ${n(right)} rechts`,
    ],
    sameOrder: "In derselben Reihenfolge",
    later: (side) => `Steht ${sides[side]} weiter unten`,
    quotation: "In Anführungszeichen",
    facts: (count) => (count === 1 ? "1 Angabe weicht ab" : `${n(count)} Angaben weichen ab`),
    alsoAt: "auch weiter bei",
    repeats: "wiederholt",
    uncounted: ({ substance }) =>
      ({
        names: "Namen: nicht gezählt",
        formulaic: "Feste Wendung: nicht gezählt",
        statement: "Schwach: nicht gezählt",
      })[substance],
    differs: "anders",
    onlyHere: "nur hier",
    kept: "geblieben",
    movedInside: "verschoben",
    pin: "Oben an die Liste heften",
    unpin: "Nicht mehr anheften",
    refuse: "Keine Entsprechung",
    previous: "Vorige",
    next: "Nächste",
    position: (at, all) => (at > 0 ? `${n(at)} von ${n(all)}` : `– von ${n(all)}`),
    close: "Stelle schließen",
    has: { left: "Links steht", right: "Rechts steht" },
  },

  passageLabel: (passage, side) =>
    `Stelle ${n(passage.number)}, ${nameOf(passage).toLowerCase()}, ${words(passage.words[side])}. Mit dem ${other[side]} Artikel vergleichen`,
  goTo: (number, side) => `Stelle ${n(number)} ${sides[side]}: dorthin`,
  spokenPassage: (passage, all, texts) => {
    const read = (side: Side) => textOf(texts, side, passage[side]);
    const place = passage.moved ? "An einem anderen Ort auf der anderen Seite." : "In derselben Reihenfolge.";
    return `Stelle ${n(passage.number)}, von ${n(all)} gezeigten. ${nameOf(passage)}. ${words(passage.common)} gemeinsam. ${place} Links: ${read("left")} Rechts: ${read("right")}`;
  },

  spoken: {
    row: ({ kind, left, right }, texts) => {
      const read = (side: Side, span: Span | null) =>
        span ? textOf(texts, side, span) : "keine Entsprechung.";
      return `${rowKinds[kind]}. Links: ${read("left", left)} Rechts: ${read("right", right)}`;
    },
    stretch: (at, all, stretch, texts) =>
      `${n(at)} von ${n(all)}. Nur ${sides[stretch.side]}: ${textOf(texts, stretch.side, stretch)}`,
    fact: (at, all, { left, right }, texts) => {
      const read = (side: Side, span: Span) => textOf(texts, side, span) || "nichts";
      return `${n(at)} von ${n(all)}. Links: ${read("left", left)}. Rechts: ${read("right", right)}.`;
    },
  },

  boilerplate: (kind) => `${boilerplate[kind]}, nicht verglichen`,
  pageLines: {
    count: (count) => `${plural(count, "Seitenzeile", "Seitenzeilen")} nicht verglichen`,
    hide: (count) => `${plural(count, "Seitenzeile", "Seitenzeilen")} einklappen`,
  },
  compareClutter: "Seitenbeiwerk mitvergleichen",
  articleOf: { left: "Linker Artikel", right: "Rechter Artikel" },
  phone: {
    sides: sideNames,
    letters: { left: "L", right: "R" },
    list: "Liste der Stellen",
    choose: "Welche Seite gezeigt wird",
  },
  ...outDe,
  ...keptDe,
};
