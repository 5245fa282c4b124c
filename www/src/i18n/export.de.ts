import type { outEn } from "./export.en";
import { numbers } from "./numbers";

const { n, plural, moment } = numbers("de-DE");

export const outDe: typeof outEn = {
  out: {
    open: "Sichern, senden, drucken…",
    title: "Sichern, senden, drucken",
    report: "Als eine Datei sichern",
    reportNote:
      "Eine Webseite mit beiden Artikeln und allen Ansichten dieser Seite. Sie öffnet sich in jedem Browser per Doppelklick, ohne Netz.",
    link: "Link mit beiden Artikeln kopieren",
    linkNote:
      "Die Artikel stecken gepackt in dem Teil der Adresse, den Browser an keinen Server senden; wer den Link hat, hat die Artikel. Tausend Wörter machen etwa 3.000 Zeichen. Chats und Mailprogramme schneiden Links oft nach 2.000 Zeichen ab: dann besser die Datei senden.",
    linkNoteLocal:
      "Diese Seite wurde aus einer Datei geöffnet, der Link gilt also nur auf diesem Rechner. Für andere: als eine Datei sichern und senden, oder den Link auf einer Kopie dieser Seite im Netz holen.",
    linkCopied: (length) =>
      length > 2000
        ? `Link kopiert: ${n(length)} Zeichen. Kommt er abgeschnitten an, dann die Seite als eine Datei senden.`
        : `Link kopiert: ${n(length)} Zeichen.`,
    linkTooLong: (length, most) =>
      `Diese Artikel ergeben einen Link von ${n(length)} Zeichen; Browser öffnen höchstens ${n(most)}. Bitte als eine Datei sichern.`,
    forms: {
      docx: "Änderungen verfolgen (DOCX)",
      text: "Nur Text",
      markdown: "Markdown",
      csv: "Stellen (CSV)",
      "csv-facts": "Fakten (CSV)",
      json: "Beides (JSON)",
      tei: "Edition (TEI)",
      annotation: "Anmerkungen (JSON-LD)",
    },
    docxNote:
      "Für Word, LibreOffice und andere Textprogramme: der rechte Artikel als Bearbeitung des linken; jede Änderung lässt sich annehmen oder ablehnen.",
    author: "Änderungen von",
    day: "Am",
    textNote:
      "Für Mails und Chats: was sich unterscheidet, in den Fakten und im Wortlaut. Markdown enthält beide Artikel ganz, mit Änderungen, die Editoren mit CriticMarkup annehmen können.",
    editionsNote:
      "Für die Forschung: beide Artikel als ein Text mit zwei Textzeugen, nach TEI P5. Anmerkungen, nach dem W3C, finden jede Stelle an ihrem Wortlaut auf den Seiten der Artikel wieder.",
    tablesNote:
      "Für Tabellen und Skripte, mit Texten, Graden und Orten. Orte zählen UTF-16-Einheiten vom Anfang des Artikels.",
    print: "Drucken oder als PDF sichern",
    printNote: "Druckt die offene Ansicht. Für ein PDF dieses im Druckdialog wählen.",
    copyPassage: "Stelle kopieren",
    copyQuotations: "Zitatpaar kopieren",
    copyNote: "Beide Fassungen der gewählten Stelle mit Titel, Medium und Datum.",
    saved: (name) => `Gesichert: ${name}`,
    notSaved: (name) => `Ließ sich nicht schreiben: ${name}. Bitte neu vergleichen, dann noch einmal.`,
    notBuilt: "Nur die gebaute Seite kann sich selbst sichern: dist/twicetold.html öffnen.",
    passageCopied: (number) => `Stelle ${n(number)} kopiert, beide Fassungen mit Quelle.`,
    quotationsCopied: (count) => `${plural(count, "Zitat", "Zitate")} kopiert, beide Fassungen mit Quelle.`,
    nothingChosen: "Erst eine Stelle wählen, dann kopieren.",
    noQuotation: "Diese Stelle hat kein Zitat auf beiden Seiten.",
    byHand: "Von Hand kopieren",
    byHandHow: "Der Browser ließ die Seite nicht kopieren. Der Text ist ausgewählt: Strg+C oder ⌘C drücken.",
  },

  arrivals: {
    report: (made, { left, right }) =>
      `Bericht${made ? ` vom ${moment(made)}` : ""}: „${left}“ und „${right}“, beim Öffnen neu verglichen.`,
    altered: "Die Artikel in diesem Bericht wurden nach dem Sichern geändert.",
    refused: {
      damaged: {
        report:
          "Die Artikel in diesem Bericht lassen sich nicht lesen: die Datei wurde abgeschnitten oder geändert. Bitte neu anfordern.",
        link: "Dieser Link wurde unterwegs abgeschnitten oder geändert, seine Artikel lassen sich nicht lesen. Bitte neu anfordern, oder die Seite als eine Datei.",
        page: "Die Webseite kam nicht ganz an. Bitte noch einmal senden, oder ihren Text kopieren und hier einfügen.",
      },
      newer: {
        report: "Diesen Bericht hat eine neuere Ausgabe dieser Seite gemacht. Bitte als eigene Datei öffnen.",
        link: "Diesen Link hat eine neuere Ausgabe dieser Seite gemacht. Bitte dort öffnen, oder die Seite als eine Datei anfordern.",
        page: "Diese Webseite hat eine neuere Ausgabe dieser Seite gesendet. Bitte mit einem Lesezeichen dieser Seite noch einmal senden.",
      },
      "too-large": {
        report: "Dieser Bericht enthält mehr, als diese Seite nimmt. Bitte als eigene Datei öffnen.",
        link: "Dieser Link enthält mehr, als diese Seite aus einem Link nimmt: 24 MB ausgepackt. Bitte die Seite als eine Datei anfordern.",
        page: "Diese Webseite ist größer, als diese Seite nimmt: 24 MB ausgepackt. Bitte ihren Text kopieren und hier einfügen.",
      },
      empty: {
        report: "In diesem Bericht steht kein Text. Bitte neu anfordern.",
        link: "In diesem Link steht kein Text. Bitte neu anfordern, oder die Seite als eine Datei.",
        page: "In dieser Webseite steht kein Text. Bitte ihren Text kopieren und hier einfügen.",
      },
    },
    tooMuch: {
      report: (why) => `Ein Artikel in diesem Bericht ${why}`,
      link: (why) => `Ein Artikel in diesem Link ${why}`,
      page: (why) => `Diese Webseite ${why}`,
    },
    link: ({ left, right }) => `Aus einem Link: „${left}“ und „${right}“.`,
    notKept: "Sie werden nicht für den nächsten Besuch behalten.",
    keep: "Behalten",
    close: "Diesen Hinweis schließen",
  },

  bookmarklet: {
    open: "Lesezeichen für den Browser…",
    title: "Lesezeichen für den Browser",
    name: "Zu Twicetold",
    what: "Ein Lesezeichen, das den Artikel im offenen Tab an diese Seite gibt. Was ausgewählt ist, geht allein; sonst wird der Artikel in der Seite gesucht.",
    how: "Die Schaltfläche in die Lesezeichenleiste ziehen. Oder von einer beliebigen Seite ein Lesezeichen machen und die kopierte Adresse an die Stelle der seinen setzen.",
    copy: "Adresse kopieren",
    addressCopied: "Die Adresse des Lesezeichens ist kopiert.",
    limits: [
      "Es öffnet diese Seite in einem neuen Tab, mit dem Artikel in dem Teil der Adresse, den kein Server bekommt. Die Seite fragt, bevor sie den Artikel aufnimmt, denn jede Webseite kann eine solche Adresse öffnen. Ein Artikel, der in einem anderen Tab dieser Seite auf einen zweiten wartet, kommt dazu.",
      "Eine Seite, die für eine Adresse zu groß ist, geht in die Zwischenablage: hier einfügen.",
      "Manche Seiten und die strengsten Einstellungen von Firefox verbieten Lesezeichen, die etwas tun. Dort den Text kopieren, oder die Seite sichern und hier ablegen.",
      "Was eine Seite erst nach Anmeldung oder Klick zeigt, wird nur so weit gesendet, wie es zu sehen ist.",
    ],
    limitsLocal: [
      "Diese Seite wurde aus einer Datei geöffnet, und Webseiten dürfen keine Dateien öffnen: der Artikel geht in die Zwischenablage. Hierher zurückkommen und einfügen.",
      "Manche Seiten und die strengsten Einstellungen von Firefox verbieten Lesezeichen, die etwas tun. Dort den Text kopieren, oder die Seite sichern und hier ablegen.",
      "Was eine Seite erst nach Anmeldung oder Klick zeigt, wird nur so weit gesendet, wie es zu sehen ist.",
    ],
    copied: "Für Twicetold kopiert. Dort einfügen.",
    byHand: "Dies kopieren und in Twicetold einfügen:",
  },

  bundled: {
    title: (count) => plural(count, "Artikel", "Artikel"),
    open: "Auf dieser Seite",
    note: (titles, more) => `${titles.join(" · ")}${more > 0 ? ` und ${n(more)} weitere` : ""}`,
  },
};
