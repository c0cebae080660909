import {CALL_CASES} from './call-cases.js';
import {conformanceSetup} from './options.js';
import type {ConformanceOptions} from './options.js';
import {PIPE_CASES} from './pipe-cases.js';

export type {ConformanceOptions} from './options.js';

/**
 * Decides whether a connector is supported: as a pipe, and under whole calls between real controllers whose media is
 * simulated. It knows no test framework; give it the `describe` and `it` of yours, with a limit of 30 s for each case.
 */
export const runConnectorConformance = (options: ConformanceOptions): void => {
  const setup = conformanceSetup(options);
  options.describe(`${options.name} as a pipe`, () => {
    for (const [title, body] of PIPE_CASES) setup.it(title, () => body(setup));
  });
  options.describe(`calls over ${options.name}`, () => {
    for (const [title, body] of CALL_CASES) setup.it(title, () => body(setup));
  });
};
