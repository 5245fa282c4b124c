import { type ComponentChildren, Fragment } from "preact";
import { memo } from "preact/compat";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n";

/**
 * Entries of a long list that are left out of layout together while they are out of sight. Each such part
 * costs a little with every frame.
 */
const PART = 48;

interface Props<T> {
  list: readonly T[];
  /** Draws one entry; the same function every time. */
  draw: (one: T) => ComponentChildren;
}

/** The entries of a list, in order. A long one stands in parts. */
export function ListEntries<T>({ list, draw }: Props<T>) {
  const to = Math.min(list.length, useProgressive(list));
  const parts = Array.from({ length: Math.ceil(to / PART) }, (_, at) => at * PART);
  return (
    <>
      {parts.map((from) => (
        <AnyPart key={from} list={list} draw={draw as Props<unknown>["draw"]} from={from} to={to} />
      ))}
    </>
  );
}

interface PartProps extends Props<unknown> {
  from: number;
  to: number;
}

const isSame = (before: PartProps, now: PartProps) =>
  before.list === now.list && Math.min(before.to, before.from + PART) === Math.min(now.to, now.from + PART);

const AnyPart = memo(function Part({ list, draw, from, to }: PartProps) {
  const mine = list.slice(from, Math.min(to, from + PART));
  const isLong = list.length > PART;
  return (
    <ol
      class={`entries${isLong ? " is-long" : ""}`}
      style={isLong ? { "--entries": mine.length } : undefined}
    >
      {mine.map(draw)}
    </ol>
  );
}, isSame);

/** Entries of a long list that are drawn at once, and with each further turn. */
const FIRST = 24;

/** How much of a long list is drawn: a screenful at once, or as much as is needed, the rest bit by bit. */
export function useProgressive(list: readonly unknown[], least = 0): number {
  const first = Math.max(FIRST, least);
  const [state, setState] = useState({ list, to: first });
  const to = state.list === list ? state.to : first;
  useEffect(() => {
    if (to >= list.length) return;
    const timer = setTimeout(() => setState({ list, to: Math.max(to + FIRST, Math.round(to * 1.5)) }));
    return () => clearTimeout(timer);
  }, [to, list]);
  return to;
}

/** How much of a list is shown, and how much more on each demand. */
const FEW = 12;
const MORE = 100;

interface SomeProps<T> {
  list: readonly T[];
  draw: (one: T) => ComponentChildren;
}

/** The first of a list, and the rest on demand: what is usually two or three may be thousands. */
export function Some<T>({ list, draw }: SomeProps<T>) {
  const [to, setTo] = useState(FEW);
  return (
    <>
      {list.slice(0, to).map((one, at) => (
        <Fragment key={at}>{draw(one)}</Fragment>
      ))}
      {list.length > to && (
        <button
          type="button"
          class="link more"
          onClick={(event) => {
            event.stopPropagation();
            setTo(to + MORE);
          }}
        >
          {t.sidebyside.more(list.length - to)}
        </button>
      )}
    </>
  );
}
