/** What an administrator is warned of in a list that may well be saved. */
export type IceWarning = 'no-turn' | 'public-stun' | 'many' | 'plain-turn';

/** Browsers warn of more than these. */
const MANY = 4;

/** STUN servers that examples on the web name, and that see who calls. */
const PUBLIC = /^stuns?:(?:stun\d?\.l\.google\.com|stun\.(?:cloudflare\.com|services\.mozilla\.com|stunprotocol\.org|nextcloud\.com|voip\w*\.\w+|sipgate\.net|ekiga\.net|xten\.com|schlund\.de)|openrelay\.metered\.ca)(?::|$)/i;

export const iceWarnings = (servers: readonly {readonly urls: readonly string[] | string}[]): readonly IceWarning[] => {
  const urls = servers.flatMap((server) => server.urls);
  const turn = urls.filter((url) => /^turns?:/i.test(url));
  const found: Readonly<Record<IceWarning, boolean>> = {
    'no-turn': !turn.length,
    'plain-turn': turn.length > 0 && !turn.some((url) => /^turns:/i.test(url)),
    'public-stun': urls.some((url) => PUBLIC.test(url)),
    many: servers.length > MANY,
  };
  return (Object.keys(found) as IceWarning[]).filter((name) => found[name]);
};
