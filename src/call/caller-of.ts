import type {ConnectorCapabilities} from '../connectors/connector.js';
import type {CallPeer} from '../types/call-state.js';
import {checkAvatar} from '../util/check-avatar.js';
import type {Ring} from './switchboard.js';

/** Who rings: what the transport knows of them counts more than what they say, and alone where it vouches for them. */
export const callerOf = ({envelope, sender}: Ring, capabilities: ConnectorCapabilities | undefined): CallPeer => {
  const {from, body} = envelope;
  const identity = capabilities?.identity ?? 'claimed';
  const said = identity === 'claimed' ? body : undefined;
  return Object.freeze({
    id: from.user,
    name: sender?.name || said?.name || from.user,
    avatar: checkAvatar(sender?.avatar || said?.avatar),
    identity,
  });
};
