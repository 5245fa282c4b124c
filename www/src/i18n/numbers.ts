/** A time as a format writes it; nothing for one that is none, which formats would throw at. */
function written(format: Intl.DateTimeFormat, iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? "" : format.format(date);
}

/** How a language writes numbers, shares and days. */
export function numbers(locale: string) {
  const number = new Intl.NumberFormat(locale);
  const whole = new Intl.NumberFormat(locale, { style: "percent" });
  const day = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" });
  const n = (value: number) => number.format(value);
  return {
    n,
    /** A number and its word: one form for 1, another for all else. */
    plural: (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`,
    /** A share. A little is never nothing, and nearly all is never all. */
    percent: (part: number, all: number) => {
      if (all === 0 || part === 0) return whole.format(0);
      const share = part / all;
      if (share < 0.01) return `<${whole.format(0.01)}`;
      return whole.format(part < all ? Math.min(share, 0.99) : 1);
    },
    /** An ISO time, as the clock here shows it. */
    moment: (iso: string) => written(time, iso),
    /** An ISO day. */
    date: (iso: string) => written(day, `${iso}T00:00:00Z`) || iso,
  };
}
