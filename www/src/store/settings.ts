import { effect, signal } from "@preact/signals";
import { browserLanguage, LANGUAGES, type Language, speak } from "../i18n";
import type { Options } from "../model/comparison";

export type Theme = "auto" | "light" | "dark";

/** How the reader likes the page. Remembered where the browser lets the page store anything. */
export interface Settings {
  theme: Theme;
  /** The language of the page; null for that of the browser. */
  language: Language | null;
  /** Pixels added to the reading size. */
  size: number;
  /** Whether the other side follows when one is scrolled. */
  together: boolean;
  /** Whether the list stands beside the articles where there is room. */
  list: boolean;
  /** Whether articles are kept in the browser for the next visit. */
  keep: boolean;
}

/** How far the reading size may be shifted, in pixels. */
export const SIZES = { least: -3, most: 6 } as const;

const KEY = "twicetold.settings";
const DEFAULTS: Settings = { theme: "auto", language: null, size: 0, together: true, list: true, keep: true };

function stored(): Settings {
  try {
    const found: Partial<Settings> = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const theme = (["auto", "light", "dark"] as const).find((name) => name === found.theme);
    return {
      theme: theme ?? DEFAULTS.theme,
      language: found.language && found.language in LANGUAGES ? found.language : null,
      size: clampSize(Number(found.size) || 0),
      together: found.together ?? DEFAULTS.together,
      list: found.list ?? DEFAULTS.list,
      keep: found.keep ?? DEFAULTS.keep,
    };
  } catch {
    // No storage, or something else in it: both are no reason to trouble the reader.
    return DEFAULTS;
  }
}

const clampSize = (size: number) => Math.min(SIZES.most, Math.max(SIZES.least, Math.round(size)));

export const settings = signal<Settings>(stored());

/** Changes some of the settings, or with null puts all back to the start. */
export function set(change: Partial<Settings> | null): void {
  const next = change ? { ...settings.value, ...change } : DEFAULTS;
  settings.value = { ...next, size: clampSize(next.size) };
}

/** What counts as equal. The engine's own defaults hold where nothing is set. */
export const options = signal<Options>({});

/** Sets an option of the comparison, which is then made anew. */
export function setOption(name: keyof Options, value: boolean): void {
  options.value = { ...options.value, [name]: value };
}

/** Shows the settings on the document and remembers them. */
export function applySettings(): void {
  effect(() => {
    const { theme, size, language } = settings.value;
    speak(language ?? browserLanguage());
    document.documentElement.dataset.theme = theme;
    document.documentElement.style.setProperty("--size", `${size}px`);
    try {
      localStorage.setItem(KEY, JSON.stringify(settings.value));
    } catch {
      // Storage refused: the settings hold for this visit.
    }
  });
  // Pages that are open at the same time agree: above all, none keeps what another was told not to keep.
  addEventListener("storage", ({ key }) => {
    if (key === KEY) settings.value = stored();
  });
}
