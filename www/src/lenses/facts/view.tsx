import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../i18n";
import { MarkedText } from "../../layout/markedText";
import { REACHABLE } from "../../layout/viewport";
import type { Fact, FactKind, Result, Span } from "../../model/comparison";
import { byKind, context, FACT_KINDS, isMinor, noteOf, withMarks } from "../../model/facts";
import { lookOf } from "../../model/grades";
import { shorten } from "../../model/shorten";
import { SIDES, type Side } from "../../model/side";
import { wordMarks } from "../../model/wordMarks";
import { current } from "../../store/comparison";
import { choice, factKinds } from "../../store/facts";
import { openPassage, passageOf } from "../../store/passages";
import { fullTitle } from "../../store/titles";
import { memo } from "../../ui/drawing";
import { Icon, type IconName } from "../../ui/icons";
import { ListEntries } from "../../ui/listEntries";
import { isOnControl, useListeners } from "../../ui/listeners";
import { useChosen } from "../lens";

const ICONS: Record<FactKind, IconName> = {
  quotation: "quote",
  name: "person",
  date: "calendar",
  number: "figure",
  negation: "none",
};

/** About how high a row is, in pixels. */
const ROW = 104;

/** How many values that agree are named in the line above a group. */
const NAMED = 6;
/** How much of a value is named there, in UTF-16 units. */
const SHORT = 40;

/** What differs in fact where the two articles say the same, kind by kind. */
export function Facts() {
  const ref = useRef<HTMLElement>(null);
  // On a phone all lenses scroll with the page: facts begin at their first, wherever the reader was.
  useLayoutEffect(() => scrollTo(0, 0), []);
  useChosen("facts", (at) => bring(ref.current?.querySelector(`[data-fact="${at}"]`)));
  const found = current.value;
  useListeners(ref, { click: openAt });
  if (!found) return null;
  const { differences } = found.comparison.facts;
  const groups = byKind(differences);
  const kinds = FACT_KINDS.filter((kind) => factKinds.value.size === 0 || factKinds.value.has(kind));
  return (
    <section ref={ref} class="facts" aria-label={t.lenses.facts} {...REACHABLE}>
      <Head />
      {kinds.map((kind) => (
        <Group
          key={kind}
          kind={kind}
          facts={(groups.get(kind) ?? []).filter(({ fact }) => !isMinor(fact))}
          result={found}
        />
      ))}
      {kinds.includes("quotation") && (
        <Minor facts={(groups.get("quotation") ?? []).filter(({ fact }) => isMinor(fact))} />
      )}
      {factKinds.value.size === 0 && <Alone result={found} />}
    </section>
  );
}

/** Brings a row into view, out of a fold if it is in one. */
function bring(row: Element | null | undefined): void {
  const fold = row?.closest("details");
  if (fold) fold.open = true;
  row?.scrollIntoView({ block: "center" });
}

/** The number of a row is its button; the row is a wider target for pointers. */
function openAt(event: MouseEvent): void {
  const row = (event.target as HTMLElement).closest<HTMLElement>("[data-fact]");
  const passage =
    current.value?.comparison.facts.differences[Number(row?.dataset.fact ?? -1)]?.passage ?? null;
  if (passage !== null && !isOnControl(event)) openPassage(passage);
}

/** What the columns hold, at the top of them. */
function Head() {
  return (
    <div class="fact fact-columns" aria-hidden="true">
      <span class="fact-number" />
      {SIDES.map((side) => (
        <span key={side}>
          <strong>{t.facts.says[side]}</strong>
          <span class="fact-title" dir="auto">
            {fullTitle(side)}
          </span>
        </span>
      ))}
      <strong>{t.facts.inShort}</strong>
    </div>
  );
}

/** Quotations that differ only in length or in their marks, folded. */
function Minor({ facts }: Pick<GroupProps, "facts">) {
  if (facts.length === 0) return null;
  return (
    <details class="fact-group fact-minor">
      <summary class="fact-head">
        <h2>
          <Icon name={ICONS.quotation} /> {t.facts.minor} <span class="note">{t.number(facts.length)}</span>
        </h2>
      </summary>
      <ol>{facts.map(draw)}</ol>
    </details>
  );
}

interface GroupProps {
  kind: FactKind;
  facts: Placed[];
  result: Result;
}

function Group({ kind, facts, result }: GroupProps) {
  return (
    <section class={`fact-group${facts.length === 0 ? " is-empty" : ""}`} aria-labelledby={`facts-${kind}`}>
      <div class="fact-head">
        <h2 id={`facts-${kind}`}>
          <Icon name={ICONS[kind]} /> {t.facts.kinds[kind]} <span class="note">{t.number(facts.length)}</span>
        </h2>
        {facts.length === 0 && <p class="fact-none">{t.facts.none[kind]}</p>}
        <Agree kind={kind} result={result} />
      </div>
      {facts.length > 0 && (
        <ListEntries
          list={facts}
          draw={draw}
          plain={plain}
          chosen={() => facts.findIndex(({ at }) => at === choice.item.value)}
          kind="fact-rows"
          height={ROW}
        />
      )}
    </section>
  );
}

