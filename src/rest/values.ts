import {fieldsOf} from '../protocol/fields.js';
import type {Fields} from '../protocol/fields.js';
import type {IpPrivacy} from '../types/configuration.js';

export interface ConnectorRow {
  readonly name: string;
  readonly title: string;
  readonly active: boolean;
  readonly order: number;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

/** As it is typed: several addresses with spaces between. */
export interface IceServerRow {
  readonly urls: string;
  readonly username: string;
  readonly credential: string;
  readonly enabled: boolean;
}

/** The token can be written, and never read: it is there only while it is typed. */
export interface TwilioValue {
  readonly accountSid: string;
  readonly enabled: boolean;
  readonly hasAuthToken: boolean;
  readonly authToken?: string | undefined;
}

export interface PolicyValue {
  readonly mayCall: 'everyone' | 'nobody';
  readonly ringWhileDoNotDisturb: boolean;
  readonly ringTimeout: number;
  readonly ipPrivacy: IpPrivacy;
  readonly callLogDays: number;
}

export interface ImAccount {
  readonly type: string;
  readonly id: string;
}

/** Objects of a list that have these as texts; whoever wrote something else there is passed over. */
const listOf =
  (...texts: readonly string[]) =>
  (value: unknown): readonly Fields[] | undefined => {
    if (!Array.isArray(value)) return undefined;
    const all = value.map(fieldsOf).filter((one) => one !== undefined);
    return all.filter((one) => texts.every((name) => typeof one[name] === 'string'));
  };

const connectors = listOf('name');
const accounts = listOf('type', 'id');

/** In the order in which they are offered. */
export const readConnectors = (value: unknown): readonly ConnectorRow[] | undefined =>
  (connectors(value) as readonly ConnectorRow[] | undefined)
    ?.map(({name, title = '', active = true, order = 0, settings = {}}) => ({name, title, active, order, settings}))
    .sort((a, b) => a.order - b.order);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const readIceServers = (value: unknown): readonly IceServerRow[] | undefined =>
  listOf()(value)?.map(({urls, username, credential, enabled}) => ({
    urls: [urls].flat().map(text).join(' '),
    username: text(username),
    credential: text(credential),
    enabled: enabled !== false,
  }));

export const urlsOf = ({urls}: Pick<IceServerRow, 'urls'>): readonly string[] => urls.split(/[\s,;]+/).filter(Boolean);

/** What is not filled in is not sent: a browser would take an empty name for one. */
export const sendIceServers = (rows: readonly IceServerRow[]): unknown =>
  rows.map((row) => {
    const [first, ...more] = urlsOf(row);
    const {username, credential, enabled} = row;
    return {urls: more.length ? [first, ...more] : first, ...(username && {username}), ...(credential && {credential}), enabled};
  });

export const readTwilio = (value: unknown): TwilioValue | undefined => fieldsOf(value) as TwilioValue | undefined;

export const readPolicy = (value: unknown): PolicyValue | undefined => fieldsOf(value) as PolicyValue | undefined;

export const readAccounts = (value: unknown): readonly ImAccount[] | undefined => accounts(value) as readonly ImAccount[] | undefined;

/** A token that nobody typed stays as it is stored. */
export const sendTwilio = ({accountSid, enabled, authToken}: TwilioValue): unknown => ({
  accountSid,
  enabled,
  ...(authToken !== undefined && {authToken}),
});
