/** By how much the estimate must be wrong to be mended, as a share of it. */
const OFF = 0.03;

/** Pixels for a unit of the estimate, for each kind of blocks as last measured: the next of the kind begin with it. */
const ratios = new Map<string, number>();

/** The heights of blocks: measured while they are drawn, and from these about those of the others. */
export class Heights {
  private readonly known = new Map<number, number>();
  private shown = "";
  /** Pixels for a unit of the estimate; undefined before anything of the kind was measured. */
  private ratio: number | undefined;
  private measuredThen = 0;

  constructor(private readonly kind: string) {
    this.ratio = ratios.get(kind);
  }

  /** The height of a block in pixels; undefined before anything was measured. */
  of(at: number, estimate: (at: number) => number): number | undefined {
    return this.known.get(at) ?? (this.ratio === undefined ? undefined : estimate(at) * this.ratio);
  }

  /**
   * Measures the blocks that are drawn, half-open. True when the others must be given other heights: as the
   * first were measured, or when the estimate proves wrong.
   */
  measure(
    holder: HTMLElement,
    of: string,
    { from, to }: { from: number; to: number },
    estimate: (at: number) => number,
  ): boolean {
    const shown = `${of} ${holder.clientWidth} ${getComputedStyle(holder).fontSize}`;
    if (shown !== this.shown) this.forget(shown);
    for (let at = from; at < to; at += 1) {
      const height = holder.children[at]?.getBoundingClientRect().height ?? 0;
      if (height > 0) this.known.set(at, height);
    }
    return this.learn(estimate);
  }

  private forget(shown: string): void {
    this.shown = shown;
    this.known.clear();
    this.measuredThen = 0;
  }

  private learn(estimate: (at: number) => number): boolean {
    if (this.known.size < 2 * this.measuredThen || this.known.size === 0) return false;
    this.measuredThen = this.known.size;
    let [pixels, units] = [0, 0];
    for (const [at, height] of this.known) {
      pixels += height;
      units += estimate(at);
    }
    const ratio = pixels / Math.max(1, units);
    if (this.ratio !== undefined && Math.abs(ratio / this.ratio - 1) < OFF) return false;
    this.ratio = ratio;
    ratios.set(this.kind, ratio);
    return true;
  }
}
