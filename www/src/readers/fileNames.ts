import { CAPS, type Problem } from "../model/article";

export const PLAIN = /\.(txt|text|log|rst|org|adoc|tex)$/i;
export const MARKDOWN = /\.(md|markdown|mdown|mkd)$/i;
export const HTML = /\.(html?|xhtml|mht|mhtml)$/i;
/** Those of them that browsers save with their pictures, in one file. */
export const MIME = /\.mht(ml)?$/i;
export const RICH = /\.(docx|docm|dotx|odt|ott|fodt|epub|rtf|pdf)$/i;

/** What `accept` of the file dialog says; the same list as above. */
export const ACCEPTED =
  ".txt,.text,.log,.rst,.org,.adoc,.tex,.md,.markdown,.mdown,.mkd,.html,.htm,.xhtml,.mhtml,.mht,.docx,.docm,.dotx,.odt,.ott,.fodt,.epub,.rtf,.pdf,.zip,.json,text/plain,text/markdown,text/html,text/rtf,application/rtf,application/pdf,application/zip,application/json";

/** The last part of a path: a file's own name. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Kept by systems beside the files, for themselves. */
const HIDDEN = /(^|\/)(\.(?!\.?\/)|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;
/** What browsers put beside a saved page. */
const BESIDE = /_(files|dateien|fichiers|archivos)\//i;

/** The files of an archive or a folder that may be articles, in the order of their paths, and what is said of the rest. */
export function pick<T>(
  name: string,
  all: readonly T[],
  pathOf: (one: T) => string,
): { picked: T[]; problems: Problem[] } {
  const seen = all.filter((one) => !HIDDEN.test(pathOf(one)) && !pathOf(one).endsWith("/"));
  const isArticle = (path: string) =>
    !BESIDE.test(path) && [PLAIN, MARKDOWN, HTML, RICH, /\.zip$/i].some((kind) => kind.test(path));
  const found = seen.filter((one) => isArticle(pathOf(one)));
  found.sort((a, b) => compare(pathOf(a), pathOf(b)));
  const problems: Problem[] = [];
  if (found.length === 0) problems.push({ name, error: "no-articles" });
  else if (seen.length > found.length) {
    problems.push({ name, error: "others", count: seen.length - found.length });
  }
  if (found.length > CAPS.articles) {
    problems.push({ name, error: "too-many", count: found.length - CAPS.articles });
  }
  return { picked: found.slice(0, CAPS.articles), problems };
}

/** Like a reader would count: 2 before 10. The same in every language of the browser. */
const { compare } = new Intl.Collator("en", { numeric: true });
