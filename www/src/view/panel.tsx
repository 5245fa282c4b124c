import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../text";
import { IconButton } from "./header";
import { Icon } from "./icons";
import { toggleList } from "./keys";
import { moveFocus } from "./popup";

interface Props {
  title: string;
  count: string;
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** The list beside the articles: its head, its entries, and the promise at its foot. */
export function Panel({ title, count, tools, children }: Props) {
  return (
    <aside class="panel" aria-label={title}>
      <div class="panel-head">
        <h2>
          {title} <span class="note">{count}</span>
        </h2>
        <span class="space" />
        {tools}
        <IconButton name={t.list.close} keys="l" onClick={toggleList}>
          <Icon name="panel" />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows only move the focus between its buttons */}
      <div class="panel-body" onKeyDown={moveFocus}>
        {children}
      </div>
      <p class="panel-foot">
        <Icon name="lock" /> {t.privacy}
      </p>
    </aside>
  );
}

/** Entries of a long list that are drawn at once, and with each further turn. */
const FIRST = 80;

/** How much of a long list is drawn: a screenful at once, or as much as is needed, the rest bit by bit. */
export function useProgressive(list: readonly unknown[], least = 0): number {
  const first = Math.max(FIRST, least);
  const [state, setState] = useState({ list, to: first });
  const to = state.list === list ? state.to : first;
  useEffect(() => {
    if (to >= list.length) return;
    const timer = setTimeout(() => setState({ list, to: Math.max(to + FIRST, Math.round(to * 1.5)) }));
    return () => clearTimeout(timer);
  }, [to, list]);
  return to;
}
