/** Network Information API: Chromium only, `type` on phones only; `change` comes for each new estimate of speed too. */
interface NetworkInformation extends EventTarget {
  readonly type?: string;
}

/** Calls `fn` when this device joins a network or changes to another, until the returned function is called. */
export const watchNetwork = (fn: () => void): (() => void) => {
  const {connection} = navigator as {readonly connection?: NetworkInformation};
  let before = connection?.type;
  const changed = (): void => {
    const type = connection?.type;
    if (type === before) return;
    before = type;
    if (type !== undefined) fn();
  };
  globalThis.addEventListener('online', fn);
  connection?.addEventListener('change', changed);
  return () => {
    globalThis.removeEventListener('online', fn);
    connection?.removeEventListener('change', changed);
  };
};
