import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n";
import { LONGEST_LINE } from "../model/article";
import {
  bookmark,
  byHand,
  changes,
  copy,
  copyLink,
  copyPassage,
  copyQuotations,
  type Form,
  isHosted,
  print,
  quotationPairs,
  saveAs,
  saveReport,
} from "../store/export";
import { passageOf } from "../store/passages";
import { selectedPassage } from "../store/selection";
import { told } from "../store/told";
import { closeSheet } from "../store/view";
import { Dialog } from "../ui/dialog";
import { Icon, type IconName } from "../ui/icons";

/** What was told before a dialog opened is of another matter. */
function useFresh(): void {
  useEffect(() => {
    told.value = null;
  }, []);
}

/** Every way in which a comparison leaves the page, and what to know of each. */
export function Out() {
  useFresh();
  const passage = passageOf(selectedPassage.value);
  const quotations = passage ? quotationPairs(passage) : [];
  return (
    <Dialog labelledBy="out-title" onClose={() => closeSheet()} class="dialog-wide">
      <h2 id="out-title">{t.out.title}</h2>
      <ul class="out">
        <Way icon="file" note={t.out.reportNote}>
          <Press name={t.out.report} onClick={() => void saveReport()} />
        </Way>
        <Way icon="link" note={isHosted() ? t.out.linkNote : t.out.linkNoteLocal}>
          <Press name={t.out.link} onClick={() => void copyLink()} />
        </Way>
        <Way icon="pen" note={t.out.docxNote} more={<ChangedBy />}>
          <Save form="docx" />
        </Way>
        <Way icon="clip" note={t.out.textNote}>
          <Save form="text" />
          <Save form="markdown" />
        </Way>
        <Way icon="figure" note={t.out.tablesNote}>
          <Save form="csv" />
          <Save form="csv-facts" />
          <Save form="json" />
        </Way>
        <Way icon="book" note={t.out.editionsNote}>
          <Save form="tei" />
          <Save form="annotation" />
        </Way>
        <Way icon="list" note={t.out.printNote}>
          <Press name={t.out.print} onClick={print} />
        </Way>
        {passage && (
          <Way icon="copy" note={t.out.copyNote}>
            <Press name={t.out.copyPassage} onClick={() => void copyPassage(passage)} />
            {quotations.length > 0 && (
              <Press name={t.out.copyQuotations} onClick={() => void copyQuotations(quotations)} />
            )}
          </Way>
        )}
      </ul>
      {told.value && <p class="line out-told">{told.value}</p>}
      <Close />
    </Dialog>
  );
}

interface WayProps {
  icon: IconName;
  note: string;
  /** What else is asked, below the note. */
  more?: ComponentChildren;
  children: ComponentChildren;
}

function Way({ icon, note, more, children }: WayProps) {
  return (
    <li>
      <Icon name={icon} />
      <div>
        <p class="ways">{children}</p>
        <p class="note">{note}</p>
        {more}
      </div>
    </li>
  );
}

function Press({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" class="button" onClick={onClick}>
      {name}
    </button>
  );
}

/** Saves what was found in a form. */
function Save({ form }: { form: Form }) {
  return <Press name={t.out.forms[form]} onClick={() => void saveAs(form)} />;
}

/** Whose the tracked changes are, and of which day. */
function ChangedBy() {
  const { author, day } = changes.value;
  return (
    <div class="out-who">
      <label class="field">
        {t.out.author}
        <input
          type="text"
          autocomplete="name"
          maxLength={LONGEST_LINE}
          value={author}
          onInput={({ currentTarget }) => {
            changes.value = { ...changes.peek(), author: currentTarget.value };
          }}
        />
      </label>
      <label class="field">
        {t.out.day}
        <input
          type="date"
          value={day}
          onInput={({ currentTarget }) => {
            changes.value = { ...changes.peek(), day: currentTarget.value };
          }}
        />
      </label>
    </div>
  );
}

function Close() {
  return (
    <button type="button" class="button" onClick={() => closeSheet()}>
      {t.help.close}
    </button>
  );
}

/** The bookmarklet: a link to be dragged to the bookmarks, and what it does. */
export function Bookmarklet() {
  useFresh();
  const address = bookmark();
  return (
    <Dialog labelledBy="bookmarklet-title" onClose={() => closeSheet()} class="dialog-wide">
      <h2 id="bookmarklet-title">{t.bookmarklet.title}</h2>
      <p>{t.bookmarklet.what}</p>
      <p class="ways bookmarklet">
        {/* The policy of this page lets no such address run here; it is for the bookmarks. */}
        <a class="button button-main" href={address} onClick={(event) => event.preventDefault()}>
          {t.bookmarklet.name}
        </a>
        <Press
          name={t.bookmarklet.copy}
          onClick={() => void copy(address, () => t.bookmarklet.addressCopied)}
        />
      </p>
      <p class="note">{t.bookmarklet.how}</p>
      <ul class="limits">
        {(isHosted() ? t.bookmarklet.limits : t.bookmarklet.limitsLocal).map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      {told.value && <p class="line out-told">{told.value}</p>}
      <Close />
    </Dialog>
  );
}

/** What the browser did not let the page copy, chosen and ready to be copied by hand. */
export function ByHand() {
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    text.current?.focus();
    text.current?.select();
  }, []);
  return (
    <Dialog labelledBy="by-hand-title" onClose={() => closeSheet()} class="dialog-wide">
      <h2 id="by-hand-title">{t.out.byHand}</h2>
      <label class="field">
        {t.out.byHandHow}
        <textarea ref={text} rows={8} dir="auto" readOnly value={byHand.value ?? ""} />
      </label>
      <Close />
    </Dialog>
  );
}
