// PeerServer keeps its two timers to itself and never stops them, so that a test file that starts one would never end.
// Loaded before the tests, this lets a process end although they run. Remove it once PeerServer can be closed.
const {setTimeout: original} = globalThis;

const unrefs = (...args) => {
  const timer = original(...args);
  if (new Error().stack?.includes('/node_modules/peer/')) timer.unref();
  return timer;
};

globalThis.setTimeout = Object.defineProperties(unrefs, Object.getOwnPropertyDescriptors(original));
