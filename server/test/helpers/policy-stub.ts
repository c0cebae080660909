import {policySchema} from '../../src/store/setting-values.js';
import type {Policy} from '../../src/store/setting-values.js';
import type {SettingChange, Settings} from '../../src/store/settings.js';

/** Settings of which only the policy is ever asked, without the database that takes a second to open. */
export const createPolicyStub = () => {
  const watchers = new Set<(change: SettingChange) => void>();
  let [version, value] = [0, policySchema.parse({})];
  const settings = {
    read: async () => ({version, value}),
    watch: (fn: (change: SettingChange) => void) => {
      watchers.add(fn);
      return () => void watchers.delete(fn);
    },
  } as unknown as Pick<Settings, 'read' | 'watch'>;
  const save = (more: Partial<Policy>): void => {
    [version, value] = [version + 1, {...value, ...more}];
    for (const fn of watchers) fn({name: 'policy', version});
  };
  return {settings, save};
};
