import type {Person} from '../../e2e/harness/person.js';

/** Where the other side's picture is shown: in an element's shadow root, or in the page itself. */
export interface PicturePlace {
  readonly host?: string;
  readonly video: string;
}

/** Begins to watch; resolves with the moment of the first frame, in milliseconds since the epoch. */
export const firstPicture = ({page}: Person, place: PicturePlace): Promise<number> =>
  page.evaluate(async ({host, video: selector}) => {
    const find = (): HTMLVideoElement | null => {
      const root = host ? document.querySelector(host)?.shadowRoot : document;
      return root?.querySelector<HTMLVideoElement>(selector) ?? null;
    };
    while (!find()?.srcObject) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => find()?.requestVideoFrameCallback(resolve));
    return performance.timeOrigin + performance.now();
  }, place);

/** Presses by the page's own event, so that the moment is the page's and not the test's. */
export const pressAt = ({page}: Person, {host, part}: {readonly host?: string; readonly part: string}): Promise<number> =>
  page.evaluate(
    ({host: tag, selector}) => {
      const root = tag ? document.querySelector(tag)?.shadowRoot : document;
      const at = performance.timeOrigin + performance.now();
      root?.querySelector<HTMLElement>(selector)?.click();
      return at;
    },
    {host, selector: part},
  );

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? NaN);
};
