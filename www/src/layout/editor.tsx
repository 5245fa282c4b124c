import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { type Article, dayOf, isTooMuchToType, tidy, tooMuch } from "../model/article";
import type { Side } from "../model/side";
import { change, pair } from "../store/library";
import { waitingFields } from "../store/persistence";
import { titleOf } from "../store/titles";
import { editing } from "../store/view";
import { keptOut } from "../ui/typing";

/** How long the reader has to pause for the comparison to follow, in milliseconds. */
const PAUSE = 250;

/** An article to be edited in its place, or replaced by a paste. The comparison follows. */
export function Editor({ side }: { side: Side }) {
  const article = pair.value[side];
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => text.current?.focus(), []);
  // As long as it is refused the article keeps the text it had.
  const refused = useRef(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = useLater((given: string) => {
    const why = tooMuch(given);
    refused.current = why !== null;
    setTrouble(why && t.edit.refused(t.problem({ name: "", ...why })));
    if (article && !why) change(article.id, { text: given });
  });
  const [isTooLong] = useState(() => isTooMuchToType(article?.text ?? ""));
  if (!article) return null;
  return (
    <section class={`column column-${side} editor`} aria-label={t.articleOf[side]}>
      <Details article={article} />
      {isTooLong ? (
        <p class="note">{t.edit.tooLong()}</p>
      ) : (
        <label class="field editor-text">
          {t.paste.label}
          <textarea
            ref={text}
            defaultValue={article.text}
            aria-invalid={trouble !== null}
            onBeforeInput={(event) => keptOut(event) !== null && setTrouble(t.edit.full())}
            onInput={(event) => save.later(event.currentTarget.value)}
          />
        </label>
      )}
      {trouble && (
        <p class="problem" role="alert">
          {trouble}
        </p>
      )}
      <p class="ways">
        <button
          type="button"
          class="button button-main"
          onClick={() => {
            save.now();
            if (refused.current) text.current?.focus();
            else editing.value = null;
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
  const title = (given: string | null) => change(article.id, { title: given, titleGuessed: !given });
  return (
    <div class="editor-details">
      <Field label={t.edit.title} value={titleOf(article)} onChange={title} />
      {(["byline", "outlet"] as const).map((name) => (
        <Field
          key={name}
          label={t.edit[name]}
          value={article[name]}
          onChange={(given) => change(article.id, { [name]: given })}
        />
      ))}
      <label class="field">
        {t.edit.date}
        <input
          type="date"
          defaultValue={article.date ?? ""}
          onInput={(event) => change(article.id, { date: dayOf(event.currentTarget.value) })}
        />
      </label>
    </div>
  );
}

interface FieldProps {
  label: string;
  value: string | null;
  onChange(given: string | null): void;
}

function Field({ label, value, onChange }: FieldProps) {
  return (
    <label class="field">
      {label}
      <input
        type="text"
        dir="auto"
        defaultValue={value ?? ""}
        onInput={(event) => onChange(tidy(event.currentTarget.value))}
      />
    </label>
  );
}

/** Calls back once there was a pause; what is still waiting when the component or the page goes is done then. */
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
  useEffect(() => {
    const now = () => latest.current();
    waitingFields.add(now);
    return () => {
      waitingFields.delete(now);
      now();
    };
  }, []);
  return {
    later: (value) => {
      clearTimeout(state.timer);
      state.waiting = { value };
      state.timer = setTimeout(() => latest.current(), PAUSE);
    },
    now,
  };
}
