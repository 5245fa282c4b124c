/** Lets the page do what waits before work on its thread goes on. Not a timer: those are held back after a few, 4 ms each. */
export function pause(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
