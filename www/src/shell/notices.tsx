import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n";
import { detailHeight } from "../layout/scrollState";
import { undo } from "../store/actions";
import { lastVerdict } from "../store/verdicts";
import { IconButton } from "../ui/controls";
import { Icon } from "../ui/icons";

/** How long what the reader said of a passage can be taken back here, in milliseconds; in the list, always. */
const STAYS = 12_000;

/** Says what became of a passage, and takes it back on demand. */
export function Said() {
  const last = lastVerdict.value;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!last) return;
    // The button that said it may have gone with its passage, and the focus with it.
    if (document.activeElement === document.body) button.current?.focus();
    const timer = setTimeout(() => {
      if (lastVerdict.peek() === last) lastVerdict.value = null;
    }, STAYS);
    return () => clearTimeout(timer);
  }, [last]);
  if (!last) return null;
  return (
    <section
      class="said"
      style={{ "--tray": `${detailHeight.value}px` }}
      aria-label={t.verdicts[last.verdict](last.number)}
    >
      <span>{t.verdicts[last.verdict](last.number)}</span>
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
