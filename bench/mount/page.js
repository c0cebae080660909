import '/dist/cdn/call-elements.js';
import '@shoelace-style/shoelace/dist/components/button/button.js';

const COUNT = 200;

const MARKUP = {
  'plain button': (index) => `<button type="button">Call person ${index}</button>`,
  'call-button': (index) => `<call-button callee="person${index}" callee-name="Person ${index}">Call person ${index}</call-button>`,
  'sl-button': (index) => `<sl-button>Call person ${index}</sl-button>`,
};

const place = document.querySelector('main');
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Posted within a frame, a message comes when that frame's styles, layout and paint are done. */
const afterThisFrame = () =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

const clear = async () => {
  place.replaceChildren();
  await nextFrame();
  await afterThisFrame();
  globalThis.gc();
};

/** Milliseconds from the markup to the end of the frame in which all of it has been rendered. */
globalThis.mount = async (name) => {
  const markup = Array.from({length: COUNT}, (_, index) => MARKUP[name](index)).join('');
  await clear();
  // From the start of a frame on, so that waiting for one is no part of the time.
  await nextFrame();
  const start = performance.now();
  place.innerHTML = markup;
  await Promise.all([...place.children].map((element) => element.updateComplete));
  await afterThisFrame();
  let frames = 1;
  while ([...place.children].some(({isUpdatePending}) => isUpdatePending)) {
    frames += 1;
    await nextFrame();
    await afterThisFrame();
  }
  const ms = performance.now() - start;
  if (place.querySelectorAll(':not(:defined)').length > 0) throw new Error(`${name} is not defined`);
  return {ms, frames};
};
