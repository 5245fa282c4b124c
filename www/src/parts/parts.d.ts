// What www/build/parts.ts makes of the parts that are loaded only when they are needed.

declare module "#rich" {
  /** Loads the readers of rich formats. A second call gives the same promise. */
  export function load(): Promise<typeof import("../articles/rich")>;
}

declare module "#pdf" {
  /** Starts a worker that reads PDF files. */
  export function start(): Promise<Worker>;
}
