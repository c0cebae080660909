/** Stable: the server's start and its endpoints go by it. */
export type StoreErrorCode = 'store-unavailable' | 'store-refused' | 'store-newer' | 'store-in-use';

/** The database cannot be used, in a sentence for whoever runs the server. Neither address nor password are in it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Connection, resources, shutdown, and a deadlock that was resolved against us: the same may work a moment later. */
const PASSING = /^(?:08|40|53|57|58)/;

/** True for what is the connection's or the database's trouble, not the statement's. Only answers have a severity. */
export const isPassing = (error: unknown): boolean => {
  const {severity, code} = error as {severity?: unknown; code?: unknown};
  return severity === undefined || PASSING.test(String(code));
};

/** What an error is to those who asked the database: passing trouble by our name, anything else as it is. */
export const asStoreError = (cause: unknown): unknown =>
  isPassing(cause)
    ? new StoreError('store-unavailable', 'The database does not answer at the moment: try again in a while.', {cause})
    : cause;
