/** How long a browser may take to begin to save, in milliseconds. */
const BEGINS = 60_000;

/** Gives a file to the reader, as a download. */
export function save(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), BEGINS);
}

/**
 * Puts text on the clipboard, the old way where the new one is refused; false when both are. A text that is still being
 * made has to be given at once, as a promise: some browsers copy within the turn of the click alone.
 */
export async function toClipboard(text: string | Promise<string>): Promise<boolean> {
  try {
    await (typeof text === "string" ? navigator.clipboard.writeText(text) : writeLater(text));
    return true;
  } catch {
    return copyByCommand(await text);
  }
}

function writeLater(text: Promise<string>): Promise<void> {
  const { clipboard } = navigator;
  if (typeof ClipboardItem === "undefined" || !clipboard.write) {
    return text.then((made) => clipboard.writeText(made));
  }
  const blob = text.then((made) => new Blob([made], { type: "text/plain" }));
  return clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}

function copyByCommand(text: string): boolean {
  let done = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener("copy", give, { capture: true });
  try {
    return document.execCommand("copy") && done;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", give, { capture: true });
  }
}

/** How much of a title goes into a file name, in UTF-16 units. */
const LONGEST = 40;

/** A file name made of titles: letters, digits and hyphens, of any script, cut between words where there are some. */
export function fileName(parts: readonly string[], ending: string): string {
  const plain = (part: string) => {
    const whole = part.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
    const cut = whole.slice(0, LONGEST);
    const words = whole.length > LONGEST ? cut.replace(/(?<=.)-[^-]*$/, "") : cut;
    // A cut must not leave half a character.
    return words.replace(/[\uD800-\uDBFF]$/, "").replace(/^-+|-+$/g, "");
  };
  return `${["twicetold", ...parts.map(plain).filter(Boolean)].join("_")}.${ending}`;
}
