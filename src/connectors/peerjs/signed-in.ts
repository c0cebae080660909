import {countField, fieldsOf, objectField, textField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import type {IceAnswer} from '../../ice/ice-sources.js';
import {CallError} from '../../types/call-error.js';
import {systemClock} from '../../util/clock.js';
import type {Announcement, ConnectorCapabilities, ConnectorSink} from '../connector.js';
import {createAskServer} from './ask-server.js';
import {peerIdOf, peerNameOf} from './peer-id.js';
import {PresenceStream} from './presence-stream.js';
import {readConnectors} from './read-connectors.js';
import {readPolicy} from './read-policy.js';
import {createRenewal} from './renewal.js';
import type {ServerAddress} from './server-address.js';
import type {Session} from './session.js';
import {CLAIMED} from './slots.js';
import {createTokenSource} from './token-source.js';
import type {Seams} from './token-source.js';

export interface SignedInOptions {
  readonly user: string;
  readonly tokenUrl: string;
  readonly address: ServerAddress;
  readonly sink: Pick<ConnectorSink, 'refused' | 'status'>;
  /** Aborted when the connector is closed. */
  readonly signal: AbortSignal;
  /** Sends a probe at once, if the page is online. */
  probe(): void;
  /** Somebody looks at the page: it is to be online, if it can. */
  hurry(): void;
}

/** Of what the server tells of a sender. */
const LONGEST_TEXT = 16_384;

/** Milliseconds for which the server's word that we may come in stands, when it does not let us in. */
const STANDS = 60_000;

/** Milliseconds for which a token that was fetched ahead is as good as one that is fetched now. */
const READY = 20_000;

const systemSeams: Seams = {clock: systemClock, fetch: (...question) => fetch(...question)};

/** 16 hex digits that no other connection has. */
const suffix = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** On a server that believes nobody without a signed token, and says of each message who sent it. */
export const createSignedIn = (options: SignedInOptions, seams = systemSeams): Session => {
  const {user, tokenUrl: url, address, sink, signal, probe, hurry} = options;
  const {clock} = seams;
  const tokens = createTokenSource({url, user, signal}, seams);
  const ask = createAskServer({address, tokens, signal}, seams);
  const stream = new PresenceStream(ask, clock);
  let isVerified = false;
  let decided: Pick<ConnectorCapabilities, 'policy' | 'connectors'> = {};
  let parcel: {token?: string; presence?: Announcement} = {};
  let mute = 0;
  let judgedUntil = 0;
  let readyUntil = 0;

  const renewal = createRenewal(tokens, clock, (token) => {
    // The connection stays: the server is told the new token on it.
    parcel = {...parcel, token};
    probe();
    // The server ends a stream with the token that opened it.
    stream.start();
  });

  const vouched = (session: Fields): void => {
    const expiresIn = countField(session, 'expiresIn');
    if (expiresIn !== undefined) renewal.lasts(expiresIn);
  };

  globalThis.document?.addEventListener('visibilitychange', () => !document.hidden && hurry(), {signal});

  return {
    get capabilities() {
      return {...CLAIMED, identity: isVerified ? 'verified' : 'claimed', presence: true, ice: true, ...decided} as const;
    },

    enter: async () => ({id: peerIdOf(user, suffix()), token: await tokens.get()}),

    prepare: async () => {
      if (clock.now() < readyUntil) return;
      readyUntil = clock.now() + READY;
      await tokens.renew();
      tokens.lasts(READY);
    },

    heard: ({type, src, payload}) => {
      const word = src === undefined ? fieldsOf(payload) : undefined;
      if (!word) return false;
      if (type === 'REFUSED') sink.refused?.(textField(word, 'call', 64) ?? '');
      if (type !== 'SESSION') return false;
      vouched(word);
      decided = {policy: readPolicy(objectField(word, 'policy') ?? {}), connectors: readConnectors(word)};
      // It comes again when the admin decided something else.
      if (isVerified) {
        sink.status('online');
        return true;
      }
      [isVerified, parcel, mute, judgedUntil] = [true, {}, 0, 0];
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

    probe: () => {
      const sent = parcel;
      parcel = {};
      return sent;
    },

    echo: (metadata) => {
      const session = objectField(metadata, 'session');
      if (session) vouched(session);
      if (metadata['refused']) renewal.refused();
    },

    whyNot: async (isMute) => {
      if (isMute) {
        mute += 1;
        // Once, it may have been slow.
        if (mute < 2) return undefined;
        return new CallError('connector-failed', {cause: 'the server does not say who is signed in'});
      }
      mute = 0;
      // A crowd that comes back after an outage is not to ask twice as much as it must.
      if (clock.now() < judgedUntil) return undefined;
      try {
        const response = await ask('session');
        const {code} = (await response.json().catch(() => ({}))) as {readonly code?: unknown};
        if (response.status === 401 || response.status === 403) return new CallError('signaling-refused', {cause: code});
        judgedUntil = clock.now() + STANDS;
        return undefined;
      } catch (error) {
        return error instanceof CallError ? error : undefined;
      }
    },

    leave: () => {
      isVerified = false;
      renewal.stop();
      stream.stop();
    },

    presence: (other, fn) => stream.watch(other, fn),

    announce: (presence) => {
      parcel = {...parcel, presence};
      probe();
    },

    iceServers: async () => {
      const response = await ask('ice');
      if (!response.ok) throw new DOMException(`status ${response.status}`, 'DataError');
      return (await response.json()) as IceAnswer;
    },
  };
};
