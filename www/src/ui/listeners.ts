import { useLayoutEffect, useRef } from "preact/hooks";

type Listeners = { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };

/**
 * Listens on an element for what bubbles up from inside: a wider target for pointers around buttons, or
 * keys that move the focus among them. The element itself does nothing, so it is no control.
 */
export function useListeners(ref: { readonly current: HTMLElement | null }, listeners: Listeners): void {
  const latest = useRef(listeners);
  latest.current = listeners;
  useLayoutEffect(() => {
    const element = ref.current;
    const names = Object.keys(latest.current) as (keyof Listeners)[];
    const hear = (event: Event) => (latest.current[event.type as "click"] as (event: Event) => void)?.(event);
    for (const name of names) element?.addEventListener(name, hear);
    return () => {
      for (const name of names) element?.removeEventListener(name, hear);
    };
  }, [ref]);
}

/** Whether something happened on a control, which knows by itself what to do. */
export const isOnControl = (event: Event) =>
  (event.target as Element).closest("button, a, input, select, textarea") !== null;
