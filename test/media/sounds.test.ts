import {expect} from '@open-wc/testing';
import {createSounds} from '../../src/media/sounds.js';
import type {SoundState} from '../../src/types/call-state.js';
import {createFakeClock} from '../helpers/fake-clock.js';
import {FakeAudio} from './fake-audio.js';
import {FakeDevices} from './fake-devices.js';

const RealContext = AudioContext;

const clean: (() => void)[] = [];

const replace = (object: object, name: string, value: unknown): void => {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, {configurable: true, writable: true, value});
  clean.push(() => (own ? Object.defineProperty(object, name, own) : delete (object as Record<string, unknown>)[name]));
};

const useFakeAudio = (): FakeAudio => {
  const audio = new FakeAudio();
  replace(globalThis, 'AudioContext', audio.Context);
  // Firefox would tell that its own policy allows what the fake does not.
  replace(navigator, 'getAutoplayPolicy', undefined);
  return audio;
};

/** A browser that wants a gesture: the context stays suspended, and elements refuse, until one came. */
const useBlockedAudio = (): FakeAudio => {
  const audio = useFakeAudio();
  audio.allowed = false;
  document.addEventListener('keydown', () => (audio.allowed = true), {capture: true, once: true});
  const {play} = HTMLMediaElement.prototype;
  replace(HTMLMediaElement.prototype, 'play', function (this: HTMLMediaElement) {
    return audio.allowed ? play.call(this) : Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  return audio;
};

/** Counts what is listened to on the document. */
const watchListeners = () => {
  const live = new Set<unknown>();
  const {addEventListener} = document;
  replace(document, 'addEventListener', (type: string, listener: EventListener, options: AddEventListenerOptions = {}) => {
    live.add(listener);
    options.signal?.addEventListener('abort', () => live.delete(listener));
    addEventListener.call(document, type, listener, options);
  });
  return live;
};

const setup = () => {
  const states: SoundState[] = [];
  const waiting: {readonly state: SoundState; readonly met: () => void}[] = [];
  const clock = createFakeClock();
  const sounds = createSounds((state) => {
    states.push(state);
    for (const {state: wanted, met} of waiting) if (wanted === state) met();
  }, {clock});
  clean.push(() => sounds.dispose());
  /** Resolves when the page says so. */
  const until = (state: SoundState): Promise<void> =>
    states.at(-1) === state ? Promise.resolve() : new Promise((met) => waiting.push({state, met}));
  return {sounds, states, until, clock};
};

/** Resolves when somebody has said a word. */
const createMeetingPoint = () => {
  const said = new Set<string>();
  const waiting = new Map<string, () => void>();
  return {
    say: (word: string) => (said.add(word), waiting.get(word)?.()),
    met: async (word: string) => said.has(word) || new Promise<void>((met) => waiting.set(word, met)),
  };
};

const press = () => document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'a', bubbles: true}));

const touched = (hasBeenActive: boolean) => replace(navigator, 'userActivation', {hasBeenActive});

const holders = async (name: string): Promise<number> =>
  (await navigator.locks.query()).held!.filter((lock) => lock.name === name).length;

/** Half a second of silence with a head: a sound file without a file. */
const wav = (): string => {
  const view = new DataView(new ArrayBuffer(44 + 4000));
  const words = [0x52494646, 4036, 0x57415645, 0x666d7420, 16, 0x00010001, 8000, 8000, 0x00010008, 0x64617461, 4000];
  const bigEndian = new Set([0, 2, 3, 9]);
  words.forEach((word, index) => {
    if (index === 5) return view.setUint32(20, 0x00010001, true);
    if (index === 8) return view.setUint32(32, 0x00080001, true);
    view.setUint32(index * 4, word, !bigEndian.has(index));
  });
  for (let index = 44; index < view.byteLength; index += 1) view.setUint8(index, 128);
  const url = URL.createObjectURL(new Blob([view], {type: 'audio/wav'}));
  clean.push(() => URL.revokeObjectURL(url));
  return url;
};

