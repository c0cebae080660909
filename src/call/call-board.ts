import type {CallSession} from './call-session.js';
import type {SessionHost} from './session-parts.js';
import type {IceChain} from '../ice/ice-chain.js';
import type {SettingsStore} from '../types/call-settings.js';
import {isLive} from '../types/call-phase.js';
import {IDLE_STATE} from '../types/call-state.js';
import type {CallSounds} from './call-sounds.js';
import {CallStack} from './call-stack.js';
import {callerOf} from './caller-of.js';
import type {EngineHost} from './engine-host.js';
import {Floor} from './floor.js';
import {IncomingSession} from './incoming-session.js';
import {OutgoingSession} from './outgoing-session.js';
import type {CallPlatform} from './platform.js';
import {publishSession} from './publish-session.js';
import {createSessionHost} from './session-host.js';
import {Switchboard} from './switchboard.js';
import type {Ring} from './switchboard.js';
import {tellNews} from './tell-news.js';
import {troubleIsOver} from './trouble-is-over.js';
import {TurnedAway} from './turned-away.js';

export interface BoardParts {
  readonly platform: CallPlatform;
  readonly ice: IceChain;
  readonly sounds: CallSounds;
  settings(): SettingsStore;
}

/** Where calls come and go: rings are put up, one call is the first, and all that follows from a change is done. */
export class CallBoard {
  readonly calls = new CallStack();
  readonly floor: Floor;
  readonly switchboard: Switchboard;
  readonly #host: EngineHost;
  readonly #parts: BoardParts;
  readonly #turnedAway: TurnedAway;

  constructor(host: EngineHost, parts: BoardParts) {
    this.#host = host;
    this.#parts = parts;
    this.#turnedAway = new TurnedAway(host);
    this.floor = new Floor(host.tabs, parts.platform.windowName);
    const {calls, floor} = this;
    this.switchboard = new Switchboard(host, {
      find: (call) => calls.find(call),
      first: () => calls.first,
      ringing: () => calls.ringing,
      hasRoom: () => calls.hasRoom,
      mayAdopt: () => floor.isHeld,
      present: (ring) => this.#present(ring),
      adopt: (ring) => this.#adopt(ring),
      turnedAway: (ring) => this.#turnedAway.add(ring),
    });
  }

  /** The call that the state is about from now on. */
  lead(session: CallSession): void {
    this.calls.lead(session);
    this.#turnedAway.clear();
    const shownByPage = session instanceof IncomingSession && session.shownByPage;
    this.#host.store.together(() => {
      this.#host.store.patch({trouble: undefined, shownByPage});
      this.changed(session);
    });
  }

  /** Another ringing call is the first, if there is one: nothing is said of it that was not said before. */
  promote(): void {
    const [next] = this.calls.ringing;
    if (next) this.lead(next);
  }

  /** A session is not what it was. */
  changed(session: CallSession): void {
    if (this.calls.find(session.id) !== session) return;
    const {end} = session.record;
    if (end) this.#over(session, end);
    if (session === this.calls.first) this.#firstChanged(session);
    else if (end) this.#waitingEnded(session);
  }

  /** The next page of this tab goes on with it: from here on nothing is said of it on this page. */
  forsake(session: CallSession): void {
    const {phase, callId, direction, peer, connector, connectedAt, end, local, remote, path, weak} = IDLE_STATE;
    this.switchboard.hush(session.id, 'page-closed');
    this.floor.release(session.id);
    this.#host.store.together(() => {
      this.#host.store.patch({phase, callId, direction, peer, connector, connectedAt, end, local, remote, path, weak});
      this.#parts.sounds.follow(session);
    });
  }

  hostOf(connector: string): SessionHost {
    const {platform, ice, settings} = this.#parts;
    return createSessionHost(this.#host, connector, {
      platform,
      ice,
      settings: settings(),
      session: () => this.calls.first,
      send: (...message) => this.switchboard.send(...message),
      changed: (session) => this.changed(session),
    });
  }

  #over(session: CallSession, end: NonNullable<CallSession['record']['end']>): void {
    if (session.isSilent) this.switchboard.hush(session.id, end.reason);
    else this.switchboard.close(session.id, session.lastWord(end.reason, end.by), session.record.endpoint);
    this.floor.release(session.id);
  }

  #firstChanged(session: CallSession): void {
    const {store, line} = this.#host;
    const {phase: from, callId, connectedAt} = store.state;
    const {phase, end} = session.record;
    const isSame = callId === session.id;
    // Nobody is busy with what merely rings: that would tell who calls whom, and that they are there.
    line.announce(this.calls.isOn && phase !== 'incoming');
    this.floor.show(session);
    store.together(() => {
      store.patch({...publishSession(session), waiting: this.calls.waiting});
      if (troubleIsOver(store.state.trouble, store.state.local)) store.patch({trouble: undefined});
      if (from !== phase) tellNews(store, session, from, !(isSame && connectedAt));
      // The tone goes on where the next one rings.
      if (end && this.calls.ringing.length > 0) this.promote();
      else this.#parts.sounds.follow(session);
    });
  }

  #waitingEnded(session: CallSession): void {
    const {store} = this.#host;
    this.calls.remove(session);
    store.together(() => {
      store.patch({waiting: this.calls.waiting});
      tellNews(store, session, 'incoming', false);
    });
  }

  #present(ring: Ring): void {
    // A browser that cannot talk leaves the ring to the person's other devices.
    if (!this.#parts.platform.isSupported) return;
    const {store} = this.#host;
    const session = this.#answerable(ring);
    if (this.calls.isOn) {
      this.calls.add(session);
      store.patch({waiting: this.calls.waiting});
    } else this.lead(session);
    const {id: callId, peer, media} = session;
    // Whoever watches the state may have ended it.
    if (!isLive(session.record.phase)) return;
    session.shownByPage = !store.ask('call-incoming', {callId, peer, media});
    if (!session.shownByPage || this.calls.find(callId) !== session) return;
    store.patch(session === this.calls.first ? {shownByPage: true} : {waiting: this.calls.waiting});
  }

  /** Both pressed: both agreed. */
  #adopt(ring: Ring): void {
    const mine = this.calls.first;
    if (!(mine instanceof OutgoingSession)) return;
    this.switchboard.close(mine.id, 'answered-elsewhere');
    const media = mine.yield();
    const session = this.#answerable(ring);
    this.floor.inherit(session.id);
    this.calls.lead(session);
    session.accept(mine.media, media);
  }

  #answerable(ring: Ring): IncomingSession {
    const {connector, envelope} = ring;
    const peer = callerOf(ring, this.#host.line.connector(connector)?.capabilities);
    const {call: id, from, body} = envelope;
    const options = {id, peer, media: body.media, connector, endpoint: from.endpoint, ring};
    return new IncomingSession(this.hostOf(connector), options);
  }
}
