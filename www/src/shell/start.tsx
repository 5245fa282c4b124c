import { t } from "../i18n";
import { areSamples, sampleCount, samples } from "../readers/samples";
import { isHosted } from "../store/export";
import { addSamples } from "../store/incoming";
import { openSheet } from "../store/view";
import { Icon, Sign } from "../ui/icons";
import { openFiles, openFolder } from "./files";
import { Problems } from "./problems";

/** The page before there is an article. */
export function Start() {
  return (
    <main id="main" class="start" tabIndex={-1}>
      <Sign large />
      <h1>{t.question}</h1>
      <section class="drop-zone" aria-label={t.addArticle}>
        <Sheets />
        <h2>{t.drop}</h2>
        <Ways />
        <p class="note">{t.formats}</p>
        <Problems />
      </section>
      {sampleCount > 0 && (
        <button type="button" class="sample" onClick={addSamples}>
          <span>
            <span class="note">{areSamples ? t.trySample : t.bundled.open}</span>
            <strong>{areSamples ? t.sampleTitle(sampleCount) : t.bundled.title(sampleCount)}</strong>
            <span class="sample-note">{areSamples ? t.sampleNote : <Named />}</span>
          </span>
          <Icon name="right" />
        </button>
      )}
      <p class="privacy">
        <Icon name="lock" />
        <span>
          {t.privacyStart} {isHosted() ? t.keeping.hosted(location.host) : t.keeping.local}
        </span>
      </p>
    </main>
  );
}

/** How many of the articles in the page are named on its start. */
const NAMED = 3;

function Named() {
  const titles = samples().map(({ title, name }) => title ?? name);
  return <>{t.bundled.note(titles.slice(0, NAMED), Math.max(0, titles.length - NAMED))}</>;
}

/** The buttons by which an article comes in. */
export function Ways() {
  return (
    <p class="ways">
      <button type="button" class="button button-main" onClick={openFiles}>
        <Icon name="file" />
        {t.openFiles}
      </button>
      <button type="button" class="button" onClick={() => openSheet("paste")}>
        <Icon name="clip" />
        {t.pasteText}
      </button>
      <button type="button" class="link" onClick={openFolder}>
        {t.openFolder}
      </button>
    </p>
  );
}

function Sheets() {
  const lines = [10, 15, 20, 25, 30];
  return (
    <svg class="sheets" viewBox="0 0 84 66" aria-hidden="true" focusable="false">
      {[-5, 5].map((turn) => (
        <g key={turn} transform={`translate(${turn < 0 ? 4 : 38} ${turn < 0 ? 4 : 6}) rotate(${turn} 20 26)`}>
          <rect width="40" height="52" rx="2" />
          {lines.map((y, at) => (
            <path key={y} d={`M7 ${y + 4}h${at === lines.length - 1 ? 16 : 26}`} />
          ))}
        </g>
      ))}
    </svg>
  );
}
