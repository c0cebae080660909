import type {Peer} from 'peerjs';
import {fieldsOf} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';

/** The server's own words name no sender; one that it writes in another's name says that they are not there, which calls find out. */
const isOurs = ({type, src, payload}: Fields): boolean => {
  const offer = type === 'OFFER' ? fieldsOf(payload) : undefined;
  if (!offer) return src === undefined;
  return offer['type'] === 'data' && offer['serialization'] === 'call';
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
    const fields = fieldsOf(frame) ?? {};
    if (isOurs(fields)) for (const handle of handlers) handle(fields);
    heard(fields);
  });
};
