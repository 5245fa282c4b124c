import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { putTogether, takeApart } from ".";
import { pageOf } from "./mime";

const HEAD =
  'From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/quay\r\nSubject: Quay\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b1"\r\n\r\n';
const part = (head: string, body: string) => `------b1\r\n${head}\r\n\r\n${body}\r\n`;
const HTML =
  "Content-Type: text/html\r\nContent-ID: <f@x>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/quay";
const PICTURE = part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", "iVBORw0KGgo=");

test("a page saved with its pictures is the page", async () => {
  const page =
    "<html><head><title>Quay closed</title></head><body><article><h1>Quay closed</h1><p>The m=C3=BCrsk quay was closed for a w=\r\neek, and nobody said why it was.</p></article></body></html>";
  const bytes = new Uint8Array(strToU8(`${HEAD}${PICTURE}${part(HTML, page)}------b1--\r\n`));
  const found = await putTogether(await takeApart({ kind: "mime", bytes }));
  expect(found).toMatchObject({
    title: "Quay closed",
    text: "Quay closed\n\nThe mürsk quay was closed for a week, and nobody said why it was.",
  });
});

test.each([
  [
    "in base64",
    `${HEAD}${part("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64", btoa("<p>One</p>"))}`,
    "<p>One</p>",
  ],
  [
    "in another charset",
    `${HEAD}${part('Content-Type: text/html; charset="windows-1251"\r\nContent-Transfer-Encoding: quoted-printable', "<p>=CC=EE=F1=F2</p>")}`,
    "<p>Мост</p>",
  ],
  ["alone", "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>One</p>", "<p>One</p>"],
  ["without one", `${HEAD}${PICTURE}------b1--`, ""],
  ["of nothing", "", ""],
])("the page %s", (_, source, expected) => {
  expect(pageOf(new Uint8Array(strToU8(source))).trim()).toBe(expected);
});
