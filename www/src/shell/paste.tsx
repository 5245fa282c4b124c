import { useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { addText } from "../store/incoming";
import { closeSheet } from "../store/view";
import { Dialog } from "../ui/dialog";
import { openFiles, openFolder } from "./files";

/** A sheet to paste or type an article into. */
export function Paste() {
  const text = useRef<HTMLTextAreaElement>(null);
  const title = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);
  const add = (again: boolean) => {
    const added = addText(text.current?.value ?? "", title.current?.value ?? "");
    setEmpty(!added);
    if (text.current && title.current && added) text.current.value = title.current.value = "";
    if (added && !again) closeSheet();
    else text.current?.focus();
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
          <textarea ref={text} rows={12} dir="auto" autofocus aria-invalid={empty} />
        </label>
        {empty && (
          <p class="problem" role="alert">
            {t.paste.empty}
          </p>
        )}
        <Buttons addAnother={() => add(true)} />
      </form>
    </Dialog>
  );
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
