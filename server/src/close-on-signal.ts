/** Ends the process gracefully when it is asked to; at once when it is asked again. */
export const closeOnSignal = (server: {close(): Promise<void>}): void => {
  let isClosing = false;
  const end = async (): Promise<void> => {
    if (isClosing) process.exit(1);
    isClosing = true;
    await server.close();
    // PeerServer's own timers go on for ever.
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
};
