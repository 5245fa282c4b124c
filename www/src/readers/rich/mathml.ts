import { formulaText } from "./formula";
import type { XmlElement } from "./xml";

/** Puts formulas of a document into its text, each as a line. */
export function writeFormulas(page: Document): void {
  for (const math of page.querySelectorAll("math")) {
    if (!math.isConnected) continue;
    const text = formulaText(asXml(math)) || (math.getAttribute("alttext") ?? "");
    const around = math.getAttribute("display") === "block" ? " " : "";
    shownFor(math).replaceWith(`${around}${text}${around}`);
  }
}

/** What a formula stands for: some pages hide it beside its picture. */
function shownFor(math: Element): Element {
  const hidden = math.closest("[hidden]");
  return hidden?.textContent?.trim() === math.textContent?.trim() ? (hidden ?? math) : math;
}

/** An element of the document as those that are read without one. */
function asXml(element: Element): XmlElement {
  const names = ["open", "close", "separators", "linethickness"];
  const given = names.filter((name) => element.hasAttribute(name));
  return {
    name: element.localName.replace(/^.*:/, ""),
    attributes: given
      .map((name) => ` ${name}="${element.getAttribute(name)?.replace(/[&"]/g, "") ?? ""}"`)
      .join(""),
    nodes: [...element.childNodes].flatMap((node): (XmlElement | string)[] => {
      if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? ""];
      return node.nodeType === Node.ELEMENT_NODE ? [asXml(node as Element)] : [];
    }),
  };
}
