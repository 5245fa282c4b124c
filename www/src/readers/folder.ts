import { CAPS, type Problem, tidy } from "../model/article";
import { pick } from "./fileNames";

/** Files that came in together, and what is said of those in folders that are left out. */
export interface Gathered {
  files: File[];
  problems: Problem[];
}

/** How deep folders are searched. */
const DEEPEST = 16;

/** A file in a folder, with the path by which it is sorted. */
interface Placed {
  path: string;
  file: () => File | Promise<File>;
}

/** What was dropped: files as they are, and of folders the articles in them. To be called while the event lasts. */
export function gather(data: DataTransfer): Promise<Gathered> {
  const items = [...data.items].filter(({ kind }) => kind === "file").map(takeItem);
  const files = [...data.files];
  // Some browsers give items no entry: then there are only files.
  return items.length > 0 ? gatherItems(items) : Promise.resolve({ files, problems: [] });
}

/** What was chosen as one folder. */
export function gatherChosen(files: readonly File[]): Promise<Gathered> {
  const placed = files.map((file) => ({ path: file.webkitRelativePath || file.name, file: () => file }));
  return sorted(files[0]?.webkitRelativePath.split("/")[0] ?? "", placed);
}

interface Item {
  file: File | null;
  handle: Promise<FileSystemHandle | null> | null;
  entry: FileSystemEntry | null;
}

/** Handles and entries can only be asked for in the event itself. */
function takeItem(item: DataTransferItem): Item {
  const asked = item as DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };
  return {
    file: item.getAsFile(),
    handle: asked.getAsFileSystemHandle?.().catch(() => null) ?? null,
    entry: item.webkitGetAsEntry?.() ?? null,
  };
}

async function gatherItems(items: readonly Item[]): Promise<Gathered> {
  const all: Gathered = { files: [], problems: [] };
  for (const { file, handle, entry } of items) {
    const found = await folderOf(await handle, entry);
    if (found) {
      all.files.push(...found.files);
      all.problems.push(...found.problems);
    } else if (file) all.files.push(file);
  }
  return all;
}

async function folderOf(
  handle: FileSystemHandle | null,
  entry: FileSystemEntry | null,
): Promise<Gathered | null> {
  const placed: Placed[] = [];
  try {
    // Pages from disk may not read entries in Chromium, but handles, which Firefox does not have.
    if (handle?.kind === "directory") await walkHandle(handle as FileSystemDirectoryHandle, "", placed, 0);
    else if (entry?.isDirectory) await walkEntry(entry as FileSystemDirectoryEntry, placed, 0);
    else return null;
  } catch {
    return {
      files: [],
      problems: [{ name: tidy(handle?.name ?? entry?.name) ?? "", error: "unreadable" }],
    };
  }
  return sorted(handle?.name ?? entry?.name ?? "", placed);
}

async function walkHandle(folder: FileSystemDirectoryHandle, path: string, into: Placed[], depth: number) {
  const values = (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
  for await (const handle of values) {
    if (into.length >= CAPS.entries) return;
    const place = `${path}${handle.name}`;
    if (handle.kind === "file") {
      into.push({ path: place, file: () => (handle as FileSystemFileHandle).getFile() });
    } else if (depth < DEEPEST) {
      await walkHandle(handle as FileSystemDirectoryHandle, `${place}/`, into, depth + 1);
    }
  }
}

async function walkEntry(folder: FileSystemDirectoryEntry, into: Placed[], depth: number) {
  const reader = folder.createReader();
  const read = () => new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
  // A reader gives some at a time, and none when it is done.
  for (let entries = await read(); entries.length > 0; entries = await read()) {
    for (const entry of entries) {
      if (into.length >= CAPS.entries) return;
      if (entry.isFile) {
        const file = () => new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
        into.push({ path: entry.fullPath, file });
      } else if (depth < DEEPEST) await walkEntry(entry as FileSystemDirectoryEntry, into, depth + 1);
    }
  }
}

async function sorted(folder: string, placed: readonly Placed[]): Promise<Gathered> {
  const { picked, problems } = pick(tidy(folder) ?? "", placed, ({ path }) => path);
  const files: File[] = [];
  for (const { path, file } of picked) {
    try {
      files.push(await file());
    } catch {
      problems.push({ name: tidy(path) ?? "", error: "unreadable" });
    }
  }
  return { files, problems };
}
