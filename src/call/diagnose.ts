import type {CallState} from '../types/call-state.js';
import type {CallDiagnostics} from '../types/controller.js';
import {VERSION} from '../util/version.js';
import type {CallEngine} from './call-engine.js';

/** A report without names, addresses or keys. */
export const diagnose = async (
  {phase, line, connector}: CallState,
  engine: CallEngine | undefined,
): Promise<CallDiagnostics> => {
  const path = await engine?.path();
  const dropped = engine?.dropped ?? {};
  return {version: VERSION, phase, line, connector, path, roundTripMs: path?.roundTripMs, dropped};
};
