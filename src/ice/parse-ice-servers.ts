import {parseJson} from '../util/parse-json.js';
import {parseIceUrl} from './parse-ice-url.js';

/** What could be used, and a sentence for each thing that could not. */
export interface ParsedIceServers {
  readonly servers: RTCIceServer[];
  /** For the console; they quote URLs, never a user name or a credential. */
  readonly problems: string[];
}

const readList = (value: unknown): unknown => {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'string') return value;
  return value.trim() === '' ? [] : parseJson(value);
};

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

const parseServer = (entry: unknown, place: string, problems: string[]): RTCIceServer | undefined => {
  const server = entry as {urls?: unknown; url?: unknown; username?: unknown; credential?: unknown} | null;
  // `url` is what Twilio and older servers still say.
  const listed = server?.urls ?? server?.url;
  const urls: string[] = [];
  for (const url of Array.isArray(listed) ? (listed as unknown[]) : [listed]) {
    const parsed = parseIceUrl(url);
    if (parsed.url) urls.push(parsed.url);
    else problems.push(`${place}: ${parsed.problem}`);
  }
  const [first] = urls;
  if (first === undefined) {
    if (Array.isArray(listed) && listed.length === 0) problems.push(`${place}: has no URL.`);
    return undefined;
  }
  const list = urls.length === 1 ? first : urls;
  if (!urls.some((url) => url.startsWith('turn'))) return {urls: list};
  const {username, credential} = server ?? {};
  if (isFilled(username) && isFilled(credential)) return {urls: list, username, credential};
  problems.push(`${place}: a turn server needs a username and a credential.`);
  const open = urls.filter((url) => url.startsWith('stun'));
  return open.length ? {urls: open} : undefined;
};

/**
 * ICE servers out of anything: an attribute, a reply, a connector's answer. What is wrong is left out with a
 * sentence, since a browser given one bad entry refuses the whole connection. Never throws.
 */
export const parseIceServers = (value: unknown): ParsedIceServers => {
  const problems: string[] = [];
  const list = readList(value);
  if (list === undefined) return {servers: [], problems: ['ICE servers: not valid JSON.']};
  if (!Array.isArray(list)) return {servers: [], problems: ['ICE servers: not a list.']};
  const servers = (list as unknown[])
    .map((entry, index) => parseServer(entry, `ICE server ${index + 1}`, problems))
    .filter((server) => server !== undefined);
  return {servers, problems};
};
