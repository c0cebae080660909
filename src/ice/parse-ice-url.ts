/** A host name, an IPv4 or a bracketed IPv6 address, and perhaps a port. */
const HOST = String.raw`(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?|\[[0-9a-f:.]+\])(?::(\d{1,5}))?`;
const STUN = new RegExp(`^stuns?:${HOST}$`, 'i');
const TURN = new RegExp(String.raw`^turns?:${HOST}(?:\?transport=(?:udp|tcp))?$`, 'i');
const SCHEME = /^(stun|turn)s?:/i;

/** One ICE server's URL (RFC 7064, RFC 7065), or what is wrong with it. */
export const parseIceUrl = (value: unknown): {url: string; problem?: never} | {url?: never; problem: string} => {
  if (typeof value !== 'string') return {problem: 'has no URL.'};
  const url = value.trim();
  const scheme = SCHEME.exec(url);
  if (!scheme) return {problem: 'its URL must begin with stun:, stuns:, turn: or turns:.'};
  // A user name before an @ is a secret in the wrong place; it must not reach the console either.
  if (url.includes('@')) return {problem: 'the user name and the credential do not belong into the URL.'};
  const match = (scheme[1]?.toLowerCase() === 'stun' ? STUN : TURN).exec(url);
  const port = Number(match?.[1] ?? 3478);
  if (!match || port < 1 || port > 65_535) return {problem: `${url.slice(0, 80)} is not written like stun:example.org:3478.`};
  // Browsers compare the scheme case by case.
  return {url: url.replace(SCHEME, (text) => text.toLowerCase())};
};
