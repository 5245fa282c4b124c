import { CAPS, type Given, type Problem } from "../../model/article";
import { baseName, pick } from "../fileNames";
import { troubleOf } from "./failure";
import type { Zip } from "./zip";

/** Unpacks the articles of an archive. One that cannot be unpacked becomes a problem and stops no other. */
export async function readArchive(zip: Zip, name: string): Promise<{ files: Given[]; problems: Problem[] }> {
  const { picked, problems } = pick(name, zip.entries, (entry) => entry.name);
  const files: Given[] = [];
  for (const entry of picked) {
    const base = baseName(entry.name);
    try {
      files.push({ name: base, bytes: await zip.unpack(entry, CAPS.unpacked) });
    } catch (error) {
      const trouble = troubleOf(error);
      problems.push({ name: base, trouble });
      if (zip.isFull) break;
    }
  }
  return { files, problems };
}
