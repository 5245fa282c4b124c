/** Drawings on a 16 by 16 grid, stroked in the colour of the text. */
const DRAWINGS = {
  swap: "M11 2.5 13.5 5 11 7.5M13.5 5h-9M5 8.5 2.5 11 5 13.5M2.5 11h9",
  down: "m4 6.5 4 4 4-4",
  right: "m6.5 4 4 4-4 4",
  arrow: "M3 8h10M9.5 4.5 13 8l-3.5 3.5",
  left: "m9.5 4-4 4 4 4",
  plus: "M8 3v10M3 8h10",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  close: "m4 4 8 8M12 4l-8 8",
  file: "M9.5 2H4.6A.6.6 0 0 0 4 2.6v10.8c0 .3.3.6.6.6h6.8c.3 0 .6-.3.6-.6V4.5zM9.5 2v2.5H12",
  clip: "M6 3H4.6a.6.6 0 0 0-.6.6v9.8c0 .3.3.6.6.6h6.8c.3 0 .6-.3.6-.6V3.6a.6.6 0 0 0-.6-.6H10M6 2h4v2.5H6z",
  lock: "M4 7.5h8V13H4zM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3",
  link: "m6.8 9.2 2.4-2.4M7.5 5l1.4-1.4a2.5 2.5 0 0 1 3.5 3.5L11 8.5M8.5 11l-1.4 1.4a2.5 2.5 0 0 1-3.5-3.5L5 7.5",
  find: "M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.2 10.2l3.3 3.3",
  filter: "M2.5 4.5h11M4.5 8h7M6.5 11.5h3",
  panel: "M2.5 3.5h11v9h-11zM9.8 3.5v9",
  list: "M6 4h7.5M6 8h7.5M6 12h7.5M2.8 4h.01M2.8 8h.01M2.8 12h.01",
  copy: "M5.5 5.5h7v8h-7zM3.5 10.5v-8h7",
  pin: "M5.5 2.5h5M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5",
  none: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM4.2 11.8l7.6-7.6",
  quote: "M3.5 10.5c1.6-.5 2.4-1.6 2.4-3.2V5.2H3.2v2.6h2.2M9.3 10.5c1.6-.5 2.4-1.6 2.4-3.2V5.2H9v2.6h2.2",
  check: "m3 8.5 3.2 3.2L13 5",
  person: "M8 8.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.8 13.5c.5-2.6 2.6-3.6 5.2-3.6s4.7 1 5.2 3.6",
  calendar: "M3 4h10v9H3zM3 6.8h10M5.5 2.5V5M10.5 2.5V5",
  figure: "M6 2.5 4.8 13.5M11.2 2.5 10 13.5M3 6h10.5M2.5 10H13",
  up: "M8 13V3M4 7l4-4 4 4",
  grid: "M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z",
  downward: "M8 3v10M4 9l4 4 4-4",
  again: "M12.9 6.2A5.2 5.2 0 1 0 13 9.6M13 2.8v3.5H9.5",
  pen: "M3 13l.6-2.6 7-7 2 2-7 7zM9.6 4.4l2 2",
  book: "M8 4.2C6.6 3.2 4.8 3 2.8 3v9.2c2 0 3.8.2 5.2 1.2 1.4-1 3.2-1.2 5.2-1.2V3c-2 0-3.8.2-5.2 1.2zM8 4.2v9.2",
} as const;

export type IconName = keyof typeof DRAWINGS;

/** A drawing beside or in place of a word; what it means is said by its button. */
export function Icon({ name }: { name: IconName }) {
  const round = name === "more" || name === "list";
  return (
    <svg class={round ? "icon icon-dots" : "icon"} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}

/** The sign of Twicetold: two sheets, and what they share. */
export function Sign({ large = false }: { large?: boolean }) {
  return (
    <svg class={large ? "sign sign-large" : "sign"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect class="sign-left" x="2" y="3" width="13" height="15" rx="3" />
      <path class="sign-both" d="M9 9a3 3 0 0 1 3-3h3v9a3 3 0 0 1-3 3H9z" />
      <rect class="sign-right" x="9" y="6" width="13" height="15" rx="3" />
    </svg>
  );
}
