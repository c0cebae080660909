/** A value and how often it was saved: 0 for what never was. */
export interface Stored<Value> {
  readonly version: number;
  readonly value: Value;
}

/** What is wrong with a value, and where: `3.urls`, or '' for the whole. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** Somebody else saved first. Both values are here, so that nothing is lost. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';

  constructor(
    readonly yours: Stored<unknown>,
    readonly theirs: Stored<unknown>,
  ) {
    super('Somebody else saved this in the meantime: look at both values, and save again with the newer version.');
  }
}

export class InvalidValueError extends Error {
  override readonly name = 'InvalidValueError';

  constructor(readonly problems: readonly Problem[]) {
    super('This cannot be saved as it is.');
  }
}
