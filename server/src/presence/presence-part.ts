import type {Announcement, PresenceValue} from './presence.js';

/**
 * How one connection, one node or a whole person is, strongest first. What was chosen is stronger than `available`, which
 * nobody chooses: who is invisible on one device wants to be seen on none, and who is in a call is busy on all. Only `away`
 * says something of the one device alone: the person is at the other.
 */
export const PARTS = ['invisible', 'in-call', 'do-not-disturb', 'busy', 'available', 'away'] as const;
export type PresencePart = (typeof PARTS)[number];

export const partOf = ({status, inCall}: Announcement): PresencePart =>
  inCall && status !== 'invisible' ? 'in-call' : status;

/** Nothing, where there is none. In whatever order parts are merged, and of however many, the result is the same. */
export const strongest = (parts: Iterable<PresencePart | undefined>): PresencePart | undefined => {
  const all = new Set(parts);
  return PARTS.find((part) => all.has(part));
};

/** What others may know. */
export const shownAs = (part: PresencePart | undefined): PresenceValue => {
  if (part === undefined || part === 'invisible') return 'offline';
  return part === 'in-call' ? 'busy' : part;
};
