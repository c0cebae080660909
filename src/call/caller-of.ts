import type {ConnectorCapabilities} from '../connectors/connector.js';
import type {CallPeer} from '../types/call-state.js';
import {checkAvatar} from '../util/check-avatar.js';
import type {Ring} from './switchboard.js';

/** Who rings: what the transport knows of them counts more than what they say. */
export const callerOf = ({envelope, sender}: Ring, capabilities: ConnectorCapabilities | undefined): CallPeer => {
  const {from, body} = envelope;
  return Object.freeze({
    id: from.user,
    name: sender?.name || body.name || from.user,
    avatar: checkAvatar(sender?.avatar || body.avatar),
    identity: capabilities?.identity ?? 'claimed',
  });
};
