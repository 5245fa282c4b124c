import { useEffect, useMemo, useState } from "preact/hooks";
import { isVast, portions } from "../model/portions";
import type { Side } from "../model/side";
import { inTurn } from "../ui/turns";
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
export function ChunkedText({ text, stretch: { start, end }, marks, side }: LongProps) {
  const parts = useMemo(() => portions(text, { start, end }), [text, start, end]);
  const [to, setTo] = useState(AT_ONCE);
  useEffect(() => {
    if (to >= parts.length) return;
    return inTurn(() => setTo(to + AT_ONCE));
  }, [to, parts]);
  return (
    <>
      {parts.map((part, at) => {
        const drawn = (
          <MarkedText key={part.start} text={text} stretch={part} marks={at < to ? marks : []} side={side} />
        );
        if (!isVast({ start, end })) return drawn;
        return (
          <span key={part.start} class="portion">
            {drawn}
          </span>
        );
      })}
    </>
  );
}
