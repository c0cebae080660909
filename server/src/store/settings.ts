import {z} from 'zod';
import type {Bus} from '../bus/bus.js';
import type {Log} from '../log.js';
import type {Database} from './database.js';
import {parseValue} from './parse-value.js';
import {createRecentValues} from './recent-values.js';
import {safeParse} from '../safe-parse.js';
import {SETTING_NAMES, SETTINGS, shown} from './setting-definitions.js';
import type {SettingName, SettingValues} from './setting-definitions.js';
import {ConflictError} from './stored-value.js';
import type {Stored} from './stored-value.js';
import {createVersionedRows} from './versioned-rows.js';

export interface SettingChange {
  readonly name: SettingName;
  readonly version: number;
}

/** What administrators decide, the same on all nodes. Values have their secrets in them: `shown` takes them out. */
export interface Settings {
  /** Reads all of them, so that from then on each can be read, whatever becomes of the database. */
  load(): Promise<void>;
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

export const createSettings = (database: Database, bus: Bus, log?: Log): Settings => {
  const rows = createVersionedRows(database, 'settings');
  const watchers = new Set<(change: SettingChange) => void>();
  const told = new Map<SettingName, number>();
  const warned = new Set<string>();

  const tell = (name: SettingName, version: number): void => {
    if (told.get(name) === version) return;
    told.set(name, version);
    for (const fn of watchers) fn({name, version});
  };

  const warn = (name: SettingName, version: number): void => {
    const key = `${name} ${version}`;
    if (!warned.has(key)) log?.warn({setting: name, version}, 'A stored setting cannot be read: its default is in force until it is saved anew.');
    warned.add(key);
  };

  /** What is stored may be older or newer than this server's idea of it. It stays as it is until somebody saves. */
  const readRow = async (name: SettingName): Promise<Stored<unknown>> => {
    const {schema, initial} = SETTINGS[name];
    const row = await rows.read(name);
    if (!row) return {version: 0, value: initial};
    const result = safeParse(schema, row.value);
    if (!result?.success) warn(name, row.version);
    return {version: row.version, value: result?.success ? result.data : initial};
  };

  const values = createRecentValues(readRow, tell, FRESH);

  bus.subscribe(SUBJECT, (data) => {
    const change = Change.safeParse(data);
    if (!change.success) return;
    values.expire(change.data.name);
    tell(change.data.name, change.data.version);
  });

  bus.onGap(() => {
    for (const name of values.keys()) {
      values.expire(name);
      // Tells what changed. Without the database, whoever reads next asks again.
      values.get(name).catch(() => undefined);
    }
  });

  type Of<Name extends SettingName> = Stored<SettingValues[Name]>;

  return {
    async load() {
      await Promise.all(SETTING_NAMES.map((name) => values.get(name)));
    },

    async read<Name extends SettingName>(name: Name) {
      const {version, value} = await values.get(name);
      return {version, value} as Of<Name>;
    },

    async write<Name extends SettingName>(name: Name, version: number, input: unknown, by: string) {
      const {schema, input: inputSchema, complete} = SETTINGS[name];
      const sent = parseValue(inputSchema ?? schema, input);
      const current = (await values.fetch(name)) as Of<Name>;
      const value = complete ? complete(sent, current.value) : (sent as SettingValues[Name]);
      if (current.version !== version || !(await rows.replace(name, {version, value}, by))) {
        const theirs = (await values.fetch(name)) as Of<Name>;
        throw new ConflictError({version, value: shown(name, value)}, {version: theirs.version, value: shown(name, theirs.value)});
      }
      const stored = {version: version + 1, value};
      values.put(name, stored);
      bus.publish(SUBJECT, {name, version: stored.version});
      return stored;
    },

    watch(fn) {
      watchers.add(fn);
      return () => void watchers.delete(fn);
    },
  };
};
