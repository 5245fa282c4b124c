/** What hides an element. */
export const HIDES = /display\s*:\s*none|visibility\s*:\s*(hidden|collapse)/i;
/** A comment, a brace, or what stands between. */
const TOKEN = /\/\*[\s\S]*?(?:\*\/|$)|[{}]|[^{}/]+|\//g;

/** Which classes style sheets hide, as far as they say no more of them: what scripts open and close is shown elsewhere. */
export class Sheets {
  private readonly hidden = new Set<string>();
  private readonly shown = new Set<string>();

  learn(css: string): void {
    let [depth, selectors, rule] = [0, "", ""];
    for (const [token] of css.matchAll(TOKEN)) {
      if (token === "{") depth += 1;
      else if (token === "}") {
        depth -= 1;
        if (depth > 0) continue;
        // Of rules within others, which hold on paper or on small screens, only what is around them is looked at: it is no class.
        this.rule(selectors, rule);
        [depth, selectors, rule] = [0, "", ""];
      } else if (!token.startsWith("/*")) {
        if (depth > 0) rule += token;
        else selectors += token.slice(token.lastIndexOf(";") + 1);
      }
    }
  }

  private rule(selectors: string, rule: string): void {
    const hides = HIDES.test(rule);
    if (!hides && !/display|visibility/i.test(rule)) return;
    for (const selector of selectors.split(",")) {
      const [, only] = /^\s*\w*\.([\w-]+)\s*$/.exec(selector) ?? [];
      if (!hides) for (const [name] of selector.matchAll(/[\w-]+/g)) this.shown.add(name);
      else if (only) this.hidden.add(only);
    }
  }

  /** Whether one of these classes is hidden. */
  hides(classes: string | null | undefined): boolean {
    if (this.hidden.size === 0 || !classes) return false;
    const all = classes.slice(0, 300).split(/\s+/);
    return all.some((name) => this.hidden.has(name)) && !all.some((name) => this.shown.has(name));
  }
}
