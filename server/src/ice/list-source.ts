import {enabledIceServers} from './ice-server-schema.js';
import type {IceServerEntry} from './ice-server-schema.js';
import type {IceSource} from './ice-source.js';
import type {SavedSettings} from './saved-settings.js';

/** Its credentials do not end; but a change of the list, or a better source that works again, shall be seen soon. */
const TTL = 600;

/** The administrator's list where one was saved, even an empty one; otherwise that of the configuration. */
export const createListSource = (configured: readonly IceServerEntry[], saved: SavedSettings): IceSource => {
  const find = async () => {
    const list = await saved('ice-servers');
    return {iceServers: enabledIceServers(list ?? configured), from: list ? 'settings' : 'configuration'} as const;
  };

  return {
    name: 'list',
    async take() {
      const {iceServers} = await find();
      return iceServers.length > 0 ? {iceServers, ttl: TTL} : undefined;
    },
    async status() {
      const {iceServers, from} = await find();
      const count = iceServers.length;
      if (count === 0) return {state: 'off', from, message: 'The list is empty.'};
      return {state: 'ready', from, message: count === 1 ? 'The list has one server.' : `The list has ${count} servers.`};
    },
  };
};
