import { batch } from "@preact/signals";
import { type Article, newId } from "../model/article";
import { SIDES } from "../model/side";
import type { Library } from "../readers/read";
import type { KeptRecord } from "../schema/record";
import { arrival } from "./deepLinks";
import { articles, chosen } from "./library";
import { options } from "./settings";
import { kept } from "./verdicts";

/**
 * Takes in a library that was saved as a file, beside what is here. Articles that are here already come once; options
 * and the pair in view come along where nothing was here.
 */
export function addLibrary({ record, dropped }: Library): void {
  const before = articles.peek();
  const { ids, fresh } = placed(record, before);
  const idOf = (id: string | null) => (id === null ? null : (ids.get(id) ?? null));
  const said = verdictsWith(record, ids);
  batch(() => {
    articles.value = [...before, ...fresh];
    kept.value = [...kept.peek(), ...said];
    const { left, right } = chosen.peek();
    if (before.length === 0) {
      chosen.value = { left: idOf(record.chosen.left), right: idOf(record.chosen.right) };
      options.value = record.options;
    } else if (!left || !right) {
      const next = fresh.find(({ id }) => id !== left && id !== right)?.id ?? null;
      chosen.value = { left: left ?? next, right: left ? (right ?? next) : right };
    }
    arrival.value = {
      is: "library",
      added: fresh.length,
      here: record.articles.length - fresh.length,
      dropped,
    };
  });
}

/** The articles that are not here yet, and by which id each article of the record is known here. */
function placed(record: KeptRecord, before: readonly Article[]) {
  const taken = new Set(before.map(({ id }) => id));
  const byText = new Map(before.map(({ id, text }) => [text, id]));
  const ids = new Map<string, string>();
  const fresh: Article[] = [];
  for (const article of record.articles) {
    const here = byText.get(article.text);
    // Two articles of one text in the file stay two.
    byText.delete(article.text);
    const id = here ?? (taken.has(article.id) ? newId() : article.id);
    taken.add(id);
    ids.set(article.id, id);
    if (here === undefined) fresh.push({ ...article, id });
  }
  return { ids, fresh };
}

/** What the record says of passages, with the ids that hold here; nothing that is said here already. */
function verdictsWith(record: KeptRecord, ids: ReadonlyMap<string, string>): KeptRecord["verdicts"] {
  const here = new Set(kept.peek().map((one) => JSON.stringify([one.ids, one.spans, one.verdict])));
  return record.verdicts.flatMap((one) => {
    const [left, right] = SIDES.map((side) => ids.get(one.ids[side]));
    if (!left || !right) return [];
    const said = { ...one, ids: { left, right } };
    return here.has(JSON.stringify([said.ids, said.spans, said.verdict])) ? [] : [said];
  });
}
