/** Why a message was dropped; counted in the diagnostics. */
export type DropReason =
  | 'malformed'
  | 'oversized'
  | 'unknown-version'
  | 'unknown-type'
  | 'not-for-us'
  | 'forged'
  | 'replayed'
  | 'stranger'
  | 'unexpected';
