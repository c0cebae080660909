/** Does it once, for all who ask; after a failure, anew for the next one. */
export const once = <T>(fn: () => Promise<T>): (() => Promise<T>) => {
  let doing: Promise<T> | undefined;
  return () =>
    (doing ??= fn().catch((error: unknown) => {
      doing = undefined;
      throw error;
    }));
};
