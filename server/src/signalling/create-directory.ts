import {z} from 'zod';
import type {Bus} from '../bus/bus.js';
import {subjectOf} from '../bus/subject-of.js';
import type {Directory, Letter} from './directory.js';

/** What one node tells the others of a user. */
const Delivery = z.object({
  connection: z.string().optional(),
  except: z.string().optional(),
  letter: z.object({text: z.string(), from: z.string(), call: z.string()}),
});
type Delivery = z.infer<typeof Delivery>;

interface UserHere {
  readonly connections: Map<string, (letter: Letter) => void>;
  readonly unsubscribe: () => void;
}

export const createDirectory = (bus: Bus): Directory => {
  const users = new Map<string, UserHere>();

  const arrive = (user: string, {connection, except, letter}: Delivery): void => {
    const connections = users.get(user)?.connections ?? [];
    for (const [id, receive] of connections) {
      if (id !== except && (connection === undefined || id === connection)) receive(letter);
    }
  };

  const listen = (user: string): UserHere => {
    const unsubscribe = bus.subscribe(subjectOf('user', user), (data) => arrive(user, Delivery.parse(data)));
    const here = {connections: new Map(), unsubscribe};
    users.set(user, here);
    return here;
  };

  return {
    add(user, connection, receive) {
      const here = users.get(user) ?? listen(user);
      here.connections.set(connection, receive);
    },

    remove(user, connection) {
      const here = users.get(user);
      if (!here?.connections.delete(connection) || here.connections.size > 0) return;
      users.delete(user);
      here.unsubscribe();
    },

    deliver({user, connection}, letter, except) {
      const delivery = {connection, except, letter};
      arrive(user, delivery);
      const isHere = connection !== undefined && users.get(user)?.connections.has(connection);
      if (!isHere) bus.publish(subjectOf('user', user), delivery);
    },

    count: (user) => users.get(user)?.connections.size ?? 0,
  };
};
