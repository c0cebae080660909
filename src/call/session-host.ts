import type {IceChain} from '../ice/ice-chain.js';
import type {IceSources} from '../ice/ice-sources.js';
import {CallError} from '../types/call-error.js';
import type {CallConfiguration} from '../types/configuration.js';
import type {SettingsStore} from '../types/call-settings.js';
import type {CallSession} from './call-session.js';
import type {SessionHost} from './session-parts.js';
import type {EngineHost} from './engine-host.js';
import type {CallPlatform} from './platform.js';
import {relayTroubles} from './relay-troubles.js';
import {reportTrouble} from './report-trouble.js';
import type {Switchboard} from './switchboard.js';
import {withPolicy} from './with-policy.js';

/** The parts of the engine that its sessions use. */
export interface SessionParts {
  readonly platform: CallPlatform;
  readonly ice: IceChain;
  readonly settings: SettingsStore;
  /** The one that is on. */
  session(): CallSession | undefined;
  readonly send: Switchboard['send'];
  changed(session: CallSession): void;
}

/** What sessions over `connector` see of the engine. */
export const createSessionHost = (host: EngineHost, connector: string, parts: SessionParts): SessionHost => {
  const {store, endpoint} = host;
  const {platform} = parts;
  const trouble = (error: CallError, recoverable: boolean): void =>
    reportTrouble(store, error, {recoverable, endpoint, now: platform.clock.now()});
  const configuration = (): CallConfiguration => withPolicy(host.configuration, host.line.connector(connector)?.capabilities.policy);
  const relay = relayTroubles(host, parts.ice, trouble);
  return {
    platform,
    get configuration() {
      return configuration();
    },
    iceServers: async (fresh) => {
      const sources = iceSources(host, connector);
      const {iceServers} = await (fresh ? parts.ice.refresh(sources) : parts.ice.servers(sources));
      relay.given(iceServers, configuration().ipPrivacy === 'always');
      return iceServers;
    },
    createMedia: () =>
      platform.createMedia(parts.settings, {
        changed: () => parts.session()?.mediaChanged(),
        trouble: (error) => trouble(error, true),
      }),
    denied: (media, error) => {
      const session = parts.session();
      if (session?.localMedia !== media || session.record.phase === 'ended') return;
      trouble(CallError.from(error, 'mic-denied'), false);
      session.end('media-denied', 'local');
    },
    send: ({id, peer}, to, type, body, seq, ack) =>
      parts.send(connector, id, {user: peer.id, endpoint: to}, type, body, seq, ack),
    changed: (session) => {
      relay.ended(session);
      parts.changed(session);
    },
    isOnline: () => host.line.status(connector) === 'online',
    trouble,
    text: (text, kind) =>
      void store.notice(kind === 'line' ? 'call-text' : 'call-text-draft', {callId: store.state.callId ?? '', text}),
  };
};

const iceSources = ({configuration, line}: EngineHost, name: string): IceSources => {
  const connector = line.connector(name);
  const own = connector?.iceServers?.bind(connector);
  const {userId, server, tokenUrl, iceUrl, iceServers: list} = configuration;
  return {owner: [name, userId, server, tokenUrl].join(' '), connector: own, iceUrl, list};
};
