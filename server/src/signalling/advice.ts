import type {Log} from '../log.js';

/** What somebody who runs the server may have set wrong, by what is seen of it. */
const ADVICE = {
  origin: 'A page of another site was refused: if it is one of yours, list its origin in ORIGINS.',
  'connections-per-address':
    'A network has all the connections that it may: if everybody comes through a proxy, name it in TRUST_PROXY; else raise that limit.',
  'untrusted-proxy':
    'X-Forwarded-For was not believed, since it came from an address that is not trusted: if that is your proxy, name it in TRUST_PROXY.',
} as const;

/** Milliseconds before the same is said again. */
const PAUSE = 60_000;

const isKnown = (code: string): code is keyof typeof ADVICE => Object.hasOwn(ADVICE, code);

/** Says once in a minute what to do about a code; of other codes, nothing. */
export const createAdvice = (log: Log) => {
  const said = new Map<string, number>();
  return (code: string): void => {
    const now = Date.now();
    if (!isKnown(code) || now < (said.get(code) ?? 0) + PAUSE) return;
    said.set(code, now);
    log.warn({code}, ADVICE[code]);
  };
};
