// Runs in the worker: opens one thing that was packed, and ends.

import { open, type Packed } from "./open";

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Packed>) => void;
  postMessage(bytes: Uint8Array<ArrayBuffer>, transfer: Transferable[]): void;
};

scope.onmessage = ({ data }) => {
  const bytes = open(data);
  scope.postMessage(bytes, [bytes.buffer]);
};
