import {systemClock} from '../util/clock.js';

/** What came of an attempt to get a candidate through one server. */
export type IceTestResult =
  | {readonly kind: 'found'; readonly type: 'relay' | 'srflx'; readonly protocol: string; readonly ms: number}
  | {readonly kind: 'refused' | 'timeout' | 'unreachable' | 'certificate' | 'unusable' | 'silent' | 'same'}
  /** The server's own words. */
  | {readonly kind: 'other'; readonly code: number; readonly text: string};

export interface IceTestServer {
  readonly url: string;
  readonly username?: string | undefined;
  readonly credential?: string | undefined;
}

type Failure = Pick<RTCPeerConnectionIceErrorEvent, 'errorCode' | 'errorText'>;

/** Milliseconds. */
const PATIENCE = 10_000;
const NOT_HEARD = 701;
const LONGEST_TEXT = 200;

const isTurn = (url: string): boolean => /^turns?:/i.test(url);
const isOverTls = (url: string): boolean => /^\w+s:/i.test(url);

const open = ({url, username, credential}: IceTestServer): RTCPeerConnection | undefined => {
  try {
    const server = isTurn(url) ? {urls: url, username: username ?? '', credential: credential ?? ''} : {urls: url};
    return new RTCPeerConnection({iceServers: [server], iceTransportPolicy: isTurn(url) ? 'relay' : 'all'});
  } catch {
    return undefined;
  }
};

/** Of several errors, one that the server itself answered says most. */
const whyOf = (url: string, failures: readonly Failure[], isComplete: boolean): IceTestResult => {
  const answered = failures.find(({errorCode}) => errorCode !== NOT_HEARD);
  if (answered?.errorCode === 401) return {kind: 'refused'};
  if (answered) return {kind: 'other', code: answered.errorCode, text: answered.errorText.slice(0, LONGEST_TEXT)};
  const [first] = failures;
  if (!first && !isComplete) return {kind: 'timeout'};
  // Firefox fires no icecandidateerror: https://bugzilla.mozilla.org/show_bug.cgi?id=1561441.
  if (!first) return {kind: !isTurn(url) && 'onicecandidateerror' in RTCPeerConnection.prototype ? 'same' : 'silent'};
  if (/lookup|resolve/i.test(first.errorText)) return {kind: 'unreachable'};
  // The name was found, and nothing came of TLS: browsers do not tell a wrong certificate from a closed port.
  if (isOverTls(url)) return {kind: 'certificate'};
  return {kind: /timed? ?out/i.test(first.errorText) ? 'timeout' : 'unreachable'};
};

/** Gathers through one server only, from this browser. Never rejects; aborting `signal` settles it, too. */
export const testIceServer = async (server: IceTestServer, signal: AbortSignal, clock = systemClock): Promise<IceTestResult> => {
  const connection = open(server);
  if (!connection) return {kind: 'unusable'};
  const failures: Failure[] = [];
  const startedAt = performance.now();
  const over = new AbortController();
  const result = new Promise<IceTestResult>((resolve) => {
    const end = (isComplete: boolean): void => resolve(whyOf(server.url, failures, isComplete));
    signal.addEventListener('abort', () => end(false), {signal: over.signal});
    if (signal.aborted) end(false);
    over.signal.addEventListener('abort', clock.after(PATIENCE, () => end(false)), {once: true});
    connection.addEventListener('icecandidateerror', ({errorCode, errorText}) => void failures.push({errorCode, errorText}));
    connection.addEventListener('icegatheringstatechange', () => connection.iceGatheringState === 'complete' && end(true));
    connection.addEventListener('icecandidate', ({candidate}) => {
      const {type, relayProtocol, protocol} = (candidate ?? {}) as RTCIceCandidate & {readonly relayProtocol?: string | null};
      if (type !== 'relay' && type !== 'srflx') return;
      const ms = Math.round(performance.now() - startedAt);
      resolve({kind: 'found', type, protocol: relayProtocol || transportOf(server.url) || protocol || 'udp', ms});
    });
  });
  try {
    connection.createDataChannel('');
    await connection.setLocalDescription();
    return await result;
  } catch {
    return {kind: 'unusable'};
  } finally {
    over.abort();
    connection.close();
  }
};

const transportOf = (url: string): string => {
  if (isOverTls(url)) return 'tls';
  return /\?transport=(udp|tcp)/i.exec(url)?.[1]?.toLowerCase() ?? '';
};
