import type { Stretch } from "../reading/nest";
import type { Side } from "../reading/words";

/** The two texts a sentence of the interface may quote from; none before there is a comparison. */
export type Texts = Record<Side, { text: string }> | null;

/** The words of a stretch of a side. */
export const textOf = (texts: Texts, side: Side, { start, end }: Stretch) =>
  texts?.[side].text.slice(start, end) ?? "";
