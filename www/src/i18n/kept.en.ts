import type { Dropped, DroppedPart } from "../schema/dropped";
import { numbers } from "./numbers";
import { recoveryEn } from "./recovery.en";

const { n, plural: form } = numbers("en-GB");
const plural = (count: number, one: string, many = `${one}s`) => form(count, one, many);

const parts: Record<DroppedPart, (count: number) => string> = {
  articles: (count) => plural(count, "article"),
  details: (count) => plural(count, "title, author, outlet or date", "titles, authors, outlets or dates"),
  alternatives: (count) => plural(count, "whole page of an article", "whole pages of articles"),
  lines: (count) =>
    plural(count, "line that was put back or left out", "lines that were put back or left out"),
  verdicts: (count) => plural(count, "pin or “not a match”", "pins or “not a match”"),
  shorts: (count) => plural(count, "paragraph of a pair", "paragraphs of pairs"),
  elsewhere: (count) => plural(count, "passage in further articles", "passages in further articles"),
  options: (count) => plural(count, "setting of what counts as equal", "settings of what counts as equal"),
  pair: () => "which two articles stood side by side",
};

const listed = (dropped: Dropped) =>
  (Object.entries(dropped) as [DroppedPart, number][]).map(([part, count]) => parts[part](count)).join("; ");

type State = "not-yet" | "kept" | "refused" | "full";

/** What the page says of what is kept, forgotten, brought back and asked for. */
export const keptEn = {
  keeping: {
    keep: "Keep articles in this browser",
    state: (state: State, count: number) =>
      state === "kept"
        ? `${plural(count, "article")} kept here for your next visit. Nothing leaves this computer.`
        : state === "not-yet"
          ? "What you open is here again at your next visit. Nothing leaves this computer."
          : "This browser keeps nothing at present.",
    waits: "Nothing is kept until you decide about what is kept here.",
    off: "Nothing is kept: articles are gone when you close this page.",
    hosted: (host: string) => `Other pages on ${host} could read what is kept here.`,
    local: "In some browsers other web pages opened from this disk could read what is kept here.",
    save: "Save the library as a file",
    saved: (name: string) => `Saved: ${name}. Drop it on this page, in any browser, to open it again.`,
    notSaved: "There is nothing to save, or it is more than the 100 MB that this page opens again.",
    forget: "Forget everything",
    reallyForget: "Really forget all articles and settings?",
    guests: (count: number) => `Keep the ${plural(count, "article")} of the link`,
    trouble: {
      refused: "This browser does not let the page keep anything. Your articles are here until you close it.",
      full: "The browser’s storage is full. Your articles are here, but will not be at your next visit. Close some, or free space.",
    },
    held: {
      stopped:
        "The page did not come up with what was kept at an earlier visit, or was to start without it. It is still kept.",
      newer:
        "What is kept here was written by another, newer edition of this page. It is left alone: open it there.",
      unknown:
        "What is kept here is nothing that an edition of this page writes: it was damaged or changed. It is left alone.",
      unread: "What is kept here could not be read. It is left alone.",
    },
    heldNote: "Until you decide, nothing new is kept.",
    bringBack: "Bring it back",
    tryAgain: "Try again",
    saveHeld: recoveryEn.save,
    forgetHeld: recoveryEn.forget,
    reallyForgetHeld: recoveryEn.reallyForget,
    leftOut: (dropped: Dropped) =>
      `Some of what was kept is unreadable, or more than this page takes, and was left out or cut: ${listed(dropped)}.`,
    saveLeftOut: "Save it as it was",
  },

  recovery: recoveryEn,

  dropped: (dropped: Dropped) =>
    `Unreadable, or more than this page takes, and so left out or cut: ${listed(dropped)}.`,

  arrived: {
    one: (title: string) => `Added, and now on the right: “${title}”`,
    many: (count: number) => `${plural(count, "article")} added; this pair stays`,
    pairs: "Show all pairs",
    undo: "Remove again",
  },
  undo: {
    removed: (title: string) => `Removed: “${title}”`,
    closed: (count: number) => `${plural(count, "article")} closed`,
    forgotten: (count: number) => `Forgotten: ${plural(count, "article")}, and all settings`,
    undo: "Undo",
    broughtBack: "As it was before.",
    close: "Close this note",
  },

  questions: {
    page: (title: string | null, host: string | null) =>
      `A web page${host ? ` that says it is ${host}` : ""} was sent here${title ? `: “${title}”` : ""}.`,
    link: (left: string, right: string) => `A link brings two articles: “${left}” and “${right}”.`,
    take: "Take it in",
    open: "Open them",
    not: "Not now",
  },

  libraryFile: (added: number, here: number) =>
    `${plural(added, "article")} of a saved library came in.${here > 0 ? ` ${n(here)} ${here === 1 ? "was" : "were"} here already.` : ""}`,
};
