import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { isReport } from "../export/report";
import { t } from "../i18n";
import { isHosted } from "../store/export";
import { articles, guests, welcome } from "../store/library";
import {
  bringBack,
  forgetEverything,
  forgetKept,
  held,
  keeping,
  keptCount,
  leftOut,
  saveKept,
  saveLeftOut,
  savePage,
} from "../store/persistence";
import { keepOptions, set, settings } from "../store/settings";
import { tell } from "../store/told";
import { closeSheet } from "../store/view";
import { Check, IconButton } from "../ui/controls";
import { Icon } from "../ui/icons";

/** Keeps what a link brought. */
export function keepGuests(): void {
  welcome();
  keepOptions();
}

/** Says where a file went, or that there is none. */
const tellSaved = (name: string | null) => tell(name ? t.keeping.saved(name) : t.keeping.notSaved);

function stateOf(): string {
  if (!settings.value.keep) return t.keeping.off;
  return held.value ? t.keeping.waits : t.keeping.state(keeping.value, keptCount.value);
}

/** Whether articles are kept for the next visit, how many are, and the ways to save and to forget them. */
export function Keeping() {
  if (isReport) return null;
  const { size } = guests.value;
  return (
    <>
      <Check
        label={t.keeping.keep}
        checked={settings.value.keep}
        onChange={(checked) => set({ keep: checked })}
      />
      <p class="note menu-note" role="status">
        {stateOf()}
      </p>
      <p class="note menu-note">{isHosted() ? t.keeping.hosted(location.host) : t.keeping.local}</p>
      {size > 0 && <Item name={t.keeping.guests(size)} onClick={keepGuests} />}
      {(articles.value.length > 0 || keptCount.value > 0) && (
        <Item
          name={t.keeping.save}
          onClick={() => {
            closeSheet();
            void savePage().then(tellSaved);
          }}
        />
      )}
      <Twice
        class="menu-item"
        name={t.keeping.forget}
        really={t.keeping.reallyForget}
        onClick={() => {
          closeSheet();
          void forgetEverything();
        }}
      />
    </>
  );
}

function Item({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" class="menu-item" onClick={onClick}>
      {name}
    </button>
  );
}

interface TwiceProps {
  class: string;
  name: string;
  really: string;
  onClick: () => void;
}

/** A button that asks once more. */
function Twice({ class: look, name, really, onClick }: TwiceProps) {
  const [asked, setAsked] = useState(false);
  return (
    <button type="button" class={look} onClick={() => (asked ? onClick() : setAsked(true))}>
      {asked ? really : name}
    </button>
  );
}

/** A line that says what is wrong with what is kept, and what can be done. */
function KeptLine({ text, children }: { text: string; children: ComponentChildren }) {
  return (
    <div class="notices">
      <div class="problem kept-line" role="alert">
        <p>{text}</p>
        <p class="ways">{children}</p>
      </div>
    </div>
  );
}

function Way({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      {name}
    </button>
  );
}

/** What is kept is not on the page: why, and the reader's choice. */
function Held() {
  const why = held.value;
  if (why === null) return null;
  return (
    <KeptLine text={`${t.keeping.held[why]} ${t.keeping.heldNote}`}>
      {why === "stopped" && <Way name={t.keeping.bringBack} onClick={() => void bringBack()} />}
      {why === "unread" && <Way name={t.keeping.tryAgain} onClick={() => void bringBack()} />}
      <Way name={t.keeping.saveHeld} onClick={() => void saveKept().then(tellSaved)} />
      <Twice
        class="link"
        name={t.keeping.forgetHeld}
        really={t.keeping.reallyForgetHeld}
        onClick={() => void forgetKept()}
      />
    </KeptLine>
  );
}

/** What was left out of what was kept; until the line is closed it can be saved as it had been. */
function LeftOutLine() {
  const found = leftOut.value;
  if (found === null) return null;
  return (
    <div class="notices">
      <div class="problem kept-line" role="alert">
        <p>{t.keeping.leftOut(found.dropped)}</p>
        <p class="ways">
          <Way name={t.keeping.saveLeftOut} onClick={() => tellSaved(saveLeftOut())} />
        </p>
      </div>
      <IconButton
        name={t.closeProblems}
        onClick={() => {
          leftOut.value = null;
        }}
      >
        <Icon name="close" />
      </IconButton>
    </div>
  );
}

/** Says once that the browser keeps nothing, for as long as the reader has not closed the line. */
function Refused() {
  const [closed, setClosed] = useState(false);
  const now = keeping.value;
  if (closed || articles.value.length === 0 || (now !== "refused" && now !== "full")) return null;
  return (
    <div class="notices">
      <p class="problem" role="alert">
        {t.keeping.trouble[now]}
      </p>
      <IconButton name={t.closeProblems} onClick={() => setClosed(true)}>
        <Icon name="close" />
      </IconButton>
    </div>
  );
}

/** Everything that is to be said of what is kept. */
export function KeptLines() {
  return (
    <>
      <Held />
      <LeftOutLine />
      <Refused />
    </>
  );
}
