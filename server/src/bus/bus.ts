/**
 * Carries messages to the other processes of this server, and not back to this one. Subjects are words with dots
 * between; a `*` stands for any word in `subscribe`. What is lost is lost: nobody may rely on it.
 */
export interface Bus {
  publish(subject: string, data: unknown): void;
  subscribe(subject: string, fn: (data: unknown, subject: string) => void): () => void;
  /** False while the other processes cannot be reached. */
  readonly isReady: boolean;
  close(): Promise<void>;
}

/** One process alone has nobody to tell. */
export const createLoneBus = (): Bus => ({
  publish: () => undefined,
  subscribe: () => () => undefined,
  isReady: true,
  close: async () => undefined,
});
