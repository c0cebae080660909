import type {Connector, ConnectorFactory} from '../connectors/connector.js';
import type {CallConfiguration} from '../types/configuration.js';
import type {Tabs} from '../types/tabs.js';
import {MAJOR} from '../util/version.js';
import {RingGate} from './ring-gate.js';
import type {Arrived} from './ring-gate.js';
import {SharedConnector} from './shared-connector.js';
import {SharedTabs} from './shared-tabs.js';
import {soleTab} from './sole-tab.js';
import type {TabWorld} from './tab-world.js';

/** What a line has of the other tabs of its person. */
export interface TabLayer {
  readonly tabs: Tabs;
  /** From here on among the tabs of whoever is configured. */
  open(configuration: CallConfiguration): void;
  close(): void;
  /** A connector of that name: one for all tabs, where that can be. */
  connect(name: string, create: ConnectorFactory, configuration: CallConfiguration): Connector;
  /** Passes on what is for this tab, perhaps later. */
  arrived(arrived: Arrived): void;
  /** A connector is not what it was. */
  look(): void;
}

/** Where tabs do not know of each other. */
export const soleLayer = (pass: (arrived: Arrived) => void, tabs: Tabs = soleTab()): TabLayer => ({
  tabs,
  open: () => undefined,
  close: () => undefined,
  connect: (_name, create, configuration) => create(configuration),
  arrived: pass,
  look: () => undefined,
});

/** Names what tabs of one person at one server have in common. */
const nameOf = ({userId, server, tokenUrl}: CallConfiguration, ...more: readonly string[]): string =>
  `call-elements:${MAJOR}:${JSON.stringify([userId, server && whole(server), tokenUrl && whole(tokenUrl), ...more])}`;

/** Pages of one site may write the same address in different ways. */
const whole = (url: string): string => {
  try {
    return new URL(url, globalThis.location?.href).href;
  } catch {
    return url;
  }
};

export const sharedLayer = (world: TabWorld, pass: (arrived: Arrived) => void): TabLayer => {
  const tabs = new SharedTabs(world);
  const lines = new Map<string, SharedConnector>();
  let name = '';
  let user = '';
  let open = new AbortController();
  let hearing: Promise<boolean> | undefined;

  const hears = (): Promise<boolean> => {
    hearing ??= world.lock(`${name}:ear`, open.signal, {ifAvailable: true}).then((isHeld) => {
      if (!isHeld) hearing = undefined;
      return isHeld;
    });
    return hearing;
  };
  const isLeading = (connector: string): boolean => lines.get(connector)?.isLeading ?? true;
  const gate = new RingGate({world, tabs, pass, hears, isLeading});
  tabs.listen({changed: () => gate.look(), settled: (call) => gate.settled(call)});

  const leave = (): void => {
    open.abort();
    lines.clear();
    gate.clear();
  };

  return {
    tabs,
    open: (configuration) => {
      const next = configuration.userId && nameOf(configuration);
      // Other connectors, and the same tabs: whoever talks there goes on.
      if (next === name && !open.signal.aborted) return;
      leave();
      open = new AbortController();
      hearing = undefined;
      tabs.open(next, {goesOn: configuration.userId === user});
      [name, user] = [next, configuration.userId];
      if (name) world.watchVisible(() => gate.look(), open.signal);
    },
    close: () => {
      leave();
      tabs.close();
    },
    connect: (connector, create, configuration) => {
      lines.delete(connector);
      if (!create.isShareable) return create(configuration);
      const line = new SharedConnector(world, nameOf(configuration, connector), () => create(configuration));
      lines.set(connector, line);
      return line;
    },
    arrived: (arrived) => gate.arrived(arrived),
    look: () => gate.look(),
  };
};
