// What many parts of the page put off is done in one turn: then the page is laid out and painted once, not once for each.

/** Looks at what is to be looked at; a function that comes back writes, after all others have looked. */
type Job = () => unknown;

/** Does a job. One that fails is reported as if it stood alone: those of the same turn go on. */
function attempt(job: Job): unknown {
  try {
    return job();
  } catch (error) {
    reportError(error);
    return null;
  }
}

/** Makes a function that puts jobs off and does all of them in one turn; what comes back calls a job off. */
function together(begin: (turn: () => void) => unknown): (job: Job) => () => void {
  let waiting: Set<Job> | null = null;
  return (job) => {
    const mine = waiting ?? new Set();
    if (!waiting) {
      begin(() => {
        waiting = null;
        const writes = [...mine].map(attempt);
        for (const write of writes) if (typeof write === "function") attempt(write as Job);
      });
    }
    waiting = mine;
    mine.add(job);
    return () => {
      mine.delete(job);
    };
  };
}

/** Does something before the next frame. */
export const inFrame = together((turn) => requestAnimationFrame(turn));

/** Does something after what happens now, and before anything is painted. */
export const atOnce = together(queueMicrotask);

/** Does something in a while. A timer and not an idle callback: those are held back in tabs that are not looked at. */
export const inTurn = together((turn) => setTimeout(turn));

/** Does something while nothing else is to be done. Safari knows no idle time. */
export const whenIdle = (job: () => void) => void (globalThis.requestIdleCallback ?? setTimeout)(job);
