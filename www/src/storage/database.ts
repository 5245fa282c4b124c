// One record in a database of the browser. A connection lasts for one transaction: none stands in the way when a
// database is deleted, and a store that failed to open is asked for anew.

const STORE = "kept";
const KEY = "library";

function opened(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(name, version);
    asked.onupgradeneeded = () => {
      if (!asked.result.objectStoreNames.contains(STORE)) asked.result.createObjectStore(STORE);
    };
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => done(asked.result);
  });
}

/** Opens a database; where it lacks the store, as when its making was cut short, makes that. */
async function open(name: string): Promise<IDBDatabase> {
  const database = await opened(name);
  if (database.objectStoreNames.contains(STORE)) return database;
  database.close();
  return opened(name, database.version + 1);
}

/** How long a store may take to answer, in milliseconds. A broken disk may never do. */
const PATIENCE = 10_000;

/** What comes of a job, or an error when it takes too long. */
async function inTime<T>(job: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new DOMException("the store does not answer", "TimeoutError")), PATIENCE);
  });
  try {
    return await Promise.race([job, late]);
  } finally {
    clearTimeout(timer);
  }
}

const inTransaction = <T>(name: string, mode: IDBTransactionMode, job: Job<T>) =>
  inTime(transact(name, mode, job));

type Job<T> = (store: IDBObjectStore, result: { value?: T }, fail: (error: unknown) => void) => void;

/** Does a job in one transaction; settled when that is written. */
async function transact<T>(name: string, mode: IDBTransactionMode, job: Job<T>): Promise<T | undefined> {
  const database = await open(name);
  database.onversionchange = () => database.close();
  try {
    return await new Promise((done, fail) => {
      const transaction = database.transaction(STORE, mode);
      const result: { value?: T } = {};
      transaction.oncomplete = () => done(result.value);
      transaction.onabort = () => fail(transaction.error);
      transaction.onerror = ({ target }) => fail((target as IDBRequest).error);
      job(transaction.objectStore(STORE), result, fail);
    });
  } finally {
    database.close();
  }
}

/** The record as it is, whoever wrote it; undefined when there is none. */
export function readKept(name: string): Promise<unknown> {
  return inTransaction(name, "readonly", (store, result) => {
    const asked = store.get(KEY);
    asked.onsuccess = () => {
      result.value = asked.result;
    };
  });
}

/**
 * Puts in place of the record what `change` makes of it, in one transaction, and gives that back. When `change` gives
 * undefined or throws, the record stays as it is.
 */
export function updateKept<T>(
  name: string,
  change: (found: unknown) => T | undefined,
): Promise<T | undefined> {
  return inTransaction<T>(name, "readwrite", (store, result, fail) => {
    const asked = store.get(KEY);
    asked.onsuccess = () => {
      try {
        const next = change(asked.result);
        if (next !== undefined) store.put(next, KEY);
        if (next !== undefined) result.value = next;
      } catch (error) {
        fail(error);
        store.transaction.abort();
      }
    };
  });
}

/** Empties a database and deletes it. A page that still has it open delays the second, not the first. */
export async function dropKept(name: string): Promise<void> {
  await inTransaction(name, "readwrite", (store) => store.clear());
  await new Promise<void>((done) => {
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = asked.onerror = asked.onblocked = () => done();
  });
}
