import {CallError} from '../../types/call-error.js';
import {backOff} from '../../util/back-off.js';
import type {Clock} from '../../util/clock.js';
import type {TokenSource} from './token-source.js';

/** Milliseconds before its end at which a token is replaced at the latest, however long it lasts. */
const MARGIN = 60_000;

/** The longest that a timer waits. */
const LONGEST = 2 ** 31 - 1;

/** At least this much is between two renewals; the server's patience with a token that is over is as long. */
const PAUSES = {first: 2000, longest: 30_000};

/** Fetches another token before the one of a line is over. */
export const createRenewal = (tokens: TokenSource, clock: Clock, renewed: (token: string) => void) => {
  let cancel: (() => void) | undefined;
  let inSuccession = 0;

  const renewIn = (ms: number): void => {
    cancel?.();
    cancel = clock.after(Math.min(ms, LONGEST), () => void renew());
  };
  const renewLater = (): void => renewIn(backOff(inSuccession++, PAUSES));

  const renew = async (): Promise<void> => {
    try {
      const token = await tokens.renew();
      if (cancel) renewed(token);
    } catch (error) {
      // Signed out of the page's own server: what the last token allows is over when our server says so.
      if (cancel && !(error instanceof CallError)) renewLater();
    }
  };

  return {
    /** The server says for how many milliseconds the token of the line still holds. */
    lasts: (ms: number): void => {
      tokens.lasts(ms);
      const due = Math.max(ms / 2, Math.min(ms * 0.8, ms - MARGIN));
      if (due > PAUSES.longest) inSuccession = 0;
      renewIn(Math.max(due, backOff(inSuccession++, PAUSES)));
    },
    /** The server does not take the new one. */
    refused: (): void => {
      tokens.forget();
      renewLater();
    },
    stop: (): void => {
      cancel?.();
      cancel = undefined;
    },
  };
};
