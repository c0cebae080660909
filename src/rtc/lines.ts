import {MEDIA_KINDS} from '../types/media.js';
import type {MediaKind, PerKind} from '../types/media.js';

/** One for each kind that the description has a line for. */
export type Lines = PerKind<RTCRtpTransceiver | undefined>;

export const LINE_KINDS = {mic: 'audio', camera: 'video', screen: 'video'} as const satisfies Record<MediaKind, string>;

export const NO_LINES: Lines = Object.freeze({mic: undefined, camera: undefined, screen: undefined});

/** How often a call may have a line of a kind; of any other it has none. */
const MOST: Readonly<Record<string, number>> = {audio: 1, video: 2, application: 1};

/**
 * True for an offer of sound, of one or two pictures, or of both; with data or without. Whatever else an offer asks for
 * is not ours to answer.
 */
export const isCall = (sdp: string): boolean => {
  const counts: Record<string, number> = {};
  for (const [, kind = ''] of sdp.matchAll(/^m=(\w+)/gm)) counts[kind] = (counts[kind] ?? 0) + 1;
  const {audio = 0, video = 0} = counts;
  return audio + video > 0 && Object.entries(counts).every(([kind, count]) => count <= (MOST[kind] ?? 0));
};

/**
 * The first line of sound is the microphone's, the first two of pictures are camera's and screen's, in whatever order and
 * whichever are missing: other stacks make only those that they use. A line keeps its kind for as long as it is there.
 */
export const matchLines = (transceivers: readonly RTCRtpTransceiver[], before: Lines): Lines => {
  const kept = new Set(MEDIA_KINDS.map((kind) => before[kind]));
  const free = transceivers.filter((transceiver) => !kept.has(transceiver));
  const lineOf = (kind: MediaKind): RTCRtpTransceiver | undefined => {
    const known = before[kind];
    if (known && transceivers.includes(known)) return known;
    const at = free.findIndex(({receiver}) => receiver.track.kind === LINE_KINDS[kind]);
    return at < 0 ? undefined : free.splice(at, 1)[0];
  };
  return {mic: lineOf('mic'), camera: lineOf('camera'), screen: lineOf('screen')};
};
