import { type Measure, Measures } from "./measures";

// Boxes in and around articles that are about the paper: calls to subscribe, to share and to comment, advertisements, links
// to other stories, captions of pictures that are not here. What they are called in class and id tells them; on most pages
// of the world that is English.

/** What such a box is called, each a word of its own in a class or id. */
const WORDS = new Set(
  "ad addthis addtoany ads adv advert advertisement advertising advertorial banner breadcrumb breadcrumbs caption colophon consent cookie cookies copyright credit credits cta disclaimer disclosure editsection follow gdpr infobox login menu nav navbar navigation newsletter newsletters outbrain pager pagination popular promo promoted promotion recommendation recommendations recommended related share shared sharedaddy shares sharing sidebar signup sociable social sponsor sponsored submenu subscribe subscription subscriptions taboola tagcloud taglist tags toc trending widget".split(
    " ",
  ),
);
/** How such words begin, in several languages. */
const STEMS =
  /^(abonn|advert|anzeige|bildunterschr|breadcrumb|caption|compart|condivid|cookie|cta\d*$|empfehl|imagesub|loading|newsletter|outbrain|partag|publicidad|recomend|relacionad|relatedart|sharebar|socialmedia|socialshar|suscri|taboola|verwandt|werbung)/;
/** Words that mean it together. */
const PHRASES =
  /(^| )(also like|(about (the )?|post )author|author (about|bio|box|card|info)|entry (footer|meta)|image (caption|(sub)?title)|jp relatedposts|latest (news|posts)|link (box|list)|more (articles|from|news|on|stories)|most (popular|read|shared|viewed)|(next|prev) (article|post|story)|post (footer|meta|nav|navigation|tags)|print only|read (also|more|next)|recent posts|see also|sign up|skip link)( |$)/;
/** What is called so holds what readers say. */
const REMARKS = /^(comentari|comment|disqus|kommentar|replies$|reply$|respond$)/;
/** What a box is called that leads elsewhere where it has links, and else is the start of the article. */
const LEADING = /^(teaser|snippet|interesting$|preview$)/;

/** Such a box is short, in characters. By eye on saved pages. */
const SHORT = 400;
/** A longer one has at most this share of the running text of the page: one that has more holds the article. By eye on saved pages. */
const SHARE = 1 / 4;
/** Of what readers say, all together: a page with more is made of it, as a forum is. By eye on saved pages. */
const REMARKS_SHARE = 3 / 4;
/** The least share of links in a box that leads elsewhere. By eye on saved pages. */
const LINKED = 1 / 5;

/** What is never such a box, whatever it is called: what holds the page, and words of a paragraph. */
const NEVER = /^(html|body|main|h1|a|b|i|mark|abbr|time|code|sub|sup|td|tr|tbody)$/;

/** Takes the boxes out that are about the paper. */
export function dropBoxes(page: Document): void {
  for (const caption of page.querySelectorAll("figcaption")) caption.remove();
  const measures = new Measures(page.body);
  const whole = measures.of(page.body);
  const called = [...page.body.querySelectorAll("[class], [id]")].filter((one) => !NEVER.test(one.localName));
  dropRemarks(called, measures, whole);
  for (const box of called) {
    const measure = measures.of(box);
    if (measure.headlines === 0 && isSmall(measure, whole) && isPromoting(box, measure)) box.remove();
  }
}

function dropRemarks(called: readonly Element[], measures: Measures, whole: Measure): void {
  const remarks: Element[] = [];
  for (const box of called) {
    if (remarks.at(-1)?.contains(box) || measures.of(box).headlines > 0) continue;
    const isWhole = measures.of(box).prose > REMARKS_SHARE * whole.prose;
    if (!isWhole && wordsOf(box).some((word) => REMARKS.test(word))) remarks.push(box);
  }
  const prose = remarks.reduce((sum, box) => sum + measures.of(box).prose, 0);
  if (prose <= REMARKS_SHARE * whole.prose) for (const box of remarks) box.remove();
}

const isSmall = ({ text, prose }: Measure, whole: Measure) => text <= SHORT || prose <= SHARE * whole.prose;

function isPromoting(box: Element, measure: Measure): boolean {
  const words = wordsOf(box);
  if (words.some((word) => LEADING.test(word)) && leads(box, measure)) return true;
  // A kit for building pages calls all that stands on them a widget.
  if (words.includes("elementor")) return false;
  return words.some((word) => WORDS.has(word) || STEMS.test(word)) || PHRASES.test(words.join(" "));
}

/** What an element is called in its class and id: words in small letters. */
function wordsOf(element: Element): string[] {
  const names = `${element.getAttribute("class") ?? ""} ${element.id}`.slice(0, 300);
  return names
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
}

/** Whether a box leads to another page: it has a heading and a link, or much of its text is in links. */
const leads = (box: Element, { text, links, headings, anchors }: Measure) =>
  (headings > 0 && anchors > 0) || links > LINKED * text || box.parentElement?.closest("a") != null;
