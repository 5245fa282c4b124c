import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n";
import { detailHeight } from "../layout/scrollState";
import { named, undo, undoTaking } from "../store/actions";
import { arrived } from "../store/incoming";
import { allPairs, togglePairs } from "../store/pairs";
import { inLine } from "../store/titles";
import { told } from "../store/told";
import { letGoOfSteps, steps, type Taken } from "../store/undo";
import { lastVerdict } from "../store/verdicts";
import { sheet } from "../store/view";
import { IconButton } from "../ui/controls";
import { Icon } from "../ui/icons";

/** How long what the reader said of a passage can be taken back here, in milliseconds; in the list, always. */
const VERDICT_STAYS = 12_000;

/** What was done, at the foot of the page for a while, one line above the other. */
export function Notices() {
  return (
    <div class="all-said" style={{ "--tray": `${detailHeight.value}px` }}>
      <VerdictNotice />
      <UndoNotice />
      <ArrivalNotice />
      <ExportNotice />
    </div>
  );
}

/** Says what became of a passage, and takes it back on demand. */
function VerdictNotice() {
  const last = lastVerdict.value;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!last) return;
    // The button that said it may have gone with its passage, and the focus with it.
    if (document.activeElement === document.body) button.current?.focus();
    const timer = setTimeout(() => {
      if (lastVerdict.peek() === last) lastVerdict.value = null;
    }, VERDICT_STAYS);
    return () => clearTimeout(timer);
  }, [last]);
  // What is undone is the last step of either.
  if (!last || steps.value.length > 0) return null;
  const text = t.verdicts[last.said.verdict](named(last.said.texts.left));
  return (
    <section class="said" aria-label={text}>
      <span>{text}</span>
      <button ref={button} type="button" class="link" onClick={undo} aria-keyshortcuts="Control+Z">
        {t.verdicts.undo}
      </button>
      <IconButton
        name={t.verdicts.dismiss}
        onClick={() => {
          lastVerdict.value = null;
        }}
      >
        <Icon name="close" />
      </IconButton>
    </section>
  );
}

/** How long what was taken away can be brought back, in milliseconds: long enough to look for it and not find it. */
const UNDO_STAYS = 30_000;

function takenText(taken: Taken): string {
  if (taken.is === "removed") return t.undo.removed(taken.title);
  return t.undo[taken.is](taken.count);
}

/** Says what was taken away, and brings it back on demand, one step after another. */
function UndoNotice() {
  const last = steps.value.at(-1);
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(letGoOfSteps, UNDO_STAYS);
    return () => clearTimeout(timer);
  }, [last]);
  if (!last) return null;
  const text = takenText(last.taken);
  return (
    <section class="said" aria-label={text}>
      <span>{text}</span>
      <button type="button" class="link" onClick={undoTaking} aria-keyshortcuts="Control+Z">
        {t.undo.undo}
      </button>
      <IconButton name={t.undo.close} onClick={letGoOfSteps}>
        <Icon name="close" />
      </IconButton>
    </section>
  );
}

/** How long a line about articles that came stays, in milliseconds. */
const ARRIVAL_STAYS = 15_000;

/** Says which articles came to a comparison: where they are, and the way back. */
function ArrivalNotice() {
  const now = arrived.value;
  useEffect(() => {
    if (!now) return;
    const timer = setTimeout(() => {
      if (arrived.peek() === now) arrived.value = null;
    }, ARRIVAL_STAYS);
    return () => clearTimeout(timer);
  }, [now]);
  if (!now) return null;
  const [title = ""] = now.titles;
  const text = now.titles.length === 1 ? t.arrived.one(inLine(title)) : t.arrived.many(now.titles.length);
  const close = () => {
    arrived.value = null;
  };
  return (
    <section class="said arrived" aria-label={text}>
      <span role="status">{text}</span>
      {!allPairs.value && (
        <button
          type="button"
          class="link"
          onClick={() => {
            close();
            togglePairs();
          }}
        >
          {t.arrived.pairs}
        </button>
      )}
      <button type="button" class="link" onClick={now.undo}>
        {t.arrived.undo}
      </button>
      <IconButton name={t.verdicts.dismiss} onClick={close}>
        <Icon name="close" />
      </IconButton>
    </section>
  );
}

/** How long a line about what left the page stays, in milliseconds. */
const EXPORT_STAYS = 8_000;

/** What last left the page, in one line for a while. */
function ExportNotice() {
  const text = told.value;
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => {
      if (told.peek() === text) told.value = null;
    }, EXPORT_STAYS);
    return () => clearTimeout(timer);
  }, [text]);
  // In a dialog the line stands there: what lies under it cannot be read.
  if (!text || sheet.value === "out" || sheet.value === "bookmarklet") return null;
  return (
    <section class="said told" aria-label={text}>
      <span>{text}</span>
      <IconButton
        name={t.verdicts.dismiss}
        onClick={() => {
          told.value = null;
        }}
      >
        <Icon name="close" />
      </IconButton>
    </section>
  );
}
