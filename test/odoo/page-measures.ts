import type {Person} from '../e2e/harness/person.js';
import {hears} from '../e2e/harness/pictures.js';
import {until} from '../e2e/harness/until.js';
import type {Colour} from '../../odoo/examples/mobile-app/src/picture.js';

/** Milliseconds in which a page hears and sees. */
const PATIENCE = 20_000;

/** The loudest frequency that comes in, in hertz; 0 in silence. */
const listen = async (): Promise<number> => {
  const tracks = window.seen.connections.flatMap((pc) => pc.getReceivers().map(({track}) => track)).filter(({kind, readyState}) => kind === 'audio' && readyState === 'live');
  const [track] = tracks.slice(-1);
  if (!track) return 0;
  const context = new AudioContext({sampleRate: 48_000});
  await context.resume();
  const analyser = new AnalyserNode(context, {fftSize: 16_384, smoothingTimeConstant: 0});
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  await new Promise((resolve) => setTimeout(resolve, 600));
  const levels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(levels);
  const loudest = levels.reduce((best, level, at) => (level > (levels[best] ?? -Infinity) ? at : best), 0);
  await context.close();
  return (levels[loudest] ?? -Infinity) > -60 ? (loudest * 48_000) / 16_384 : 0;
};

/** The mean colour of a corner of the other person's picture. */
const look = (): number[] => {
  const video = document.querySelector('call-window')?.shadowRoot?.querySelector<HTMLVideoElement>('video[part="remote-video"]');
  const paint = Object.assign(document.createElement('canvas'), {width: 16, height: 16}).getContext('2d');
  if (!video?.videoWidth || !video.checkVisibility({visibilityProperty: true}) || !paint) return [];
  paint.drawImage(video, 0, 0, 16, 16);
  const {data} = paint.getImageData(0, 0, 16, 16);
  // The bar that moves covers an eighth of it: the middle one of each row's pixels is not white.
  return [0, 1, 2].map((part) => [...data].filter((_, at) => at % 4 === part).sort((one, other) => one - other)[128] ?? 0);
};

/** Waits until a page hears a phone's tone, and sees its colour. */
export const perceives = async (person: Person, {tone, colour}: {readonly tone: number; readonly colour?: Colour}): Promise<void> => {
  // Firefox begins no AudioContext on a machine without a loudspeaker.
  if ((await person.page.browser().version()).startsWith('Chrome')) {
    await until(`${person.user} hears ${tone} Hz`, async () => Math.abs((await person.page.evaluate(listen)) - tone) < 12, PATIENCE);
  } else await hears(person);
  if (!colour) return;
  await until(
    `${person.user} sees rgb(${colour.join(' ')})`,
    async () => {
      const seen = await person.page.evaluate(look);
      return seen.length === 3 && seen.every((value, at) => Math.abs(value - (colour[at] ?? 0)) < 40);
    },
    PATIENCE,
  );
};
