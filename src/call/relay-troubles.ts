import {NONE} from '../ice/ask-ice-source.js';
import type {IceChain} from '../ice/ice-chain.js';
import {hasRelay} from '../ice/has-relay.js';
import {CallError} from '../types/call-error.js';
import {isTalking} from '../types/is-talking.js';
import type {CallSession} from './call-session.js';
import type {SessionHost} from './session-parts.js';
import type {EngineHost} from './engine-host.js';
import {whyNoConnection} from './why-no-connection.js';

/** What people are told of relays: that none is there where one is needed, and why a call found no path. */
export const relayTroubles = ({store, line}: EngineHost, ice: IceChain, tell: SessionHost['trouble']) => {
  /** One who could not be asked may know of a relay. */
  const isShort = (): boolean => ice.report()?.failures.some(({reason}) => reason !== NONE) ?? false;
  return {
    /** A call is given these, and may use nothing but a relay. */
    given: (servers: readonly RTCIceServer[], relayOnly: boolean): void => {
      const isTold = store.state.trouble?.code === 'relay-missing';
      if (isTold && hasRelay(servers)) return store.patch({trouble: undefined});
      const isStuck = relayOnly && !hasRelay(servers) && !isShort();
      if (isStuck && !isTold) tell(new CallError('relay-missing'), true);
    },
    /** It may have failed. */
    ended: ({id, record, connector, report, isReplaced}: CallSession): void => {
      const {callId, phase} = store.state;
      if (record.end?.reason !== 'connection-failed' || isReplaced || callId !== id || !isTalking(phase)) return;
      const isOnline = line.status(connector) === 'online';
      // Without a network of our own, nothing can be known of theirs.
      const search = isOnline ? report?.search : undefined;
      const known = search && {...search, answered: search.answered && report?.isHeard === true, isShort: isShort()};
      tell(new CallError(whyNoConnection(known)), false);
    },
  };
};
