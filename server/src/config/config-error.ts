/** Everything that is wrong with the configuration, one sentence each. No sentence repeats a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'config-invalid';

  constructor(readonly faults: readonly string[], options?: ErrorOptions) {
    super(faults.join('\n'), options);
  }
}
