const entries = (value: object): readonly [string, unknown][] => Object.entries(value).filter(([, inner]) => inner !== undefined);

/** Whether two plain values say the same, whatever the order of their keys. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  const [mine, theirs] = [entries(a), new Map(entries(b))];
  return mine.length === theirs.size && mine.every(([key, value]) => theirs.has(key) && sameValue(value, theirs.get(key)));
};