const someStream = (): MediaStream => {
  const context = new RealContext();
  const node = context.createMediaStreamDestination();
  const tone = context.createOscillator();
  tone.connect(node);
  tone.start();
  clean.push(() => void context.close());
  return node.stream;
};

/** The audio elements that were told to play, since none is ever on the page. */
const watchElements = (): Set<HTMLMediaElement> => {
  const elements = new Set<HTMLMediaElement>();
  const {play} = HTMLMediaElement.prototype;
  replace(HTMLMediaElement.prototype, 'play', function (this: HTMLMediaElement) {
    elements.add(this);
    return play.call(this);
  });
  return elements;
};

describe('sounds', () => {
  afterEach(() => {
    for (const undo of clean.splice(0).reverse()) undo();
  });

  describe('tones', () => {
    it('creates nothing before there is something to hear', () => {
      const {contexts} = useFakeAudio();
      const elements = watchElements();
      const {sounds} = setup();
      sounds.tone(undefined);
      sounds.voice(undefined);
      sounds.tone('ringtone', {url: 'none'});
      expect(contexts).to.have.length(0);
      expect(elements.size).to.equal(0);
    });

    for (const tone of ['ringback', 'ringtone'] as const) {
      it(`lets ${tone} be heard until told otherwise`, async () => {
        const audio = useFakeAudio();
        const {sounds, states, until} = setup();
        sounds.tone(tone);
        await until('playing');
        expect(audio.audible.length).to.equal(1);
        expect(audio.audible[0]!.loop).to.equal(true);
        sounds.tone(undefined);
        expect(audio.audible.length).to.equal(0);
        expect(states).to.deep.equal(['playing', 'quiet']);
      });
    }

    it('plays the end of a call once, and not again for being told again', async () => {
      const audio = useFakeAudio();
      const {sounds, states, until} = setup();
      sounds.tone('hang-up');
      await until('playing');
      audio.audible[0]!.end();
      sounds.tone('hang-up');
      expect(audio.sources.length).to.equal(1);
      expect(states).to.deep.equal(['playing', 'quiet']);
      sounds.tone(undefined);
      sounds.tone('hang-up');
      await until('playing');
      expect(audio.sources.length).to.equal(2);
    });

    it('goes on when told the same again, and changes when told another', async () => {
      const audio = useFakeAudio();
      const {sounds, until} = setup();
      sounds.tone('ringback');
      await until('playing');
      sounds.tone('ringback');
      expect(audio.sources.length).to.equal(1);
      sounds.tone('ringtone');
      expect(audio.audible.length).to.equal(0);
      await until('playing');
      expect(audio.audible.length).to.equal(1);
      expect(audio.contexts).to.have.length(1);
    });

    it('says nothing when it was stopped before it began', async () => {
      const audio = useFakeAudio();
      const {sounds, states, clock} = setup();
      sounds.tone('ringtone', {lock: 'ring'});
      sounds.tone(undefined);
      await clock.advance(5000);
      expect(audio.sources.length).to.equal(0);
      expect(states).to.deep.equal([]);
    });
  });

  describe('where the browser wants a gesture', () => {
    it('says blocked after a moment, and rings from the next gesture on', async () => {
      const audio = useBlockedAudio();
      const {sounds, states, until, clock} = setup();
      sounds.tone('ringtone');
      await clock.advance(599);
      expect(states).to.deep.equal([]);
      await clock.advance(1);
      expect(states).to.deep.equal(['blocked']);
      expect(audio.sources.length).to.equal(0);
      press();
      await until('playing');
      expect(audio.audible.length).to.equal(1);
      expect(states.at(-1)).to.equal('playing');
    });

    it('waits no more when the ring is over', async () => {
      const audio = useBlockedAudio();
      const listeners = watchListeners();
      const {sounds, states, clock} = setup();
      // A page that is put to sleep lets go of the sound: that is listened for as long as there may be any.
      const lasting = listeners.size;
      sounds.tone('ringtone');
      await clock.advance(600);
      expect(listeners.size).to.be.greaterThan(lasting);
      sounds.tone(undefined);
      expect(listeners.size).to.equal(lasting);
      press();
      await clock.advance(5000);
      expect(audio.sources.length).to.equal(0);
      expect(states).to.deep.equal(['blocked', 'quiet']);
      sounds.dispose();
      expect(listeners.size).to.equal(0);
    });

    it('does not startle anybody with the end of a call that is long over', async () => {
      const audio = useBlockedAudio();
      const {sounds, states, clock} = setup();
      sounds.tone('hang-up');
      await clock.advance(600);
      press();
      await clock.advance(5000);
      expect(audio.sources.length).to.equal(0);
      expect(states).to.deep.equal([]);
    });

    it('lets the voice be heard from the next gesture on', async () => {
      useBlockedAudio();
      const {sounds, states, until} = setup();
      sounds.voice(someStream());
      await until('blocked');
      press();
      await until('playing');
      expect(states).to.deep.equal(['blocked', 'playing']);
    });
  });

  describe('one of several tabs', () => {
    it('sounds where the lock is held, and in the next when that one stops', async () => {
      touched(true);
      const audio = useFakeAudio();
      const lock = crypto.randomUUID();
      const [one, other] = [setup(), setup()];
      one.sounds.tone('ringtone', {lock});
      await one.until('playing');
      other.sounds.tone('ringtone', {lock});
      await other.clock.advance(5000);
      expect(audio.audible.length).to.equal(1);
      expect(other.states).to.deep.equal([]);
      one.sounds.tone(undefined);
      await other.until('playing');
      expect(audio.audible.length).to.equal(1);
      other.sounds.tone(undefined);
      await other.clock.advance(0);
      expect(await holders(lock)).to.equal(0);
    });

    it('lets a tab that somebody touched go first', async () => {
      useFakeAudio();
      const lock = crypto.randomUUID();
      const [untouched, active] = [setup(), setup()];
      touched(false);
      untouched.sounds.tone('ringtone', {lock});
      await untouched.clock.advance(149);
      touched(true);
      active.sounds.tone('ringtone', {lock});
      await active.until('playing');
      await untouched.clock.advance(1);
      expect(untouched.states).to.deep.equal([]);
      active.sounds.dispose();
      await untouched.until('playing');
    });

    it('does not keep the lock from the others while it may not sound itself', async () => {
      useBlockedAudio();
      touched(true);
      const lock = crypto.randomUUID();
      const {sounds, until, clock} = setup();
      sounds.tone('ringtone', {lock});
      await clock.advance(1000);
      expect(await holders(lock)).to.equal(0);
      press();
      await until('playing');
      expect(await holders(lock)).to.equal(1);
    });

    it('sounds anyhow where there are no locks', async () => {
      const audio = useFakeAudio();
      replace(navigator, 'locks', undefined);
      const {sounds, until} = setup();
      sounds.tone('ringtone', {lock: 'ring'});
      await until('playing');
      expect(audio.audible.length).to.equal(1);
    });

    it('sounds anyhow where locks are refused', async () => {
      useFakeAudio();
      touched(true);
      replace(navigator, 'locks', {request: () => Promise.reject(new DOMException('', 'SecurityError'))});
      const {sounds, until} = setup();
      sounds.tone('ringtone', {lock: 'ring'});
      await until('playing');
    });
  });

  describe("a page's own sound", () => {
    it('is played over and over instead of the built-in one', async () => {
      const audio = useFakeAudio();
      const elements = watchElements();
      const {sounds, until} = setup();
      sounds.tone('ringtone', {url: wav()});
      await until('playing');
      const [element] = [...elements];
      expect(element!.loop).to.equal(true);
      expect(element!.isConnected).to.equal(false);
      expect(audio.sources.length).to.equal(0);
      sounds.tone(undefined);
      expect(element!.paused).to.equal(true);
      expect(element!.hasAttribute('src')).to.equal(false);
    });

    it('gives way to the built-in one when it cannot be played', async () => {
      const audio = useFakeAudio();
      const {sounds, until} = setup();
      sounds.tone('ringtone', {url: 'data:audio/wav;base64,AAAA'});
      await until('playing');
      expect(audio.audible.length).to.equal(1);
    });

    it('gives way to the built-in one when it does not come', async () => {
      const audio = useFakeAudio();
      let played = (): void => {};
      const asked = new Promise<void>((resolve) => (played = resolve));
      replace(HTMLMediaElement.prototype, 'play', () => {
        played();
        return new Promise(() => {});
      });
      const {sounds, until, clock} = setup();
      sounds.tone('ringtone', {url: wav()});
      await asked;
      await clock.advance(3000);
      await until('playing');
      expect(audio.audible.length).to.equal(1);
    });

    it('is silent on request, and still shows in the title', async () => {
      const title = document.title;
      const audio = useFakeAudio();
      const {sounds, states, clock} = setup();
      sounds.tone('ringtone', {url: 'none', title: 'Alice calls'});
      expect(document.title).to.equal('Alice calls');
      await clock.advance(3000);
      expect(audio.sources.length).to.equal(0);
      expect(states).to.deep.equal([]);
      sounds.tone(undefined);
      expect(document.title).to.equal(title);
      expect(clock.pending).to.equal(0);
    });
  });

  it('takes a name that arrives late into the title, and rings on', async () => {
    const title = document.title;
    const audio = useFakeAudio();
    const {sounds, until} = setup();
    sounds.tone('ringtone', {title: 'Somebody calls'});
    await until('playing');
    sounds.tone('ringtone', {title: 'Alice calls'});
    expect(document.title).to.equal('Alice calls');
    expect(audio.sources.length).to.equal(1);
    sounds.tone('ringback', {title: 'Alice calls'});
    expect(document.title).to.equal(title);
  });

  describe('voice', () => {
    it('plays from an element that is on no page', async () => {
      const elements = watchElements();
      const {sounds, states, until} = setup();
      const stream = someStream();
      sounds.voice(stream);
      await until('playing');
      sounds.voice(stream);
      expect(elements.size).to.equal(1);
      const [element] = [...elements];
      expect(element!.isConnected).to.equal(false);
      expect([element!.paused, element!.muted]).to.deep.equal([false, false]);
      sounds.voice(undefined);
      expect([element!.paused, element!.srcObject]).to.deep.equal([true, null]);
      expect(states).to.deep.equal(['playing', 'quiet']);
    });

    it('goes on from one person to the next in the same element', async () => {
      const elements = watchElements();
      const {sounds, until} = setup();
      sounds.voice(someStream());
      await until('playing');
      const next = someStream();
      sounds.voice(next);
      await until('playing');
      expect(elements.size).to.equal(1);
      expect([...elements][0]!.srcObject).to.equal(next);
    });

    it('goes on by itself when a new connection brings a new track', async () => {
      const elements = watchElements();
      const {sounds, until} = setup();
      const stream = someStream();
      sounds.voice(stream);
      await until('playing');
      const [element] = [...elements];
      const [old] = stream.getTracks();
      old!.stop();
      stream.removeTrack(old!);
      const before = element!.currentTime;
      stream.addTrack(someStream().getTracks()[0]!);
      while (element!.paused || element!.currentTime <= before) await new Promise((turn) => requestAnimationFrame(turn));
    });

    it('goes on elsewhere when the chosen loudspeaker cannot be used', async () => {
      const elements = watchElements();
      const devices = new FakeDevices();
      devices.present = ['audiooutput:headset'];
      replace(navigator, 'mediaDevices', devices);
      let asked = (): void => {};
      const refused = new Promise<void>((resolve) => (asked = resolve));
      replace(HTMLMediaElement.prototype, 'setSinkId', async () => {
        asked();
        throw new DOMException('', 'NotFoundError');
      });
      let met = (): void => {};
      const playing = new Promise<void>((resolve) => (met = resolve));
      const sounds = createSounds(() => met(), {speaker: async () => 'headset'});
      clean.push(() => sounds.dispose());
      sounds.voice(someStream());
      await Promise.all([playing, refused]);
      expect([...elements][0]!.paused).to.equal(false);
    });

    it('and tones go to the chosen loudspeaker, and to another one at once', async () => {
      useFakeAudio();
      touched(true);
      const devices = new FakeDevices();
      devices.present = ['audiooutput:desk', 'audiooutput:headset'];
      replace(navigator, 'mediaDevices', devices);
      const sinks = new Map<object, string>();
      const until = createMeetingPoint();
      const setSinkId = async function (this: object, id: string) {
        sinks.set(this, id);
        until.say([...sinks.values()].join(' '));
      };
      replace(HTMLMediaElement.prototype, 'setSinkId', setSinkId);
      replace(AudioContext.prototype, 'setSinkId', setSinkId);
      let chosen = 'headset';
      const sounds = createSounds(() => {}, {speaker: async () => chosen});
      clean.push(() => sounds.dispose());
      sounds.voice(someStream());
      await until.met('headset');
      sounds.tone('ringback');
      await until.met('headset headset');
      chosen = 'desk';
      sounds.reroute();
      await until.met('desk desk');
      sounds.dispose();
      expect(devices.listeners.size).to.equal(0);
    });

    it('goes where calls are heard, and the ring where calls ring', async () => {
      useFakeAudio();
      touched(true);
      const devices = new FakeDevices();
      devices.present = ['audiooutput:desk', 'audiooutput:headset'];
      replace(navigator, 'mediaDevices', devices);
      const until = createMeetingPoint();
      replace(HTMLMediaElement.prototype, 'setSinkId', async (id: string) => until.say(`voice ${id}`));
      replace(AudioContext.prototype, 'setSinkId', async (id: string) => until.say(`tone ${id}`));
      let ringer = 'desk';
      const sounds = createSounds(() => {}, {speaker: async () => 'headset', ringer: async () => ringer});
      clean.push(() => sounds.dispose());
      sounds.tone('ringtone');
      await until.met('tone desk');
      sounds.voice(someStream());
      await until.met('voice headset');
      sounds.tone('hang-up');
      await until.met('tone headset');
      ringer = 'headset';
      sounds.reroute();
      sounds.dispose();
      expect(devices.listeners.size).to.equal(0);
    });

    it('is heard beside a tone, and after it', async () => {
      const {sounds, states, until} = setup();
      sounds.voice(someStream());
      await until('playing');
      sounds.tone('ringtone');
      sounds.tone(undefined);
      expect(states).to.deep.equal(['playing']);
    });
  });

  it('is heard for real, where the machine has a loudspeaker', async () => {
    const probe = new AudioContext();
    // Firefox never starts one without a sound device, which machines that run tests seldom have.
    const runs = probe.state === 'running';
    await probe.close();
    const {sounds, states, until, clock} = setup();
    sounds.tone('hang-up');
    if (runs) {
      await until('playing');
      await until('quiet');
    } else {
      await clock.advance(5000);
      sounds.tone(undefined);
    }
    expect(states).not.to.include('blocked');
  });

  it('leaves nothing behind after ten calls', async () => {
    const title = document.title;
    const audio = useFakeAudio();
    const elements = watchElements();
    const listeners = watchListeners();
    const lock = crypto.randomUUID();
    touched(true);
    for (let round = 0; round < 10; round += 1) {
      const {sounds, until, clock} = setup();
      sounds.tone('ringtone', {lock, title: 'Alice calls'});
      await until('playing');
      sounds.voice(someStream());
      sounds.dispose();
      sounds.dispose();
      sounds.tone('ringtone', {lock, title: 'Alice calls'});
      sounds.voice(someStream());
      await clock.advance(5000);
      expect(clock.pending).to.equal(0);
    }
    expect(audio.contexts).to.have.length(10);
    expect(audio.open).to.equal(0);
    expect(audio.sources.filter(({isPlaying, isConnected}) => isPlaying || isConnected)).to.deep.equal([]);
    expect(listeners.size).to.equal(0);
    expect(document.title).to.equal(title);
    expect(await holders(lock)).to.equal(0);
    for (const element of elements) expect([element.paused, element.srcObject]).to.deep.equal([true, null]);
  });
});
