import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { cmaps } from "./cmaps.ts";
import { packedElement, squeeze } from "./packing.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const HELD = here("../src/parts/held.ts");

/** The parts of the page that are not needed at first: where each begins, and the name of what it leaves. */
const PARTS = {
  rich: { entry: here("../src/articles/rich/index.ts"), leaves: "twicetoldRich" },
  pdf: { entry: here("../src/articles/pdf/worker.ts"), leaves: "twicetoldPdf" },
} as const;

type Part = keyof typeof PARTS;

/** How the page gets at a part while it is developed or tested. */
const DEVELOPED: Record<Part, string> = {
  rich: `let part; export const load = () => part ??= import("${PARTS.rich.entry}");`,
  pdf: `import Reader from "${PARTS.pdf.entry}?worker"; export const start = async () => new Reader();`,
};

/**
 * How a built page does. The first is a script in the page, which the policy admits by its hash, so
 * that no address has to be admitted; the second is the script of a worker.
 */
const BUILT: Record<Part, string> = {
  rich: `import { held } from "${HELD}";
    let part;
    const begin = (text) => {
      document.head.append(Object.assign(document.createElement("script"), { text }));
      return globalThis.${PARTS.rich.leaves};
    };
    export const load = () => part ??= held("rich-bytes").then(begin);`,
  pdf: `import { held } from "${HELD}";
    let script;
    export const start = async () => {
      script ??= held("pdf-bytes").then((text) => new Blob([text], { type: "text/javascript" }));
      const address = URL.createObjectURL(await script);
      const worker = new Worker(address);
      worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
      return worker;
    };`,
};

const made = new Map<Part, Promise<string>>();

/** The script of a part, built by itself. */
export function scriptOf(part: Part): Promise<string> {
  const script = made.get(part) ?? bundled(part);
  made.set(part, script);
  return script;
}

async function bundled(part: Part): Promise<string> {
  const { entry, leaves } = PARTS[part];
  const output = { format: "iife", name: leaves, codeSplitting: false } as const;
  const result = await build({
    configFile: false,
    logLevel: "warn",
    plugins: [cmaps()],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: "strict",
        output,
        // A script has none; pdf.js asks it where it lies, to fetch what is not used here.
        transform: { define: { "import.meta": "{}" } },
      },
    },
  });
  const [script, ...rest] = (result as { output: { type: string; code?: string }[] }).output;
  if (!script?.code || rest.length > 0) throw new Error(`${part} is to be one script`);
  return script.code;
}

/** The element that holds a part in a built page. */
export async function partElement(part: Part): Promise<string> {
  return packedElement(`${part}-bytes`, squeeze(await scriptOf(part)));
}

/** Gives the page `#rich` and `#pdf`, by which it loads the parts. */
export function parts(): Plugin {
  let building = false;
  const partOf = (id: string) => (Object.keys(PARTS) as Part[]).find((part) => id === `#${part}`);
  return {
    name: "twicetold-parts",
    enforce: "pre",
    configResolved(config) {
      building = config.command === "build";
    },
    resolveId: (id) => (partOf(id) ? `\0${id}` : null),
    load(id) {
      const part = id.startsWith("\0") && partOf(id.slice(1));
      return part ? (building ? BUILT : DEVELOPED)[part] : null;
    },
  };
}
