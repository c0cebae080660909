/** A channel between the pages of this origin; undefined in old browsers, and where a page may share nothing with others. */
export const openChannel = (name: string): BroadcastChannel | undefined => {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
};
