import type {CallMedia} from '../types/media.js';
import {shared} from '../util/shared.js';
import type {ConnectorFactory} from './connector.js';
import {loadLocalConnector} from './load-local-connector.js';
import {loadOdooConnector} from './load-odoo-connector.js';
import {loadPeerjsConnector} from './load-peerjs-connector.js';

/** What a link-out gets to know of the call that somebody wants to begin. */
export interface LinkCall {
  readonly user: string;
  readonly userName: string;
  readonly callee: string;
  readonly calleeName: string;
  readonly media: CallMedia;
  /** The callee's account of the connector's kind; empty where there is none. */
  readonly account: string;
}

/**
 * A way to call that is no pipe: it opens a meeting page. `url` is a template (`https://meet.example.org/{id}?with={callee}`)
 * or what makes the address; `open` does it all by itself, within the press.
 */
export type LinkOut =
  | {readonly url: string | ((call: LinkCall) => string | Promise<string>)}
  | {readonly open: (call: LinkCall) => unknown}
  | {
      /** Asked ahead of a press: what opens it for this person, undefined where it cannot. */
      readonly prepare: (call: LinkCall) => Promise<(() => unknown) | undefined>;
    };

/** Fetches a connector, or a link-out, when it is first needed. */
export type ConnectorLoader = () => Promise<ConnectorFactory | LinkOut>;

/** What people are told of a connector before it is loaded. */
export interface ConnectorAbout {
  /** Its name where there is none. */
  readonly title?: string;
  /** It reaches people by an account of theirs: what that is called, and why an id cannot be one (undefined when it can). */
  readonly account?: {readonly title: string; readonly placeholder?: string; readonly check?: (id: string) => string | undefined} | undefined;
}

const OWN: ReadonlyMap<string, ConnectorLoader> = new Map([
  ['local', loadLocalConnector],
  ['peerjs', loadPeerjsConnector],
  ['odoo', loadOdooConnector],
]);

/** Those of the page, whichever copy of the library it told. */
const registered = (): Map<string, ConnectorLoader> => shared('connectors', () => new Map());

/** What is known of each connector that the page registered, by name. */
export const connectorsKnown = (): Map<string, ConnectorAbout> => shared('connectors-about', () => new Map());

/** Makes a connector known by name, for the `connector` attribute. The last one of a name counts. */
export const registerConnector = (name: string, load: ConnectorLoader, about: ConnectorAbout = {}): void => {
  registered().set(name, load);
  connectorsKnown().set(name, about);
};

/** What fetches the connector of that name, or the link-out. */
export const loaderOf = (name: string): ConnectorLoader | undefined => registered().get(name) ?? OWN.get(name);

/** Begins to fetch a connector of our own that will be wanted in a moment; it is not the page's, which may count. */
export const expectConnector = (name: string): void => {
  if (!registered().has(name)) void OWN.get(name)?.().catch(() => undefined);
};
