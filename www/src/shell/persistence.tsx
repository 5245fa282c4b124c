import { useState } from "preact/hooks";
import { isReport } from "../export/report";
import { t } from "../i18n";
import { articles } from "../store/library";
import { forgetEverything, keeping, keptCount } from "../store/persistence";
import { set, settings } from "../store/settings";
import { closeSheet } from "../store/view";
import { Check, IconButton } from "../ui/controls";
import { Icon } from "../ui/icons";

/** Whether articles are kept for the next visit, how many are, and the way to forget them. */
export function Keeping() {
  const [asked, setAsked] = useState(false);
  const { keep } = settings.value;
  if (isReport) return null;
  const forget = () => {
    if (!asked) return setAsked(true);
    closeSheet();
    void forgetEverything();
  };
  return (
    <>
      <Check label={t.keeping.keep} checked={keep} onChange={(checked) => set({ keep: checked })} />
      <p class="note menu-note" role="status">
        {keep ? t.keeping.state(keeping.value, keptCount.value) : t.keeping.off}
      </p>
      <button type="button" class="menu-item" onClick={forget}>
        {asked ? t.keeping.reallyForget : t.keeping.forget}
      </button>
    </>
  );
}

/** Says once that the browser keeps nothing, for as long as the reader has not closed the line. */
export function NotKept() {
  const [closed, setClosed] = useState(false);
  const now = keeping.value;
  if (closed || articles.value.length === 0 || (now !== "refused" && now !== "full")) return null;
  return (
    <div class="notices">
      <p class="problem" role="alert">
        {t.keeping.trouble[now]}
      </p>
      <IconButton name={t.closeProblems} onClick={() => setClosed(true)}>
        <Icon name="close" />
      </IconButton>
    </div>
  );
}
