import type { Span } from "../model/comparison";
import type { Side } from "../model/side";

/** The two texts a sentence of the interface may quote from; none before there is a comparison. */
export type Texts = Record<Side, { text: string }> | null;

/** The words of a stretch of a side. */
export const textOf = (texts: Texts, side: Side, { start, end }: Span) =>
  texts?.[side].text.slice(start, end) ?? "";
