import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  label: string;
  class?: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A box under its button. Closes on a press elsewhere and when the focus leaves; arrows move in it. */
export function Popup({ label, class: name = "", onClose, children }: Props) {
  const ref = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  // Before the box is gone, and with it the focus that was in it.
  useLayoutEffect(() => {
    const box = ref.current;
    const owner = box?.parentElement;
    const outside = (event: Event) => {
      if (!owner?.contains(event.target as Node)) close.current();
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    const first = box?.querySelector<HTMLElement>("[aria-current=true], button, input");
    first?.focus();
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
      if (box?.contains(document.activeElement)) owner?.querySelector<HTMLElement>("button")?.focus();
    };
  }, []);
  return (
    <section ref={ref} class={`popup ${name}`} aria-label={label} onKeyDown={moveFocus}>
      {children}
    </section>
  );
}

/** Moves the focus round the buttons and fields of an element with the up and down arrows. */
export const moveFocus = (event: KeyboardEvent) => moveFrom(event, (at, count) => (at + count) % count);

/** The same without going round: of a long list the last entries may not be drawn. */
export const moveFocusInList = (event: KeyboardEvent) =>
  moveFrom(event, (at, count) => Math.min(Math.max(at, 0), count - 1));

function moveFrom(event: KeyboardEvent, within: (at: number, count: number) => number): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const target = event.target as HTMLElement;
  if (by === 0 || target.matches("input[type=range], input[type=radio], textarea, select")) return;
  const box = event.currentTarget as HTMLElement;
  const stops = [...box.querySelectorAll<HTMLElement>("button:not(:disabled), input, a[href]")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[within(at + by, stops.length)]?.focus();
  event.preventDefault();
}
