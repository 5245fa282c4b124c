import { CARRIED_LIMITS, type Carried, FORMAT, VERSION } from "../schema/carried";

/** As JSON. Lone surrogates are escaped there, so that every text comes back as it was. */
export function toJson(carried: Carried): string {
  // The newest verdicts hold before older ones, and nothing is written that is not read.
  const verdicts = carried.verdicts.slice(-CARRIED_LIMITS.verdicts);
  const elsewhere = carried.elsewhere.slice(0, CARRIED_LIMITS.elsewhere);
  const { shorts = [], meaning, ...rest } = carried;
  const told = {
    ...(shorts.length > 0 && { shorts: shorts.slice(0, CARRIED_LIMITS.shorts) }),
    ...(meaning && { meaning }),
  };
  return JSON.stringify({ format: FORMAT, version: VERSION, ...rest, verdicts, elsewhere, ...told });
}