interface Placed {
  fact: Fact;
  at: number;
}

const draw = ({ fact, at }: Placed) => <Row key={at} fact={fact} at={at} />;

/** The values of a fact in the words around them, left and right. */
function plain({ fact }: Placed): string {
  const result = current.value;
  if (!result) return "";
  const sides = SIDES.map((side) => {
    const { text } = result[side];
    const whole = withMarks(text, fact[side]);
    const { before, after } = context(text, whole);
    return `${before}${text.slice(whole.start, whole.end)}${after}`;
  });
  return sides.join("\n");
}

/** What of a kind both sides say alike. */
function Agree({ kind, result }: { kind: FactKind; result: Result }) {
  const agree = result.comparison.facts.agree.filter((fact) => fact.kind === kind);
  if (agree.length === 0) return null;
  const named = agree.slice(0, NAMED).map(({ left }) => {
    const short = shorten(result.left.text.slice(left.start, left.end), SHORT, t.dots);
    return kind === "quotation" ? t.quoted(short) : short;
  });
  return (
    <p class="note fact-agree">
      <Icon name="check" /> {t.facts.same(named, agree.length - named.length)}
    </p>
  );
}

const Row = memo(function Row({ fact, at }: Placed) {
  const [passage, result] = [passageOf(fact.passage), current.value];
  if (!result) return null;
  const { note, words } = noteOf(fact, result.left.text, result.right.text);
  return (
    <li class={`fact${choice.is(at) ? " is-chosen" : ""}`} data-fact={at}>
      <span class="fact-number">
        {passage && (
          <button
            type="button"
            class={`badge badge-${lookOf(passage)}`}
            aria-label={t.passageLabel(passage, "left")}
            onClick={() => openPassage(passage.number)}
          >
            {passage.number}
          </button>
        )}
      </span>
      {SIDES.map((side) => (
        <Value key={side} fact={fact} side={side} text={result[side].text} />
      ))}
      <p class="fact-note">{t.facts.notes[note](words, fact.kind)}</p>
    </li>
  );
});

/** A quotation of so many UTF-16 units is its own context. */
const OWN_CONTEXT = 60;

/** Whether the words around a value say more than the value. */
const saysMore = ({ kind }: Fact, { start, end }: Span) => kind !== "quotation" || end - start < OWN_CONTEXT;

/** A value in the words around it. Only what differs in it is filled. */
function Value({ fact, side, text }: { fact: Fact; side: Side; text: string }) {
  const span = fact[side];
  const whole = withMarks(text, span);
  const { before, after } = context(text, whole);
  const inner = wordMarks({ changes: fact.changes, grade: "edited" }, side, span);
  const marks = fact.changes.length > 0 ? inner : [{ ...whole, word: "replaced" as const, change: 0 }];
  const missing = span.start === span.end;
  const said = text.slice(whole.start, whole.end);
  return (
    <div class={`fact-side fact-${side}`}>
      <span class="fact-letter">{t.phone.sides[side]}</span>
      {/* A value without letters has the direction of the words around it. */}
      <div dir="auto" lang="">
        <p class="fact-value" dir={missing || /\p{L}/u.test(said) ? "auto" : undefined}>
          {missing ? t.facts.nothing : <MarkedText text={text} stretch={whole} marks={marks} side={side} />}
        </p>
        {saysMore(fact, whole) && (
          <p class="fact-context">
            {before}
            <b>{said}</b>
            {after}
          </p>
        )}
      </div>
    </div>
  );
}

/** A quotation of a side with its marks. */
const wordsOn = (side: Side) => (span: Span) => {
  const text = current.value?.[side].text ?? "";
  const { start, end } = withMarks(text, span);
  return text.slice(start, end);
};
const words = { left: wordsOn("left"), right: wordsOn("right") };

const aloneOn = (side: Side) => (span: Span) => (
  <li key={span.start} dir="auto" lang="">
    {words[side](span)}
  </li>
);
const alone = { left: aloneOn("left"), right: aloneOn("right") };

/** Quotations that only one side has. */
function Alone({ result }: { result: Result }) {
  const { only } = result.comparison.facts;
  if (only.left.length + only.right.length === 0) return null;
  return (
    <section class="fact-group" aria-labelledby="facts-only">
      <div class="fact-head">
        <h2 id="facts-only">
          <Icon name="quote" /> {t.facts.alone}{" "}
          <span class="note">{t.number(only.left.length + only.right.length)}</span>
        </h2>
      </div>
      <div class="fact fact-alone">
        <span class="fact-number" />
        {SIDES.map((side) => (
          <div key={side} class={`fact-side fact-${side}`}>
            <span class="fact-letter">{t.phone.sides[side]}</span>
            <ListEntries list={only[side]} draw={alone[side]} plain={words[side]} kind="fact-quotations" />
            {only[side].length === 0 && <p class="note">{t.facts.noneAlone}</p>}
          </div>
        ))}
      </div>
    </section>
  );
}
