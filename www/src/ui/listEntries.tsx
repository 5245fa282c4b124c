import { useSignalEffect } from "@preact/signals";
import { type ComponentChildren, Fragment } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { memo } from "./drawing";
import { useNear } from "./near";
import { inTurn } from "./turns";

/** Entries up to which a list is drawn whole, and entries of a part of a longer one. */
const WHOLE = 96;
const PART = 24;

/** Entries that are drawn at once of a list that is drawn whole: what a window of 1,100 pixels shows. */
const SCREEN = 14;

interface Props<T> {
  list: readonly T[];
  /** Draws one entry; the same function every time. */
  draw: (one: T) => ComponentChildren;
  /** The words of an entry, which stand for it while it is far from sight; the same function every time. */
  plain: (one: T) => string;
  /** The place of the chosen entry, which is drawn; -1 for none. */
  chosen?: () => number;
  /** The class of the list, and about how high an entry of it is, in pixels. */
  kind?: string;
  height?: number;
}

/** The entries of a list, in order. Of a long one those near what is seen are drawn, of the others their words. */
export function ListEntries<T>({ list, draw, plain, chosen, kind = "entries", height = 60 }: Props<T>) {
  const holder = useRef<HTMLDivElement>(null);
  const isWhole = list.length <= WHOLE;
  // What was drawn once stands at once in the next list, too: it may have been scrolled.
  const most = useRef(0);
  const least = isWhole ? Math.max(most.current, (chosen?.() ?? -1) + 1) : list.length;
  const to = useProgressive(list, least, SCREEN);
  most.current = Math.max(most.current, Math.min(to, list.length));
  const parts = useMemo(() => partsOf(list, isWhole ? to : null), [list, isWhole, to]);
  const near = useNear({
    kind,
    holder,
    isWhole,
    of: String(list.length),
    begin: { from: 0, to: 1 },
    estimate: (at) => (parts[at]?.length ?? 0) * height,
  });
  useSignalEffect(() => {
    const at = chosen?.() ?? -1;
    // Not in the midst of what else follows from the choice.
    if (at >= 0) queueMicrotask(() => near.draw(Math.floor(at / PART)));
  });
  return (
    <div ref={holder}>
      {parts.map((part, at) => (
        <AnyPart
          key={at}
          part={part}
          draw={draw as AnyProps["draw"]}
          plain={plain as AnyProps["plain"]}
          kind={kind}
          isNear={near.has(at)}
          tall={near.heightOf(at) ?? part.length * height}
        />
      ))}
    </div>
  );
}

/** The parts of a list: what is drawn so far of one that is drawn whole, else all of it in parts of a size. */
function partsOf<T>(list: readonly T[], to: number | null): (readonly T[])[] {
  if (to !== null) return list.length > 0 ? [list.slice(0, to)] : [];
  return Array.from({ length: Math.ceil(list.length / PART) }, (_, at) =>
    list.slice(at * PART, (at + 1) * PART),
  );
}

interface AnyProps {
  part: readonly unknown[];
  draw: (one: unknown) => ComponentChildren;
  plain: (one: unknown) => string;
  kind: string;
  isNear: boolean;
  /** How high it is while it is far from sight, in pixels. */
  tall: number;
}

const isSame = (before: AnyProps, now: AnyProps) =>
  before.part === now.part &&
  before.draw === now.draw &&
  before.isNear === now.isNear &&
  (now.isNear || before.tall === now.tall);

const AnyPart = memo(function Part({ part, draw, plain, kind, isNear, tall }: AnyProps) {
  return isNear ? (
    <ol class={kind}>{part.map(draw)}</ol>
  ) : (
    <ol class={`${kind} is-far`} style={{ height: `${tall}px` }}>
      <li>{part.map(plain).join("\n")}</li>
    </ol>
  );
}, isSame);

/** Entries of a long list that are drawn at once, and with each further turn. */
const FIRST = 24;

/** How much of a long list is drawn: a screenful at once, or as much as is needed, the rest bit by bit. */
export function useProgressive(list: readonly unknown[], least = 0, screen = FIRST): number {
  const first = Math.max(screen, least);
  const [state, setState] = useState({ list, to: first });
  const to = Math.max(first, state.list === list ? state.to : 0);
  useEffect(() => {
    if (to >= list.length) return;
    return inTurn(() => setState({ list, to: Math.max(to + FIRST, Math.round(to * 1.5)) }));
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
