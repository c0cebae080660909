/** Why a call ended. A closed list: what a peer says beyond it is read as `hung-up`. */
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

/** Who ended it: the person here, the person there, or neither. */
export type EndedBy = 'local' | 'remote' | 'system';

/** How a call ended. */
export interface CallEnd {
  readonly reason: EndReason;
  readonly by: EndedBy;
  /** Milliseconds that the two were connected; 0 when they never were. */
  readonly durationMs: number;
}

export const isEndReason = (value: unknown): value is EndReason =>
  (END_REASONS as readonly unknown[]).includes(value);
