import type {Person} from './person.js';
import {until} from './until.js';

interface Frame {
  readonly width: number;
  readonly time: number;
  /** Mean brightness, 0 to 255: what is sent without a camera is black. */
  readonly light: number;
}

const lookAt = (host: string, part: string): Frame | undefined => {
  const video = document.querySelector(host)?.shadowRoot?.querySelector<HTMLVideoElement>(`video[part="${part}"]`);
  if (!video?.videoWidth || !video.checkVisibility({visibilityProperty: true})) return undefined;
  const canvas = Object.assign(document.createElement('canvas'), {width: 16, height: 16});
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.drawImage(video, 0, 0, 16, 16);
  const {data} = context.getImageData(0, 0, 16, 16);
  const light = data.reduce((sum, value, index) => (index % 4 === 3 ? sum : sum + value), 0) / (16 * 16 * 3);
  return {width: video.videoWidth, time: video.currentTime, light};
};

/** Waits until a video is to be seen, shows something, and moves on. */
export const plays = async (person: Person, part: 'remote-video' | 'local-video', host = 'call-window'): Promise<void> => {
  let first: number | undefined;
  await until(`${person.user}: ${host} ${part} plays`, async () => {
    const frame = await person.page.evaluate(lookAt, host, part);
    if (!frame || frame.light < 4) return false;
    first ??= frame.time;
    return frame.time > first + 0.2;
  });
};

/** Waits until the other person's voice comes in. */
export const hears = async (person: Person): Promise<void> => {
  const energy = async (): Promise<number> =>
    person.page.evaluate(async () => {
      let sum = 0;
      for (const connection of window.seen.connections) {
        for (const report of (await connection.getStats()).values()) {
          if (report.type === 'inbound-rtp' && report.kind === 'audio') sum += report.totalAudioEnergy ?? 0;
        }
      }
      return sum;
    });
  await until(`${person.user} hears a voice`, async () => (await energy()) > 0);
};
