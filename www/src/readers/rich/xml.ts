import { ReadFailure } from "./failure";

/** Parses XML. Throws `ReadFailure` for what is none, and for declared entities, which no document needs. */
export function parseXml(text: string): Document {
  if (/<!ENTITY/i.test(text)) throw new ReadFailure("damaged");
  const parsed = new DOMParser().parseFromString(text, "application/xml");
  if (parsed.getElementsByTagName("parsererror").length > 0) throw new ReadFailure("damaged");
  return parsed;
}

/** The child elements, in order. */
export function childrenOf(element: Element): Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === Node.ELEMENT_NODE);
}

/** Elements of a local name, whatever their namespace. */
export function named(root: Document | Element, name: string): Element[] {
  return [...root.getElementsByTagNameNS("*", name)];
}

/** The trimmed text of the first element of a local name; null when there is none. */
export function textOfFirst(root: Document | null, name: string): string | null {
  return (root && named(root, name)[0]?.textContent?.replace(/\s+/g, " ").trim()) || null;
}

/** An attribute by its local name, whatever its prefix. */
export function attribute(element: Element, name: string): string | null {
  for (const { localName, value } of element.attributes) if (localName === name) return value;
  return null;
}

/** A title that a document only carries along counts when the document begins with it: many are stale. */
export function titleIn(text: string, title: string | null): string | null {
  return title && text.slice(0, 2000).replace(/\s+/g, " ").includes(title) ? title : null;
}
