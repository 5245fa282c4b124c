// The address holds the view: pair, lens, passage, filter and order, in its fragment. A step to another
// pair, lens or passage is a step in the browser's history; the rest only changes the address. A link
// to two of the sample articles opens them; `pair` carries two articles, and `page` one that comes from a
// bookmarklet; all others are known only as long as they are loaded.

import { batch, effect } from "@preact/signals";
import { type LensName, t } from "../i18n";
import { GRADES } from "../model/grades";
import { sampleIds, samples } from "../readers/samples";
import { current } from "./comparison";
import { linkedIds, linkOf, openLink } from "./deepLinks";
import { lens } from "./lens";
import { articles, chosen, dateSamples } from "./library";
import { allPairs } from "./pairs";
import { type Filter, filter, NO_FILTER, type Order, order, type Wanted } from "./passages";
import { askForLink, askForPage } from "./questions";
import { selectedPassage } from "./selection";
import { setOption } from "./settings";
import { listenToTabs } from "./tabSync";

const isLens = (name: string): name is LensName => Object.hasOwn(t.lenses, name);

/** What lenses were called in the first edition; links and reports of then still open. */
const FORMER_LENSES: ReadonlyMap<string, LensName> = new Map([
  ["changes", "sidebyside"],
  ["leftout", "onlyinone"],
]);

/** The lens that holds where an address names none. */
const FIRST: LensName = "shared";

function lensNamed(name: string): LensName {
  return isLens(name) ? name : (FORMER_LENSES.get(name) ?? FIRST);
}

const WANTED: readonly Wanted[] = ["only", "none"];
const ORDERS: readonly Order[] = ["left", "right", "longest", "least-alike"];

/** A passage the address names, until the comparison it belongs to is there. */
let awaited: number | null = null;

/** The address carries articles that are still being unpacked: until they are there it stays as it is. */
let unpacking = false;

function placeOf(): URLSearchParams {
  const { left, right } = chosen.value;
  const place = new URLSearchParams();
  if (left) place.set("left", left);
  if (right) place.set("right", right);
  if (allPairs.value) place.set("view", "pairs");
  if (lens.value !== FIRST) place.set("lens", lens.value);
  const passage = selectedPassage.value ?? awaited;
  if (passage !== null) place.set("passage", String(passage));
  const link = linkOf(chosen.value);
  if (link) place.set("pair", link);
  return place;
}

function filterOf(): URLSearchParams {
  const { grades, minWords, quotations, stock, movedOnly } = filter.value;
  const params = new URLSearchParams();
  if (grades.size > 0) params.set("grades", GRADES.filter((grade) => grades.has(grade)).join("+"));
  if (minWords > 0) params.set("words", String(minWords));
  if (quotations !== "all") params.set("quotations", quotations);
  if (stock !== "all") params.set("stock", stock);
  if (movedOnly) params.set("moved", "only");
  if (order.value !== "left") params.set("order", order.value);
  return params;
}

let written = { place: "", whole: "" };

/** The view without the articles, as an address writes it: for what leaves the page with both. */
export function viewAddress(): string {
  const place = placeOf();
  for (const name of ["left", "right", "pair"]) place.delete(name);
  return [place.toString(), filterOf().toString()].filter(Boolean).join("&");
}

function write(): void {
  const place = placeOf().toString();
  const whole = [place, filterOf().toString()].filter(Boolean).join("&");
  if (unpacking) return;
  const pushed = place !== written.place && written.place !== "";
  if (whole === written.whole) return;
  const before = written;
  written = { place, whole };
  if (!pushed) {
    nameSoon();
    return;
  }
  if (late !== undefined) {
    clearTimeout(late);
    late = undefined;
    name(before.whole, false);
  }
  name(whole, true);
}

/** Set while the address is to be changed in place, after what else follows from the same change of the view. */
let late: ReturnType<typeof setTimeout> | undefined;

/** Changes the address in place. That takes the browser milliseconds, in which the engine may be at work already. */
function nameSoon(): void {
  late ??= setTimeout(() => {
    late = undefined;
    name(written.whole, false);
  });
}

