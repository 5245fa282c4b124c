// What www/build/parts.ts makes of the parts that are loaded only when they are needed.

declare module "#rich" {
  /** Loads the readers of rich formats. A second call gives the same promise. */
  export function load(): Promise<typeof import("../readers/rich")>;
  /** Starts a worker in which they take files apart. */
  export function start(): Promise<Worker>;
}

declare module "#pdf" {
  /** Starts a worker that reads PDF files. */
  export function start(): Promise<Worker>;
}

// What www/build/cmaps.ts makes of the tables of characters of pdf.js.

declare module "#cmaps" {
  /** The tables by file name, in base64. */
  export const cmaps: Readonly<Record<string, string>>;
}

// What www/build/articles.ts makes of the folder of articles that are built into the page.

declare module "#articles" {
  /** The texts with their headers, by file name. */
  export const files: readonly (readonly [name: string, text: string])[];
  /** Whether they are the page's own samples. */
  export const own: boolean;
}
