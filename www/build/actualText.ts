import type { Plugin } from "vite";

/** Where pdf.js tells of marked content as it gathers the text of a page. */
const PLACE = `              textContent.items.push({
                type: "beginMarkedContentProps",`;

/** The dictionary of marked content stands in the page itself, or under a name among its resources (PDF 1.7, 14.6.2). */
const TOLD = `              const properties = args[1] instanceof Name ? resources?.get("Properties") : null;
              const about = properties instanceof Dict ? properties.get(args[1].name) : args[1];
              const actual = about instanceof Dict ? about.get("ActualText") : null;
${PLACE}
                actual: typeof actual === "string" ? stringToPDFString(actual) : null,`;

/**
 * Lets pdf.js tell which letters stand for what is drawn: it reads past the "ActualText" that files give where glyphs do not
 * tell, as in hyphens at the ends of lines, ligatures and signs of special fonts.
 */
export function actualText(): Plugin {
  return {
    name: "twicetold-actual-text",
    transform(code, id) {
      if (!/pdf\.worker\.mjs(\?|$)/.test(id)) return null;
      if (code.split(PLACE).length !== 2)
        throw new Error("pdf.js gathers text otherwise than it did: adapt www/build/actualText.ts");
      return { code: code.replace(PLACE, () => TOLD), map: null };
    },
  };
}
