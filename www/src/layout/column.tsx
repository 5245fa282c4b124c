import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { t } from "../i18n";
import { languageOf } from "../model/script";
import type { Side } from "../model/side";
import { edit } from "../store/actions";
import { current } from "../store/comparison";
import { pair, switchAlternative } from "../store/library";
import { type Placed, placed } from "../store/paragraphMarks";
import { options, setOption } from "../store/settings";
import { choosing, editing } from "../store/view";
import { Check } from "../ui/controls";
import { memo } from "../ui/drawing";
import { settleSoon } from "./badges";
import { Editor } from "./editor";
import { type Inside, Paragraphs } from "./paragraphs";
import { onScroll, registerPane, restorePlace } from "./scrolling";
import { announceLayout } from "./scrollState";
import { REACHABLE } from "./viewport";

interface Props {
  side: Side;
  /** What is drawn inside a paragraph once there is a comparison. */
  inside: Inside | null;
}

/** One article in a column: to read, or to edit. */
export const Column = memo(function Column(props: Props) {
  return editing.value === props.side ? <Editor side={props.side} /> : <Text {...props} />;
});

/** An article from its first line to its last. */
function Text({ side, inside }: Props) {
  const [scroller, sheet] = [useRef<HTMLElement>(null), useRef<HTMLDivElement>(null)];
  const found = current.value;
  const article = found?.[side] ?? pair.value[side];
  const all = placed.value[side];
  const language = useMemo(() => languageOf(article?.text ?? ""), [article?.text]);
  usePane(side, scroller, sheet);
  useLayoutEffect(() => announceLayout(), [all]);
  useLayoutEffect(() => restorePlace(side, article?.id), [side, article?.id]);
  if (!article) return null;
  return (
    <section
      ref={scroller}
      class={`column column-${side}`}
      aria-label={t.articleOf[side]}
      {...REACHABLE}
      onScroll={() => onScroll(side)}
    >
      <div ref={sheet} lang={language} class="sheet">
        {found && !all.some(({ paragraph }) => paragraph.role === "title") && (
          <h2 class="no-headline">{t.noHeadline}</h2>
        )}
        <Paragraphs
          key={article.id}
          name={article.id}
          side={side}
          text={article.text}
          all={all}
          inside={found && inside}
        />
        <Foot side={side} all={all} />
      </div>
    </section>
  );
}

type Box<E> = { current: E | null };

/** Tells of a column as long as it is on the page, and settles its numbers when it was laid out anew. */
function usePane(side: Side, scroller: Box<HTMLElement>, sheet: Box<HTMLElement>): void {
  useLayoutEffect(() => {
    if (!scroller.current || !sheet.current) return;
    const element = sheet.current;
    const release = registerPane(side, scroller.current, element);
    // What it tells first is known: that the column is there.
    let isFirst = true;
    const watch = new ResizeObserver(() => {
      if (isFirst) {
        isFirst = false;
        return;
      }
      settleSoon(element);
      announceLayout();
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      release();
    };
  }, [side]);
}

function Foot({ side, all }: { side: Side; all: readonly Placed[] }) {
  const some = all.some(({ paragraph }) => paragraph.boilerplate);
  const off = options.value.skipBoilerplate === false;
  const { id = "", alternative = null } = pair.value[side] ?? {};
  return (
    <div class="foot" data-side={side}>
      <button type="button" class="link" onClick={() => edit(side)}>
        {t.edit.open}
      </button>
      {alternative && (
        <button type="button" class="link" onClick={() => switchAlternative(id)}>
          {t.alternative[alternative.is]}
        </button>
      )}
      {current.value && (
        <button
          type="button"
          class="link"
          aria-pressed={choosing.value === side}
          onClick={() => {
            choosing.value = choosing.value === side ? null : side;
          }}
        >
          {choosing.value === side ? t.lines.done : t.lines.choose}
        </button>
      )}
      {(some || off) && (
        <Check label={t.compareClutter} checked={off} onChange={(on) => setOption("skipBoilerplate", !on)} />
      )}
    </div>
  );
}
