// What of a saved web page is its article: each page shows one thing that pages do.

import assert from "node:assert/strict";
import { keptIs } from "./kept.mjs";
import { flow } from "./page.mjs";
import { LEFT } from "./texts.mjs";

const [TITLE, ...STORY] = LEFT.text.trim().split("\n\n");
const ALL = [TITLE, ...STORY];

const p = (texts) => texts.map((text) => `<p>${text}</p>`).join("\n");
const page = (body, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title>${head}</head><body>${body}</body></html>`;
const article = (inside, head) => page(`<article><h1>${TITLE}</h1>${inside}</article>`, head);
const latin1 = (text) => Buffer.from(text, "latin1");

const LINKS = [
  "Ferry timetable changes from autumn on, says the company",
  "Ten walks along the old wall for a long weekend in spring",
  "What became of the lighthouse keeper’s seven daughters",
  "The council looks for somebody who will mend its clock",
];
const links = (tag, inside = "") =>
  LINKS.map((text, at) => `<${tag}><a href="/${at}">${text}${inside}</a></${tag}>`).join("");

/** For each page its text, as paragraphs. */
const PAGES = {
  "links to other stories below a short one": [
    article(`<div><p>${STORY[0]}</p></div><div><h3>What others read</h3><ul>${links("li")}</ul></div>`),
    [TITLE, STORY[0]],
  ],
  "links to other stories between paragraphs": [
    article(`<p>${STORY[0]}</p><div>${links("p")}</div>${p(STORY.slice(1))}`),
    ALL,
  ],
  "boxes that their names tell": [
    article(`<p>${STORY[0]}</p><section class="newsletterBox"><p>All that matters, every day at six.</p></section>
      <div class="teaser"><h4>Ferries</h4><a href="/x">${LINKS[0]}</a></div>${p(STORY.slice(1))}
      <div id="kommentare"><h3>3 Meinungen</h3><p>${"I was there and saw it, and it was a fine day. ".repeat(9)}</p></div>`),
    ALL,
  ],
  "a teaser that begins the article": [
    article(`<p class="article-teaser">${STORY[0]}</p><div>${p(STORY.slice(1))}</div>`),
    ALL,
  ],
  "captions of pictures": [
    article(
      `<figure><img src="x.png"><figcaption>The crane on Monday, seen from the ferry.</figcaption></figure>${p(STORY)}`,
    ),
    ALL,
  ],
  "a standfirst that stands apart": [
    page(`<div class="top"><h1>${TITLE}</h1><p>${STORY[0]}</p></div><div class="pic"></div>
      <div class="row"><div class="text">${p([...STORY.slice(1), ...STORY.slice(1)])}</div></div>`),
    [...ALL, ...STORY.slice(1)],
  ],
  "a text for machines, where the page shows the start of it": [
    article(
      `<p>${STORY[0].slice(0, 60)}…</p><p>Only for members.</p>`,
      `<script type="application/ld+json">${JSON.stringify({ "@graph": [{ "@type": "NewsArticle", headline: TITLE, articleBody: STORY.join("\n\n") }] })}</script>`,
    ),
    ALL,
  ],
  "an article for browsers without scripts": [
    page(`<div id="app"></div><noscript><article><h1>${TITLE}</h1>${p(STORY)}</article></noscript>`),
    ALL,
  ],
  "a request for scripts": [article(`<noscript><p>Please switch on scripts.</p></noscript>${p(STORY)}`), ALL],
  "what is hidden": [
    article(
      `${p(STORY)}<p style="visibility: hidden">${STORY[0]}</p><p style="display:none">${STORY[1]}</p><p hidden>${STORY[2]}</p>`,
    ),
    ALL,
  ],
  "all of it hidden behind a dialog": [
    page(
      `<div aria-hidden="true"><article><h1>${TITLE}</h1>${p(STORY)}</article></div><dialog open>We keep what you read.</dialog>`,
    ),
    ALL,
  ],
  "changed words": [
    article(`<p>It weighs <del>nine</del><ins>eleven</ins> tonnes.</p>${p(STORY)}`),
    [TITLE, "It weighs eleven tonnes.", ...STORY],
  ],
  formulas: [
    article(
      `<p>It lifts <math><mi>m</mi><mo>=</mo><mn>11</mn><annotation encoding="TeX">m=11</annotation></math> tonnes.</p>${p(STORY)}`,
    ),
    [TITLE, "It lifts m = 11 tonnes.", ...STORY],
  ],
  "formulas that hide beside their pictures": [
    article(
      `<p>It lifts <span style="display:none"><math><mfrac><mi>m</mi><mn>2</mn></mfrac></math></span><img alt="no"> tonnes.</p>${p(STORY)}`,
    ),
    [TITLE, "It lifts m/2 tonnes.", ...STORY],
  ],
  "words that are explained, and buttons that are none": [
    article(
      `<p>The <button class="term">jib</button> is made of oak.</p>${p(STORY)}<p><button>Send</button> <button>Print</button></p>`,
    ),
    [TITLE, "The jib is made of oak.", ...STORY],
  ],
  "notes and units": [
    article(
      `<p>The basin<sup>3</sup> has 12 km<sup>2</sup>, as the plan says.<sup><a href="#n1">1</a></sup></p>${p(STORY)}`,
    ),
    [TITLE, "The basin has 12 km2, as the plan says.", ...STORY],
  ],
  "notes of other programs": [
    article(
      `<p>The basin is wide,<a href="#n1">1</a> and deep.<a href="#n2"><sup>2</sup></a> See part <a href="#p3">3</a>.</p>${p(STORY)}<ol><li id="n1"><p>So the plan says. <a href="#r1">↩︎</a></p></li></ol>`,
    ),
    [TITLE, "The basin is wide, and deep. See part 3.", ...STORY, "So the plan says."],
  ],
  "who is quoted": [
    article(
      `<blockquote><p>It is fine.</p><footer>Ansa Holm, harbour master</footer></blockquote>${p(STORY)}`,
    ),
    [TITLE, "It is fine.", "Ansa Holm, harbour master", ...STORY],
  ],
  "what is only read out": [
    article(
      `<p>Crane<span class="sr-only">:</span> it lifts <a href="/a">crates<span class="screen-reader-text"> (opens in a new window)</span></a>.</p>${p(STORY)}`,
    ),
    [TITLE, "Crane: it lifts crates.", ...STORY],
  ],
  "what style sheets hide": [
    article(
      `<p class="u-gone">${STORY[0]}</p>${p([...STORY, ...STORY])}`,
      "<style>.u-gone { display: none }</style>",
    ),
    [...ALL, ...STORY],
  ],
  "much that style sheets fold": [
    article(
      `<p>${STORY[0]}</p><div class="u-fold">${p(STORY.slice(1))}</div>`,
      "<style>.u-fold { display: none }</style>",
    ),
    ALL,
  ],
  "a text for machines, in other quotation": [
    article(
      `<p>${STORY[0].slice(0, 60)}…</p>`,
      `<script type="application/ld+json; charset=utf-8">//<![CDATA[
        {"@type": "NewsArticle", "articleBody": "<p>${STORY.join("</p>\n<p>").replaceAll('"', "'")}</p>",}
      //]]></script>`,
    ),
    ALL,
  ],
  "a headline of its own, beside a longer window": [
    page(`<div><h1>Crane of the Old Basin, Lifting</h1>${p(STORY)}</div>`),
    ["Crane of the Old Basin, Lifting", ...STORY],
  ],
  "a table that lays out the page": [
    page(
      `<table><tr><td>${LINKS.map((text) => `<a href="/x">${text}</a>`).join("<br>")}</td><td><h1>${TITLE}</h1>${p(STORY)}</td></tr></table>`,
    ),
    ALL,
  ],
  "a paper’s name as the first headline": [
    page(`<header><h1>Basin news</h1></header><div class="story"><h1>${TITLE}</h1>${p(STORY)}</div>`),
    ALL,
  ],
  "sounds and films": [
    article(
      `<audio src="a.mp3" controls></audio><video src="b.mp4" poster="b.png"><track src="c.vtt" default></video>${p(STORY)}`,
    ),
    ALL,
  ],
};

