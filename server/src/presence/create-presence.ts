import type {Bus} from '../bus/bus.js';
import {realClock} from './clock.js';
import {Nodes} from './nodes.js';
import {PartsElsewhere} from './parts-elsewhere.js';
import {PartsHere} from './parts-here.js';
import {shownAs, strongest} from './presence-part.js';
import type {Presence, PresenceValue} from './presence.js';
import {spaced} from './spaced.js';

/** For so long the others may answer before somebody counts as offline. */
const ANSWER_TIME = 250;
/** Whoever changes more often than this is told of less often, since each change goes to all who watch. */
const PAUSE = 500;

interface Watched {
  readonly watchers: Set<(presence: PresenceValue) => void>;
  told?: PresenceValue;
  /** Calls the waiting for answers off, while there is any. */
  stopAsking?: (() => void) | undefined;
}

export const createPresence = (bus: Bus, clock = realClock): Presence => {
  const watched = new Map<string, Watched>();

  const tell = (user: string): void => {
    const entry = watched.get(user);
    if (!entry || entry.stopAsking) return;
    const presence = shownAs(strongest([here.of(user), elsewhere.of(user)]));
    if (presence === entry.told) return;
    entry.told = presence;
    for (const watcher of entry.watchers) watcher(presence);
  };

  const report = (user: string): void => elsewhere.tell(nodes.id, user, here.of(user));

  const changed = spaced(clock, PAUSE, (user) => {
    report(user);
    tell(user);
  });
  const here = new PartsHere(clock, changed);

  const elsewhere = new PartsElsewhere(bus, clock, {
    changed: tell,
    heard: (node) => nodes.heard(node),
    asked: (user) => {
      if (here.of(user)) report(user);
    },
  });

  const nodes: Nodes = new Nodes(bus, clock, {
    joined: () => elsewhere.askAgain(),
    lost: (node) => elsewhere.lost(node),
  });

  const stopLookingForGaps = bus.onGap(() => {
    elsewhere.askAgain();
    for (const user of here.users) report(user);
  });

  const begin = (user: string): Watched => {
    const entry: Watched = {watchers: new Set()};
    watched.set(user, entry);
    elsewhere.watch(user);
    if (nodes.areThereOthers) {
      entry.stopAsking = clock.after(ANSWER_TIME, () => {
        entry.stopAsking = undefined;
        tell(user);
      });
    }
    return entry;
  };

  const end = (user: string, entry: Watched): void => {
    entry.stopAsking?.();
    watched.delete(user);
    elsewhere.unwatch(user);
  };

  return {
    connected: (user, connection) => here.connected(user, connection),
    announced: (user, connection, announcement) => here.announced(user, connection, announcement),
    disconnected: (user, connection) => here.disconnected(user, connection),

    watch(user, fn) {
      const entry = watched.get(user) ?? begin(user);
      // One of its own, so that one function may watch twice.
      const watcher = (presence: PresenceValue): void => fn(presence);
      entry.watchers.add(watcher);
      if (entry.told) watcher(entry.told);
      else tell(user);
      return () => {
        if (entry.watchers.delete(watcher) && entry.watchers.size === 0) end(user, entry);
      };
    },

    close() {
      stopLookingForGaps();
      for (const [user, entry] of [...watched]) end(user, entry);
      elsewhere.close();
      here.close();
      changed.stop();
      nodes.close();
    },
  };
};
