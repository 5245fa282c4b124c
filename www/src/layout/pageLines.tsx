import { t } from "../i18n";
import { pageLinesShown, showPageLines } from "../store/pageLines";
import "./pageLines.css";

interface Props {
  /** How many lines of the page are folded here. */
  count: number;
  /** Whether they are shown for another reason, and cannot be folded now. */
  held?: boolean;
}

/** In place of the lines of the page that are folded, or before them: how many there are. */
export function PageLines({ count, held = false }: Props) {
  if (held) return null;
  const shown = pageLinesShown.value;
  return (
    <button type="button" class="link page-lines" aria-expanded={shown} onClick={() => showPageLines(!shown)}>
      {shown ? t.pageLines.hide(count) : t.pageLines.count(count)}
    </button>
  );
}

/** The attributes of a line that may be folded: the browser's own search still finds it, and unfolds all. */
export const foldedIf = (isFolded: boolean) =>
  isFolded
    ? {
        hidden: "until-found" as unknown as boolean,
        "data-folded": "",
        onbeforematch: () => showPageLines(true),
      }
    : {};
