import { type ParsedArticle, tidy } from "../../model/article";
import { type About, aboutOf, bylineIn } from "./about";
import { textOf } from "./blocks";
import { dropBoxes } from "./boxes";
import { Cleaner } from "./clean";
import { fillGaps, number } from "./gaps";
import { beginsWith, headlineOf, headlinesIn, type Names, ownHeadline, titleOf } from "./headline";
import { dropLinks } from "./links";
import { chosenIn } from "./marked";
import { pause } from "./pause";
import { prepare } from "./prepare";
import { readabilityOf } from "./readable";

/** How much longer the text must be that a page carries along for machines, to stand for what it shows. By eye on saved pages. */
const MORE_CARRIED = 1.5;

/**
 * Takes the article out of an HTML page: its text, one paragraph after another with an empty line
 * between, the text of the whole page, and its title, byline, outlet and date as far as the page names
 * them. The page is parsed, never shown: its scripts do not run and nothing in it is fetched. All HTML here has been
 * rewritten by a `Cleaner`. In steps, between which the page can do other things: with as many elements as the caps allow all
 * together take above a second.
 */
export async function readHtml(html: string): Promise<ParsedArticle> {
  const page = parse(html);
  await pause();
  const about = aboutOf(page);
  const headlines = headlinesIn(page, about.outlet);
  prepare(page);
  const whole = textOf(page.body);
  await pause();
  const { text: found, title: window, byline } = await articleIn(page, about);
  const names: Names = {
    given: about.title,
    title: window ?? tidy(page.title),
    outlet: about.outlet,
    headlines,
  };
  const own = ownHeadline(names, found);
  const named = titleOf(names);
  const head = own ?? headlineOf(names, named);
  // What the window says ends with the outlet, or is short.
  const title = own ?? (about.title ? named : head);
  const text = own ? found : withHead(found, head);
  return {
    title,
    byline: about.byline ?? byline,
    outlet: about.outlet,
    dated: about.dated,
    language: tidy(page.documentElement.lang),
    text: text || whole,
    whole: text && text !== whole ? whole : null,
  };
}

/** The article's text, as far as the page has one, its title as far as the window's tells it, and who wrote it. */
async function articleIn(
  page: Document,
  { body }: About,
): Promise<{ text: string; title: string | null; byline: string | null }> {
  dropBoxes(page);
  number(page);
  await pause();
  const readable = readabilityOf(page);
  await pause();
  const found = chosenIn(page, readable?.content ?? null);
  if (found) {
    fillGaps(found, page);
    await pause();
    dropLinks(found);
  }
  const text = found ? textOf(found) : "";
  const carried = body ? carriedText(body) : "";
  const [title, byline] = [tidy(readable?.title), bylineIn(readable?.byline)];
  return { text: carried.length > MORE_CARRIED * text.length ? carried : text, title, byline };
}

/** The text that JSON-LD carries; some write HTML in it. */
function carriedText(body: string): string {
  const lines = /<(p|br|div)\b|&[a-z]+;|&#\d+;/i.test(body)
    ? textOf(parse(new Cleaner().clean(body)).body)
    : body;
  return lines
    .split(/\s*\n\s*/)
    .filter(Boolean)
    .join("\n\n");
}

/** The text with its headline first. */
const withHead = (text: string, head: string | null) =>
  !text || !head || beginsWith(text, head) ? text : `${head}\n\n${text}`;

/** The text of a piece of HTML, all of it: of the clipboard, or made of Markdown. */
export function readFragment(html: string): ParsedArticle {
  const page = parse(html);
  prepare(page);
  const [title = null] = headlinesIn(page, null);
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
