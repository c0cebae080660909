import {sameValue} from './same-value.js';

/** A value on the server, and the number by which it is replaced. */
export interface Versioned<V> {
  readonly version: number;
  readonly value: V;
}

/** A saved value, what a form has made of it, and what somebody else saved meanwhile. */
export interface Draft<V> {
  readonly base: Versioned<V>;
  readonly mine: V;
  /** There while both changed the same, until somebody decides. */
  readonly theirs?: Versioned<V> | undefined;
  /** Parts that somebody else changed, which were put in beside one's own changes. */
  readonly taken: readonly string[];
}

/** How a value is cut into the parts that are compared, and put together again. */
export interface Parts<V> {
  split(value: V): Readonly<Record<string, unknown>>;
  join(parts: Readonly<Record<string, unknown>>): V;
}

/** For a value whose fields stand by themselves. */
export const byField = <V extends object>(): Parts<V> => ({
  split: (value) => value as Readonly<Record<string, unknown>>,
  join: (parts) => parts as V,
});

/** For a list that only makes sense as a whole. */
export const asWhole = <V>(): Parts<V> => ({split: (list) => ({list}), join: ({list}) => list as V});

/** For a list of named things. What has no name any more is left out. */
export const byName = <T extends {readonly name: string}>(): Parts<readonly T[]> => ({
  split: (list) => Object.fromEntries(list.map((one) => [one.name, one])),
  join: (parts) => Object.values(parts).filter((one) => one !== undefined) as T[],
});

export const draftOf = <V>(base: Versioned<V>): Draft<V> => ({base, mine: base.value, taken: []});

export const isDirty = <V>({base, mine}: Draft<V>): boolean => !sameValue(base.value, mine);

const keysOf = (...parts: readonly Readonly<Record<string, unknown>>[]): string[] => [...new Set(parts.flatMap((one) => Object.keys(one)))];

/** The parts that both have changed, and not to the same. */
export const conflictsOf = <V>({base, mine, theirs}: Draft<V>, {split}: Parts<V>): readonly string[] => {
  if (!theirs) return [];
  const [was, own, other] = [split(base.value), split(mine), split(theirs.value)];
  return keysOf(own, other).filter((key) => !sameValue(own[key], other[key]) && !sameValue(own[key], was[key]) && !sameValue(other[key], was[key]));
};

/** Mine where I changed it, theirs everywhere else; in the parts that both changed, as `choose` says. */
export const merged = <V>(draft: Draft<V>, parts: Parts<V>, choose: (key: string) => 'mine' | 'theirs'): Draft<V> => {
  const {base, mine, theirs} = draft;
  if (!theirs) return draft;
  const [was, own, other] = [parts.split(base.value), parts.split(mine), parts.split(theirs.value)];
  const disputed = new Set(conflictsOf(draft, parts));
  const isMine = (key: string): boolean => (disputed.has(key) ? choose(key) === 'mine' : !sameValue(own[key], was[key]));
  const keys = keysOf(other, own);
  const joined = parts.join(Object.fromEntries(keys.map((key) => [key, isMine(key) ? own[key] : other[key]])));
  const taken = keys.filter((key) => !isMine(key) && !sameValue(own[key], other[key]));
  return {base: theirs, mine: joined, taken};
};

/** Somebody else has saved: their value goes into a form that nobody has touched, and beside the changes of one that was. */
export const heard = <V>(draft: Draft<V>, theirs: Versioned<V>, parts: Parts<V>): Draft<V> => {
  if (theirs.version === draft.base.version) return draft;
  if (!isDirty(draft) || sameValue(draft.mine, theirs.value)) return draftOf(theirs);
  const next = {...draft, theirs};
  return conflictsOf(next, parts).length ? next : merged(next, parts, () => 'mine');
};

/** One change of many is saved, the others are not. */
export const rebased = <V>(draft: Draft<V>, answer: Versioned<V>, change: (value: V) => V): Draft<V> =>
  isDirty(draft) ? {...draft, base: answer, mine: change(draft.mine)} : draftOf(answer);

/** What was sent is saved; what was typed since stays. */
export const saved = <V>(draft: Draft<V>, sent: V, answer: Versioned<V>): Draft<V> => ({
  base: answer,
  mine: sameValue(draft.mine, sent) ? answer.value : draft.mine,
  taken: [],
});
