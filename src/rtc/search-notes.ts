import type {LinkPolicy, LinkStatus, SearchFacts} from '../protocol/peer-link.js';

/** Scheme and transport of an ICE server's URL, such as `turn:tcp`; never its host. */
const kindOf = (url: string): string => {
  const [, scheme = '', transport] = /^(stuns?|turns?):[^?]*(?:\?transport=(udp|tcp))?/.exec(url) ?? [];
  return `${scheme}:${transport ?? (scheme.endsWith('s') ? 'tcp' : 'udp')}`;
};

const addTypes = (types: Set<string>, text: string): void => {
  for (const [, type = ''] of text.matchAll(/ typ (host|srflx|prflx|relay)\b/g)) types.add(type);
};

const count = (counts: Record<string, number>, word: string): void => {
  counts[word] = (counts[word] ?? 0) + 1;
};

/** What is seen while a path is looked for, kept in words of closed lists and numbers: an address has no place in it. */
export class SearchNotes implements SearchFacts {
  servers: Record<string, number> = {};
  policy: LinkPolicy = 'none';
  readonly gathered = new Set<string>();
  readonly heard = new Set<string>();
  errors: Record<string, number> = {};
  refused = false;
  reached = false;
  answered = false;
  #carried = false;

  status(status: LinkStatus): void {
    if (status === 'connected') this.#carried = true;
    if (status !== 'lost' || !this.#carried) return;
    // What was found before says nothing of the network as it is now.
    this.#carried = this.answered = this.refused = this.reached = false;
    this.gathered.clear();
    this.heard.clear();
    this.errors = {};
  }

  configured(servers: readonly RTCIceServer[], policy: LinkPolicy): void {
    this.policy = policy;
    this.servers = {};
    for (const url of servers.flatMap(({urls}) => urls)) count(this.servers, kindOf(url));
  }

  /** A candidate of this side. */
  found(candidate: string): void {
    addTypes(this.gathered, candidate);
  }

  /** Something of the other side, perhaps with candidates in it. */
  hear(body: object): void {
    this.answered = true;
    addTypes(this.heard, JSON.stringify(body));
  }

  /** A server gave no candidate. Chromium says 701 for each interface that cannot reach it, which need not harm. */
  failed({url, errorCode}: Pick<RTCPeerConnectionIceErrorEvent, 'url' | 'errorCode'>): void {
    const kind = kindOf(url);
    count(this.errors, `${kind} ${errorCode}`);
    if (!kind.startsWith('turn') || errorCode > 699) return;
    if (errorCode === 401 || errorCode === 403) this.refused = true;
    else this.reached = true;
  }
}
