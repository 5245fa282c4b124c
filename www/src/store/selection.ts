import { batch } from "@preact/signals";
import { t } from "../i18n";
import { across, type Side } from "../model/side";
import { current } from "./comparison";
import {
  factOrder,
  type LensName,
  lens,
  listed,
  listedRows,
  passageOf,
  pointed,
  type RowPart,
  rowParts,
  selected,
  selectedFact,
  selectedRow,
  selectedStretch,
  shownSide,
  spoken,
  stretches,
  stretchOrder,
} from "./view";

/** Chooses a passage: both sides come level and the tray opens. `side` is where the reader is. */
export function select(number: number | null, side?: Side): void {
  batch(() => {
    if (side) shownSide.value = side;
    selected.value = number;
    pointed.value = null;
    const passage = passageOf(number);
    if (passage) spoken.value = t.spokenPassage(passage, listed.value.length, current.value);
  });
}

/** Chooses a passage, or lets it go when it is the chosen one. */
export function toggle(number: number, side?: Side): void {
  select(selected.value === number ? null : number, side);
}

/** Chooses a row of Changes, or none. */
export function selectRow(at: number | null): void {
  batch(() => {
    selectedRow.value = at;
    const row = current.value?.comparison.rows[at ?? -1];
    if (row) spoken.value = t.spoken.row(row, current.value);
  });
}

/** Lights a part of the rows, or no longer; the first of what is lit comes into sight. */
export function togglePart(part: RowPart): void {
  batch(() => {
    rowParts.value = toggled(rowParts.value, part);
    const isLit = rowParts.value.size > 0 && !listedRows.value.includes(selectedRow.value ?? -1);
    if (isLit) selectRow(listedRows.value[0] ?? null);
  });
}

/** The set with the value in it, or out of it if it was. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** Chooses a stretch of Left out, or none. */
export function selectStretch(at: number | null): void {
  batch(() => {
    selectedStretch.value = at;
    const stretch = stretches.value[at ?? -1];
    if (!stretch) return;
    shownSide.value = stretch.side;
    const position = stretchOrder.value.indexOf(at ?? 0) + 1;
    spoken.value = t.spoken.stretch(position, stretches.value.length, stretch, current.value);
  });
}

/** Chooses a difference of fact by its place in the engine's list, or none. */
export function selectFact(at: number | null): void {
  batch(() => {
    selectedFact.value = at;
    const fact = current.value?.comparison.facts.differences[at ?? -1];
    const position = factOrder.value.indexOf(at ?? -1) + 1;
    if (fact) spoken.value = t.spoken.fact(position, factOrder.value.length, fact, current.value);
  });
}

/** The next or previous passage, row, fact or stretch, whichever the lens shows. */
export function step(by: 1 | -1): void {
  if (lens.value === "changes") selectRow(neighbour(listedRows.value, selectedRow.value, by));
  else if (lens.value === "facts") selectFact(neighbour(factOrder.value, selectedFact.value, by));
  else if (lens.value === "leftout") {
    selectStretch(neighbour(stretchOrder.value, selectedStretch.value, by));
  } else {
    const numbers = listed.value.map((passage) => passage.number);
    select(neighbour(numbers, selected.value, by));
  }
}

function neighbour(all: readonly number[], at: number | null, by: 1 | -1): number | null {
  if (all.length === 0) return null;
  const here = at === null ? -1 : all.indexOf(at);
  if (here < 0) return (by > 0 ? all[0] : all.at(-1)) ?? null;
  return all[(here + by + all.length) % all.length] ?? null;
}

/** Shows another lens. */
export function showLens(name: LensName): void {
  batch(() => {
    lens.value = name;
    pointed.value = null;
  });
}

/** Opens the passage in the Shared lens. */
export function openPassage(number: number, side?: Side): void {
  batch(() => {
    showLens("shared");
    select(number, side);
  });
}

/** On a phone: shows the other side. */
export function flip(): void {
  shownSide.value = across(shownSide.value);
}
