import type {CallConfiguration} from '../types/configuration.js';
import type {ConnectorFactory} from '../connectors/connector.js';

/** What the suite needs to know of the connector under test, and of the test framework (node:test, mocha, vitest …). */
export interface ConformanceOptions {
  /** Stands in the titles. */
  readonly name: string;
  /** Makes the connector under test. */
  readonly create: ConnectorFactory;
  /** What it needs: `server`, `tokenUrl` … */
  readonly configuration?: Partial<CallConfiguration>;
  /** The id of a person of the test. By default the name with a random end, so that two runs on one server never meet. */
  user?(name: string): string;
  /** Its server carries messages of calls only, which begin with a ring: the pipe is tried within calls then. */
  readonly needsCall?: boolean;
  /** Milliseconds that opening, or one message, may take at most. */
  readonly patience?: number;
  describe(title: string, body: () => void): unknown;
  it(title: string, body: () => Promise<void>): unknown;
}

/** The same with nothing left open. */
export interface ConformanceSetup extends Required<Omit<ConformanceOptions, 'describe'>> {}

export const conformanceSetup = (options: ConformanceOptions): ConformanceSetup => ({
  configuration: {},
  needsCall: false,
  patience: 5000,
  user: (name) => `${name}${crypto.getRandomValues(new Uint32Array(1))[0] ?? 0}`,
  ...options,
});
