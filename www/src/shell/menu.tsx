import { LANGUAGES, type Language, language, t } from "../i18n";
import type { Options } from "../model/comparison";
import { clear } from "../store/actions";
import { current } from "../store/comparison";
import { openFind } from "../store/find";
import { articles, hasPair, swap } from "../store/library";
import { allPairs, togglePairs } from "../store/pairs";
import { options, SIZES, set, setOption, settings, type Theme } from "../store/settings";
import { closeSheet, openSheet, sheet } from "../store/view";
import { Check, Segments } from "../ui/controls";
import { Icon } from "../ui/icons";
import { Popup } from "../ui/popup";
import { Meaning } from "./meaning";
import { Keeping } from "./persistence";

const THEMES: Theme[] = ["auto", "light", "dark"];

/** The engine's options with what holds where the reader chose nothing. */
const EQUALITIES = [
  ["ignoreCase", true],
  ["ignorePunctuation", true],
  ["ignoreNumbers", false],
  ["ignoreDiacritics", false],
] as const satisfies [keyof Options, boolean][];

/** Everything that is seldom needed. */
export function Menu() {
  const open = sheet.value === "menu";
  return (
    <div class="menu">
      <button
        type="button"
        class="icon-button"
        aria-label={t.more}
        title={t.more}
        aria-expanded={open}
        onClick={() => {
          sheet.value = open ? null : "menu";
        }}
      >
        <Icon name="more" />
      </button>
      {open && <Content />}
    </div>
  );
}

function Content() {
  const { together, list, inline } = settings.value;
  return (
    <Popup label={t.more} class="menu-box" onClose={() => closeSheet("menu")}>
      <Looks />
      <hr />
      <Equality />
      <hr />
      <Check label={t.menu.together} checked={together} onChange={(checked) => set({ together: checked })} />
      <Check label={t.menu.list} checked={list} onChange={(checked) => set({ list: checked })} />
      <Check label={t.menu.inline} checked={inline} onChange={(checked) => set({ inline: checked })} />
      <hr />
      <Commands />
      <hr />
      <Meaning />
      <hr />
      <Keeping />
    </Popup>
  );
}

/** Colours, size and language of the page. */
function Looks() {
  const { theme } = settings.value;
  return (
    <>
      <Segments
        name="theme"
        legend={t.menu.theme}
        value={theme}
        choices={THEMES.map((value) => ({ value, label: t.menu.themes[value] }))}
        onChange={(value) => set({ theme: value })}
      />
      <Size />
      <Segments
        name="language"
        legend={t.menu.language}
        value={language.value}
        choices={languages.map(([value, label]) => ({ value, label, lang: value }))}
        onChange={(value) => set({ language: value })}
      />
    </>
  );
}

const languages = Object.entries(LANGUAGES) as [Language, string][];

function Size() {
  const { size } = settings.value;
  return (
    <div class="menu-row">
      <span>{t.menu.size}</span>
      <span class="segments">
        <button type="button" disabled={size <= SIZES.least} onClick={() => set({ size: size - 1 })}>
          <span class="unseen">{t.menu.smaller}</span>
          <span aria-hidden="true">A−</span>
        </button>
        <button type="button" disabled={size >= SIZES.most} onClick={() => set({ size: size + 1 })}>
          <span class="unseen">{t.menu.larger}</span>
          <span aria-hidden="true">A+</span>
        </button>
      </span>
    </div>
  );
}

/** What counts as equal. */
function Equality() {
  return (
    <fieldset class="checks">
      <legend>{t.menu.compare}</legend>
      {EQUALITIES.map(([name, initial]) => (
        <Check
          key={name}
          label={t.menu[name]}
          checked={options.value[name] ?? initial}
          onChange={(checked) => setOption(name, checked)}
        />
      ))}
      <Check
        label={t.menu.boilerplate}
        checked={options.value.skipBoilerplate === false}
        onChange={(checked) => setOption("skipBoilerplate", !checked)}
      />
    </fieldset>
  );
}

/** What can be done, each with its key. */
function Commands() {
  const { length } = articles.value;
  return (
    <>
      {length > 0 && <Command name={t.find.open} keys="/" onClick={startFinding} />}
      {length > 1 && (
        <Command name={allPairs.value ? t.pairs.back : t.pairs.open} keys="A" onClick={togglePairs} />
      )}
      {hasPair() && <Command name={t.swap} keys="S" onClick={swap} />}
      {current.value && <Command name={t.out.open} onClick={() => openSheet("out")} />}
      <Command name={t.bookmarklet.open} onClick={() => openSheet("bookmarklet")} />
      <Command name={t.menu.keyboard} keys="?" onClick={() => openSheet("help")} />
      {length > 0 && <Command name={t.menu.clear} onClick={clear} />}
    </>
  );
}

function Command({ name, keys, onClick }: { name: string; keys?: string; onClick: () => void }) {
  return (
    <button type="button" class="menu-item" onClick={onClick}>
      {name} {keys && <kbd>{keys}</kbd>}
    </button>
  );
}

function startFinding(): void {
  closeSheet();
  openFind();
}
