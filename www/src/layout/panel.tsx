import { useSignalEffect } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { t } from "../i18n";
import { lens } from "../store/lens";
import { choiceIn } from "../store/selection";
import { set, settings } from "../store/settings";
import { sheet } from "../store/view";
import { IconButton } from "../ui/controls";
import { Icon } from "../ui/icons";
import { useListeners } from "../ui/listeners";
import { moveFocusInList } from "../ui/popup";
import { isPhone } from "./viewport";

/** Below this width, in pixels, the list is a sheet over the page. */
export const NARROW = 1340;

/** Shows or hides the list, wherever it is at this width. */
export function toggleList(): void {
  if (window.innerWidth >= NARROW) set({ list: !settings.value.list });
  else sheet.value = sheet.value === "list" ? null : "list";
}

interface Props {
  title: string;
  count: string;
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** The list beside the articles: its head, its entries, and the promise at its foot. */
export function Panel({ title, count, tools, children }: Props) {
  const body = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    void choiceIn(lens.value).item.value;
    requestAnimationFrame(() => reveal(body.current));
  });
  useListeners(body, { keydown: moveFocusInList, click: makeRoom });
  return (
    <aside class="panel" aria-label={title}>
      <div class="panel-head">
        <h2>
          {title} <span class="note">{count}</span>
        </h2>
        <span class="space" />
        {tools}
        <IconButton name={t.list.close} keys="l" onClick={toggleList}>
          {/* Beside the articles it is folded away; over them it is closed. */}
          <Icon name={sheet.value === "list" ? "close" : "panel"} />
        </IconButton>
      </div>
      <div ref={body} class="panel-body">
        {children}
      </div>
      <p class="panel-foot">
        <Icon name="lock" /> {t.privacy}
      </p>
    </aside>
  );
}

/** On a phone the list lies over the article: what was chosen in it is to be seen. */
function makeRoom(event: MouseEvent): void {
  if (isPhone() && (event.target as HTMLElement).closest(".entry") && sheet.value === "list") {
    sheet.value = null;
  }
}

/** Scrolls a list just so far that the chosen entry is in it; nothing around the list moves. */
function reveal(body: HTMLElement | null): void {
  const entry = body?.querySelector('[aria-current="true"]')?.getBoundingClientRect();
  if (!body || !entry) return;
  const box = body.getBoundingClientRect();
  const over = Math.min(0, entry.top - box.top - ROOM) + Math.max(0, entry.bottom - box.bottom + ROOM);
  if (over !== 0) body.scrollTop += over;
}

/** Left around an entry that was scrolled into its list, in pixels. */
const ROOM = 8;
