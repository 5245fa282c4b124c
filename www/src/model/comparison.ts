import type { Comparison, Meaning, Verdict } from "#engine";
import type { Article } from "./article";

export type {
  Agreement,
  ArticleMeaning,
  Boilerplate,
  Candidates,
  Change,
  Clause,
  Comparison,
  Cover,
  Elsewhere,
  ExportFormat,
  ExportInfo,
  Fact,
  FactKind,
  Grade,
  LeftOut,
  LineOverride,
  Meaning,
  Move,
  Options,
  Overlap,
  Paragraph,
  Passage,
  Phase,
  QuotationCell,
  QuotationRow,
  RelationEvidence,
  RelationKind,
  Row,
  RowKind,
  SentenceFact,
  Share,
  Span,
  Statement,
  StatementCell,
  Statements,
  Story,
  Summary,
  Verdict,
  VerdictKind,
} from "#engine";

/** A comparison, the articles it is of, and what the reader had said of the pair when it was made. */
export interface Result {
  left: Article;
  right: Article;
  comparison: Comparison;
  verdicts: readonly Verdict[];
  /** What the sentences of both meant, where a model counted. */
  meaning: Meaning | null;
}
