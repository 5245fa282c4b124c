import { fieldsOf } from "./dropped";

export type Theme = "auto" | "light" | "dark";

/** How the reader likes the page. Remembered where the browser lets the page store anything. */
export interface Settings<L extends string> {
  theme: Theme;
  /** The language of the page; null for that of the browser. */
  language: L | null;
  /** Pixels added to the reading size. */
  size: number;
  /** Whether the other side follows when one is scrolled. */
  together: boolean;
  /** Whether the list stands beside the articles where there is room. */
  list: boolean;
  /** Whether Side by side is one column with the edits in place. */
  inline: boolean;
  /** Whether articles are kept in the browser for the next visit. */
  keep: boolean;
  /** Whether a model of meaning counts beside the words, where there is one. */
  meaning: boolean;
}

/** How far the reading size may be shifted, in pixels. */
export const SIZES = { least: -3, most: 6 } as const;

export const DEFAULTS: Settings<never> = {
  theme: "auto",
  language: null,
  size: 0,
  together: true,
  list: true,
  inline: false,
  keep: true,
  meaning: true,
};

const THEMES: readonly Theme[] = ["auto", "light", "dark"];

export const clampSize = (size: number) => Math.min(SIZES.most, Math.max(SIZES.least, Math.round(size)));

/** Settings as they were stored. A setting that is none is as at the start; nothing else is lost by that. */
export function readSettings<L extends string>(text: string | null, languages: readonly L[]): Settings<L> {
  const given = parsed(text ?? "{}");
  const flag = (name: "together" | "list" | "inline" | "keep" | "meaning") => {
    const value = given[name];
    return typeof value === "boolean" ? value : DEFAULTS[name];
  };
  return {
    theme: THEMES.find((name) => name === given.theme) ?? DEFAULTS.theme,
    language: languages.find((name) => name === given.language) ?? null,
    size:
      typeof given.size === "number" && Number.isFinite(given.size) ? clampSize(given.size) : DEFAULTS.size,
    together: flag("together"),
    list: flag("list"),
    inline: flag("inline"),
    keep: flag("keep"),
    meaning: flag("meaning"),
  };
}

function parsed(text: string) {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
}
