import type { Comparison } from "#engine";
import type { Article } from "./article";

export type {
  Agreement,
  Boilerplate,
  Change,
  Comparison,
  Fact,
  FactKind,
  Grade,
  LeftOut,
  LineOverride,
  Options,
  Overlap,
  Paragraph,
  Passage,
  Phase,
  Row,
  RowKind,
  Share,
  Span,
  Summary,
} from "#engine";

/** A comparison and the articles it is of. */
export interface Result {
  left: Article;
  right: Article;
  comparison: Comparison;
}
