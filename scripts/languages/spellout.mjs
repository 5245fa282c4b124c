// Writes whole numbers in words by the rules of CLDR's rbnf (rule-based number format, UTS #35 part 3).

/** The rule sets of a language, each a list of rules `{ base, divisor, text }` in ascending order. */
export function parseRules(spellout) {
  const sets = new Map();
  for (const [name, rules] of Object.entries(spellout)) {
    if (!Array.isArray(rules)) continue;
    const parsed = rules.map(([descriptor, text]) => parseRule(descriptor, text)).filter(Boolean);
    sets.set(name, parsed);
  }
  return sets;
}

function parseRule(descriptor, text) {
  const [, base, radix, back] = descriptor.match(/^(\d+)(?:\/(\d+))?(>*)$/) ?? [];
  if (base === undefined) return null;
  const [value, root] = [Number(base), Number(radix ?? 10)];
  const power = value > 0 ? Math.floor(Math.log(value) / Math.log(root) + 1e-9) : 0;
  const divisor = root ** Math.max(0, power - back.length);
  return { base: value, divisor, text: text.replace(/;$/, "").replace(/^'/, "") };
}

/** A number in words by one rule set; null where the rules only give figures. `plural` names the plural category. */
export function spell(sets, set, number, plural) {
  const rules = sets.get(set);
  if (!rules) return null;
  let at = rules.findLastIndex((rule) => rule.base <= number);
  if (at < 0) return null;
  // A rule with both parts gives way where there is no rest.
  const both = /←.*←/.test(rules[at].text) && /→.*→/.test(rules[at].text.replace(/\[.*\]/, ""));
  if (both && number % rules[at].divisor === 0 && rules[at].base % rules[at].divisor !== 0) at -= 1;
  return apply(sets, set, rules, at, number, plural);
}

function apply(sets, set, rules, at, number, plural) {
  const { divisor, text } = rules[at];
  const [times, rest] = [Math.floor(number / divisor), number % divisor];
  const whole = text.replace(/\[([^\]]*)\]/g, (_, part) => (rest === 0 ? "" : part));
  let failed = false;
  const fill = (name, value) => {
    if (/^[#0]/.test(name)) failed = true;
    const word = failed ? null : spell(sets, name || set, value, plural);
    failed ||= word === null;
    return word ?? "";
  };
  const previous = () => (at > 0 ? apply(sets, set, rules, at - 1, rest, plural) : fill("", rest)) ?? "";
  const words = whole
    .replace(/→→→/g, previous)
    .replace(/→([^→]*)→/g, (_, name) => fill(name, rest))
    .replace(/←([^←]*)←/g, (_, name) => fill(name, times))
    .replace(/=([^=]*)=/g, (_, name) => fill(name, number))
    .replace(/\$\(cardinal,((?:\w+\{[^}]*\})+)\)\$/g, (_, forms) => pluralForm(forms, plural(times)));
  return failed ? null : words;
}

function pluralForm(forms, category) {
  const all = new Map([...forms.matchAll(/(\w+)\{([^}]*)\}/g)].map(([, name, form]) => [name, form]));
  return all.get(category) ?? all.get("other") ?? "";
}
