// What `preact/compat` has of this comes with hooks that copy the properties of every element: a sixth of what drawing takes.

import { Component, type ComponentType, type FunctionComponent, h, options } from "preact";

/**
 * Makes a component that is drawn anew only when one of its properties is another value, or when `isSame` says that the
 * next ones are not the same as the last.
 */
export function memo<P extends object>(
  inner: FunctionComponent<P>,
  isSame: (last: P, next: P) => boolean = areAlike,
): ComponentType<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return !isSame(this.props, next);
    }

    override render(props: P) {
      return h(inner, props);
    }
  };
}

function areAlike<P extends object>(last: P, next: P): boolean {
  const names = Object.keys(next) as (keyof P)[];
  return names.length === Object.keys(last).length && names.every((name) => next[name] === last[name]);
}

/** Draws what a change makes necessary before it comes back. */
export function drawNow(change: () => void): void {
  const usual = options.debounceRendering;
  const queued: (() => void)[] = [];
  options.debounceRendering = (draw) => void queued.push(draw);
  try {
    change();
    for (const draw of queued) draw();
  } finally {
    if (usual) options.debounceRendering = usual;
    else delete options.debounceRendering;
  }
}
