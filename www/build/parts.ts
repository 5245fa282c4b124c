import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";
import { actualText } from "./actualText.ts";
import { cmaps } from "./cmaps.ts";
import { BUNDLED, bundledIn } from "./licences.ts";
import { packedElement } from "./packing.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const HELD = here("../src/parts/embedded.ts");

/** The parts of the page that are not needed at first: where each begins, and the name of what it leaves. */
const PARTS = {
  rich: { entry: here("../src/readers/rich/index.ts"), leaves: "twicetoldRich" },
  pdf: { entry: here("../src/readers/pdf/worker.ts"), leaves: "twicetoldPdf" },
} as const;

type Part = keyof typeof PARTS;

/** How the page gets at a part while it is developed or tested. */
const DEVELOPED: Record<Part, string> = {
  rich: `import Reader from "${PARTS.rich.entry}?worker";
    let part; export const load = () => part ??= import("${PARTS.rich.entry}");
    export const start = async () => new Reader();`,
  pdf: `import Reader from "${PARTS.pdf.entry}?worker"; export const start = async () => new Reader();`,
};

/** Starts a worker with a script of which the promise `script` gives the text. */
const START = `export const start = async () => {
      blob ??= script().then((text) => new Blob([text], { type: "text/javascript" }));
      const address = URL.createObjectURL(await blob);
      const worker = new Worker(address);
      worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
      return worker;
    };`;

/**
 * How a built page does. The first is a script in the page, which the policy admits by its hash, so
 * that no address has to be admitted, and that of a worker too; the second is the script of a worker alone.
 */
const BUILT: Record<Part, string> = {
  rich: `import { held } from "${HELD}";
    let part, text, blob;
    const script = () => text ??= held("rich-bytes");
    const begin = (text) => {
      document.head.append(Object.assign(document.createElement("script"), { text }));
      return globalThis.${PARTS.rich.leaves};
    };
    export const load = () => part ??= script().then(begin);
    ${START}`,
  pdf: `import { held } from "${HELD}";
    let blob;
    const script = () => held("pdf-bytes");
    ${START}`,
};

/** A part as it was built: its script, and the libraries in it. */
interface Made {
  script: string;
  libraries: ReturnType<typeof bundledIn>;
}

const made = new Map<Part, Promise<Made>>();

/** A part, built by itself. */
export function partOf(part: Part): Promise<Made> {
  const promise = made.get(part) ?? bundled(part);
  made.set(part, promise);
  return promise;
}

async function bundled(part: Part): Promise<Made> {
  const { entry, leaves } = PARTS[part];
  const output = { format: "iife", name: leaves, codeSplitting: false } as const;
  const result = await build({
    configFile: false,
    logLevel: "warn",
    plugins: [cmaps(), actualText()],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      license: { fileName: BUNDLED },
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: "strict",
        output,
        // A script has none; pdf.js asks it where it lies, to fetch what is not used here.
        transform: { define: { "import.meta": "{}" } },
      },
    },
  });
  const { output: files } = result as Rolldown.RolldownOutput;
  const [script, ...rest] = files.filter(({ fileName }) => fileName !== BUNDLED);
  if (script?.type !== "chunk" || rest.length > 0) throw new Error(`${part} is to be one script`);
  return { script: script.code, libraries: bundledIn(files) };
}

/** The element that holds a part in a built page. */
export async function partElement(part: Part): Promise<string> {
  return packedElement(`${part}-bytes`, (await partOf(part)).script);
}

/** Gives the page `#rich` and `#pdf`, by which it loads the parts. */
export function parts(): Plugin {
  let building = false;
  const named = (id: string) => (Object.keys(PARTS) as Part[]).find((part) => id === `#${part}`);
  return {
    name: "twicetold-parts",
    enforce: "pre",
    configResolved(config) {
      building = config.command === "build";
    },
    resolveId: (id) => (named(id) ? `\0${id}` : null),
    load(id) {
      const part = id.startsWith("\0") && named(id.slice(1));
      return part ? (building ? BUILT : DEVELOPED)[part] : null;
    },
  };
}
