import { useComputed } from "@preact/signals";
import { t } from "../i18n";
import type { Article } from "../model/article";
import { nameOf, shortTitles } from "../model/titles";
import { across, type Side } from "../model/wordMarks";
import { edit } from "../store/actions";
import { articles, choose, known, pair, remove } from "../store/library";
import { sharedWords, shareOf } from "../store/pairs";
import { sheet } from "../store/view";
import { Icon } from "../ui/icons";
import { Popup } from "../ui/popup";

/** What an article is called. */
export const titleOf = (article: Article) => nameOf(article, known.value.get(article.id)?.title ?? null);

/** The full title of the article on a side. */
export function fullTitle(side: Side): string {
  const article = pair.value[side];
  return article ? titleOf(article) : "";
}

/** One line about where an article comes from. What is not known is said. */
export function about(article: Article): string {
  const words = known.value.get(article.id)?.words;
  const parts = [article.outlet ?? t.noOutlet, article.date ? t.date(article.date) : t.noDate];
  return [...parts, ...(words === undefined ? [] : [t.words(words)])].join(" · ");
}

/** The article of a side, and the choice of another. */
export function Picker({ side }: { side: Side }) {
  const name = `${side}-picker` as const;
  const titles = useComputed(() => shortTitles(fullTitle("left"), fullTitle("right")));
  const article = pair.value[side];
  const open = sheet.value === name;
  const title = article ? titles.value[side === "left" ? 0 : 1] : t.dropOne;
  return (
    <div class={`picker picker-${side}`}>
      <button
        type="button"
        class="picker-button"
        aria-expanded={open}
        title={article ? fullTitle(side) : undefined}
        onClick={() => {
          sheet.value = open ? null : name;
        }}
      >
        <span class="picker-text">
          <span class="unseen">{t.pickers[side]}:</span>
          <strong dir="auto">{article ? title : t.addArticle}</strong>
          {article ? <span class="note">{about(article)}</span> : <span class="note">{t.noArticle}</span>}
        </span>
        <Icon name="down" />
      </button>
      {open && <Choice side={side} />}
    </div>
  );
}

function Choice({ side }: { side: Side }) {
  return (
    <Popup of={`${side}-picker`} label={t.choose[side]} class="choice">
      <ul>
        {articles.value.map((article) => (
          <Item key={article.id} article={article} side={side} />
        ))}
      </ul>
      <p class="choice-foot">
        <button
          type="button"
          class="link"
          onClick={() => {
            sheet.value = "paste";
          }}
        >
          {t.addArticle}
        </button>
        {pair.value[side] && (
          <button
            type="button"
            class="link"
            onClick={() => {
              edit(side);
            }}
          >
            {t.edit.open}
          </button>
        )}
      </p>
    </Popup>
  );
}

function Item({ article, side }: { article: Article; side: Side }) {
  const here = pair.value[side] === article;
  const other = pair.value[across(side)];
  const there = other === article;
  const share = other && shareOf(article.id, other.id);
  const title = titleOf(article);
  const pick = () => {
    choose(side, article.id);
    sheet.value = null;
  };
  return (
    <li class="choice-item">
      <button type="button" class="choice-pick" aria-current={here} onClick={pick}>
        <span>
          <strong dir="auto">{title}</strong>
          <span class="note">{about(article)}</span>
        </span>
        {there && <span class="note">{t.swapWith(across(side))}</span>}
        {share && <span class="note">{t.sharedShare(t.percent(sharedWords(share), share.words))}</span>}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t.removeArticle(title)}
        title={t.removeArticle(title)}
        onClick={() => remove(article.id)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
