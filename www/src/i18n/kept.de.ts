import type { Dropped, DroppedPart } from "../schema/dropped";
import type { keptEn } from "./kept.en";
import { numbers } from "./numbers";
import { recoveryDe } from "./recovery.de";

const { n, plural } = numbers("de");
const articles = (count: number) => plural(count, "Artikel", "Artikel");

const parts: Record<DroppedPart, (count: number) => string> = {
  articles,
  details: (count) =>
    plural(count, "Angabe zu Titel, Autor, Medium oder Datum", "Angaben zu Titel, Autor, Medium oder Datum"),
  alternatives: (count) => plural(count, "ganze Seite eines Artikels", "ganze Seiten von Artikeln"),
  lines: (count) =>
    plural(count, "aufgenommene oder weggelassene Zeile", "aufgenommene oder weggelassene Zeilen"),
  verdicts: (count) =>
    plural(count, "Anheftung oder „keine Entsprechung“", "Anheftungen oder „keine Entsprechung“"),
  shorts: (count) => plural(count, "Absatz über ein Paar", "Absätze über Paare"),
  elsewhere: (count) => plural(count, "Stelle in weiteren Artikeln", "Stellen in weiteren Artikeln"),
  options: (count) => plural(count, "Einstellung, was als gleich gilt", "Einstellungen, was als gleich gilt"),
  pair: () => "welche beiden Artikel nebeneinander standen",
};

const listed = (dropped: Dropped) =>
  (Object.entries(dropped) as [DroppedPart, number][]).map(([part, count]) => parts[part](count)).join("; ");

export const keptDe: typeof keptEn = {
  keeping: {
    keep: "Artikel in diesem Browser behalten",
    state: (state, count) =>
      state === "kept"
        ? `${articles(count)} für den nächsten Besuch behalten. Nichts verlässt diesen Rechner.`
        : state === "not-yet"
          ? "Was geöffnet wird, ist beim nächsten Besuch wieder da. Nichts verlässt diesen Rechner."
          : "Dieser Browser behält zurzeit nichts.",
    waits: "Nichts wird behalten, bis über das hier Behaltene entschieden ist.",
    off: "Nichts wird behalten: beim Schließen der Seite sind die Artikel weg.",
    hosted: (host) => `Andere Seiten auf ${host} könnten lesen, was hier behalten ist.`,
    local:
      "In manchen Browsern könnten andere Webseiten, die von diesem Datenträger geöffnet wurden, lesen, was hier behalten ist.",
    save: "Die Bibliothek als Datei sichern",
    saved: (name) =>
      `Gesichert: ${name}. In jedem Browser auf dieser Seite ablegen, um sie wieder zu öffnen.`,
    notSaved: "Es gibt nichts zu sichern, oder es ist mehr als die 100 MB, die diese Seite wieder öffnet.",
    forget: "Alles vergessen",
    reallyForget: "Wirklich alle Artikel und Einstellungen vergessen?",
    guests: (count) => `${articles(count)} des Links behalten`,
    trouble: {
      refused:
        "Dieser Browser lässt die Seite nichts behalten. Die Artikel sind da, bis sie geschlossen wird.",
      full: "Der Speicher des Browsers ist voll. Die Artikel sind da, aber beim nächsten Besuch nicht mehr. Bitte einige schließen oder Platz schaffen.",
    },
    held: {
      stopped:
        "Die Seite kam mit dem, was bei einem früheren Besuch behalten wurde, nicht zustande, oder sollte ohne es beginnen. Es ist noch behalten.",
      newer:
        "Was hier behalten ist, hat eine andere, neuere Ausgabe dieser Seite geschrieben. Es bleibt, wie es ist: bitte dort öffnen.",
      unknown:
        "Was hier behalten ist, schreibt keine Ausgabe dieser Seite so: es wurde beschädigt oder geändert. Es bleibt, wie es ist.",
      unread: "Was hier behalten ist, ließ sich nicht lesen. Es bleibt, wie es ist.",
    },
    heldNote: "Bis zur Entscheidung wird nichts Neues behalten.",
    bringBack: "Zurückholen",
    tryAgain: "Noch einmal versuchen",
    saveHeld: recoveryDe.save,
    forgetHeld: recoveryDe.forget,
    reallyForgetHeld: recoveryDe.reallyForget,
    leftOut: (dropped) =>
      `Einiges vom Behaltenen ist unlesbar oder mehr, als diese Seite nimmt, und wurde weggelassen oder gekürzt: ${listed(dropped)}.`,
    saveLeftOut: "Sichern, wie es war",
  },

  recovery: recoveryDe,

  dropped: (dropped) =>
    `Unlesbar oder mehr, als diese Seite nimmt, und darum weggelassen oder gekürzt: ${listed(dropped)}.`,

  arrived: {
    one: (title) => `Hinzugefügt, jetzt rechts: „${title}“`,
    many: (count) => `${articles(count)} hinzugefügt; dieses Paar bleibt`,
    pairs: "Alle Paare zeigen",
    undo: "Wieder entfernen",
  },
  undo: {
    removed: (title) => `Entfernt: „${title}“`,
    closed: (count) => `${articles(count)} geschlossen`,
    forgotten: (count) => `Vergessen: ${articles(count)} und alle Einstellungen`,
    undo: "Rückgängig",
    broughtBack: "Wie es vorher war.",
    close: "Diesen Hinweis schließen",
  },

  questions: {
    page: (title, host) =>
      `Eine Webseite${host ? `, die sich ${host} nennt,` : ""} wurde hierher gesendet${title ? `: „${title}“` : ""}.`,
    link: (left, right) => `Ein Link bringt zwei Artikel: „${left}“ und „${right}“.`,
    take: "Aufnehmen",
    open: "Öffnen",
    not: "Jetzt nicht",
  },

  libraryFile: (added, here) =>
    `${articles(added)} aus einer gesicherten Bibliothek ${added === 1 ? "ist" : "sind"} da.${here > 0 ? ` ${n(here)} ${here === 1 ? "war" : "waren"} schon hier.` : ""}`,
};
