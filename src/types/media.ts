/** What a call starts with; a camera can join an audio call later. */
export type CallMedia = 'audio' | 'video';

/** What a person can switch during a call, in the fixed order of their transceivers. */
export const MEDIA_KINDS = ['mic', 'camera', 'screen'] as const;

export type MediaKind = (typeof MEDIA_KINDS)[number];

/** What a person can choose among where there are several; the `ringer` is the loudspeaker on which calls ring. */
export type DeviceKind = 'mic' | 'camera' | 'speaker' | 'ringer';

/** One microphone, camera or loudspeaker of this machine. */
export interface DeviceChoice {
  readonly kind: DeviceKind;
  /** Empty for the ringer that is the same as the speaker, whichever that is. */
  readonly id: string;
  /** As the browser names it; empty before the person allowed the page to use one. */
  readonly label: string;
  /** It is in use, or will be in the next call; one of each kind is. */
  readonly chosen: boolean;
}

/** `pending` while a device is being opened; `unavailable` when there is none or it may not be used. */
export type DeviceState = 'on' | 'off' | 'pending' | 'unavailable';

/** One value for each kind. */
export type PerKind<T> = Readonly<Record<MediaKind, T>>;

/** What the other side says it is sending. */
export type RemoteMedia = PerKind<boolean>;

export const NOTHING_SENT: RemoteMedia = Object.freeze({mic: false, camera: false, screen: false});

/** A line is said; a draft is what is being written: all of it each time, so that one that got lost is made good by the next. */
export type TextKind = 'line' | 'draft';
