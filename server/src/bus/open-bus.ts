import type {Logger} from 'pino';
import {createLoneBus} from './bus.js';
import type {Bus} from './bus.js';
import {loadNats} from './load-nats.js';
import type {BusConfig} from './nats-options.js';

/** Settles after the first try to reach NATS, whatever came of it: `isReady` tells, and it goes on trying. */
export const openBus = async (config: BusConfig, log: Logger): Promise<Bus> => {
  if (config.urls.length === 0) return createLoneBus();
  const {openNatsBus} = await loadNats();
  return openNatsBus(config, log);
};
