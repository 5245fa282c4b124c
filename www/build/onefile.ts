import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { engineElement } from "./engine.ts";

/** Everything the page may do; what is not named is forbidden, and so is every connection. */
const POLICY = [
  "default-src 'none'",
  "connect-src 'none'",
  "img-src data:",
  "worker-src blob: data:",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Names the one file, and writes the policy into it, with the hashes of the script and style it holds. */
export function onefile(name: string): Plugin {
  return {
    name: "twicetold-onefile",
    enforce: "post",
    // After vite-plugin-singlefile, which also asks to be last.
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const page = bundle["index.html"];
        const rest = Object.keys(bundle).filter((file) => file !== "index.html");
        if (page?.type !== "asset" || rest.length > 0) {
          this.error(`The page is to be one file, but the build also wrote ${rest.join(", ")}`);
        }
        const html = String(page.source);
        delete bundle["index.html"];
        this.emitFile({ type: "asset", fileName: name, source: withEngine(withPolicy(html)) });
      },
    },
  };
}

function withPolicy(html: string): string {
  const script = hashes(html, /<script[^>]*>([\s\S]*?)<\/script>/g);
  const style = hashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g);
  const policy = [...POLICY, `script-src 'wasm-unsafe-eval' ${script}`, `style-src ${style}`].join("; ");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return html.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => `${charset}\n    ${meta}`);
}

function withEngine(html: string): string {
  return html.replace("</body>", () => `${engineElement()}\n  </body>`);
}

function hashes(html: string, element: RegExp): string {
  const hash = (text: string) => createHash("sha256").update(text, "utf8").digest("base64");
  return [...html.matchAll(element)].map(([, text = ""]) => `'sha256-${hash(text)}'`).join(" ");
}
