import { useEffect, useMemo, useState } from "preact/hooks";
import { portions } from "../model/portions";
import type { Side } from "../model/side";
import { inTurn } from "../ui/turns";
import { type Mark, MarkedText } from "./markedText";

/** Portions of a long text that get their marks at once, and with each further turn. */
const AT_ONCE = 2;

/** From so many portions on each is a block of its own, laid out when it comes near what is seen: 100,000 UTF-16 units. */
const MANY = 25;

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
        if (parts.length < MANY) return drawn;
        return (
          <span key={part.start} class="portion">
            {drawn}
          </span>
        );
      })}
    </>
  );
}
