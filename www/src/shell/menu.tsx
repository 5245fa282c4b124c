import { LANGUAGES, type Language, language, t } from "../i18n";
import type { Options } from "../model/comparison";
import { clear } from "../store/actions";
import { current } from "../store/comparison";
import { openFind } from "../store/find";
import { articles, hasPair, swap } from "../store/library";
import { allPairs, togglePairs } from "../store/pairs";
import { options, SIZES, set, setOption, settings, type Theme } from "../store/settings";
import { closeSheet, type Sheet, sheet } from "../store/view";
import { Check } from "../ui/controls";
import { Icon } from "../ui/icons";
import { Popup } from "../ui/popup";
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
  const { theme, size, together, list } = settings.value;
  return (
    <Popup label={t.more} class="menu-box" onClose={() => closeSheet("menu")}>
      <fieldset class="segments">
        <legend>{t.menu.theme}</legend>
        {THEMES.map((name) => (
          <label key={name}>
            <input type="radio" name="theme" checked={theme === name} onChange={() => set({ theme: name })} />
            <span>{t.menu.themes[name]}</span>
          </label>
        ))}
      </fieldset>
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
      <fieldset class="segments">
        <legend>{t.menu.language}</legend>
        {Object.entries(LANGUAGES).map(([name, label]) => (
          <label key={name} lang={name}>
            <input
              type="radio"
              name="language"
              checked={language.value === name}
              onChange={() => set({ language: name as Language })}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <hr />
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
      <hr />
      <Check label={t.menu.together} checked={together} onChange={(checked) => set({ together: checked })} />
      <Check label={t.menu.list} checked={list} onChange={(checked) => set({ list: checked })} />
      <hr />
      {articles.value.length > 0 && (
        <button type="button" class="menu-item" onClick={startFinding}>
          {t.find.open} <kbd>/</kbd>
        </button>
      )}
      {articles.value.length > 1 && (
        <button type="button" class="menu-item" onClick={togglePairs}>
          {allPairs.value ? t.pairs.back : t.pairs.open} <kbd>A</kbd>
        </button>
      )}
      {hasPair() && (
        <button type="button" class="menu-item" onClick={swap}>
          {t.swap} <kbd>S</kbd>
        </button>
      )}
      {current.value && <Opens sheet="out" name={t.out.open} />}
      <Opens sheet="bookmarklet" name={t.bookmarklet.open} />
      <button
        type="button"
        class="menu-item"
        onClick={() => {
          sheet.value = "help";
        }}
      >
        {t.menu.keyboard} <kbd>?</kbd>
      </button>
      {articles.value.length > 0 && (
        <button type="button" class="menu-item" onClick={clear}>
          {t.menu.clear}
        </button>
      )}
      <hr />
      <Keeping />
    </Popup>
  );
}

function Opens({ sheet: opened, name }: { sheet: Sheet; name: string }) {
  const open = () => {
    sheet.value = opened;
  };
  return (
    <button type="button" class="menu-item" onClick={open}>
      {name}
    </button>
  );
}

function startFinding(): void {
  closeSheet();
  openFind();
}
