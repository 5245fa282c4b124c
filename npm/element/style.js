// How the element looks. Blue: the same words. Ochre: different words. Pages set the variables that begin with
// `--twicetold-`; without them light or dark follows the `color-scheme` of the place where the element stands.

const CSS = `
:host {
  --paper: var(--twicetold-paper, #fffdf9);
  --ink: var(--twicetold-ink, #211d17);
  --quiet: var(--twicetold-quiet, #6a6156);
  --line: var(--twicetold-line, #e5ddcf);
  --same: var(--twicetold-same, #1d4f91);
  --same-back: var(--twicetold-same-back, #d9e7f9);
  --differs: var(--twicetold-differs, #8a5300);
  --differs-back: var(--twicetold-differs-back, #f9e0ae);
  --gap: var(--twicetold-gap, 1.6em);
  --serif: var(--twicetold-font, Charter, "Bitstream Charter", "Charis SIL", Cambria, "Noto Serif", Georgia, serif);
  --sans: var(--twicetold-label-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
  display: block;
  container-type: inline-size;
  overflow-wrap: anywhere;
  border: 1px solid var(--line);
  border-radius: var(--twicetold-radius, 10px);
  background: var(--paper);
  color: var(--ink);
  font: var(--twicetold-size, 1em) / 1.6 var(--serif);
  text-align: start;
}
:host([hidden]) { display: none; }
@supports (color: light-dark(red, red)) {
  :host {
    --paper: var(--twicetold-paper, light-dark(#fffdf9, #201d19));
    --ink: var(--twicetold-ink, light-dark(#211d17, #ebe5d9));
    --quiet: var(--twicetold-quiet, light-dark(#6a6156, #b0a698));
    --line: var(--twicetold-line, light-dark(#e5ddcf, #3b362f));
    --same: var(--twicetold-same, light-dark(#1d4f91, #92bdf3));
    --same-back: var(--twicetold-same-back, light-dark(#d9e7f9, #24436b));
    --differs: var(--twicetold-differs, light-dark(#8a5300, #e8b75b));
    --differs-back: var(--twicetold-differs-back, light-dark(#f9e0ae, #553e12));
  }
}
.comparison { padding: 1.1em 1.3em 1em; }
.problem { margin: 0; padding: 1em 1.3em; font-family: var(--sans); font-size: 0.875em; }
.story { max-width: 60em; margin: 0 0 1em; font-family: var(--sans); font-size: 0.9375em; line-height: 1.5; }
table, thead, tbody { display: block; width: 100%; }
tr { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: var(--gap); }
thead tr { padding-bottom: 0.7em; border-bottom: 1px solid var(--line); font-family: var(--sans); }
th { display: flex; flex-direction: column; padding: 0; text-align: start; font-weight: 400; line-height: 1.35; }
.name { font-weight: 650; }
.share { color: var(--quiet); font-size: 0.8125em; font-variant-numeric: tabular-nums; }
.bar { display: flex; height: 5px; margin-top: auto; overflow: hidden; border-radius: 3px; background: var(--line); }
.bar-verbatim { background: var(--same); }
.bar-edited { background: repeating-linear-gradient(90deg, var(--same) 0 5px, var(--same-back) 5px 8px); }
.bar-reworded { background: repeating-linear-gradient(90deg, var(--differs) 0 2px, var(--differs-back) 2px 5px); }
.bar-repeatedWords { background: linear-gradient(var(--quiet) 1px, transparent 1px 4px, var(--quiet) 4px); }
th .share { margin-bottom: 0.5em; }
tbody tr { padding-top: 0.12em; }
tbody tr.begins { padding-top: 0.75em; }
tr.bold td { font-weight: 650; line-height: 1.35; }
tr.boilerplate td { color: var(--quiet); font-size: 0.875em; }
td { position: relative; padding: 0; padding-inline-start: 0.75em; white-space: pre-line; }
td::before { content: ""; position: absolute; inset-block: 0.25em; inset-inline-start: 0; width: 3px; border-radius: 2px; }
del, ins { color: inherit; text-decoration: none; }
.differs { border-radius: 2px; background: var(--differs-back); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
tr.only .differs { background: none; }
.writing { box-shadow: inset 0 -2px var(--differs); }
.moved:is(span, i) { text-decoration: underline dotted 2px var(--differs); text-underline-offset: 0.2em; }
.kept { border-radius: 2px; background: var(--same-back); }
sup, b { padding: 0 0.35em; border: 1px solid var(--same); border-radius: 0.4em; color: var(--same);
  font: 650 0.6875em / 1.3 var(--sans); }
sup { display: inline-block; margin-inline-end: 0.3em; vertical-align: 0.35em; text-decoration: none; user-select: none; }
.stub { padding: 0.1em 0.6em; border: 1px dashed var(--line); border-radius: 0.5em; background: none; color: var(--quiet);
  font: 0.8125em / 1.5 var(--sans); }
button.stub { min-height: 24px; cursor: pointer; }
button.stub:hover { border-color: var(--quiet); color: var(--ink); }
button:focus-visible, summary:focus-visible, tr:focus-visible { outline: 2px solid var(--same); outline-offset: 2px; border-radius: 4px; }
.note, .legend { color: var(--quiet); font: 0.8125em / 1.5 var(--sans); }
.note { margin: 1em 0 0; }
.legend { display: var(--twicetold-legend, block); margin: 0 0 1em; }
.legend summary { width: fit-content; min-height: 24px; cursor: pointer; }
.legend ul { display: flex; flex-wrap: wrap; gap: 0.25em 1.6em; margin: 0.3em 0 0; padding: 0; list-style: none; }
.legend li { display: flex; gap: 0.5em; align-items: baseline; }
.legend i { flex: none; padding: 0 0.35em; color: var(--ink); font-family: var(--serif); font-style: normal; }
.legend i.boilerplate { padding: 0; color: var(--quiet); font-size: 0.875em; }
.legend i.number { border: 1px solid var(--same); border-radius: 0.4em; color: var(--same);
  font: 650 0.6875em / 1.3 var(--sans); }
.legend i:is(.stroke-only, .stroke-moved, .stroke-repeated) { align-self: center; width: 3px; height: 1.1em; padding: 0;
  border-radius: 2px; }
.legend i[class^="bar-"] { align-self: center; width: 1.8em; height: 5px; padding: 0; border-radius: 3px; }
.stroke-only, tr.only td:not(.empty)::before { background: var(--differs); }
.stroke-moved, tr.moved td:not(.empty)::before { background: repeating-linear-gradient(var(--differs) 0 3px, transparent 3px 6px); }
.legend i.stroke-repeated, tr.repeated td:not(.empty)::before { width: 1px; border-inline: 1px solid var(--quiet); }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container (max-width: 36em) {
  .comparison { padding-inline: 0.9em; }
  tbody tr { grid-template-columns: minmax(0, 1fr); }
  tbody tr.begins { padding-top: 0.9em; }
  /* The same sentence stands there once; a pair under each other. */
  tr.same td.right, td.empty:not(:has(.stub)) { display: none; }
  td.right { margin-inline-start: 1.2em; }
  tr:is(.changed, .reworded) td.right { margin-top: 0.2em; }
}
@media (forced-colors: active) {
  .differs { text-decoration: underline; }
  .kept { outline: 1px solid; }
}
`;

let shared;

/** One sheet for all elements of a page. Made by script, so a policy against inline styles lets it pass. */
export function sheet() {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(CSS);
  }
  return shared;
}
