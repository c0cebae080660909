import type {CallSession} from './call-session.js';
import type {EngineHost} from './engine-host.js';
import type {CallPlatform} from './platform.js';
import {streamsOf} from './streams-of.js';
import {maySound, toneFor} from './tone-for.js';

export interface CallSoundsOptions {
  readonly host: EngineHost;
  readonly platform: CallPlatform;
  /** Where it is heard, and where it rings. */
  speaker(): Promise<string>;
  ringer(): Promise<string>;
}

/** What is heard of the call that is on: a function of the state, and of how the person here is. */
export class CallSounds {
  readonly #host: EngineHost;
  readonly #sounds: ReturnType<CallPlatform['createSounds']>;
  #session: CallSession | undefined;
  #status;

  constructor({host, platform, speaker, ringer}: CallSoundsOptions) {
    this.#host = host;
    this.#sounds = platform.createSounds((sound) => host.store.patch({sound}), speaker, ringer);
    this.#status = host.store.state.status;
    // Whether a ring may be heard can change while it rings.
    host.store.subscribe(({status}) => {
      if (status === this.#status) return;
      this.#status = status;
      if (this.#session) this.follow(this.#session);
    });
  }

  /** Lets be heard what belongs to the session as it is now. */
  follow(session: CallSession): void {
    this.#session = session;
    const {store, line, configuration} = this.#host;
    const {peer, connector} = session;
    const isWelcome = maySound(configuration, line.connector(connector)?.capabilities.policy);
    const tone = toneFor(store.state, isWelcome);
    store.patch({silent: store.state.phase === 'incoming' && !isWelcome});
    // One for all calls: where several ring in several tabs, in whatever order, one tab sounds.
    const lock = `call-elements:${store.state.userId}:sound`;
    this.#sounds.tone(tone, {lock, url: tone === 'ringtone' ? configuration.ringtone : '', title: peer.name});
    this.#sounds.voice(streamsOf(session).remote);
  }

  reroute(): void {
    this.#sounds.reroute();
  }

  dispose(): void {
    this.#sounds.dispose();
  }
}
