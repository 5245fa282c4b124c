import type { ComponentChildren } from "preact";
import { t } from "../i18n";
import type { Side } from "../model/side";

/** The place of a summary, over the column of its side. */
export function SummaryBox({ side, children }: { side: Side; children: ComponentChildren }) {
  return <div class={`summary summary-${side}`}>{children}</div>;
}

interface PartProps {
  count: number;
  name: string;
  /** What it is a part of, which its place says to the eye alone. */
  of: string;
  title?: string;
  /** The look of what it counts. */
  swatch?: string;
  /** For a part that filters: whether it does. */
  pressed?: boolean;
  onClick(): void;
}

/** One of the figures of a summary: a button that filters by what it counts, or leads there. */
export function Part({ count, name, of, title, swatch, pressed, onClick }: PartProps) {
  return (
    <button
      type="button"
      class="part"
      aria-label={`${t.number(count)} ${name}, ${of}`}
      aria-pressed={pressed}
      title={title}
      onClick={onClick}
    >
      {swatch && <i class={`swatch swatch-${swatch}`} />}
      <strong>{t.number(count)}</strong> {name}
    </button>
  );
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
