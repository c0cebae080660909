import type {Person} from '../../e2e/harness/person.js';
import {until} from '../../e2e/harness/until.js';

/** Milliseconds since 1970, by the one clock of the machine that all browsers of the lab run on. */
interface Times {
  acceptedAt?: number;
  /** When a picture of the other person was shown last, and the longest time without one since `mark`. */
  first?: number;
  last?: number;
  longestGap: number;
}

declare global {
  interface Window {
    times: Times;
  }
}

const watch = (): void => {
  const now = (): number => performance.timeOrigin + performance.now();
  const times: Times = {longestGap: 0};
  window.times = times;
  document.addEventListener('call-accept-request', () => (times.acceptedAt = now()), {capture: true});
  const known = new WeakSet<HTMLVideoElement>();
  const follow = (video: HTMLVideoElement): void => {
    video.requestVideoFrameCallback(() => {
      const at = now();
      times.first ??= at;
      times.longestGap = Math.max(times.longestGap, at - (times.last ?? at));
      times.last = at;
      follow(video);
    });
  };
  const look = (): void => {
    const video = document.querySelector('call-window')?.shadowRoot?.querySelector<HTMLVideoElement>('video[part="remote-video"]');
    if (video && !known.has(video)) follow(video);
    if (video) known.add(video);
    requestAnimationFrame(look);
  };
  look();
};

/** Notes from now on when pictures of the other person are shown on a page. */
export const watchPicture = (person: Person): Promise<void> => person.page.evaluate(watch);

export const timesOf = (person: Person): Promise<Times> => person.page.evaluate(() => window.times);

/** Forgets how long there was no picture before now. */
export const mark = (person: Person): Promise<number> => person.page.evaluate(() => (window.times.longestGap = 0));

/** Waits for a picture that is shown later than that. */
export const pictureAfter = async (person: Person, moment: number, ms?: number): Promise<number> => {
  let shown = 0;
  const isLater = async (): Promise<boolean> => {
    shown = (await timesOf(person)).last ?? 0;
    return shown > moment;
  };
  await until(`${person.user} sees a picture`, isLater, ms);
  return shown;
};

/** Waits until both see each other; settles with the milliseconds from the press on "answer" until the later one does. */
export const msToPicture = async (caller: Person, callee: Person): Promise<number> => {
  const {acceptedAt = Infinity} = await timesOf(callee);
  await Promise.all([caller, callee].map((person) => pictureAfter(person, acceptedAt)));
  const firsts = await Promise.all([caller, callee].map(async (person) => (await timesOf(person)).first ?? 0));
  return Math.round(Math.max(...firsts) - acceptedAt);
};
