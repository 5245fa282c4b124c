import { t } from "../../i18n";
import { editsOf } from "../../layout/markedText";
import { Panel } from "../../layout/panel";
import type { Change, Move, Result, RowKind } from "../../model/comparison";
import { coversIn, isRepeated } from "../../model/covers";
import { lookOf } from "../../model/grades";
import { shorten } from "../../model/shorten";
import { current } from "../../store/comparison";
import { set, settings } from "../../store/settings";
import { Check } from "../../ui/controls";
import { memo } from "../../ui/drawing";
import { Icon } from "../../ui/icons";
import { ListEntries } from "../../ui/listEntries";
import { choice, folded, listedRows, rowParts, selectRow } from "./items";
import { passageFor, rows, sideOf } from "./rows";

/** Edits of a row that stand in the list, and UTF-16 units of a row without edits and of each side of one. */
const EDITS = 3;
const ENTRY = 120;
const BEGINNING = 48;

/** All rows that differ, each with its first edits. */
export function RowList() {
  return (
    <Panel
      title={rowParts.value.size > 0 ? t.sidebyside.listLit : t.sidebyside.list}
      count={t.number(listedRows.value.length)}
    >
      <Check
        label={t.sidebyside.inline}
        checked={settings.value.inline}
        onChange={(inline) => set({ inline })}
      />
      <Check
        label={t.sidebyside.fold}
        checked={folded.value}
        onChange={(on) => {
          folded.value = on;
        }}
      />
      <Legend />
      <ListEntries list={listedRows.value} draw={entry} plain={words} chosen={chosenPlace} />
    </Panel>
  );
}

const chosenPlace = () => listedRows.value.indexOf(choice.item.value ?? -1);

/** The first words of a row on the side that stands for it. */
function words(at: number): string {
  const [row, result] = [rows.value[at], current.value];
  if (!row || !result) return "";
  const side = sideOf(row);
  const span = row.cells[side]?.span;
  return span ? result[side].text.slice(span.start, Math.min(span.end, span.start + ENTRY)) : "";
}

const entry = (at: number) => <Entry key={at} at={at} />;

const legendOf = (isInline: boolean) =>
  [
    ...(isInline ? (["out", "in", "replaced"] as const) : (["replaced", "only"] as const)),
    "moved",
    "kept",
    "other",
  ] as const;

function Legend() {
  const { legend, word } = t.sidebyside;
  return (
    <dl class="legend">
      {legendOf(settings.value.inline).map((kind) => (
        <div key={kind}>
          <dt>
            <span class={`word word-${kind}`}>{word}</span>
          </dt>
          <dd>{legend[kind]}</dd>
        </div>
      ))}
      <div>
        <dt>
          <i class="legend-bar legend-only" />
        </dt>
        <dd>{legend.oneSide}</dd>
      </div>
      <div>
        <dt>
          <i class="legend-bar legend-moved" />
        </dt>
        <dd>{legend.elsewhere}</dd>
      </div>
      <div>
        <dt>
          <i class="legend-bar legend-repeated" />
        </dt>
        <dd>{legend.repeated}</dd>
      </div>
    </dl>
  );
}

const Entry = memo(function Entry({ at }: { at: number }) {
  const [row, result] = [rows.value[at], current.value];
  if (!row || !result) return null;
  const { kind } = row;
  const passage = passageFor(row);
  const side = sideOf(row);
  const span = row.cells[side]?.span;
  const edits = kind === "changed" ? editsOf(row.row.changes) : [];
  const moves = kind === "changed" ? row.row.moves : [];
  const more = edits.length + moves.length - EDITS;
  return (
    <li>
      <button type="button" class="entry" aria-current={choice.is(at)} onClick={() => selectRow(at)}>
        {passage ? (
          <span class={`badge badge-${lookOf(passage)}`}>{passage.number}</span>
        ) : (
          <span class="no-badge" />
        )}
        <span>
          {edits.slice(0, EDITS).map((change) => (
            <Edit key={`${change.left.start} ${change.right.start}`} change={change} result={result} />
          ))}
          {moves.slice(0, Math.max(0, EDITS - edits.length)).map((move) => (
            <MovedWords key={`${move.left?.start} ${move.right?.start}`} move={move} result={result} />
          ))}
          {edits.length + moves.length === 0 && span && (
            <span class="entry-text" dir="auto">
              {words(at)}
            </span>
          )}
          <span class="note">
            {[rowKindOf(kind), more > 0 ? t.sidebyside.more(more) : ""].filter(Boolean).join(", ")}
          </span>
        </span>
      </button>
    </li>
  );
});

function rowKindOf(kind: RowKind): string {
  if (kind === "same" || kind === "only" || kind === "boilerplate") return "";
  return t.sidebyside.rowKinds[kind];
}

/** Words of an article. Whatever their direction, left stands before right. */
function Words({ kind, children }: { kind: "replaced" | "only" | "repeated" | "moved"; children: string }) {
  return (
    <bdi class={`word word-${kind}`} lang="">
      {children}
    </bdi>
  );
}

function Edit({ change, result }: { change: Change; result: Result }) {
  const left = cut(result.left.text.slice(change.left.start, change.left.end));
  const right = cut(result.right.text.slice(change.right.start, change.right.end));
  if (change.operation === "replace") {
    return (
      <span class="edit">
        <Words kind="replaced">{left}</Words> <Icon name="arrow" /> <Words kind="replaced">{right}</Words>
      </span>
    );
  }
  const side = change.operation === "delete" ? "left" : "right";
  const covers = coversIn(result.comparison.coverage[side], change[side]);
  const isCopy = covers.length > 0 && covers.every(isRepeated);
  return (
    <span class="edit">
      {isCopy ? t.sidebyside.repeated : t.sidebyside.onlyOn[side]}{" "}
      <Words kind={isCopy ? "repeated" : "only"}>{left || right}</Words>
    </span>
  );
}

function MovedWords({ move: { left, right }, result }: { move: Move; result: Result }) {
  const side = left ? "left" : "right";
  const span = left ?? right;
  if (!span) return null;
  return (
    <span class="edit">
      {t.sidebyside.moved} <Words kind="moved">{cut(result[side].text.slice(span.start, span.end))}</Words>
    </span>
  );
}

const cut = (text: string) => shorten(text, BEGINNING, t.dots);
