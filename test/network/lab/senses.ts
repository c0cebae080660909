import assert from 'node:assert/strict';
import type {Person} from '../../e2e/harness/person.js';
import {until} from '../../e2e/harness/until.js';

/** When something came in of the other person, by the one clock of the machine that all browsers of the lab run on. */
interface Sense {
  first?: number;
  last?: number;
  /** The longest time without, in milliseconds, since it was forgotten. */
  gap: number;
}

interface Senses {
  acceptedAt?: number;
  readonly picture: Sense;
  readonly voice: Sense;
}

declare global {
  interface Window {
    senses: Senses;
  }
}

/** Runs in a page. Pictures are taken as they are shown, the voice as its packets arrive: 50 a second, silence or not. */
const watch = (): void => {
  const now = (): number => performance.timeOrigin + performance.now();
  const senses: Senses = {picture: {gap: 0}, voice: {gap: 0}};
  window.senses = senses;
  const perceive = (sense: Sense): void => {
    const at = now();
    sense.first ??= at;
    sense.gap = Math.max(sense.gap, at - (sense.last ?? at));
    sense.last = at;
  };

  document.addEventListener('call-accept-request', () => (senses.acceptedAt = now()), {capture: true});

  const followed = new WeakSet<HTMLVideoElement>();
  const follow = (video: HTMLVideoElement): void => {
    followed.add(video);
    video.requestVideoFrameCallback(() => {
      perceive(senses.picture);
      follow(video);
    });
  };
  const look = (): void => {
    const video = document.querySelector('call-window')?.shadowRoot?.querySelector<HTMLVideoElement>('video[part="remote-video"]');
    if (video && !followed.has(video)) follow(video);
    requestAnimationFrame(look);
  };
  look();

  const heard = new WeakMap<RTCPeerConnection, number>();
  const listen = async (connection: RTCPeerConnection): Promise<void> => {
    for (const report of (await connection.getStats()).values()) {
      if (report.type !== 'inbound-rtp' || report.kind !== 'audio') continue;
      if (report.packetsReceived > (heard.get(connection) ?? 0)) perceive(senses.voice);
      heard.set(connection, report.packetsReceived);
    }
  };
  setInterval(() => {
    for (const connection of window.seen.connections) if (connection.connectionState !== 'closed') void listen(connection);
  }, 50);
};

/** Notes from now on what a person sees and hears of the other. */
export const watchSenses = (person: Person): Promise<void> => person.page.evaluate(watch);

const sensesOf = (person: Person): Promise<Senses> => person.page.evaluate(() => window.senses);

/** Forgets the gaps before now; settles with the time. */
export const forgetGaps = (person: Person): Promise<number> =>
  person.page.evaluate(() => {
    window.senses.picture.gap = 0;
    window.senses.voice.gap = 0;
    return performance.timeOrigin + performance.now();
  });

/** Waits until a person both sees and hears the other later than that moment; settles with when that was. */
export const perceives = async (person: Person, moment: number, ms?: number): Promise<number> => {
  let senses = await sensesOf(person);
  const isLater = async (): Promise<boolean> => {
    senses = await sensesOf(person);
    return (senses.picture.last ?? 0) > moment && (senses.voice.last ?? 0) > moment;
  };
  await until(`${person.user} sees and hears the other`, isLater, ms);
  return Math.max(senses.picture.last ?? 0, senses.voice.last ?? 0);
};

/** Seconds without voice and without picture, in the words of the table. */
export const describeGaps = async (person: Person): Promise<string> => {
  const {voice, picture} = await sensesOf(person);
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  return `${person.user} hears nothing for ${seconds(voice.gap)} s and sees nothing for ${seconds(picture.gap)} s`;
};

/** Fails when the picture stood still for longer than so many milliseconds. */
export const expectPicture = async (person: Person, longest: number): Promise<void> => {
  const {picture} = await sensesOf(person);
  assert.ok(picture.gap < longest, `${person.user} sees nothing for ${picture.gap} ms`);
};

/** Waits until both are connected and see each other; settles with the milliseconds from the press on "answer" until the later one does. */
export const msToPicture = async (caller: Person, callee: Person, ms?: number): Promise<number> => {
  const {acceptedAt = Infinity} = await sensesOf(callee);
  await Promise.all([caller, callee].map((person) => perceives(person, acceptedAt, ms)));
  await Promise.all([caller, callee].map((person) => person.phase('connected')));
  const firsts = await Promise.all([caller, callee].map(async (person) => (await sensesOf(person)).picture.first ?? 0));
  return Math.round(Math.max(...firsts) - acceptedAt);
};
