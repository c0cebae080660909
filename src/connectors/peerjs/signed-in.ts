import {objectField, textField} from '../../protocol/fields.js';
import type {IceAnswer} from '../../ice/ice-sources.js';
import {CallError} from '../../types/call-error.js';
import {backOff} from '../../util/back-off.js';
import {systemClock} from '../../util/clock.js';
import {warnOnce} from '../../util/warn-once.js';
import type {Announcement} from '../connector.js';
import {peerIdOf, peerNameOf} from './peer-id.js';
import {PresenceStream} from './presence-stream.js';
import type {Token} from './read-token.js';
import type {ServerAddress} from './server-address.js';
import type {Session} from './session.js';
import {CLAIMED} from './slots.js';
import {createTokenSource} from './token-source.js';

export interface SignedInOptions {
  readonly user: string;
  readonly tokenUrl: string;
  readonly address: ServerAddress;
  /** Sends a note at once, if the page is online. */
  tell(): void;
}

/** Milliseconds that the server may take for an answer. */
const PATIENCE = 8000;

/** Of what the server tells of a sender. */
const LONGEST_TEXT = 16_384;

/** The longest that a timer waits, and the shortest pause between two renewals. */
const [LONGEST, SHORTEST] = [2 ** 31 - 1, 1000];
const RENEWALS = {first: 2000, longest: 60_000};

const seams = {clock: systemClock, fetch: (...question: Parameters<typeof fetch>) => fetch(...question)};

/** 16 hex digits that no other connection has. */
const suffix = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const urlOf = ({secure, host, port, path}: ServerAddress, rest: string): string =>
  `${secure ? 'https' : 'http'}://${host}:${port}${path.replace(/\/?$/, '/')}${rest}`;

/** On a server that believes nobody without a signed token, and says of each message who sent it. */
export const createSignedIn = ({user, tokenUrl, address, tell}: SignedInOptions, {clock, fetch} = seams): Session => {
  const tokens = createTokenSource(tokenUrl, {clock, fetch});
  let isVerified = false;
  let note: {token?: string; presence?: Announcement} = {};
  let isIn = false;
  let failures = 0;
  let token: Token | undefined;
  let cancelRenewal: (() => void) | undefined;

  const own = (given: Token): Token => {
    if (given.user === user) return given;
    tokens.forget();
    warnOnce('token-subject', 'the token of token-url is not for the person of user-id.');
    throw new CallError('signaling-refused', {cause: 'token-subject'});
  };

  const ask = async (path: string, signal = AbortSignal.timeout(PATIENCE)): Promise<Response> => {
    const {text} = await tokens.get();
    const response = await fetch(urlOf(address, path), {
      headers: {authorization: `Bearer ${text}`},
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
    });
    if (response.status === 401) tokens.forget();
    return response;
  };

  const stream = new PresenceStream(ask, clock);

  const renewIn = (ms: number): void => {
    cancelRenewal?.();
    cancelRenewal = clock.after(Math.min(Math.max(ms, SHORTEST), LONGEST), () => void renew());
  };
  const renewLater = (): void => renewIn(backOff(failures++, RENEWALS));

  /** The connection stays: the server is told the new token on it. */
  const renew = async (): Promise<void> => {
    try {
      token = own(await tokens.renew());
      if (!isIn) return;
      note = {...note, token: token.text};
      renewIn(token.dueAt - clock.now());
      tell();
      // The server ends a stream with the token that opened it.
      stream.start();
    } catch (error) {
      // Signed out of the page's own server: what the last token allows is over when our server says so.
      if (isIn && !(error instanceof CallError)) renewLater();
    }
  };

  return {
    get capabilities() {
      return {...CLAIMED, identity: isVerified ? 'verified' : 'claimed', presence: true, ice: true} as const;
    },

    enter: async () => {
      token = own(await tokens.get());
      return {id: peerIdOf(user, suffix()), token: token.text};
    },

    welcomes: ({type, src}) => {
      if (type !== 'SESSION' || src !== undefined || !token) return false;
      [isIn, isVerified, failures] = [true, true, 0];
      note = {};
      renewIn(token.dueAt - clock.now());
      stream.start();
      return true;
    },

    idsOf: (other) => [peerNameOf(other)],

    senderOf: (_id, metadata) => {
      const sender = objectField(metadata, 'sender');
      const id = sender && textField(sender, 'user', LONGEST_TEXT);
      if (!id) return undefined;
      return {user: id, name: textField(sender, 'name', LONGEST_TEXT), avatar: textField(sender, 'avatar', LONGEST_TEXT)};
    },

    note: () => {
      const told = note;
      note = {};
      return told;
    },

    noted: ({session, refused}) => {
      if (session) failures = 0;
      if (!refused) return;
      tokens.forget();
      renewLater();
    },

    judge: async (isMute) => {
      if (isMute) return new CallError('connector-failed', {cause: 'the server does not say who is signed in'});
      try {
        let response = await ask('session');
        // The token may have been too old; with a new one it is the person who is refused.
        if (response.status === 401) response = await ask('session');
        if (response.status !== 401 && response.status !== 403) return undefined;
        const {code} = (await response.json().catch(() => ({}))) as {readonly code?: unknown};
        return new CallError('signaling-refused', {cause: code});
      } catch (error) {
        return error instanceof CallError ? error : undefined;
      }
    },

    leave: () => {
      isIn = false;
      cancelRenewal?.();
      stream.stop();
    },

    presence: (other, fn) => stream.watch(other, fn),

    announce: (presence) => {
      note = {...note, presence};
      tell();
    },

    iceServers: async () => {
      const response = await ask('ice');
      if (!response.ok) throw new DOMException(`status ${response.status}`, 'DataError');
      return (await response.json()) as IceAnswer;
    },
  };
};
