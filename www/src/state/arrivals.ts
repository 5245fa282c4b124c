import { batch, signal } from "@preact/signals";
import type { Article } from "../articles/article";
import { readFiles } from "../articles/read";
import { readSent } from "../out/bookmarklet";
import { type Carried, fromJson } from "../out/carried";
import { mark, unpack } from "../out/packed";
import { held } from "../out/report";
import { SIDES, type Side } from "../reading/words";
import { articles, chosen, take } from "./library";
import { options } from "./settings";
import { addVerdicts } from "./verdicts";

/** What came into the page with its address or inside the page itself, and what is to be said of it. */
export type Arrival =
  | { is: "report"; made: string; whole: boolean; names: Record<Side, string> }
  | { is: "damaged"; what: "report" | "link" | "page" };

export const arrival = signal<Arrival | null>(null);

/** Articles that came by a link: the link, and what they were. An article that is edited is another. */
const linked = new Map<string, { packed: string; text: string }>();

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
  const { left, right } = open(carried, "report");
  const names = { left: left.title ?? left.name, right: right.title ?? right.name };
  arrival.value = { is: "report", made: carried.made, whole: report.whole, names };
  return viewOf(carried, { left: left.id, right: right.id });
}

function viewOf({ view }: Carried, ids: Record<Side, string>): string {
  const params = new URLSearchParams(view);
  for (const name of ["pair", "page"]) params.delete(name);
  for (const side of SIDES) params.set(side, ids[side]);
  return params.toString();
}

/** The ids of the two articles of a link: the same in every visit, so that the address can name them. */
const idsOf = (root: string): Record<Side, string> => ({ left: `${root}-left`, right: `${root}-right` });

function open(carried: Carried, root: string): Record<Side, Article> {
  const ids = idsOf(root);
  const article = (side: Side): Article => ({ ...carried.articles[side], id: ids[side], other: null });
  const both = { left: article("left"), right: article("right") };
  const isThere = (id: string) => articles.peek().some((one) => one.id === id);
  batch(() => {
    take(SIDES.map((side) => both[side]).filter(({ id }) => !isThere(id)));
    chosen.value = ids;
    options.value = carried.options;
    addVerdicts(carried.verdicts, both);
  });
  return both;
}

const rootOf = (packed: string) => `link-${mark(packed)}`;

/** The articles of a link, if they have been taken in. */
export function linkedIds(packed: string): Record<Side, string> | null {
  const ids = idsOf(rootOf(packed));
  return SIDES.every((side) => articles.peek().some(({ id }) => id === ids[side])) ? ids : null;
}

/** Takes in the two articles of a link; false when it was damaged on its way. */
export async function openLink(packed: string): Promise<boolean> {
  const json = await unpack(packed);
  const carried = json === null ? null : fromJson(json);
  if (!carried) {
    arrival.value = { is: "damaged", what: "link" };
    return false;
  }
  const both = open(carried, rootOf(packed));
  for (const side of SIDES) linked.set(both[side].id, { packed, text: both[side].text });
  return true;
}

/** The link that both articles came by, as long as they are what they were and it is of a bearable length. */
export function linkOf({ left, right }: { left: string | null; right: string | null }): string | null {
  const [one, two] = [left, right].map((id) => {
    const link = linked.get(id ?? "");
    return link?.text === articles.value.find((article) => article.id === id)?.text
      ? link?.packed
      : undefined;
  });
  return one && one === two && one.length <= STAYS ? one : null;
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
    ...(sent.selection && article.other ? { text: article.other.text, other: null } : {}),
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
