import { CAPS, type Problem, type ReadError } from "../model/article";
import { numbers } from "./numbers";

const { n, plural: form } = numbers("en-GB");
const plural = (count: number, one: string, many = `${one}s`) => form(count, one, many);

const sentences: Record<ReadError, string | ((count: number) => string)> = {
  empty: "is empty. Check that it was saved with its text.",
  "too-large":
    "is larger than this page reads: texts may have 8 MB, PDF, Word and other packed files 100 MB. Split it, or paste the part you need.",
  "unknown-type": "is not a format this page can read. Save it as text, HTML, DOCX or PDF first.",
  "old-word": "is an old Word file (.doc), which this page cannot read. Save it as DOCX or text first.",
  locked: "is locked with a password. Save it without one, or paste its text here.",
  damaged: "is damaged or cut off. Download or save it once more.",
  "zip-bomb": "unpacks to more than 64 MB, the most this page unpacks. Split it, or paste the part you need.",
  nested: "is an archive inside an archive. Unpack it and drop the files in it.",
  "no-articles":
    "has no file in it that this page can read. It reads text, Markdown, HTML, DOCX, ODT, EPUB, RTF and PDF.",
  picture: "is a picture and holds no text. Paste its text here instead.",
  binary: "is not a text. Save it as text, HTML, DOCX or PDF first.",
  undecodable: "has characters in no encoding this page knows. Save it as UTF-8 and drop it again.",
  "no-text": "has no text in it. Open it in its own program, copy the article and paste it here.",
  "no-reader":
    "is a PDF, and a report does without the reader for those. Open it in Twicetold itself, or paste its text here.",
  scanned:
    "has no text in it: its pages are pictures, drawings or empty. If there is something to read on them, run text recognition on it first, or paste its text here.",
  "no-table":
    "does not tell its letters, or by a rare table that is not in this page. Save it as text, or paste its text here.",
  cancelled: "was not read to the end, because reading was cancelled. Drop it again to read it.",
  unreadable: "could not be read from the disk. Check that it still exists and may be opened.",
  "damaged-library": "holds a saved library that was cut off or changed. Save or copy it once more.",
  "newer-library": "is a library that another, newer edition of this page saved. Open it there.",
  "foreign-model": "is not a model of meaning of Twicetold.",
  "newer-model": "is a model of meaning for a newer edition of this page. Open it there.",
  "cut-model": "is a model of meaning whose end is missing. Download it once more.",
  "damaged-model": "is a model of meaning that was damaged. Download it once more.",
  others: (count) =>
    `holds ${plural(count, "other file")} that ${count === 1 ? "is" : "are"} no article; left out.`,
  "too-many-entries": (count) =>
    `holds ${plural(count, "file")}, and this page looks into archives of up to ${n(CAPS.entries)}. Unpack it and drop the articles in it.`,
  "too-many-paragraphs": (count) =>
    `has ${plural(count, "line")} with text, and this page takes up to ${n(CAPS.paragraphs)} in one article. Split it, or join the lines of each paragraph.`,
  "too-many-marks":
    "piles more marks on single letters than any writing needs and this page takes: over 30, again and again. Take them out, or paste the part you need.",
  "too-complex":
    "has more tags or signs, or more of them inside each other, than this page takes apart. Save it as plain text, or paste the part you need.",
  "chapters-missing": (count) =>
    `lists ${plural(count, "chapter")} that ${count === 1 ? "is" : "are"} not in it; the others were read. Download it once more if you need ${count === 1 ? "that one" : "those"}.`,
  "too-many": (count) =>
    `holds more articles than this page takes at once: the first 2,000 came in, ${n(count)} did not. Drop the rest separately.`,
};

/** Why a file could not be read and what to do, behind its name. */
export const problem = ({ error, count = 0 }: Problem): string => {
  const said = sentences[error];
  return typeof said === "string" ? said : said(count);
};
