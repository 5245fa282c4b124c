import { useEffect, useRef } from "preact/hooks";
import { type Article, dayOf } from "../articles/article";
import { nameOf } from "../reading/titles";
import type { Side } from "../reading/words";
import { change, known, pair } from "../state/library";
import { editing } from "../state/view";
import { t } from "../text";

/** How long the reader has to pause for the comparison to follow, in milliseconds. */
const PAUSE = 250;

/** An article to be edited in its place, or replaced by a paste. The comparison follows. */
export function Editor({ side }: { side: Side }) {
  const article = pair.value[side];
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => text.current?.focus(), []);
  const save = useLater((part: Parameters<typeof change>[1]) => article && change(article.id, part));
  if (!article) return null;
  return (
    <section class={`column column-${side} editor`} aria-label={t.articleOf[side]}>
      <Details article={article} />
      <label class="field editor-text">
        {t.paste.label}
        <textarea
          ref={text}
          dir="auto"
          defaultValue={article.text}
          onInput={(event) => save.later({ text: event.currentTarget.value })}
        />
      </label>
      <p class="ways">
        <button
          type="button"
          class="button button-main"
          onClick={() => {
            save.now();
            editing.value = null;
          }}
        >
          {t.edit.done}
        </button>
      </p>
    </section>
  );
}

/** Title, outlet and date: what is said of an article, none of which is compared. */
function Details({ article }: { article: Article }) {
  const title = nameOf(article, known.value.get(article.id)?.title ?? null);
  return (
    <div class="editor-details">
      <label class="field">
        {t.edit.title}
        <input
          type="text"
          dir="auto"
          defaultValue={title}
          onChange={(event) => {
            const given = event.currentTarget.value.trim();
            change(article.id, { title: given || null, titleGuessed: !given });
          }}
        />
      </label>
      <label class="field">
        {t.edit.byline}
        <input
          type="text"
          dir="auto"
          defaultValue={article.byline ?? ""}
          onChange={(event) => change(article.id, { byline: event.currentTarget.value.trim() || null })}
        />
      </label>
      <label class="field">
        {t.edit.outlet}
        <input
          type="text"
          dir="auto"
          defaultValue={article.outlet ?? ""}
          onChange={(event) => change(article.id, { outlet: event.currentTarget.value.trim() || null })}
        />
      </label>
      <label class="field">
        {t.edit.date}
        <input
          type="date"
          defaultValue={article.date ?? ""}
          onChange={(event) => change(article.id, { date: dayOf(event.currentTarget.value) })}
        />
      </label>
    </div>
  );
}

/** Calls back once there was a pause; what is still waiting when the component goes is done then. */
function useLater<T>(callback: (value: T) => void): { later: (value: T) => void; now: () => void } {
  const state = useRef<{ timer?: ReturnType<typeof setTimeout>; waiting?: { value: T } }>({}).current;
  const now = () => {
    clearTimeout(state.timer);
    const { waiting } = state;
    delete state.waiting;
    if (waiting) callback(waiting.value);
  };
  const latest = useRef(now);
  latest.current = now;
  useEffect(() => () => latest.current(), []);
  return {
    later: (value) => {
      clearTimeout(state.timer);
      state.waiting = { value };
      state.timer = setTimeout(() => latest.current(), PAUSE);
    },
    now,
  };
}
