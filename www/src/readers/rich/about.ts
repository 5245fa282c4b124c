import { tidy } from "../../model/article";
import { textOf } from "./blocks";

/** What a page says of itself. */
export interface About {
  /** The title that it gives others, without the outlet. */
  title: string | null;
  byline: string | null;
  outlet: string | null;
  dated: string | null;
  /** The whole article, as a page carries it along for machines. */
  body: string | null;
}

/** How deep JSON-LD is looked through, and how many of its objects. */
const DEEPEST = 6;
const MOST_OBJECTS = 2_000;
/** What marks who wrote it, the surest first. */
const BYLINES = ["[itemprop=author] [itemprop=name]", "[rel=author]", "[itemprop=author]", ".byline"];
/** The address of somebody is no name. */
const ADDRESS = /^https?:/;
/** A longer name is none, in UTF-16 units. */
const LONGEST_BYLINE = 120;

/** Reads what a page says of itself, in its head, in JSON-LD and in its marks. */
export function aboutOf(page: Document): About {
  const meta = metasOf(page);
  const linked = linkedOf(page);
  const named = (...names: string[]) => names.map((name) => meta.get(name)).find(Boolean) ?? null;
  const outlet = named("og:site_name", "application-name", "publisher") ?? linked.outlet;
  const title = named("og:title", "twitter:title") ?? linked.title;
  const author = named("author", "article:author", "parsely-author", "dc.creator");
  const byline = [author, linked.byline, markedByline(page)].find((one) => one && !ADDRESS.test(one)) ?? null;
  return {
    title: title && withoutOutlet(title, outlet),
    byline: byline && withoutBy(byline),
    outlet,
    dated:
      named("article:published_time", "datePublished", "date", "dc.date", "pubdate") ??
      linked.dated ??
      tidy(page.querySelector("[itemprop=datePublished]")?.getAttribute("content")) ??
      tidy(page.querySelector("time[datetime]")?.getAttribute("datetime")),
    body: linked.body,
  };
}

/** What a page says of itself, by name: of two of one name the first. */
function metasOf(page: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const meta of page.querySelectorAll("meta")) {
    const content = tidy(meta.getAttribute("content"));
    for (const name of [meta.getAttribute("property"), meta.getAttribute("name")]) {
      if (name && content && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

function markedByline(page: Document): string | null {
  for (const mark of BYLINES) {
    const marked = page.querySelector(mark);
    const name = marked && tidy(textOf(marked));
    if (name && isName(name)) return name;
  }
  return null;
}

const withoutBy = (byline: string) =>
  byline.replace(/^((by|von|par|por|di|door|av|af|author|autor|auteur|text|автор)\s*:?\s+)+(?=\p{Lu})/iu, "");

/** The line in which an article says who wrote it, as what looks for articles finds it. */
export function bylineIn(line: string | null | undefined): string | null {
  const name = tidy(line);
  return name && isName(name) ? withoutBy(name) : null;
}

/** With a figure it says a day as well, or more. */
const isName = (line: string) => line.length <= LONGEST_BYLINE && !/\d/.test(line);

/** Cuts the outlet off "Headline - Outlet" and "Headline | Outlet". */
export function withoutOutlet(title: string, outlet: string | null): string {
  if (!outlet) return title;
  const [head, last] = [title.slice(0, -outlet.length), title.slice(-outlet.length)];
  const cut = head.replace(/\s*[|–—·:-]\s*$/, "");
  return last === outlet && cut !== head && cut ? cut : title;
}

type Linked = Record<string, unknown>;

/** JSON as browsers' makers meant it: without marks of comments around, line ends in its words, or commas behind the last. */
const asJson = (text: string) =>
  text
    .replace(/^[\s/*]*<!(\[CDATA\[|--)[\s/*]*|[\s/*]{0,9}(\]\]|--)>[\s/*]*$/g, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    .replace(/[\0-\x1f]+/g, " ")
    .replace(/,\s*(?=[\]}])/g, "");

const NOBODY: About = { title: null, byline: null, outlet: null, dated: null, body: null };

/** What JSON-LD says of the article: of several objects the one with the longest text, else the first with a headline. */
function linkedOf(page: Document): About {
  const found: Linked[] = [];
  for (const script of page.querySelectorAll("script[type^='application/ld+json']")) {
    try {
      gather(JSON.parse(asJson(script.textContent ?? "")), found, DEEPEST);
    } catch {
      // Many are not quite JSON.
    }
  }
  const [first] = found
    .filter(({ headline, articleBody }) => headline || articleBody)
    .sort((one, other) => length(other.articleBody) - length(one.articleBody));
  if (!first) return NOBODY;
  const { headline, author, publisher, datePublished, articleBody } = first;
  return {
    title: textIn(headline),
    byline: nameOf(author),
    outlet: nameOf(publisher),
    dated: textIn(datePublished),
    body: typeof articleBody === "string" ? articleBody : null,
  };
}

const length = (value: unknown) => (typeof value === "string" ? value.length : 0);
const textIn = (value: unknown) => (typeof value === "string" ? tidy(value) : null);

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).slice(0, 10).join(", ") || null;
  return textIn(typeof value === "object" && value !== null ? (value as Linked).name : value);
}

function gather(value: unknown, into: Linked[], depth: number): void {
  if (depth === 0 || typeof value !== "object" || value === null || into.length >= MOST_OBJECTS) return;
  if (!Array.isArray(value)) into.push(value as Linked);
  for (const inner of Object.values(value)) gather(inner, into, depth - 1);
}
