import {randomUUID} from 'node:crypto';
import type {ConnectorSender, ConnectorStatus} from '../../../src/connectors/connector.js';
import {OdooConnector} from '../../../src/connectors/odoo/odoo-connector.js';
import type {OdooTransport} from '../../../src/connectors/odoo/odoo-transport.js';
import type {CallErrorCode} from '../../../src/types/call-error.js';
import {DEFAULT_CONFIGURATION} from '../../../src/types/configuration.js';
import {systemClock} from '../../../src/util/clock.js';
import type {Person} from '../stand-in/people.js';
import type {StandInOdoo} from '../stand-in/start-odoo.js';
import {httpTransport} from './odoo-ways.js';

/** As much of an envelope as the tests look at. */
export interface Word {
  readonly call: string;
  readonly type: string;
  readonly from: {readonly user: string; readonly endpoint: string};
  readonly to: {readonly user: string; readonly endpoint?: string};
  readonly seq: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A page of somebody whose core is the test. */
export const openPage = (odoo: StandInOdoo, person: Person, transport: OdooTransport = httpTransport(odoo, person), user = person.id) => {
  const endpoint = randomUUID();
  const connector = new OdooConnector({...DEFAULT_CONFIGURATION, userId: user}, {clock: systemClock, createTransport: () => transport});
  const heard: Word[] = [];
  const senders: (ConnectorSender | undefined)[] = [];
  const statuses: (ConnectorStatus | CallErrorCode)[] = [];
  const refused: string[] = [];
  const watchers = new Set<() => void>();
  const look = (): void => [...watchers].forEach((watcher) => watcher());
  const opened = connector.open(
    {user, endpoint, name: person.name, avatar: ''},
    {
      message: (message, sender) => {
        heard.push(message as Word);
        senders.push(sender);
        look();
      },
      status: (status, error) => {
        statuses.push(error?.code ?? status);
        look();
      },
      refused: (call) => {
        refused.push(call);
        look();
      },
    },
    new AbortController().signal,
  );
  opened.catch(() => undefined);
  const until = (what: string, fits: () => boolean, patience = 4000): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        watchers.delete(watcher);
        reject(new Error(`In vain: ${what}; heard ${heard.map(({type}) => type).join(' ')}, ${statuses.join(' ')}`));
      }, patience);
      const watcher = (): void => {
        if (!fits()) return;
        watchers.delete(watcher);
        clearTimeout(timer);
        resolve();
      };
      watchers.add(watcher);
      watcher();
    });
  const send = (call: string, to: {user: string; endpoint?: string}, type: string, body: object = {}, seq = 0): Promise<void> =>
    connector.send(to, {v: 1, call, from: {user, endpoint}, to, seq, ack: 0, type, body});
  return {
    connector,
    endpoint,
    heard,
    senders,
    statuses,
    refused,
    opened,
    until,
    send,
    /** Rings somebody. */
    ring: async (callee: string, media = 'audio'): Promise<string> => {
      const call = randomUUID();
      await send(call, {user: callee}, 'ring', {media, name: '', avatar: '', sentAt: Date.now()});
      return call;
    },
    /** The first word of that type about a call. */
    hears: async (type: string, call?: string): Promise<Word> => {
      const find = (): Word | undefined => heard.find((word) => word.type === type && (call === undefined || word.call === call));
      await until(`to hear ${type}`, () => find() !== undefined);
      return find() as Word;
    },
    types: (call: string): string[] => heard.filter((word) => word.call === call).map(({type}) => type),
  };
};

export type Page = ReturnType<typeof openPage>;
