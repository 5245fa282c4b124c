import type { ComponentChildren } from "preact";
import type { Side } from "../model/side";

/** The place of a summary, over the column of its side. */
export function SummaryBox({ side, children }: { side: Side; children: ComponentChildren }) {
  return <div class={`summary summary-${side}`}>{children}</div>;
}

/** Parts of a whole as lengths, in their patterns. Says nothing the figures do not say. */
export function ShareBar({ whole, parts }: { whole: number; parts: [string, number][] }) {
  return (
    <div class="share-bar" aria-hidden="true">
      {parts.map(([look, part]) => (
        <i key={look} class={`bar bar-${look}`} style={{ width: `${whole ? (100 * part) / whole : 0}%` }} />
      ))}
    </div>
  );
}
