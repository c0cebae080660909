import type {EndReason, EndedBy} from '../types/end-reason.js';

const BY_NOBODY: readonly EndReason[] = [
  'no-answer',
  'unreachable',
  'connection-failed',
  'signaling-failed',
  'answered-elsewhere',
  'declined-elsewhere',
];

/** Some reasons are nobody's doing, whoever says them. */
export const endedBy = (reason: EndReason, by: EndedBy): EndedBy => (BY_NOBODY.includes(reason) ? 'system' : by);
