import { numbers } from "./numbers";

const { n, plural, moment } = numbers("en-GB");

/** What the page says of ways out of it and of what comes in by its address. */
export const outEn = {
  out: {
    open: "Save, send, print…",
    title: "Save, send, print",
    report: "Save as one file",
    reportNote:
      "A web page that holds both articles and all of this page’s views. It opens in any browser by double click, without a connection.",
    link: "Copy a link with both articles",
    linkNote:
      "The articles are packed into the part of the address that browsers send to no server; who has the link has the articles. A thousand words make about 3,000 characters. Chats and mail programs often cut links after 2,000 characters: then send the file.",
    linkNoteLocal:
      "This page was opened from a file, so the link works on this computer only. For others, save one file and send that, or copy the link from a copy of this page on the web.",
    linkCopied: (length: number) =>
      length > 2000
        ? `Link copied: ${n(length)} characters. If it arrives cut, send the page as one file instead.`
        : `Link copied: ${n(length)} characters.`,
    linkTooLong: (length: number, most: number) =>
      `These articles make a link of ${n(length)} characters, and browsers open at most ${n(most)}. Save the page as one file instead.`,
    forms: {
      docx: "Tracked changes (DOCX)",
      text: "Plain text",
      markdown: "Markdown",
      csv: "Passages (CSV)",
      "csv-facts": "Facts (CSV)",
      json: "Both (JSON)",
      tei: "Edition (TEI)",
      annotation: "Annotations (JSON-LD)",
    },
    docxNote:
      "For Word, LibreOffice and other word processors: the right article as an edit of the left one, to be accepted or refused change by change.",
    author: "Changes by",
    day: "On",
    textNote:
      "For mails and chats: what differs, in fact and in words. Markdown holds both articles whole, with changes that editors with CriticMarkup can accept.",
    editionsNote:
      "For scholars: both articles as one text with two witnesses, after TEI P5. Annotations, after the W3C, find each passage again on the articles’ own pages by its words.",
    tablesNote:
      "For spreadsheets and scripts, with texts, grades and places. Places count UTF-16 units from the start of the article.",
    print: "Print or save as PDF",
    printNote: "Prints the lens that is open. For a PDF choose that in the printing dialog.",
    copyPassage: "Copy passage",
    copyQuotations: "Copy quotation pair",
    copyNote: "Both versions of the chosen passage with title, outlet and date.",
    saved: (name: string) => `Saved: ${name}`,
    notSaved: (name: string) => `Could not be written: ${name}. Compare once more, then try again.`,
    notBuilt: "Only the built page can save itself: open dist/twicetold.html.",
    passageCopied: (number: number) => `Passage ${n(number)} copied, both versions with their sources.`,
    quotationsCopied: (count: number) =>
      `${plural(count, "quotation", "quotations")} copied, both versions with their sources.`,
    nothingChosen: "Choose a passage first, then copy.",
    noQuotation: "There is no quotation on both sides of this passage.",
    byHand: "Copy this by hand",
    byHandHow: "The browser did not let this page copy. The text is selected: press Ctrl+C or ⌘C.",
  },

  arrivals: {
    report: (made: string, { left, right }: { left: string; right: string }) =>
      `Report${made ? ` of ${moment(made)}` : ""}: “${left}” and “${right}”, compared anew on opening.`,
    altered: "The articles in this report were changed after it was saved.",
    refused: {
      damaged: {
        report:
          "The articles in this report cannot be read: the file was cut or changed. Ask for it once more.",
        link: "This link was cut or changed on its way, so its articles cannot be read. Ask for it once more, or for the page as one file.",
        page: "The web page did not arrive whole. Send it once more, or copy its text and paste it here.",
      },
      newer: {
        report: "This report was made by a newer edition of this page. Open it as a file of its own.",
        link: "This link was made by a newer edition of this page. Open it there, or ask for the page as one file.",
        page: "This web page was sent by a newer edition of this page. Send it once more with a bookmark of this page.",
      },
      "too-large": {
        report: "This report holds more than this page takes. Open it as a file of its own.",
        link: "This link holds more than this page takes from a link: 24 MB when unpacked. Ask for the page as one file.",
        page: "This web page is larger than what this page takes: 24 MB when unpacked. Copy its text and paste it here.",
      },
      empty: {
        report: "There is no text in this report. Ask for it once more.",
        link: "There is no text in this link. Ask for it once more, or for the page as one file.",
        page: "There is no text in this web page. Copy its text and paste it here.",
      },
    },
    tooMuch: {
      report: (why: string) => `An article in this report ${why}`,
      link: (why: string) => `An article in this link ${why}`,
      page: (why: string) => `This web page ${why}`,
    },
    link: ({ left, right }: { left: string; right: string }) => `From a link: “${left}” and “${right}”.`,
    notKept: "They are not kept for your next visit.",
    keep: "Keep them",
    close: "Close this note",
  },

  bookmarklet: {
    open: "Add a browser bookmark…",
    title: "Add a browser bookmark",
    name: "To Twicetold",
    what: "A bookmark that hands the article in the open tab to this page. What you selected goes alone; else the article is found in the page.",
    how: "Drag the button to the bookmarks bar. Or make a bookmark of any page, and put the copied address in place of its address.",
    copy: "Copy its address",
    addressCopied: "The bookmark’s address is copied.",
    limits: [
      "It opens this page in a new tab, with the article in the part of the address that no server is sent. The page asks before it takes the article in, for any web page can open such an address. An article in another tab of this page that waits for a second one comes along.",
      "A page too large for an address goes to the clipboard instead: paste it here.",
      "Some sites and Firefox’s strictest settings forbid bookmarks that do something. There copy the text, or save the page and drop it here.",
      "What a site shows only after a login or a click is sent only as far as you see it.",
    ],
    limitsLocal: [
      "This page was opened from a file, and web pages may not open files: the article goes to the clipboard. Come back here and paste it.",
      "Some sites and Firefox’s strictest settings forbid bookmarks that do something. There copy the text, or save the page and drop it here.",
      "What a site shows only after a login or a click is sent only as far as you see it.",
    ],
    copied: "Copied for Twicetold. Open it and paste.",
    byHand: "Copy this and paste it into Twicetold:",
  },

  bundled: {
    title: (count: number) => plural(count, "article", "articles"),
    open: "On this page",
    note: (titles: readonly string[], more: number) =>
      `${titles.join(" · ")}${more > 0 ? ` and ${n(more)} more` : ""}`,
  },
};
