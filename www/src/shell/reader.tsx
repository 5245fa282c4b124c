import { computed } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { t } from "../i18n";
import { Column } from "../layout/column";
import { toggleList } from "../layout/panel";
import { flipTo } from "../layout/scrolling";
import { lensInUse, prepareLenses } from "../lenses";
import { SIDES, type Side } from "../model/side";
import { current } from "../store/comparison";
import { lens } from "../store/lens";
import { hasPair, pair } from "../store/library";
import { choiceIn } from "../store/selection";
import { set, settings } from "../store/settings";
import { sharedCounts } from "../store/sharedCounts";
import { about, fullTitle } from "../store/titles";
import { sheet, shownSide } from "../store/view";
import { IconButton } from "../ui/controls";
import { Icon } from "../ui/icons";
import { whenIdle } from "../ui/turns";
import { AllShort } from "./allShort";
import { InShort } from "./inShort";
import { Ways } from "./start";

const hasDetail = computed(() => {
  const { name, Detail } = lensInUse.value;
  return current.value !== null && Detail !== null && choiceIn(name).item.value !== null;
});

/** The two articles through one lens, with the list beside them. */
export function Reader() {
  const { View, List, Detail, apart, early } = lensInUse.value;
  const done = current.value !== null;
  // What is read does not change its place when the marks come.
  const isMarked = done || (early && hasPair());
  // On a phone the page scrolls, and may have been scrolled before there was an article.
  useLayoutEffect(() => scrollTo(0, 0), []);
  useEffect(() => {
    if (current.value) whenIdle(prepareLenses);
  }, [current.value]);
  const listOver = sheet.value === "list";
  return (
    <div
      class={`reader${settings.value.list && List ? " has-list" : ""}${listOver ? " list-over" : ""}`}
      data-lens={lens.value}
      data-apart={apart || undefined}
      data-shown={shownSide.value}
    >
      <main id="main" class="stage" tabIndex={-1}>
        <div class="stage-panel" role="tabpanel" aria-labelledby={`lens-${lens.value}`}>
          {done && <PrintHead />}
          {done && (
            <div class="above">
              <InShort />
              <AllShort />
              <Summaries />
            </div>
          )}
          {isMarked ? <View /> : <Plain />}
          {Detail && hasDetail.value && <Detail />}
        </div>
      </main>
      {done && List && listOver && (
        <button type="button" class="veil" tabIndex={-1} aria-label={t.list.close} onClick={toggleList} />
      )}
      {done && List && <List />}
      {done && (apart || List) && <PhoneBar />}
    </div>
  );
}

/** What the header says, for paper. */
function PrintHead() {
  return (
    <div class="print-head" aria-hidden="true">
      {SIDES.map((side) => {
        const article = pair.value[side];
        return (
          article && (
            <p key={side} class={`summary-${side}`}>
              <strong dir="auto">{fullTitle(side)}</strong>
              <span>{about(article)}</span>
            </p>
          )
        );
      })}
    </div>
  );
}

function Summaries() {
  const { Summary, List, apart } = lensInUse.value;
  const { together, list } = settings.value;
  return (
    <div class="summaries grid">
      <Summary side="left" />
      <div class="between">
        {apart && (
          <IconButton
            name={t.shared.together}
            pressed={together}
            onClick={() => set({ together: !together })}
          >
            <Icon name="link" />
          </IconButton>
        )}
      </div>
      <Summary side="right" />
      {List && (
        <span class={`open-list${list ? " is-open" : ""}`}>
          <IconButton name={t.list.open} keys="l" onClick={toggleList}>
            <Icon name="list" />
          </IconButton>
        </span>
      )}
    </div>
  );
}

/** The articles while there is no comparison of them: to read, without marks. A missing one can be added. */
function Plain() {
  return (
    <div class="columns grid">
      {SIDES.map((side) =>
        pair.value[side] ? (
          <Column key={side} side={side} inside={null} />
        ) : (
          <section key={side} class={`column column-${side} column-empty`} aria-label={t.articleOf[side]}>
            <div class="drop-zone">
              <h2>{t.dropOne}</h2>
              <Ways />
              <p class="note">{t.formats}</p>
            </div>
          </section>
        ),
      )}
    </div>
  );
}

/** On a phone: which side is shown, and the list. */
function PhoneBar() {
  const share = (side: Side) => {
    const one = sharedCounts.value?.[side];
    return one ? t.sharedShare(t.percent(one.shared, one.words)) : "";
  };
  return (
    <section class="phone-bar" aria-label={t.phone.choose}>
      {lensInUse.value.apart && (
        <div class="flip">
          {SIDES.map((side) => (
            <button
              key={side}
              type="button"
              aria-pressed={shownSide.value === side}
              onClick={() => shownSide.value !== side && flipTo(side)}
            >
              <strong>{t.phone.sides[side]}</strong>
              <span class="note">{share(side)}</span>
            </button>
          ))}
        </div>
      )}
      {!lensInUse.value.apart && <span class="space" />}
      {lensInUse.value.List && (
        <IconButton name={t.phone.list} onClick={toggleList}>
          <Icon name="list" />
        </IconButton>
      )}
    </section>
  );
}
