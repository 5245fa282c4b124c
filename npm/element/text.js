// The text of an element of the page, paragraph by paragraph, whether it is shown or not.

const BLOCKS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI " +
    "MAIN OL P PRE SECTION TABLE TR UL"
  ).split(" "),
);
const NO_TEXT = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"]);

/** Blocks are divided by an empty line, `<br>` is a line's end, other white space is one blank. */
export function textOf(element) {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) return element.value;
  if (element instanceof HTMLScriptElement) return element.textContent.trim();
  const parts = [];
  walk(element instanceof HTMLTemplateElement ? element.content : element, parts, element.closest("pre"));
  return parts
    .join("")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function walk(node, parts, isAsWritten) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE)
      parts.push(isAsWritten ? child.data : child.data.replace(/[ \t\n\f\r]+/g, " "));
    if (child.nodeType !== Node.ELEMENT_NODE || NO_TEXT.has(child.tagName)) continue;
    const isBlock = BLOCKS.has(child.tagName);
    if (child.tagName === "BR") parts.push("\n");
    if (isBlock) parts.push("\n\n");
    walk(child, parts, isAsWritten || child.tagName === "PRE");
    if (isBlock) parts.push("\n\n");
  }
}
