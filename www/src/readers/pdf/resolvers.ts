// pdf.js asks every browser for `Promise.withResolvers`; Chrome before 119, Firefox before 121 and Safari before 17.4 have
// none. To be imported before it.

interface Resolvers {
  promise: Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (reason?: unknown) => void;
}

(Promise as unknown as { withResolvers?: () => Resolvers }).withResolvers ??= () => {
  const made = {} as Resolvers;
  made.promise = new Promise((resolve, reject) => {
    made.resolve = resolve;
    made.reject = reject;
  });
  return made;
};
