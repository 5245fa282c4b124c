import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { minify, type Plugin, transformWithOxc } from "vite";
import { engineElement } from "./engine.ts";
import { BUNDLED, bundledIn, licences } from "./licences.ts";
import { oldBrowserScript } from "./oldBrowser.ts";
import { deflatedElement, modelElement, packedElement } from "./packing.ts";
import { partElement, partOf } from "./parts.ts";

/** Everything the page may do; what is not named is forbidden, and so is every connection. */
const POLICY = [
  "default-src 'none'",
  "connect-src 'none'",
  "img-src data:",
  "worker-src blob: data:",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Asks Chromium to compile all of the script while it loads, and not bit by bit when the first articles come. */
const EAGER = "//# allFunctionsCalledOnLoad\n";

const APP = "app-bytes";
const STYLE = "style-bytes";
const LICENCES = "licences-bytes";
const UNPACK = new URL("../src/parts/packing.ts", import.meta.url);

/**
 * Makes the page one small file, or with the model of meaning that the environment variable MODEL names a large one: names it, packs its script, the engine and the parts, and writes the
 * policy into it, which admits by their hashes the scripts, the few lines that unpack them, and the style.
 */
export function onefile(name: string): Plugin {
  return {
    name: "twicetold-onefile",
    enforce: "post",
    // After vite-plugin-singlefile, which also asks to be last.
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const page = bundle["index.html"];
        const rest = Object.keys(bundle).filter((file) => ![BUNDLED, "index.html"].includes(file));
        if (page?.type !== "asset" || rest.length > 0) {
          this.error(`The page is to be one file, but the build also wrote ${rest.join(", ")}`);
        }
        const parts = await Promise.all([partOf("rich"), partOf("pdf")]);
        const libraries = [...bundledIn(Object.values(bundle)), ...parts.flatMap((part) => part.libraries)];
        const source = await packed(String(page.source), await loader(), licences(libraries));
        for (const file of [BUNDLED, "index.html"]) delete bundle[file];
        this.emitFile({ type: "asset", fileName: name, source });
      },
    },
  };
}

/** What unpacks the page's style and its script, and runs that; the policy knows the hashes of all three. */
async function loader(): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(UNPACK, "utf8"), "packing.ts");
  const script = `{${code.replace(/^export /gm, "")}
const opened = (id) => {
  const held = document.getElementById(id);
  return inflate(held.textContent, Number(held.dataset.length)).text();
};
const add = (name, given) => document.head.append(Object.assign(document.createElement(name), given));
if (document.documentElement.dataset.state !== "old-browser")
  Promise.all([
    opened("${APP}"),
    opened("${STYLE}").then((textContent) => add("style", { textContent })),
  ]).then(([text]) => add("script", { type: "module", text }));
}`;
  return (await minify("loader.js", script, { compress: { target: "es2022" } })).code;
}

async function packed(html: string, loader: string, notices: string): Promise<string> {
  const app = html.match(/<script[^>]*>([\s\S]*?)<\/script>/);
  const style = html.match(/<style[^>]*>([\s\S]*?)<\/style>/);
  if (!app || !style) throw new Error("the page has no script or no style");
  const script = EAGER + (app[1] ?? "");
  const check = oldBrowserScript();
  const policy = [
    ...POLICY,
    `script-src 'wasm-unsafe-eval' ${hash(check)} ${hash(loader)} ${hash(script)} ${hash((await partOf("rich")).script)}`,
    `style-src ${hash(style[1] ?? "")}`,
  ].join("; ");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  // The parts stand behind the loader, which need not wait for them.
  const last = [
    `<script>${check}</script>`,
    await deflatedElement(STYLE, style[1] ?? ""),
    await deflatedElement(APP, script),
    `<script>${loader}</script>`,
    await engineElement(),
    await partElement("rich"),
    await packedElement(LICENCES, notices),
    await partElement("pdf"),
    ...(process.env.MODEL ? [modelElement(readFileSync(process.env.MODEL))] : []),
  ].join("\n");
  return html
    .replace(app[0], "")
    .replace(style[0], "")
    .replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => `${charset}\n    ${meta}`)
    .replace("</body>", () => `${last}\n  </body>`);
}

/** A source expression of the policy that admits this text. */
function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}
