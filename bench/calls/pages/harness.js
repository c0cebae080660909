// What every contestant's page does alike: clock, devices, buttons, and the look-out for the first frame.

/** The wall clock in fractions of a millisecond; two pages have one wall clock, but each its own `performance.now()`. */
const wallClock = () => {
  const before = Date.now();
  let tick = before;
  while (tick === before) tick = Date.now();
  return tick - performance.now();
};

let epoch = wallClock();

/** Tells the driver that something happened, and when. `benchMark` is a binding of the driver's. */
export const mark = (name) => globalThis.benchMark(JSON.stringify({name, at: epoch + performance.now()}));

/** What call-elements asks for, so that all have the same picture to encode. */
const DEVICES = {
  audio: {echoCancellation: true, noiseSuppression: true, autoGainControl: true},
  video: {width: {ideal: 1280}, height: {ideal: 720}, frameRate: {ideal: 30, max: 30}},
};

export const openDevices = () => navigator.mediaDevices.getUserMedia(DEVICES);

export const stopDevices = (stream) => stream?.getTracks().forEach((track) => track.stop());

const video = document.querySelector('#remote');

/** Shows the other side, and marks the first frame that was presented. */
export const showRemote = (stream) => {
  if (video.srcObject === stream) return;
  video.srcObject = stream;
  video.requestVideoFrameCallback(() => mark('frame'));
};

/** The page's two users, and the port where its signalling is. */
export const {user, other, door} = Object.fromEntries(new URLSearchParams(location.search));

/** `contestant`: `{ready, call?, answer, end}`; one that has its own call button leaves `call` out. */
export const stage = ({ready, call, answer, end}) => {
  const deeds = {call, answer};
  document.addEventListener('click', ({target}) => {
    const press = target.dataset.press;
    if (!press) return;
    mark(press);
    deeds[press]?.();
  }, {capture: true});

  globalThis.bench = {
    ready: Promise.all([ready, globalThis.slowNetwork.open]).then(() => true),
    reset: () => {
      epoch = wallClock();
    },
    end: async () => {
      await end();
      if (video) video.srcObject = null;
      // Until nothing is left to tidy up, so that no round pays for the one before.
      await new Promise((resolve) => requestIdleCallback(resolve));
    },
  };
};
