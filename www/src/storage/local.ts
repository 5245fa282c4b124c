/** What stands under a key in `localStorage`; null when nothing does, undefined where the browser refuses to say. */
export function readLocal(key: string): string | null | undefined {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** Whether `localStorage` gives back what is put into it: one that is full, or told to refuse, says that nothing is there. */
export function remembersLocal(key: string): boolean {
  const does = writeLocal(key, "1") && readLocal(key) === "1";
  writeLocal(key, null);
  return does;
}

/** Puts a text under a key in `localStorage`, or with null takes it away; false where the browser refuses. */
export function writeLocal(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
