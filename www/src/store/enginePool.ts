import { createPool, type Pool } from "../engine/pool";

let pool: Pool | null = null;

/** Where pairs and passages are looked for in all articles; started when it is first asked for. */
export function thePool(): Pool {
  pool ??= createPool();
  return pool;
}

/** Ends its workers, if there are any. */
export function endPool(): void {
  pool?.end();
}
