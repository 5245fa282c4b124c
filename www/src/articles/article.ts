/** One text, with what is known about where it came from. */
export interface Article {
  /** Unique in the page, stable as long as the article is loaded. */
  id: string;
  /** The file's name, or what stands for it. */
  name: string;
  title: string | null;
  /** Whether the title was only taken for one by its looks; what the engine recognises is then better. */
  titleGuessed: boolean;
  outlet: string | null;
  /** ISO 8601, to the day. */
  date: string | null;
  /** The text exactly as it is compared. */
  text: string;
}

/** Why a file could not be read. What to say about each is in the catalogue. */
export type Trouble =
  | "empty"
  | "too-large"
  | "unknown-type"
  | "pdf"
  | "word"
  | "archive"
  | "picture"
  | "binary"
  | "undecodable"
  | "no-text"
  | "unreadable";

/** One file that could not be read. */
export interface Problem {
  name: string;
  trouble: Trouble;
}

let made = 0;

/** An id that no other article has. */
export function newId(): string {
  made += 1;
  return `a${made}`;
}
