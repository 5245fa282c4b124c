import { describe, expect, test, vi } from "vitest";
import { attribute, childrenOf, named, parseXml, textIn, textOfFirst } from "./xml";

// Some inputs are as large as the caps allow, and machines are busy.
vi.setConfig({ testTimeout: 60_000 });

describe("XML", () => {
  test("gives elements, attributes and text without prefixes", () => {
    const root = parseXml(
      `\uFEFF<?xml version="1.0"?><!DOCTYPE a PUBLIC "x" "y"><w:a x:b='1 > 0' c="&lt;&#8364;&#x41;&amp;&none;"><!-- no --><w:d/>e&gt;<![CDATA[<f>]]><w:g>h</w:g ></w:a>\n`,
    );
    expect([root.name, attribute(root, "b"), attribute(root, "c"), attribute(root, "d")]).toEqual([
      "a",
      "1 > 0",
      "<€A&&none;",
      null,
    ]);
    expect(childrenOf(root).map(({ name }) => name)).toEqual(["d", "g"]);
    expect(textIn(root)).toBe("e><f>h");
    expect(named(root, "g").map(textIn)).toEqual(["h"]);
    expect(textOfFirst(root, "d")).toBeNull();
  });

  test.each([
    ["nothing", ""],
    ["text", "rubbish"],
    ["two roots", "<a/><b/>"],
    ["text behind the root", "<a/>b"],
    ["an element that does not end", "<a><b></b>"],
    ["ends in the wrong order", "<a><b></a></b>"],
    ["an end without a start", "<a></a></a>"],
    ["a tag that does not end", "<a><b c='d>"],
    ["a comment that does not end", "<a><!-- </a>"],
    ["a name that is none", "<a><='b'/></a>"],
  ])("that is none is told: %s", (_, text) => {
    expect(() => parseXml(text)).toThrow("damaged");
  });

  test("resolves entities of plain text that the file declares, and no others", () => {
    const declared = `<!ENTITY b "c">\n<!ENTITY d '&b;&b;'><!ENTITY % e "f"><!ENTITY g SYSTEM "file:h"><!ENTITY i "<j/>"><!ENTITY b "k">`;
    const root = parseXml(`<!DOCTYPE a PUBLIC "x" "y" [${declared}]><a>&b;&amp;b; &e;</a>`);
    expect(textIn(root)).toBe("c&b; &e;");
    for (const name of "dgi") {
      expect(() => parseXml(`<!DOCTYPE a [${declared}]><a>&${name};</a>`)).toThrow("damaged");
    }
    const long = `<!DOCTYPE a [<!ENTITY b "${"c".repeat(900)}">]><a>${"&b;".repeat(1_000)}</a>`;
    expect(() => parseXml(long)).toThrow("too-complex");
  });

  test("that is too deep or too much is told", () => {
    expect(() => parseXml(`${"<a>".repeat(300)}${"</a>".repeat(300)}`)).toThrow("too-complex");
    expect(() => parseXml(`<a>${"<b/>".repeat(2_000_001)}</a>`)).toThrow("too-complex");
  });

  test("takes time in proportion", () => {
    for (const part of ["<!--", "<a b", "<a b='", "<?", "<![CDATA["]) {
      expect(() => parseXml(part.repeat(300_000))).toThrow("damaged");
    }
    const root = parseXml(`<a ${" ".repeat(200_000)}${"b".repeat(200_000)}/>`);
    expect(attribute(root, "c")).toBeNull();
  });
});
