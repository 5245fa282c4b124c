// Placeholder
self.onmessage = () => self.postMessage("damaged");

export {};
