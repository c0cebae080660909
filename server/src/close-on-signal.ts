interface Closable {
  close(): Promise<void>;
}

/**
 * Ends the process gracefully when it is asked to, at once when it is asked again. One that is still starting starts first:
 * a new database must not be left half made.
 */
export const closeOnSignal = (starting: Promise<Closable>): void => {
  let isClosing = false;
  const end = async (): Promise<void> => {
    if (isClosing) process.exit(1);
    isClosing = true;
    await (await starting).close();
    // PeerServer's own timers go on for ever.
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
};
