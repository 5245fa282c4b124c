import { fileURLToPath } from "node:url";
import { viteSingleFile } from "vite-plugin-singlefile";
import { defineConfig } from "vitest/config";
import { actualText } from "./build/actualText.ts";
import { articles } from "./build/articles.ts";
import { cmaps } from "./build/cmaps.ts";
import { engine } from "./build/engine.ts";
import { BUNDLED } from "./build/licences.ts";
import { onefile } from "./build/onefile.ts";
import { parts } from "./build/parts.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("./"),
  base: "./",
  plugins: [
    articles(),
    engine(),
    parts(),
    viteSingleFile({ removeViteModuleLoader: true }),
    onefile(process.env.MODEL ? "twicetold-meaning.html" : "twicetold.html"),
  ],
  worker: { format: "iife", plugins: () => [engine(), cmaps(), actualText()] },
  build: {
    outDir: here("../dist"),
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    license: { fileName: BUNDLED },
  },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
});
