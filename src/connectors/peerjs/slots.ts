import type {ConnectorCapabilities} from '../connector.js';
import {peerIdOf, SLOTS, userOf} from './peer-id.js';
import type {Session} from './session.js';

export const CLAIMED: ConnectorCapabilities = {identity: 'claimed', presence: false, ice: false, maxBytes: 60_000};

/** On a stock PeerServer, which believes whoever comes first. */
export const createSlots = (self: string): Session => {
  let slot = 0;
  return {
    capabilities: CLAIMED,
    // Under a fresh token each time: PeerServer sends no OPEN when a token takes over its own old socket.
    enter: async () => ({id: peerIdOf(self, slot + 1)}),
    heard: ({type}) => type === 'OPEN',
    idsOf: (user) => Array.from({length: SLOTS}, (_, index) => peerIdOf(user, index + 1)),
    senderOf: (id) => {
      const user = userOf(id);
      return user ? {user} : undefined;
    },
    tryNextId: () => (slot = (slot + 1) % SLOTS) !== 0,
  };
};
