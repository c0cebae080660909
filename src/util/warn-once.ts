const said = new Set<string>();

/** Warns on the console, the first time that `key` comes up on this page. */
export const warnOnce = (key: string, sentence: string): void => {
  if (said.has(key)) return;
  said.add(key);
  console.warn(`call-elements: ${sentence}`);
};
