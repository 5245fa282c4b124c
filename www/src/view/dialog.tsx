import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { sheet } from "../state/view";

interface Props {
  /** Id of the element that names the dialog. */
  labelledBy: string;
  class?: string;
  children: ComponentChildren;
}

/** A dialog over the page. Closed by Esc, by a click beside it, and by what is in it. */
export function Dialog({ labelledBy, class: name = "", children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const close = () => {
    sheet.value = null;
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a dialog closes by Esc on its own; the click is for the backdrop
    <dialog
      ref={ref}
      class={`dialog ${name}`}
      aria-labelledby={labelledBy}
      onCancel={close}
      onClick={(event) => event.target === ref.current && close()}
    >
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
