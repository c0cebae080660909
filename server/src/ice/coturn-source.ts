import {createHmac} from 'node:crypto';
import type {TurnConfig} from '../config/config.js';
import type {IceSource} from './ice-source.js';

/**
 * Credentials as coturn's `use-auth-secret` checks them (draft-uberti-behave-turn-rest). Each person has their own, so
 * that coturn can count per person; whose they are cannot be told without the secret.
 */
export const turnCredentials = ({secret, ttl}: Pick<TurnConfig, 'secret' | 'ttl'>, userId: string) => {
  const owner = createHmac('sha256', secret).update(`owner ${userId}`).digest('base64url').slice(0, 16);
  const username = `${Math.floor(Date.now() / 1000) + ttl}:${owner}`;
  // SHA-1 is what coturn knows; as a HMAC it still holds.
  return {username, credential: createHmac('sha1', secret).update(username).digest('base64')};
};

/** One's own TURN server. Nothing is asked, so nothing is kept: a credential is two hashes. */
export const createCoturnSource = (turn: TurnConfig | undefined): IceSource => ({
  name: 'coturn',
  take: async (userId) => turn && {iceServers: [{urls: turn.urls, ...turnCredentials(turn, userId)}], ttl: turn.ttl},
  status: async () =>
    turn
      ? {state: 'ready', from: 'configuration', message: 'Credentials are made here; whether the TURN server answers shows in calls.'}
      : {state: 'off', message: 'TURN_URLS and TURN_SECRET are not set.'},
});
