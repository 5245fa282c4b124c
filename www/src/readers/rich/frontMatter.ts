import { tidy } from "../../model/article";

/** What a Markdown file says of itself above its text. */
export interface FrontMatter {
  title: string | null;
  byline: string | null;
  dated: string | null;
  language: string | null;
}

/** What opens front matter and closes it: of YAML, and of TOML. */
const FENCES = { "---": /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/g, "+++": /\n\+\+\+[ \t]*(?:\n|$)/g };
/** A value of one line, as YAML (`date: …`) and TOML (`date = …`) write it. */
const LINE = /^([A-Za-z][\w-]*)[ \t]*[:=](.*)$/;
/** How many lines are looked at. */
const MOST_LINES = 500;
/** Names of the values, the surest first. */
const NAMES = {
  title: ["title"],
  byline: ["author", "authors", "byline"],
  dated: ["date", "published", "pubdate", "publishdate", "created"],
  language: ["lang", "language"],
};

/** Takes a Markdown file apart: front matter is about the article, not of it. */
export function splitFrontMatter(text: string): { about: FrontMatter; body: string } {
  const start = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const fence = start.startsWith("---\n") ? "---" : start.startsWith("+++\n") ? "+++" : null;
  const end = fence && new RegExp(FENCES[fence]);
  if (!end) return { about: aboutOf(""), body: text };
  end.lastIndex = 3;
  const closed = end.exec(start);
  if (!closed) return { about: aboutOf(""), body: text };
  return { about: aboutOf(start.slice(4, closed.index)), body: start.slice(end.lastIndex) };
}

function aboutOf(front: string): FrontMatter {
  const values = new Map<string, string>();
  for (const line of front.split("\n", MOST_LINES)) {
    const [, name = "", value = ""] = LINE.exec(line) ?? [];
    const said = saidIn(value);
    if (said && !values.has(name.toLowerCase())) values.set(name.toLowerCase(), said);
  }
  const named = (names: string[]) => names.map((name) => values.get(name)).find(Boolean) ?? null;
  return {
    title: named(NAMES.title),
    byline: named(NAMES.byline),
    dated: named(NAMES.dated),
    language: named(NAMES.language),
  };
}

/** A value without its quotation marks or its comment; null where it is a list, a block or another structure. */
function saidIn(written: string): string | null {
  const value = written.trim();
  const quoted = /^"([^"\\]*)"|^'([^']*)'/.exec(value);
  if (quoted) return tidy(quoted[1] ?? quoted[2]);
  return /^[[{|>&*!"']/.test(value) ? null : tidy(value.replace(/(^|\s)#.*$/, ""));
}
