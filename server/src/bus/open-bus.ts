import type {NatsConfig} from '../config/config.js';
import type {Log} from '../log.js';
import {createLoneBus} from './bus.js';
import type {Bus} from './bus.js';
import {loadNats} from './load-nats.js';

/** Settles after the first try to reach NATS, whatever came of it: `isReady` tells, and it goes on trying. */
export const openBus = async (config: NatsConfig | undefined, log: Log): Promise<Bus> => {
  if (!config) return createLoneBus();
  const {openNatsBus} = await loadNats();
  return openNatsBus(config, log);
};
