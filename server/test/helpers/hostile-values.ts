import type {Random} from '../../../test/helpers/random.js';
import {randomValue} from '../../../test/helpers/random-value.js';

export const HOSTILE_TEXTS = [
  ...['', ' ', '0', '-1', 'null', '__proto__', 'constructor', 'toString', '\0', '\ud800', '\u202e', '名前', '🎈'.repeat(70), '%', '%00', '%ff', '%2e%2e%2f'],
  ...["'; drop table calls; --", '<script>', '../../etc/passwd', 'a\r\nX-Injected: 1', 'x'.repeat(300), 'x'.repeat(9000), '[', '{"a":', '${7*7}', '\u2028'],
];

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Stands for what no serializer gets so deep. */
const DEEP = '@deep@';

export const hostileText = (random: Random): string => random.pick(HOSTILE_TEXTS);

const hostileValue = (random: Random): unknown => {
  if (random.chance(0.2)) return DEEP;
  return random.chance(0.4) ? hostileText(random) : randomValue(random);
};

/** The same, but for one place in it: replaced, left out, or with a neighbour. */
export const mutated = (random: Random, value: unknown): unknown => {
  const isLeaf = typeof value !== 'object' || value === null;
  if (isLeaf || random.chance(0.1)) return hostileValue(random);
  if (Array.isArray(value)) return value.map((item, index) => (index === 0 ? mutated(random, item) : item as unknown));
  const entries = Object.entries(value);
  const chosen = random.below(entries.length + 1);
  if (chosen === entries.length) return {...value, [hostileText(random)]: hostileValue(random)};
  if (random.chance(0.15)) return Object.fromEntries(entries.filter((_, index) => index !== chosen));
  return Object.fromEntries(entries.map(([key, child], index) => [key, index === chosen ? mutated(random, child) : child]));
};

const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

export const asJson = (random: Random, value: unknown): string =>
  (JSON.stringify(value, plain) ?? 'null').replaceAll(`"${DEEP}"`, () => deep(random.pick([10, 1000, 5000, 30_000])));

/** Cut, doubled, or with a byte of it turned. */
export const damaged = (random: Random, text: string): Buffer => {
  const bytes = Buffer.from(text);
  const place = random.below(Math.max(1, bytes.length));
  if (random.chance(0.3)) return bytes.subarray(0, place);
  if (random.chance(0.3)) return Buffer.concat([bytes, bytes]);
  bytes[place] = random.below(256);
  return bytes;
};
