import { type Signal, useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { t } from "../i18n";
import { ACCEPTED } from "../readers/fileNames";
import { gather, gatherChosen } from "../readers/folder";
import { addFiles, addRich } from "../store/incoming";
import { articles } from "../store/library";
import { sheet } from "../store/view";

let input: HTMLInputElement | null = null;

/** Opens the file dialog. */
export function openFiles(): void {
  input?.click();
}

/** Opens the dialog for a folder. Its input is made when it is asked for: few readers need it. */
export function openFolder(): void {
  const field = document.createElement("input");
  field.type = "file";
  field.webkitdirectory = true;
  field.addEventListener("change", () => {
    sheet.value = null;
    void addFiles(gatherChosen([...(field.files ?? [])]));
  });
  field.click();
}

/** Opens the dialog for a model of meaning, likewise. */
export function openModelFile(): void {
  const field = document.createElement("input");
  field.type = "file";
  field.accept = ".meaning";
  field.addEventListener("change", () => {
    sheet.value = null;
    void addFiles([...(field.files ?? [])]);
  });
  field.click();
}

/** The input behind every "Open files"; always in the document. */
export function FileInput() {
  const take = (event: Event) => {
    const field = event.currentTarget as HTMLInputElement;
    const files = [...(field.files ?? [])];
    // The same file may be opened once more after it was mended.
    field.value = "";
    if (files.length > 0) sheet.value = null;
    void addFiles(files);
  };
  return (
    <input
      ref={(element) => {
        input = element;
      }}
      class="unseen"
      type="file"
      multiple
      accept={ACCEPTED}
      tabIndex={-1}
      aria-label={t.openFiles}
      onChange={take}
    />
  );
}

/** What is dragged began in the page itself: a selection of its text, not an article. */
let own = false;

const carriesFiles = (event: DragEvent) =>
  !own && [...(event.dataTransfer?.types ?? [])].some((type) => type === "Files" || type === "text/plain");

/** Takes what is dropped or pasted anywhere on the page, and shows where it would go. */
export function DropFrame() {
  // How deep into the page something is being dragged; above 0 the frame shows.
  const depth = useSignal(0);
  // At once: what is dropped before the next frame must not be lost.
  useLayoutEffect(() => listen(depth), []);
  if (depth.value === 0) return null;
  return (
    <div class="drop-frame">
      <span>{articles.value.length > 0 ? t.dropToAdd : t.dropToStart}</span>
    </div>
  );
}

function listen(depth: Signal<number>): () => void {
  const handlers: [string, (event: never) => void][] = [
    ["dragenter", (event: DragEvent) => carriesFiles(event) && enter(event, depth)],
    ["dragstart", () => markOwn(true)],
    ["dragend", () => markOwn(false)],
    ["dragleave", (event: DragEvent) => carriesFiles(event) && depth.value > 0 && depth.value--],
    ["dragover", (event: DragEvent) => carriesFiles(event) && event.preventDefault()],
    ["drop", (event: DragEvent) => drop(event, depth)],
    ["paste", paste],
  ];
  for (const [name, handler] of handlers) document.addEventListener(name, handler as EventListener);
  return () => {
    for (const [name, handler] of handlers) document.removeEventListener(name, handler as EventListener);
  };
}

function markOwn(is: boolean): void {
  own = is;
}

function enter(event: DragEvent, depth: Signal<number>): void {
  event.preventDefault();
  depth.value += 1;
}

function drop(event: DragEvent, depth: Signal<number>): void {
  depth.value = 0;
  if (!carriesFiles(event)) return;
  event.preventDefault();
  take(event.dataTransfer);
}

function paste(event: ClipboardEvent): void {
  const target = event.target as HTMLElement | null;
  if (target?.closest("input, textarea, dialog")) return;
  take(event.clipboardData);
}

function take(data: DataTransfer | null): void {
  if (!data) return;
  sheet.value = null;
  const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
  // Word processors put a picture of the text beside the text.
  if (data.files.length > 0 && !text) void addFiles(gather(data));
  else void addRich(html, text);
}
