import {z} from 'zod';
import type {IceServer} from './ice-answer.js';

/** Browsers get slow with many servers, and say so; nobody needs more. */
const MOST_SERVERS = 16;
const MOST_URLS = 8;

const SCHEME = /^(stuns?|turns?):/i;
/** A host name, an IPv4 or a bracketed IPv6 address, perhaps a port, and for TURN perhaps a transport (RFC 7064, RFC 7065). */
const REST = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?(\?transport=(?:udp|tcp))?$/i;

const problemOf = (url: string): string | undefined => {
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (!scheme) return 'An address begins with stun:, stuns:, turn: or turns:.';
  // A user name before an @ is a secret in the wrong place.
  if (url.includes('@')) return 'The user name and the credential do not belong into the address.';
  const match = REST.exec(url.slice(scheme.length + 1));
  const port = Number(match?.[1] ?? 3478);
  if (!match || port < 1 || port > 65_535) return `An address is written like ${scheme}:example.org:3478.`;
  if (match[2] && scheme.startsWith('stun')) return 'Only turn: and turns: know a transport.';
  return undefined;
};

const url = z
  .string()
  .trim()
  .max(300)
  // Browsers compare the scheme case by case.
  .transform((text) => text.replace(SCHEME, (scheme) => scheme.toLowerCase()))
  .superRefine((text, context) => {
    const message = problemOf(text);
    if (message) context.addIssue({code: 'custom', message});
  });

const urlsOf = ({urls}: {urls: string | string[]}): string[] => [urls].flat();

/** One row of the list, in the shape of RTCIceServer, and whether it is given out. */
const iceServerEntrySchema = z
  .strictObject({
    urls: z.union([url, z.array(url).min(1).max(MOST_URLS)]),
    username: z.string().min(1).max(508).optional(),
    credential: z.string().min(1).max(1024).optional(),
    enabled: z.boolean().default(true),
  })
  .superRefine((entry, context) => {
    const isTurn = urlsOf(entry).some((text) => text.startsWith('turn'));
    if (!isTurn) return;
    for (const key of ['username', 'credential'] as const) {
      // A browser refuses the whole connection over a TURN server without them.
      if (!entry[key]) context.addIssue({code: 'custom', path: [key], message: `A turn server needs a ${key}.`});
    }
  });

/** The list that an administrator keeps (setting `ice-servers`), or that the configuration names. In the order of use. */
export const iceServerListSchema = z.array(iceServerEntrySchema).max(MOST_SERVERS);

export type IceServerEntry = z.output<typeof iceServerEntrySchema>;

/** What of the list is given to browsers. */
export const enabledIceServers = (entries: readonly IceServerEntry[]): IceServer[] =>
  entries
    .filter(({enabled}) => enabled)
    .map(({urls, username, credential}) => ({
      urls,
      ...(username !== undefined && {username}),
      ...(credential !== undefined && {credential}),
    }));
