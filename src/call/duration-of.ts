import type {CallSession} from './call-session.js';

/** Milliseconds that the two were connected. */
export const durationOf = ({connectedAt, endedAt}: Pick<CallSession, 'connectedAt' | 'endedAt'>): number =>
  connectedAt === undefined || endedAt === undefined ? 0 : endedAt - connectedAt;
