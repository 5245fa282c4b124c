import { render } from "preact";
import type { Passage } from "../model/comparison";
import { GRADES } from "../model/grades";
import { SIDES } from "../model/side";
import { MarkedText } from "./markedText";

/** Units of text in a passage of the rehearsal, and how much of a text is drawn: about a screen. */
const PASSAGE = 100;
const SCREEN = 2000;

/**
 * Draws a marked text out of sight and takes it away again, so that the browser has the fonts, the styles and the code at hand
 * when the first comparison is to be drawn.
 */
export function rehearseDrawing(text: string): void {
  const stage = document.createElement("div");
  stage.className = "columns rehearsal";
  stage.inert = true;
  document.body.append(stage);
  const stretch = { start: 0, end: Math.min(SCREEN, text.length) };
  const marks = Array.from({ length: stretch.end / PASSAGE }, (_, at) => ({
    start: at * PASSAGE,
    end: (at + 1) * PASSAGE - 20,
    passage: { number: at + 1, grade: GRADES[at % GRADES.length], words: { left: 20, right: 20 } } as Passage,
    active: false,
    faint: false,
  }));
  render(
    SIDES.map((side) => (
      <section key={side} class={`column column-${side}`}>
        <div class="sheet">
          <h2 class="para para-title">{text.slice(0, 60)}</h2>
          <p class="para">
            <MarkedText text={text} stretch={stretch} marks={marks} side={side} badges />
          </p>
        </div>
      </section>
    )),
    stage,
  );
  stage.getBoundingClientRect();
  render(null, stage);
  stage.remove();
}
