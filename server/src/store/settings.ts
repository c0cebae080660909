import {z} from 'zod';
import type {Bus} from '../bus/bus.js';
import type {Log} from '../log.js';
import type {Database} from './database.js';
import {parseValue} from './parse-value.js';
import {SETTING_NAMES, SETTINGS, shown} from './setting-definitions.js';
import type {SettingName, SettingValues} from './setting-definitions.js';
import {StoreError} from './store-error.js';
import {ConflictError} from './stored-value.js';
import type {Stored} from './stored-value.js';
import {createVersionedRows} from './versioned-rows.js';

export interface SettingChange {
  readonly name: SettingName;
  readonly version: number;
}

/** What administrators decide, the same on all nodes. Values have their secrets in them: `shown` takes them out. */
export interface Settings {
  /** Also answers while the database does not, if it was ever asked before. */
  read<Name extends SettingName>(name: Name): Promise<Stored<SettingValues[Name]>>;
  /** Rejects with a `ConflictError` unless `version` is the current one, with an `InvalidValueError` for a bad value. */
  write<Name extends SettingName>(name: Name, version: number, value: unknown, by: string): Promise<Stored<SettingValues[Name]>>;
  /** Tells `fn` of changes, wherever they were made. */
  watch(fn: (change: SettingChange) => void): () => void;
}

/** Milliseconds for which a value is taken for current, since the bus may lose the news of a newer one. */
const FRESH = 10_000;
const SUBJECT = 'settings';

const Change = z.object({name: z.enum(SETTING_NAMES), version: z.int().min(0)});

interface Known extends Stored<unknown> {
  readonly until: number;
}

export const createSettings = (database: Database, bus: Bus, log?: Log): Settings => {
  const rows = createVersionedRows(database, 'settings');
  const known = new Map<SettingName, Known>();
  const asked = new Map<SettingName, Promise<Known>>();
  const watchers = new Set<(change: SettingChange) => void>();
  const told = new Map<SettingName, number>();
  const warned = new Set<string>();

  const tell = (name: SettingName, version: number): void => {
    if (told.get(name) === version) return;
    told.set(name, version);
    for (const fn of watchers) fn({name, version});
  };

  const learn = (name: SettingName, {version, value}: Stored<unknown>): Known => {
    const before = known.get(name);
    // An answer that was overtaken by a save.
    if (before && before.version > version) return before;
    const now = {version, value, until: Date.now() + FRESH};
    known.set(name, now);
    if (before) tell(name, version);
    else told.set(name, version);
    return now;
  };

  /** What is stored may be older or newer than this server's idea of it. It stays as it is until somebody saves. */
  const understand = (name: SettingName, {version, value}: Stored<unknown>): Stored<unknown> => {
    const {success, data} = SETTINGS[name].schema.safeParse(value);
    if (success) return {version, value: data};
    const key = `${name} ${version}`;
    if (!warned.has(key)) log?.warn({setting: name, version}, 'A stored setting cannot be read: its default is in force until it is saved anew.');
    warned.add(key);
    return {version, value: SETTINGS[name].initial};
  };

  const fetch = async (name: SettingName): Promise<Known> => {
    const row = await rows.read(name);
    return learn(name, row ? understand(name, row) : {version: 0, value: SETTINGS[name].initial});
  };

  /** Many may ask at once; the database is asked once. */
  const ask = (name: SettingName): Promise<Known> => {
    const question =
      asked.get(name) ??
      fetch(name).finally(() => {
        if (asked.get(name) === question) asked.delete(name);
      });
    asked.set(name, question);
    return question;
  };

  const expire = (name: SettingName): void => {
    const before = known.get(name);
    if (before) known.set(name, {...before, until: 0});
    // What was asked before the news may be answered with the old value.
    asked.delete(name);
  };

  bus.subscribe(SUBJECT, (data) => {
    const change = Change.safeParse(data);
    if (!change.success) return;
    expire(change.data.name);
    tell(change.data.name, change.data.version);
  });

  bus.onGap(() => {
    for (const name of known.keys()) {
      expire(name);
      // Tells what changed. Without the database, whoever reads next asks again.
      ask(name).catch(() => undefined);
    }
  });

  return {
    async read<Name extends SettingName>(name: Name) {
      const before = known.get(name);
      const isFresh = before && Date.now() < before.until;
      const answer = isFresh ? before : await ask(name).catch((error) => {
        if (before && error instanceof StoreError) return before;
        throw error;
      });
      return {version: answer.version, value: answer.value as SettingValues[Name]};
    },

    async write<Name extends SettingName>(name: Name, version: number, input: unknown, by: string) {
      const {schema, input: inputSchema, complete} = SETTINGS[name];
      const sent = parseValue(inputSchema ?? schema, input);
      const current = await fetch(name);
      const value = complete ? complete(sent, current.value as SettingValues[Name]) : (sent as SettingValues[Name]);
      if (current.version !== version || !(await rows.replace(name, {version, value}, by))) {
        const theirs = await fetch(name);
        throw new ConflictError(
          {version, value: shown(name, value)},
          {version: theirs.version, value: shown(name, theirs.value as SettingValues[Name])},
        );
      }
      const stored = {version: version + 1, value};
      learn(name, stored);
      bus.publish(SUBJECT, {name, version: stored.version});
      return stored;
    },

    watch(fn) {
      watchers.add(fn);
      return () => void watchers.delete(fn);
    },
  };
};
