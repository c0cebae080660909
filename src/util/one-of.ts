import {warnOnce} from './warn-once.js';

/** `value` if it is one of `choices`, else the first of them, with one warning where something else was written. */
export const oneOf = <T extends string>(name: string, value: unknown, choices: readonly [T, ...T[]]): T => {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const [usual] = choices;
  if (value !== undefined && value !== null) {
    warnOnce(`${name}=${String(value)}`, `${name}="${String(value)}" is none of ${choices.join(', ')}; ${usual} is used.`);
  }
  return usual;
};
