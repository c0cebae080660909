// The tags are in the page; its own button calls.
import {controller} from '/dist/cdn/call-elements.js';
import {mark, stage} from './harness.js';

/** Settles once the state is as wished. */
const until = (wish) =>
  new Promise((resolve) => {
    if (wish(controller.state)) return resolve();
    const stop = controller.subscribe((state) => {
      if (!wish(state)) return;
      stop();
      resolve();
    });
  });

let watched;

/** The window's own picture counts, from its first frame on that can be seen. */
const watchWindow = async ({callId, phase}) => {
  if (phase !== 'connecting' || watched === callId) return;
  watched = callId;
  const callWindow = document.querySelector('call-window');
  await callWindow.updateComplete;
  const video = callWindow.shadowRoot.querySelector('[part="remote-video"]');
  const presented = () => (video.checkVisibility() ? mark('frame') : video.requestVideoFrameCallback(presented));
  video.requestVideoFrameCallback(presented);
};

document.documentElement.addEventListener('call-incoming', () => mark('rings'));
controller.subscribe(watchWindow);

stage({
  ready: until(({line}) => line === 'online'),
  answer: () => controller.accept(),
  end: async () => {
    await controller.hangUp();
    await until(({phase}) => phase === 'ended' || phase === 'idle');
  },
});
