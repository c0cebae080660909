import {z} from 'zod';
import type {Bus} from '../bus/bus.js';
import {subjectOf} from '../bus/subject-of.js';
import type {Directory, Frame} from './directory.js';

/** What one node tells the others of a user. */
const Delivery = z.object({
  connection: z.string().optional(),
  except: z.string().optional(),
  frame: z.record(z.string(), z.unknown()),
});
type Delivery = z.infer<typeof Delivery>;

interface UserHere {
  readonly connections: Map<string, (frame: Frame) => void>;
  readonly unsubscribe: () => void;
}

export const createDirectory = (bus: Bus): Directory => {
  const users = new Map<string, UserHere>();

  const arrive = (user: string, {connection, except, frame}: Delivery): void => {
    const connections = users.get(user)?.connections ?? [];
    for (const [id, send] of connections) {
      if (id !== except && (connection === undefined || id === connection)) send(frame);
    }
  };

  const listen = (user: string): UserHere => {
    const unsubscribe = bus.subscribe(subjectOf('user', user), (data) => {
      const delivery = Delivery.safeParse(data);
      if (delivery.success) arrive(user, delivery.data);
    });
    const here = {connections: new Map(), unsubscribe};
    users.set(user, here);
    return here;
  };

  return {
    add(user, connection, send) {
      const here = users.get(user) ?? listen(user);
      here.connections.set(connection, send);
    },

    remove(user, connection) {
      const here = users.get(user);
      if (!here?.connections.delete(connection) || here.connections.size > 0) return;
      users.delete(user);
      here.unsubscribe();
    },

    deliver({user, connection}, frame, except) {
      const delivery = {connection, except, frame};
      arrive(user, delivery);
      const isHere = connection !== undefined && users.get(user)?.connections.has(connection);
      if (!isHere) bus.publish(subjectOf('user', user), delivery);
    },

    count: (user) => users.get(user)?.connections.size ?? 0,
  };
};
