/**
 * Carries messages to the other processes of this server, and not back to this one. Subjects are words with dots
 * between; a `*` stands for any word in `subscribe`. What is lost is lost: nobody may rely on it. No member throws.
 */
export interface Bus {
  publish(subject: string, data: unknown): void;
  subscribe(subject: string, fn: (data: unknown, subject: string) => void): () => void;
  /** Calls `fn` whenever messages may have been missed, in both directions: time to ask again, and to say again. */
  onGap(fn: () => void): () => void;
  /** False while the other processes cannot be reached. */
  readonly isReady: boolean;
  /** Messages given up so far, since there was no way for them or no sense in them. */
  readonly dropped: number;
  close(): Promise<void>;
}

/** One process alone has nobody to tell. */
export const createLoneBus = (): Bus => ({
  publish: () => undefined,
  subscribe: () => () => undefined,
  onGap: () => () => undefined,
  isReady: true,
  dropped: 0,
  close: async () => undefined,
});
