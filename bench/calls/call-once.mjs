import {setTimeout as pass} from 'node:timers/promises';

/** People take a moment to answer: 1 to 1.5 s, never in step with anything that repeats. */
const ringingTime = () => 1000 + Math.random() * 500;

/** One call between two people, from the press to the hang-up, in milliseconds. */
export const callOnce = async ({caller, callee}) => {
  await Promise.all([caller.reset(), callee.reset()]);

  const [pressed, rang] = await Promise.all([caller.next('call'), callee.next('rings'), caller.press('call')]);
  await pass(ringingTime());

  const [answered, callerFrame, calleeFrame] = await Promise.all([
    callee.next('answer'),
    caller.next('frame'),
    callee.next('frame'),
    callee.press('answer'),
  ]);

  const pathRoundTrip = await caller.pathRoundTrip();
  await Promise.all([caller.end(), callee.end()]);
  return {
    ring: rang - pressed,
    callerFrame: callerFrame - answered,
    calleeFrame: calleeFrame - answered,
    pathRoundTrip,
  };
};
