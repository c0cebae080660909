/** As the pages have it: src/types/end-reason.ts. */
export const END_REASONS = [
  'hung-up',
  'declined',
  'busy',
  'no-answer',
  'cancelled',
  'unreachable',
  'answered-elsewhere',
  'declined-elsewhere',
  'media-denied',
  'no-device',
  'connection-failed',
  'signaling-failed',
  'page-closed',
  'vetoed',
] as const;

export type EndReason = (typeof END_REASONS)[number];

/** Reasons that are nobody's doing, whoever says them. */
export const NOBODYS_REASONS: readonly EndReason[] = [
  'no-answer',
  'unreachable',
  'connection-failed',
  'signaling-failed',
  'answered-elsewhere',
  'declined-elsewhere',
];
