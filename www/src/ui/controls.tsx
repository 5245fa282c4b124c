import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface IconButtonProps {
  name: string;
  onClick: () => void;
  class?: string;
  /** The key that does the same. */
  keys?: string;
  pressed?: boolean;
  expanded?: boolean;
  children: ComponentChildren;
}

/** A button that is only a drawing, with its name said and shown on pointing. */
export function IconButton({
  name,
  onClick,
  class: extra = "",
  keys,
  pressed,
  expanded,
  children,
}: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${extra}`}
      title={keys ? `${name} (${keys.toUpperCase()})` : name}
      aria-label={name}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A box to tick, with its label. */
export function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

interface SegmentsProps<T extends string> {
  /** Of the radio buttons, of which no other group may have it. */
  name: string;
  legend: string;
  value: T;
  choices: readonly { value: T; label: string; lang?: string }[];
  onChange(value: T): void;
}

/** A choice of one among a few, side by side. No `fieldset`: not every browser lays out a line of one. */
export function Segments<T extends string>({ name, legend, value, choices, onChange }: SegmentsProps<T>) {
  const id = useId();
  return (
    <div class="segments" role="radiogroup" aria-labelledby={id}>
      <span id={id} class="segments-name">
        {legend}
      </span>
      {choices.map((one) => (
        <label key={one.value} lang={one.lang}>
          <input
            type="radio"
            name={name}
            checked={value === one.value}
            onChange={() => onChange(one.value)}
          />
          <span>{one.label}</span>
        </label>
      ))}
    </div>
  );
}
