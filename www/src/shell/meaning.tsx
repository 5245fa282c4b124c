import { t } from "../i18n";
import { forgetModel, model, modelPlace } from "../store/meaning";
import { set, settings } from "../store/settings";
import { closeSheet } from "../store/view";
import { Check } from "../ui/controls";
import { openModelFile } from "./files";

/** Whether sentences in other words are looked for, with which model, and how to get or forget one. */
export function Meaning() {
  const found = model.value;
  if (!found) {
    return (
      <>
        <p class="note menu-note">{t.meaning.what}</p>
        <button type="button" class="menu-item" onClick={openModelFile}>
          {t.meaning.open}
        </button>
      </>
    );
  }
  return (
    <>
      <Check
        label={t.meaning.use}
        checked={settings.value.meaning}
        onChange={(checked) => set({ meaning: checked })}
      />
      <p class="note menu-note">{t.meaning.about(found.name, found.size, found.licence, modelPlace.value)}</p>
      {modelPlace.value !== "inside" && (
        <button
          type="button"
          class="menu-item"
          onClick={() => {
            closeSheet();
            void forgetModel();
          }}
        >
          {t.meaning.forget}
        </button>
      )}
    </>
  );
}
