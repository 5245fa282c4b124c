import { type ComponentChildren, Fragment } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { t } from "../i18n";
import { portions } from "../model/portions";
import type { Side } from "../model/side";
import { type Mark, MarkedText } from "./markedText";

/** Portions of a long text that get their marks at once, and with each further turn. */
const AT_ONCE = 2;

interface LongProps {
  text: string;
  stretch: { start: number; end: number };
  marks: readonly Mark[];
  side: Side;
}

/** A stretch of an article with the marks on it, however long: all of it stands at once, the marks come bit by bit. */
export function LongText({ text, stretch: { start, end }, marks, side }: LongProps) {
  const parts = useMemo(() => portions(text, { start, end }), [text, start, end]);
  const [to, setTo] = useState(AT_ONCE);
  useEffect(() => {
    if (to >= parts.length) return;
    const timer = setTimeout(() => setTo(to + AT_ONCE));
    return () => clearTimeout(timer);
  }, [to, parts]);
  return (
    <>
      {parts.map((part, at) => (
        <MarkedText key={part.start} text={text} stretch={part} marks={at < to ? marks : []} side={side} />
      ))}
    </>
  );
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
