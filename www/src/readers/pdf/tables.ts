import { cmaps } from "#cmaps";

/** A request of pdf.js for a file of its own. */
interface Asked {
  kind: string;
  filename: string;
}

/**
 * Gives pdf.js the tables of characters that a file names instead of bringing them. One that is not here
 * is noted: without it the text would come out as other signs.
 */
export class Tables {
  static missing = false;

  async fetch({ kind, filename }: Asked): Promise<Uint8Array> {
    const table = Object.hasOwn(cmaps, filename) ? cmaps[filename] : undefined;
    if (table) return Uint8Array.from(atob(table), (char) => char.charCodeAt(0));
    if (kind === "cMapUrl") Tables.missing = true;
    throw new Error(`not here: ${filename}`);
  }
}
