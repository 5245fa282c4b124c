import { signal } from "@preact/signals";
import { theComparer } from "../engine";
import { Superseded } from "../engine/protocol";
import { bookmarklet, LONGEST_ADDRESS } from "../export/bookmarklet";
import { toJson as carriedJson } from "../export/carried";
import { pack } from "../export/packed";
import { quotations, quotationsIn, versions } from "../export/quote";
import { withData } from "../export/report";
import { fileName, save, toClipboard } from "../export/save";
import { language, t } from "../i18n";
import type { Article } from "../model/article";
import type { ExportFormat, ExportInfo, Passage, Result, Span } from "../model/comparison";
import { SIDES, type Side } from "../model/side";
import { CARRIED_LIMITS, type Carried, type CarriedShort } from "../schema/carried";
import { viewAddress } from "./address";
import { gatherShort } from "./allShort";
import { current } from "./comparison";
import { packedMeaning } from "./meaning";
import { elsewhereOf, matched } from "./otherArticles";
import { options } from "./settings";
import { titleOf } from "./titles";
import { tell } from "./told";
import { verdictsOn } from "./verdicts";
import { closeSheet, sheet } from "./view";

/** A text that the browser did not let the page copy: the reader copies it by hand. */
export const byHand = signal<string | null>(null);

const now = () => new Date().toISOString();

const titlesOf = (found: Result) => SIDES.map((side) => titleOf(found[side]));

/** All that the comparison on the page depends on. */
function carriedOf(found: Result, further: Pick<Carried, "shorts" | "meaning"> = {}): string {
  const article = ({ id, alternative, ...rest }: Article) => rest;
  return carriedJson({
    made: now(),
    view: viewAddress(),
    articles: { left: article(found.left), right: article(found.right) },
    options: options.value,
    verdicts: verdictsOn(found),
    elsewhere: elsewhereOf(found),
    ...further,
  });
}

/** The paragraphs of all pairs, where there are more than the one in the report. */
async function shortsOf(): Promise<CarriedShort[]> {
  if (matched.peek().length < 3) return [];
  const all = (await gatherShort(matched.peek())) ?? [];
  return all.map(({ titles, text }) => ({
    titles: titles.map((title) => title.slice(0, CARRIED_LIMITS.title)) as [string, string],
    text,
  }));
}

/** Saves this page with the two articles inside. */
export async function saveReport(): Promise<void> {
  const found = current.value;
  if (!found) return;
  const shorts = await shortsOf();
  const titles = titlesOf(found);
  const report = withData(
    carriedOf(found, { shorts, meaning: packedMeaning(found.meaning) }),
    `${titles.join(" – ")} · ${t.brand}`,
  );
  if (!report) {
    tell(t.out.notBuilt);
    return;
  }
  const name = fileName(titles, "html");
  save(name, "text/html", report);
  tell(t.out.saved(name));
}

/** How the engine's forms are saved: the end of the file's name, and the type of its content. */
const FORMS = {
  json: { ending: "json", type: "application/json" },
  csv: { ending: "passages.csv", type: "text/csv;charset=utf-8" },
  "csv-facts": { ending: "facts.csv", type: "text/csv;charset=utf-8" },
  docx: {
    ending: "docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  tei: { ending: "tei.xml", type: "application/tei+xml" },
  annotation: { ending: "annotations.jsonld", type: "application/ld+json" },
  text: { ending: "txt", type: "text/plain;charset=utf-8" },
  markdown: { ending: "md", type: "text/markdown;charset=utf-8" },
} as const satisfies Partial<Record<ExportFormat, { ending: string; type: string }>>;

/** A form that the engine writes. */
export type Form = keyof typeof FORMS;

/** Whose tracked changes are, and the day they are made, as the reader says; without a day it is now. */
export const changes = signal({ author: "", day: "" });

/** What is known of the articles, as the engine writes it. */
function infoOf(found: Result, form: Form): ExportInfo {
  const article = ({ title, outlet, byline, date, name }: Article) => ({ title, outlet, byline, date, name });
  const { author, day } = changes.value;
  const made = form === "docx" && day ? `${day}T00:00:00.000Z` : now();
  return { left: article(found.left), right: article(found.right), made, author: author || null };
}

/** Saves what was found in a form. The engine compares once more for it, with what the page was compared with. */
export async function saveAs(form: Form): Promise<void> {
  const found = current.value;
  if (!found) return;
  const { left, right, verdicts, meaning } = found;
  const lineOverrides = { left: [...left.lineOverrides], right: [...right.lineOverrides] };
  const asked = {
    ...options.value,
    lineOverrides,
    verdicts: [...verdicts],
    language: language.value,
    meaning,
  };
  const { ending, type } = FORMS[form];
  const name = fileName(titlesOf(found), ending);
  try {
    const bytes = await theComparer().exportAs({
      format: form,
      left: left.text,
      right: right.text,
      options: asked,
      info: infoOf(found, form),
    });
    save(name, type, bytes);
    tell(t.out.saved(name));
  } catch (error) {
    // A comparison began meanwhile, and the file would have been of the one before it.
    if (!(error instanceof Superseded)) tell(t.out.notSaved(name));
  }
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
