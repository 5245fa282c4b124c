import { useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { type Refusal, tooMuch } from "../model/article";
import { isBlankText } from "../model/lines";
import { addText } from "../store/incoming";
import { closeSheet } from "../store/view";
import { Dialog } from "../ui/dialog";
import { keptOut } from "../ui/typing";
import { openFiles, openFolder } from "./files";

/** A sheet to paste or type an article into. */
export function Paste() {
  const text = useRef<HTMLTextAreaElement>(null);
  const title = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const add = (again: boolean, given = text.current?.value ?? "") => {
    const why = troubleOf(given);
    setTrouble(why);
    if (why === null) addText(given, title.current?.value ?? "");
    if (text.current && title.current && why === null) text.current.value = title.current.value = "";
    if (why === null && !again) closeSheet();
    else text.current?.focus();
  };
  const beforeInput = (event: InputEvent) => {
    const given = keptOut(event);
    if (given === null) return;
    // What a field cannot hold comes in without one.
    if (text.current?.value === "") add(false, given);
    else setTrouble(t.edit.full());
  };
  const submit = (event: Event) => {
    event.preventDefault();
    add(false);
  };
  return (
    <Dialog labelledBy="paste-title" onClose={() => closeSheet()} class="dialog-wide">
      <form onSubmit={submit}>
        <h2 id="paste-title">{t.paste.title}</h2>
        <label class="field">
          {t.paste.titleLabel}
          <input ref={title} type="text" dir="auto" />
        </label>
        <label class="field">
          {t.paste.label}
          <textarea
            ref={text}
            rows={12}
            autofocus
            aria-invalid={trouble !== null}
            onBeforeInput={beforeInput}
          />
        </label>
        {trouble && (
          <p class="problem" role="alert">
            {trouble}
          </p>
        )}
        <Buttons addAnother={() => add(true)} />
      </form>
    </Dialog>
  );
}

/** Why a text cannot be added; what was typed stays, so that it can be mended. */
function troubleOf(text: string): string | null {
  if (isBlankText(text)) return t.paste.empty;
  const why: Refusal | null = tooMuch(text);
  return why && t.edit.refused(t.problem({ name: "", ...why }));
}

function Buttons({ addAnother }: { addAnother: () => void }) {
  return (
    <p class="ways">
      <button type="submit" class="button button-main">
        {t.paste.add}
      </button>
      <button type="button" class="button" onClick={openFiles}>
        {t.openFiles}
      </button>
      <button type="button" class="button" onClick={openFolder}>
        {t.openFolder}
      </button>
      <button type="button" class="button" onClick={addAnother}>
        {t.paste.again}
      </button>
      <button type="button" class="button" onClick={() => closeSheet()}>
        {t.paste.cancel}
      </button>
    </p>
  );
}
