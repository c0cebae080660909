const PICTURE = /^data:image\/(?:png|jpeg|gif|webp)[;,]/i;

/** A picture's address that may be shown: `https:`, this origin, or an embedded bitmap; undefined for all else. */
export const checkAvatar = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || !value) return undefined;
  if (PICTURE.test(value)) return value;
  const page = globalThis.location?.href;
  if (!URL.canParse(value, page)) return undefined;
  const url = new URL(value, page);
  const own = url.protocol === 'http:' && url.origin === globalThis.location?.origin;
  return own || url.protocol === 'https:' ? url.href : undefined;
};
