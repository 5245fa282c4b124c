import { describe, expect, test } from "vitest";
import { declaredIn, decodeXml, markOf, mostly } from "./encodings";

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const wide = (text: string) =>
  Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]));

describe("a file's own word on its charset", () => {
  test.each([
    ['<?xml version="1.0" encoding="ISO-8859-2"?><html>', "ISO-8859-2"],
    ["<?xml version='1.0' encoding='utf-16'?>", "utf-16"],
    ["<html><meta charset=koi8-r>", "koi8-r"],
    ['<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', "Shift_JIS"],
    [`<head>${" ".repeat(2000)}<meta charset="gbk">`, "gbk"],
    ["<html><p>encoding='utf-16'</p>", null],
  ])("%s", (head, expected) => expect(declaredIn(bytes(head))).toBe(expected));
});

describe("parts of packed files", () => {
  test("in Latin-1", () => {
    expect(decodeXml(bytes('<?xml version="1.0" encoding="iso-8859-1"?><p>d\xe9j\xe0</p>'))).toContain(
      "déjà",
    );
  });

  test("in what old programs write, where none is named", () => {
    expect(decodeXml(bytes("<p>d\xe9j\xe0 vu</p>"))).toBe("<p>déjà vu</p>");
  });

  test("in UTF-16, with and without a mark", () => {
    const xml = '<?xml version="1.0" encoding="UTF-16"?><p>déjà</p>';
    expect(decodeXml(wide(`\uFEFF${xml}`))).toBe(xml);
    expect(decodeXml(wide(xml))).toBe(xml);
  });

  test("in UTF-8, also where another is named that nobody knows", () => {
    expect(
      decodeXml(new TextEncoder().encode('<?xml version="1.0" encoding="UTF-16"?><p>déjà</p>')),
    ).toContain("déjà");
    expect(decodeXml(new TextEncoder().encode('<?xml encoding="martian"?><p>déjà</p>'))).toContain("déjà");
  });
});

test("a charset in which much does not fit is another", () => {
  expect(mostly(bytes("d\xe9j\xe0 vu"), "utf-8")).toBeNull();
  expect(mostly(bytes("d\xc3\xa9j\xc3"), "utf-8")).toBe("déj\uFFFD");
  expect(mostly(bytes("plain"), "no-such-charset")).toBeNull();
  expect(markOf(bytes("plain"))).toBeNull();
});
