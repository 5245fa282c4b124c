import { computed, effect, signal } from "@preact/signals";
import { browserLanguage, LANGUAGES, type Language, speak } from "../i18n";
import type { Options } from "../model/comparison";
import { clampSize, DEFAULTS, readSettings, type Settings as Stored } from "../schema/settings";
import { readLocal, writeLocal } from "../storage/local";
import { FORMER, KEYS } from "../storage/names";

export { SIZES, type Theme } from "../schema/settings";

/** How the reader likes the page. */
export type Settings = Stored<Language>;

/** Settings of the first edition hold where this page has none of its own. */
const stored = (): Settings =>
  readSettings(
    readLocal(KEYS.settings) ?? readLocal(FORMER.settings) ?? null,
    Object.keys(LANGUAGES) as Language[],
  );

export const settings = signal<Settings>(stored());

/** Changes some of the settings, or with null puts all back to the start. */
export function set(change: Partial<Settings> | null): void {
  const next = change ? { ...settings.value, ...change } : DEFAULTS;
  settings.value = { ...next, size: clampSize(next.size) };
}

/** What counts as equal. The engine's own defaults hold where nothing is set. */
export const options = signal<Options>({});

/** Options that a link brought, and those that had held before. */
const brought = signal<{ options: Options; own: Options } | null>(null);

/** The options that the reader chose: those of a link hold while it is looked at, and are not kept. */
export const ownOptions = computed(() =>
  brought.value?.options === options.value ? brought.value.own : options.value,
);

/** Takes over the options of a link. Chosen by the reader, as when the link was pasted, they are the reader's own. */
export function takeOptions(given: Options, isOwn: boolean): void {
  brought.value = isOwn ? null : { options: given, own: ownOptions.peek() };
  options.value = given;
}

/** Makes the options of a link the reader's own. */
export function keepOptions(): void {
  brought.value = null;
}

/** Sets an option of the comparison, which is then made anew. */
export function setOption(name: keyof Options, value: boolean): void {
  options.value = { ...options.value, [name]: value };
}

const isDefault = (now: Settings) => JSON.stringify(now) === JSON.stringify(DEFAULTS);

/** Shows the settings on the document and remembers them. */
export function applySettings(): void {
  effect(() => {
    const { theme, size, language } = settings.value;
    speak(language ?? browserLanguage());
    document.documentElement.dataset.theme = theme;
    document.documentElement.style.setProperty("--size", `${size}px`);
    // Where storage is refused the settings hold for this visit. What is as at the start needs no record.
    writeLocal(KEYS.settings, isDefault(settings.value) ? null : JSON.stringify(settings.value));
  });
  // Pages that are open at the same time agree: above all, none keeps what another was told not to keep.
  addEventListener("storage", ({ key }) => {
    if (key === KEYS.settings) settings.value = stored();
  });
}
