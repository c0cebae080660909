import {setTimeout as pass} from 'node:timers/promises';

/** People take a moment to answer: 1 to 1.5 s, never in step with anything that repeats. */
const ringingTime = () => 1000 + Math.random() * 500;

/** One call between two people, from the press to the hang-up, in milliseconds. */
export const callOnce = async ({caller, callee}) => {
  await Promise.all([caller.reset(), callee.reset()]);

  const rings = Promise.all([caller.next('call'), callee.next('rings')]);
  await caller.press('call');
  const [pressed, rang] = await rings;
  await pass(ringingTime());

  const frames = Promise.all([callee.next('answer'), caller.next('frame'), callee.next('frame')]);
  await callee.press('answer');
  const [answered, callerFrame, calleeFrame] = await frames;

  const pathRoundTrip = await caller.pathRoundTrip();
  await Promise.all([caller.end(), callee.end()]);
  return {
    ring: rang - pressed,
    callerFrame: callerFrame - answered,
    calleeFrame: calleeFrame - answered,
    pathRoundTrip,
  };
};
