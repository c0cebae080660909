import {listDevices} from '../media/list-devices.js';
import {createLocalMedia} from '../media/local-media.js';
import {createSounds} from '../media/sounds.js';
import {createPeerLink} from '../rtc/create-peer-link.js';
import {pageTickets} from '../settings/page-tickets.js';
import {createSettingsStore} from '../settings/settings-store.js';
import {ownWindowName} from '../tabs/call-window-name.js';
import {accompanyTalks} from './accompany-talks.js';
import {CallEngine} from './call-engine.js';
import type {EngineHost} from './engine-host.js';
import {loadKeepCallLog} from './load-keep-call-log.js';

/** The engine over this browser's own devices, connections, sounds and storage. */
export const createBrowserEngine = (host: EngineHost): CallEngine => {
  loadKeepCallLog().then(
    (keepCallLog) => keepCallLog(host.store, host.clock),
    (error: unknown) => console.debug('call-elements: calls are not written down', error),
  );
  const engine = new CallEngine(host, {
    clock: host.clock,
    isSupported: typeof RTCPeerConnection !== 'undefined',
    fetch: (...request) => fetch(...request),
    createLink: (options) => createPeerLink(options, host.clock),
    createMedia: (settings, listener) => createLocalMedia({settings, listener}),
    createSettings: createSettingsStore,
    tickets: pageTickets(),
    windowName: ownWindowName(),
    createSounds: (listener, speaker, ringer) => createSounds(listener, {speaker, ringer}),
    listDevices,
  });
  accompanyTalks(host.store, engine);
  return engine;
};
