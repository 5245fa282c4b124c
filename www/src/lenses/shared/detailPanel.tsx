import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../i18n";
import { editsOf, MarkedText, ringPartner, unring, wordsOf } from "../../layout/markedText";
import { detailHeight } from "../../layout/scrollState";
import type { Passage } from "../../model/comparison";
import { lookOf } from "../../model/grades";
import { SIDES } from "../../model/side";
import { refuse, togglePin } from "../../store/actions";
import { current } from "../../store/comparison";
import { copyPassage, copyQuotations, quotationPairs } from "../../store/export";
import { openFact } from "../../store/facts";
import { elsewhere } from "../../store/otherArticles";
import { directions } from "../../store/paragraphMarks";
import { listed, pairOf, passageOf, passages, selectPassage } from "../../store/passages";
import { selectedPassage } from "../../store/selection";
import { IconButton } from "../../ui/controls";
import { Icon } from "../../ui/icons";
import { stepPassage } from "./items";

/** The chosen passage: what is known about it, and both versions with their differences. */
export function DetailPanel() {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => tellHeight(ref.current), []);
  const passage = passageOf(selectedPassage.value);
  const found = current.value;
  if (!passage || !found) return null;
  const pair = pairOf(passage);
  return (
    <section ref={ref} class="tray" aria-label={t.tray.label}>
      <div class="tray-inner grid" onPointerOver={ringPartner} onPointerLeave={unring}>
        <div class="tray-head">
          <span class={`badge badge-${lookOf(passage)}`}>{passage.number}</span>
          <h2 class="tray-grade">{passage.byMeaning ? t.meaning.inOtherWords : t.grades[passage.grade]}</h2>
          <Facts passage={passage} />
          <Legend passage={passage} moved={pair.moves.length > 0} />
          <Acts passage={passage} />
          <Steps passage={passage} />
        </div>
        {SIDES.map((side) => (
          <div key={side} class={`tray-text tray-${side}`}>
            <h3 class="tray-side">{t.tray.has[side]}</h3>
            <p dir="auto" lang="">
              <MarkedText
                text={found[side].text}
                stretch={passage[side]}
                marks={wordsOf(pair, side, passage[side], found[side].text)}
                side={side}
              />
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}

/** Lets what stands for a while at the foot of the page stand above the tray. */
function tellHeight(tray: HTMLElement | null): () => void {
  const watch = new ResizeObserver(([entry]) => {
    detailHeight.value = Math.round(entry?.target.getBoundingClientRect().height ?? 0);
  });
  if (tray) watch.observe(tray);
  return () => {
    watch.disconnect();
    detailHeight.value = 0;
  };
}

function Facts({ passage }: { passage: Passage }) {
  const way = directions.value.get(passage.number);
  const [common, of] = t.tray.common(passage);
  return (
    <div class="tray-facts">
      <span class="tray-fact">
        {common}
        <span class="tray-of">{of}</span>
      </span>
      <span class="tray-fact">
        {!passage.moved && t.tray.sameOrder}
        {passage.moved && t.tray.later(way?.left === "later" ? "right" : "left")}
      </span>
      {passage.quotation && <span class="tray-fact">{t.tray.quotation}</span>}
      <Elsewhere passage={passage} />
      <FactsLink passage={passage} />
      {passage.coverage !== "shared" && passage.coverage !== "repeated" && (
        <span class="tray-fact">{t.tray.uncounted(passage)}</span>
      )}
      <Counterparts passage={passage} />
    </div>
  );
}

/** In how many articles it stands, with the names of the others. */
function Elsewhere({ passage }: { passage: Passage }) {
  const others = elsewhere.value.get(passage.number);
  if (!others) return null;
  const names = others.join("\n");
  return (
    <span class="tray-fact" title={names}>
      {t.list.inArticles(others.length + 2)}
      <span class="unseen">: {names}</span>
    </span>
  );
}

/** How many facts differ in this passage; leads to them. */
function FactsLink({ passage }: { passage: Passage }) {
  const differences = current.value?.comparison.facts.differences ?? [];
  const count = differences.filter((fact) => fact.passage === passage.number).length;
  if (count === 0) return null;
  return (
    <button
      type="button"
      class="link tray-fact"
      onClick={() => {
        openFact(differences.findIndex((fact) => fact.passage === passage.number));
      }}
    >
      {t.tray.facts(count)}
    </button>
  );
}

/** The other places where the same stands: the copies of this passage, or the one that it repeats. */
function Counterparts({ passage }: { passage: Passage }) {
  if (passage.coverage === "repeated" && passage.primary != null) {
    return (
      <span class="tray-fact">
        {t.tray.repeats} <Other number={passage.primary} />
      </span>
    );
  }
  const best = passage.primary ?? passage.number;
  const all = passages.value.filter((other) => other.number === best || other.primary === best);
  const others = all.filter((other) => other.number !== passage.number);
  if (others.length === 0) return null;
  return (
    <span class="tray-fact">
      {t.tray.alsoAt}{" "}
      {others.map((other, at) => (
        <span key={other.number}>
          {at > 0 && ", "}
          <Other number={other.number} />
        </span>
      ))}
    </span>
  );
}

function Other({ number }: { number: number }) {
  return (
    <button type="button" class="link" onClick={() => selectPassage(number)}>
      {number}
    </button>
  );
}

function Legend({ passage, moved }: { passage: Passage; moved: boolean }) {
  if (editsOf(passage.changes).length === 0) return null;
  const edits = passage.grade === "reworded" ? (["kept"] as const) : (["replaced", "only"] as const);
  const kinds = moved ? ([...edits, "moved"] as const) : edits;
  const names = {
    kept: t.tray.kept,
    replaced: t.tray.differs,
    only: t.tray.onlyHere,
    moved: t.tray.movedInside,
  };
  return (
    <span class="tray-legend" aria-hidden="true">
      {kinds.map((kind) => (
        <span key={kind} class={`word word-${kind}`}>
          {names[kind]}
        </span>
      ))}
    </span>
  );
}

/** What a reader does with the passage. */
function Acts({ passage }: { passage: Passage }) {
  const { pinned } = passage;
  const quotations = quotationPairs(passage);
  return (
    <span class="tray-tools">
      <IconButton name={t.out.copyPassage} keys="c" class="copy" onClick={() => void copyPassage(passage)}>
        <Icon name="copy" />
      </IconButton>
      {quotations.length > 0 && (
        <IconButton name={t.out.copyQuotations} keys="q" onClick={() => void copyQuotations(quotations)}>
          <Icon name="quote" />
        </IconButton>
      )}
      <IconButton
        name={pinned ? t.tray.unpin : t.tray.pin}
        pressed={pinned}
        onClick={() => togglePin(passage)}
      >
        <Icon name="pin" />
      </IconButton>
      <IconButton name={t.tray.refuse} onClick={() => refuse(passage)}>
        <Icon name="none" />
      </IconButton>
    </span>
  );
}

/** To the next passage and the one before, and away. */
function Steps({ passage }: { passage: Passage }) {
  const at = listed.value.findIndex((other) => other.number === passage.number) + 1;
  return (
    <span class="tray-tools tray-steps">
      <IconButton name={t.tray.previous} keys="p" onClick={() => stepPassage(-1)}>
        <Icon name="left" />
      </IconButton>
      <span class="tray-position">{t.tray.position(at, listed.value.length)}</span>
      <IconButton name={t.tray.next} keys="n" onClick={() => stepPassage(1)}>
        <Icon name="right" />
      </IconButton>
      <IconButton name={t.tray.close} onClick={() => selectPassage(null)}>
        <Icon name="close" />
      </IconButton>
    </span>
  );
}
