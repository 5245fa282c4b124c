import { t } from "../../i18n";
import { Panel } from "../../layout/panel";
import type { Passage } from "../../model/comparison";
import { GRADES, lookOf } from "../../model/grades";
import { named, takeBack } from "../../store/actions";
import { current } from "../../store/comparison";
import { elsewhere } from "../../store/otherArticles";
import { directions } from "../../store/paragraphMarks";
import {
  counted,
  filter,
  filterOpen,
  hiddenCount,
  lengthOf,
  listed,
  movedCount,
  type Order,
  order,
  refused,
  setFilter,
  showAll,
  shown,
  toggleGrade,
  togglePassage,
  uncountedCount,
  type Wanted,
} from "../../store/passages";
import { pointed } from "../../store/selection";
import { options, setOption } from "../../store/settings";
import { Check, IconButton, Segments } from "../../ui/controls";
import { memo } from "../../ui/drawing";
import { Icon, type IconName } from "../../ui/icons";
import { ListEntries } from "../../ui/listEntries";
import { choice, numbers } from "./items";

const WANTED: readonly Wanted[] = ["all", "only", "none"];

/** UTF-16 units of a passage that stand in the list; what is more is cut at a word by the style sheet. */
const BEGINNING = 120;

/** All passages that pass the filter, in the order the reader chose. */
export function PassageList() {
  const count = t.list.of(shown.value.size, counted.value.length);
  return (
    <Panel title={t.list.passages} count={count} tools={<FilterButton />}>
      {filterOpen.value && <FilterBox />}
      <p class="list-top">
        {listed.value.length > 1 && <OrderChoice />}
        <MovedOnly />
      </p>
      <ListEntries list={listed.value} draw={entry} plain={words} chosen={chosenPlace} />
      {listed.value.length === 0 && (
        <p class="panel-note">{counted.value.length === 0 ? t.list.none : t.list.empty}</p>
      )}
      {hiddenCount.value > 0 && (
        <p class="panel-note">
          {t.list.hidden(hiddenCount.value)}{" "}
          <button type="button" class="link" onClick={showAll}>
            {t.list.showAll}
          </button>
        </p>
      )}
      <Uncounted />
      <Refused />
    </Panel>
  );
}

/** How many matches do not count, and the way to count them. */
function Uncounted() {
  const count = uncountedCount.value;
  if (count === 0) return null;
  return (
    <p class="panel-note">
      {t.list.uncounted(count)}{" "}
      <button type="button" class="link" onClick={() => setOption("showWeak", true)}>
        {t.list.count(count)}
      </button>
    </p>
  );
}

/** Refused pairs that are listed, the newest: more than a reader refuses of two articles by hand. */
const MOST_REFUSED = 200;

/** What the reader said is no match: it is in no comparison, so it is named by its words. */
function Refused() {
  const more = refused.value.length - MOST_REFUSED;
  return (
    <>
      {more > 0 && <p class="panel-note">{t.list.moreRefused(more)}</p>}
      {refused.value.slice(-MOST_REFUSED).map(({ said, words }) => (
        <p key={`${said.spans.left.start} ${said.spans.right.start}`} class="panel-note">
          <bdi lang="">{t.quoted(named(words))}</bdi> {t.list.refused}{" "}
          <button type="button" class="link" onClick={() => takeBack(said)}>
            {t.list.restore}
          </button>
        </p>
      ))}
    </>
  );
}

function FilterButton() {
  return (
    <IconButton
      name={t.list.filter}
      keys="f"
      expanded={filterOpen.value}
      onClick={() => {
        filterOpen.value = !filterOpen.value;
      }}
    >
      <Icon name="filter" />
    </IconButton>
  );
}

function FilterBox() {
  const { quotations, stock, movedOnly } = filter.value;
  return (
    <fieldset class="filter">
      <legend class="unseen">{t.list.filter}</legend>
      <GradeFilter />
      <LengthFilter />
      <AllOnlyNone
        name="quotations"
        label={t.list.quotations}
        value={quotations}
        onChange={(name) => setFilter({ quotations: name })}
      />
      {(elsewhere.value.size > 0 || stock !== "all") && (
        <AllOnlyNone
          name="stocks"
          label={t.list.stocks}
          value={stock}
          onChange={(name) => setFilter({ stock: name })}
        />
      )}
      <Check label={t.list.moved} checked={movedOnly} onChange={(on) => setFilter({ movedOnly: on })} />
      <Check
        label={t.list.showWeak}
        checked={options.value.showWeak === true}
        onChange={(on) => setOption("showWeak", on)}
      />
    </fieldset>
  );
}

