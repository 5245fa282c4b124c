import { CAPS, type Problem, type ReadError } from "../model/article";
import { numbers } from "./numbers";

const { n, plural } = numbers("de");

const sentences: Record<ReadError, string | ((count: number) => string)> = {
  empty: "ist leer. Bitte prüfen, ob sie mit ihrem Text gespeichert wurde.",
  "too-large":
    "ist größer, als diese Seite liest: Texte dürfen 8 MB haben, PDF, Word und andere gepackte Dateien 100 MB. Bitte teilen oder den nötigen Teil einfügen.",
  "unknown-type":
    "hat ein Format, das diese Seite nicht lesen kann. Bitte als Text, HTML, DOCX oder PDF speichern.",
  "old-word":
    "ist eine alte Word-Datei (.doc), die diese Seite nicht lesen kann. Bitte als DOCX oder Text speichern.",
  locked: "ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern oder den Text hier einfügen.",
  damaged: "ist beschädigt oder abgeschnitten. Bitte noch einmal herunterladen oder speichern.",
  "zip-bomb":
    "wird entpackt größer als 64 MB; mehr entpackt diese Seite nicht. Bitte teilen oder den nötigen Teil einfügen.",
  nested: "ist ein Archiv in einem Archiv. Bitte entpacken und die Dateien darin ablegen.",
  "no-articles":
    "enthält keine Datei, die diese Seite lesen kann. Sie liest Text, Markdown, HTML, DOCX, ODT, EPUB, RTF und PDF.",
  picture: "ist ein Bild und enthält keinen Text. Bitte den Text hier einfügen.",
  binary: "ist kein Text. Bitte als Text, HTML, DOCX oder PDF speichern.",
  undecodable:
    "hat Zeichen in keiner bekannten Kodierung. Bitte als UTF-8 speichern und noch einmal ablegen.",
  "no-text": "enthält keinen Text. Bitte im eigenen Programm öffnen, den Artikel kopieren und hier einfügen.",
  "no-reader":
    "ist ein PDF, und ein Bericht kommt ohne das Leseprogramm dafür aus. In Twicetold selbst öffnen, oder den Text hier einfügen.",
  scanned:
    "enthält keinen Text: Die Seiten sind Bilder, Zeichnungen oder leer. Gibt es darauf etwas zu lesen, bitte erst eine Texterkennung laufen lassen oder den Text hier einfügen.",
  "no-table":
    "sagt nicht, welche Zeichen es enthält, oder durch eine seltene Tabelle, die hier fehlt. Bitte als Text speichern oder hier einfügen.",
  cancelled:
    "wurde nicht zu Ende gelesen, weil das Lesen abgebrochen wurde. Zum Lesen bitte noch einmal ablegen.",
  unreadable: "ließ sich nicht lesen. Bitte prüfen, ob die Datei noch da ist und geöffnet werden darf.",
  "damaged-library":
    "enthält eine gesicherte Bibliothek, die abgeschnitten oder geändert wurde. Bitte neu sichern oder kopieren.",
  "newer-library":
    "ist eine Bibliothek, die eine andere, neuere Ausgabe dieser Seite gesichert hat. Bitte dort öffnen.",
  "foreign-model": "ist kein Bedeutungsmodell von Twicetold.",
  "newer-model": "ist ein Bedeutungsmodell für eine neuere Ausgabe dieser Seite. Öffnen Sie es dort.",
  "cut-model": "ist ein Bedeutungsmodell, dessen Ende fehlt. Laden Sie es noch einmal herunter.",
  "damaged-model": "ist ein Bedeutungsmodell, das beschädigt wurde. Laden Sie es noch einmal herunter.",
  others: (count) =>
    `enthält ${plural(count, "andere Datei", "andere Dateien")}, die kein Artikel ${count === 1 ? "ist" : "sind"}; weggelassen.`,
  "too-many-entries": (count) =>
    `enthält ${plural(count, "Datei", "Dateien")}; diese Seite sieht in Archive mit bis zu ${n(CAPS.entries)}. Bitte entpacken und die Artikel darin ablegen.`,
  "too-many-paragraphs": (count) =>
    `hat ${plural(count, "Zeile", "Zeilen")} mit Text; diese Seite nimmt bis zu ${n(CAPS.paragraphs)} in einem Artikel. Bitte teilen oder die Zeilen jedes Absatzes verbinden.`,
  "too-many-marks":
    "häuft auf einzelne Buchstaben mehr Zeichen, als eine Schrift braucht und diese Seite nimmt: mehr als 30, und das immer wieder. Bitte sie entfernen, oder den nötigen Teil einfügen.",
  "too-complex":
    "hat mehr Auszeichnungen, oder mehr ineinander, als diese Seite auseinandernimmt. Bitte als Text speichern oder den nötigen Teil einfügen.",
  "chapters-missing": (count) =>
    `nennt ${plural(count, "Kapitel", "Kapitel")}, ${count === 1 ? "das" : "die"} nicht darin ${count === 1 ? "ist" : "sind"}; die anderen sind da. Wer ${count === 1 ? "es" : "sie"} braucht, lädt die Datei bitte noch einmal herunter.`,
  "too-many": (count) =>
    `enthält mehr Artikel, als diese Seite auf einmal nimmt: die ersten 2.000 sind da, ${n(count)} nicht. Bitte den Rest getrennt ablegen.`,
};

/** Why a file could not be read and what to do, behind its name. */
export const problem = ({ error, count = 0 }: Problem): string => {
  const said = sentences[error];
  return typeof said === "string" ? said : said(count);
};
