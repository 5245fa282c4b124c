import { signal } from "@preact/signals";
import { bookmarklet, LONGEST_ADDRESS } from "../export/bookmarklet";
import { toJson as carriedJson } from "../export/carried";
import { pack } from "../export/packed";
import { quotations, quotationsIn, versions } from "../export/quote";
import { withData } from "../export/report";
import { fileName, save, toClipboard } from "../export/save";
import { factsCsv, passagesCsv, type Source, toJson } from "../export/tables";
import { t } from "../i18n";
import type { Article } from "../model/article";
import type { Passage, Result, Span } from "../model/comparison";
import { SIDES, type Side } from "../model/side";
import { viewAddress } from "./address";
import { current } from "./comparison";
import { elsewhereOf } from "./otherArticles";
import { options } from "./settings";
import { titleOf } from "./titles";
import { verdictsOn } from "./verdicts";
import { closeSheet, sheet, spoken } from "./view";

/** What last left the page, or why it did not; said in one line for a while. */
export const told = signal<string | null>(null);

/** A text that the browser did not let the page copy: the reader copies it by hand. */
export const byHand = signal<string | null>(null);

/** Says what left the page, in one line for a while. */
export function tell(text: string): void {
  told.value = text;
  spoken.value = text;
}

const now = () => new Date().toISOString();

const titlesOf = (found: Result) => SIDES.map((side) => titleOf(found[side]));

/** All that the comparison on the page depends on. */
function carriedOf(found: Result): string {
  const article = ({ id, alternative, ...rest }: Article) => rest;
  return carriedJson({
    made: now(),
    view: viewAddress(),
    articles: { left: article(found.left), right: article(found.right) },
    options: options.value,
    verdicts: verdictsOn(found),
    elsewhere: elsewhereOf(found),
  });
}

/** Saves this page with the two articles inside. */
export function saveReport(): void {
  const found = current.value;
  if (!found) return;
  const titles = titlesOf(found);
  const report = withData(carriedOf(found), `${titles.join(" – ")} · ${t.brand}`);
  if (!report) {
    tell(t.out.notBuilt);
    return;
  }
  const name = fileName(titles, "html");
  save(name, "text/html", report);
  tell(t.out.saved(name));
}

/** What the tables are. */
export type Table = "passages" | "facts" | "json";

/** Saves passages or facts as a table, or both as JSON. */
export function saveTable(table: Table): void {
  const found = current.value;
  if (!found) return;
  const source: Source = { ...found, made: now(), options: options.value };
  const kinds = {
    passages: { make: passagesCsv, ending: "passages.csv", type: "text/csv;charset=utf-8" },
    facts: { make: factsCsv, ending: "facts.csv", type: "text/csv;charset=utf-8" },
    json: { make: toJson, ending: "json", type: "application/json" },
  };
  const { make, ending, type } = kinds[table];
  const name = fileName(titlesOf(found), ending);
  save(name, type, make(source));
  tell(t.out.saved(name));
}

/** Where this page is, without what its address says of the view. */
export const pageAddress = () => location.href.replace(/[?#].*$/, "");

/** Whether others can open the address of this page. */
export const isHosted = () => /^https?:$/.test(location.protocol);

/** Copies a link that carries both articles. */
export async function copyLink(): Promise<void> {
  const found = current.value;
  if (!found) return;
  const start = `${pageAddress()}#${[viewAddress(), "pair="].filter(Boolean).join("&")}`;
  const link = pack(carriedOf(found)).then((packed) => {
    const { length } = start + packed;
    if (length > LONGEST_ADDRESS) throw new RangeError(t.out.linkTooLong(length, LONGEST_ADDRESS));
    return start + packed;
  });
  try {
    await copy(link, ({ length }) => t.out.linkCopied(length));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    tell(error.message);
  }
}

/** Copies text, also one that is still being made; where the browser refuses, shows it to be copied by hand. */
export async function copy(text: string | Promise<string>, done: (text: string) => string): Promise<void> {
  if (await toClipboard(text)) {
    tell(done(await text));
    return;
  }
  byHand.value = await text;
  sheet.value = "by-hand";
}

/** Title, outlet and day of an article, as far as they are known. */
function sourceOf(article: Article): string {
  const parts = [article.outlet, article.date && t.date(article.date)].filter(Boolean);
  return [titleOf(article), ...(parts.length > 0 ? [`(${parts.join(", ")})`] : [])].join(" ");
}

const version = (found: Result, side: Side, { start, end }: Span) => ({
  text: found[side].text.slice(start, end),
  source: sourceOf(found[side]),
});

/** Copies both versions of a passage with their sources. */
export async function copyPassage(passage: Passage): Promise<void> {
  const found = current.value;
  if (!found) return;
  const both = SIDES.map((side) => version(found, side, passage[side]));
  await copy(versions(both), () => t.out.passageCopied(passage.number));
}

/** Copies quotations in both versions, with their sources. */
export async function copyQuotations(pairs: readonly Record<Side, Span>[]): Promise<void> {
  const found = current.value;
  if (!found || pairs.length === 0) return;
  const texts = pairs.map((pair) => SIDES.map((side) => version(found, side, pair[side])));
  await copy(quotations(texts, t.quoted), () => t.out.quotationsCopied(pairs.length));
}

/** The quotation pairs of a passage. */
export const quotationPairs = (passage: Passage) =>
  current.value ? quotationsIn(passage, current.value.comparison) : [];

/** Prints what the lens shows; browsers also save that as PDF. */
export function print(): void {
  closeSheet();
  // The dialog has to be gone first: what is printed is the page as it stands.
  requestAnimationFrame(() => window.print());
}

/** The bookmark that sends web pages to this page. */
export const bookmark = () => bookmarklet(pageAddress(), t.bookmarklet.copied, t.bookmarklet.byHand);
