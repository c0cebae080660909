import type {MessageBodies} from '../../src/protocol/messages.js';
import {createPeerLink} from '../../src/rtc/create-peer-link.js';
import type {RemoteMedia} from '../../src/types/media.js';
import type {Goodbye, LinkHealth, LinkMessageType, LinkPolicy, LinkStatus, PeerLink} from '../../src/protocol/peer-link.js';
import {systemClock} from '../../src/util/clock.js';
import type {Clock} from '../../src/util/clock.js';
import {bookConnections} from './real-connections.js';
import type {ConnectionBook} from './real-connections.js';

export type LinkMessage = {
  readonly [T in LinkMessageType]: {readonly type: T; readonly body: MessageBodies[T]};
}[LinkMessageType];

type Role = 'offerer' | 'answerer';

/** What becomes of a message on its way: nothing, itself, or several. */
export type Tamper = (message: LinkMessage, from: Role) => readonly LinkMessage[];

/** One link, and all that it ever said. */
export interface LinkSide {
  readonly link: PeerLink;
  readonly sent: readonly LinkMessage[];
  readonly statuses: readonly LinkStatus[];
  readonly health: readonly LinkHealth[];
  readonly media: readonly RemoteMedia[];
  readonly texts: readonly string[];
  readonly drafts: readonly string[];
  readonly gone: readonly Goodbye[];
  /** How often it asked for fresh ICE servers. */
  readonly freshAsked: number;
  /** Resolves as soon as something happens to this side that makes it true. */
  until(fits: () => boolean): Promise<void>;
  connected(): Promise<void>;
  receive(message: LinkMessage): void;
}

export interface LinkPair {
  readonly caller: LinkSide;
  readonly callee: LinkSide;
  readonly book: ConnectionBook;
  connected(): Promise<void>;
  close(): void;
}

interface SideOptions {
  readonly role: Role;
  readonly servers: readonly RTCIceServer[];
  readonly policy: LinkPolicy;
  readonly clock: Clock;
  askedFresh(role: Role): void;
  carry(message: LinkMessage): void;
}

/** A link of its own; what it says is carried by `carry`. */
export const createSide = ({role, servers, policy, clock, askedFresh, carry}: SideOptions): LinkSide => {
  const watchers = new Set<() => void>();
  const note = <T>(list: T[]) => (one: T): void => {
    list.push(one);
    for (const watcher of watchers) watcher();
  };
  const sent: LinkMessage[] = [];
  const statuses: LinkStatus[] = [];
  const health: LinkHealth[] = [];
  const media: RemoteMedia[] = [];
  const texts: string[] = [];
  const drafts: string[] = [];
  const gone: Goodbye[] = [];
  const noteSent = note(sent);
  let freshAsked = 0;

  const iceServers = async (fresh: boolean): Promise<readonly RTCIceServer[]> => {
    if (fresh) {
      freshAsked += 1;
      askedFresh(role);
    }
    return servers;
  };
  const link = createPeerLink(
    {
      role,
      policy,
      iceServers,
      send: (type, body) => {
        const message = JSON.parse(JSON.stringify({type, body})) as LinkMessage;
        noteSent(message);
        carry(message);
      },
      status: note(statuses),
      health: note(health),
      remoteMedia: note(media),
      remoteText: (text, kind) => note(kind === 'line' ? texts : drafts)(text),
      remoteGone: note(gone),
      remoteAway: () => note(gone)('away'),
    },
    clock,
  );
  const until = (fits: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!fits()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  return {
    link,
    sent,
    statuses,
    health,
    media,
    texts,
    drafts,
    gone,
    get freshAsked() {
      return freshAsked;
    },
    until,
    connected: () => until(() => statuses.at(-1) === 'connected'),
    receive: <T extends LinkMessageType>({type, body}: {type: T; body: MessageBodies[T]}) => link.receive(type, body),
  };
};

export interface PairOptions {
  readonly clock?: Clock;
  /** The callee's. */
  readonly policy?: LinkPolicy;
  readonly callerPolicy?: LinkPolicy;
  readonly tamper?: Tamper;
  readonly servers?: readonly RTCIceServer[];
  /** A side asks for fresh ICE servers now, and has none yet. */
  askedFresh?(role: Role): void;
}

/** A caller's and a callee's link in this page, over a pipe that carries their messages in order, each in a task of its own. */
export const linkPair = (options: PairOptions = {}): LinkPair => {
  const {clock = systemClock, policy = 'all', callerPolicy = 'all', servers = []} = options;
  const {tamper = (message) => [message], askedFresh = () => undefined} = options;
  const book = bookConnections();
  const {port1, port2} = new MessageChannel();
  const put = (port: MessagePort, from: Role) => (message: LinkMessage) => {
    for (const one of tamper(message, from)) port.postMessage(one);
  };
  const callee = createSide({role: 'answerer', servers, policy, clock, askedFresh, carry: put(port2, 'answerer')});
  const caller = createSide({role: 'offerer', servers, policy: callerPolicy, clock, askedFresh, carry: put(port1, 'offerer')});
  port1.onmessage = ({data}: MessageEvent<LinkMessage>) => caller.receive(data);
  port2.onmessage = ({data}: MessageEvent<LinkMessage>) => callee.receive(data);
  return {
    caller,
    callee,
    book,
    connected: async () => {
      await Promise.all([caller.connected(), callee.connected()]);
    },
    close: () => {
      caller.link.close();
      callee.link.close();
      port1.close();
      book.close();
    },
  };
};
