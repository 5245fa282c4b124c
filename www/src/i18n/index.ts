import { signal } from "@preact/signals";
import { de } from "./de";
import { en } from "./en";

/** Everything the page says. A further language is a further object of this type. */
export type Catalogue = typeof en;

/** The lenses: each has its label in every catalogue. */
export type LensName = keyof Catalogue["lenses"];

/** The languages the page speaks, each by its own name. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

const catalogues: Record<Language, Catalogue> = { en, de };

/** The catalogue in use. */
export let t: Catalogue = en;

/** The language in use. The page is drawn anew when it changes. */
export const language = signal<Language>("en");

/** The language of the browser, if the page speaks it; English else. */
export function browserLanguage(): Language {
  return navigator.language.startsWith("de") ? "de" : "en";
}

/** Speaks another language from now on. */
export function speak(name: Language): void {
  t = catalogues[name];
  language.value = name;
  document.documentElement.lang = name;
}
