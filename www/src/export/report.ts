import { mark } from "./packed";

/** The element that holds the articles of a report. */
const ID = "report";

/** What the page holds that a report does without: the reader of PDF files is as large as all the rest, a model far larger. */
const LEFT_OUT = ["pdf-bytes", "model-bytes", ID];

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/**
 * The page itself with data inside: what the build put into the document, and nothing of what was drawn
 * or added since. Null for a page that was not built, whose parts lie in many files.
 */
export function withData(json: string, title: string): string | null {
  const keep = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.outerHTML);
  // Packed elements have an id; what unpacks the page's style and script has no attribute at all.
  const scripts = [...document.querySelectorAll("body > script")];
  const parts = scripts.filter((one) => (one.id ? !LEFT_OUT.includes(one.id) : one.attributes.length === 0));
  if (parts.length < 2) return null;
  // Nothing in JSON needs these two as they are: without `<` no text can end the element it stands in.
  const inert = json
    .replace(/</g, "\\u003c")
    .replace(/[\u2028\u2029]/g, (char) => (char === "\u2028" ? "\\u2028" : "\\u2029"));
  const data = `<script type="application/json" id="${ID}" data-mark="${mark(inert)}">${inert}</script>`;
  return [
    '<!doctype html>\n<html lang="en" data-theme="auto" data-state="empty">\n<head>',
    ...keep("head > meta"),
    `<title>${escaped(title)}</title>`,
    ...keep("head > link[rel=icon]"),
    '</head>\n<body>\n<div id="page"></div>',
    ...keep("body > noscript"),
    data,
    ...parts.map((one) => one.outerHTML),
    "</body>\n</html>\n",
  ].join("\n");
}

/** What a report holds. */
export interface Held {
  json: string;
  /** Whether it is as it was written. */
  whole: boolean;
}

/** The data in this page; null when it is no report. */
export function held(): Held | null {
  const element = document.getElementById(ID);
  if (!element) return null;
  const json = element.textContent ?? "";
  return { json, whole: element.dataset.mark === mark(json) };
}

/** Whether this page is a report. */
export const isReport = typeof document !== "undefined" && document.getElementById(ID) !== null;
