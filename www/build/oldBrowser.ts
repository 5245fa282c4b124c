import { oldBrowser } from "../src/i18n/oldBrowser.ts";
import { NEEDS, VERSIONS } from "./needs.ts";

/**
 * The script that runs before the page's own: it tells what the browser lacks, in words, and marks the document, so that
 * nothing else begins. It is written in ES5, for the browsers it speaks to know nothing else, and brings its style along, for that of
 * the page is packed.
 */
export function oldBrowserScript(): string {
  const checks = NEEDS.flatMap(({ what, has }) =>
    has ? `[${JSON.stringify(what)}, function () { return ${has}; }]` : [],
  );
  const texts = Object.entries(oldBrowser).map(([language, { or, ...said }]) => {
    const versions = `${VERSIONS.slice(0, -1).join(", ")} ${or} ${VERSIONS.at(-1)}`;
    return [language, { ...said, what: said.what.replace("{versions}", versions) }];
  });
  return `(function () {
var checks = [${checks.join(",\n")}];
var texts = ${JSON.stringify(Object.fromEntries(texts))};
var missing = [];
for (var at = 0; at < checks.length; at += 1) {
  var has = false;
  try { has = checks[at][1](); } catch (error) {}
  if (!has) missing.push(checks[at][0]);
}
if (missing.length === 0) return;
var language = /^de/.test(navigator.language) ? "de" : "en";
var said = texts[language];
document.documentElement.lang = language;
document.documentElement.setAttribute("data-state", "old-browser");
var add = function (name, text, into) {
  var element = document.createElement(name);
  element.appendChild(document.createTextNode(text));
  return into.appendChild(element);
};
var box = document.getElementById("page").appendChild(document.createElement("main"));
box.className = "old-browser";
box.style.cssText = "max-width: 34rem; margin: 12vh auto 0; padding: 0 1.25rem; font: 1em/1.5 sans-serif";
add("h1", said.title, box);
add("p", said.missing, box);
var list = box.appendChild(document.createElement("ul"));
for (var one = 0; one < missing.length; one += 1) add("li", missing[one], list);
add("p", said.what, box);
add("p", said.off, box);
})();`;
}
