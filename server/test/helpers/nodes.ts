import {randomUUID} from 'node:crypto';
import {openBus} from '../../src/bus/open-bus.js';
import type {Bus} from '../../src/bus/bus.js';
import {createTestLog} from './test-log.js';

/** A bus as one server process has it. */
export const openTestBus = async (url: string, prefix = 'test') => {
  const {log, lines} = createTestLog();
  return {bus: await openBus({servers: [url], prefix}, log), lines};
};

/** Settles when `there` hears what `here` says: by then NATS knows all that `here` has subscribed to so far. */
export const inTouch = async (here: Bus, there: Bus): Promise<void> => {
  const subject = `touch.${randomUUID()}`;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => here.publish(subject, {}), 5);
    const unsubscribe = there.subscribe(subject, () => {
      clearInterval(timer);
      unsubscribe();
      resolve();
    });
  });
};
