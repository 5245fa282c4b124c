import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../i18n";
import { countsOf, watchHits } from "../layout/searchHighlights";
import { showArticles } from "../lenses";
import { closeFind, hitAt, hits, look, MOST_HITS, query, stepHit } from "../store/find";
import { IconButton } from "../ui/controls";
import { Icon } from "../ui/icons";

/** The field that looks for words in both articles. */
export function Find() {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const stage = document.getElementById("page");
    const end = stage ? watchHits(stage) : undefined;
    input.current?.focus();
    return () => {
      end?.();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  };
  return (
    <search class="line find">
      <Icon name="find" />
      <input
        ref={input}
        type="search"
        dir="auto"
        placeholder={t.find.label}
        aria-label={t.find.label}
        value={query.value ?? ""}
        onInput={(event) => find(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span class="find-steps">
        <IconButton name={t.find.previous} onClick={() => go(-1)}>
          <Icon name="up" />
        </IconButton>
        <IconButton name={t.find.next} onClick={() => go(1)}>
          <Icon name="downward" />
        </IconButton>
      </span>
      <Counts />
      <IconButton name={t.find.close} onClick={closeFind} class="find-close">
        <Icon name="close" />
      </IconButton>
    </search>
  );
}

function find(wanted: string): void {
  look(wanted);
  if (hits.value.length > 0) showArticles();
}

function go(by: 1 | -1): void {
  stepHit(by);
  if (hits.value.length > 0) showArticles();
}

function Counts() {
  if (!query.value?.trim()) return null;
  const { length } = hits.value;
  if (length === 0) return <span class="find-counts">{t.find.nothing}</span>;
  const [left, right] = countsOf(hits.value);
  return (
    <span class="find-counts">
      {hitAt.value !== null && <strong>{t.find.position(hitAt.value + 1, length)}</strong>}{" "}
      <span class="note">{t.find.counts(left, right, MOST_HITS)}</span>
    </span>
  );
}
