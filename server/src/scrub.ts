/** What is recognised by its looks, and what stands in the log instead. The order counts: the longest first. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\s)(?:v=0|a=\w|candidate:)[^]*$/, ' [description]'],
  [/\beyJ[\w-]+(?:\.[\w-]*)+/g, '[token]'],
  [/\b(bearer|basic)\s+\S+/gi, '$1 [token]'],
  [/\/\/[^/\s@]*@/g, '//[credentials]@'],
  [/[^\s@]+@[\w.-]+/g, '[address]'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '[address]'],
  [/(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}/gi, '[address]'],
  [/[\w-]+\.local\b/g, '[address]'],
  // Keys and passwords have no gaps; the parts of a call's id are shorter.
  [/[\w+/=]{24,}/g, '[secret]'],
];

const LONGEST = 300;

/** Takes out of a text what looks like a token, a credential, an address or a session description. */
export const scrub = (text: string): string =>
  PATTERNS.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text.slice(0, LONGEST));
