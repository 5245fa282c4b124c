import type { Stretch } from "../model/nest";
import type { Side } from "../model/wordMarks";

/** The two texts a sentence of the interface may quote from; none before there is a comparison. */
export type Texts = Record<Side, { text: string }> | null;

/** The words of a stretch of a side. */
export const textOf = (texts: Texts, side: Side, { start, end }: Stretch) =>
  texts?.[side].text.slice(start, end) ?? "";
