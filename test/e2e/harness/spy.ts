/** What a page did, for tests to look at afterwards. */
export interface Seen {
  /** What the elements reflected and what the page was told, in order. */
  readonly journal: string[];
  /** What `getUserMedia` was asked for: `mic`, `camera` or `mic+camera`. */
  readonly asked: string[];
  /** What it gave. */
  readonly tracks: MediaStreamTrack[];
  readonly connections: RTCPeerConnection[];
  /** Whoever was spoken to other than by a request of the page: sockets, and the servers of connections. */
  readonly servers: string[];
  /** Answers the browser's question about devices. */
  answerPrompt: (isAllowed: boolean) => void;
}

/** How a person's machine differs from one with a camera and a microphone that may be used. */
export interface Machine {
  readonly missing: readonly ('mic' | 'camera')[];
  /** The browser's question about devices stays open until the person answers it. */
  readonly hesitates: boolean;
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** tsx gives functions their names by a helper that pages do not have. */
export const NAME_HELPER = 'globalThis.__name ??= (fn) => fn;';

/** Runs in a page before all else. Changes nothing that the library could notice, except for what is missing. */
export const spy = ({missing, hesitates}: Machine): void => {
  const seen: Seen = {journal: [], asked: [], tracks: [], connections: [], servers: [], answerPrompt: () => {}};
  window.seen = seen;
  const note = (line: string): void => {
    seen.journal.push(line);
    // For the story that is told when a test fails: it outlives the page.
    console.debug(`${Math.round(performance.timeOrigin + performance.now())} ${line}`);
  };

  const nameOf = ({localName, id}: Element, callee: string | null): string => `${localName}${callee ? `:${callee}` : id && `#${id}`}`;
  new MutationObserver((changes) => {
    for (const {target, attributeName} of changes) {
      const element = target as Element;
      if (!attributeName || !/^call-|^incoming-call$/.test(element.localName)) continue;
      note(`${nameOf(element, element.getAttribute('callee'))} ${attributeName}=${element.getAttribute(attributeName) ?? ''}`);
    }
  }).observe(document, {subtree: true, attributes: true, attributeFilter: ['state', 'end-reason', 'mic', 'camera', 'screen']});
  const tell = ({type, detail}: CustomEvent<Record<string, unknown>>): void => {
    const {callId, reason, by, code} = detail;
    note([type, callId, reason ?? code, by].filter(Boolean).join(' '));
  };
  for (const type of ['call-incoming', 'call-connected', 'call-ended', 'call-missed', 'call-error']) {
    document.addEventListener(type, (event) => tell(event as CustomEvent));
  }

  const {mediaDevices} = navigator;
  // What was answered once stands, as it does in browsers.
  const answer = new Promise<boolean>((resolve) => (seen.answerPrompt = resolve));
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints = {}) => {
    const wanted = [constraints.audio && 'mic', constraints.video && 'camera'].filter((kind) => kind !== undefined && kind !== false);
    seen.asked.push(wanted.join('+'));
    note(`asks for ${wanted.join('+')}`);
    if (missing.some((kind) => wanted.includes(kind))) throw new DOMException('Requested device not found', 'NotFoundError');
    if (hesitates && !(await answer)) throw new DOMException('Permission denied', 'NotAllowedError');
    const stream = await getUserMedia(constraints);
    seen.tracks.push(...stream.getTracks());
    return stream;
  };

  window.WebSocket = new Proxy(WebSocket, {
    construct(target, [url, protocols]: [string | URL, string[] | undefined]) {
      seen.servers.push(String(url));
      return new target(url, protocols);
    },
  });
  window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, args: [RTCConfiguration?]) {
      const connection = new target(...args);
      seen.connections.push(connection);
      return connection;
    },
  });
  // Only then are servers asked: PeerJS makes a connection that it never uses, to see what the browser can do.
  const {prototype} = RTCPeerConnection;
  prototype.setLocalDescription = new Proxy(prototype.setLocalDescription, {
    apply(target, connection: RTCPeerConnection, args) {
      seen.servers.push(...(connection.getConfiguration().iceServers ?? []).flatMap(({urls}) => urls));
      return Reflect.apply(target, connection, args);
    },
  });
};
