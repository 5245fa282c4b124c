import { CAPS, type InputFile, type Problem } from "../../model/article";
import { baseName, pick } from "../fileNames";
import { refusalOf } from "./failure";
import type { Zip } from "./zip";

/** Unpacks the articles of an archive. One that cannot be unpacked becomes a problem and stops no other. */
export async function readArchive(
  zip: Zip,
  name: string,
): Promise<{ files: InputFile[]; problems: Problem[] }> {
  const { picked, problems } = pick(name, zip.entries, (entry) => entry.name);
  const files: InputFile[] = [];
  for (const entry of picked) {
    const base = baseName(entry.name);
    try {
      files.push({ name: base, bytes: await zip.unpack(entry, CAPS.unpacked) });
    } catch (error) {
      problems.push({ name: base, ...refusalOf(error) });
      if (zip.isFull) break;
    }
  }
  return { files, problems };
}
