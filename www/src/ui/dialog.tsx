import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useListeners } from "./listeners";

interface Props {
  /** Id of the element that names the dialog. */
  labelledBy: string;
  class?: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A dialog over the page. Closed by Esc, by a click beside it, and by what is in it. */
export function Dialog({ labelledBy, class: name = "", onClose, children }: Props) {
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
  useListeners(ref, { click: (event) => event.target === ref.current && onClose() });
  return (
    <dialog ref={ref} class={`dialog ${name}`} aria-labelledby={labelledBy} onCancel={onClose}>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
