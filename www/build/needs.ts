/** The first version of Chrome (and Edge), Firefox and Safari that has something. */
type Since = readonly [chrome: number, firefox: number, safari: number];

/** Something that the page needs and that not every browser in use has. */
interface Need {
  what: string;
  since: Since;
  /** An expression that is true, or at least does not throw, where there is such a thing; without one the page does, but looks worse. */
  has?: string;
}

/**
 * What the built page needs, as far as browsers of the last five years differ in it. The versions are those of the Web
 * Platform Features data (web-features 3.40) and of MDN. A test holds that the page uses nothing younger.
 */
export const NEEDS: readonly Need[] = [
  {
    what: "WebAssembly",
    since: [96, 79, 15.1],
    has: "typeof WebAssembly === 'object' && WebAssembly.compile",
  },
  {
    what: "DecompressionStream (deflate-raw)",
    since: [103, 113, 16.4],
    has: "new DecompressionStream('deflate-raw')",
  },
  { what: "Array.prototype.toSorted", since: [110, 115, 16], has: "[].toSorted && [].toReversed" },
  { what: "RegExp lookbehind", since: [62, 78, 16.4], has: "new RegExp('(?<=a)b')" },
  { what: "Object.hasOwn", since: [93, 92, 15.4], has: "Object.hasOwn && [].at" },
  { what: "dialog", since: [37, 98, 15.4], has: "HTMLDialogElement.prototype.showModal" },
  { what: "checkVisibility", since: [105, 106, 17.4], has: "Element.prototype.checkVisibility" },
  { what: "top-level await", since: [89, 89, 15] },
  { what: "CSS :has()", since: [105, 121, 15.4] },
  { what: "CSS color-mix()", since: [111, 113, 16.2] },
  { what: "CSS dvh", since: [108, 101, 15.4] },
];

const most = (at: 0 | 1 | 2) => Math.max(...NEEDS.map(({ since }) => since[at]));

/** The first versions that have all of it, by name. */
export const VERSIONS = [
  `Chrome ${most(0)}`,
  `Edge ${most(0)}`,
  `Firefox ${most(1)}`,
  `Safari ${most(2)}`,
] as const;
