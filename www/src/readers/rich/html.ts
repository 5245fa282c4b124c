import { type ParsedArticle, tidy } from "../../model/article";
import { textOf } from "./blocks";
import { dropBoxes } from "./boxes";
import { readabilityOf } from "./readable";

/** What nobody reads: of the page's machinery, or hidden. */
const NO_TEXT =
  "script, style, noscript, template, svg, math, canvas, iframe, object, embed, video, audio, button, select, textarea, dialog, rt, rp, [hidden], [aria-hidden=true]";
/** What is on the page but hardly ever of the article. */
const AROUND = "nav, aside, footer";

/**
 * Takes the article out of an HTML page: its text, one paragraph after another with an empty line
 * between, the text of the whole page, and its title, byline, outlet and date as far as the page names
 * them. The page is parsed, never shown: its scripts do not run and nothing in it is fetched. All HTML here has been
 * rewritten by a `Cleaner`.
 */
export function readHtml(html: string): ParsedArticle {
  const page = parse(html);
  const copy = page.cloneNode(true) as Document;
  dropBoxes(copy);
  const readable = readabilityOf(copy);
  const outlet = metaOf(page, "og:site_name", "application-name", "publisher") ?? tidy(readable?.siteName);
  const title =
    metaOf(page, "og:title", "twitter:title") ?? tidy(readable?.title) ?? tidy(page.title) ?? headline(page);
  for (const element of page.querySelectorAll(NO_TEXT)) element.remove();
  const whole = textOf(page.body);
  const text = articleOf(page, readable?.content ?? null, title);
  return {
    title: title && withoutOutlet(title, outlet),
    byline: bylineOf(page) ?? tidy(readable?.byline),
    outlet,
    dated: dateOf(page) ?? tidy(readable?.publishedTime),
    language: tidy(page.documentElement.lang),
    text: text || whole,
    whole: text && text !== whole ? whole : null,
  };
}

/** The text of a piece of HTML, all of it: of the clipboard, or made of Markdown. */
export function readFragment(html: string): ParsedArticle {
  const page = parse(html);
  for (const element of page.querySelectorAll(NO_TEXT)) element.remove();
  const title = headline(page);
  return {
    title,
    byline: null,
    outlet: null,
    dated: null,
    language: tidy(page.documentElement.lang),
    text: textOf(page.body),
    whole: null,
  };
}

/** Whether HTML of the clipboard has paragraphs; if not, its plain text says as much and keeps its lines. */
export function hasBlocks(html: string): boolean {
  return parse(html).querySelector("p, li, h1, h2, h3, h4, blockquote, td") !== null;
}

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");

/** The article's text, its headline first: what was found readable, or what the page marks as the article. */
function articleOf(page: Document, readable: Element | null, title: string | null): string {
  for (const element of readable?.querySelectorAll(NO_TEXT) ?? []) element.remove();
  const found = readable ? textOf(readable) : "";
  const marked = markedOf(page);
  const text = found.length >= marked.length / 2 ? found : marked;
  const head = headline(page) ?? title;
  if (!text || !head) return text;
  // A caption may say the headline and more; it is none.
  const start = text.slice(0, 4 * head.length + 400).split("\n");
  return start.some((line) => tidy(line) === head) ? text : `${head}\n\n${text}`;
}

/** The text of the element that is marked as the article, when there is exactly one of it. */
function markedOf(page: Document): string {
  for (const selector of ["[itemprop=articleBody]", "article", "main", "[role=main]"]) {
    const [only, ...more] = page.querySelectorAll(selector);
    if (!only || more.length > 0) continue;
    const copy = only.cloneNode(true) as Element;
    for (const element of copy.querySelectorAll(AROUND)) element.remove();
    dropBoxes(copy);
    const text = textOf(copy);
    if (text) return text;
  }
  return "";
}

function metaOf(page: Document, ...names: string[]): string | null {
  for (const name of names) {
    const content = metasOf(page).get(name);
    if (content) return content;
  }
  return null;
}

const metas = new WeakMap<Document, Map<string, string>>();

/** What a page says of itself, by name: of two of one name the first. Gathered once, for a page has many elements. */
function metasOf(page: Document): Map<string, string> {
  const found = metas.get(page) ?? new Map<string, string>();
  if (metas.has(page)) return found;
  metas.set(page, found);
  for (const meta of page.querySelectorAll("meta")) {
    const content = tidy(meta.getAttribute("content"));
    for (const name of [meta.getAttribute("property"), meta.getAttribute("name")]) {
      if (name && content && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

function headline(page: Document): string | null {
  return tidy(page.querySelector("h1")?.textContent);
}

function bylineOf(page: Document): string | null {
  const named = metaOf(page, "author", "article:author", "parsely-author", "dc.creator");
  return named && !/^https?:/.test(named) ? named : null;
}

/** Cuts the outlet off "Headline - Outlet" and "Headline | Outlet". */
function withoutOutlet(title: string, outlet: string | null): string {
  if (!outlet) return title;
  const [head, last] = [title.slice(0, -outlet.length), title.slice(-outlet.length)];
  const cut = head.replace(/\s*[|–—·:-]\s*$/, "");
  return last === outlet && cut !== head && cut ? cut : title;
}

/** What the page says of its day, as it says it. */
function dateOf(page: Document): string | null {
  return (
    metaOf(page, "article:published_time", "datePublished", "date", "dc.date", "pubdate") ??
    tidy(page.querySelector("[itemprop=datePublished]")?.getAttribute("content")) ??
    tidy(page.querySelector("time[datetime]")?.getAttribute("datetime"))
  );
}
