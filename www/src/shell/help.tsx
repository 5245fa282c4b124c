import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n";
import { GRADES } from "../model/grades";
import { held } from "../parts/embedded";
import { closeSheet, openSheet } from "../store/view";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icons";

/** What the keys do and what the marks mean. */
export function Help() {
  return (
    <Dialog labelledBy="help-title" onClose={() => closeSheet()}>
      <h2 id="help-title">{t.help.title}</h2>
      <Keys />
      <h3>{t.help.marks}</h3>
      <Marks />
      <p class="note">{t.help.arrow}</p>
      <p class="help-foot">
        <Close />
        <button type="button" class="link" onClick={() => openSheet("licences")}>
          {t.help.licences}
        </button>
      </p>
    </Dialog>
  );
}

function Keys() {
  return (
    <dl class="keys">
      {t.help.keys.map(([keys, what]) => (
        <div key={what}>
          <dt>
            {keys.map((key, at) => (
              <span key={key}>
                {at > 0 && keys[0] === "1" ? ` ${t.help.to} ` : " "}
                <kbd>{key}</kbd>
              </span>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

function Marks() {
  return (
    <dl class="keys marks-key">
      {GRADES.map((grade, at) => (
        <div key={grade}>
          <dt>
            <span class={`mark mark-${grade}`}>
              <span class={`badge badge-${grade}`}>{at + 1}</span> {t.grades[grade]}
            </span>
          </dt>
          <dd>{t.help.grades[grade]}</dd>
        </div>
      ))}
      <div>
        <dt>
          <span class="mark mark-copy">
            <span class="badge badge-copy">
              1<Icon name="again" />
            </span>{" "}
            {t.help.copy.name}
          </span>
        </dt>
        <dd>{t.help.copy.what}</dd>
      </div>
    </dl>
  );
}

function Close() {
  return (
    <button type="button" class="button" onClick={() => closeSheet()}>
      {t.help.close}
    </button>
  );
}

/** Whose work is in this page, and under which licences; the build puts that into the page. */
export function Licences() {
  const [text, setText] = useState("");
  useEffect(() => {
    held("licences-bytes").then(setText, () => setText(t.help.licencesMissing));
  }, []);
  return (
    <Dialog labelledBy="licences-title" onClose={() => closeSheet()} class="dialog-wide">
      <h2 id="licences-title">{t.help.licences}</h2>
      <p>{t.help.licencesWhat}</p>
      {/* The words of licences are in English. */}
      <textarea class="licences" aria-label={t.help.licences} rows={18} readOnly lang="en" value={text} />
      <Close />
    </Dialog>
  );
}
