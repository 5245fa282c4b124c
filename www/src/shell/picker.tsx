import { t } from "../i18n";
import { showColumns } from "../lenses";
import type { Article } from "../model/article";
import { across, type Side } from "../model/side";
import { edit, removeArticle } from "../store/actions";
import { articles, choose, pair } from "../store/library";
import { shareOf } from "../store/pairs";
import { sharedWords } from "../store/sharedCounts";
import { about, fullTitle, lengthOf, titleOf, whereFrom } from "../store/titles";
import { closeSheet, openSheet, sheet } from "../store/view";
import { Icon } from "../ui/icons";
import { Popup } from "../ui/popup";

/** The article of a side, and the choice of another. */
export function Picker({ side }: { side: Side }) {
  const name = `${side}-picker` as const;
  const article = pair.value[side];
  const open = sheet.value === name;
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
          <strong dir="auto">{article ? fullTitle(side) : t.addArticle}</strong>
          {article ? <Note article={article} /> : <span class="note">{t.noArticle}</span>}
        </span>
        <Icon name="down" />
      </button>
      {open && <Choice side={side} />}
    </div>
  );
}

/** Where it comes from, and how long it is: of the two the first gives way where there is little room. */
function Note({ article }: { article: Article }) {
  const [where, length] = [whereFrom(article), lengthOf(article)];
  return (
    <span class="note picker-note">
      {where && <span class="picker-where">{where}</span>}
      {where && length && <span class="picker-dot"> · </span>}
      {length && <span class="picker-length">{length}</span>}
    </span>
  );
}

function Choice({ side }: { side: Side }) {
  return (
    <Popup label={t.choose[side]} class="choice" onClose={() => closeSheet(`${side}-picker`)}>
      <ul>
        {articles.value.map((article) => (
          <Item key={article.id} article={article} side={side} />
        ))}
      </ul>
      <p class="choice-foot">
        <button type="button" class="link" onClick={() => openSheet("paste")}>
          {t.addArticle}
        </button>
        {pair.value[side] && (
          <button
            type="button"
            class="link"
            onClick={() => {
              showColumns();
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
    closeSheet();
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
        onClick={() => removeArticle(article)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
