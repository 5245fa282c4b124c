// What is left when the page cannot be drawn: plain elements, plain texts and the browser's own store. It is loaded
// before all else and needs nothing of the page.

import { saveLibrary } from "../export/library";
import { isReport } from "../export/report";
import { recoveryDe } from "../i18n/recovery.de";
import { recoveryEn } from "../i18n/recovery.en";
import { dropKept, readKept } from "../storage/database";
import { writeLocal } from "../storage/local";
import { DATABASE, KEYS } from "../storage/names";

/** The address of a page that starts without what was kept and without what its address or it itself carries. */
export const EMPTY_START = "#start=empty";

/** Whether the page was asked to start without anything. */
export const startsEmpty = () => location.hash === EMPTY_START;

/** What the page holds, for saving where nothing is kept. */
let onThePage: (() => unknown) | null = null;

/** Gives what is on the page to a save that finds nothing kept. */
export function holdForSaving(give: () => unknown): void {
  onThePage = give;
}

let isDrawn = false;

/** The page is drawn: from now on an error is no reason to take it away. */
export function drawn(): void {
  isDrawn = true;
}

/** Watches over the start of the page: an error before it is drawn offers the ways out. */
export function watchStart(): void {
  const seen = () => {
    if (!isDrawn) offerRecovery();
  };
  addEventListener("error", seen);
  addEventListener("unhandledrejection", seen);
}

const ID = "recovery";

/** Takes the page away and offers the ways out: start without what was kept, save that as a file, forget it. */
export function offerRecovery(): void {
  if (document.getElementById(ID)) return;
  const texts = navigator.language.startsWith("de") ? recoveryDe : recoveryEn;
  if (!isReport) writeLocal(KEYS.restoring, "1");
  document.documentElement.dataset.state = "error";
  document.getElementById("page")?.remove();
  const box = element("main", "recovery", "");
  box.id = ID;
  const said = element("p", "note", "");
  said.setAttribute("role", "status");
  const ways = element("p", "ways", "");
  ways.append(
    button(texts.start, startEmpty, "button-main"),
    button(texts.save, () => void save(texts, said)),
    forgetButton(texts, said),
  );
  const alert = element("div", "recovery-what", "");
  alert.setAttribute("role", "alert");
  alert.append(element("h1", "", texts.title), element("p", "", texts.what));
  box.append(alert, ways, element("p", "note", texts.saveNote), said);
  document.body.append(box);
}

type RecoveryTexts = typeof recoveryEn;

function element(name: string, className: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), { className, textContent: text });
}

function button(text: string, onClick: () => void, more = ""): HTMLElement {
  const made = element("button", `button ${more}`, text);
  made.setAttribute("type", "button");
  made.addEventListener("click", onClick);
  return made;
}

function startEmpty(): void {
  location.hash = EMPTY_START;
  location.reload();
}

async function save(texts: RecoveryTexts, said: HTMLElement): Promise<void> {
  const found = (await readKept(DATABASE).catch(() => undefined)) ?? held();
  const name = found === undefined ? null : saveLibrary(found);
  said.textContent = name === null ? texts.nothing : `${texts.saved} ${name}`;
}

function held(): unknown {
  try {
    return onThePage?.();
  } catch {
    return undefined;
  }
}

/** Asks once more before it forgets. */
function forgetButton(texts: RecoveryTexts, said: HTMLElement): HTMLElement {
  const made = button(texts.forget, () => {
    if (made.textContent !== texts.reallyForget) {
      made.textContent = texts.reallyForget;
      return;
    }
    void forget().then(() => {
      said.textContent = texts.forgotten;
      made.remove();
    });
  });
  return made;
}

async function forget(): Promise<void> {
  await dropKept(DATABASE).catch(() => {});
  for (const key of [KEYS.kept, KEYS.restoring]) writeLocal(key, null);
}
