import type {ConnectorCapabilities} from '../connectors/connector.js';
import type {CallPeer} from '../types/call-state.js';
import type {StartOptions} from '../types/controller.js';
import {checkAvatar} from '../util/check-avatar.js';

/** Who is called: what this page says of them. */
export const calleeOf = (
  {callee, calleeName, calleeAvatar}: StartOptions,
  capabilities: ConnectorCapabilities | undefined,
): CallPeer =>
  Object.freeze({
    id: callee,
    name: calleeName || callee,
    avatar: checkAvatar(calleeAvatar),
    identity: capabilities?.identity ?? 'claimed',
  });
