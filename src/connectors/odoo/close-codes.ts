import type {CallErrorCode} from '../../types/call-error.js';
import {backOff} from '../../util/back-off.js';

/** Milliseconds after which one who was refused looks again, if nothing makes them do so before. */
export const LOOK_AGAIN = 180_000;

/** How many attempts in a row may fail before it is said that there is no way. */
const PATIENCE = 4;

/** What a closed socket asks for. */
export interface AfterClose {
  /** Milliseconds until the next attempt. */
  readonly wait: number;
  /** Told to the person. */
  readonly error?: CallErrorCode;
  /** The version of the bus is to be asked for anew. */
  readonly renew?: boolean;
  /** The answer to that says whether the line is lost. */
  readonly isUnclear?: boolean;
}

const PAUSES = {first: 1000, longest: 60_000};
/** After the server's "too much". */
const LONG_PAUSES = {first: 10_000, longest: 120_000};

/**
 * How to come back, by the close codes of Odoo's `bus/websocket.py`. `attempt` counts those in a row that did not last;
 * `wasOpen` is false for a socket that never opened, as where a proxy does not pass `/websocket` on.
 */
export const afterClose = (code: number, attempt: number, wasOpen: boolean): AfterClose => {
  switch (code) {
    case 1000:
      // OUTDATED_VERSION: Odoo was updated. With the new version at once, or the page's own code is too old.
      return attempt === 0 ? {wait: 0, renew: true} : {wait: LOOK_AGAIN, renew: true, error: 'connector-failed'};
    case 1008:
    case 1009:
    case 1013:
      return {wait: backOff(attempt, LONG_PAUSES)};
    case 4001:
      // SESSION_EXPIRED; the person may be signed in again by now, in another tab.
      return attempt === 0 ? {wait: 0, renew: true, isUnclear: true} : {wait: LOOK_AGAIN, renew: true, error: 'signaling-refused'};
    case 4002:
      // KEEP_ALIVE_TIMEOUT: a connection is as old as connections may get.
      return {wait: attempt === 0 ? 0 : backOff(attempt, PAUSES)};
    default:
      return {wait: backOff(attempt, PAUSES), ...(!wasOpen && attempt === PATIENCE && {error: 'connector-failed'})};
  }
};