function readFilter(params: URLSearchParams): Filter {
  const grades = (params.get("grades") ?? "").split(/[+ ]/);
  return {
    ...NO_FILTER,
    grades: new Set(GRADES.filter((grade) => grades.includes(grade))),
    minWords: Math.max(0, Math.min(60, Number.parseInt(params.get("words") ?? "0", 10) || 0)),
    quotations: WANTED.find((name) => name === params.get("quotations")) ?? "all",
    stock: WANTED.find((name) => name === params.get("stock")) ?? "all",
    movedOnly: params.has("moved"),
  };
}

/**
 * Puts the view where the address says; first takes in what it carries. Whoever opened the page with it, or changes the
 * address of an open page, may be another web page: what is in a first link is shown and not kept, all else is asked for.
 */
function read(event?: Event): void {
  const params = new URLSearchParams(location.hash.slice(1));
  const [pair, page] = [params.get("pair"), params.get("page")];
  if (page) {
    backToView();
    void askForPage(page);
  } else if (!pair || linkedIds(pair)) show(params);
  else if (!event) void unpackLink(pair);
  else {
    backToView();
    void askForLink(pair, () => show(params));
  }
}

/** The address names again what is on the page. */
function backToView(): void {
  name(written.whole, false);
}

/** Puts a view into the address, as a step in the history or in place of this one. */
function name(view: string, isStep: boolean): void {
  const url = view ? `#${view}` : location.pathname + location.search;
  try {
    if (isStep) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  } catch {
    // A frame or a page without an origin may refuse: then the address just does not follow.
  }
}

async function unpackLink(pair: string): Promise<void> {
  unpacking = true;
  const opened = await openLink(pair, false);
  unpacking = false;
  if (opened) show(new URLSearchParams(location.hash.slice(1)));
  else write();
}

/** Shows what the address names, as far as it is there. */
function show(params: URLSearchParams): void {
  const carried = linkedIds(params.get("pair") ?? "");
  const wanted = {
    left: params.get("left") ?? carried?.left ?? null,
    right: params.get("right") ?? carried?.right ?? null,
  };
  const isSample = (id: string | null) => id !== null && sampleIds.includes(id);
  const isLoaded = (id: string | null) => articles.peek().some((article) => article.id === id);
  batch(() => {
    if ([wanted.left, wanted.right].some((id) => isSample(id) && !isLoaded(id))) {
      articles.value = [...articles.peek(), ...samples().filter(({ id }) => !isLoaded(id))];
      void dateSamples();
    }
    const { left, right } = chosen.peek();
    const next = {
      left: isLoaded(wanted.left) ? wanted.left : left,
      right: isLoaded(wanted.right) ? wanted.right : right,
    };
    // No article stands on both sides.
    if (next.left !== next.right) chosen.value = next;
    allPairs.value = params.get("view") === "pairs" && articles.peek().length > 1;
    lens.value = lensNamed(params.get("lens") ?? FIRST);
    order.value = ORDERS.find((name) => name === params.get("order")) ?? "left";
    filter.value = readFilter(params);
    // Addresses of the first edition ask for names and stock phrases, which is an option now.
    if (params.has("names")) setOption("showWeak", true);
    const passage = Number.parseInt(params.get("passage") ?? "", 10);
    awaited = Number.isInteger(passage) ? passage : null;
    // The comparison may be the same as before, or still to come: `watchAddress` takes it up then.
    if (current.peek() && chosen.peek().left === left && chosen.peek().right === right) takeUp();
    // Before the watchers run: what was read from the address is no new step in the history.
    const place = placeOf().toString();
    written = { place, whole: [place, filterOf().toString()].filter(Boolean).join("&") };
  });
}

function takeUp(): void {
  const passages = current.peek()?.comparison.passages ?? [];
  selectedPassage.value = passages.some(({ number }) => number === awaited) ? awaited : null;
  awaited = null;
}

/**
 * Reads the address, and from then on keeps it and the view together. To be called after all other
 * watchers. `initial` is what holds where the address says nothing.
 */
export function watchAddress(initial: string | null = null): void {
  listenToTabs();
  if (initial !== null && location.hash.length < 2) show(new URLSearchParams(initial));
  else read();
  effect(() => {
    if (current.value && awaited !== null) takeUp();
  });
  effect(write);
  addEventListener("popstate", read);
}
