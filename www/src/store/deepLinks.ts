import { batch, signal } from "@preact/signals";
import { readSent } from "../export/bookmarklet";
import { type Carried, fromJson } from "../export/carried";
import { mark, unpack } from "../export/packed";
import { held } from "../export/report";
import type { Article } from "../model/article";
import { SIDES, type Side } from "../model/side";
import { readFiles } from "../readers/read";
import { add, articles, chosen } from "./library";
import { addElsewhere } from "./otherArticles";
import { options } from "./settings";
import { addVerdicts } from "./verdicts";

/** What came into the page with its address or inside the page itself, and what is to be said of it. */
export type Arrival =
  | { is: "report"; made: string; whole: boolean; articles: Record<Side, Article> }
  | { is: "damaged"; what: "report" | "link" | "page" };

export const arrival = signal<Arrival | null>(null);

/** Links that were opened, by what they carried. */
const opened = new Map<string, Record<Side, Article>>();

/** Links longer than this do not stay in the address, which goes along with every step in the history. */
const STAYS = 32_768;

/** Takes in the articles of a report; gives back the view it was made of, as an address names it. */
export function openReport(): string | null {
  const report = held();
  if (!report) return null;
  const carried = fromJson(report.json);
  if (!carried) {
    arrival.value = { is: "damaged", what: "report" };
    return null;
  }
  const both = open(carried, "report");
  arrival.value = { is: "report", made: carried.made, whole: report.whole, articles: both };
  return viewOf(carried, { left: both.left.id, right: both.right.id });
}

function viewOf({ view }: Carried, ids: Record<Side, string>): string {
  const params = new URLSearchParams(view);
  for (const name of ["pair", "page"]) params.delete(name);
  for (const side of SIDES) params.set(side, ids[side]);
  return params.toString();
}

const textOf = (id: string) => articles.value.find((one) => one.id === id)?.text;

/**
 * The id of an article that came: the same in every visit, so that the address can name it, unless the
 * reader has changed the one that came before. Both then stay.
 */
function idOf(root: string, text: string): string {
  let id = root;
  for (let at = 2; (textOf(id) ?? text) !== text; at += 1) id = `${root}-${at}`;
  return id;
}

/** An article that came, or the one with the same text that is here already; never that of the other side. */
function arrived(given: Carried["articles"][Side], root: string, taken?: Article): Article {
  const here = articles.peek().find((one) => one.text === given.text && one.id !== taken?.id);
  return here ?? { ...given, id: idOf(root, given.text), alternative: null };
}

function open(carried: Carried, root: string): Record<Side, Article> {
  const left = arrived(carried.articles.left, `${root}-left`);
  const both = { left, right: arrived(carried.articles.right, `${root}-right`, left) };
  batch(() => {
    add(SIDES.map((side) => both[side]).filter(({ id }) => textOf(id) === undefined));
    chosen.value = { left: both.left.id, right: both.right.id };
    options.value = carried.options;
    addVerdicts(carried.verdicts, both);
    addElsewhere(carried.elsewhere, both);
  });
  return both;
}

/** The articles of a link, if they have been taken in and are as they were. */
export function linkedIds(packed: string): Record<Side, string> | null {
  const both = opened.get(packed);
  if (!both || SIDES.some((side) => textOf(both[side].id) !== both[side].text)) return null;
  return { left: both.left.id, right: both.right.id };
}

/** Takes in the two articles of a link; false when it was damaged on its way. */
export async function openLink(packed: string): Promise<boolean> {
  const json = await unpack(packed);
  const carried = json === null ? null : fromJson(json);
  if (!carried) {
    arrival.value = { is: "damaged", what: "link" };
    return false;
  }
  opened.set(packed, open(carried, `link-${mark(packed)}`));
  return true;
}

/** The link that both articles came by, as long as they are what they were and it is of a bearable length. */
export function linkOf({ left, right }: { left: string | null; right: string | null }): string | null {
  for (const packed of opened.keys()) {
    const ids = linkedIds(packed);
    const isIt = ids && [left, right].includes(ids.left) && [left, right].includes(ids.right);
    if (isIt && packed.length <= STAYS) return packed;
  }
  return null;
}

/** Reads a web page that the bookmarklet sent; null when it was damaged on its way. */
export async function readPage(packed: string): Promise<Awaited<ReturnType<typeof readFiles>> | null> {
  const json = await unpack(packed);
  const sent = json === null ? null : readSent(json);
  if (!sent) {
    arrival.value = { is: "damaged", what: "page" };
    return null;
  }
  const host = hostOf(sent.address);
  // The mark says UTF-8, whatever the page was written in.
  const file = new File(["\uFEFF", sent.html], `${host ?? "page"}.html`, { type: "text/html" });
  const read = await readFiles([file]);
  const finish = (article: Article): Article => ({
    ...article,
    outlet: article.outlet ?? host,
    ...(sent.selection && article.alternative ? { text: article.alternative.text, alternative: null } : {}),
  });
  return { ...read, articles: read.articles.map(finish) };
}

function hostOf(address: string): string | null {
  try {
    return new URL(address).hostname.replace(/^www\./, "") || null;
  } catch {
    return null;
  }
}

/** A text that is nothing but a link made by this page: what it carries. */
export function carriedBy(text: string): { is: "pair" | "page"; packed: string } | null {
  const found = text.trim().match(/^\S+#(?:\S*&)?(pair|page)=([\w-]+)(?:&\S*)?$/);
  return found?.[1] && found[2] ? { is: found[1] === "pair" ? "pair" : "page", packed: found[2] } : null;
}
