/** What an HTML page says about the article in it. */
export interface HtmlArticle {
  title: string | null;
  outlet: string | null;
  date: string | null;
  text: string;
}

const NO_TEXT =
  "script, style, noscript, template, svg, canvas, iframe, object, video, audio, form, button, select, nav, aside, footer, dialog, [hidden], [aria-hidden=true]";

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR HGROUP LI MAIN OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);

/**
 * Takes the article out of an HTML page: its text, one paragraph after another with an empty line
 * between, and its title, outlet and date as far as the page names them. The page is parsed, never
 * shown: its scripts do not run and nothing in it is fetched.
 */
export function readHtml(html: string): HtmlArticle {
  const page = new DOMParser().parseFromString(quieted(html), "text/html");
  const outlet = metaOf(page, "og:site_name", "application-name", "publisher");
  const title = metaOf(page, "og:title", "twitter:title") ?? clean(page.title) ?? headline(page);
  for (const element of page.querySelectorAll(NO_TEXT)) element.remove();
  return {
    title: title && withoutOutlet(title, outlet),
    outlet,
    date: dateOf(page),
    text: textOf(bodyOf(page)),
  };
}

/**
 * Renames what the page's policy would refuse and report for every element: handlers, styles. The
 * parser does not run them anyway; without this a saved page fills the console with reports.
 */
function quieted(html: string): string {
  return html
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s"'/])(on[a-z]+|style)(\s*=)/gi, "$1data-$2$3"))
    .replace(/<(\/?)style\b/gi, "<$1template");
}

function metaOf(page: Document, ...names: string[]): string | null {
  for (const name of names) {
    const meta = page.querySelector(`meta[property="${name}"], meta[name="${name}"]`);
    const content = clean(meta?.getAttribute("content"));
    if (content) return content;
  }
  return null;
}

function clean(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, " ").trim() || null;
}

function headline(page: Document): string | null {
  return clean(page.querySelector("h1")?.textContent);
}

/** Cuts the outlet off "Headline - Outlet" and "Headline | Outlet". */
function withoutOutlet(title: string, outlet: string | null): string {
  if (!outlet) return title;
  const [head, last] = [title.slice(0, -outlet.length), title.slice(-outlet.length)];
  const cut = head.replace(/\s*[|–—·:-]\s*$/, "");
  return last === outlet && cut !== head && cut ? cut : title;
}

function dateOf(page: Document): string | null {
  const named =
    metaOf(page, "article:published_time", "datePublished", "date", "dc.date", "pubdate") ??
    page.querySelector("time[datetime]")?.getAttribute("datetime");
  return named?.match(/^\d{4}-\d{2}-\d{2}/)?.[0] ?? null;
}

/** The element that holds the article: the one marked as such, when there is exactly one of it. */
function bodyOf(page: Document): Element {
  for (const selector of ["[itemprop=articleBody]", "article", "main", "[role=main]"]) {
    const found = page.querySelectorAll(selector);
    const [only] = found;
    if (only && found.length === 1 && clean(only.textContent)) return only;
  }
  return page.body;
}

/** The text of an element as it would be read: blocks apart, line breaks kept, other white space joined. */
export function textOf(root: Element): string {
  const blocks: string[] = [];
  let line = "";
  const close = () => {
    const text = line.replace(/[ \t]*\n[ \t]*/g, "\n").trim();
    if (text) blocks.push(text);
    line = "";
  };
  const visit = (node: Node, pre: boolean) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.textContent ?? "";
      const joined = text.replace(/[ \t\r\n\f]+/g, " ");
      line += pre ? text : line === "" || line.endsWith(" ") ? joined.trimStart() : joined;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const name = node.nodeName;
    if (name === "BR") {
      line += "\n";
      return;
    }
    const block = BLOCKS.has(name);
    if (block) close();
    for (const child of node.childNodes) visit(child, pre || name === "PRE");
    if (block) close();
  };
  visit(root, false);
  close();
  return blocks.join("\n\n");
}
