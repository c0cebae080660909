import type {Connector, ConnectorFactory, ConnectorSender, ConnectorStatus} from '../../src/connectors/connector.js';
import {DEFAULT_CONFIGURATION} from '../../src/types/configuration.js';
import type {CallErrorCode} from '../../src/types/call-error.js';
import type {CallConfiguration} from '../../src/types/configuration.js';
import {randomId} from '../../src/util/random-id.js';

export interface Received {
  readonly message: unknown;
  readonly sender: ConnectorSender | undefined;
}

/** One user's page on a real connector, and all that it ever got. */
export interface Pipe {
  readonly connector: Connector;
  readonly user: string;
  readonly endpoint: string;
  readonly received: readonly Received[];
  readonly messages: readonly unknown[];
  readonly statuses: readonly ConnectorStatus[];
  readonly errors: readonly (CallErrorCode | undefined)[];
  /** Resolves as soon as something comes that makes it true. */
  until(fits: () => boolean): Promise<void>;
  /** Resolves when a message equal to this one has come. */
  gets(message: unknown): Promise<void>;
  close(): Promise<void>;
}

export interface PipeOptions {
  readonly user: string;
  readonly configuration?: Partial<CallConfiguration>;
}

/** Opens a connector as a user; does not wait until it is online. */
export const createPipe = (create: ConnectorFactory, {user, configuration = {}}: PipeOptions): Pipe & {readonly opened: Promise<void>} => {
  const connector = create({...DEFAULT_CONFIGURATION, userId: user, ...configuration});
  const endpoint = randomId();
  const received: Received[] = [];
  const statuses: ConnectorStatus[] = [];
  const errors: (CallErrorCode | undefined)[] = [];
  const watchers = new Set<() => void>();
  const look = (): void => watchers.forEach((watcher) => watcher());
  const opened = connector.open(
    {user, endpoint, name: '', avatar: ''},
    {
      message: (message, sender) => {
        received.push({message, sender});
        look();
      },
      status: (status, error) => {
        statuses.push(status);
        errors.push(error?.code);
        look();
      },
    },
    new AbortController().signal,
  );
  const until: Pipe['until'] = (fits) =>
    new Promise((resolve) => {
      const watcher = (): void => {
        if (!fits()) return;
        watchers.delete(watcher);
        resolve();
      };
      watchers.add(watcher);
      watcher();
    });
  return {
    connector,
    user,
    endpoint,
    received,
    get messages() {
      return received.map(({message}) => message);
    },
    statuses,
    errors,
    until,
    gets: (message) => {
      const text = JSON.stringify(message);
      return until(() => received.some((one) => JSON.stringify(one.message) === text));
    },
    close: () => connector.close(),
    opened,
  };
};

/** Opens a connector as a user, and waits until it is online. */
export const openPipe = async (create: ConnectorFactory, options: PipeOptions): Promise<Pipe> => {
  const pipe = createPipe(create, options);
  await pipe.opened;
  return pipe;
};
