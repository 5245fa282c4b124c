import { batch } from "@preact/signals";
import { t } from "../i18n";
import type { Article } from "../model/article";
import type { Passage, Result } from "../model/comparison";
import { shorten } from "../model/shorten";
import type { Side } from "../model/side";
import { cancel, current, progress } from "./comparison";
import { closeFind, query } from "./find";
import { lens } from "./lens";
import { articles, chosen, decide, guests, remove, removeAll } from "./library";
import { allPairs } from "./pairs";
import { filterOpen } from "./passages";
import { chooseLater, letGo, selectedPassage } from "./selection";
import { titleOf } from "./titles";
import { bringBackLast, offerUndo } from "./undo";
import { forgetVerdicts, type Kept, kept, say, undoVerdict, unpin, withdraw } from "./verdicts";
import { closeSheet, editing, sheet, shownSide, spoken } from "./view";

/** Opens the article of a side for editing. */
export function edit(side: Side): void {
  batch(() => {
    closeSheet();
    selectedPassage.value = null;
    shownSide.value = side;
    editing.value = side;
  });
}

/** Puts the paragraph that a place lies in back into the comparison, or takes it out of it. */
export function decideAt(side: Side, place: number): void {
  const found = current.value;
  const paragraph = found?.comparison.paragraphs[side].find(
    ({ start, end }) => start <= place && place < end,
  );
  if (!found || !paragraph) return;
  const line = found[side].text.slice(paragraph.start, paragraph.end);
  batch(() => {
    decide(found[side].id, line, !paragraph.boilerplate);
    spoken.value = paragraph.boilerplate ? t.lines.isBack : t.lines.isOut;
  });
}

/** Takes all articles out. They can be brought back. */
export function clear(): void {
  const [all, both, said, brought] = [articles.peek(), chosen.peek(), kept.peek(), guests.peek()];
  batch(() => {
    forgetVerdicts();
    closeFind();
    if (progress.peek()) cancel();
    removeAll();
    closeSheet();
    offerUndo({ is: "closed", count: all.length }, () => {
      const isNew = articles.peek().length === 0;
      articles.value = [...all, ...articles.peek()];
      guests.value = new Set([...brought, ...guests.peek()]);
      kept.value = [...said, ...kept.peek()];
      // What the reader looks at by now stays in view.
      if (isNew) chosen.value = both;
    });
  });
}

/** Takes one article out. It can be brought back. */
export function removeArticle(article: Article): void {
  const title = titleOf(article);
  batch(() => {
    const putBack = remove(article.id);
    offerUndo({ is: "removed", title: shorten(title, NAMED, t.dots) }, putBack);
  });
}

/** Brings back what was taken away last. */
export function undoTaking(): void {
  batch(() => {
    if (bringBackLast()) spoken.value = t.undo.broughtBack;
  });
}

/** UTF-16 units of a passage by which a message names it: its number may be another in the next comparison. */
const NAMED = 48;

/** The words by which a message names what something was said of. */
export const named = (words: string) => shorten(words.replace(/\s+/g, " "), NAMED, t.dots);

const wordsOf = ({ left }: Passage, found: Result) => named(found.left.text.slice(left.start, left.end));

/** Says that a passage is no match. The articles are compared anew without it. */
export function refuse(passage: Passage): void {
  const found = current.value;
  if (!found) return;
  batch(() => {
    say("refused", passage, found);
    if (selectedPassage.value === passage.number) selectedPassage.value = null;
    spoken.value = t.verdicts.refused(wordsOf(passage, found));
  });
}

/** Pins a passage, or takes that back: it counts, and stands at the top of the list. */
export function togglePin(passage: Passage): void {
  const found = current.value;
  if (!found) return;
  batch(() => {
    if (passage.pinned) unpin(passage, found);
    else say("pinned", passage, found);
    const words = wordsOf(passage, found);
    spoken.value = passage.pinned ? t.verdicts.takenBack(words) : t.verdicts.pinned(words);
  });
}

/** Takes back something that was said, and chooses what it was said of when it is there again. */
export function takeBack(said: Kept): void {
  batch(() => {
    withdraw([said]);
    choose(said);
  });
}

/** Takes back what the reader last said of a passage, and chooses it again. */
export function undo(): void {
  batch(() => {
    const said = undoVerdict();
    if (said) choose(said);
  });
}

function choose(said: Kept): void {
  chooseLater(said);
  spoken.value = t.verdicts.takenBack(named(said.texts.left));
}

/** One step back out of what is open. */
export function stepBack(): boolean {
  if (sheet.value) closeSheet();
  else if (allPairs.value) allPairs.value = false;
  else if (query.value !== null) closeFind();
  else if (editing.value) editing.value = null;
  else if (letGo(lens.value)) return true;
  else if (filterOpen.value) filterOpen.value = false;
  else return false;
  return true;
}
