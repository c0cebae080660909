import type {SettingName} from '../../src/store/setting-definitions.js';
import {connectorsSchema, policySchema} from '../../src/store/setting-values.js';
import type {ConnectorSetting, Policy} from '../../src/store/setting-values.js';
import type {SettingChange, Settings} from '../../src/store/settings.js';

/** Settings of which only policy and connectors are ever asked, without the database that takes a second to open. */
export const createPolicyStub = () => {
  const watchers = new Set<(change: SettingChange) => void>();
  let [version, value] = [0, policySchema.parse({})];
  let connectors: readonly ConnectorSetting[] = [];
  const settings = {
    read: async (name: SettingName) => ({version, value: name === 'connectors' ? connectors : value}),
    watch: (fn: (change: SettingChange) => void) => {
      watchers.add(fn);
      return () => void watchers.delete(fn);
    },
  } as unknown as Pick<Settings, 'read' | 'watch'>;
  const save = (more: Partial<Policy>): void => {
    [version, value] = [version + 1, {...value, ...more}];
    for (const fn of watchers) fn({name: 'policy', version});
  };
  const saveConnectors = (list: unknown): void => {
    [version, connectors] = [version + 1, connectorsSchema.parse(list)];
    for (const fn of watchers) fn({name: 'connectors', version});
  };
  return {settings, save, saveConnectors};
};
