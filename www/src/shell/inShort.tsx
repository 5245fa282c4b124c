import { useRef } from "preact/hooks";
import { t } from "../i18n";
import { onlyinone } from "../lenses/onlyinone";
import { stretches } from "../lenses/onlyinone/items";
import type { Clause, Story } from "../model/comparison";
import { current } from "../store/comparison";
import { allFindings, copyParagraph, follow, leads, type ShowStretch, unfolded } from "../store/inShort";
import { showLens } from "../store/lens";
import { IconButton } from "../ui/controls";
import { Icon } from "../ui/icons";
import { useListeners } from "../ui/listeners";
import "./inShort.css";

/** Findings that are shown at first. */
const FIRST = 5;

/** Letters of scripts that run to the left, Hebrew and Arabic before all. */
const RUNS_LEFT = /[\u0590-\u08ff]/;

/** What the comparison means, above every lens: a paragraph, and what to look at. Each sentence leads to its place. */
export function InShort() {
  const story = current.value?.comparison.story;
  return story && story.clauses.length > 0 ? <Told story={story} /> : null;
}

function Told({ story }: { story: Story }) {
  const ref = useRef<HTMLElement>(null);
  useListeners(ref, { click: onPress });
  const { clauses, findings } = story;
  const shown = allFindings.value ? findings : findings.slice(0, FIRST);
  const more = findings.length - FIRST;
  return (
    <section ref={ref} class={`in-short${unfolded.value ? " is-open" : ""}`} aria-labelledby="in-short">
      <div class="in-short-head">
        <h2 id="in-short">{t.inShort.title}</h2>
        <IconButton name={t.inShort.copy} onClick={() => void copyParagraph()}>
          <Icon name="copy" />
        </IconButton>
      </div>
      <p class="in-short-text" data-summary dir="auto">
        {clauses.map((clause, at) => [at > 0 && " ", <Said key={at} clause={clause} at={at} />])}
      </p>
      {(findings.length > 0 || clauses.length > 1) && (
        <button
          type="button"
          class="link in-short-fold"
          aria-expanded={unfolded.value}
          onClick={() => {
            unfolded.value = !unfolded.value;
          }}
        >
          {unfolded.value ? t.inShort.fold : t.inShort.unfold}
        </button>
      )}
      {findings.length > 0 && (
        <ul class="findings" aria-label={t.inShort.findings}>
          {shown.map((finding, at) => (
            <li
              key={at}
              class={RUNS_LEFT.test(finding.text) ? "runs-left" : undefined}
              data-finding
              data-kind={finding.kind}
              title={finding.text}
            >
              <Said clause={finding} at={clauses.length + at} />
            </li>
          ))}
          {more > 0 && (
            <li>
              <button
                type="button"
                class="link"
                aria-expanded={allFindings.value}
                onClick={() => {
                  allFindings.value = !allFindings.value;
                }}
              >
                {allFindings.value ? t.inShort.fewer : t.inShort.more(more)}
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

const showStretch: ShowStretch = (side, at) => {
  showLens(onlyinone.name);
  const first = side === "left" ? 0 : stretches.peek().findIndex((stretch) => stretch.side === "right");
  onlyinone.select(first + at);
};

/** A sentence, as a link to what it rests on; `at` is its place among the sentences, then the findings. */
function Said({ clause, at }: { clause: Clause; at: number }) {
  if (!leads(clause)) return <span>{clause.text}</span>;
  return (
    <a class="clause" href="#main" data-said={at} data-clause={clause.kind}>
      {clause.text}
    </a>
  );
}

/** Follows the link that was pressed. */
function onPress(event: MouseEvent): void {
  const link = (event.target as HTMLElement).closest<HTMLElement>("[data-said]");
  const story = current.peek()?.comparison.story;
  const clause = story && [...story.clauses, ...story.findings][Number(link?.dataset.said ?? -1)];
  if (!link || !clause) return;
  event.preventDefault();
  follow(clause, showStretch);
}
