import type {Peer} from 'peerjs';
import {fieldsOf} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';

/** What PeerServer says of itself. */
const FROM_SERVER: readonly unknown[] = ['OPEN', 'ERROR', 'ID-TAKEN', 'INVALID-KEY', 'EXPIRE'];

const isOurs = (frame: unknown): boolean => {
  const {type, payload} = fieldsOf(frame) ?? {};
  if (type !== 'OFFER') return FROM_SERVER.includes(type);
  const offer = fieldsOf(payload);
  return offer?.['type'] === 'data' && offer['serialization'] === 'call';
};

/**
 * Lets PeerJS see nothing but the server's own words and our pipe's messages. It takes strangers at their word: keeps
 * candidates of connections that never were, and throws, at the page or later when it is closed, over an offer that is
 * malformed. (PeerJS 1.5.5, `Peer._handleMessage`; to be removed once that looks at what it gets.) `heard` gets every
 * frame, after PeerJS.
 */
export const guardSocket = ({socket}: Peer, heard: (frame: Fields) => void): void => {
  const handlers = socket.listeners('message');
  socket.removeAllListeners('message');
  socket.on('message', (frame: unknown) => {
    if (isOurs(frame)) for (const handle of handlers) handle(frame);
    heard(fieldsOf(frame) ?? {});
  });
};
