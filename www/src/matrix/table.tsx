import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { t } from "../i18n";
import { REACHABLE } from "../layout/viewport";
import type { Article } from "../model/article";
import { about, titleOf } from "../store/titles";
import { follow, useWalk, walk } from "./walk";

interface Props {
  articles: readonly Article[];
  /** What the first column holds. */
  first: string;
  /** The attribute that names the table to tests from outside. */
  name: "data-statements" | "data-quotations";
  children: ComponentChildren;
}

/** A table with a column for each article, and above it what the numbers of the columns stand for. */
export function ArticleTable({ articles, first, name, children }: Props) {
  const table = useRef<HTMLTableElement>(null);
  useWalk(table);
  return (
    <>
      <Legend articles={articles} />
      <div class="statements-box" tabIndex={-1}>
        <table
          ref={table}
          class="statements"
          aria-label={first}
          {...{ [name]: "" }}
          onKeyDown={walk}
          onFocusIn={follow}
        >
          <Heads articles={articles} first={first} />
          <tbody>{children}</tbody>
        </table>
      </div>
    </>
  );
}

/** The titles of the columns by their numbers. */
function Legend({ articles }: Pick<Props, "articles">) {
  return (
    <section class="columns-legend" aria-label={t.statements.columns} {...REACHABLE}>
      <ol>
        {articles.map((article, at) => (
          <li key={article.id}>
            <i class="matrix-number">{at + 1}</i>
            <span>
              <bdi>{titleOf(article)}</bdi> <span class="note">{about(article)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The numbers of the articles over their columns; their titles are said and shown on pointing. */
function Heads({ articles, first }: Pick<Props, "articles" | "first">) {
  return (
    <thead>
      <tr>
        <th scope="col" class="statement-words">
          {first}
        </th>
        {articles.map((article, at) => (
          <th key={article.id} scope="col" title={titleOf(article)}>
            <i class="matrix-number">{at + 1}</i> <span class="unseen">{titleOf(article)}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A cell of an article that has nothing for a row. */
export function NotFound({ article, name }: { article: Article; name: string }) {
  return (
    <td data-article={article.name} data-grade="none" tabIndex={-1} title={name}>
      <span class="unseen">{name}</span>
      <span aria-hidden="true">–</span>
    </td>
  );
}