function GradeFilter() {
  return (
    <p class="filter-grades">
      {GRADES.map((grade) => (
        <button
          key={grade}
          type="button"
          class="part"
          aria-pressed={filter.value.grades.has(grade)}
          onClick={() => toggleGrade(grade)}
        >
          <i class={`swatch swatch-${grade}`} /> {t.grades[grade]}
        </button>
      ))}
    </p>
  );
}

/** How many passages are looked at for the longest. */
const LOOKED_AT = 5000;

function LengthFilter() {
  const { minWords } = filter.value;
  const longest = Math.max(1, ...counted.value.slice(0, LOOKED_AT).map(lengthOf));
  return (
    <label class="filter-range">
      <span>{t.list.atLeast}</span>
      <input
        type="range"
        min={0}
        max={Math.min(60, longest)}
        value={minWords}
        onInput={(event) => setFilter({ minWords: event.currentTarget.valueAsNumber })}
      />
      <span>{minWords === 0 ? t.list.anyLength : t.words(minWords)}</span>
    </label>
  );
}

interface Choice {
  name: string;
  label: string;
  value: Wanted;
  onChange(wanted: Wanted): void;
}

/** Whether passages of a kind are shown with the others, alone, or not at all. */
function AllOnlyNone({ name, label, value, onChange }: Choice) {
  const choices = WANTED.map((wanted) => ({ value: wanted, label: t.list.wanted[wanted] }));
  return <Segments name={name} legend={label} value={value} choices={choices} onChange={onChange} />;
}

/** Shows what moved alone: one of the first questions about a pair, so it is not only in the filter. */
function MovedOnly() {
  const { movedOnly } = filter.value;
  if (movedCount.value === 0 && !movedOnly) return null;
  return (
    <button
      type="button"
      class="part list-moved"
      aria-pressed={movedOnly}
      title={t.list.moved}
      onClick={() => setFilter({ movedOnly: !movedOnly })}
    >
      <strong>{t.number(movedCount.value)}</strong> {t.list.movedPart}
    </button>
  );
}

function OrderChoice() {
  return (
    <label class="order">
      <span class="unseen">{t.list.order}</span>
      <select
        value={order.value}
        onChange={(event) => {
          order.value = event.currentTarget.value as Order;
        }}
      >
        {Object.entries(t.list.orders).map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

const chosenPlace = () => numbers.value.indexOf(choice.item.value ?? -1);

/** The number of a passage and its first words on the left. */
const words = (passage: Passage) => `${passage.number} ${beginning(passage)}`;

function beginning({ left: { start, end } }: Passage): string {
  return current.value?.left.text.slice(start, Math.min(end, start + BEGINNING)) ?? "";
}

const entry = (passage: Passage) => <Entry key={passage.number} passage={passage} />;

const Entry = memo(function Entry({ passage }: { passage: Passage }) {
  const point = (number: number | null) => () => {
    pointed.value = number;
  };
  return (
    <li>
      <button
        type="button"
        class="entry"
        aria-current={choice.is(passage.number)}
        onClick={() => togglePassage(passage.number)}
        onPointerEnter={point(passage.number)}
        onPointerLeave={point(null)}
      >
        <span class={`badge badge-${lookOf(passage)}`}>{passage.number}</span>
        <span>
          <span class="entry-text" dir="auto">
            {beginning(passage)}
          </span>
          <Signs passage={passage} />
        </span>
      </button>
    </li>
  );
});

/** What is known of a passage, in a word or a drawing each. */
function Signs({ passage }: { passage: Passage }) {
  const way = directions.value.get(passage.number)?.left;
  const others = elsewhere.value.get(passage.number);
  return (
    <span class="note">
      {t.list.lengths(passage)}
      {way && (
        <span class="entry-sign">
          <Icon name={way === "later" ? "downward" : "up"} /> {t.list[way]}
        </span>
      )}
      {passage.quotation && <Sign icon="quote" name={t.list.quotation} />}
      {others && <span class="entry-sign">{t.list.inArticles(2 + others.length)}</span>}
      {passage.substance !== "statement" && <span class="entry-sign">{t.list[passage.substance]}</span>}
      {passage.pinned && <Sign icon="pin" name={t.list.pinned} />}
    </span>
  );
}

function Sign({ icon, name }: { icon: IconName; name: string }) {
  return (
    <span class="entry-sign" role="img" aria-label={name} title={name}>
      <Icon name={icon} />
    </span>
  );
}
