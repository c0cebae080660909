/** A channel between the pages of this origin; undefined in old browsers, and where a page may share nothing with others. */
export const openChannel = (name: string): BroadcastChannel | undefined => {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
};

/** Says one thing to all who listen on it, those of this page included: a channel leaves out nobody but itself. */
export const sayOnce = (name: string, word: unknown): void => {
  const channel = openChannel(name);
  channel?.postMessage(word);
  channel?.close();
};
