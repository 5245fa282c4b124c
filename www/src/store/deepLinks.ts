import { batch, signal } from "@preact/signals";
import { mark, unpack } from "../export/packed";
import { held } from "../export/report";
import { type Article, CAPS, type Refusal as ReadRefusal, tidy } from "../model/article";
import { SIDES, type Side } from "../model/side";
import { readFiles } from "../readers/read";
import { type Carried, type CarriedReading, readCarried } from "../schema/carried";
import { type Dropped, isWhole } from "../schema/dropped";
import { readSent, type Sent } from "../schema/sent";
import { bringShort } from "./allShort";
import { add, articles, chosen, guests } from "./library";
import { bringMeaning } from "./meaning";
import { addElsewhere } from "./otherArticles";
import { takeOptions } from "./settings";
import { addVerdicts } from "./verdicts";

/** What came into the page with its address or inside the page itself, and what is to be said of it. */
export type Arrival =
  | { is: "report"; made: string; whole: boolean; articles: Record<Side, Article>; dropped: Dropped }
  | { is: "link"; articles: Record<Side, Article>; dropped: Dropped }
  | { is: "library"; added: number; here: number; dropped: Dropped }
  | { is: "refused"; why: Refusal; what: Way }
  /** An article in it is more than the page takes. */
  | { is: "too-much"; refusal: ReadRefusal; what: Way };

/** Why nothing was taken in: cut or altered on its way, made by a newer edition, too much to unpack, or without a text. */
export type Refusal = "damaged" | "newer" | "too-large" | "empty";
type Way = "report" | "link" | "page";

function refuse(why: Refusal, what: Way): null {
  arrival.value = { is: "refused", why, what };
  return null;
}

function refuseReading(reading: Exclude<CarriedReading, { is: "carried" }>, what: Way): null {
  if (reading.is !== "too-much") return refuse(reading.is, what);
  arrival.value = { ...reading, what };
  return null;
}

export const arrival = signal<Arrival | null>(null);

/** What was said of a library that came in last is over once something else comes. */
export function letGoOfLibrary(): void {
  if (arrival.peek()?.is === "library") arrival.value = null;
}

/** Links that were opened, by what they carried. */
const opened = new Map<string, Record<Side, Article>>();

/** Links longer than this do not stay in the address, which goes along with every step in the history. */
const STAYS = 32_768;

/** Takes in the articles of a report; gives back the view it was made of, as an address names it. */
export function openReport(): string | null {
  const report = held();
  if (!report) return null;
  const reading = readCarried(report.json);
  if (reading.is !== "carried") return refuseReading(reading, "report");
  const { carried, dropped } = reading;
  const both = open(carried, "report", true);
  arrival.value = { is: "report", made: carried.made, whole: report.whole, articles: both, dropped };
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

/** Puts two articles on the page. What the reader did not ask for is not kept until it is. */
function open(carried: Carried, root: string, isOwn: boolean): Record<Side, Article> {
  const left = arrived(carried.articles.left, `${root}-left`);
  const both = { left, right: arrived(carried.articles.right, `${root}-right`, left) };
  const fresh = SIDES.map((side) => both[side]).filter(({ id }) => textOf(id) === undefined);
  batch(() => {
    add(fresh);
    if (!isOwn) guests.value = new Set([...guests.peek(), ...fresh.map(({ id }) => id)]);
    chosen.value = { left: both.left.id, right: both.right.id };
    takeOptions(carried.options, isOwn);
    addVerdicts(carried.verdicts, both);
    addElsewhere(carried.elsewhere, both);
    bringShort(carried.shorts ?? []);
    bringMeaning(carried.meaning ?? null, both);
  });
  return both;
}

/** The articles of a link, if they have been taken in and are as they were. */
export function linkedIds(packed: string): Record<Side, string> | null {
  const both = opened.get(packed);
  if (!both || SIDES.some((side) => textOf(both[side].id) !== both[side].text)) return null;
  return { left: both.left.id, right: both.right.id };
}

/** What a link carries; says so and gives null when it was damaged on its way, or a newer edition made it. */
export async function carriedIn(packed: string): Promise<{ carried: Carried; dropped: Dropped } | null> {
  const unpacked = await unpack(packed);
  if ("failure" in unpacked) return refuse(unpacked.failure, "link");
  const reading = readCarried(unpacked.text);
  return reading.is === "carried" ? reading : refuseReading(reading, "link");
}

/**
 * Takes in the two articles of a link; false when it was damaged on its way. `isOwn` says that the reader brought it, as
 * by pasting it. Of another it is only known that a link was followed: its articles are shown, and kept when the reader
 * says so.
 */
export async function openLink(packed: string, isOwn: boolean): Promise<boolean> {
  const found = await carriedIn(packed);
  if (!found) return false;
  const { carried, dropped } = found;
  const both = open(carried, `link-${mark(packed)}`, isOwn);
  opened.set(packed, both);
  const isToBeSaid = SIDES.some((side) => guests.peek().has(both[side].id)) || !isWhole(dropped);
  arrival.value = isToBeSaid ? { is: "link", articles: both, dropped } : null;
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

/** What a bookmarklet sent; says so and gives null when it was damaged on its way. */
export async function sentIn(packed: string): Promise<Sent | null> {
  const unpacked = await unpack(packed);
  if ("failure" in unpacked) return refuse(unpacked.failure, "page");
  return readSent(unpacked.text) ?? refuse("damaged", "page");
}

/** Reads a web page that the bookmarklet sent. */
export async function readPage(sent: Sent): Promise<Awaited<ReturnType<typeof readFiles>>> {
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

/** How much of a web page is searched for its title, in UTF-16 units. */
const HEAD = 65_536;

/** The title that a web page was sent with, before it is read; null when it says none. */
export function titleSent({ html }: Sent): string | null {
  const head = html.slice(0, HEAD);
  const start = head.search(/<title[\s>]/i);
  const [, text = ""] = start < 0 ? [] : (head.slice(start).match(/^<title[^>]*>([^<]*)/i) ?? []);
  return tidy(new DOMParser().parseFromString(text, "text/html").body.textContent);
}

/** The host that a web page says it comes from; null when it says none. */
export function hostOf(address: string): string | null {
  try {
    return new URL(address).hostname.replace(/^www\./, "") || null;
  } catch {
    return null;
  }
}

/** A link is not longer than this, in UTF-16 units: that of two texts of the largest size, packed. */
const LONGEST_LINK = CAPS.text;

/** A text that is nothing but a link made by this page: what it carries. */
export function carriedBy(text: string): { is: "pair" | "page"; packed: string } | null {
  if (text.length > LONGEST_LINK) return null;
  const link = text.trim();
  const start = link.indexOf("#");
  if (start < 1 || /\s/.test(link)) return null;
  for (const part of link.slice(start + 1).split("&")) {
    const [name, packed = ""] = part.split("=", 2);
    if ((name === "pair" || name === "page") && /^[\w-]+$/.test(packed)) return { is: name, packed };
  }
  return null;
}
