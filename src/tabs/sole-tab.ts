import type {Tabs} from '../types/tabs.js';

/** Where tabs cannot talk to each other, each is the only one. */
export const soleTab = (): Tabs => ({
  elsewhere: undefined,
  listen: () => undefined,
  take: async () => true,
  release: () => undefined,
  publish: () => undefined,
  settle: () => undefined,
});
