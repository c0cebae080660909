import type {Random} from './random.js';

const TEXTS = ['', 'x', '0', '__proto__', 'constructor', 'ring', 'audio', 'hung-up', '名前', '\u0000', '\ud800', 'v=0\r\n', 'x'.repeat(40_000)];
const NUMBERS = [0, 1, -1, -0, 0.5, 2 ** 53, 1e308, NaN, Infinity, 1_000_001];
const NAMES = ['v', 'type', 'body', 'user', 'endpoint', 'sdp', 'candidates', 'generation', '__proto__', 'toString', 'length', 'polluted'];

/** Any value that may come out of JSON or a structured clone, and some that may not. */
export const randomValue = (random: Random, depth = 3): unknown => {
  const kind = random.below(depth > 0 ? 8 : 6);
  switch (kind) {
    case 0:
      return random.pick([undefined, null]);
    case 1:
      return random.chance(0.5);
    case 2:
      return random.pick(NUMBERS);
    case 3:
      return random.pick(TEXTS);
    case 4:
      return random.pick([new Date(0), new Map([['v', 1]]), new Uint8Array(4), 10n, /x/, Object.create(null) as object]);
    case 5:
      return JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}') as unknown;
    case 6:
      return Array.from({length: random.below(70)}, () => randomValue(random, depth - 2));
    default:
      return Object.fromEntries(Array.from({length: random.below(5)}, () => [random.pick(NAMES), randomValue(random, depth - 1)]));
  }
};
