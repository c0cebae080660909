/** Milliseconds to wait before the next attempt: doubling, with chance, so that a crowd does not come back at once. */
export const backOff = (attempt: number, {first = 500, longest = 15_000} = {}): number => {
  const full = Math.min(first * 2 ** attempt, longest);
  return full / 2 + (Math.random() * full) / 2;
};
