import { textOf } from "./blocks";
import { writeFormulas } from "./mathml";
import { pause } from "./pause";
import { BACK } from "./prepare";
import { raised } from "./raised";

/** What nobody reads in a book, or reads elsewhere: machinery, contents, readings beside signs. */
const NO_TEXT = "script, style, template, nav, audio, video, iframe, object, rt, rp, rtc, [hidden]";
/** What a book says of an element that is no text: numbers of printed pages, ways back to where a note belongs. */
const NO_TEXT_BY_TYPE = /\b(pagebreak|backlink)\b/;
/** The same by its class, when it has no more than a number. */
const PAGE_CLASS = /(^|[\s_-])page-?(num(ber)?|no|break)($|[\s_-])/i;
const PAGE_NUMBER = /^\W*(pg?|page|seite|s)?\W*([\divxlc]{1,6})?\W*$/i;
/** Links to notes that are not called so. */
const REFERENCES = "sup a[href*='#'], a[href*='#'] > sup";
/** What such a link is when it is no more than a mark. */
const MARK = /^[[(]?(\d{1,4}|[ivxl]{1,5}|[a-z]|[*†‡§¶]{1,4}|注?\d{0,3})[\])]?$/i;
/** What an SVG says about itself. */
const ABOUT = "title, desc, metadata, style, script, defs";

/** The chapters of a book, one after another, with a pause behind each. All HTML here has been rewritten by a `Cleaner`. */
export async function readChapters(chapters: readonly string[]): Promise<string> {
  const texts: string[] = [];
  for (const html of chapters) {
    texts.push(chapterText(new DOMParser().parseFromString(html, "text/html")));
    await pause();
  }
  return texts.filter(Boolean).join("\n\n");
}

function chapterText(page: Document): string {
  writeFormulas(page);
  for (const element of page.querySelectorAll("*")) {
    const type = `${element.getAttribute("epub:type") ?? ""} ${element.getAttribute("role") ?? ""}`;
    const isPage = PAGE_CLASS.test(element.getAttribute("class") ?? "");
    const isBack = element.localName === "a" && BACK.test(element.textContent?.trim() ?? "");
    if (isBack || NO_TEXT_BY_TYPE.test(type) || (isPage && PAGE_NUMBER.test(element.textContent ?? "")))
      element.remove();
    else if (/\b(doc-)?noteref\b/.test(type)) dropMark(element);
    else if (/^epub:switch$/i.test(element.tagName)) dropOthers(element);
  }
  for (const element of page.querySelectorAll(NO_TEXT)) element.remove();
  for (const link of page.querySelectorAll(REFERENCES)) dropMark(link);
  for (const high of page.querySelectorAll("sup")) {
    high.replaceWith(raised(high.previousSibling?.textContent?.slice(-20) ?? "", high.textContent ?? ""));
  }
  for (const picture of page.querySelectorAll("svg")) picture.replaceWith(linesOf(picture, page));
  return textOf(page.body);
}

/** A link to a note goes when it is no more than a mark. */
function dropMark(link: Element): void {
  if (MARK.test(link.textContent?.trim() ?? "")) link.remove();
}

/** Of several ways to say one thing, as a formula and its picture, the first that has words stays. */
function dropOthers(choice: Element): void {
  const ways = [...choice.children];
  const first = ways.find((way) => way.textContent?.trim());
  for (const way of ways) if (way !== first) way.remove();
}

/** The words in a picture, a paragraph each. */
function linesOf(picture: Element, page: Document): Element {
  const box = page.createElement("div");
  for (const element of picture.querySelectorAll(ABOUT)) element.remove();
  for (const text of picture.querySelectorAll("text, foreignObject")) {
    const line = page.createElement("p");
    const pieces =
      text.localName === "text"
        ? [...text.childNodes].map((node) => node.textContent ?? "")
        : [text.textContent ?? ""];
    line.textContent = pieces.join(text.children.length > 1 ? " " : "");
    box.append(line);
  }
  return box;
}