/** The same for pages whose bytes are not quite right. */
const BYTES = {
  "a broken byte in UTF-8": [
    Buffer.concat([
      Buffer.from(article(p(STORY)).replace("</h1>", "</h1><p>Grüße – “so” "), "utf8"),
      Buffer.from([0xe9]),
    ]),
    /Grüße – “so”/,
  ],
  "Latin-2 that the first line names": [
    latin1(
      `<?xml version="1.0" encoding="iso-8859-2"?><html><body><h1>${TITLE}</h1><p>Za\xbf\xf3\xb3\xe6 g\xea\xb6l\xb1 ja\xbc\xf1.</p>`,
    ),
    /Zażółć gęślą jaźń\./,
  ],
  "control characters": [
    latin1(
      article(
        `<p>The harbour mas\x1fter\x00 came, and so did the whole of the town, by boat and by the bridge.</p><p>${STORY[1].replace(/[^\0-~]/g, "'")}</p>`,
      ),
    ),
    /The harbour master came/,
  ],
};

const fileOf = (name, content) =>
  typeof content === "string"
    ? { name: `${name}.html`, text: content, type: "text/html" }
    : { name: `${name}.html`, bytes: content, type: "text/html" };

flow("takes the article out of web pages of many kinds", async (reader) => {
  await reader.give(...Object.entries(PAGES).map(([name, [content]]) => fileOf(name, content)));
  const count = Object.keys(PAGES).length;
  const { articles } = await keptIs(reader, (record) => record.articles.length === count);
  for (const { name, text } of articles) {
    const [, expected] = PAGES[name.replace(".html", "")];
    assert.deepEqual(text.split("\n\n"), expected, name);
  }
});

flow("reads web pages whose bytes are not quite right", async (reader) => {
  await reader.give(...Object.entries(BYTES).map(([name, [content]]) => fileOf(name, content)));
  const count = Object.keys(BYTES).length;
  const { articles } = await keptIs(reader, (record) => record.articles.length === count);
  for (const { name, text } of articles) assert.match(text, BYTES[name.replace(".html", "")][1], name);
});

flow("names a page by the longer headline, its day and who wrote it", async (reader) => {
  const text = article(
    `<p class="byline">By <a rel="author" href="/h">Ansa Holm</a></p><time datetime="2031-05-04">4 May</time>${p(STORY)}`,
  ).replace(/<title>.*<\/title>/, "<title>Crane</title>");
  await reader.give({ name: "a.html", text, type: "text/html" });
  const { articles } = await keptIs(reader, (record) => record.articles.length === 1);
  const [{ title, byline, date }] = articles;
  assert.deepEqual({ title, byline, date }, { title: TITLE, byline: "Ansa Holm", date: "2031-05-04" });
});
