/** Calls `fn` when this device joins a network or changes to another, until the returned function is called. */
export const watchNetwork = (fn: () => void): (() => void) => {
  const connection = (navigator as {readonly connection?: EventTarget}).connection;
  globalThis.addEventListener('online', fn);
  connection?.addEventListener('change', fn);
  return () => {
    globalThis.removeEventListener('online', fn);
    connection?.removeEventListener('change', fn);
  };
};
