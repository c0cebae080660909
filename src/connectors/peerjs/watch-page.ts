/** Calls `look` when the device joins a network, and when a person comes back to the page. */
export const watchPage = (look: () => void, signal: AbortSignal): void => {
  globalThis.addEventListener?.('online', look, {signal});
  globalThis.document?.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') look();
    },
    {signal},
  );
};
